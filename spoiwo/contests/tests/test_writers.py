"""Entries are begun by mail, written by several people, nominated, copied; what strangers and hostile files meet."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from spoiwo.audit.models import Entry as Line
from spoiwo.contests.models import Category, Edition, Entry, Writer
from spoiwo.mail.models import Letter
from spoiwo.places.models import Unit
from tests.cast import Cast
from tests.make import make_card, make_category, make_contest, make_edition, make_entry, make_unit

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF"


@pytest.fixture
def category(cast: Cast) -> Category:
    return make_category(make_edition(make_contest(cast.ours), clause="Administratorem danych jest urząd."))


def draft(category: Category, **fields: Any) -> Entry:
    return make_entry(category, state="draft", **fields)


def address(entry: Entry, part: str = "") -> str:
    return f"/e/{entry.writers.order_by('pk').first().secret}/{part}"


def answers(category: Category, place: Unit, **changes: Any) -> dict[str, Any]:
    return {
        "category": category.pk,
        "title": "Praca od zaraz",
        "organisation_name": "Powiatowy Urząd Pracy w Opocznie",
        "organisation_kind": "county_labour_office",
        "place": place.code,
        "whose": "own",
        "name": "Maria Wójcik",
        "email": "maria@example.org",
    } | changes


def enter(edition: Edition, data: dict[str, Any]) -> Any:
    return Client().post(f"/contests/{edition.contest.slug}/{edition.year}/enter/", data)


@pytest.fixture
def place(db: None) -> Unit:
    return make_unit("1007", "opoczyński")


def test_the_address_of_an_entry_goes_by_letter_and_never_onto_the_page(
    category: Category, place: Unit
) -> None:
    page = enter(category.edition, answers(category, place))
    writer, letter = Writer.objects.get(), Letter.objects.get()
    assert page.status_code == 200 and writer.secret not in page.content.decode()
    assert letter.to == "maria@example.org" and f"/e/{writer.secret}/" in letter.text
    assert writer.entry.state == "draft" and len(writer.entry.code) == 4 and len(writer.secret) == 43
    assert writer.secret not in letter.subject


def test_the_first_page_shows_who_may_enter_and_the_clause(category: Category) -> None:
    category.kinds = ["foundation"]
    category.save()
    page = Client().get(f"/contests/{category.edition.contest.slug}/{category.edition.year}/enter/")
    assert "Administratorem danych jest urząd." in page.content.decode()
    assert page["Cache-Control"] == "private, no-store" and "sessionid" not in page.cookies


def test_a_body_of_another_kind_is_refused_at_its_place_and_nothing_typed_is_lost(
    category: Category, place: Unit
) -> None:
    make_category(category.edition, "Wszyscy")
    category.kinds = ["foundation"]
    category.save()
    page = enter(category.edition, answers(category, place))
    assert page.status_code == 422 and not Entry.objects.exists()
    assert "organisation_kind" in page.context["form"].errors
    assert "Praca od zaraz" in page.content.decode()


def test_a_sixth_unfinished_entry_of_one_address_is_refused(category: Category, place: Unit) -> None:
    for number in range(5):
        assert (
            enter(category.edition, answers(category, place, title=f"Praktyka {number}")).status_code == 200
        )
    page = enter(category.edition, answers(category, place, email="MARIA@example.org"))
    assert page.status_code == 422 and "email" in page.context["form"].errors
    assert Entry.objects.count() == 5


def test_nothing_is_begun_after_the_deadline(category: Category, place: Unit) -> None:
    Edition.objects.update(closes_at=timezone.now(), grace_minutes=60)
    enter(category.edition, answers(category, place))
    assert not Entry.objects.exists() and not Letter.objects.exists()


def test_a_nominated_body_is_written_to_and_agrees_itself(category: Category, place: Unit) -> None:
    other = {"whose": "other", "nominated_name": "Jan Kos", "nominated_email": "pup@example.org"}
    assert enter(category.edition, answers(category, place, **other)).status_code == 200
    entry = Entry.objects.get()
    nominator, body = entry.writers.get(kind="nominator"), entry.writers.get(kind="author")
    assert {one.to for one in Letter.objects.all()} == {"maria@example.org", "pup@example.org"}
    assert Client().post(f"/e/{nominator.secret}/agreement/").status_code == 404
    Client().get(f"/e/{body.secret}/agreement/")
    entry.refresh_from_db()
    assert entry.agreed_at is None
    Client().post(f"/e/{body.secret}/agreement/")
    entry.refresh_from_db()
    assert entry.agreed_at is not None


def test_who_nominates_cannot_agree_for_the_nominated(category: Category, place: Unit) -> None:
    same = {"whose": "other", "nominated_name": "Jan Kos", "nominated_email": "maria@example.org"}
    page = enter(category.edition, answers(category, place, **same))
    assert page.status_code == 422 and "nominated_email" in page.context["form"].errors


def test_other_peoples_secrets_open_nothing_of_an_entry(category: Category) -> None:
    mine, theirs = draft(category), draft(category, title="Cudza praktyka")
    field = category.fields.get(kind="file")
    Client().post(address(theirs, f"files/{field.pk}/"), {"file": SimpleUploadedFile("a.pdf", PDF)})
    stored = theirs.files.get().stored_id
    assert Client().get(address(theirs, f"files/{stored}/download/")).status_code == 200
    assert Client().get(address(mine, f"files/{stored}/download/")).status_code == 404
    Client().post(address(mine, f"files/{stored}/removal/"))
    assert theirs.files.count() == 1
    assert Client().get("/e/zgadnij/").status_code == 404
    assert "Cudza praktyka" not in Client().get(address(mine)).content.decode()


def test_two_writers_of_one_text_lose_no_line(category: Category) -> None:
    entry = draft(category, texts={"f1": "Pierwsza\nOstatnia"})
    base = "Pierwsza\nOstatnia"
    one = Client().post(
        address(entry, "text/"), {"field": "f1", "base": base, "text": "Pierwsza\nOd Marii\nOstatnia"}
    )
    two = Client().post(
        address(entry, "text/"), {"field": "f1", "base": base, "text": "Pierwsza\nOstatnia\nOd Jana"}
    )
    assert one.json()["both"] is False and two.json()["both"] is True
    assert entry.texts.get(field__key="f1").text == "Pierwsza\nOd Marii\nOstatnia\nOd Jana"


def test_a_posted_page_without_javascript_is_merged_too(category: Category) -> None:
    entry = draft(category, texts={"f1": "A\nB"})
    Client().post(address(entry), {"f1": "A\nB\nC", "base_f1": "A\nB", "f3": "", "base_f3": ""})
    page = Client().post(address(entry), {"f1": "D\nA\nB", "base_f1": "A\nB", "f3": "", "base_f3": ""})
    assert page.status_code == 302
    assert entry.texts.get(field__key="f1").text == "D\nA\nB\nC"


def test_html_and_unseen_signs_in_a_text_do_no_harm(category: Category) -> None:
    entry = draft(category)
    text = "<script>alert(1)</script>\x00 koniec"
    answer = Client().post(
        address(entry, "text/"), {"field": "f1", "base": "Cykl spotkań z uczniami.", "text": text}
    )
    assert answer.json()["text"] == "<script>alert(1)</script> koniec"
    page = Client().get(address(entry, "submission/")).content.decode()
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


def test_a_text_over_its_limit_is_kept_and_told_and_one_beyond_measure_is_refused(category: Category) -> None:
    category.fields.filter(key="f1").update(limit=10)
    entry = draft(category)
    base = "Cykl spotkań z uczniami."
    assert (
        Client().post(address(entry, "text/"), {"field": "f1", "base": base, "text": "x" * 11}).status_code
        == 200
    )
    page = Client().get(address(entry))
    assert page.context["draft"].flaws == {"f1": "too_long"}
    assert (
        Client()
        .post(address(entry, "text/"), {"field": "f1", "base": "x" * 11, "text": "y" * 30_001})
        .status_code
        == 422
    )
    assert entry.texts.get(field__key="f1").text == "x" * 11


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wirus.pdf", b"MZ\x90\x00" + b"0" * 50),
        ("strona.png", b"<html><script>"),
        ("puste.pdf", b""),
        ("skan.tif", b"II*\x00" + b"0" * 20),
    ],
)
def test_a_hostile_or_foreign_file_is_refused_at_its_place(
    category: Category, name: str, content: bytes
) -> None:
    entry = draft(category)
    field = category.fields.get(kind="file")
    page = Client().post(address(entry, f"files/{field.pk}/"), {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 422 and page.context["form"].errors["file"]
    assert not entry.files.exists()


def test_a_file_over_the_megabytes_of_its_question_is_refused(category: Category) -> None:
    category.fields.filter(kind="file").update(limit=1)
    entry = draft(category)
    field = category.fields.get(kind="file")
    big = SimpleUploadedFile("duzy.pdf", PDF + b"0" * 1024 * 1024)
    assert Client().post(address(entry, f"files/{field.pk}/"), {"file": big}).status_code == 422
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    small = SimpleUploadedFile("../../etc/hasła.png", picture.getvalue())
    assert Client().post(address(entry, f"files/{field.pk}/"), {"file": small}).status_code == 302
    assert entry.files.get().stored.name == "hasła.png"


def test_the_same_file_twice_is_attached_once(category: Category) -> None:
    entry = draft(category)
    field = category.fields.get(kind="file")
    for _again in range(2):
        Client().post(address(entry, f"files/{field.pk}/"), {"file": SimpleUploadedFile("a.pdf", PDF)})
    assert entry.files.count() == 1


def test_a_colleague_gets_an_own_address_which_the_author_can_close(category: Category) -> None:
    entry = draft(category)
    Client().post(address(entry, "people/"), {"name": "Jan Kos", "email": "jan@example.org"})
    colleague = entry.writers.get(email="jan@example.org")
    assert f"/e/{colleague.secret}/" in Letter.objects.get(to="jan@example.org").text
    page = Client().get(f"/e/{colleague.secret}/people/").content.decode()
    assert entry.writers.get(kind="author").secret not in page
    author = entry.writers.get(kind="author")
    Client().post(f"/e/{colleague.secret}/people/", {"close": author.pk})
    author.refresh_from_db()
    assert author.closed_at is None
    Client().post(address(entry, "people/"), {"close": colleague.pk})
    assert Client().get(f"/e/{colleague.secret}/").status_code == 404


def test_no_writers_or_bodys_name_stands_in_the_history(category: Category, place: Unit) -> None:
    enter(category.edition, answers(category, place))
    entry = Entry.objects.get()
    Client().post(address(entry, "text/"), {"field": "f1", "base": "", "text": "Opis"})
    Client().post(address(entry, "submission/"))
    lines = Line.objects.filter(kind="contests.entry")
    told = " ".join(f"{one.actor_name} {one.label} {one.facts} {one.url}" for one in lines)
    assert lines.count() >= 3
    for word in ("Maria", "Opocz", "Praca od zaraz", "maria@"):
        assert word not in told


def test_a_card_fills_the_first_question_and_only_its_people_may_use_it(
    cast: Cast, category: Category, place: Unit
) -> None:
    card = make_card(cast.ours)
    path = f"/projects/cards/{card.pk}/entry/"
    assert cast.celina.client.get(path).status_code == 404
    assert cast.nobody.client.get(path).status_code == 302
    page = cast.bartek.client.post(path, answers(category, place))
    assert page.status_code == 302
    entry = Entry.objects.get()
    assert card.aim in entry.texts.get(field__key="f1").text
    # The card's page offers the way to its own people.
    assert path in cast.bartek.client.get(card.get_absolute_url()).content.decode()


def test_an_earlier_entry_goes_over_into_a_new_one_of_the_same_writer(cast: Cast, category: Category) -> None:
    old = make_category(make_edition(make_contest(cast.ours, "Dawny"), 2029, state="published"))
    earlier = make_entry(old, texts={"f1": "Opis z zeszłego roku."})
    page = Client().post(address(earlier, "again/"), {"category": category.pk})
    entry = Entry.objects.get(edition=category.edition)
    assert page.status_code == 200 and entry.writers.get().secret not in page.content.decode()
    assert entry.texts.get(field__key="f1").text == "Opis z zeszłego roku."
    assert entry.copied_from == earlier and entry.writers.get().email == earlier.writers.get().email
