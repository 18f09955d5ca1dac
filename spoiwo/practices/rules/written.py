"""What people write down about a practice, as forms give it and actions take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an expert says: how well the result is proved, how much the practice appeals (1–5), words to the author."""

    evidence_grade: str = ""
    appeal: int | None = None
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A module; `pk` where it is there already."""

    title: str
    text: str = ""
    needs: str = ""
    is_alone: bool = True
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A term of the catalogue; `pk` where it is there already, an empty name takes it out."""

    facet: str
    name: str
    pk: int | None = None
