"""Who may have a certificate of attendance: only a person who was there and whose name is still known."""

from spoiwo.meetings.rules.states import CAME


def is_certifiable(presence: str, name: str, *, is_erased: bool = False) -> bool:
    """Whether what a certificate says would be true of this person."""
    return presence in CAME and bool(name.strip()) and not is_erased


def written_number(number: int, meeting_pk: int, year: int) -> str:
    """The number as it is printed and registered: running number, meeting, year of issue."""
    return f"{number}/{meeting_pk}/{year}"
