"""The tie 40, 35, 35, 35 played with real ballots, and each way out of it; the casting vote of the chair."""

from pathlib import Path

import pytest
from django.test import Client

from spoiwo import trail
from spoiwo.workshops.actions import halls
from spoiwo.workshops.actions.votes import close_vote, open_vote
from spoiwo.workshops.models import Decision, Hall, Option, Step, Vote
from spoiwo.workshops.queries.votes import Outcome, chosen_of
from spoiwo.workshops.tests.test_votes import recounted, send, slips
from tests.cast import Cast
from tests.make import make_meeting, make_proposal, make_step, make_vote
from tests.world import NOON

TITLES = ("Szlak", "Targ", "Żłobek", "Hala")
TIED = {"Targ", "Żłobek", "Hala"}


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


@pytest.fixture
def step(hall: Hall, cast: Cast) -> Step:
    made = make_step(hall.meeting, "Głosowanie", kind="vote", form="")
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=made)
    return made


@pytest.fixture
def vote(step: Step, hall: Hall, cast: Cast) -> Vote:
    """Sixteen people, 145 points: 40, 35, 35, 35, and two places."""
    made = make_vote(step, *TITLES, seats=2)
    rows = [[10, 0, 0, 0]] * 4 + [[0, 10, 0, 0]] * 3 + [[0, 0, 10, 0]] * 3 + [[0, 0, 0, 10]] * 3
    rows += [[0, 5, 5, 0], [0, 0, 0, 5]]
    for slip, row in zip(slips(hall, cast, len(rows)), rows, strict=True):
        assert send(made, slip, row) == 302
    return closed(made, cast)


def closed(vote: Vote, cast: Cast) -> Vote:
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    vote.refresh_from_db()
    return vote


def decide(vote: Vote, cast: Cast, way: str, **more: object) -> int:
    posted = {"way": way, "reason": "Tak postanowiono w sali.", **more}
    return cast.ewa.client.post(f"/votes/{vote.pk}/tie/", posted).status_code


def chosen(vote: Vote) -> list[str]:
    return [option.title for option in chosen_of(Vote.objects.get(pk=vote.pk))]


def keys(vote: Vote, *titles: str) -> list[int]:
    return list(vote.options.filter(title__in=titles).values_list("pk", flat=True))


def test_the_tie_stands_as_a_tie_until_somebody_decides(vote: Vote, hall: Hall, cast: Cast) -> None:
    ranks = sorted((rank, total) for _option, total, rank in vote.results["standings"])
    assert ranks == [(1, 40), (2, 35), (2, 35), (2, 35)]
    assert chosen(vote) == ["Szlak"]
    page = cast.ewa.client.get(f"/votes/{vote.pk}/tie/")
    assert {option.title for option in page.context["tied"]} == TIED
    assert page.context["line"].places == 1
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, screen="result")
    shown = Client().get(f"/screen/{hall.screen_secret}/").content.decode()
    assert shown.count("is-tied") == 3


def test_taking_all_of_them_adds_places(vote: Vote, cast: Cast, tmp_path: Path) -> None:
    assert decide(vote, cast, "take_both") == 302
    assert set(chosen(vote)) == {"Szlak", *TIED}
    told = recounted(cast.ewa.client, vote, tmp_path)
    assert told["settled"][0]["way"] == "take_both"


def test_a_lot_is_drawn_with_the_seed_written_down_before_and_anybody_can_repeat_it(
    vote: Vote, cast: Cast, tmp_path: Path
) -> None:
    assert decide(vote, cast, "lot") == 302
    [decision] = vote.decisions.all()
    told = recounted(cast.ewa.client, vote, tmp_path)
    assert told["settled"][0] == {"rank": 2, "way": "lot", "options": decision.order, "seed": vote.seed}
    assert chosen(vote) == ["Szlak", decision.order[0]] == [one["option"] for one in told["results"]][:2]
    assert decision.order[0] in cast.ewa.client.get(f"/votes/{vote.pk}/").content.decode()


def test_joined_ones_share_a_title_and_a_place(vote: Vote, cast: Cast, tmp_path: Path) -> None:
    assert decide(vote, cast, "merge", title="", options=keys(vote, *TIED)) == 422
    assert decide(vote, cast, "merge", title="Żłobek z halą i targiem", options=keys(vote, *TIED)) == 302
    assert chosen(vote) == ["Szlak", "Żłobek z halą i targiem"]
    recounted(cast.ewa.client, vote, tmp_path)


def test_two_joined_of_three_leave_a_smaller_tie_for_the_next_decision(
    vote: Vote, cast: Cast, tmp_path: Path
) -> None:
    assert decide(vote, cast, "merge", title="Targ w hali", options=keys(vote, "Targ", "Hala")) == 302
    assert Outcome(vote).needs_decision
    assert decide(vote, cast, "take_both") == 302
    assert set(chosen(vote)) == {"Szlak", "Targ w hali", "Żłobek"}
    recounted(cast.ewa.client, vote, tmp_path)


