"""Which rows of a file belong to which records, in the register and among themselves; and what follows of that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from spoiwo.register.importers.rows import CellError, Row
from spoiwo.register.rules.names import bare_name, plain_name
from spoiwo.register.rules.values import Problem

NUMBERS = ("nip", "regon", "krs")


class KnownOrganisation(NamedTuple):
    """What is matched by of an organisation in the register; `place` is a TERYT code or empty."""

    pk: int
    name: str
    place: str
    town: str
    nip: str
    regon: str
    krs: str


class KnownPerson(NamedTuple):
    """What is matched by of a person in the book, once per organisation the person holds a function in."""

    pk: int
    name: str
    email: str
    organisation: int | None


@dataclass(slots=True)
class Body:
    """One organisation as the file tells of it, in one row or several; `pk` where the register knows it."""

    values: dict[str, str]
    row: int
    pk: int | None = None
    plain: str = ""


@dataclass(slots=True)
class Human:
    """One person as the file tells of them."""

    values: dict[str, str]
    row: int
    pk: int | None = None


@dataclass(slots=True)
class Post:
    """One function of a body, held by a person or by somebody unnamed (`human` None)."""

    body: int
    human: int | None
    values: dict[str, str]
    row: int


@dataclass(slots=True)
class Plan:
    """Everything a file says, matched: `bodies`, `humans` and `posts` refer to each other by place in the lists."""

    bodies: list[Body] = field(default_factory=list)
    humans: list[Human] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    errors: list[CellError] = field(default_factory=list)
    bad_rows: set[int] = field(default_factory=set)
    body_of_row: dict[int, int] = field(default_factory=dict)


class Matcher:
    """Matches rows one after another; every look-up is a dictionary access."""

    def __init__(
        self,
        organisations: Iterable[KnownOrganisation],
        people: Iterable[KnownPerson],
        columns: Mapping[str, int],
        book_has_posts: Iterable[tuple[int, int | None, str]] = (),
    ) -> None:
        self.plan = Plan()
        self.columns = columns
        self.by_number: dict[tuple[str, str], KnownOrganisation] = {}
        self.by_name: dict[str, list[KnownOrganisation]] = defaultdict(list)
        for known in organisations:
            for kind in NUMBERS:
                if number := getattr(known, kind):
                    self.by_number[kind, number] = known
            self.by_name[plain_name(known.name)].append(known)
        self.person_by_email: dict[tuple[str, str], int] = {}
        self.person_by_post: dict[tuple[str, int], int] = {}
        for person in people:
            plain = plain_name(person.name)
            if person.email:
                self.person_by_email[person.email.lower(), plain] = person.pk
            if person.organisation is not None:
                self.person_by_post[plain, person.organisation] = person.pk
        self.known_posts = set(book_has_posts)
        self.known_pairs = {(body, human) for body, human, _function in self.known_posts}
        self.file_by_pk: dict[int, int] = {}
        self.file_by_number: dict[tuple[str, str], int] = {}
        self.file_by_name: dict[str, list[int]] = defaultdict(list)
        self.human_by_pk: dict[int, int] = {}
        self.human_by_email: dict[tuple[str, str], int] = {}
        self.human_by_post: dict[tuple[str, int], int] = {}
        self.seen: dict[tuple[int, int | None, str], int] = {}

    def add(self, rows: Sequence[Row]) -> None:
        """Takes rows in; those with errors only mark their number as bad."""
        for row in rows:
            if not row.is_good or not self._take(row):
                self.plan.bad_rows.add(row.number)

    def _take(self, row: Row) -> bool:
        body = self._body(row)
        if body is None:
            return False
        human = self._human(row, body) if row.person else None
        function = row.mandate.get("function", "")
        key = (body, human, plain_name(function))
        if key in self.seen:
            self._refuse(row, "", Problem.REPEATED, str(self.seen[key]))
            return False
        self.seen[key] = row.number
        self.plan.body_of_row[row.number] = body
        if human is not None or function:
            self._post(body, human, row)
        return True

    # --- organisations ---

    def _body(self, row: Row) -> int | None:
        values, plain = row.organisation, plain_name(row.organisation["name"])
        known, is_clear = self._known(row, values, plain)
        if not is_clear:
            return None
        place = self._in_file(values, plain, known)
        if place is None:
            place = len(self.plan.bodies)
            self.plan.bodies.append(Body(dict(values), row.number, known.pk if known else None, plain))
        else:
            body = self.plan.bodies[place]
            if (
                known is None
                and body.plain != plain
                and bare_name(body.values["name"]) != bare_name(values["name"])
            ):
                self._refuse(row, "name", Problem.NUMBER_TWICE, str(body.row))
                return None
            for target, value in values.items():
                body.values.setdefault(target, value)
        self._remember(place, values, plain, known)
        return place

    def _known(
        self, row: Row, values: Mapping[str, str], plain: str
    ) -> tuple[KnownOrganisation | None, bool]:
        by_number = {
            known.pk: known
            for kind in NUMBERS
            if (number := values.get(kind)) and (known := self.by_number.get((kind, number)))
        }
        if len(by_number) > 1:
            names = ", ".join(known.name for known in by_number.values())
            self._refuse(
                row, next(kind for kind in NUMBERS if kind in values), Problem.NUMBERS_DISAGREE, names
            )
            return None, False
        if by_number:
            return next(iter(by_number.values())), True
        fitting = [known for known in self.by_name.get(plain, ()) if _fits(values, known)]
        if len(fitting) > 1:
            self._refuse(row, "name", Problem.MATCH_AMBIGUOUS)
            return None, False
        return (fitting[0] if fitting else None), True

    def _in_file(self, values: Mapping[str, str], plain: str, known: KnownOrganisation | None) -> int | None:
        if known is not None:
            return self.file_by_pk.get(known.pk)
        for kind in NUMBERS:
            if (number := values.get(kind)) and (
                place := self.file_by_number.get((kind, number))
            ) is not None:
                return place
        return next(
            (
                place
                for place in self.file_by_name.get(plain, ())
                if _agree(values, self.plan.bodies[place].values)
            ),
            None,
        )

    def _remember(
        self, place: int, values: Mapping[str, str], plain: str, known: KnownOrganisation | None
    ) -> None:
        if known is not None:
            self.file_by_pk[known.pk] = place
            return
        for kind in NUMBERS:
            if number := values.get(kind):
                self.file_by_number[kind, number] = place
        if place not in self.file_by_name[plain]:
            self.file_by_name[plain].append(place)

    # --- people ---

    def _human(self, row: Row, place: int) -> int:
        values, body = row.person, self.plan.bodies[place]
        plain = plain_name(f"{values.get('given_name', '')} {values.get('family_name', '')}")
        mailbox = (values.get("email", "").lower(), plain)
        known = self.person_by_email.get(mailbox) if mailbox[0] else None
        if known is None and body.pk is not None:
            known = self.person_by_post.get((plain, body.pk))
        human = self.human_by_pk.get(known) if known is not None else None
        if human is None and mailbox[0]:
            human = self.human_by_email.get(mailbox)
        if human is None:
            human = self.human_by_post.get((plain, place))
        if human is None:
            human = len(self.plan.humans)
            self.plan.humans.append(Human(dict(values), row.number, known))
        else:
            for target, value in values.items():
                self.plan.humans[human].values.setdefault(target, value)
        if known is not None:
            self.human_by_pk[known] = human
        if mailbox[0]:
            self.human_by_email[mailbox] = human
        self.human_by_post[plain, place] = human
        return human

    def _post(self, body: int, human: int | None, row: Row) -> None:
        body_pk = self.plan.bodies[body].pk
        human_pk = self.plan.humans[human].pk if human is not None else None
        is_known_person = human is None or human_pk is not None
        key = (body_pk, human_pk, plain_name(row.mandate.get("function", "")))
        if body_pk is not None and is_known_person and key in self.known_posts:
            return
        if not key[2] and human_pk is not None and key[:2] in self.known_pairs:
            return  # the file names no function, the register knows one already
        self.plan.posts.append(Post(body, human, dict(row.mandate), row.number))

    def _refuse(self, row: Row, target: str, problem: Problem, detail: str = "") -> None:
        column = self.columns.get(target, -1)
        self.plan.errors.append(
            CellError(row.number, column, row.organisation.get(target, ""), problem, detail)
        )


def _fits(values: Mapping[str, str], known: KnownOrganisation) -> bool:
    """Whether a row of the same name may mean that record: nothing both of them say contradicts."""
    if any(values.get(kind) and getattr(known, kind) not in ("", values[kind]) for kind in NUMBERS):
        return False
    return _same_place(values.get("place", ""), known.place, values.get("town", ""), known.town)


def _agree(values: Mapping[str, str], others: Mapping[str, str]) -> bool:
    if any(values.get(kind) and others.get(kind) not in (None, values[kind]) for kind in NUMBERS):
        return False
    return _same_place(
        values.get("place", ""), others.get("place", ""), values.get("town", ""), others.get("town", "")
    )


def _same_place(place: str, other: str, town: str, other_town: str) -> bool:
    if place and other:
        return place.startswith(other) or other.startswith(place)
    return plain_name(town) == plain_name(other_town) if town and other_town else True


def changes_of(values: Mapping[str, str], now: Mapping[str, Any], *, overwrites: bool) -> dict[str, str]:
    """The fields of a known record that the file changes: empty ones, with `overwrites` also differing ones."""
    return {
        target: value
        for target, value in values.items()
        if target in now and str(now[target] or "") != value and (overwrites or now[target] in (None, ""))
    }
