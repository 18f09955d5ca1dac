"""Kinds and states of agreements, and the fold that turns acts into “who was a party on day D”."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AgreementKind(StrEnum):
    """What sort of document it is."""

    AGREEMENT = "agreement"
    LETTER_OF_INTENT = "letter_of_intent"
    ACCESSION = "accession"
    AMENDMENT = "amendment"
    PROJECT_CONTRACT = "project_contract"


class State(StrEnum):
    """Where an agreement stands (FIELD.md 2.4)."""

    DRAFT = "draft"
    CONSULTED = "consulted"
    AGREED = "agreed"
    SIGNED_BY_SOME = "signed_by_some"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    ENDED = "ended"


class ActKind(StrEnum):
    """What a party did; acts are only ever added."""

    SIGNED = "signed"
    ACCEDED = "acceded"
    WITHDREW = "withdrew"
    EXCLUDED = "excluded"
    SUCCEEDED = "succeeded"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    DECLARED = "declared"
    VOIDED = "voided"


class Form(StrEnum):
    """In which form the act was done; Spoiwo records signatures, it does not make them."""

    PAPER = "paper"
    QUALIFIED = "qualified"
    TRUSTED = "trusted"


class Authority(StrEnum):
    """On what basis the person acted for the party."""

    OFFICE = "office"
    RESOLUTION = "resolution"
    POWER_OF_ATTORNEY = "power_of_attorney"
    STATUTE = "statute"


class DateRule(StrEnum):
    """Which of an act's days counts, by the agreement's own rule."""

    SIGNATURE = "signature"
    RESOLUTION = "resolution"
    RECEIPT = "receipt"
    CONSENT = "consent"


class Effect(StrEnum):
    """When the agreement comes into force."""

    LAST_SIGNATURE = "last_signature"
    FIRST_SIGNATURE = "first_signature"
    FIXED_DAY = "fixed_day"


class Standing(StrEnum):
    """What a body is to the agreement on a day."""

    EXPECTED = "expected"
    PARTY = "party"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    EXCLUDED = "excluded"
    SUCCEEDED = "succeeded"


class PartyRole(StrEnum):
    """The part a body plays among the parties."""

    CONVENER = "convener"
    PARTNER = "partner"
    SUPPORTER = "supporter"


class OrganKind(StrEnum):
    """Bodies a partnership works through."""

    COUNCIL = "council"
    TEAM = "team"
    TASK_GROUP = "task_group"
    OFFICE = "office"


class Problem(StrEnum):
    """Why an act cannot be recorded; the form says it in words."""

    BEFORE_AGREEMENT = "before_agreement"
    IN_FUTURE = "in_future"
    NOT_A_PARTY = "not_a_party"
    ALREADY_A_PARTY = "already_a_party"
    NOT_SUSPENDED = "not_suspended"
    ALREADY_SUSPENDED = "already_suspended"
    NO_SUCCESSOR = "no_successor"
    SUCCESSOR_IS_PARTY = "successor_is_party"
    DATE_MISSING = "date_missing"
    BREAKS_LATER_ACT = "breaks_later_act"
    NOT_AGREED = "not_agreed"
    NOTHING_TO_CORRECT = "nothing_to_correct"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the fold needs of one act. `number` is the order of recording; `corrects` the number of a mistaken act."""

    number: int
    kind: ActKind
    party: int
    counts_on: date
    successor: int | None = None
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """One body's standing on a day, since when, and by which act."""

    standing: Standing
    since: date | None = None
    act: int | None = None


ENTERS = frozenset({ActKind.SIGNED, ActKind.ACCEDED})
# What an act asks of the standing before it, and what it makes of it.
MOVES: dict[ActKind, tuple[frozenset[Standing], Standing]] = {
    ActKind.SIGNED: (frozenset({Standing.EXPECTED}), Standing.PARTY),
    ActKind.ACCEDED: (
        frozenset({Standing.EXPECTED, Standing.WITHDRAWN, Standing.EXCLUDED, Standing.SUCCEEDED}),
        Standing.PARTY,
    ),
    ActKind.WITHDREW: (frozenset({Standing.PARTY, Standing.SUSPENDED}), Standing.WITHDRAWN),
    ActKind.EXCLUDED: (frozenset({Standing.PARTY, Standing.SUSPENDED}), Standing.EXCLUDED),
    ActKind.SUCCEEDED: (frozenset({Standing.PARTY, Standing.SUSPENDED}), Standing.SUCCEEDED),
    ActKind.SUSPENDED: (frozenset({Standing.PARTY}), Standing.SUSPENDED),
    ActKind.RESUMED: (frozenset({Standing.SUSPENDED}), Standing.PARTY),
}
# The field of an act that holds the day each rule counts by.
DATE_FIELDS = {
    DateRule.SIGNATURE: "done_on",
    DateRule.RESOLUTION: "resolved_on",
    DateRule.RECEIPT: "received_on",
    DateRule.CONSENT: "consented_on",
}
STATE_ORDER = (State.DRAFT, State.CONSULTED, State.AGREED)
IS_PARTY = frozenset({Standing.PARTY, Standing.SUSPENDED})


def effective(facts: Iterable[Fact]) -> list[Fact]:
    """The acts that count, in the order they counted: corrected and struck-out ones are left out.

    A correction may itself be corrected; the last word wins. Acts of one day keep the order of recording.
    """
    known = sorted(facts, key=lambda fact: fact.number)
    dead = {fact.corrects for fact in known if fact.corrects is not None}
    return sorted(
        (fact for fact in known if fact.number not in dead and fact.kind != ActKind.VOIDED),
        key=lambda fact: (fact.counts_on, fact.number),
    )


