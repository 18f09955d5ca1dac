"""A list of guests from CSV or XLSX bytes: checked, completed and told apart row by row, ready to be matched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from spoiwo.meetings.importers.values import Names, checks_of
from spoiwo.meetings.rules.guests import BLOCKING, Identity, Trouble, channel_of, find_repeated, has_post
from spoiwo.polish import salutation
from spoiwo.register.importers.columns import guess_columns
from spoiwo.register.importers.table import Table, read_table
from spoiwo.register.importers.words import Words, check_gender
from spoiwo.register.rules import sector_of
from spoiwo.register.rules.names import guess_kind, plain_name
from spoiwo.register.rules.place_names import Places
from spoiwo.register.rules.taxonomy import Kind
from spoiwo.register.rules.values import Checked, Problem


class Flaw(NamedTuple):
    """What is wrong in a row: a `Problem` of one value or a `Trouble` of the whole; `column` from 0, or -1.

    Of a duplicate or a shared mailbox `detail` is the line of the earlier row.
    """

    kind: str
    column: int = -1
    value: str = ""
    detail: str = ""


class GuestRow(NamedTuple):
    """One addressee in clean values, unusable ones left empty; `line` as a spreadsheet numbers it.

    `commune` is a TERYT code, or the text of the file where no register was given. `email` and `phone` are the person's,
    else the organisation's; where both are in the file the latter is in `office_email` and `office_phone`.
    """

    line: int
    organisation: str
    given_name: str
    family_name: str
    gender: str
    function: str
    salutation: str
    email: str
    phone: str
    sector: str
    commune: str
    street: str
    postcode: str
    town: str
    e_delivery: str
    channel: str
    note: str
    office_email: str
    office_phone: str
    flaws: tuple[Flaw, ...]

    @property
    def is_usable(self) -> bool:
        """Whether somebody can be invited by this row; lesser flaws do not hinder it."""
        return not any(flaw.kind in _HINDERS for flaw in self.flaws)

    @property
    def name(self) -> str:
        """The person's full name, empty where the file names none."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def post(self) -> str:
        """Street and town as two lines of an address, empty where a letter would not arrive."""
        if not has_post(self.street, self.postcode, self.town):
            return ""
        return "\n".join(filter(None, (self.street, f"{self.postcode} {self.town}".strip())))


@dataclass(frozen=True, slots=True)
class GuestList:
    """A whole file; `columns` says of each column what it holds (see `TARGETS`), or is empty where it is passed over."""

    header: list[str]
    columns: list[str]
    rows: list[GuestRow]
    encoding: str
    delimiter: str

    @property
    def usable(self) -> list[GuestRow]:
        """The rows to invite by."""
        return [row for row in self.rows if not row.flaws or row.is_usable]

    @property
    def flawed(self) -> list[GuestRow]:
        """The rows to show to a person, usable or not."""
        return [row for row in self.rows if row.flaws]


_HINDERS: frozenset[str] = BLOCKING | {Problem.TOO_MANY_CELLS}
TARGETS = (
    "name", "person", "given_name", "family_name", "gender", "salutation", "function", "person_email", "email",
    "person_phone", "phone", "kind", "sector", "place", "county", "voivodeship", "street", "postcode", "town", "e_delivery",
    "channel", "note",
)  # fmt: skip
_SALUTATION_HEADERS = frozenset({
    "salutation", "greeting", "zwrot grzecznosciowy", "zwrot do adresata", "zwrot powitalny", "powitanie", "naglowek listu",
})  # fmt: skip


def read_guests(
    data: bytes,
    *,
    places: Places | None = None,
    words: Words | None = None,
    columns: Sequence[str] | None = None,
    encoding: str = "",
    delimiter: str = "",
) -> GuestList:
    """Every row of the file that is not empty, with what is wrong with it; nothing is thrown away.

    `columns`, `encoding` and `delimiter` overrule what the content tells; `places` is the official register, without it
    communes stay as written. Raises FileProblem where the bytes are no table. Some 12 ms for 1,000 rows of CSV (plus a
    tenth of a second when the dictionary of names is loaded); XLSX takes ten times that to unpack.
    """
    table = read_table(data, encoding=encoding, delimiter=delimiter)
    cells = list(zip_longest(*table.rows, fillvalue=""))
    known = list(columns) if columns is not None else columns_of(table.header, cells)
    rows = _Reader(table, cells, known, places, words or Words()).rows()
    return GuestList(table.header, known, rows, table.encoding, table.delimiter)


