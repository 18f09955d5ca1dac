"""What nobody sends by a page of ours is refused in words or changes nothing; a clerk's bad luck loses nothing."""

import re
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.test import Client

from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Meeting
from spoiwo.workshops.actions import halls
from spoiwo.workshops.actions.chosen import begin_cards
from spoiwo.workshops.actions.ideas import add_idea, merge_lines
from spoiwo.workshops.actions.proposals import merge_proposals, move_proposal
from spoiwo.workshops.actions.ties import settle_tie
from spoiwo.workshops.actions.votes import close_vote, open_vote
from spoiwo.workshops.models import Ballot, Hall, Line, Option, Proposal, Slip, Step, Vote
from spoiwo.workshops.models import Cast as Voted
from spoiwo.workshops.rules.places import Way
from spoiwo.workshops.rules.states import ProposalState
from tests.cast import Cast
from tests.make import make_attendee, make_card, make_meeting, make_proposal, make_step, make_table, make_vote
from tests.world import NOON

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def hall(cast: Cast) -> Hall:
    return halls.open_hall(make_meeting(cast.ours), by=cast.ewa.actor)


def moved(hall: Hall, cast: Cast, kind: str, **fields: object) -> Step:
    step = make_step(hall.meeting, kind=kind, **fields)
    halls.move_hall(hall, by=cast.ewa.actor, at=NOON, step=step)
    step.refresh_from_db()
    return step


def slips(hall: Hall, cast: Cast, count: int) -> list[Slip]:
    return halls.make_slips(hall, count, by=cast.ewa.actor)


def test_a_table_opened_before_the_hall_says_that_it_is_early(cast: Cast) -> None:
    table = make_table(make_meeting(cast.ours), card=make_card(cast.ours))
    early = Client().get(f"/t/{table.secret}/", headers=ENGLISH)
    assert early.status_code == 200 and "has not been opened yet" in early.content.decode()
    assert Client().get(f"/t/{table.secret}/card/").status_code == 302
    assert Client().post(f"/t/{table.secret}/card/text/", {"field": "aim", "text": "Cel"}).status_code == 422


@pytest.mark.parametrize("number", ["1e999", "-1e999", "Infinity", "NaN", "9" * 5000])
def test_a_sheet_that_counts_to_infinity_cannot_be_read(number: str, hall: Hall, cast: Cast) -> None:
    step = moved(hall, cast, "sheets")
    address = f"/t/{make_table(hall.meeting).secret}/{step.pk}/lines/"
    line = f'{{"key": "{uuid4()}", "field": "resources", "text": "Las", "version": {number}}}'
    for body in (f'{{"writes": [], "since": {number}}}', f'{{"writes": [{line}]}}'):
        assert Client().post(address, body, content_type="application/json").status_code == 400


@pytest.mark.parametrize("headers", [{}, {"x-send": "1"}])
def test_a_ballot_with_a_broken_mark_is_kept_without_the_broken_part(
    headers: dict[str, str], hall: Hall, cast: Cast
) -> None:
    vote = make_vote(moved(hall, cast, "vote", form=""))
    [slip], option = slips(hall, cast, 1), vote.options.earliest("pk")
    body = f"nonce={quote('a' + chr(0))}&mark-{option.pk}=3"
    kind = "application/x-www-form-urlencoded"
    answer = Client().post(f"/w/{slip.code}/ballot/{vote.pk}/", body, content_type=kind, headers=headers)
    assert answer.status_code == 302
    assert Voted.objects.get(slip=slip).nonce == "a"


def test_an_option_of_ones_own_keeps_no_broken_signs(hall: Hall, cast: Cast) -> None:
    step = make_step(hall.meeting, kind="vote", form="")
    posted = {"title": "Które?", "method": "approval", "o0": "Szl\x00ak", "o1": "Targ", "seats": 1}
    cast.ewa.client.post(f"/meetings/{hall.meeting_id}/steps/{step.pk}/votes/new/", posted)
    assert [one.title for one in Vote.objects.get().options.all()] == ["Szlak", "Targ"]


@pytest.mark.parametrize("sent", [{"step": "9" * 5000}, {"table": "9" * 5000}, {"table": "{table}:a\x00"}])
def test_the_hall_stays_where_it_is_when_it_is_moved_nowhere(
    sent: dict[str, str], hall: Hall, cast: Cast
) -> None:
    step = moved(hall, cast, "sheets")
    table = make_table(hall.meeting)
    posted = {name: value.format(table=table.pk) for name, value in sent.items()}
    assert cast.ewa.client.post(f"/meetings/{hall.meeting_id}/hall/move/", posted).status_code == 302
    hall.refresh_from_db()
    assert (hall.step, hall.field) == (step, "")


