"""What is known of addresses: which bounced, who wants no more letters (placeholder until the table stands)."""

from collections.abc import Iterable, Mapping


def marks_of(addresses: Iterable[str], scope: int | None) -> Mapping[str, set[str]]:
    """Address → marks."""
    return {}


def unsubscribe(address: str, scope: int) -> None:
    """No more letters."""
