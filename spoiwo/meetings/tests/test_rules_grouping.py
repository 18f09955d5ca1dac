"""Groups and tables."""

import random
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.meetings.rules.grouping import Group, Member, balanced, by_given_themes, by_theme

TEXTS = st.sampled_from(["", "a", "b", "c"])
PEOPLE = st.lists(st.builds(Member, st.just(0), TEXTS, TEXTS, TEXTS, TEXTS), max_size=60).map(
    lambda people: [person._replace(pk=pk) for pk, person in enumerate(people)]
)


def spread(counts: list[int]) -> int:
    return max(counts) - min(counts)


@given(PEOPLE, st.integers(1, 12), st.integers(0, 99))
def test_everybody_sits_once_and_sizes_and_sectors_differ_by_at_most_one(
    people: list[Member], count: int, seed: int
) -> None:
    groups = balanced(people, count, seed=seed)
    assert len(groups) == count
    assert sorted(pk for group in groups for pk in group.members) == [person.pk for person in people]
    assert spread([len(group.members) for group in groups]) <= 1
    for sector in {person.sector for person in people}:
        assert spread([sum(people[pk].sector == sector for pk in group.members) for group in groups]) <= 1


@given(PEOPLE, st.integers(1, 12), st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_groups_in_whatever_order_people_come(
    people: list[Member], count: int, seed: int, chance: random.Random
) -> None:
    mixed = people.copy()
    chance.shuffle(mixed)
    assert balanced(mixed, count, seed=seed) == balanced(people, count, seed=seed)


def county(number: int) -> list[Member]:
    """Offices of three people each, in ten communes and five sectors."""
    return [Member(pk, f"s{pk // 3 % 5}", f"c{pk // 3 % 10}", f"o{pk // 3}") for pk in range(number)]


@pytest.mark.parametrize("count", [3, 8, 25])
def test_people_of_one_office_sit_apart(count: int) -> None:
    people = county(300)
    for group in balanced(people, count, seed=1):
        assert max(Counter(people[pk].office for pk in group.members).values()) == 1


def test_communes_are_mixed_better_than_by_lot() -> None:
    people, count = county(240), 24

    def alike(tables: list[tuple[int, ...]]) -> int:
        counts = [Counter(people[pk].commune for pk in table) for table in tables]
        return sum(number * (number - 1) // 2 for table in counts for number in table.values())

    by_lot = [person.pk for person in people]
    random.Random(3).shuffle(by_lot)
    found = alike([group.members for group in balanced(people, count, seed=3)])
    assert found < alike([tuple(by_lot[start::count]) for start in range(count)]) / 2


def test_another_seed_seats_people_otherwise() -> None:
    people = [Member(pk) for pk in range(40)]
    assert balanced(people, 5, seed=1) != balanced(people, 5, seed=2)


@given(PEOPLE, st.integers(1, 12), st.integers(0, 99))
def test_a_chosen_theme_is_kept_and_no_group_is_too_large(
    people: list[Member], largest: int, seed: int
) -> None:
    groups = by_theme(people, largest, seed=seed)
    assert sorted(pk for group in groups for pk in group.members) == [person.pk for person in people]
    assert all(1 <= len(group.members) <= largest for group in groups)
    for group in groups:
        assert {people[pk].theme for pk in group.members} <= {group.theme, ""}
    for theme in {group.theme for group in groups}:
        assert spread([len(group.members) for group in groups if group.theme == theme]) <= 1


def test_who_chose_nothing_goes_where_the_fewest_sit() -> None:
    chosen = [Member(1, theme="praca"), Member(2, theme="praca"), Member(3, theme="szkoła")]
    groups = by_theme([*chosen, Member(4), Member(5)], 10)
    assert [(group.theme, len(group.members)) for group in groups] == [("praca", 3), ("szkoła", 2)]


def test_nobody_makes_no_groups_and_empty_tables() -> None:
    assert by_theme([], 8) == []
    assert balanced([], 2) == [Group("", ()), Group("", ())]


@pytest.mark.parametrize("call", [lambda: balanced([], 0), lambda: by_theme([], 0)])
def test_less_than_one_is_refused(call) -> None:
    with pytest.raises(ValueError, match=r"group"):
        call()


def test_three_hundred_people_are_seated_in_a_twentieth_of_a_second() -> None:
    chance = random.Random(5)
    people = [
        Member(pk, chance.choice("abcdefg"), chance.choice("klmnoprst"), f"o{chance.randrange(120)}")
        for pk in range(300)
    ]
    spent = []
    for _round in range(3):
        start = time.process_time()
        balanced(people, 30)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.05


@given(PEOPLE, st.permutations(["a", "b", "c", "d"]), st.integers(0, 99))
def test_given_themes_keep_who_chose_them_and_the_others_even_them_out(
    people: list[Member], themes: list[str], seed: int
) -> None:
    groups = by_given_themes(people, themes, seed=seed)
    assert [group.theme for group in groups] == themes
    assert sorted(pk for group in groups for pk in group.members) == [person.pk for person in people]
    for group in groups:
        assert all(people[pk].theme in (group.theme, "") for pk in group.members)
    sizes = [len(group.members) for group in groups]
    chosen = [sum(person.theme == theme for person in people) for theme in themes]
    assert max(sizes) - min(sizes) <= 1 or all(
        size == own for size, own in zip(sizes, chosen, strict=True) if size > min(sizes) + 1
    )


def test_given_themes_that_nobody_chose_are_balanced_groups() -> None:
    people = county(60)
    groups = by_given_themes(people, ["a", "b", "c", "d", "e"], seed=3)
    assert [group.members for group in groups] == [group.members for group in balanced(people, 5, seed=3)]
    with pytest.raises(ValueError, match="at least one"):
        by_given_themes(people, [])
