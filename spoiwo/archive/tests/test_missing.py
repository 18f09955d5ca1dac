"""What the reader missed: a person marks the words, completes the form, and the record leads back to them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.archive.actions import deciding
from spoiwo.archive.actions.bringing import bring
from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.rules.missing import LONGEST, fields_from, span_of
from spoiwo.archive.rules.states import FactKind, ProposalState, SourceState
from spoiwo.archive.tasks import read_source
from spoiwo.audit.models import Entry
from spoiwo.meetings.models import Meeting
from tests.cast import Cast
from tests.make import make_source

ODD = """Kronika świetlicy

Najpierw był gwar. Wspólne darcie pierza „Pióro do pióra” ściągnęło
do remizy w Płocku całą wieś, a działo się to 12 lutego 2011 r. za sprawą Fundacji Jutrzenka.
"""
WORDS = "Wspólne darcie pierza „Pióro do pióra” ściągnęło do remizy w Płocku całą wieś, a działo się to 12 lutego 2011 r."


def told(name: str, value: object) -> tuple[str, list[dict]]:
    return name, [{"name": "value", "value": value, "start": 3, "end": 9, "confidence": 0.9}]


def test_words_are_found_whatever_white_space_is_between() -> None:
    assert span_of("do remizy  w\nPłocku", ODD) == (ODD.index("do remizy"), ODD.index(" całą"))
    assert span_of("ściągnęło do", ODD) is not None  # the line ends between them
    assert span_of("do remizy w Kutnie", ODD) is None
    assert span_of(" \n ", ODD) is None
    assert span_of("pi(ó", "a pi(ó b") == (2, 6)


@given(st.text(min_size=1, max_size=300), st.data())
def test_any_words_cut_out_of_a_text_stand_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    span = span_of(words, text)
    assert (span is None) == (not words.split())
    if span:
        assert text[slice(*span)].split() == words.split()


def test_names_in_the_words_fill_the_form() -> None:
    parts = [
        told("organisation", "Fundacja Jutrzenka"),
        told("date", "2011-02-12"),
        told("date", "2011-03-01"),
    ]
    found = {one["name"]: one["value"] for one in fields_from(FactKind.MEETING, WORDS, parts)}
    assert found == {"title": "Pióro do pióra", "date": "2011-02-12", "organiser": "Fundacja Jutrzenka"}
    parties = [told("organisation", "A"), told("organisation", "B")]
    assert [one["value"] for one in fields_from(FactKind.AGREEMENT, "x", parties)] == ["A", "B"]
    assert fields_from(FactKind.PERSON, "Jan\nKos", [])[0]["value"] == "Jan Kos"
    whole = [told("date", "2011"), told("training", "bhp")]
    assert fields_from(FactKind.TRAINING, "„x”", whole) == whole[1][1]


def read(cast: Cast, text: str = ODD) -> Source:
    file = SimpleUploadedFile("kronika.txt", text.encode(), "text/plain")
    source = bring(cast.ours, [file], by=cast.anna.actor).sources.get()
    read_source.func(source.pk)
    source.refresh_from_db()
    return source


def mark(
    cast: Cast, source: Source, words: str = WORDS, kind: str = "meeting", who: str = "anna"
) -> HttpResponse:
    address = reverse("archive:missing", args=[source.pk])
    return getattr(cast, who).client.post(address, {"kind": kind, "words": words})


def by_hand(source: Source) -> Proposal:
    return source.proposals.exclude(added_by="").get()


@pytest.mark.django_db
def test_a_missed_meeting_is_marked_and_accepted_with_its_source(cast: Cast) -> None:
    source = read(cast)
    assert not source.proposals.filter(kind="meeting").exists()
    answer = mark(cast, source)
    one = by_hand(source)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("archive:proposal", args=[source.pk, one.pk])
    form = cast.anna.client.get(answer["Location"]).content.decode()
    assert "Pióro do pióra" in form
    assert "12.02.2011" in form or "2011-02-12" in form
    values = {"title": "Darcie pierza", "held_on": "12.02.2011"}
    sent = cast.anna.client.post(answer["Location"], values)
    assert sent.status_code == 302, sent.content.decode()[-3000:]
    meeting = Meeting.objects.get(title="Darcie pierza")
    page = cast.anna.client.get(reverse("archive:provenance", args=["meetings.meeting", meeting.pk]))
    assert "darcie pierza" in page.content.decode()
    assert Entry.objects.filter(verb="archive.proposal_added").count() == 1


@pytest.mark.django_db
def test_the_same_words_sent_twice_are_one_proposal(cast: Cast) -> None:
    source = read(cast)
    assert mark(cast, source)["Location"] == mark(cast, source, WORDS.replace(" ", "  "))["Location"]
    assert by_hand(source).added_by == cast.anna.actor.name


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["Tego tu nie ma", "", " ", "(" * 50, "x" * (LONGEST + 1), "a\0b"])
def test_words_that_do_not_stand_there_come_back_with_the_reason(cast: Cast, words: str) -> None:
    source = read(cast)
    answer = mark(cast, source, words)
    assert answer.status_code == 422
    assert "id_words" in answer.content.decode()
    assert not source.proposals.exclude(added_by="").exists()
    if words == "Tego tu nie ma":
        assert words in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["date", "place", "source", ""])
def test_only_records_are_marked(cast: Cast, kind: str) -> None:
    source = read(cast)
    assert mark(cast, source, kind=kind).status_code == 422
    assert not source.proposals.exclude(added_by="").exists()


@pytest.mark.django_db
def test_who_may_not_decide_marks_nothing(cast: Cast) -> None:
    source = read(cast)
    assert mark(cast, source, who="celina").status_code == 404
    assert mark(cast, source, who="dorota").status_code == 403
    assert "data-missing" not in cast.dorota.client.get(source.get_absolute_url()).content.decode()
    assert not source.proposals.exclude(added_by="").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("state", [SourceState.DONE, SourceState.SET_ASIDE, SourceState.WAITING])
def test_a_source_nobody_works_on_is_taken_up_first(cast: Cast, state: SourceState) -> None:
    source = make_source(cast.ours, ODD, state=state)
    assert mark(cast, source).status_code == 422
    assert not source.proposals.exclude(added_by="").exists()


@pytest.mark.django_db
def test_what_was_marked_stays_with_its_words_when_the_source_is_read_anew(cast: Cast) -> None:
    source = read(cast)
    mark(cast, source)
    deciding.read_again(source, by=cast.anna.actor, recognise=False)
    Source.objects.filter(pk=source.pk).update(text=f"Wstęp.\n{source.text}", state=SourceState.WAITING)
    Proposal.objects.filter(pk=by_hand(source).pk).update(
        start=by_hand(source).start + 7, end=by_hand(source).end + 7
    )
    read_source.func(source.pk)
    source.refresh_from_db()
    one = by_hand(source)
    assert source.text[one.start : one.end].split() == WORDS.split()
    assert one.state == ProposalState.PROPOSED
    title = next(field for field in one.fields if field["name"] == "title")
    assert title["value"] == "Pióro do pióra"


@pytest.mark.django_db
def test_a_source_with_something_marked_is_not_done(cast: Cast) -> None:
    source = make_source(cast.ours, ODD)
    source.proposals.all().delete()
    mark(cast, source)
    address = reverse("archive:source_state", args=[source.pk])
    cast.anna.client.post(address, {"state": "done"})
    source.refresh_from_db()
    assert source.state == SourceState.READ
