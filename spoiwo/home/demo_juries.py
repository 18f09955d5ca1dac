"""The jury of the example contest: invented people without a way to sign in, their conflicts, what they read and scored."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spoiwo.accounts.models import User
from spoiwo.contests.actions.assignment import apply_assignment
from spoiwo.contests.actions.conflicts import confirm
from spoiwo.contests.actions.jury import add_member
from spoiwo.contests.actions.readings import save_answers, submit_reading, write_comment
from spoiwo.contests.models import Edition, Member, Reading
from spoiwo.contests.queries.conflicts import entrants_for
from spoiwo.contests.queries.planning import Wish, plan_of
from spoiwo.contests.rules.cards import CANNOT, Given
from spoiwo.contests.rules.states import MemberKind, Tie
from spoiwo.kit.actor import SYSTEM, Actor
from spoiwo.polish import fold
from spoiwo.register.models import Organisation

KNOWN_BODY = "Powiat Nowodworski"  # party to an agreement with an entrant: the records tell so
OFFSETS = (0.2, -0.4, 0.1, -0.1, 0.2)  # criteria are not equally easy


@dataclass(frozen=True)
class Juror:
    """A member with the severity planted: points by which the person scores above or below the others."""

    member: Member
    severity: float

    @property
    def actor(self) -> Actor:
        """The juror as who asks."""
        return Actor(self.member.user_id, self.member.user.name)


def convene(edition: Edition, people: Mapping[str, Any], count: int) -> list[Juror]:
    """Appoints so many, the chair first; with all of them also the example account of a juror, who has begun nothing."""
    known = Organisation.objects.current().filter(name=KNOWN_BODY).first()
    jury = []
    for number, (name, function, severity) in enumerate(people["jurors"][:count]):
        member = add_member(
            edition,
            email=f"{fold(name).replace(' ', '.')}@komisja.example",
            name=name,
            kind=MemberKind.JUROR if number else MemberKind.CHAIR,
            function=function,
            organisation=known if number == 3 and count > 5 else None,
            by=SYSTEM,
        )
        jury.append(Juror(member, severity))
    guest = User.objects.filter(email=people["juror"]).first()
    if guest and count > len(jury):
        member = add_member(
            edition, email=guest.email, name=guest.name, kind=MemberKind.JUROR, function="juror", by=SYSTEM
        )
        jury.append(Juror(member, 0.0))
    return jury


def assign(edition: Edition, jury: Sequence[Juror], per_entry: int, seed: int) -> None:
    """All go through the list of entrants, two of them with something to state; then the engine deals the entries out."""
    for number, juror in enumerate(jury):
        said = {}
        if len(jury) > 5 and number in (4, 7):
            entrants = entrants_for(Member.objects.select_related("edition").get(pk=juror.member.pk))
            note = "prowadzenie zajęć w ramach zgłoszonej praktyki"
            said = {entrants[number].token: (Tie.WORK, note)}
        confirm(edition, said, juror.member.user.name, by=juror.actor)
    wish = Wish(seed, per_entry)
    plan = plan_of(edition, wish)
    if plan:
        apply_assignment(edition, wish, plan.inputs.digest, by=SYSTEM)


def score(
    edition: Edition, jury: Sequence[Juror], comments: Sequence[str], chance: random.Random, *, is_over: bool
) -> None:
    """Jurors score by the planted worth of an entry and their severity; of an edition that is over, two best are equal.

    While the jury still reads, the last juror has not begun, and two of three others have a card or two to go.
    """
    criteria = list(edition.criteria.values_list("pk", flat=True))
    entries = list(edition.entries.admitted().order_by("number").values_list("pk", flat=True))
    worth = {pk: min(max(chance.gauss(3.0, 0.7), 1.2), 4.0) for pk in entries}
    equal = entries[:2] if is_over else []
    readers = jury if is_over else jury[:-1]
    for number, juror in enumerate(readers):
        readings = list(Reading.objects.filter(member=juror.member).select_related("entry").order_by("pk"))
        chance.shuffle(readings)
        top = list("54554" if juror.severity > -0.5 else "44544")
        finished = len(readings) - (0 if is_over else number % 3)
        for reading in readings[: finished + 1]:
            points = _points(worth[reading.entry_id], juror.severity, chance)
            if reading.entry_id in equal:
                points = top
            elif chance.random() < 0.08:
                points[1] = CANNOT
            is_done = reading in readings[:finished]
            _fill(reading, criteria, points, juror.actor, chance, comments if is_done else ())


def _points(worth: float, severity: float, chance: random.Random) -> list[str]:
    impression = worth + severity + chance.gauss(0, 0.6)
    found = [round(impression + offset + chance.gauss(0, 0.5)) for offset in OFFSETS]
    return [str(min(max(one, 0), 5)) for one in found]


def _fill(
    reading: Reading,
    criteria: Sequence[int],
    points: Sequence[str],
    by: Actor,
    chance: random.Random,
    comments: Sequence[str],
) -> None:
    """A card with its answers; without `comments` to choose from it is left half done."""
    said = {pk: Given(value, "") for pk, value in zip(criteria, points, strict=True)}
    if not comments:
        said = dict(list(said.items())[:3])
    save_answers(reading, said, by=by)
    if comments:
        if chance.random() < 0.4:
            write_comment(reading, "to_entrant", "", chance.choice(comments), by=by)
        submit_reading(reading, by=by)
