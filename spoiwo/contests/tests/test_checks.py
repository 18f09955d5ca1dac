"""The formal check: two people, consensus, corrections counted in working days, appeal."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from spoiwo.contests.actions.checks import appeal, decide, decide_appeal, save_check
from spoiwo.contests.models import Entry, FormalDecision
from spoiwo.contests.rules.formal import Said
from spoiwo.contests.rules.states import Answer, Outcome
from spoiwo.kit.actor import Actor
from spoiwo.kit.holidays import add_working_days
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from tests.cast import Cast, Player
from tests.make import make_category, make_contest, make_edition, make_entry, make_member

pytestmark = pytest.mark.django_db


def submitted(cast: Cast, **fields: Any) -> Entry:
    """An entry that waits for its formal check."""
    edition = make_edition(make_contest(cast.ours), state="checking", **fields)
    return make_entry(make_category(edition), state="submitted")


def check(entry: Entry, player: Player, answer: str = "met", note: str = "", *fields: str) -> None:
    """One person's whole check: the same answer to every point."""
    said = {point.pk: Said(answer, note, fields) for point in entry.edition.points.all()}
    save_check(entry.latest, said, by=player.actor)


def test_two_who_find_the_same_admit_and_the_entrant_is_told(cast: Cast) -> None:
    entry = submitted(cast)
    check(entry, cast.olga)
    check(entry, cast.anna)
    decide(entry, Outcome.ADMITTED, by=cast.olga.actor)
    entry.refresh_from_db()
    assert entry.state == "admitted"
    assert Letter.objects.get().to == entry.writers.get().email


def test_one_check_is_not_enough_and_one_person_does_not_check_twice(cast: Cast) -> None:
    entry = submitted(cast)
    check(entry, cast.olga)
    check(entry, cast.olga)
    with pytest.raises(Refused):
        decide(entry, Outcome.ADMITTED, by=cast.olga.actor)


def test_a_decision_against_what_both_found_needs_a_reason(cast: Cast) -> None:
    entry = submitted(cast)
    check(entry, cast.olga)
    check(entry, cast.anna, "not_met", "brak podpisu")
    with pytest.raises(Refused) as refused:
        decide(entry, Outcome.ADMITTED, by=cast.olga.actor)
    assert refused.value.field == "departs"
    decision = decide(entry, Outcome.ADMITTED, by=cast.olga.actor, departs="Podpis jest na stronie 3.")
    assert decision.departs == "Podpis jest na stronie 3."


def test_a_call_for_corrections_unlocks_the_named_fields_for_five_working_days(cast: Cast) -> None:
    entry = submitted(cast)
    check(entry, cast.olga, "to_correct", "opis jest za krótki", "f1")
    check(entry, cast.anna, "to_correct", "brak efektów", "f1")
    decision = decide(entry, Outcome.CORRECTIONS, by=cast.olga.actor)
    assert decision.fields == ["f1"]
    assert decision.due_on == add_working_days(timezone.localdate(), 5)
    letter = Letter.objects.get().text
    assert "opis jest za krótki" in letter and "brak efektów" in letter and "§ 5 ust. 1" in letter
    assert "Zielińska" not in letter and "Krawczyk" not in letter, "who found it is nobody's business"


def test_what_is_wrong_must_be_said(cast: Cast) -> None:
    entry = submitted(cast)
    with pytest.raises(Refused) as refused:
        check(entry, cast.olga, "not_met")
    assert str(refused.value.field).startswith("note-")


def test_the_other_persons_answers_show_only_after_the_own_check(cast: Cast) -> None:
    entry = submitted(cast)
    check(entry, cast.anna, "not_met", "brak podpisu burmistrza")
    url = f"/editions/{entry.edition_id}/entries/{entry.pk}/"
    for page in ("check/", "decision/"):
        assert "brak podpisu burmistrza" not in cast.olga.client.get(url + page).content.decode()
    check(entry, cast.olga)
    assert "brak podpisu burmistrza" in cast.olga.client.get(f"{url}decision/").content.decode()


