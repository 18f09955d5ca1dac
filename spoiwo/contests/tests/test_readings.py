"""The score card: whose it is, what it takes, two windows, submitting, withdrawing, the practice round."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from spoiwo.contests.actions.readings import submit_reading
from spoiwo.contests.models import Conflict, Criterion, Edition, Reading, Score
from spoiwo.kit.request import Refused
from tests.cast import Cast, Player
from tests.make import (
    make_category,
    make_contest,
    make_copy,
    make_edition,
    make_entry,
    make_member,
    make_reading,
    make_user,
)

pytestmark = pytest.mark.django_db


def assigned(cast: Cast, *, is_sample: bool = False, **fields: Any) -> Reading:
    """Jurek reads an entry of an edition that is being scored, its blind copy approved."""
    edition = make_edition(make_contest(cast.ours), **{"state": "scoring"} | fields)
    entry = make_entry(make_category(edition), is_sample=is_sample)
    make_copy(entry, title="Praktyka [ukryto]")
    return make_reading(entry, make_member(edition, cast.jurek.user))


def url(reading: Reading, part: str = "") -> str:
    return f"/judging/readings/{reading.pk}/{part}"


def criteria(reading: Reading) -> list[Criterion]:
    return list(reading.entry.edition.criteria.all())


def send(player: Player, reading: Reading, criterion: Criterion, value: Any, was: Any = "") -> HttpResponse:
    body = json.dumps({"criterion": criterion.pk, "value": value, "was": was})
    return player.client.post(url(reading, "scores/"), body, content_type="application/json")


def card(reading: Reading, *points: str, **more: str) -> dict[str, str]:
    """The whole form as it is posted without JavaScript by who saw an empty card."""
    answers = zip(criteria(reading), points, strict=False)
    return {f"score-{criterion.pk}": value for criterion, value in answers} | more


def test_an_answer_is_saved_as_it_is_given_and_adds_up_with_its_weight(cast: Cast) -> None:
    reading = assigned(cast)
    first, second = criteria(reading)
    Criterion.objects.filter(pk=first.pk).update(weight=Decimal(2))
    assert send(cast.jurek, reading, first, "4").status_code == 200
    answer = send(cast.jurek, reading, second, "cannot").json()
    assert (answer["total"], answer["answered"]) in {("8 of 10 points", 2), ("8 z 10 punktów", 2)}
    assert [(one.value, one.cannot_judge) for one in reading.scores.order_by("pk")] == [
        (4, False),
        (None, True),
    ]
    reading.refresh_from_db()
    assert (reading.state, reading.revision) == ("begun", 2) and reading.begun_at


def test_cards_are_counted_in_the_order_in_which_the_juror_took_them_up(cast: Cast) -> None:
    first = assigned(cast)
    second = make_reading(make_entry(first.entry.category), first.member)
    sample = make_reading(make_entry(first.entry.category, is_sample=True), first.member)
    for one in (sample, second, first):
        send(cast.jurek, one, criteria(one)[0], "3")
        send(cast.jurek, one, criteria(one)[1], "3")
    places = dict(Reading.objects.values_list("pk", "place"))
    assert places == {second.pk: 1, first.pk: 2, sample.pk: 1}


@pytest.mark.parametrize(
    "value", ["6", "-1", "2.5", "NaN", "Infinity", "1e1", "x", "٣٫٥", 3, None, True, [], {"a": 1}]
)
def test_what_the_scale_has_not_is_refused_in_words(cast: Cast, value: Any) -> None:
    reading = assigned(cast)
    answer = send(cast.jurek, reading, criteria(reading)[0], value)
    assert answer.status_code == 422 and answer.json()["error"]
    assert not Score.objects.exists()


def test_halves_count_where_the_scale_has_them(cast: Cast) -> None:
    reading = assigned(cast, scale_step=Decimal("0.5"))
    assert send(cast.jurek, reading, criteria(reading)[0], "2.5").status_code == 200
    assert send(cast.jurek, reading, criteria(reading)[1], "2.3").status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 1900,
        b"\xff\xfe",
        b'{"criterion": NaN, "value": "1", "was": ""}',
        b'"' + b"x" * 3_000_000,
        b"null",
    ],
)
def test_a_body_that_is_no_answer_is_refused(cast: Cast, body: bytes) -> None:
    reading = assigned(cast)
    answer = cast.jurek.client.post(url(reading, "scores/"), body, content_type="application/json")
    assert answer.status_code == 422


def test_a_criterion_of_another_category_or_edition_is_refused(cast: Cast) -> None:
    reading = assigned(cast)
    other = make_category(reading.entry.edition, "Powiaty")
    foreign = Criterion.objects.create(edition=reading.entry.edition, category=other, name="Zasięg")
    assert send(cast.jurek, reading, foreign, "3").status_code == 422
    assert foreign.name not in cast.jurek.client.get(url(reading)).content.decode()


def test_a_window_that_was_left_open_does_not_overwrite_a_newer_answer(cast: Cast) -> None:
    reading = assigned(cast)
    first, second = criteria(reading)
    send(cast.jurek, reading, first, "2")
    late = send(cast.jurek, reading, first, "5", was="")
    assert late.status_code == 409 and late.json()["value"] == "2"
    assert send(cast.jurek, reading, second, "1", was="").status_code == 200, "another criterion is no clash"
    assert send(cast.jurek, reading, first, "5", was="2").status_code == 200, "who saw it may change it"
    assert send(cast.jurek, reading, first, "5", was="2").status_code == 200, "and the same again is harmless"
    assert reading.scores.get(criterion=first).value == 5


def test_an_answer_that_was_taken_back_does_not_come_up_again(cast: Cast) -> None:
    reading = assigned(cast)
    first = criteria(reading)[0]
    send(cast.jurek, reading, first, "2")
    send(cast.jurek, reading, first, "", was="2")
    assert send(cast.jurek, reading, first, "4", was="2").status_code == 409
    assert not reading.scores.exists()


def test_the_whole_form_is_saved_without_javascript_and_says_what_clashed(cast: Cast) -> None:
    reading = assigned(cast)
    first, second = criteria(reading)
    send(cast.jurek, reading, first, "2")
    page = cast.jurek.client.post(url(reading), card(reading, "5", "3", to_entrant="Dobrze."))
    assert page.status_code == 422 and f'name="was-{first.pk}" value="2"' in page.content.decode()
    assert {one.criterion_id: one.value for one in reading.scores.all()} == {first.pk: 2, second.pk: 3}
    again = card(reading, "5", "3") | {f"was-{first.pk}": "2", f"was-{second.pk}": "3"}
    assert cast.jurek.client.post(url(reading), again).status_code == 302
    assert reading.scores.get(criterion=first).value == 5


def test_a_long_scale_has_a_number_and_a_box(cast: Cast) -> None:
    reading = assigned(cast, scale_max=100)
    first, second = criteria(reading)
    page = cast.jurek.client.get(url(reading)).content.decode()
    assert 'type="number"' in page and 'type="radio"' not in page
    sent = {f"score-{first.pk}": "87", f"cannot-{second.pk}": "on"}
    assert cast.jurek.client.post(url(reading, "submission/"), sent).status_code == 302
    assert [one.value for one in reading.scores.order_by("criterion")] == [87, None]


def test_a_card_is_submitted_once_every_criterion_is_answered(cast: Cast) -> None:
    reading = assigned(cast)
    first, second = criteria(reading)
    page = cast.jurek.client.post(url(reading, "submission/"), card(reading, "4"))
    assert page.status_code == 422 and f"id_score-{second.pk}-error" in page.content.decode()
    assert reading.scores.get().value == 4, "what was answered is kept"
    for _twice in range(2):
        assert (
            cast.jurek.client.post(url(reading, "submission/"), card(reading, "4", "cannot")).status_code
            == 302
        )
    reading.refresh_from_db()
    assert reading.state == "submitted" and reading.submitted_at
    assert [one.first_value for one in reading.scores.order_by("criterion")] == [4, None]
    assert Reading.objects.counted().count() == 1
    assert send(cast.jurek, reading, first, "1", was="4").status_code == 422, "and is closed"
    assert (
        cast.jurek.client.post(url(reading, "comment/"), {"field": "to_jury", "text": "x"}).status_code == 422
    )


def test_who_can_judge_nothing_withdraws_instead(cast: Cast) -> None:
    reading = assigned(cast)
    page = cast.jurek.client.post(url(reading, "submission/"), card(reading, "cannot", "cannot"))
    assert page.status_code == 422
    reading.refresh_from_db()
    assert reading.state == "begun"


def test_comments_are_kept_apart_and_merge_what_two_windows_wrote(cast: Cast) -> None:
    reading = assigned(cast)
    where = url(reading, "comment/")
    cast.jurek.client.post(where, {"field": "to_jury", "base": "", "text": "Znam podobne."})
    answer = cast.jurek.client.post(where, {"field": "to_jury", "base": "", "text": "Drogie."}).json()
    assert answer["both"] and "Znam podobne." in answer["text"] and "Drogie." in answer["text"]
    cast.jurek.client.post(where, {"field": "to_entrant", "base": "", "text": "Świetne."})
    reading.refresh_from_db()
    assert reading.to_entrant == "Świetne." and "Świetne" not in reading.to_jury
    assert cast.jurek.client.post(where, {"field": "state", "text": "submitted"}).status_code == 422
    assert cast.jurek.client.post(where, {"field": "to_jury", "text": "x" * 5001}).status_code == 422


def test_a_card_that_the_secretary_reopened_is_filled_in_again(cast: Cast) -> None:
    reading = assigned(cast)
    cast.jurek.client.post(url(reading, "submission/"), card(reading, "4", "4"))
    Reading.objects.update(state="begun", submitted_at=None)
    first = criteria(reading)[0]
    assert send(cast.jurek, reading, first, "1", was="4").status_code == 200
    reading.refresh_from_db()
    assert submit_reading(reading, by=cast.jurek.actor).submitted_at
    assert reading.scores.get(criterion=first).first_value == 1


PARTS = ("", "withdrawal/", "files/1/")


@pytest.mark.parametrize("who", ["anna", "olga", "adam", "bartek", "celina"])
def test_a_card_of_somebody_else_is_not_found(cast: Cast, who: str) -> None:
    reading = assigned(cast)
    make_member(reading.entry.edition, cast.celina.user)
    client = getattr(cast, who).client
    for part in PARTS:
        assert client.get(url(reading, part)).status_code == 404
    for part in ("scores/", "comment/", "submission/", "withdrawal/"):
        assert client.post(url(reading, part)).status_code == 404


@pytest.mark.parametrize(
    "change",
    ["stopped", "undeclared", "unconfirmed", "bar", "no_vote", "withdrawn", "rejected", "sealed", "checking"],
)
def test_a_card_closes_at_once_when_its_ground_is_gone(cast: Cast, change: str) -> None:
    reading = assigned(cast)
    assert cast.jurek.client.get(url(reading)).status_code == 200
    member, entry, edition = reading.member, reading.entry, reading.entry.edition
    if change in ("bar", "no_vote"):
        member.conflicts.create(entry=entry, source="entrant", tie="family", strength=change)
    elif change in ("withdrawn", "rejected"):
        entry.state = change
        entry.save()
    elif change in ("sealed", "checking"):
        Edition.objects.filter(pk=edition.pk).update(state=change)
    else:
        fields = {"stopped": {"stopped_at": timezone.now()}, "undeclared": {"declared_at": None}}
        type(member).objects.filter(pk=member.pk).update(**fields.get(change, {"confirmed_at": None}))
    for part in PARTS:
        assert cast.jurek.client.get(url(reading, part)).status_code == 404
    assert send(cast.jurek, reading, criteria(reading)[0], "3").status_code == 404
    with pytest.raises(Refused):
        submit_reading(reading, by=cast.jurek.actor)


def test_a_copy_whose_approval_was_taken_back_shows_nothing_and_keeps_the_card(cast: Cast) -> None:
    reading = assigned(cast)
    send(cast.jurek, reading, criteria(reading)[0], "3")
    reading.entry.latest.blind.__class__.objects.update(approved_at=None)
    page = cast.jurek.client.get(url(reading))
    assert page.status_code == 200 and "Praktyka [ukryto]" not in page.content.decode()
    assert reading.entry.title not in page.content.decode()
    assert reading.scores.count() == 1


def test_an_edition_that_is_not_blind_shows_what_was_submitted(cast: Cast) -> None:
    reading = assigned(cast, is_blind=False)
    page = cast.jurek.client.get(url(reading)).content.decode()
    assert "Edukacja dla pracy" in page and "Cykl spotkań z uczniami." in page


def test_in_the_deliberation_the_card_is_only_read(cast: Cast) -> None:
    reading = assigned(cast)
    cast.jurek.client.post(url(reading, "submission/"), card(reading, "4", "4"))
    Edition.objects.update(state="deliberation")
    page = cast.jurek.client.get(url(reading)).content.decode()
    assert "disabled" in page and "formaction" not in page
    assert cast.jurek.client.post(url(reading), card(reading, "1", "1")).status_code == 422
    assert {one.value for one in reading.scores.all()} == {4}


def test_who_withdraws_is_shut_out_for_good_and_the_scores_never_count(cast: Cast) -> None:
    reading = assigned(cast)
    next_one = make_reading(make_entry(reading.entry.category), reading.member)
    cast.jurek.client.post(url(reading, "submission/"), card(reading, "4", "4"))
    assert cast.jurek.client.post(url(reading, "withdrawal/"), {"tie": "work"}).status_code == 422
    sent = {"tie": "work", "words": "Szkoliłem autorów."}
    assert cast.jurek.client.post(url(reading, "withdrawal/"), sent).status_code == 302
    assert cast.jurek.client.get(url(reading)).status_code == 404
    assert cast.jurek.client.post(url(reading, "withdrawal/"), sent).status_code == 404, (
        "a second click finds nothing"
    )
    assert cast.jurek.client.get(url(next_one)).status_code == 200
    conflict = Conflict.objects.get()
    assert (conflict.source, conflict.tie, conflict.strength, conflict.note) == (
        "member",
        "work",
        "bar",
        "Szkoliłem autorów.",
    )
    assert reading.scores.count() == 2 and not Reading.objects.counted().exists()


def test_only_a_practice_entry_shows_how_the_others_scored_and_only_after_the_own_card(cast: Cast) -> None:
    for is_sample in (True, False):
        Reading.objects.all().delete()
        reading = assigned(cast, is_sample=is_sample, **{"year": 2031} if is_sample else {})
        other = make_member(reading.entry.edition, make_user("Zofia Kruk"))
        make_reading(reading.entry, other, 1, 5, to_jury="Tajemna uwaga.")
        assert "cc-spread" not in cast.jurek.client.get(url(reading)).content.decode()
        cast.jurek.client.post(url(reading, "submission/"), card(reading, "2", "5"))
        page = cast.jurek.client.get(url(reading)).content.decode()
        assert ("cc-spread" in page) is is_sample
        assert "Zofia" not in page and "Tajemna" not in page
        assert not Reading.objects.counted().filter(entry__is_sample=True).exists()


def test_the_page_says_how_many_cards_are_in_and_leads_to_the_next_entry(cast: Cast) -> None:
    reading = assigned(cast)
    after = make_reading(make_entry(reading.entry.category), reading.member)
    cast.jurek.client.post(url(reading, "submission/"), card(reading, "4", "4"))
    page = cast.jurek.client.get(url(reading)).content.decode()
    assert url(after) in page and after.entry.code in page
    assert "1 of 2" in page or "1 z 2" in page


def test_a_page_asks_the_same_number_of_queries_however_many_entries_the_juror_has(
    cast: Cast, same_queries: Any
) -> None:
    reading = assigned(cast)
    same_queries(
        lambda: cast.jurek.client.get(url(reading)),
        lambda: make_reading(make_entry(reading.entry.category), reading.member, 3, 3),
    )
