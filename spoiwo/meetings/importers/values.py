"""Checks of single cells of a guest list, and the splitting of full names."""

import re
from collections.abc import Callable, Mapping

from spoiwo.polish import guess_gender, split_name
from spoiwo.register.importers.words import Words, check_channel, check_gender
from spoiwo.register.rules.values import CHECKS, Checked, check_email, checker_of_length

_BETWEEN_ADDRESSES = re.compile(r"\s*[;,]\s*")
_IN_ANGLES = re.compile(r"[^<>@]*<([^<>]+)>")


def _check_mailbox(text: str) -> Checked:
    """An address, also with a name before it; of several the first, the others in `detail`."""
    checked = check_email(text)
    if not checked.problem:
        return checked
    if named := _IN_ANGLES.fullmatch(text):
        inner = check_email(named[1])
        return checked if inner.problem else inner
    several = [check_email(part) for part in _BETWEEN_ADDRESSES.split(text) if part]
    if len(several) < 2 or any(one.problem for one in several):
        return checked
    return Checked(several[0].value, None, ", ".join(one.value for one in several[1:]))


def _check_postcode(text: str) -> Checked:
    """Gives back the leading zero that a spreadsheet takes from a number."""
    return CHECKS["postcode"](text.zfill(5) if text.isdigit() else text)


def _tidy(text: str) -> Checked:
    return Checked(" ".join(text.split()))


def checks_of(words: Words) -> Mapping[str, Callable[[str], Checked]]:
    """The check of each target of a guest list that is a single value."""
    lengths = ("name", "given_name", "family_name", "function", "street", "town")
    return {
        **{target: checker_of_length(target) for target in lengths},
        "salutation": checker_of_length("function"), "note": _tidy, "gender": check_gender, "channel": check_channel,
        "email": _check_mailbox, "person_email": _check_mailbox, "phone": CHECKS["phone"],
        "person_phone": CHECKS["phone"], "postcode": _check_postcode, "e_delivery": CHECKS["e_delivery"],
        "kind": words.kind, "sector": words.sector,
    }  # fmt: skip


class Names:
    """Splits full names; what the first word tells is asked of the dictionary once."""

    def __init__(self) -> None:
        self.leads: dict[str, bool] = {}
        self.genders: dict[str, str | None] = {}

    def split(self, text: str) -> tuple[str, str]:
        """Given names and surname. Raises ValueError for what is no name."""
        first, _, last = text.partition(" ")
        if first.isalpha() and last.isalpha():
            leads = self.leads.get(first)
            if leads is None:
                # Put before a given name, a word that is never one itself (a surname, a degree) changes places.
                leads = self.leads[first] = split_name(f"{first} Jan")[1:] == (first, "Jan")
            if leads:
                return first, last
        name = split_name(text)
        return name.given, name.family

    def gender(self, given: str, family: str) -> str:
        """`f`, `m` or nothing; most given names tell by themselves."""
        if given not in self.genders:
            one, other = guess_gender(given, "Kowalski"), guess_gender(given, "Kowalska")
            self.genders[given] = one if given and one == other else None
        return self.genders[given] or guess_gender(given, family) or ""
