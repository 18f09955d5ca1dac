"""Ballots: one voter one ballot, by phone or on paper, whatever is sent, however often."""

import random
from collections.abc import Iterable
from uuid import uuid4

import pytest
from django.test import Client

from spoiwo.meetings.actions.privacy import forget_attendees
from spoiwo.workshops.actions import halls
from spoiwo.workshops.actions.votes import close_vote
from spoiwo.workshops.models import Ballot, Hall, Slip, Step, Vote
from spoiwo.workshops.models import Cast as Voted
from spoiwo.workshops.rules.seeds import shuffled
from spoiwo.workshops.tests.test_votes import marks, send, slips, terms
from tests.cast import Cast
from tests.make import make_attendee, make_meeting, make_step, make_vote
from tests.world import NOON

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


@pytest.fixture
def step(hall: Hall, cast: Cast) -> Step:
    made = make_step(hall.meeting, "Głosowanie", kind="vote", form="")
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=made)
    made.refresh_from_db()
    return made


def post(vote: Vote, slip: Slip, values: Iterable[object], **more: str) -> tuple[int, str]:
    posted = {"nonce": str(uuid4()), **marks(vote, values), **more}
    answer = Client().post(f"/w/{slip.code}/ballot/{vote.pk}/", posted, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def counts(vote: Vote) -> tuple[int, int]:
    return Ballot.objects.filter(vote=vote).count(), Voted.objects.filter(vote=vote).count()


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("points", [7, 3]),
        ("approval", [1, None]),
        ("score", [5, ""]),
        ("borda", [2, 1]),
        ("schulze", [1, None]),
        ("motion", [1, 2]),
        ("shares", [1, 1]),
    ],
)
def test_the_ballot_of_every_method_is_shown_and_taken(
    method: str, values: list[object], step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step, method=method, shared_budget=100)
    [slip] = slips(hall, cast, 1)
    page = Client().get(f"/w/{slip.code}/").content.decode()
    assert all(f'name="mark-{option.pk}"' in page for option in vote.options.all())
    assert len(page) < 30_000
    assert post(vote, slip, values)[0] == 302
    after = Client().get(f"/w/{slip.code}/", headers=ENGLISH).content.decode()
    assert "Your ballot is in" in after and 'name="mark-' not in after
    assert counts(vote) == (1, 1)