def standings(facts: Iterable[Fact], day: date | None = None) -> dict[int, Status]:
    """Each body's standing at the end of `day` (None: after all acts); bodies without an act are not named.

    An act that does not fit the standing before it changes nothing (see `conflict` for finding it).
    """
    result: dict[int, Status] = {}
    for fact in effective(facts):
        if day is not None and fact.counts_on > day:
            break
        _apply(result, fact)
    return result


def conflict(facts: Iterable[Fact]) -> tuple[Fact, Problem] | None:
    """The first act that does not fit what was before it, with the reason; None where all fit."""
    result: dict[int, Status] = {}
    for fact in effective(facts):
        if problem := _misfit(result, fact):
            return fact, problem
        _apply(result, fact)
    return None


def may_record(facts: Iterable[Fact], new: Fact, *, opened_on: date | None, today: date) -> Problem | None:
    """Why `new` cannot be added to `facts`, or None where it can.

    Besides the standing on its own day, the acts that count later must still fit afterwards.
    """
    known = list(facts)
    if opened_on is None:
        return Problem.NOT_AGREED
    if new.corrects is not None and not any(fact.number == new.corrects for fact in effective(known)):
        return Problem.NOTHING_TO_CORRECT
    if new.kind != ActKind.VOIDED and new.counts_on < opened_on:
        return Problem.BEFORE_AGREEMENT
    if new.kind in ENTERS and new.counts_on > today:
        return Problem.IN_FUTURE
    if new.kind == ActKind.SUCCEEDED and new.successor in (None, new.party):
        return Problem.NO_SUCCESSOR
    found = conflict([*known, new])
    if found is None:
        return None
    culprit, problem = found
    return problem if culprit.number == new.number else Problem.BREAKS_LATER_ACT


def state_at(
    milestones: Iterable[tuple[State, date]],
    facts: Iterable[Fact],
    *,
    founding: Iterable[int],
    effect: Effect,
    fixed_day: date | None,
    amended_on: Iterable[date],
    day: date,
) -> State:
    """The agreement's state on `day`, told by dated milestones, acts and versions; never stored."""
    reached = [state for state, on in milestones if on <= day]
    if State.ENDED in reached:
        return State.ENDED
    start = in_force_since(facts, founding=founding, effect=effect, fixed_day=fixed_day)
    if start is not None and start <= day:
        return State.AMENDED if any(start <= on <= day for on in amended_on) else State.IN_FORCE
    if any(fact.kind in ENTERS and fact.counts_on <= day for fact in effective(facts)):
        return State.SIGNED_BY_SOME
    early = [state for state in STATE_ORDER if state in reached]
    return early[-1] if early else State.DRAFT


def in_force_since(
    facts: Iterable[Fact], *, founding: Iterable[int], effect: Effect, fixed_day: date | None
) -> date | None:
    """The first day of force, or None while the agreement waits for signatures."""
    entered: dict[int, date] = {}
    for fact in effective(facts):
        if fact.kind in ENTERS:
            entered.setdefault(fact.party, fact.counts_on)
    if not entered:
        return None
    if effect == Effect.FIXED_DAY:
        return max(fixed_day, min(entered.values())) if fixed_day else None
    if effect == Effect.FIRST_SIGNATURE:
        return min(entered.values())
    wanted = set(founding)
    if not wanted or not wanted <= entered.keys():
        return None
    return max(entered[party] for party in wanted)


def date_that_counts(
    rule: DateRule,
    *,
    done_on: date | None,
    resolved_on: date | None,
    received_on: date | None,
    consented_on: date | None,
) -> date | None:
    """The day of an act that counts by the agreement's rule; None where that day was not given."""
    return {
        DateRule.SIGNATURE: done_on,
        DateRule.RESOLUTION: resolved_on,
        DateRule.RECEIPT: received_on,
        DateRule.CONSENT: consented_on,
    }[rule]


def _apply(result: dict[int, Status], fact: Fact) -> None:
    if _misfit(result, fact) or fact.kind not in MOVES:
        return
    result[fact.party] = Status(MOVES[fact.kind][1], fact.counts_on, fact.number)
    if fact.kind == ActKind.SUCCEEDED and fact.successor is not None:
        result[fact.successor] = Status(Standing.PARTY, fact.counts_on, fact.number)


def _misfit(result: dict[int, Status], fact: Fact) -> Problem | None:
    before = result[fact.party].standing if fact.party in result else Standing.EXPECTED
    if fact.kind == ActKind.DECLARED:
        return None
    allowed = MOVES[fact.kind][0]
    if before not in allowed:
        return _reason(fact.kind, before)
    if fact.kind == ActKind.SUCCEEDED and fact.successor in result:
        return Problem.SUCCESSOR_IS_PARTY if result[fact.successor].standing in IS_PARTY else None
    return None


def _reason(kind: ActKind, before: Standing) -> Problem:
    if kind in ENTERS:
        return Problem.ALREADY_A_PARTY
    if kind == ActKind.RESUMED:
        return Problem.NOT_SUSPENDED if before == Standing.PARTY else Problem.NOT_A_PARTY
    if kind == ActKind.SUSPENDED and before == Standing.SUSPENDED:
        return Problem.ALREADY_SUSPENDED
    return Problem.NOT_A_PARTY
