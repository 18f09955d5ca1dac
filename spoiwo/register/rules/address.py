"""How a person is written to: cases of the name and the opening of a letter, the clerk's own words first."""

from collections.abc import Mapping

from spoiwo.polish import CASES, Forms, inflect_name, salutation
from spoiwo.polish.grammar import unchanged

OBLIQUE = CASES[1:]


def suggested_cases(given: str, family: str, gender: str = "") -> tuple[Forms, bool]:
    """All cases as the language engine gives them, and whether it is sure; empty names give empty forms."""
    if not given.strip() and not family.strip():
        return unchanged(""), False
    forms = inflect_name(given, family, gender or None)
    return Forms(**{case: getattr(forms, case) for case in CASES}), forms.certain


def cases_of(given: str, family: str, gender: str, own: Mapping[str, str]) -> Forms:
    """The cases to print: what a clerk wrote down in `own` wins over the suggestion."""
    suggested, _sure = suggested_cases(given, family, gender)
    return suggested._replace(**{case: own[case] for case in OBLIQUE if own.get(case)})


def own_cases(typed: Mapping[str, str], given: str, family: str, gender: str) -> dict[str, str]:
    """What of the `typed` cases is worth keeping: those that say otherwise than the suggestion.

    Keeping only the difference means that a corrected surname brings its right cases along by itself.
    """
    suggested, _sure = suggested_cases(given, family, gender)
    tidy = {case: " ".join(typed.get(case, "").split()) for case in OBLIQUE}
    return {case: text for case, text in tidy.items() if text and text != getattr(suggested, case)}


def opening_of(given: str, family: str, gender: str, function: str, own: str = "") -> str:
    """The opening of a letter: the clerk's words, or those that fit the name, gender and function."""
    return own or salutation(given, family, gender=gender or None, office=function)
