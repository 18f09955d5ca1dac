"""The small grammatical vocabulary shared by the whole engine: genders, cases and sets of forms."""

from enum import StrEnum
from typing import NamedTuple

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")


class Gender(StrEnum):
    """Grammatical gender of a person's name; the values are also the codes used on the command line."""

    FEMININE = "f"
    MASCULINE = "m"


class Forms(NamedTuple):
    """One word or phrase in the seven Polish cases, singular, in the school order."""

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    locative: str
    vocative: str

    def joined(self, other: "Forms", separator: str = " ") -> "Forms":
        """Return both phrases side by side in every case; an empty phrase leaves the other untouched."""
        return Forms(*(separator.join(filter(None, pair)) for pair in zip(self, other, strict=True)))

    def with_vocative(self, vocative: str) -> "Forms":
        """Return the same forms with another vocative."""
        return self._replace(vocative=vocative)


class NameForms(NamedTuple):
    """A person's full name in the seven cases.

    ``certain`` is False when any part was left in the nominative because neither the dictionary nor a safe
    rule covers it (or the gender is not known): a person should look at such a name before it is printed.
    ``given_name`` and ``family_name`` hold the two halves, for phrases such as "Panie Adamie".
    """

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    locative: str
    vocative: str
    gender: Gender | None
    certain: bool
    given_name: Forms
    family_name: Forms


def unchanged(text: str) -> Forms:
    """Return forms of an indeclinable phrase: the same text in every case."""
    return Forms(*([text] * len(CASES)))
