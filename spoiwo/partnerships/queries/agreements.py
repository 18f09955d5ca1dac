"""Agreements as pages, documents and machines read them: the state and the parties as at any day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from spoiwo.partnerships import rules
from spoiwo.partnerships.models import Act, Agreement, Party, Section, Version
from spoiwo.partnerships.rules import IS_PARTY, ActKind, Effect, Fact, Standing, State


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One body's row in the list of parties as at a day."""

    party: Party
    standing: Standing
    since: dt.date | None
    act: Act | None
    declarations: tuple[Act, ...] = ()
    successor: Party | None = None

    @property
    def is_party(self) -> bool:
        """Bound by the agreement that day; a suspended body still is."""
        return self.standing in IS_PARTY


@dataclass(frozen=True, slots=True)
class AgreementOn:
    """An agreement as at a day: its state, its parties and those that were or are expected to be."""

    agreement: Agreement
    day: dt.date
    state: State
    since: dt.date | None
    version: Version | None
    lines: tuple[PartyLine, ...]

    @property
    def parties(self) -> list[PartyLine]:
        """Parties of that day, suspended ones included."""
        return [line for line in self.lines if line.is_party]

    @property
    def missing(self) -> list[PartyLine]:
        """Bodies whose signature or accession is still awaited."""
        return [line for line in self.lines if line.standing == Standing.EXPECTED]

    @property
    def former(self) -> list[PartyLine]:
        """Bodies that had been parties and were not any more."""
        return [line for line in self.lines if not line.is_party and line.standing != Standing.EXPECTED]


def with_acts(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Loads all that `agreement_on` needs in six queries for any number of agreements."""
    acts = Act.objects.select_related("mandate", "successor", "file", "version", "party").order_by("pk")
    sections = Section.objects.filter(version=OuterRef("pk"))
    versions = Version.objects.annotate(is_blank=~Exists(sections))
    parties = Party.objects.select_related("organisation", "organisation__place", "representative")
    return agreements.select_related("partnership").prefetch_related(
        Prefetch("acts", acts), Prefetch("parties", parties), Prefetch("versions", versions), "milestones"
    )


def is_writable(version: Version) -> bool:
    """Whether its text may be typed in: nothing is frozen yet, or it was agreed before anybody wrote it down here."""
    if version.frozen_at is None:
        return True
    return version.is_blank if hasattr(version, "is_blank") else not version.sections.exists()


def facts_of(agreement: Agreement) -> list[Fact]:
    """The agreement's acts as the rules want them."""
    return [_fact(act) for act in agreement.acts.all()]


def version_on(agreement: Agreement, day: dt.date) -> Version | None:
    """The wording in force on `day`: the newest agreed version effective by then, or the first agreed one."""
    agreed = [version for version in agreement.versions.all() if version.frozen_at]
    return next(
        (
            version
            for version in reversed(agreed)
            if version.effective_on is None or version.effective_on <= day
        ),
        agreed[0] if agreed else None,
    )


def agreement_on(agreement: Agreement, day: dt.date) -> AgreementOn:
    """The agreement as at the end of `day`. Over `with_acts` it costs no query."""
    acts = {act.pk: act for act in agreement.acts.all()}
    facts = [_fact(act) for act in acts.values()]
    statuses = rules.standings(facts, day)
    declared = [f for f in rules.effective(facts) if f.kind == ActKind.DECLARED and f.counts_on <= day]
    lines = tuple(
        _line(party, statuses.get(party.pk), acts, [acts[f.number] for f in declared if f.party == party.pk])
        for party in agreement.parties.all()
        if party.pk in statuses or _is_expected(party, acts.values(), day)
    )
    founding = [party.pk for party in agreement.parties.all() if party.is_founding]
    effect, fixed_day = Effect(agreement.effect), agreement.fixed_day
    return AgreementOn(
        agreement=agreement,
        day=day,
        state=rules.state_at(
            [(State(milestone.state), milestone.on) for milestone in agreement.milestones.all()],
            facts,
            founding=founding,
            effect=effect,
            fixed_day=fixed_day,
            amended_on=[v.effective_on for v in agreement.versions.all() if v.effective_on and v.frozen_at],
            day=day if agreement.term_until is None else min(day, agreement.term_until),
        )
        if agreement.term_until is None or day <= agreement.term_until
        else State.ENDED,
        since=rules.in_force_since(facts, founding=founding, effect=effect, fixed_day=fixed_day),
        version=version_on(agreement, day),
        lines=lines,
    )


def acts_in_time(agreement: Agreement) -> list[tuple[Act, bool]]:
    """All acts in the order they count, each with whether it still counts (was not corrected or struck out)."""
    acts = sorted(agreement.acts.all(), key=lambda act: (act.counts_on, act.pk))
    alive = {fact.number for fact in rules.effective(_fact(act) for act in acts)}
    return [(act, act.pk in alive) for act in acts]


def _fact(act: Act) -> Fact:
    return Fact(act.pk, ActKind(act.kind), act.party_id, act.counts_on, act.successor_id, act.corrects_id)


def _is_expected(party: Party, acts: Iterable[Act], day: dt.date) -> bool:
    # A successor is not “expected” before the day it comes in: nobody asked it to sign.
    return not any(act.successor_id == party.pk for act in acts)


def _line(
    party: Party, status: rules.Status | None, acts: dict[int, Act], declarations: list[Act]
) -> PartyLine:
    if status is None:
        return PartyLine(party, Standing.EXPECTED, None, None, tuple(declarations))
    act = acts.get(status.act) if status.act else None
    successor = act.successor if act and act.kind == ActKind.SUCCEEDED and act.party_id == party.pk else None
    return PartyLine(party, status.standing, status.since, act, tuple(declarations), successor)
