"""What hostile people and odd files try in the archive."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from spoiwo.archive.actions import deciding
from spoiwo.archive.actions.bringing import bring
from spoiwo.archive.models import Proposal, Shipment, Source
from spoiwo.archive.rules.states import ProposalState, SourceState
from spoiwo.archive.rules.taking import tidy_name
from spoiwo.archive.tasks import read_source
from spoiwo.kit.request import Refused
from spoiwo.register.models import Organisation, Person
from tests.cast import Cast
from tests.make import make_contest, make_organisation, make_person, make_source

pytestmark = pytest.mark.django_db
POSTS = ("source_reading", "source_state", "source_removal", "notes", "known")
DECISIONS = ("proposal_joining", "proposal_rejection", "proposal_reopening")


def url(name: str, *args: int) -> str:
    return reverse(f"archive:{name}", args=args)


@pytest.mark.parametrize("part", ["²", "9" * 5000, "٣", "-1", "0", "\0"])
def test_a_part_that_is_no_number_shows_the_first(cast: Cast, part: str) -> None:
    source = make_source(cast.ours)
    assert cast.anna.client.get(source.get_absolute_url(), {"part": part}).status_code == 200


def test_notes_that_are_no_ids_are_overlooked(cast: Cast) -> None:
    source, theirs = make_source(cast.ours), make_source(cast.theirs)
    foreign = theirs.proposals.create(kind="date")
    chosen = ["²", "9" * 30, "", "x", str(foreign.pk)]
    assert cast.anna.client.post(url("notes", source.pk), {"note": chosen}).status_code == 302
    foreign.refresh_from_db()
    assert foreign.state == ProposalState.PROPOSED


def test_nobody_decides_on_papers_of_others(cast: Cast) -> None:
    ours, theirs = make_source(cast.ours), make_source(cast.theirs)
    own, foreign = ours.proposals.get(), theirs.proposals.get()
    for name in POSTS:
        assert cast.celina.client.post(url(name, ours.pk), {"state": "done"}).status_code == 404, name
        for who in ("dorota", "ewa"):
            assert getattr(cast, who).client.post(url(name, ours.pk)).status_code == 403, name
        assert cast.anna.client.get(url(name, ours.pk)).status_code == 405, name
        assert cast.anna.client.post(reverse(f"archive:{name}", args=[10**30])).status_code == 404, name
    for name in (*DECISIONS, "proposal"):
        data = {"at_once": "1", "record": "1"}
        assert cast.celina.client.post(url(name, ours.pk, own.pk), data).status_code == 404, name
        assert cast.anna.client.post(url(name, ours.pk, foreign.pk), data).status_code == 404, name
        assert cast.anna.client.post(url(name, theirs.pk, own.pk), data).status_code == 404, name
        assert cast.anna.client.post(url(name, ours.pk, 10**30), data).status_code == 404, name
    assert set(Proposal.objects.values_list("state", flat=True)) == {ProposalState.PROPOSED}
    assert cast.celina.client.get(url("shipment", ours.shipment_id)).status_code == 404


def test_nothing_is_brought_into_the_archive_of_others(cast: Cast) -> None:
    file = SimpleUploadedFile("a.txt", b"Notatka")
    answer = cast.anna.client.post(url("upload"), {"partnership": cast.theirs.pk, "files": file})
    assert answer.status_code == 422
    assert not Shipment.objects.exists()


def test_only_a_record_that_may_be_meant_is_joined(cast: Cast) -> None:
    source = make_source(cast.ours)
    stranger = make_organisation("Zupełnie inna spółka")
    one = source.proposals.get()
    for record in (stranger.pk, 10**30, "²", "\0", ""):
        cast.anna.client.post(url("proposal_joining", source.pk, one.pk), {"record": record})
    make_person("Jan", "Próba", book=cast.theirs.book)
    told = [{"name": "name", "value": "Jan Próba", "start": 0, "end": 5, "confidence": 1}]
    person = source.proposals.create(kind="person", fields=told)
    theirs = Person.objects.get().pk
    cast.anna.client.post(url("proposal_joining", source.pk, person.pk), {"record": theirs})
    assert set(source.proposals.values_list("state", flat=True)) == {ProposalState.PROPOSED}


def test_an_award_goes_into_no_contest_of_others(cast: Cast) -> None:
    contest, source = make_contest(cast.theirs), make_source(cast.ours)
    one = source.proposals.create(kind="award")
    data = {"contest": contest.pk, "year": 2003, "kind": "laureate", "name": "I", "organisation_name": "PUP"}
    assert cast.anna.client.post(url("proposal", source.pk, one.pk), data).status_code == 422
    assert not contest.editions.exists()


def test_provenance_tells_nothing_about_papers_of_others(cast: Cast) -> None:
    source = make_source(cast.ours, "Tajne słowa o Fundacji Próba.")
    one = source.proposals.get()
    cast.anna.client.post(url("proposal", source.pk, one.pk), {"at_once": "1"})
    pk = Organisation.objects.get(name="Fundacja Próba").pk
    theirs = cast.celina.client.get(reverse("archive:provenance", args=["register.organisation", pk]))
    nothing = cast.celina.client.get(reverse("archive:provenance", args=["register.organisation", 10**17]))
    assert theirs.status_code == nothing.status_code == 200
    assert theirs.context["found"] == nothing.context["found"] == []
    assert "Tajne" not in theirs.content.decode()
    assert (
        cast.bartek.client.get(reverse("archive:provenance", args=["register.organisation", pk])).status_code
        == 403
    )


def test_what_was_read_away_meanwhile_is_refused_and_not_broken(cast: Cast) -> None:
    source = make_source(cast.ours)
    stale = source.proposals.get()
    Proposal.objects.all().delete()
    for decide in (
        lambda: deciding.accept(stale, {"name": "Fundacja"}, by=cast.anna.actor),
        lambda: deciding.reject(stale, "", by=cast.anna.actor),
        lambda: deciding.reopen(stale, by=cast.anna.actor),
    ):
        with pytest.raises(Refused):
            decide()
    gone = Source.objects.get()
    deciding.remove(source, by=cast.anna.actor)
    for decide in (
        lambda: deciding.remove(gone, by=cast.anna.actor),
        lambda: deciding.read_again(gone, by=cast.anna.actor, recognise=False),
        lambda: deciding.move_source(gone, SourceState.DONE, by=cast.anna.actor),
    ):
        with pytest.raises(Refused):
            decide()


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>.txt", "ł" * 900 + ".txt", "a\u202egnp.txt"],
)
def test_hostile_names_are_only_words(cast: Cast, name: str) -> None:
    file = SimpleUploadedFile("x.txt", b"Notatka o niczym", content_type="text/html" + "x" * 300)
    file._name = name
    [source] = bring(cast.ours, [file], by=cast.anna.actor).sources.all()
    read_source.func(source.pk)
    for address in (
        url("queue") + "?state=all",
        source.get_absolute_url(),
        source.shipment.get_absolute_url(),
    ):
        page = cast.anna.client.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
    answer = cast.anna.client.get(url("source_file", source.pk))
    assert answer["Content-Disposition"].startswith("attachment")
    assert not answer["Content-Type"].startswith("text/html")


def test_a_name_no_database_writes_is_made_writable() -> None:
    name = tidy_name("za\udcb3\x00cznik\x85\ud800.txt")
    name.encode()
    assert name.endswith(".txt") and "\0" not in name
    assert tidy_name("../../etc/./passwd.txt") == tidy_name("..\\..\\etc\\passwd.txt") == "etc/passwd.txt"


def test_an_email_with_a_broken_name_is_taken(cast: Cast) -> None:
    mail = (
        b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\n"
        b"Content-Type: text/plain; charset=utf-8\n\nNotatka.\n--X\n"
        b'Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename="za\xb3\x00.txt"\n\nABC\n'
        b'--X\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename="x.eml"\n\nSubject: a\n\nb\n'
        b"--X--\n"
    )
    shipment = bring(cast.ours, [SimpleUploadedFile("list.eml", mail)], by=cast.anna.actor)
    assert shipment.sources.count() >= 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.rtf", rb"{\rtf1\ansi Notatka \u-10179?koniec \u0?i \'00 reszta\par}"),
        (
            "b.html",
            b"<html><body><p>Notatka &#0; &#xD800; \x00 <script>alert(1)</script> koniec zdania.</p></body></html>",
        ),
        ("c.txt", "Notatka \ufffe o czym\u0085 innym \U0001f600 koniec.".encode()),
        ("d.eml", b"Subject: =?utf-8?b?AAA=?=\nFrom: x\n\nNotatka \x00 tekst \xff koniec.\n"),
        ("e.txt", b"S" * 400_000 + b" koniec"),
    ],
)
def test_letters_no_database_keeps_stop_no_reading(cast: Cast, name: str, content: bytes) -> None:
    [source] = bring(cast.ours, [SimpleUploadedFile(name, content)], by=cast.anna.actor).sources.all()
    read_source.func(source.pk)
    source.refresh_from_db()
    assert source.state != SourceState.WAITING
    page = cast.anna.client.get(source.get_absolute_url())
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_a_file_that_is_too_large_is_refused_by_name(cast: Cast, settings: Any) -> None:
    big = SimpleUploadedFile("duży.txt", b"x" * (settings.UPLOAD_LIMIT + 1))
    small = SimpleUploadedFile("mały.txt", b"Notatka")
    answer = cast.anna.client.post(url("upload"), {"partnership": cast.ours.pk, "files": [big, small]})
    assert answer.status_code == 302
    shipment = Shipment.objects.get()
    assert shipment.refused == [["duży.txt", "too_big"]]
    assert shipment.sources.get().name == "mały.txt"


def test_more_files_than_are_taken_bring_none(cast: Cast) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(501)]
    answer = cast.anna.client.post(url("upload"), {"partnership": cast.ours.pk, "files": files})
    assert answer.status_code == 422
    assert not Source.objects.exists()


VALUES = ["", "\0", "9" * 30, "Infinity", "NaN", "-1", "²", "ł" * 5000, "0001-01-01", "9999-12-31", "31.02.2020",
          "<svg onload=alert(1)>", "'\"--"]  # fmt: skip
FIELDS = {
    "organisation": {"name": "Próba", "kind": "other"},
    "person": {"given_name": "Jan", "family_name": "Próba"},
    "agreement": {"kind": "agreement", "title": "Umowa", "party-TOTAL_FORMS": "1", "party-INITIAL_FORMS": "0",
                  "party-0-name": "Gmina", "party-0-signatory": "Jan", "signed_on": "2003-01-01", "signed_at": "Płock"},
    "meeting": {"title": "Spotkanie", "held_on": "2003-01-01", "until_day": "", "venue": "", "head_count": "3"},
    "project": {"title": "Projekt", "state": "completed", "value": "1", "starts_on": "", "partners": "A", "lead": "B"},
    "award": {"contest_name": "Konkurs", "year": "2003", "kind": "laureate", "name": "I", "organisation_name": "PUP",
              "times": "1"},
}  # fmt: skip


@pytest.mark.parametrize("kind", list(FIELDS))
def test_no_typed_value_breaks_the_page(cast: Cast, kind: str) -> None:
    source = make_source(cast.ours)
    for field in FIELDS[kind]:
        for value in VALUES:
            one = source.proposals.create(kind=kind)
            answer = cast.anna.client.post(url("proposal", source.pk, one.pk), FIELDS[kind] | {field: value})
            assert answer.status_code < 500, (field, value)