def columns_of(header: Sequence[str], cells: Sequence[Sequence[str]] = ()) -> list[str]:
    """What each column holds by its header; a column of whole salutations is known by its `cells` as well."""
    known = [target if target in TARGETS else "" for target in guess_columns(header)]
    for column, text in enumerate(header):
        if plain_name(text) in _SALUTATION_HEADERS or (
            known[column] == "gender" and column < len(cells) and _hold_salutations(cells[column])
        ):
            known[column] = "salutation"
    return known


def has_addressees(columns: Iterable[str]) -> bool:
    """Whether any column names a person or an organisation."""
    return not {"name", "person", "given_name", "family_name"}.isdisjoint(columns)


def _hold_salutations(cells: Sequence[str]) -> bool:
    return any(cell[:7].lower() == "szanown" and check_gender(cell).problem for cell in cells)


class _Reader:
    """Checks column by column, so that equal cells are checked once, and then puts rows together."""

    def __init__(
        self,
        table: Table,
        cells: Sequence[Sequence[str]],
        columns: Sequence[str],
        places: Places | None,
        words: Words,
    ) -> None:
        self.table, self.cells, self.places, self.words = table, cells, places, words
        self.column_of = {target: column for column, target in enumerate(columns) if target}
        self.count = len(table.rows)
        self.flaws: dict[int, list[Flaw]] = {}
        self.nothing = [""] * self.count  # never changed

    def rows(self) -> list[GuestRow]:
        checks = checks_of(self.words)
        column = {target: self._checked(target, check) for target, check in checks.items()}
        given, family = self._people(column)
        emails, office_emails = _own_first(column["person_email"], column["email"])
        phones, office_phones = _own_first(column["person_phone"], column["phone"])
        column |= {
            "given_name": given, "family_name": family, "email": emails, "office_email": office_emails, "phone": phones,
            "office_phone": office_phones, "commune": self._communes(), "sector": self._sectors(column),
        }  # fmt: skip
        column["gender"] = self._genders(column)
        column["salutation"] = _salutations(column)
        self._too_long()
        column["channel"] = self._channels(column)
        self._repeated(column)
        column["organisation"] = column["name"]
        flaws = [tuple(self.flaws.get(place, ())) for place in range(self.count)]
        texts = (column[field] for field in GuestRow._fields[1:-1])
        return list(map(GuestRow, self.table.numbers, *texts, flaws))

    def _texts(self, target: str) -> Sequence[str]:
        column = self.column_of.get(target, -1)
        return self.cells[column] if 0 <= column < len(self.cells) else self.nothing

    def _checked(self, target: str, check: Callable[[str], Checked]) -> list[str]:
        texts = self._texts(target)
        if texts is self.nothing:
            return self.nothing
        checked = {text: check(text) for text in set(texts) if text}
        checked[""] = Checked("")
        told = {text: one for text, one in checked.items() if one.problem or one.detail}
        if told:
            for place, text in enumerate(texts):
                if text in told:
                    _value, problem, detail = told[text]
                    kind = problem or Trouble.MORE_ADDRESSES
                    self._tell(place, Flaw(kind, self.column_of[target], text, detail))
        values = {text: "" if one.problem else one.value for text, one in checked.items()}
        return [values[text] for text in texts]

    def _tell(self, place: int, flaw: Flaw) -> None:
        self.flaws.setdefault(place, []).append(flaw)

    def _people(self, column: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
        given, family = column["given_name"].copy(), column["family_name"].copy()
        self.names = Names()
        for place, text in enumerate(self._texts("person")):
            if text and not given[place] and not family[place]:
                try:
                    given[place], family[place] = self.names.split(text)
                except ValueError:
                    self._tell(place, Flaw(Problem.NAME, self.column_of["person"], text))
        return given, family

    def _communes(self) -> list[str]:
        texts = list(zip(*map(self._texts, ("place", "county", "voivodeship")), strict=True))
        found: dict[tuple[str, str, str], Checked] = {("", "", ""): Checked("")}
        for written in set(texts) - found.keys():
            place, county, voivodeship = written
            known = self.places.find(place, county, voivodeship) if self.places and place else None
            found[written] = known or Checked(place)
        for place, written in enumerate(texts):
            if problem := found[written].problem:
                self._tell(place, Flaw(problem, self.column_of["place"], written[0], found[written].detail))
        return ["" if found[written].problem else found[written].value for written in texts]

    def _sectors(self, column: Mapping[str, list[str]]) -> list[str]:
        """As written, else told by the kind, else by the name."""
        of_kind: dict[tuple[str, str], str] = {}
        sectors = column["sector"].copy()
        for place, key in enumerate(zip(column["kind"], column["name"], strict=True)):
            if not sectors[place]:
                if key not in of_kind:
                    kind = key[0] or (key[1] and guess_kind(key[1]))
                    of_kind[key] = sector_of(Kind(kind)) if kind else ""
                sectors[place] = of_kind[key]
        return sectors

    def _genders(self, column: Mapping[str, list[str]]) -> list[str]:
        known = zip(column["gender"], column["given_name"], column["family_name"], strict=True)
        return [
            gender or (self.names.gender(given, family) if given or family else "")
            for gender, given, family in known
        ]

    def _too_long(self) -> None:
        width = len(self.table.header)
        if len(self.cells) > width:
            for place, cells in enumerate(self.table.rows):
                if len(cells) > width:
                    self._tell(place, Flaw(Problem.TOO_MANY_CELLS, -1, cells[width]))

    def _channels(self, column: Mapping[str, list[str]]) -> list[str]:
        fields = ("email", "phone", "e_delivery", "street", "postcode", "town")
        channels = []
        for place, (asked, *ways) in enumerate(
            zip(column["channel"], *(column[field] for field in fields), strict=True)
        ):
            if ways[0] and not asked:
                channels.append("email")
                continue
            channel, trouble = channel_of(asked, **dict(zip(fields, ways, strict=True)))
            channels.append(channel)
            if trouble:
                self._tell(place, Flaw(trouble))
        return channels

    def _repeated(self, column: Mapping[str, list[str]]) -> None:
        """Only rows that can be used take part, so that a broken one never displaces a good one."""
        usable = []
        people = []
        for place, (email, given, family, organisation, function, commune, town) in enumerate(
            zip(
                *(column[field] for field in ("email", "given_name", "family_name", "name", "function")),
                *(column[field] for field in ("commune", "town")),
                strict=True,
            )
        ):
            if not (given or family or organisation):
                self._tell(place, Flaw(Trouble.NOBODY))
            elif place not in self.flaws or not _HINDERS & {flaw.kind for flaw in self.flaws[place]}:
                usable.append(place)
                people.append(Identity(email, f"{given} {family}", organisation, function, commune, town))
        for later, (earlier, trouble) in find_repeated(people).items():
            line = self.table.numbers[usable[earlier]]
            self._tell(usable[later], Flaw(trouble, detail=str(line)))


def _own_first(own: list[str], shared: list[str]) -> tuple[list[str], list[str]]:
    pairs = list(zip(own, shared, strict=True))
    return [one or other for one, other in pairs], [other if one else "" for one, other in pairs]


def _salutations(column: Mapping[str, list[str]]) -> list[str]:
    known: dict[tuple[str, str], str] = {}
    for key in set(zip(column["gender"], column["function"], strict=True)):
        known[key] = salutation(gender=key[0] or None, office=key[1])
    return [
        written or known[gender, function]
        for written, gender, function in zip(
            column["salutation"], column["gender"], column["function"], strict=True
        )
    ]
