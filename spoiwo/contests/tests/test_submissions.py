"""Submissions: frozen, numbered, repeated, late, corrected, withdrawn; conflicts and appeals of entrants."""

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from spoiwo.contests.actions.submitting import submit, withdraw
from spoiwo.contests.actions.writing import add_file, save_head, write_texts
from spoiwo.contests.models import Category, Edition, Entry, FormalDecision, Submission, Writer
from spoiwo.contests.queries.writing import Draft, digest_of
from spoiwo.contests.rules.writing import Head
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from tests.cast import Cast
from tests.make import make_category, make_contest, make_edition, make_entry, make_member

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2030, 10, 16, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def category(cast: Cast) -> Category:
    dates = {"opens_at": None, "closes_at": NOON, "grace_minutes": 15}
    return make_category(make_edition(make_contest(cast.ours), **dates))


def draft(category: Category, **fields: Any) -> Writer:
    return make_entry(category, state="draft", **fields).writers.get()


def write(writer: Writer, text: str, at: dt.datetime = NOON, key: str = "f1") -> None:
    stands = dict(writer.entry.texts.values_list("field__key", "text")).get(key, "")
    write_texts(writer, {key: (stands, text)}, at=at)


def fresh(writer: Writer) -> Entry:
    return Entry.objects.select_related("edition__contest", "category").get(pk=writer.entry_id)


def test_a_submission_is_numbered_frozen_and_confirmed_by_letter(category: Category) -> None:
    writer = draft(category)
    made = submit(writer, at=NOON - MINUTE)
    write(writer, "Coś innego", NOON - MINUTE)
    made.refresh_from_db()
    letter = Letter.objects.get()
    assert made.texts == {"f1": "Cykl spotkań z uczniami."} and fresh(writer).number == 1
    assert made.digest in letter.text and "16.10.2030 13:59:00" in letter.text
    assert made.digest == digest_of({"title": made.title, "texts": made.texts, "files": made.files})


def test_numbers_follow_each_other_and_stay(category: Category) -> None:
    writers = [draft(category) for _one in range(3)]
    for writer in reversed(writers):
        submit(writer, at=NOON)
    write(writers[0], "Nowa treść")
    submit(writers[0], at=NOON)
    assert [fresh(writer).number for writer in writers] == [3, 2, 1]


def test_pressing_twice_makes_one_submission_and_one_letter(category: Category) -> None:
    writer = draft(category)
    assert submit(writer, at=NOON) == submit(writer, at=NOON)
    assert Submission.objects.count() == Letter.objects.count() == 1


def test_the_last_submission_before_the_deadline_counts(category: Category) -> None:
    writer = draft(category)
    submit(writer, at=NOON - 2 * MINUTE)
    write(writer, "Poprawiony opis", NOON - MINUTE)
    submit(writer, at=NOON - MINUTE)
    latest = fresh(writer).latest
    assert latest.number == 2 and latest.texts["f1"] == "Poprawiony opis"


def test_the_deadline_passes_while_somebody_types_and_the_grace_judges_the_submission(
    category: Category,
) -> None:
    writer = draft(category)
    write(writer, "Dopisane po terminie", NOON + 5 * MINUTE)
    made = submit(writer, at=NOON + 15 * MINUTE)
    assert made.is_in_grace and made.texts["f1"] == "Dopisane po terminie"
    other = draft(category)
    late = NOON + 15 * MINUTE + dt.timedelta(seconds=1)
    write(other, "Za późno, ale nie stracone", late)
    with pytest.raises(Refused) as refused:
        submit(other, at=late)
    assert refused.value.field is None
    assert other.entry.texts.get(field__key="f1").text == "Za późno, ale nie stracone"
    assert fresh(other).state == "draft" and fresh(other).number is None


