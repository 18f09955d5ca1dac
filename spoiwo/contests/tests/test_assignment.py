"""Who reads what: tried out, applied as one unit, mended by hand; the practice round."""

from typing import Any

import pytest

from spoiwo import audit
from spoiwo.contests.actions.assignment import add_reading, choose_samples
from spoiwo.contests.actions.editions import move_edition
from spoiwo.contests.models import Edition, Entry, Member, Reading
from spoiwo.contests.rules.precision import told_apart
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from tests.cast import Cast
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
PLAN = {"seed": "7", "per_entry": "2", "anchors": "0"}
ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}


def contest_of(cast: Cast, entries: int = 6, jurors: int = 4, **fields: Any) -> tuple[Edition, list[Member]]:
    """An edition with so many admitted entries and jurors."""
    edition = make_edition(make_contest(cast.ours), **{"state": "checking", **fields})
    category = make_category(edition)
    for number in range(entries):
        make_entry(category, f"Praktyka {number}")
    names = ["Jan", "Adam", "Ewa", "Olga", "Piotr", "Maria"]
    return edition, [make_member(edition, make_user(f"{names[n]} Próbny")) for n in range(jurors)]


def tried(cast: Cast, edition: Edition, **changes: str) -> Any:
    return cast.olga.client.get(f"/editions/{edition.pk}/assignment/", PLAN | changes, **ENGLISH)


def applied(cast: Cast, edition: Edition, page: Any, **changes: str) -> Any:
    sent = PLAN | changes | {"digest": page.context["plan"].inputs.digest}
    return cast.olga.client.post(f"/editions/{edition.pk}/assignment/applying/", sent)


def test_a_dry_run_writes_nothing_and_says_what_it_is_worth(cast: Cast) -> None:
    edition, _jurors = contest_of(cast)
    page = tried(cast, edition)
    assert not Reading.objects.exists()
    assert [row.after for row in page.context["rows"]] == [3, 3, 3, 3]
    text = page.content.decode()
    assert "one common ranking is possible" in text and "90 % of cases" in text


def test_the_plan_that_was_looked_at_is_written_as_a_whole_with_its_reasons(cast: Cast) -> None:
    edition, _jurors = contest_of(cast)
    page = tried(cast, edition)
    applied(cast, edition, page)
    pairs = {(one.entry_id, one.member_id): one.why for one in Reading.objects.all()}
    assert pairs == page.context["plan"].pairs and len(pairs) == 12
    assert not Letter.objects.exists(), "the jury does not read yet"
    line = audit.history(kind="contests.edition", object_id=edition.pk).object_list[0]
    assert line.facts["seed"] == 7 and line.facts["added"] == 12
    assert not audit.entries(scope=cast.ours.pk).filter(verb="contests.readings_assigned").exists()


