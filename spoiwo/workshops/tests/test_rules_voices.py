"""Whose voices are heard."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from spoiwo.workshops.rules.voices import Means, Share, Voice, balance, means

COUNTY = "Starostwo Powiatowe"


def test_sixty_per_cent_from_one_office_are_noticed() -> None:
    spread = balance(
        [
            Voice(COUNTY, "self_government", 6),
            Voice("Koło Gospodyń", "ngo", 3),
            Voice("Piekarnia", "business"),
        ]
    )
    assert spread.loud_office == Share(COUNTY, 6, Fraction(3, 5)) and spread.loud_office.percent == 60
    assert [share.name for share in spread.offices] == [COUNTY, "Koło Gospodyń", "Piekarnia"]
    assert spread.total == 10 and spread.loud_sector == Share("self_government", 6, Fraction(3, 5))


def test_exactly_half_is_not_most() -> None:
    assert balance([Voice("a", "x", 5), Voice("b", "y", 5)]).loud_office is None
    assert balance([Voice("a", "x", 5), Voice("b", "y", 5)], threshold=Fraction(2, 5)).loud_office is not None


def test_few_voices_say_nothing_and_the_unknown_are_no_office() -> None:
    assert balance([Voice("a", "x", 2)]).loud_office is None
    spread = balance([Voice("", "", 9), Voice("a", "x", 1)])
    assert spread.loud_office is None and spread.offices == (Share("a", 1, Fraction(1, 10)),)
    assert balance([]).offices == () and balance([]).total == 0


def test_per_cent_round_halves_up() -> None:
    assert balance([Voice("a", "x", 1), Voice("b", "x", 199)]).offices[1].percent == 1


def test_each_sector_counts_alike_in_the_balanced_mean() -> None:
    # By hand: six of the county give 5, one of the third sector gives 1, one employer gives 3, one unknown gives 3.
    values = [(5, "gov")] * 6 + [(1, "ngo"), (3, "firm"), (None, "firm"), (3, "")]
    assert means(values) == Means(
        Fraction(37, 9), {"firm": Fraction(3), "gov": Fraction(5), "ngo": Fraction(1)}, Fraction(3), 1
    )
    assert means([(None, "gov")]) == Means(None, {}, None)


@given(
    st.lists(
        st.builds(Voice, st.sampled_from(["", "a", "b"]), st.sampled_from(["", "x", "y"]), st.integers(0, 9))
    )
)
def test_parts_never_exceed_the_whole(voices: list[Voice]) -> None:
    spread = balance(voices)
    for shares in (spread.offices, spread.sectors):
        assert sum((share.part for share in shares), Fraction(0)) <= 1
        assert sum(share.number for share in shares) <= spread.total


@given(st.integers(1, 5), st.lists(st.tuples(st.integers(0, 5), st.sampled_from("xyz")), min_size=1))
def test_repeating_one_sectors_voices_leaves_the_balanced_mean(
    times: int, values: list[tuple[int, str]]
) -> None:
    louder = values + [pair for pair in values if pair[1] == "x"] * times
    assert means(louder).balanced == means(values).balanced
