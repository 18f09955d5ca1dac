"""Examples from papers and textbooks, and the vote of the field, with totals worked out by hand."""

from fractions import Fraction

import pytest

from spoiwo.tally.ballots import Ballot, ties
from spoiwo.tally.counting import borda, points
from spoiwo.tally.duels import preferences
from spoiwo.tally.schulze import schulze, strongest_paths
from spoiwo.tally.settling import Decision, settle
from spoiwo.tally.shares import equal_shares


def ranked_ballots(schedule):
    orders = [order for order, voters in schedule.items() for _ in range(voters)]
    return [
        Ballot(str(i), {option: place for place, option in enumerate(order, 1)})
        for i, order in enumerate(orders)
    ]


# Schulze 2011, section 3: 21 voters
SCHULZE_2011 = {"ACDB": 8, "BADC": 2, "CDBA": 4, "DBAC": 4, "DCBA": 3}


def test_schulze_2011_prefers_and_finds_the_paths_of_the_paper():
    preferred = preferences(ranked_ballots(SCHULZE_2011), "ABCD")
    assert preferred == [[0, 8, 14, 10], [13, 0, 6, 2], [7, 15, 0, 12], [11, 19, 9, 0]]
    assert strongest_paths(preferred) == [[0, 14, 14, 12], [13, 0, 13, 12], [13, 15, 0, 12], [13, 19, 13, 0]]


@pytest.mark.parametrize(
    ("schedule", "ranks"),
    [
        (SCHULZE_2011, "1D 2A 3C 4B"),
        # Schulze's further examples of his method: 30, 30 and 9 voters; in the last B and D are both potential
        # winners, B beats only C and D beats only A
        (
            {
                "ACBD": 5,
                "ACDB": 2,
                "ADCB": 3,
                "BACD": 4,
                "CBDA": 3,
                "CDBA": 3,
                "DACB": 1,
                "DBAC": 5,
                "DCBA": 4,
            },
            "1D 2A 3C 4B",
        ),
        (
            {"ABDEC": 3, "ADEBC": 5, "ADECB": 1, "BADEC": 2, "BDECA": 2, "CABDE": 4, "CBADE": 6, "DBECA": 2}
            | {"DECAB": 5},
            "1B 2A 3D 4E 5C",
        ),
        ({"ABCD": 3, "DABC": 2, "DBCA": 2, "CBDA": 2}, "1B 1D 3A 3C"),
    ],
)
def test_schulzes_own_examples(schedule, ranks):
    assert " ".join(f"{r.rank}{r.option}" for r in schulze(ranked_ballots(schedule))) == ranks


def test_borda_elects_the_president_of_the_veterans_club():
    # Angel, Abbott and Runde, A Survey of Mathematics with Applications, section 14.1, table 14.5: 54 members.
    # The book gives 4, 3, 2, 1 points and finds 156, 153, 120, 111; ours are one less for each of 54 ballots.
    club = ranked_ballots({"BACD": 19, "CADB": 15, "DCAB": 11, "ADCB": 7, "CDAB": 2})
    assert [(r.option, r.total) for r in borda(club)] == [
        ("A", 156 - 54),
        ("C", 153 - 54),
        ("D", 120 - 54),
        ("B", 111 - 54),
    ]


def test_the_vote_of_the_field_ends_40_35_35_35_and_is_settled_on_record():
    # 40 people with five dots each, so 200; four proposals in front, three of them equal, the rest behind
    sums = {"Bony": 40, "Dojazdy": 35, "Staże": 35, "Żłobki": 35, "Szkolenia": 30, "Targi": 25}
    dots = [option for option, total in sums.items() for _ in range(total)]
    ballots = [
        Ballot(f"w{i}", {o: dots[i::40].count(o) for o in sums if o in dots[i::40]}) for i in range(40)
    ]
    assert all(sum(ballot.choices.values()) == 5 for ballot in ballots)
    results = points(ballots, budget=5)
    assert [(r.option, r.total, r.rank) for r in results] == [
        ("Bony", 40, 1),
        ("Dojazdy", 35, 2),
        ("Staże", 35, 2),
        ("Żłobki", 35, 2),
        ("Szkolenia", 30, 5),
        ("Targi", 25, 6),
    ]
    assert [[r.option for r in tie] for tie in ties(results)] == [["Dojazdy", "Staże", "Żłobki"]]
    settled = settle(results, Decision(2, "lot", "liczby z losowania 22 XI: 3 11 17 24 38 49"))
    assert sorted(r.rank for r in settled.results) == [1, 2, 3, 4, 5, 6] and not ties(settled.results)


# The authors' own pages, equalshares.net/explanation, examples 1 and 2: eleven voters with 100 each. Their effective
# votes are cost ÷ highest payment, so a project is worth its cost and ρ = 1 ÷ effective votes.
TOWN = {"bike path": 700, "gym": 400, "park": 250, "playground": 200, "library": 100}
PARK, KIDS = (1, 3, 4, 6, 9), ((6, 7, 8, 9), (6, 8, 9))


def town(bikers, athletes):
    supporters = dict(zip(TOWN, (bikers, athletes, PARK, *KIDS), strict=True))
    return [Ballot(str(i), {o: TOWN[o] for o, group in supporters.items() if i in group}) for i in range(11)]


def test_the_eleven_voters_of_the_authors_fund_the_kids_too():
    shares = equal_shares(town((*range(6), 10), range(6)), TOWN, 1100)
    assert shares.funded == ["bike path", "playground", "library"]
    assert [1 / purchase.rho for purchase in shares.purchases] == [7, 4, 3]
    assert list(shares.left.values()) == [
        0, 0, 0, 0, 0, 0, Fraction(50, 3), 50, Fraction(50, 3), Fraction(50, 3), 0,
    ]  # fmt: skip


def test_when_the_last_of_them_changes_sides_some_pay_all_they_have():
    shares = equal_shares(town(range(6), (*range(6), 10)), TOWN, 1100)
    assert shares.funded == ["gym", "park", "playground"]
    # the gym takes 400/7 each; for the park three give their last 300/7 and two (250 - 900/7)/2 = 425/7, for the
    # playground two give their last 275/7 and two (200 - 550/7)/2 = 425/7 again
    assert [1 / purchase.rho for purchase in shares.purchases] == [
        7,
        Fraction(250 * 7, 425),
        Fraction(200 * 7, 425),
    ]
    left = [purse * 7 for purse in shares.left.values()]
    assert left == [300, 0, 300, 0, 0, 300, 0, 275, 275, 0, 300]