def test_the_proposals_are_joined_too_where_that_is_wished(vote: Vote, hall: Hall, cast: Cast) -> None:
    writing = make_step(hall.meeting, form="proposal")
    for title in TITLES:
        Option.objects.filter(vote=vote, title=title).update(
            proposal=make_proposal(writing, title, problem=title)
        )
    wanted = keys(vote, *TIED)
    assert decide(vote, cast, "merge", title="Razem", options=wanted, merges_proposals="on") == 302
    joint = writing.proposals.get(title="Razem")
    assert joint.merged.count() == 3
    cast.ewa.client.post(f"/votes/{vote.pk}/cards/")
    card = cast.ours.concept_cards.get(title="Razem")
    origins, _results = trail.around(card, cast.ewa.actor)
    assert {"Razem", vote.title} == {one.label for one in origins}


def test_a_run_off_settles_the_tie_and_its_winner_takes_the_place(vote: Vote, hall: Hall, cast: Cast) -> None:
    assert decide(vote, cast, "run_off") == 302
    again = vote.run_offs.get()
    assert {option.title for option in again.options.all()} == TIED
    assert (again.state, again.seats, again.method) == ("prepared", 1, "points")
    assert chosen(vote) == ["Szlak"]
    assert decide(vote, cast, "lot") == 422
    open_vote(again, by=cast.ewa.actor, at=NOON)
    voter = hall.meeting.slips.first()
    assert (
        voter
        and send(again, voter, [10 * (one.title == "Hala") for one in again.options.order_by("order")]) == 302
    )
    closed(again, cast)
    assert chosen(vote) == ["Szlak", "Hala"]
    assert not Outcome(vote).settled.waits_for


def test_a_run_off_that_is_tied_again_is_settled_on_its_own_page(vote: Vote, hall: Hall, cast: Cast) -> None:
    decide(vote, cast, "run_off")
    again = vote.run_offs.get()
    open_vote(again, by=cast.ewa.actor, at=NOON)
    voter = hall.meeting.slips.first()
    assert voter
    send(again, voter, [5 * (one.title != "Targ") for one in again.options.order_by("order")])
    closed(again, cast)
    assert chosen(vote) == ["Szlak"]
    assert decide(again, cast, "lot") == 302
    [drawn] = again.decisions.all()
    assert chosen(vote) == ["Szlak", drawn.order[0]]


def test_a_decision_needs_a_reason_and_the_right_to_decide(vote: Vote, cast: Cast) -> None:
    assert decide(vote, cast, "lot", reason=" ") == 422
    assert decide(vote, cast, "choose_mine") == 422
    assert cast.bartek.client.post(f"/votes/{vote.pk}/tie/", {"way": "lot", "reason": "x"}).status_code == 403
    assert not Decision.objects.exists()


def test_a_decision_stands_and_only_another_one_corrects_it(vote: Vote, cast: Cast, tmp_path: Path) -> None:
    decide(vote, cast, "take_both")
    assert decide(vote, cast, "lot") == 422
    assert decide(vote, cast, "lot", is_correction="True") == 302
    kinds = list(vote.decisions.values_list("kind", "is_correction", "decided_by"))
    assert kinds == [("take_both", False, "Ewa Wójcik"), ("lot", True, "Ewa Wójcik")]
    assert len(chosen(vote)) == 2
    assert [one["way"] for one in recounted(cast.ewa.client, vote, tmp_path)["settled"]] == ["lot"]


def test_options_of_another_vote_are_not_decided_about(vote: Vote, step: Step, cast: Cast) -> None:
    other = make_vote(step, state="closed")
    wanted = list(other.options.values_list("pk", flat=True))
    assert decide(vote, cast, "merge", title="Cudze", options=wanted) == 422
    assert decide(vote, cast, "merge", title="Z wybranym", options=keys(vote, "Szlak", "Targ")) == 422


def motion(step: Step, hall: Hall, cast: Cast, values: list[int]) -> Vote:
    made = make_vote(step, "Uchwała", method="motion")
    for slip, value in zip(slips(hall, cast, len(values)), values, strict=True):
        send(made, slip, [value])
    return closed(made, cast)


@pytest.mark.parametrize(("mark", "outcome"), [("yes", "adopted"), ("no", "rejected")])
def test_the_chair_decides_a_motion_with_equal_votes(
    mark: str, outcome: str, step: Step, hall: Hall, cast: Cast, tmp_path: Path
) -> None:
    vote = motion(step, hall, cast, [1, 1, 0, 0, 2])
    posted = {"mark": mark, "reason": "§ 7 regulaminu"}
    assert cast.ewa.client.post(f"/votes/{vote.pk}/casting/", posted).status_code == 302
    told = recounted(cast.ewa.client, vote, tmp_path)["results"][0]
    assert (told["outcome"], told["casting_vote"]) == (outcome, True)
    vote.refresh_from_db()
    assert vote.results["verdicts"][0][4:] == [outcome, True]
    assert chosen(vote) == (["Uchwała"] if mark == "yes" else [])
    assert cast.ewa.client.post(f"/votes/{vote.pk}/casting/", posted).status_code == 422


def test_the_chair_has_no_say_where_nothing_is_tied(step: Step, hall: Hall, cast: Cast) -> None:
    vote = motion(step, hall, cast, [1, 1, 0])
    answer = cast.ewa.client.post(f"/votes/{vote.pk}/casting/", {"mark": "no", "reason": "Bo tak"})
    assert answer.status_code == 422
    assert chosen(vote) == ["Uchwała"]
