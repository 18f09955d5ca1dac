"""What hostile people and odd files try in the catalogue of practices."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.practices.actions import parts, validation
from spoiwo.practices.importers.indicators import parse
from spoiwo.practices.models import Adoption, Measurement, PendingData, Practice, PracticeFile, Term
from spoiwo.practices.rules.data import Fault
from spoiwo.practices.rules.written import Opinion, Word
from tests.cast import Cast
from tests.make import make_unit
from tests.make_practices import make_practice

pytestmark = pytest.mark.django_db
HEAD = "code;name;unit;source;teryt;year;value\n"
HTML = "<svg onload=alert(1)><script>alert(1)</script>"
WRITING = ("practice_edit", "practice_texts", "practice_state", "practice_review_date", "modules", "files")
CHECKING = ("check", "opinion", "expert")
VALUES = [
    "",
    "\0",
    "9" * 30,
    "Infinity",
    "NaN",
    "-1",
    "²",
    "ł" * 5000,
    "0001-01-01",
    "9999-12-31",
    "31.02.2020",
    HTML,
]


def url(name: str, *args: int) -> str:
    return reverse(f"practices:{name}", args=args)


def add_file(cast: Cast, practice: Practice) -> PracticeFile:
    file = SimpleUploadedFile(f"{HTML}.pdf", b"%PDF-1.4 x", content_type="text/html")
    return parts.add_file(practice, file, HTML, by=cast.anna.actor)


def test_nobody_writes_or_checks_cards_of_others(cast: Cast) -> None:
    practice, draft = make_practice(cast.ours), make_practice(cast.ours, "Szkic", state="draft")
    before = list(Practice.objects.order_by("pk").values())
    for name in (*WRITING, *CHECKING):
        for who in ("celina", "bartek", "dorota", "roman", "olga"):
            client = getattr(cast, who).client
            for one in (practice, draft):
                answer = client.post(
                    url(name, one.pk), {"state": "withdrawn", "title": "X", "decision": "passed"}
                )
                assert answer.status_code in (403, 404), (name, who)
        assert cast.anna.client.post(url(name, 10**30)).status_code == 404
    assert cast.anna.client.get(url("practice_state", practice.pk)).status_code == 405
    assert list(Practice.objects.order_by("pk").values()) == before


def test_files_and_modules_are_those_of_the_address(cast: Cast) -> None:
    ours, draft = make_practice(cast.ours), make_practice(cast.ours, "Szkic", state="draft")
    theirs = make_practice(cast.theirs, "Cudza")
    hidden, shown = add_file(cast, draft), add_file(cast, ours)
    for one in (ours, theirs):
        assert cast.nobody.client.get(url("file", one.pk, hidden.pk)).status_code == 404
    assert cast.nobody.client.get(url("file", draft.pk, hidden.pk)).status_code in (302, 404)
    assert cast.celina.client.post(url("file_removal", ours.pk, shown.pk)).status_code == 403
    cast.celina.client.post(url("file_removal", theirs.pk, shown.pk))
    assert cast.anna.client.get(url("file_removal", ours.pk, shown.pk)).status_code == 405
    assert PracticeFile.objects.count() == 2
    module = ours.modules.create(title="Nasz")
    data = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-title": "Cudzy",
        "form-0-row": module.pk,
    }
    cast.celina.client.post(url("modules", theirs.pk), data)
    module.refresh_from_db()
    assert (module.title, module.practice) == ("Nasz", ours)


def test_hostile_words_are_only_words(cast: Cast) -> None:
    practice = make_practice(
        cast.ours, HTML, summary=HTML, contact=HTML, contact_address="javascript:alert(1)"
    )
    file = add_file(cast, practice)
    practice.modules.create(title=HTML, text=HTML)
    practice.adoptions.create(taker=HTML, place=practice.place, adopted_on="2029-01-01", changed=HTML)
    for name in ("practice", "adoptions", "comparison"):
        page = cast.nobody.client.get(url(name, practice.pk)).content.decode()
        assert "<svg onload" not in page and "<script>alert" not in page and 'href="javascript' not in page
    assert "<svg onload" not in cast.nobody.client.get(url("practices")).content.decode()
    answer = cast.nobody.client.get(url("file", practice.pk, file.pk))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    svg = SimpleUploadedFile("a.pdf", b"<svg onload='alert(1)'/>", content_type="application/pdf")
    assert cast.anna.client.post(url("files", practice.pk), {"file": svg, "title": "x"}).status_code == 422


def test_a_file_that_is_too_large_is_refused(cast: Cast, settings: Any) -> None:
    practice = make_practice(cast.ours)
    big = SimpleUploadedFile("a.pdf", b"%PDF-" + b"x" * settings.UPLOAD_LIMIT)
    assert cast.anna.client.post(url("files", practice.pk), {"file": big, "title": "x"}).status_code == 422
    assert not practice.files.exists()


ROWS = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-row": ""}
FORMS = {
    "practice_new": {"title": "Praktyka", "scale": "county", "owner": "PUP", "place": "1419", "since_year": "2001",
                     "cost": "1", "cost_note": "x", "contact": "M", "contact_address": "a@b.pl", "summary": "s",
                     "themes": "", "partnership": ""},
    "practice_texts": {"problem": "x", "revision": "1"},
    "practice_state": {"state": "withdrawn"},
    "practice_review_date": {"until_year": "2030", "superseded_by": ""},
    "modules": ROWS | {"form-0-title": "M", "form-0-text": "t", "form-0-needs": "n"},
    "adoption_new": {"taker": "PUP", "place": "1419", "adopted_on": "01.09.2029", "state": "running", "cost": "1",
                     "taken_from": "", "modules": "", "project": "", "card": "", "partnership": ""},
}  # fmt: skip


@pytest.mark.parametrize("name", list(FORMS))
def test_no_typed_value_breaks_the_page(cast: Cast, name: str) -> None:
    practice = make_practice(cast.ours)
    address = url(name) if name == "practice_new" else url(name, practice.pk)
    for field in FORMS[name]:
        for value in VALUES:
            answer = cast.anna.client.post(address, FORMS[name] | {field: value})
            assert answer.status_code < 500, (field, value)
    for adoption in Adoption.objects.all():
        assert cast.nobody.client.get(url("adoptions", adoption.practice_id)).status_code == 200


@pytest.mark.parametrize("value", VALUES)
def test_no_filter_breaks_the_catalogue(cast: Cast, value: str) -> None:
    practice = make_practice(cast.ours)
    names = (
        "q",
        "page",
        "sort",
        "theme",
        "group",
        "scale",
        "evidence",
        "place",
        "state",
        "county",
        "export",
        "running",
    )
    for name in names:
        assert cast.nobody.client.get(url("practices"), {name: value}).status_code < 500, name
        assert cast.anna.client.get(url("practices"), {name: value}).status_code < 500, name
    assert cast.nobody.client.get(url("comparison", practice.pk), {"county": value}).status_code < 500
    for name, asked in (("practice_new", "project"), ("adoption_new", "from")):
        address = url(name) if name == "practice_new" else url(name, practice.pk)
        assert cast.anna.client.get(address, {asked: value}).status_code < 500, asked


def test_terms_change_their_names_with_each_other(cast: Cast) -> None:
    Term.objects.all().delete()
    one, other = Term.objects.create(name="Młodzież"), Term.objects.create(name="Seniorzy", order=2)
    parts.save_terms(
        [Word("theme", "Seniorzy", one.pk), Word("theme", "Młodzież", other.pk)], by=cast.adam.actor
    )
    assert list(Term.objects.order_by("pk").values_list("name", flat=True)) == ["Seniorzy", "Młodzież"]


def test_a_term_somebody_else_added_meanwhile_is_told_and_not_broken(cast: Cast) -> None:
    Term.objects.all().delete()
    Term.objects.create(name="Młodzież")
    data = ROWS | {"form-0-facet": "theme", "form-0-name": "Młodzież"}
    assert cast.adam.client.post(url("terms"), data).status_code == 422
    assert Term.objects.count() == 1


@pytest.mark.parametrize("year", ["019990000", "02029", "2029.0", "٢٠٢٩", "9" * 30, "-2029", "1989", "2101"])
def test_a_year_is_four_digits_of_our_time(year: str) -> None:
    reading = parse(f"{HEAD}b;Stopa;;;1419;{year};1".encode(), {"1419"})
    assert [one.fault for one in reading.problems] == [Fault.WRONG_YEAR]


def test_a_hundred_thousand_rows_and_formulas_are_read_and_shown(cast: Cast) -> None:
    counties = [f"{number:04d}" for number in range(1401, 1442)]
    for code in counties:
        make_unit(code, f"powiat {code}")
    rows = [
        f'=cmd|{code};=HYPERLINK("x") {HTML};@;+1;{county};{year};{year}'
        for code in range(24)
        for county in counties
        for year in range(1990, 2092)
    ]
    file = SimpleUploadedFile("=cmd.csv", (HEAD + "\n".join(rows)).encode())
    answer = cast.adam.client.post(url("indicators"), {"file": file})
    assert answer.status_code in (302, 422)
    if answer.status_code == 302:
        page = cast.adam.client.get(answer["Location"]).content.decode()
        assert "<svg onload" not in page
        assert cast.adam.client.post(answer["Location"], {"verdict": "confirm"}).status_code == 302
        assert Measurement.objects.count() == len(rows)
        assert cast.adam.client.get(url("indicators")).status_code == 200
        assert not PendingData.objects.exists()


def test_only_administrators_load_data_and_terms(cast: Cast) -> None:
    for who in ("anna", "roman", "dorota", "celina"):
        for name in ("indicators", "terms"):
            assert getattr(cast, who).client.post(url(name)).status_code == 403
        assert getattr(cast, who).client.post(url("indicators_pending", 1)).status_code == 403
    assert cast.adam.client.post(url("indicators_pending", 10**30)).status_code == 302


def test_a_step_that_ended_does_not_end_twice(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="expert", expert=cast.roman.user)
    for _time in range(2):
        data = {"decision": "passed", "evidence_grade": "counted", "appeal": "3", "feedback": "Dobrze."}
        assert cast.roman.client.post(url("opinion", practice.pk), data).status_code in (302, 403)
    assert practice.reviews.count() == 1
    with pytest.raises(Refused):
        validation.judge_practice(
            practice, Opinion("counted", 3, "x"), is_passed=True, by=cast.roman.actor, today=today()
        )
    assert practice.reviews.count() == 1


def test_what_replaced_a_practice_is_not_told_once_it_is_hidden(cast: Cast) -> None:
    hidden = make_practice(cast.theirs, "Tajny tytuł", state="draft")
    practice = make_practice(cast.ours, superseded_by=hidden, until_year=dt.date.max.year // 5)
    assert "Tajny" not in cast.nobody.client.get(url("practice", practice.pk)).content.decode()