def test_an_appeal_comes_once_and_in_time(cast: Cast) -> None:
    decision = rejected(cast)
    entry, late = decision.entry, timezone.now() + dt.timedelta(days=30)
    with pytest.raises(Refused):
        appeal(entry, "Proszę o ponowną ocenę.", by=Actor(), at=late)
    appeal(entry, "Proszę o ponowną ocenę.", by=Actor(), at=timezone.now())
    with pytest.raises(Refused):
        appeal(entry, "I jeszcze raz.", by=Actor(), at=timezone.now())


def test_a_granted_appeal_admits_and_a_dismissed_one_does_not(cast: Cast) -> None:
    for is_granted, state in ((True, "admitted"), (False, "rejected")):
        decision = rejected(cast)
        appeal(decision.entry, "Załącznik był podpisany.", by=Actor(), at=timezone.now())
        decide_appeal(decision, is_granted, "Zespół sprawdził załącznik.", by=cast.olga.actor)
        decision.entry.refresh_from_db()
        assert decision.entry.state == state
        with pytest.raises(Refused):
            decide_appeal(decision, True, "Jeszcze raz.", by=cast.olga.actor)


def test_a_checker_checks_and_neither_manages_nor_decides_appeals(cast: Cast) -> None:
    entry = submitted(cast)
    make_member(entry.edition, cast.jurek.user, "checker")
    desk = f"/editions/{entry.edition_id}/"
    assert cast.jurek.client.get(f"{desk}checks/").status_code == 200
    assert cast.jurek.client.get(desk).status_code == 403
    assert cast.jurek.client.get(f"{desk}entries/{entry.pk}/appeal/").status_code == 403


def test_who_is_barred_from_an_entry_does_not_check_it(cast: Cast) -> None:
    entry = submitted(cast)
    member = make_member(entry.edition, cast.olga.user, "secretary")
    member.conflicts.create(entry=entry, source="member", tie="family", strength="bar")
    url = f"/editions/{entry.edition_id}/"
    assert cast.olga.client.get(f"{url}entries/{entry.pk}/check/").status_code == 404
    assert entry.title not in cast.olga.client.get(f"{url}checks/").content.decode()


def test_a_check_in_the_browser_is_kept_when_something_is_missing(cast: Cast) -> None:
    entry = submitted(cast)
    point = entry.edition.points.get().pk
    url = f"/editions/{entry.edition_id}/entries/{entry.pk}/check/"
    page = cast.olga.client.post(url, {f"answer-{point}": Answer.TO_CORRECT, f"fields-{point}": ["f1"]})
    assert page.status_code == 422
    sent = {f"answer-{point}": Answer.TO_CORRECT, f"fields-{point}": ["f1"], f"note-{point}": "Za krótki."}
    assert cast.olga.client.post(url, sent)["Location"].endswith("/decision/")
    assert entry.latest.checks.get().answers[str(point)]["fields"] == ["f1"]


def test_the_list_asks_the_same_number_of_queries_for_any_number_of_entries(
    cast: Cast, same_queries: Any
) -> None:
    edition = make_edition(make_contest(cast.ours), state="checking")
    category = make_category(edition)
    same_queries(
        lambda: cast.olga.client.get(f"/editions/{edition.pk}/checks/"),
        lambda: make_entry(category, state="submitted"),
    )


def rejected(cast: Cast) -> FormalDecision:
    """An entry that both found wanting."""
    entry = submitted(cast)
    Entry.objects.exclude(pk=entry.pk).filter(edition__contest=entry.edition.contest).delete()
    check(entry, cast.olga, "not_met", "brak podpisu")
    check(entry, cast.anna, "not_met", "brak podpisu")
    return decide(entry, Outcome.REJECTED, by=cast.olga.actor)