def test_the_page_after_the_deadline_says_so_keeps_the_text_and_names_whom_to_ask(category: Category) -> None:
    writer = draft(category)
    Edition.objects.update(closes_at=timezone.now() - dt.timedelta(hours=1))
    there = f"/e/{writer.secret}/"
    saved = Client().post(
        f"{there}text/", {"field": "f1", "base": "Cykl spotkań z uczniami.", "text": "Ostatnie słowo"}
    )
    assert saved.json()["text"] == "Ostatnie słowo"
    posted = Client().post(
        there, {"f1": "Ostatnie słowo!", "base_f1": "Ostatnie słowo", "f3": "", "base_f3": ""}, follow=True
    )
    assert "Ostatnie słowo!" in posted.content.decode()
    refused = Client().post(f"{there}submission/")
    assert (
        refused.status_code == 422 and category.edition.contest.partnership.name in refused.content.decode()
    )
    assert not Submission.objects.exists()


def test_what_is_written_after_the_deadline_does_not_count_and_does_not_replace_what_was_submitted(
    category: Category,
) -> None:
    writer = draft(category)
    submit(writer, at=NOON)
    late = NOON + dt.timedelta(hours=2)
    write(writer, "Późniejszy pomysł", late)
    with pytest.raises(Refused):
        submit(writer, at=late)
    assert fresh(writer).latest.texts["f1"] == "Cykl spotkań z uczniami."
    with pytest.raises(Refused):
        save_head(writer, Head("Nowy tytuł", "Urząd", "commune"), at=late)
    field = category.fields.get(kind="file")
    with pytest.raises(Refused):
        add_file(writer, field, SimpleUploadedFile("a.pdf", b"%PDF-1.7"), at=late)


def test_something_missing_is_told_at_its_place(category: Category) -> None:
    writer = draft(category, texts={})
    with pytest.raises(Refused) as refused:
        submit(writer, at=NOON)
    assert refused.value.field == "f1" and not Submission.objects.exists()
    page = Client().get(f"/e/{writer.secret}/submission/")
    assert page.status_code == 200 and f"/e/{writer.secret}/#id_f1" in page.content.decode()


def test_a_nominated_entry_waits_for_consent(category: Category) -> None:
    writer = draft(category)
    writer.entry.writers.create(kind="nominator", name="Ewa", email="ewa@example.org", secret="inna")
    with pytest.raises(Refused):
        submit(writer, at=NOON)
    Entry.objects.update(agreed_at=NOON)
    assert submit(writer, at=NOON).number == 1


def called(writer: Writer, *keys: str, due: dt.date | None = None) -> None:
    entry = fresh(writer)
    Entry.objects.filter(pk=entry.pk).update(state="corrections")
    Edition.objects.update(state="checking", closes_at=timezone.now() - dt.timedelta(days=3))
    FormalDecision.objects.create(
        entry=entry, submission=entry.latest, outcome="corrections", fields=list(keys),
        due_on=due or today(), by_name="Olga", at=timezone.now(),
    )  # fmt: skip


def test_corrections_change_the_named_fields_alone(category: Category) -> None:
    writer = draft(category, texts={"f1": "Opis", "f3": "Adres"})
    submit(writer, at=NOON)
    write(writer, "Napisane po terminie", NOON + dt.timedelta(days=1))
    called(writer, "f3")
    now = timezone.now()
    write(writer, "Nowy adres", now, key="f3")
    with pytest.raises(Refused) as refused:
        write(writer, "Nowy opis", now)
    assert refused.value.field == "f1"
    with pytest.raises(Refused):
        add_file(writer, category.fields.get(kind="file"), SimpleUploadedFile("a.pdf", b"%PDF-1.7"), at=now)
    made = submit(writer, at=now)
    assert made.texts == {"f1": "Opis", "f3": "Nowy adres"} and made.is_correction and not made.is_in_grace
    assert fresh(writer).state == "submitted" and fresh(writer).number == 1
    page = Client().get(f"/e/{writer.secret}/").content.decode()
    assert "Nowy adres" in page


def test_corrections_after_their_day_are_refused(category: Category) -> None:
    writer = draft(category)
    submit(writer, at=NOON)
    called(writer, "f1", due=today() - dt.timedelta(days=1))
    with pytest.raises(Refused):
        submit(writer, at=timezone.now())
    assert Submission.objects.count() == 1


