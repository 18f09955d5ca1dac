"""The forecast of turnout and the advice how many more to invite."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoiwo.meetings.rules.forecast import Group, Past, forecast, how_many_more
from spoiwo.meetings.rules.turnout import FIELD_WEIGHT, OF_INVITED, OF_YES, SECTOR_WEIGHT, Count, rates_of

SECTORS = ["government", "business", "civic"]
KEYS = st.sampled_from(SECTORS)


@st.composite
def group(draw: st.DrawFn, most: int = 60) -> Group:
    yes, no, pending = (draw(st.integers(0, most)) for _part in range(3))
    return Group(draw(KEYS), yes + no + pending, yes, no)


@st.composite
def earlier(draw: st.DrawFn) -> Past:
    yes, no, silent = (draw(st.integers(0, 80)) for _part in range(3))
    came_of_yes = draw(st.integers(0, yes))
    came = came_of_yes + draw(st.integers(0, no + silent))
    return Past(draw(KEYS), yes + no + silent, came, yes, no, came_of_yes)


GROUPS = st.lists(group(), max_size=4)
PAST = st.lists(earlier(), max_size=5)


@given(GROUPS, PAST, st.booleans(), st.integers(0, 300))
def test_the_interval_holds_the_mean_and_nobody_comes_who_was_not_invited(
    groups: list[Group], past: list[Past], is_closed: bool, capacity: int
) -> None:
    found = forecast(groups, past, is_closed=is_closed, capacity=capacity)
    invited = sum(one.invited - one.no for one in groups)
    assert 0 <= found.total.low <= found.total.mean <= found.total.high <= invited
    assert found.over_capacity is not None and 0 <= found.over_capacity <= 1
    assert found.over_capacity == 0 or capacity < invited
    assert set(found.by_group) == {one.key for one in groups}
    assert sum(part.mean for part in found.by_group.values()) == pytest.approx(found.total.mean, rel=1e-3)


@given(st.lists(group(25), min_size=1, max_size=3), PAST, st.integers(1, 40), st.integers(0, 80))
def test_more_invitations_never_make_fewer_people(
    groups: list[Group], past: list[Past], more: int, capacity: int
) -> None:
    first, *others = groups
    larger = [Group(first.key, first.invited + more, first.yes, first.no), *others]
    before, after = (forecast(case, past, capacity=capacity) for case in (groups, larger))
    assert after.total.mean > before.total.mean
    assert after.total.high >= before.total.high
    assert (
        after.over_capacity >= before.over_capacity - 0.02
    )  # the two reckonings meet with so little between them


@given(st.lists(group(20), min_size=1, max_size=3), PAST)
def test_few_and_many_people_are_reckoned_alike(groups: list[Group], past: list[Past]) -> None:
    """Exact sums and moments agree; this is the check of both."""
    rates = rates_of(past, is_closed=False)
    count = Count(*rates, groups)
    if count.chances is None or len(groups) != len({one.key for one in groups}):
        return
    assert sum(count.chances) == pytest.approx(1)
    mean = sum(came * chance for came, chance in enumerate(count.chances))
    variance = sum((came - mean) ** 2 * chance for came, chance in enumerate(count.chances))
    assert count.deviation**2 == pytest.approx(variance, rel=1e-3)


def test_what_the_field_has_seen_counts_until_there_are_own_meetings() -> None:
    assert forecast([Group("civic", 1000)]).total.mean == pytest.approx(300)
    assert forecast([Group("civic", 400, yes=400)]).total.mean == pytest.approx(310)
    assert forecast([Group("civic", 100)], is_closed=True).total.mean == pytest.approx(10)
    assert forecast([Group("civic", 100, no=100)]).total == (0, 0, 0)
    assert forecast([]).total == (0, 0, 0)


def test_history_moves_the_rate_and_a_sector_is_drawn_towards_the_others() -> None:
    past = [Past("government", 2000, 1400), Past("business", 10, 0)]
    found = forecast([Group(key, 100) for key in SECTORS], past).by_group
    assert 65 < found["government"].mean < 70  # its own 70 %, hardly drawn
    assert 20 < found["business"].mean < found["civic"].mean < found["government"].mean
    own_only = forecast([Group("civic", 100)], [Past("civic", 2000, 1400)]).total.mean
    assert own_only > 65


def test_the_silent_count_less_once_answers_are_closed() -> None:
    groups = [Group("civic", 200, yes=80, no=40)]
    past = [Past("civic", 100, 35, yes=40, no=20, came_of_yes=31)]
    opened, closed = (forecast(groups, past, is_closed=flag).total.mean for flag in (False, True))
    assert 62 + 6 < closed < opened
    unwritten = [*past, Past("civic", 500, 200)]  # a meeting from paper, whose answers nobody knows
    assert forecast(groups, unwritten, is_closed=True).total.mean == pytest.approx(closed)


@pytest.mark.parametrize("times", [1, 3, 10])
def test_less_history_makes_a_wider_interval(times: int) -> None:
    groups = [Group(key, 200, yes=60, no=20) for key in SECTORS]
    row = {"invited": 20, "came": 6, "yes": 8, "no": 2, "came_of_yes": 6}
    widths = []
    for rounds in (0, times, 3 * times):
        total = forecast(groups, [Past(key, **row) for key in SECTORS for _time in range(rounds)]).total
        widths.append(total.high - total.low)
    assert widths == sorted(widths, reverse=True) and widths[0] > widths[-1]


def drawn(chance: random.Random, number: int, rate: float) -> int:
    return sum(chance.random() < rate for _person in range(number))


@pytest.mark.parametrize(
    ("rate", "sizes", "history"),
    [
        (OF_INVITED, (5, 8, 12), 0), (OF_INVITED, (5, 8, 12), 30), (OF_INVITED, (60, 20, 150), 0),
        (OF_INVITED, (60, 20, 150), 40), (OF_INVITED, (60, 20, 150), 150), (OF_YES, (90, 10, 40), 0),
        (OF_YES, (90, 10, 40), 60),
    ],
)  # fmt: skip
def test_eight_times_in_ten_the_interval_holds_what_happens(
    rate: float, sizes: tuple[int, ...], history: int
) -> None:
    """Worlds are drawn as the model supposes them; whole numbers make small intervals hold a little more."""
    chance, hits, worlds = random.Random(2002), 0, 800
    answered = rate == OF_YES
    for _world in range(worlds):
        common = chance.betavariate(rate * FIELD_WEIGHT, (1 - rate) * FIELD_WEIGHT)
        rates = [chance.betavariate(SECTOR_WEIGHT * common, SECTOR_WEIGHT * (1 - common)) for _key in SECTORS]
        past, groups, came = [], [], 0
        for key, number, own in zip(SECTORS, sizes, rates, strict=True):
            before = drawn(chance, history, own)
            yes = history if answered else 0
            past.append(Past(key, history, before, yes=yes, came_of_yes=before if answered else 0))
            groups.append(Group(key, number, yes=number if answered else 0))
            came += drawn(chance, number, own)
        total = forecast(groups, past).total
        hits += total.low <= came <= total.high
    assert 0.75 <= hits / worlds <= 0.88


@settings(max_examples=40)
@given(
    st.lists(group(30), min_size=1, max_size=3),
    PAST,
    st.integers(1, 150),
    st.sampled_from([0.5, 0.8, 0.95]),
)
def test_the_advice_is_enough_and_one_less_is_not(
    groups: list[Group], past: list[Past], target: int, chance: float
) -> None:
    advice = how_many_more(target, groups, past, chance=chance)
    assert [one.rate for one in advice.groups] == sorted((one.rate for one in advice.groups), reverse=True)
    if advice.further == 0:
        assert 1 - forecast(groups, past, capacity=target - 1).over_capacity <= 1 - chance + 1e-9
    if advice.further:
        assert forecast(groups, past, capacity=target - 1).over_capacity < chance
        nearer = how_many_more(target - 1, groups, past, chance=chance).further
        assert nearer is not None and nearer <= advice.further


def test_further_invitations_go_where_people_were_invited_or_to_the_chosen() -> None:
    past = [Past("civic", 200, 120), Past("business", 200, 20)]
    groups = [Group("civic", 100), Group("business", 100)]
    readily = how_many_more(120, groups, past, among=["civic"])
    slowly = how_many_more(120, groups, past, among=["business"])
    assert readily.further is not None and slowly.further is not None
    assert readily.further < how_many_more(120, groups, past).further < slowly.further
    assert [one.key for one in how_many_more(120, groups, past).groups] == ["civic", "business"]
    assert how_many_more(120, groups, past).groups[0].observed == 200


def test_who_wants_thirty_of_nobody_invited_invites_well_over_a_hundred() -> None:
    further = how_many_more(30, [Group("civic", 0), Group("business", 0)]).further
    assert further is not None and 100 < further < 180
    surely = how_many_more(30, [Group("civic", 0), Group("business", 0)], chance=0.95).further
    assert surely is not None and surely > further


def test_what_cannot_be_reached_is_said_to_be_so() -> None:
    assert how_many_more(30_000, [Group("civic", 10)]).further is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: Group("a", 3, 2, 2), lambda: Group("a", -1), lambda: Past("a", 3, 4), lambda: Past("a", 3, 2, 1, 0, 2),
        lambda: Past("a", 3, 0, 2, 2), lambda: how_many_more(1, [], chance=0.8),
        lambda: how_many_more(1, [Group("a", 1)], chance=1),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_are_refused(make) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_a_page_can_afford_both() -> None:
    groups = [Group(str(key), 8, 3, 2) for key in range(7)]
    past = [Past(str(key), 100, 30, 35, 20, 26) for key in range(7)]
    for call, limit in (
        (lambda: forecast(groups, past), 0.02),
        (lambda: how_many_more(150, groups, past), 0.1),
    ):
        spent = []
        for _round in range(3):
            start = time.process_time()
            call()
            spent.append(time.process_time() - start)
        assert min(spent) < limit
