"""A title for what a source gives none: what it was and about what, in the source's own grammar.

What a source tells of follows its noun in some case – “porozumienie *o zawarciu partnerstwa*”, “kurs *spawania*” – and reads
as Polish only with the words that govern it. So the words before it are looked at; only where they say nothing a colon stands.
"""

import re

from spoiwo.polish import readings

_WITH = r"w sprawie|ws\.|w zakresie|z zakresu|w dziedzinie|na rzecz|na temat|pod nazwą|pod hasłem|w ramach|o|na|z|ze|dla|do|w|przy|nad"
_GOVERNED = re.compile(rf"(?<!\w)(?P<words>{_WITH})\s+\Z", re.IGNORECASE)
_PLAIN = r"(?!poświęcon|dotycz)[a-ząćęłńóśźż]+"
_DIRECT = re.compile(rf"\s+(?P<words>(?i:{_WITH})(?:\s+{_PLAIN}){{0,4}})\s+\Z")
_AGREEING = re.compile(r"\b(?:(?P<about>dotycz(?:ąc|ył)\w*)|(?P<given>poświęcon\w*))\s+\Z", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?:;|](?=\s)|\n")
# Nouns of trainings a source may use where the reader knows only that it was one.
_TRAININGS = {"szkoleni": "szkolenie", "kurs": "kurs", "warsztat": "warsztaty", "seminari": "seminarium"}


def titled(form: str, about: str, before: str) -> str:
    """Return the title of a thing of this form, in the nominative, about what `before` stood in the text right before.

    Examples: ("porozumienie", "współpracy", "podpisały porozumienie o ") → “Porozumienie o współpracy”; ("szkolenie",
    "spawania", "ruszył kurs ") → “Kurs spawania”; ("szkolenie", "Komputer bez tajemnic", "kurs drugi: ") →
    “Szkolenie: Komputer bez tajemnic”.
    """
    if about.casefold().startswith(form.casefold()[:5]):
        return about
    noun, gap = _noun_before(form, before)
    if gap is not None and not gap.strip() and _is_governed(about):
        return f"{noun.capitalize()} {about}"
    told = _DIRECT.fullmatch(gap) if gap else None
    if told := told or _GOVERNED.search(before):
        words = " ".join(told["words"].split())
        return f"{noun.capitalize()} {words[0].lower()}{words[1:]} {about}"
    if match := _AGREEING.search(before):
        return f"{noun.capitalize()} {_agreeing(noun, bool(match['about']))} {about}"
    return f"{noun.capitalize()}: {about}"


def _is_governed(about: str) -> bool:
    """Whether it follows its noun without a word between: “spawania”, “Programu Partnerstwa”, but not “Gość na szlaku”."""
    word = about.split()[0]
    if word.islower():
        return True
    found = readings(word) or readings(word.lower())
    cases = frozenset[str]().union(*(one.cases for one in found))
    return "gen" in cases and "nom" not in cases


def _noun_before(form: str, before: str) -> tuple[str, str | None]:
    """The thing's noun as the title has it, and what stands between it and what it is about, in the same sentence."""
    start = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    stems = _TRAININGS if form == "szkolenie" else {form.split()[-1].casefold()[:5]: form}
    found = [
        (match.end(), stems[stem], before[match.end() :])
        for stem in stems
        for match in re.finditer(rf"\b{re.escape(stem)}\w*", before, re.IGNORECASE)
        if match.start() >= start
    ]
    return max(found)[1:] if found else (form, None)


def _agreeing(noun: str, is_about: bool) -> str:
    word = noun.split()[0]
    ending = "a" if word.endswith("a") else "e" if word[-1] in "eoyi" or word.endswith("um") else "y"
    return f"{'dotycząc' if is_about else 'poświęcon'}{ending}"
