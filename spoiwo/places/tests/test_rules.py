"""Codes, and what changes between two states of the register."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.places.rules import (
    Changes,
    Entry,
    Kind,
    Move,
    Renaming,
    compare,
    ends_much,
    kind_of,
    ring_point,
    search_text,
)

LEONCIN = Entry("1414032", "Leoncin")
BEFORE = [
    Entry("14", "mazowieckie"),
    Entry("1414", "nowodworski"),
    Entry("1414011", "Zakroczym"),
    Entry("1414022", "Zakroczym"),
    LEONCIN,
    Entry("1420", "płoński"),
]


def changed(*gone: Entry, new: list[Entry]) -> Changes:
    return compare(BEFORE, [entry for entry in BEFORE if entry not in gone] + new)


def test_the_code_tells_the_kind() -> None:
    kinds = [kind_of(code) for code in ("14", "1414", "1465", "1414011", "1414032", "1414043")]
    assert kinds == [
        Kind.VOIVODESHIP,
        Kind.COUNTY,
        Kind.CITY_COUNTY,
        Kind.URBAN,
        Kind.RURAL,
        Kind.URBAN_RURAL,
    ]


@pytest.mark.parametrize("code", ["", "1", "141", "14140", "1414044", "141401", "14140320", "ab"])
def test_what_is_no_code_has_no_kind(code: str) -> None:
    with pytest.raises(ValueError, match=f"{code}$"):
        kind_of(code)


def test_the_same_register_changes_nothing() -> None:
    assert compare(BEFORE, reversed(BEFORE)) == Changes()


def test_another_name_under_the_same_code_is_a_renaming() -> None:
    assert changed(LEONCIN, new=[Entry("1414032", "Leoncin Nowy")]) == Changes(
        renamed=(Renaming("1414032", "Leoncin", "Leoncin Nowy"),)
    )


def test_a_village_that_becomes_a_town_is_moved_even_under_another_name() -> None:
    town = Entry("1414033", "Leoncin nad Wisłą")
    assert changed(LEONCIN, new=[town]) == Changes(moved=(Move(LEONCIN, town),))


def test_a_commune_that_changes_its_county_is_moved() -> None:
    there = Entry("1420142", "Leoncin")
    assert changed(LEONCIN, new=[there]) == Changes(moved=(Move(LEONCIN, there),))


def test_the_town_and_the_village_commune_of_one_name_are_not_taken_for_each_other() -> None:
    town, village = Entry("1420051", "Zakroczym"), Entry("1420062", "Zakroczym")
    assert changed(BEFORE[2], BEFORE[3], new=[village, town]) == Changes(
        moved=(Move(BEFORE[2], town), Move(BEFORE[3], village))
    )


def test_two_new_communes_of_the_same_name_are_no_proof_of_a_move() -> None:
    new = [Entry("1420142", "Leoncin"), Entry("1420152", "Leoncin")]
    assert changed(LEONCIN, new=new) == Changes(added=tuple(new), ended=(LEONCIN,))


def test_the_same_name_in_another_voivodeship_is_no_proof_of_a_move() -> None:
    new = [Entry("10", "łódzkie"), Entry("1001", "bełchatowski"), Entry("1001012", "Leoncin")]
    assert changed(LEONCIN, new=new) == Changes(added=tuple(new), ended=(LEONCIN,))


def test_a_county_under_a_new_code_takes_its_communes_with_it_even_where_names_repeat() -> None:
    before = [
        Entry("14", "m"),
        Entry("1401", "a"),
        Entry("1401012", "Dobra"),
        Entry("1402", "b"),
        Entry("1402012", "Dobra"),
    ]
    after = [
        Entry("14", "m"),
        Entry("1441", "a"),
        Entry("1441012", "Dobra"),
        Entry("1442", "b"),
        Entry("1442012", "Dobra"),
    ]
    assert compare(before, after) == Changes(
        moved=tuple(Move(old, new) for old, new in zip(before[1:], after[1:], strict=True))
    )


def test_what_is_gone_without_a_trace_has_ended() -> None:
    assert changed(LEONCIN, new=[]) == Changes(ended=(LEONCIN,))


@given(st.data())
def test_changes_account_for_every_unit_of_both_states(data: st.DataObject) -> None:
    entry = st.builds(
        Entry,
        st.sampled_from(["1414032", "1414033", "1414042", "1420012", "1420", "1414", "14"]),
        st.sampled_from("ab"),
    )
    states = st.lists(entry, unique_by=lambda one: one.code)
    before, after = data.draw(states), data.draw(states)
    changes = compare(before, after)
    kept = {one.code for one in before} & {one.code for one in after}
    gone = [one.code for one in changes.ended] + [move.old.code for move in changes.moved]
    fresh = [one.code for one in changes.added] + [move.new.code for move in changes.moved]
    assert sorted(gone) == sorted({one.code for one in before} - kept)
    assert sorted(fresh) == sorted({one.code for one in after} - kept)


def test_a_part_of_the_register_is_suspected_by_how_much_would_end() -> None:
    assert ends_much(Changes(ended=(LEONCIN,)), 19)
    assert not ends_much(Changes(ended=(LEONCIN,)), 20)
    assert ends_much(Changes(ended=(Entry("14", "mazowieckie"),)), 2873)


def test_unknown_seats_of_one_county_never_fall_on_one_point() -> None:
    points = {
        tuple(round(value, 3) for value in ring_point((52.46, 20.68), f"1414{number:02}2"))
        for number in range(1, 41)
    }
    assert len(points) == 40


def test_a_search_finds_by_name_kind_code_and_units_above() -> None:
    text = search_text("1414032", "Leoncin", ["nowodworski", "mazowieckie"], ["Leoncin Stary"])
    assert text == "leoncin gmina wiejska 1414032 nowodworski mazowieckie leoncin stary"