def test_the_same_ballot_sent_again_is_quietly_fine_even_after_the_end(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    [slip] = slips(hall, cast, 1)
    nonce = str(uuid4())
    assert [post(vote, slip, [6, 4], nonce=nonce)[0] for _ in range(2)] == [302, 302]
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    assert post(vote, slip, [6, 4], nonce=nonce)[0] == 302
    assert counts(vote) == (1, 1)


def test_from_two_tabs_the_first_ballot_counts_and_the_second_is_told_so(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    [slip] = slips(hall, cast, 1)
    assert post(vote, slip, [6, 4])[0] == 302
    status, text = post(vote, slip, [0, 10])
    assert status == 422 and "the first one counts" in text
    assert Ballot.objects.get(vote=vote).marks == {
        str(vote.options.get(order=1).pk): 6,
        str(vote.options.get(order=2).pk): 4,
    }


def test_a_closed_vote_refuses_in_words_and_what_was_marked_stays(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step)
    [slip] = slips(hall, cast, 1)
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    status, text = post(vote, slip, [6, 3])
    assert status == 422 and "This vote is closed" in text
    assert 'value="6"' in text and 'value="3"' in text and "data-busy" in text
    assert counts(vote) == (0, 0)


def test_too_many_points_are_told_and_nothing_typed_is_lost(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step, most_per_option=6)
    [slip] = slips(hall, cast, 1)
    status, text = post(vote, slip, [7, "pięć"])
    assert status == 422
    assert "The highest mark here is 6" in text and "is not a whole number" in text
    assert 'value="7"' in text and 'value="pięć"' in text
    assert "take 2 away" in post(vote, slip, [6, 6])[1]
    assert counts(vote) == (0, 0)


def test_an_empty_ballot_is_asked_about_once_more_and_then_taken_as_blank(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    [slip] = slips(hall, cast, 1)
    status, text = post(vote, slip, ["", ""])
    assert status == 422 and 'name="blank"' in text
    assert post(vote, slip, ["", ""], blank="1")[0] == 302
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    vote.refresh_from_db()
    assert (vote.results["ballots"], vote.results["blank"]) == (1, 1)


@pytest.mark.parametrize(
    "posted",
    [
        {"mark-999999": "5"},
        {"mark-": "5"},
        {"mark-<script>": "5"},
        {"mark-1;DROP": "1"},
        {"MARKS": "-3"},
        {"MARKS": "99999999999999999999"},
        {"MARKS": "1e3"},
        {"MARKS": "٣"},
        {"MARKS": "\x00"},
    ],
)
def test_hostile_marks_are_refused_in_words(
    posted: dict[str, str], step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    [slip] = slips(hall, cast, 1)
    first = vote.options.first()
    sent = {
        (f"mark-{first.pk}" if name == "MARKS" and first else name): value for name, value in posted.items()
    }
    answer = Client().post(f"/w/{slip.code}/ballot/{vote.pk}/", {"nonce": "x" * 500, **sent})
    assert answer.status_code == 422
    assert counts(vote) == (0, 0)


def test_whatever_is_sent_by_chance_is_taken_or_refused_and_never_breaks(
    step: Step, hall: Hall, cast: Cast
) -> None:
    dice = random.Random(7)
    vote = make_vote(step, "A", "B", "C", method="borda")
    for slip in slips(hall, cast, 60):
        values = [dice.choice(["", "1", "2", "3", "0", "x", "-1", " 2 ", "2.0"]) for _ in range(3)]
        assert send(vote, slip, values, blank="1") in (302, 422)
    assert len(set(counts(vote))) == 1


def test_no_slip_votes_in_another_workshop_nor_a_slip_that_was_made_invalid(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    elsewhere = halls.open_hall(make_meeting(cast.theirs), by=cast.celina.actor)
    [theirs] = halls.make_slips(elsewhere, 1, by=cast.celina.actor)
    assert send(vote, theirs, [1, 1]) == 404
    [slip] = slips(hall, cast, 1)
    halls.void_slip(slip, by=cast.ewa.actor, at=NOON)
    assert send(vote, slip, [1, 1]) == 404
    assert counts(vote) == (0, 0)


def test_a_ticket_votes_as_a_slip_does(step: Step, hall: Hall, cast: Cast) -> None:
    halls.set_entry(hall, halls.Entry.TICKETS, by=cast.ewa.actor)
    vote = make_vote(step)
    slip = halls.slip_for(make_attendee(hall.meeting, presence="present"))
    assert send(vote, slip, [5, 5]) == 302


def test_options_stand_in_another_order_on_each_phone_and_always_the_same_on_one() -> None:
    options = list(range(16))
    orders = {tuple(shuffled(options, f"SLIP{n}", 7)) for n in range(200)}
    assert len(orders) == 200
    assert shuffled(options, "SLIP1", 7) == shuffled(reversed(options), "SLIP1", 7)
    firsts = [order[0] for order in orders]
    assert all(firsts.count(option) < 40 for option in options)


def desk(vote: Vote, cast: Cast, code: str, values: Iterable[object], **more: str) -> tuple[int, str]:
    posted = {"code": code, "nonce": str(uuid4()), **marks(vote, values), **more}
    answer = cast.ewa.client.post(f"/votes/{vote.pk}/paper/", posted, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def test_a_clerk_enters_paper_ballots_into_the_same_count(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step, "Uchwała", method="motion")
    phone, first, second, third = slips(hall, cast, 4)
    send(vote, phone, [1])
    code = f"{first.code[:3]}-{first.code[3:6]} {first.code[6:]}".lower()
    assert desk(vote, cast, code, ["z"])[0] == 302
    assert desk(vote, cast, second.code, ["P"])[0] == 302
    status, text = desk(vote, cast, third.code, [""])
    assert status == 422 and third.code in text
    assert desk(vote, cast, third.code, [""], blank="1")[0] == 302
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    vote.refresh_from_db()
    assert vote.results["verdicts"][0][1:4] == [2, 1, 1]


def test_the_clerk_is_told_of_a_code_that_has_voted_and_of_a_wrong_mark(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step)
    phone, paper = slips(hall, cast, 2)
    send(vote, phone, [5, 5])
    status, text = desk(vote, cast, phone.code, [1, 1])
    assert status == 422 and "the first one counts" in text
    assert desk(vote, cast, paper.code, [9, 9])[0] == 422
    assert desk(vote, cast, paper.code, [9, 1])[0] == 302
    assert "on paper has already been entered" in desk(vote, cast, paper.code, [9, 1])[1]
    assert "no valid slip" in desk(vote, cast, "ABC", [1, 1])[1]
    assert counts(vote) == (2, 2)


def test_papers_are_printed_for_slips_that_have_not_voted(step: Step, hall: Hall, cast: Cast) -> None:
    vote = make_vote(step)
    first, *_others = slips(hall, cast, 3)
    send(vote, first, [5, 5])
    answer = cast.ewa.client.get(f"/votes/{vote.pk}/paper.pdf")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")
    assert cast.dorota.client.get(f"/votes/{vote.pk}/paper.pdf").status_code == 403


def test_a_slip_made_invalid_in_the_middle_of_a_vote_casts_nothing_and_what_it_cast_stays(
    step: Step, hall: Hall, cast: Cast
) -> None:
    vote = make_vote(step, "Szlak", "Targ")
    early, late = slips(hall, cast, 2)
    send(vote, early, [7, 3])
    for slip in (early, late):
        halls.void_slip(slip, by=cast.ewa.actor, at=NOON)
    assert [send(vote, slip, [7, 3]) for slip in (early, late)] == [404, 404]
    assert counts(vote) == (1, 1)
    assert close_vote(vote, by=cast.ewa.actor, at=NOON).results["ballots"] == 1


def test_erasing_somebody_who_has_voted_leaves_the_vote_whole(step: Step, hall: Hall, cast: Cast) -> None:
    halls.set_entry(hall, halls.Entry.TICKETS, by=cast.ewa.actor)
    person = make_attendee(hall.meeting, "Jan", "Kowalski", presence="present")
    vote = make_vote(step, "Szlak", "Targ")
    slip = halls.slip_for(person)
    send(vote, slip, [7, 3])
    forget_attendees([person.pk], NOON)
    assert counts(vote) == (1, 1)
    assert send(vote, slip, [3, 7]) == 422
    assert close_vote(vote, by=cast.ewa.actor, at=NOON).results["ballots"] == 1


def test_the_same_form_of_a_vote_sent_twice_prepares_one(step: Step, cast: Cast) -> None:
    url = f"/meetings/{step.meeting_id}/steps/{step.pk}/votes/new/"
    form = terms(o0="Szlak", o1="Targ")
    where = {cast.ewa.client.post(url, form).headers.get("Location") for _ in range(2)}
    assert len(where) == 1
    assert step.votes.count() == 1
