"""From files to accepted records: what a clerk does with old papers."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from spoiwo.archive.actions import deciding
from spoiwo.archive.actions.bringing import bring, bring_from_folder
from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.queries.sources import open_conflicts, segments, shown_proposals
from spoiwo.archive.rules.states import FactKind, Origin, Problem, ProposalState, SourceState
from spoiwo.archive.tasks import read_source
from spoiwo.kit.request import Refused
from spoiwo.partnerships.models import Agreement
from spoiwo.register.models import Organisation, Person
from tests.cast import Cast
from tests.make import make_organisation

pytestmark = pytest.mark.django_db
AGREEMENT = """Porozumienie w Płocku

18 listopada 2003 roku w Warszawie zawarto Porozumienie w zakresie Wdrażania Modelu Partnerstwa Lokalnego pomiędzy
województwem mazowieckim reprezentowanym przez Adama Struzika, Marszałka Województwa Mazowieckiego, a powiatem płockim
reprezentowanym przez Starostę Powiatu Michała Boszko. Powiatowy Urząd Pracy w Płocku przeszkolił dwóch pracowników.
"""


def paper(text: str, name: str = "notatka.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "text/plain")


def read(cast: Cast, *files: SimpleUploadedFile) -> list[Source]:
    shipment = bring(cast.ours, files, by=cast.anna.actor)
    for source in shipment.sources.all():
        read_source.func(source.pk)
    return list(shipment.sources.order_by("pk"))


def proposal(source: Source, kind: str) -> Proposal:
    found = source.proposals.filter(kind=kind).first()
    assert found is not None, [one.kind for one in source.proposals.all()]
    return found


def accept(cast: Cast, one: Proposal) -> Any:
    address = reverse("archive:proposal", args=[one.source_id, one.pk])
    return cast.anna.client.post(address, {"at_once": "1"}, headers={"accept-language": "en"})


def test_a_note_is_read_and_an_agreement_accepted_with_its_parties(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    assert source.state == SourceState.READ
    one = proposal(source, FactKind.AGREEMENT)
    assert accept(cast, one).status_code == 302
    agreement = Agreement.objects.get()
    assert {str(party) for party in agreement.parties.all()} == {"województwo mazowieckie", "powiat płocki"}
    assert str(agreement.acts.first().done_on) == "2003-11-18"
    one.refresh_from_db()
    assert (one.state, one.target_kind, one.target_id) == (
        ProposalState.ACCEPTED,
        "partnerships.agreement",
        agreement.pk,
    )
    page = cast.anna.client.get(reverse("archive:provenance", args=["partnerships.agreement", agreement.pk]))
    assert "18 listopada 2003" in page.content.decode()


def test_a_second_press_makes_no_second_record(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    one = proposal(source, FactKind.AGREEMENT)
    accept(cast, one)
    accept(cast, one)
    assert Agreement.objects.count() == 1


def test_nothing_enters_a_room_without_a_person(cast: Cast) -> None:
    before = Organisation.objects.count(), Person.objects.count(), Agreement.objects.count()
    read(cast, paper(AGREEMENT))
    assert (Organisation.objects.count(), Person.objects.count(), Agreement.objects.count()) == before


def test_an_organisation_of_the_register_is_joined_and_not_made_twice(cast: Cast) -> None:
    body = make_organisation("Powiatowy Urząd Pracy w Płocku", book=cast.ours.book)
    [source] = read(cast, paper(AGREEMENT))
    one = next(row for row in source.proposals.filter(kind="organisation") if "Płocku" in str(row.fields))
    page = accept(cast, one)
    assert page.status_code == 200
    assert "Is it one of these?" in page.content.decode()
    cast.anna.client.post(reverse("archive:known", args=[source.pk]))
    one.refresh_from_db()
    assert (one.state, one.target_id) == (ProposalState.JOINED, body.pk)
    assert Organisation.objects.filter(name=body.name).count() == 1


def test_the_words_of_a_proposal_are_marked_in_the_text(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    rows = list(source.proposals.all())
    pieces = segments(source, rows)
    assert "".join(piece.text for piece in pieces).replace("\n", " ") == source.text.replace("\n", " ")
    marked = {piece.text for piece in pieces if piece.proposals}
    assert any("Struzik" in text for text in marked)
    assert shown_proposals(source)


def test_a_rejected_proposal_can_be_taken_up_again(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    one = proposal(source, FactKind.AGREEMENT)
    cast.anna.client.post(
        reverse("archive:proposal_rejection", args=[source.pk, one.pk]), {"reason": "nie nasze"}
    )
    one.refresh_from_db()
    assert (one.state, one.reason) == (ProposalState.REJECTED, "nie nasze")
    cast.anna.client.post(reverse("archive:proposal_reopening", args=[source.pk, one.pk]))
    one.refresh_from_db()
    assert one.state == ProposalState.PROPOSED


def test_the_same_file_is_not_taken_twice_and_the_same_words_are_recognised(cast: Cast) -> None:
    read(cast, paper(AGREEMENT))
    again = bring(cast.ours, [paper(AGREEMENT, "inna-nazwa.txt")], by=cast.anna.actor)
    assert again.refused == [["inna-nazwa.txt", Problem.SAME_FILE]]
    html = f"<html><body><main><p>{AGREEMENT}</p></main></body></html>"
    [copy] = read(cast, SimpleUploadedFile("notatka.html", html.encode(), "text/html"))
    assert (copy.state, copy.problem) == (SourceState.SET_ASIDE, Problem.SAME_TEXT)
    assert not copy.proposals.exists()


def test_two_sources_that_disagree_are_shown(cast: Cast) -> None:
    read(cast, paper(AGREEMENT), paper(AGREEMENT.replace("18 listopada", "19 listopada"), "druga.txt"))
    pairs = open_conflicts(cast.anna.actor)
    dates = [line[1:] for pair in pairs for line in pair["lines"] if "2003" in line[1]]
    assert [(one[:2], other[:2]) for one, other in dates] == [("18", "19")]
    assert open_conflicts(cast.celina.actor) == []


def test_reading_anew_keeps_what_was_decided(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    one = proposal(source, FactKind.AGREEMENT)
    accept(cast, one)
    deciding.read_again(source, by=cast.anna.actor, recognise=False)
    read_source.func(source.pk, False)
    assert source.proposals.filter(kind=FactKind.AGREEMENT).count() == 1
    source.refresh_from_db()
    assert source.state == SourceState.READ


def test_a_source_a_record_rests_on_cannot_be_removed(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    accept(cast, proposal(source, FactKind.AGREEMENT))
    with pytest.raises(Refused):
        deciding.remove(source, by=cast.anna.actor)
    [other] = read(cast, paper("Zupełnie inna notatka o niczym.", "inna.txt"))
    deciding.remove(other, by=cast.anna.actor)
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("pusty.pdf", b"%PDF-1.4\n", Problem.BROKEN),
        ("udaje.docx", b"PK\x03\x04nonsense", Problem.BROKEN),
        ("obraz.txt", b"\x00\x01\x02\x03" * 50, Problem.NOT_A_DOCUMENT),
    ],
)
def test_a_bad_file_is_named_and_stops_no_other(
    cast: Cast, name: str, content: bytes, problem: Problem
) -> None:
    bad, good = read(cast, SimpleUploadedFile(name, content), paper(AGREEMENT))
    bad.refresh_from_db()
    assert (bad.state, bad.problem) == (SourceState.UNREADABLE, problem)
    assert good.state == SourceState.READ
    assert cast.anna.client.get(bad.get_absolute_url()).status_code == 200


def test_what_no_program_reads_is_refused_with_the_reason(cast: Cast) -> None:
    files = [SimpleUploadedFile("film.mp4", b"abc"), SimpleUploadedFile("pusty.txt", b""), paper(AGREEMENT)]
    shipment = bring(cast.ours, files, by=cast.anna.actor)
    assert shipment.sources.count() == 1
    page = cast.anna.client.get(
        shipment.get_absolute_url(), headers={"accept-language": "en"}
    ).content.decode()
    assert "film.mp4" in page
    assert "pusty.txt" in page
    assert "film.mp4 and 2 other files" in page


def test_numbers_are_said_as_a_reader_says_them(cast: Cast) -> None:
    told = "Przygotowano ponad 1000 zaproszeń, a w spotkaniach wzięło udział około 30% zaproszonych osób."
    (source,) = read(cast, paper(told))
    page = cast.anna.client.get(source.get_absolute_url(), headers={"accept-language": "en"}).content.decode()
    assert "<span>1,000 · zaproszeń · approximate</span>" in page
    assert "<span>30% · zaproszonych osób · approximate</span>" in page


def test_an_email_brings_its_attachments(cast: Cast) -> None:
    mail = (
        b"From: a@example.org\nSubject: Notatki\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\n"
        b"Content-Type: text/plain; charset=utf-8\n\nW za\xc5\x82\xc4\x85czeniu notatka.\n--X\n"
        b"Content-Type: text/plain; charset=utf-8; name=n.txt\nContent-Disposition: attachment; filename=n.txt\n\n"
        + AGREEMENT.encode()
        + b"\n--X--\n"
    )
    sources = read(cast, SimpleUploadedFile("list.eml", mail, "message/rfc822"))
    assert [source.name for source in sources] == ["list.eml", "list.eml/n.txt"]


def test_the_watched_folder_is_emptied_into_the_archive(cast: Cast, tmp_path: Path, monkeypatch: Any) -> None:
    folder = tmp_path / cast.ours.slug
    folder.mkdir()
    (folder / "stara.txt").write_text(AGREEMENT)
    (folder / "Thumbs.db").write_text("x")
    assert bring_from_folder(tmp_path) == 0, "a file still being written waits"
    os.utime(folder / "stara.txt", (0, 0))
    assert bring_from_folder(tmp_path) == 1
    assert Source.objects.get().shipment.origin == Origin.FOLDER
    assert (folder / "zabrane" / "stara.txt").exists()
    assert bring_from_folder(tmp_path) == 0


def test_strangers_and_other_partnerships_see_nothing(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    for name in ("nobody", "celina", "bartek", "roman"):
        client = getattr(cast, name).client
        assert client.get(source.get_absolute_url()).status_code in (302, 404)
        assert client.get(reverse("archive:source_file", args=[source.pk])).status_code in (302, 404)
    one = proposal(source, FactKind.AGREEMENT)
    assert (
        cast.dorota.client.post(
            reverse("archive:proposal", args=[source.pk, one.pk]), {"at_once": "1"}
        ).status_code
        == 403
    )
    assert (
        cast.celina.client.post(reverse("archive:proposal_rejection", args=[source.pk, one.pk])).status_code
        == 404
    )


def test_done_is_only_what_was_decided(cast: Cast) -> None:
    [source] = read(cast, paper(AGREEMENT))
    with pytest.raises(Refused):
        deciding.move_source(source, SourceState.DONE, by=cast.anna.actor)
    for one in source.proposals.exclude(kind__in=["place", "date", "number"]):
        deciding.reject(one, "", by=cast.anna.actor)
    assert deciding.move_source(source, SourceState.DONE, by=cast.anna.actor).done_by == cast.anna.actor.name
