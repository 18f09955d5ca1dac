"""Official places of Poland found in a text in any case: "w Opocznie" is Opoczno, with its TERYT code."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from spoiwo.polish.dictionary import readings
from spoiwo.polish.gazetteer_choice import COMMUNE, COUNTY, TOWN, VOIVODESHIP, Found, Mention, Place, settled
from spoiwo.polish.gazetteer_forms import Words, adjective_forms, declined, words_of

__all__ = ["Found", "Gazetteer", "Place"]

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"(?:[ \u00a0]{0,2}[-–‑]?[ \u00a0]{0,2}|[ \u00a0]*\r?\n[ \u00a0]*)")
_LISTED = re.compile(r"\s*(?:,|\bi\b|\boraz\b|\ba\b|\blub\b)\s*")
_AFTER_CUE = re.compile(r"[.:]?\s+")
_DATE_LINE = re.compile(r",?\s+(?:dnia\s+|dn\.\s*)?\d")
_SENTENCE_END = ".!?…:•*\n"
_LONGEST = 4  # words of the longest name

# Endings are written out: "powiatowy" and "wojewódzki" are no cues.
_COUNTY_CUE = re.compile(
    r"(?:powiat(?:u|owi|em|y|ów|om|ami|ach)?|powiecie|(?:wice)?staro(?:st(?:a|y|ę|ą|owie|ów)|ście))", re.I
)
_VOIVODESHIP_CUE = re.compile(
    r"(?:woj|województw(?:o|a|u|em|ie|om|ami|ach)?|wojewod(?:a|y|ę|ą)|wojewodzie|"
    r"(?:wice)?marszał(?:ek|k(?:a|owi|iem|u)))",
    re.I,
)
_COMMUNE_CUE = re.compile(r"(?:gmin(?:a|y|ę|ą|ie|o|om|ami|ach)?|wój(?:t(?:a|owi|em|y|ów)?|cie))", re.I)
_TOWN_CUE = re.compile(
    r"(?:miast(?:o|a|u|em|ach|om)?|mieście|miasteczk(?:o|a|u|iem)|burmistrz(?:a|owi|em|u|e|ów)?|"
    r"prezydent(?:a|owi|em)?|m|wieś|wsi|wsią|miejscowoś(?:ć|ci|cią|ciach))",
    re.I,
)
# A preposition shows a place only before the case it governs: "z Urzędów Pracy" is not "z Urzędowa".
_PREPOSITIONS = {
    "w": {"loc"}, "we": {"loc"}, "z": {"gen"}, "ze": {"gen"}, "do": {"gen"}, "od": {"gen"}, "koło": {"gen"},
    "spod": {"gen"}, "k": {"gen"}, "niedaleko": {"gen"},
}  # fmt: skip
_OVER = frozenset({"nad", "nade", "znad"})  # nad Pilicą: the river
# Rivers and a day of the week: only "w" shows the place.
_DOUBTFUL = frozenset(
    {"Wisła", "Nysa", "Pilica", "Warta", "Wieprz", "Nur", "Reda", "Wilga", "Ropa", "Biała", "Orla", "Piątek"}
)
# Lands that people name instead of the voivodeship.
_LANDS = {
    "Dolny Śląsk": "02", "Lubelszczyzna": "06", "Małopolska": "12", "Mazowsze": "14", "Opolszczyzna": "16",
    "Podkarpacie": "18", "Podlasie": "20", "Pomorze": "22", "Śląsk": "24", "Górny Śląsk": "24",
    "Kielecczyzna": "26", "Mazury": "28", "Warmia": "28", "Wielkopolska": "30", "Pomorze Zachodnie": "32",
}  # fmt: skip
_ROW_KINDS = frozenset({"city_county", "urban", "urban_rural", "rural"})
# The table is the room's `places`; engines import no rooms, so only its file is read, by its place beside this package.
_SHIPPED = Path(__file__).parents[1] / "places/data/units.csv"


class _Entry(NamedTuple):
    words: Words
    name: str
    cases: frozenset[str]


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class Gazetteer:
    """Official places by any form of their names; the forms are generated at the first question (about a second)."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(places)
        self._known = {place.code: place for place in self.places}

    @classmethod
    def from_csv(cls, path: Path) -> "Gazetteer":
        """Read a table with the columns code, kind, name in UTF-8; KeyError where a column is missing."""
        with path.open(encoding="utf-8", newline="") as file:
            return cls(Place(row["name"], row["code"], row["kind"]) for row in csv.DictReader(file))

    @classmethod
    def shipped(cls) -> "Gazetteer":
        """Return the table that comes with the program, made once."""
        return _shipped()

    def place(self, code: str) -> Place | None:
        """Return the place of a TERYT code."""
        return self._known.get(code)

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the towns and communes of an official name in the nominative."""
        return self._by_name.get(words_of(name), ())

    def find(self, text: str) -> list[Found]:
        """Return the places named in a text, in order and without overlaps.

        A capitalised name counts in every case; one that is also a common word or a surname ("Dobra", "Urzędów") only
        after a preposition with its case or after words such as "gmina". Adjectives count after "powiat", "województwo"
        and their holders, one after another ("województwa mazowieckiego i łódzkiego"). Linear in the text.
        """
        return settled(list(self._mentions(text)))

    def _mentions(self, text: str) -> Iterator[Mention]:
        words = [_Word(match[0], *match.span()) for match in _WORD.finditer(text)]
        position = 0
        while position < len(words):
            found, used = self._cued(text, words, position)
            if not used:
                mention, used = self._named(text, words, position)
                found = [mention] if mention else []
            yield from found
            position += max(used, 1)

    def _cued(self, text: str, words: list[_Word], position: int) -> tuple[list[Mention], int]:
        """Return the counties or voivodeships listed after a cue word, and how many words that took."""
        cue = words[position].text
        if cue[0] not in "pPsSwWmM":
            return [], 0
        if _COUNTY_CUE.fullmatch(cue):
            table, asked = self._counties, COUNTY
        elif _VOIVODESHIP_CUE.fullmatch(cue):
            table, asked = self._voivodeships, VOIVODESHIP
        else:
            return [], 0
        found: list[Mention] = []
        at, joint = position + 1, _AFTER_CUE
        while at < len(words):
            listed = at + (1 if words[at].text in ("i", "oraz", "a", "lub") and found else 0)
            if not joint.fullmatch(text, words[at - 1].end, words[min(listed, len(words) - 1)].start):
                break
            name, count = _longest(table, text, words, listed)
            if not count:
                break
            found.append(Mention(words[listed].start, words[listed + count - 1].end, table[name], asked))
            at, joint = listed + count, _LISTED
        return found, (at - position if found else 0)

    def _named(self, text: str, words: list[_Word], position: int) -> tuple[Mention | None, int]:
        word = words[position]
        if not word.text[0].isupper():
            return self._adjectival_land(words, position)
        entry = self._entry(text, words, position)
        if entry is None:
            return self._adjectival_land(words, position)
        asked = _trusted(text, words, position, entry, self._is_city(entry))
        if not asked:
            return None, 1
        count = len(entry.words)
        places = self._lands.get(entry.name) or self._by_name[words_of(entry.name)]
        return Mention(word.start, words[position + count - 1].end, places, asked), count

    def _entry(self, text: str, words: list[_Word], position: int) -> _Entry | None:
        """Return the longest name that stands here; of several the one whose case the preposition asks for ("z Siedlec")."""
        entries = self._forms.get(_capitalised(words[position].text), ())
        first: _Entry | None = None
        for entry in entries:
            if first is not None and len(entry.words) < len(first.words):
                break
            if not _matches(entry.words, text, words, position):
                continue
            if len(entries) == 1 or _PREPOSITIONS.get(_before(text, words, position)[0], set()) & entry.cases:
                return entry
            first = first or entry
        return first

    def _adjectival_land(self, words: list[_Word], position: int) -> tuple[Mention | None, int]:
        """Return "w Łódzkiem": the only form of such a name that can be nothing else."""
        word = words[position]
        if not position or words[position - 1].text.lower() not in ("w", "we"):
            return None, 0
        name = (word.text.lower().removesuffix("em") + "e",)
        if word.text.endswith("iem") and name in self._voivodeships:
            return Mention(word.start, word.end, self._voivodeships[name], VOIVODESHIP), 1
        return None, 0

    def _is_city(self, entry: _Entry) -> bool:
        return any(place.unit == "city_county" for place in self._by_name.get(words_of(entry.name), ()))

    @cached_property
    def _by_name(self) -> dict[Words, tuple[Place, ...]]:
        grouped = defaultdict(list)
        for place in self.places:
            if place.unit in _ROW_KINDS:
                grouped[words_of(place.name)].append(place)
        return {words: tuple(places) for words, places in grouped.items()}

    @cached_property
    def _lands(self) -> dict[str, tuple[Place, ...]]:
        return {name: (self._known[code],) for name, code in _LANDS.items() if code in self._known}

    @cached_property
    def _counties(self) -> dict[Words, tuple[Place, ...]]:
        return self._adjectives("county")

    @cached_property
    def _voivodeships(self) -> dict[Words, tuple[Place, ...]]:
        return self._adjectives("voivodeship")

    def _adjectives(self, unit: str) -> dict[Words, tuple[Place, ...]]:
        grouped = defaultdict(list)
        for place in self.places:
            if place.unit == unit:
                # Wojewoda Mazowiecki is a man, województwo mazowieckie is not.
                forms = {
                    form for neuter in (False, True) for form in adjective_forms(place.name, is_neuter=neuter)
                }
                for words in forms:
                    grouped[words].append(place)
        return {words: tuple(places) for words, places in grouped.items()}

    @cached_property
    def _forms(self) -> dict[str, list[_Entry]]:
        """Every form by its first word, the longest names first."""
        cases: dict[tuple[Words, str], set[str]] = defaultdict(set)
        names = [
            *self._lands,
            *dict.fromkeys(place.name for place in self.places if place.unit in _ROW_KINDS),
        ]
        for name in names:
            for words, case in declined(name):
                cases[words, name].add(case)
        by_first = defaultdict(list)
        for (words, name), found in sorted(
            cases.items(), key=lambda item: (-len(item[0][0]), "nom" not in item[1])
        ):
            by_first[words[0]].append(_Entry(words, name, frozenset(found)))
        return dict(by_first)


@cache
def _shipped() -> Gazetteer:
    return Gazetteer.from_csv(_SHIPPED)


def _capitalised(word: str) -> str:
    return word.capitalize() if len(word) > 1 and word.isupper() else word


def _matches(wanted: Words, text: str, words: list[_Word], position: int) -> bool:
    if position + len(wanted) > len(words):
        return False
    for offset, want in enumerate(wanted):
        word = words[position + offset]
        if word.text != want and (not word.text.isupper() or word.text.lower() != want.lower()):
            return False
        if offset and not _BETWEEN.fullmatch(text, words[position + offset - 1].end, word.start):
            return False
    return True


def _longest(
    table: dict[Words, tuple[Place, ...]], text: str, words: list[_Word], position: int
) -> tuple[Words, int]:
    for count in range(min(_LONGEST, len(words) - position), 0, -1):
        name = tuple(word.text.lower() for word in words[position : position + count])
        if name in table and all(
            _BETWEEN.fullmatch(text, words[at - 1].end, words[at].start)
            for at in range(position + 1, position + count)
        ):
            return name, count
    return (), 0


def _trusted(text: str, words: list[_Word], position: int, entry: _Entry, is_city: bool) -> str:
    """Return what is asked for (a town or a commune), or nothing where the words may well be no place."""
    count = len(entry.words)
    before, asked = _before(text, words, position)
    if asked:
        return asked if _stands_alone(text, words, position, count) or count > 1 else ""
    if before in _OVER or _is_in_a_name(text, words, position, count):
        return ""
    if count > 1 and " nad " not in entry.name and entry.words[0][0].isupper():
        return TOWN
    fits = bool(_PREPOSITIONS.get(before, set()) & entry.cases)
    if entry.name in _DOUBTFUL and before not in ("w", "we"):
        return ""
    if is_city and (
        fits or not _is_common(words[position].text.lower()) or not _starts(text, words, position)
    ):
        return TOWN
    if not _is_common(words[position].text.lower()):
        return TOWN
    starts_a_dated_line = _starts(text, words, position) and _DATE_LINE.match(text, words[position].end)
    alone = _stands_alone(text, words, position, count)
    return TOWN if starts_a_dated_line or (fits and alone) else ""


def _before(text: str, words: list[_Word], position: int) -> tuple[str, str]:
    """Return the word before in small letters (nothing over the end of a sentence), and the unit it asks for."""
    if not position:
        return "", ""
    previous = words[position - 1]
    gap = text[previous.end : words[position].start]
    word = previous.text.lower()
    if gap.strip(" \u00a0\r\n") not in ("", "." if word in ("k", "m") else ""):
        return "", ""
    if position > 1 and word in ("wiejska", "wiejskiej", "wiejską", "miejska", "miejskiej", "miejską"):
        word = words[position - 2].text.lower()
    if _COMMUNE_CUE.fullmatch(word):
        joint = [earlier.text.lower() for earlier in words[max(0, position - 3) : position - 1]]
        return word, TOWN if joint[:1] and joint[0].startswith("mia") and joint[-1] == "i" else COMMUNE
    return word, TOWN if _TOWN_CUE.fullmatch(word) and gap.strip() in ("", ".") else ""


def _is_in_a_name(text: str, words: list[_Word], position: int, count: int) -> bool:
    """Whether a given name stands before, or a hyphen joins the word with another: Jan Sokołów, Olszowska-Łask."""
    start, end = words[position].start, words[position + count - 1].end
    if text[max(0, start - 1) : start] in ("-", "–") or (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    ):
        return True
    if not position:
        return False
    previous = words[position - 1]
    if not previous.text[0].isupper() or text[previous.end : start] not in (" ", "\u00a0", ". ", "."):
        return False
    if len(previous.text) == 1:
        return text[previous.end] == "." and not previous.text.isspace() and previous.text not in "WZ"
    return text[previous.end : start].strip() == "" and any(
        "imię" in reading.names for reading in readings(previous.text.capitalize())
    )


def _stands_alone(text: str, words: list[_Word], position: int, count: int) -> bool:
    """Whether no other capitalised word follows at once, as in "w Dobrej Praktyce"; in a line of capitals any may."""
    following = position + count
    if following >= len(words):
        return True
    gap = text[words[following - 1].end : words[following].start]
    is_next_capital = words[following].text[0].isupper()
    return words[position].text.isupper() or not is_next_capital or gap.strip(" \u00a0") != ""


def _starts(text: str, words: list[_Word], position: int) -> bool:
    """Whether the word begins the text, a line or a sentence."""
    start = words[position].start
    before = text[max(0, start - 12) : start].rstrip(' \u00a0\t"„”«»(-–')
    return not before.strip() or before[-1] in _SENTENCE_END


def _is_common(word: str) -> bool:
    """Whether the form is also a form of a common word or of a person's name."""
    for reading in readings(word):
        if reading.word[0].islower() and reading.kind not in ("adv", "adja", "adjp", "imps"):
            return True
        if reading.names & {"imię"}:
            return True
    return False
