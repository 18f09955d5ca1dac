"""Names the office has in its own register: a fact that bears one is surer and carries the key to link to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spoiwo.polish.collation import fold
from spoiwo.reading.facts.fact import Fact, Kind


@dataclass(frozen=True)
class Known:
    """Register names → keys, for organisations and for people; compared without case, diacritics and marks."""

    organisations: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("organisations", "people"):
            folded = {plain(register_name): key for register_name, key in getattr(self, name).items()}
            object.__setattr__(self, name, folded)

    def marked(self, fact: Fact) -> Fact:
        """Return the fact with its key and a higher confidence where the register knows its name."""
        names = {Kind.ORGANISATION: self.organisations, Kind.PERSON: self.people}.get(fact.kind)
        key = names.get(plain(str(fact.get("name")))) if names else None
        return replace(fact, key=key, confidence=max(fact.confidence, 0.99)) if key else fact


def plain(name: str) -> str:
    """Return a name without case, diacritics, quotation marks and double spaces."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(name)).split())