def test_the_page_of_corrections_locks_what_is_not_named(category: Category) -> None:
    writer = draft(category, texts={"f1": "Opis", "f3": "Adres"})
    submit(writer, at=NOON)
    called(writer, "f3")
    page = Client().get(f"/e/{writer.secret}/").content.decode()
    assert 'name="f3"' in page and 'name="f1"' not in page and "Opis" in page


def test_a_withdrawn_entry_can_be_submitted_again_under_its_number(category: Category) -> None:
    writer = draft(category)
    submit(writer, at=NOON)
    withdraw(fresh(writer), "Pomyłka", at=NOON)
    assert fresh(writer).state == "withdrawn" and not Entry.objects.received().exists()
    made = submit(writer, at=NOON)
    assert made.number == 2 and fresh(writer).number == 1 and fresh(writer).withdrawn_because == ""


def test_nothing_is_withdrawn_once_the_result_is_sealed(category: Category) -> None:
    entry = make_entry(category)
    Edition.objects.update(state="sealed")
    with pytest.raises(Refused):
        withdraw(entry, "Za późno", at=NOON)
    writer = entry.writers.get()
    Client().post(f"/e/{writer.secret}/withdrawal/", {"reason": "x", "sure": "on"})
    assert fresh(writer).state == "admitted"


def test_an_attachment_that_was_submitted_stays_though_it_is_removed_from_the_draft(
    category: Category,
) -> None:
    writer = draft(category)
    field = category.fields.get(kind="file")
    stored = add_file(writer, field, SimpleUploadedFile("a.pdf", b"%PDF-1.7"), at=NOON)
    made = submit(writer, at=NOON)
    Edition.objects.update(closes_at=timezone.now() + dt.timedelta(days=1))
    Client().post(f"/e/{writer.secret}/files/{stored.pk}/removal/")
    assert not writer.entry.files.exists()
    assert made.files[0]["sha256"] == stored.sha256
    assert Client().get(f"/e/{writer.secret}/files/{stored.pk}/download/").status_code == 200
    assert Draft(fresh(writer)).is_unsent


def test_an_entrant_names_a_juror_who_is_then_shut_out(cast: Cast, category: Category) -> None:
    entry = make_entry(category)
    juror = make_member(category.edition, cast.jurek.user)
    there = f"/e/{entry.writers.get().secret}/conflicts/"
    assert "Jerzy Mazur" in Client().get(there).content.decode()
    Client().post(there, {"member": juror.pk, "tie": "family", "note": "szwagier"})
    found = entry.conflicts.get()
    assert (found.source, found.strength, found.member) == ("entrant", "bar", juror)
    assert Client().post(there, {"member": juror.pk, "tie": "family", "note": ""}).status_code == 422
    secretary = make_member(category.edition, cast.olga.user, "secretary")
    assert Client().post(there, {"member": secretary.pk, "tie": "family"}).status_code == 422


def test_a_rejected_entrant_appeals_once(category: Category) -> None:
    entry = make_entry(category, state="rejected")
    Edition.objects.update(state="checking")
    FormalDecision.objects.create(
        entry=entry,
        submission=entry.latest,
        outcome="rejected",
        due_on=today(),
        by_name="Olga",
        at=timezone.now(),
    )
    there = f"/e/{entry.writers.get().secret}/appeal/"
    assert Client().post(there, {"text": ""}).status_code == 422
    Client().post(there, {"text": "Podpis jest na stronie 3."})
    assert entry.decisions.get().appeal == "waiting"
    assert Client().get(there).status_code == 302


def test_the_confirmation_is_a_pdf_with_the_hash(category: Category) -> None:
    entry = make_entry(category)
    page = Client().get(f"/e/{entry.writers.get().secret}/confirmation/")
    assert page["Content-Type"] == "application/pdf" and "no-store" in page["Cache-Control"]
    text = "".join(part.extract_text() for part in PdfReader(BytesIO(page.content)).pages)
    assert entry.latest.digest[:16] in text.replace("\n", "").replace("\u200b", "")