def test_a_joint_idea_can_be_joined_with_a_further_one(hall: Hall, cast: Cast) -> None:
    step = moved(hall, cast, "ideas", form="", is_moderated=False)
    one, two, three = slips(hall, cast, 3)
    first = [add_idea(step, slip, key=uuid4(), text="Żłobek") for slip in (one, two)]
    joint = merge_lines(step, [line.pk for line in first], by=cast.ewa.actor)
    later = add_idea(step, three, key=uuid4(), text="Żłobek w Bodzanowie")
    again = merge_lines(step, [joint.pk, later.pk], by=cast.ewa.actor)
    assert [line.pk for line in Line.objects.filter(step=step).shown()] == [again.pk]


def test_notes_that_are_too_long_come_back_as_they_were_typed(hall: Hall, cast: Cast) -> None:
    step = moved(hall, cast, "talk", form="")
    text = "Uwagi " * 4000
    address = f"/meetings/{hall.meeting_id}/steps/{step.pk}/notes/"
    answer = cast.ewa.client.post(address, {"hall": "1", "notes": text})
    assert answer.status_code == 422 and text.strip() in answer.content.decode()
    assert f'action="{address}"' in answer.content.decode()
    step.refresh_from_db()
    assert step.notes == ""


def test_no_vote_is_opened_in_a_workshop_that_was_called_off(hall: Hall, cast: Cast) -> None:
    vote = make_vote(make_step(hall.meeting, kind="vote", form=""), state="prepared")
    Meeting.objects.filter(pk=hall.meeting_id).update(state="cancelled")
    answer = cast.ewa.client.post(f"/votes/{vote.pk}/opening/", follow=True, headers=ENGLISH)
    assert "has been called off" in answer.content.decode()
    vote.refresh_from_db()
    assert vote.state == "prepared"


def test_a_ticket_whose_slip_was_made_invalid_is_told_so_at_once(hall: Hall, cast: Cast) -> None:
    Hall.objects.update(entry="tickets")
    person = make_attendee(hall.meeting)
    slip = halls.slip_for(person)
    assert Client().get("/w/", {"code": person.code}).status_code == 302
    halls.void_slip(slip, by=cast.ewa.actor, at=NOON)
    assert Client().get("/w/", {"code": person.code}).status_code == 422


def test_pages_that_a_secret_opens_stay_in_no_memory(hall: Hall, cast: Cast) -> None:
    step = moved(hall, cast, "sheets", form="proposal")
    table, [slip] = make_table(hall.meeting, card=make_card(cast.ours)), slips(hall, cast, 1)
    proposal = make_proposal(step, table=table)
    pages = [f"/w/{slip.code}/", f"/w/{slip.code}/near/?text=a", f"/t/{table.secret}/"]
    pages.append(f"/t/{table.secret}/proposals/{proposal.pk}/")
    kept = [Client().get(page).get("Cache-Control") for page in pages]
    moved(hall, cast, "cards", form="")
    kept.append(Client().get(f"/t/{table.secret}/card/").get("Cache-Control"))
    assert kept == ["no-store"] * 5


def test_the_key_of_a_proposal_in_another_step_begins_a_further_one(hall: Hall, cast: Cast) -> None:
    table, key = make_table(hall.meeting), str(uuid4())
    steps = [make_step(hall.meeting, form="proposal", state="open") for _ in range(2)]
    begin = [f"/t/{table.secret}/{step.pk}/proposals/" for step in steps]
    assert [Client().post(address, {"key": key}).status_code for address in [*begin, begin[0]]] == [302] * 3
    assert [step.proposals.count() for step in steps] == [1, 1]


def on_the_ballot(hall: Hall, state: str) -> tuple[Vote, list[Proposal]]:
    group = make_step(hall.meeting, form="proposal", state="open")
    proposals = [make_proposal(group, title, what="y" * 5000) for title in ("Szlak", "Targ")]
    vote = make_vote(make_step(hall.meeting, kind="vote", form=""), state=state, seats=1)
    for option, proposal in zip(vote.options.all(), proposals, strict=True):
        Option.objects.filter(pk=option.pk).update(proposal=proposal)
    return vote, proposals