def test_a_plan_made_before_something_changed_is_not_applied(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    page = tried(cast, edition)
    Entry.objects.first().conflicts.create(member=jurors[0], source="entrant", tie="family", strength="bar")
    applied(cast, edition, page)
    assert not Reading.objects.exists()


def test_no_conflict_category_load_or_withdrawal_is_broken(cast: Cast) -> None:
    edition, jurors = contest_of(cast, entries=5)
    first, second, third = Entry.objects.order_by("pk")[:3]
    first.conflicts.create(member=jurors[0], source="records", tie="same_county", strength="no_vote")
    second.conflicts.create(
        member=make_member(edition, jurors[1].user, "checker"), source="member", tie="family", strength="bar"
    )
    make_reading(third, jurors[2], state="recused")
    jurors[3].load = 0
    jurors[3].save()
    applied(cast, edition, tried(cast, edition))
    pairs = set(Reading.objects.exclude(state="recused").values_list("entry", "member"))
    assert len(pairs) == 10
    assert not pairs & {(first.pk, jurors[0].pk), (second.pk, jurors[1].pk), (third.pk, jurors[2].pk)}
    assert not any(member == jurors[3].pk for _entry, member in pairs)


def test_readings_stay_where_they_are_and_dealing_out_anew_keeps_what_was_begun(cast: Cast) -> None:
    edition, jurors = contest_of(cast, state="scoring")
    first, second = Entry.objects.order_by("pk")[:2]
    begun = make_reading(first, jurors[0], state="begun")
    for entry in Entry.objects.order_by("pk"):
        if entry != first:
            make_reading(entry, jurors[0])
    assert tried(cast, edition).context["dropped"] == 0
    page = tried(cast, edition, is_anew="on")
    assert page.context["dropped"] > 0
    applied(cast, edition, page, is_anew="on")
    assert Reading.objects.filter(pk=begun.pk, state="begun").exists()
    loads = [Reading.objects.filter(member=one).count() for one in jurors]
    assert max(loads) - min(loads) <= 1
    letters = set(Letter.objects.values_list("to", flat=True))
    assert letters <= {one.user.email for one in jurors} and letters
    assert Letter.objects.count() == len(letters), "one letter each"
    del second


def test_jurors_are_told_once_the_jury_may_read(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    applied(cast, edition, tried(cast, edition))
    for entry in Entry.objects.all():
        make_copy(entry)
    move_edition(edition, "scoring", by=cast.olga.actor)
    assert sorted(Letter.objects.values_list("to", flat=True)) == sorted(one.user.email for one in jurors)
    assert "3" in Letter.objects.first().text and Letter.objects.first().scope_id is None


def test_a_juror_who_stopped_counts_with_what_was_submitted_and_gets_nothing_more(cast: Cast) -> None:
    edition, jurors = contest_of(cast, state="scoring")
    entry = Entry.objects.first()
    make_reading(entry, jurors[0], 4, 3)
    cast.olga.client.post(f"/editions/{edition.pk}/members/{jurors[0].pk}/stop/", {"reason": "choroba"})
    applied(cast, edition, tried(cast, edition))
    assert Reading.objects.filter(member=jurors[0]).count() == 1
    assert Reading.objects.filter(entry=entry).count() == 2


def test_a_jury_that_falls_apart_is_told_in_words_with_its_parts(cast: Cast) -> None:
    edition, jurors = contest_of(cast, entries=2, jurors=2)
    other = make_category(edition, "Szkoły")
    make_entry(other, "Inna")
    for juror, category in zip(jurors, edition.categories.order_by("order"), strict=True):
        juror.categories.set([category])
    page = tried(cast, edition, per_entry="1")
    assert "The jury falls apart" in page.content.decode() and len(page.context["parts"]) == 2


def test_entries_without_enough_readers_are_named_with_the_reason(cast: Cast) -> None:
    edition, jurors = contest_of(cast, entries=2, jurors=2)
    entry = Entry.objects.first()
    entry.conflicts.create(member=jurors[0], source="entrant", tie="family", strength="bar")
    page = tried(cast, edition).content.decode()
    assert "1 juror is shut out" in page and "1 of 2" in page


def test_an_edition_without_entries_or_jurors_says_so(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours), state="checking")
    make_category(edition)
    assert cast.olga.client.get(f"/editions/{edition.pk}/assignment/").status_code == 200
    assert tried(cast, edition).status_code == 422
    assert tried(cast, edition, seed="x").status_code == 422


def test_nothing_is_assigned_outside_its_time(cast: Cast) -> None:
    edition, jurors = contest_of(cast, state="deliberation")
    with pytest.raises(Refused):
        add_reading(Entry.objects.first(), jurors[0], by=cast.olga.actor)
    applied(cast, edition, tried(cast, edition))
    assert not Reading.objects.exists()


def test_one_pair_is_added_by_hand_and_taken_back_until_it_is_begun(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    entry = Entry.objects.first()
    url = f"/editions/{edition.pk}/assignment/readings/"
    assert cast.olga.client.post(url, {"entry": entry.pk, "member": jurors[0].pk}).status_code == 302
    assert cast.olga.client.post(url, {"entry": entry.pk, "member": jurors[0].pk}).status_code == 422
    reading = Reading.objects.get()
    assert reading.why == "hand"
    Reading.objects.update(state="begun")
    cast.olga.client.post(f"{url}removal/", {"reading": reading.pk})
    assert Reading.objects.exists()
    Reading.objects.update(state="assigned")
    cast.olga.client.post(f"{url}removal/", {"reading": reading.pk})
    assert not Reading.objects.exists()
    assert cast.olga.client.post(f"{url}removal/", {"reading": "x"}).status_code == 404


def test_a_pair_in_conflict_is_refused_by_hand_too(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    entry = Entry.objects.first()
    conflict = entry.conflicts.create(member=jurors[0], source="records", tie="mandate", strength="bar")
    url = f"/editions/{edition.pk}/assignment/readings/"
    page = cast.olga.client.post(url, {"entry": entry.pk, "member": jurors[0].pk})
    assert page.status_code == 422 and "member" in page.context["pair"].errors
    conflict.is_dismissed = True
    conflict.save()
    assert cast.olga.client.post(url, {"entry": entry.pk, "member": jurors[0].pk}).status_code == 302


def test_a_barred_secretary_neither_adds_nor_takes_back_that_entry(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    entry = Entry.objects.first()
    reading = make_reading(entry, jurors[0])
    secretary = make_member(edition, cast.olga.user, "secretary")
    entry.conflicts.create(member=secretary, source="member", tie="family", strength="bar")
    url = f"/editions/{edition.pk}/assignment/readings/"
    assert cast.olga.client.post(f"{url}removal/", {"reading": reading.pk}).status_code == 404
    assert cast.olga.client.post(url, {"entry": entry.pk, "member": jurors[1].pk}).status_code == 422
    page = tried(cast, edition)
    assert sum(row.after for row in page.context["rows"]) == 10 and page.context["entries"] == 5


def test_old_entries_are_chosen_to_practise_on_and_never_count(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    old = make_edition(edition.contest, 2029, state="published")
    entry = make_entry(make_category(old), "Stara praktyka")
    copy = make_copy(entry)
    url = f"/editions/{edition.pk}/assignment/samples/"
    assert "Stara praktyka" in cast.olga.client.get(url).content.decode()
    cast.olga.client.post(url, {"copies": [copy.pk]})
    sample = Entry.objects.get(is_sample=True)
    assert sample.edition == edition and sample.copied_from == entry
    assert sample.latest.blind.texts == {"f1": "Cykl spotkań z uczniami."} and sample.latest.blind.approved_at
    assert Reading.objects.filter(entry=sample).count() == len(jurors)
    assert tried(cast, edition).context["entries"] == 6
    with pytest.raises(Refused):
        choose_samples(edition, [copy], by=cast.olga.actor)
    assert "Stara" not in cast.olga.client.get(f"/editions/{edition.pk}/entries/").content.decode()


def test_where_there_is_no_old_entry_the_page_says_so(cast: Cast) -> None:
    edition, _jurors = contest_of(cast)
    page = cast.olga.client.get(f"/editions/{edition.pk}/assignment/samples/", **ENGLISH).content.decode()
    assert "There is no old entry to practise on" in page


def test_the_assignment_is_the_offices_business(cast: Cast) -> None:
    edition, jurors = contest_of(cast)
    make_member(edition, cast.jurek.user)
    base = f"/editions/{edition.pk}/assignment/"
    who = ("nobody", "celina", "jurek", "olga")
    for url in (base, f"{base}samples/"):
        assert [getattr(cast, one).client.get(url).status_code for one in who] == [302, 403, 403, 200]
    for url in ("applying/", "readings/", "readings/removal/"):
        assert cast.jurek.client.post(base + url).status_code == 403
        assert cast.olga.client.get(base + url).status_code == 405
    del jurors


def test_the_dry_run_costs_the_same_queries_for_any_number_of_entries(cast: Cast, same_queries: Any) -> None:
    edition, _jurors = contest_of(cast)
    category = edition.categories.get()
    same_queries(lambda: tried(cast, edition), lambda: make_entry(category))


def test_the_precision_in_points_follows_its_formula() -> None:
    assert told_apart(1.0, 5) == pytest.approx(1.2816 * 0.8, abs=1e-3)
    assert told_apart(0.25, 10) == pytest.approx(1.2816 * 0.5 * 1.6, abs=1e-3)
