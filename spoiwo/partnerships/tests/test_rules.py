"""The fold of acts: examples worked by hand, and properties."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.partnerships import rules
from spoiwo.partnerships.rules import ActKind, DateRule, Effect, Fact, Problem, Standing, State

D = dt.date
OPENED = D(2024, 9, 18)
TODAY = D(2026, 1, 1)


def fact(number: int, kind: ActKind, party: int, day: dt.date, **more: int) -> Fact:
    return Fact(number, kind, party, day, more.get("successor"), more.get("corrects"))


SIGNED = [fact(1, ActKind.SIGNED, 10, OPENED), fact(2, ActKind.SIGNED, 11, D(2024, 9, 25))]


def standing(facts: list[Fact], party: int, day: dt.date | None = None) -> Standing:
    found = rules.standings(facts, day)
    return found[party].standing if party in found else Standing.EXPECTED


def test_a_body_is_a_party_from_the_day_that_counts_on() -> None:
    assert standing(SIGNED, 11, D(2024, 9, 24)) == Standing.EXPECTED
    assert standing(SIGNED, 11, D(2024, 9, 25)) == Standing.PARTY


def test_a_withdrawal_is_shown_and_does_not_touch_the_past() -> None:
    facts = [*SIGNED, fact(3, ActKind.WITHDREW, 10, D(2025, 3, 1))]
    assert standing(facts, 10, D(2025, 2, 28)) == Standing.PARTY
    assert standing(facts, 10, D(2025, 3, 1)) == Standing.WITHDRAWN


def test_a_body_that_withdrew_can_accede_again() -> None:
    facts = [
        *SIGNED,
        fact(3, ActKind.WITHDREW, 10, D(2025, 3, 1)),
        fact(4, ActKind.ACCEDED, 10, D(2025, 6, 1)),
    ]
    assert rules.conflict(facts) is None
    assert standing(facts, 10) == Standing.PARTY


def test_a_successor_takes_the_place_of_the_party() -> None:
    facts = [*SIGNED, fact(3, ActKind.SUCCEEDED, 10, D(2025, 1, 1), successor=12)]
    assert standing(facts, 10) == Standing.SUCCEEDED
    assert standing(facts, 12) == Standing.PARTY
    assert standing(facts, 12, D(2024, 12, 31)) == Standing.EXPECTED


def test_a_suspended_party_resumes() -> None:
    facts = [
        *SIGNED,
        fact(3, ActKind.SUSPENDED, 10, D(2025, 1, 1)),
        fact(4, ActKind.RESUMED, 10, D(2025, 2, 1)),
    ]
    assert [standing(facts, 10, D(2025, month, 1)) for month in (1, 2)] == [
        Standing.SUSPENDED,
        Standing.PARTY,
    ]


def test_a_correction_takes_the_place_of_the_mistaken_act_even_in_the_past() -> None:
    facts = [*SIGNED, fact(3, ActKind.SIGNED, 11, D(2024, 10, 1), corrects=2)]
    assert standing(facts, 11, D(2024, 9, 30)) == Standing.EXPECTED
    assert standing(facts, 11, D(2024, 10, 1)) == Standing.PARTY


def test_a_struck_out_act_counts_no_more_and_the_striking_can_itself_be_corrected() -> None:
    struck = [*SIGNED, fact(3, ActKind.VOIDED, 11, D(2024, 10, 1), corrects=2)]
    assert standing(struck, 11) == Standing.EXPECTED
    restored = [*struck, fact(4, ActKind.SIGNED, 11, D(2024, 9, 26), corrects=3)]
    assert standing(restored, 11) == Standing.PARTY


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        (fact(9, ActKind.SIGNED, 12, D(2024, 9, 17)), Problem.BEFORE_AGREEMENT),
        (fact(9, ActKind.SIGNED, 12, D(2026, 1, 2)), Problem.IN_FUTURE),
        (fact(9, ActKind.WITHDREW, 12, D(2025, 1, 1)), Problem.NOT_A_PARTY),
        (fact(9, ActKind.SIGNED, 10, D(2025, 1, 1)), Problem.ALREADY_A_PARTY),
        (fact(9, ActKind.RESUMED, 10, D(2025, 1, 1)), Problem.NOT_SUSPENDED),
        (fact(9, ActKind.SUCCEEDED, 10, D(2025, 1, 1)), Problem.NO_SUCCESSOR),
        (fact(9, ActKind.SUCCEEDED, 10, D(2025, 1, 1), successor=10), Problem.NO_SUCCESSOR),
        (fact(9, ActKind.SUCCEEDED, 10, D(2025, 1, 1), successor=11), Problem.SUCCESSOR_IS_PARTY),
        (fact(9, ActKind.SIGNED, 12, D(2025, 1, 1), corrects=77), Problem.NOTHING_TO_CORRECT),
        (fact(9, ActKind.SIGNED, 12, D(2024, 9, 18)), None),
        (fact(9, ActKind.DECLARED, 10, D(2025, 1, 1)), None),
    ],
)
def test_an_act_is_weighed_against_what_stands_on_record(new: Fact, problem: Problem | None) -> None:
    assert rules.may_record(SIGNED, new, opened_on=OPENED, today=TODAY) == problem


def test_nothing_can_be_signed_before_the_text_is_agreed() -> None:
    assert rules.may_record([], SIGNED[0], opened_on=None, today=TODAY) == Problem.NOT_AGREED


def test_an_act_in_the_past_may_not_make_nonsense_of_a_later_one() -> None:
    facts = [*SIGNED, fact(3, ActKind.WITHDREW, 10, D(2025, 6, 1))]
    earlier = fact(4, ActKind.EXCLUDED, 10, D(2025, 5, 1))
    assert rules.may_record(facts, earlier, opened_on=OPENED, today=TODAY) == Problem.BREAKS_LATER_ACT


def test_striking_out_a_signature_that_a_withdrawal_rests_on_is_refused() -> None:
    facts = [*SIGNED, fact(3, ActKind.WITHDREW, 10, D(2025, 6, 1))]
    strike = fact(4, ActKind.VOIDED, 10, TODAY, corrects=1)
    assert rules.may_record(facts, strike, opened_on=OPENED, today=TODAY) == Problem.BREAKS_LATER_ACT


@pytest.mark.parametrize(
    ("effect", "fixed", "since"),
    [
        (Effect.LAST_SIGNATURE, None, D(2024, 9, 25)),
        (Effect.FIRST_SIGNATURE, None, OPENED),
        (Effect.FIXED_DAY, D(2025, 1, 1), D(2025, 1, 1)),
        (Effect.FIXED_DAY, None, None),
    ],
)
def test_the_agreement_comes_into_force_by_its_own_rule(
    effect: Effect, fixed: dt.date | None, since: dt.date | None
) -> None:
    assert rules.in_force_since(SIGNED, founding=[10, 11], effect=effect, fixed_day=fixed) == since


def test_the_last_signature_is_awaited_while_a_founder_is_missing() -> None:
    assert (
        rules.in_force_since(SIGNED, founding=[10, 11, 12], effect=Effect.LAST_SIGNATURE, fixed_day=None)
        is None
    )


def state(day: dt.date, **more: object) -> State:
    milestones = [(State.CONSULTED, D(2024, 8, 1)), (State.AGREED, OPENED), *more.get("milestones", [])]  # type: ignore[misc]
    return rules.state_at(
        milestones,
        SIGNED,
        founding=[10, 11],
        effect=Effect.LAST_SIGNATURE,
        fixed_day=None,
        amended_on=more.get("amended_on", []),
        day=day,  # type: ignore[arg-type]
    )


def test_the_state_follows_the_days() -> None:
    days = [D(2024, 7, 31), D(2024, 8, 1), OPENED, D(2024, 9, 24), D(2024, 9, 25)]
    assert [state(day) for day in days] == [
        State.DRAFT,
        State.CONSULTED,
        State.SIGNED_BY_SOME,
        State.SIGNED_BY_SOME,
        State.IN_FORCE,
    ]
    assert state(D(2025, 5, 1), amended_on=[D(2025, 4, 1)]) == State.AMENDED
    assert state(D(2025, 5, 1), milestones=[(State.ENDED, D(2025, 5, 1))]) == State.ENDED


def test_the_day_that_counts_is_told_by_the_rule() -> None:
    days = {
        "done_on": D(2024, 9, 18),
        "resolved_on": D(2024, 9, 10),
        "received_on": D(2024, 9, 20),
        "consented_on": None,
    }
    assert [rules.date_that_counts(rule, **days) for rule in DateRule] == [
        D(2024, 9, 18),
        D(2024, 9, 10),
        D(2024, 9, 20),
        None,
    ]


acts = st.lists(
    st.tuples(
        st.sampled_from(list(ActKind)),
        st.integers(1, 4),
        st.integers(0, 40),
        st.integers(1, 4),
        st.integers(0, 12),
    ),
    max_size=12,
)


def recorded(script: list[tuple[ActKind, int, int, int, int]]) -> list[Fact]:
    """Only what `may_record` lets through, in the order it was tried."""
    facts: list[Fact] = []
    for kind, party, offset, successor, target in script:
        corrects = target if kind == ActKind.VOIDED or target in {fact.number for fact in facts} else None
        new = Fact(len(facts) + 1, kind, party, OPENED + dt.timedelta(offset), successor, corrects)
        if kind == ActKind.VOIDED and corrects == 0:
            continue
        if rules.may_record(facts, new, opened_on=OPENED, today=TODAY) is None:
            facts.append(new)
    return facts


@given(acts)
def test_what_was_let_through_never_contradicts_itself(
    script: list[tuple[ActKind, int, int, int, int]],
) -> None:
    assert rules.conflict(recorded(script)) is None


@given(acts, st.randoms())
def test_the_order_of_rows_does_not_matter(
    script: list[tuple[ActKind, int, int, int, int]], random: object
) -> None:
    facts = recorded(script)
    shuffled = list(facts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rules.standings(shuffled) == rules.standings(facts)


@given(acts, st.integers(0, 40))
def test_the_past_is_told_by_the_acts_up_to_that_day_alone(
    script: list[tuple[ActKind, int, int, int, int]], offset: int
) -> None:
    facts = recorded(script)
    day = OPENED + dt.timedelta(offset)
    early = [fact for fact in rules.effective(facts) if fact.counts_on <= day]
    bare = [Fact(fact.number, fact.kind, fact.party, fact.counts_on, fact.successor) for fact in early]
    assert rules.standings(facts, day) == rules.standings(bare)