def test_a_vote_about_a_proposal_that_was_withdrawn_is_not_opened(hall: Hall, cast: Cast) -> None:
    vote, proposals = on_the_ballot(hall, "prepared")
    move_proposal(proposals[0], ProposalState.WITHDRAWN, by=cast.ewa.actor)
    with pytest.raises(Refused, match="Szlak"):
        open_vote(vote, by=cast.ewa.actor, at=NOON)
    move_proposal(proposals[0], ProposalState.ENTERED, by=cast.ewa.actor)
    assert open_vote(vote, by=cast.ewa.actor, at=NOON).state == "open"


def test_proposals_are_not_joined_while_people_vote_on_them(hall: Hall, cast: Cast) -> None:
    vote, proposals = on_the_ballot(hall, "open")
    with pytest.raises(Refused):
        merge_proposals(proposals, "Szlak i targ", by=cast.ewa.actor)
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    assert merge_proposals(proposals, "Szlak i targ", by=cast.ewa.actor).pk


def test_cards_are_begun_however_much_the_joined_proposals_say(hall: Hall, cast: Cast) -> None:
    vote, proposals = on_the_ballot(hall, "open")
    group = proposals[0].step
    more = [make_proposal(group, title, what="z" * 5000) for title in ("Las", "Młyn", "Rynek")]
    for order, one in enumerate(more, 3):
        Option.objects.create(vote=vote, order=order, title=one.title, proposal=one)
    for slip in slips(hall, cast, 1):
        marks = {f"mark-{pk}": 2 for pk in vote.options.values_list("pk", flat=True)}
        Client().post(f"/w/{slip.code}/ballot/{vote.pk}/", {"nonce": "a", **marks})
    close_vote(vote, by=cast.ewa.actor, at=NOON)
    every = list(vote.options.values_list("pk", flat=True))
    settle_tie(vote, Way.MERGE, every, by=cast.ewa.actor, reason="Zgoda sali", title="Razem")
    [card] = begin_cards(vote, by=cast.ewa.actor)
    assert len(card.actions) == 20_000


def test_what_people_were_told_about_their_names_holds_once_they_have_written(hall: Hall, cast: Cast) -> None:
    step = moved(hall, cast, "ideas", form="", naming="anonymous")
    [slip] = slips(hall, cast, 1)
    address = f"/meetings/{hall.meeting_id}/steps/{step.pk}/edit/"
    posted = {"title": "Pomysły", "kind": "ideas", "minutes": 10, "style": "alone"}
    assert cast.ewa.client.post(address, {**posted, "naming": "group"}).status_code == 302
    add_idea(step, slip, key=uuid4(), text="Żłobek")
    assert cast.ewa.client.post(address, {**posted, "naming": "name"}).status_code == 422
    assert cast.ewa.client.post(address, {**posted, "naming": "group"}).status_code == 302


def test_no_page_tells_how_the_votes_stand_before_the_end(hall: Hall, cast: Cast) -> None:
    step = moved(hall, cast, "vote", form="")
    vote = make_vote(step)
    people = slips(hall, cast, 3)
    meeting, ewa = f"/meetings/{hall.meeting_id}/", cast.ewa.client
    pages = [
        *((ewa, f"/votes/{vote.pk}/{part}") for part in ("", "paper/", "ballots.csv", "tie/", "casting/")),
        *((ewa, meeting + part) for part in ("", "hall/", "steps/", f"steps/{step.pk}/", "report/")),
        *((Client(), page) for page in (f"/screen/{hall.screen_secret}/", f"/w/{people[2].code}/")),
    ]

    def seen(points: int) -> list[str]:
        Ballot.objects.filter(vote=vote).delete()
        Voted.objects.filter(vote=vote).delete()
        first, second = vote.options.values_list("pk", flat=True)
        for slip in people[:2]:
            marks = {f"mark-{first}": points, f"mark-{second}": 10 - points}
            Client().post(f"/w/{slip.code}/ballot/{vote.pk}/", {"nonce": "a", **marks})
        texts = [
            client.get(page, headers=headers).content.decode()
            for client, page in pages
            for headers in ({}, {"hx-request": "true"})
        ]
        return [
            re.sub(r'(name="(nonce|csrfmiddlewaretoken)" value=|nonce=)"[^"]*"', "", one) for one in texts
        ]

    assert seen(10) == seen(0)
