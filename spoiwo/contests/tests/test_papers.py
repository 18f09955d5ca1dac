"""Papers: minutes with everything the records hold, diplomas on A4 and A3, the list of laureates under embargo."""

import datetime as dt
import io

import pytest
from django.utils import timezone
from pypdf import PdfReader

from spoiwo.contests.actions.verdict import seal
from spoiwo.contests.exports.diplomas import diplomas_pdf
from spoiwo.contests.exports.laureates import laureates_paper
from spoiwo.contests.exports.minutes import minutes
from spoiwo.contests.models import Edition
from spoiwo.contests.rules.states import EditionState
from spoiwo.contests.tests.test_verdict import decided, judged, sit
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def text_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_minutes_hold_attendance_results_ties_verdict_and_both_fingerprints(cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    sitting = edition.sittings.get()
    page = cast.olga.client.get(f"/editions/{edition.pk}/papers/minutes/{sitting.pk}.pdf")
    words = " ".join(text_of(page.content).split())
    for said in ("Jerzy Mazur", "Zofia Lis", "Pierwsza", "I miejsce ex aequo", "Lider aktywizacji 2030"):
        assert said in words
    assert edition.seal.digest in words.replace("\u200b", "").replace(" ", ""), "whatever line it breaks over"
    docx = cast.olga.client.get(f"/editions/{edition.pk}/papers/minutes/{sitting.pk}.docx")
    assert docx.status_code == 200 and docx.content[:2] == b"PK"


@pytest.mark.parametrize(("paper", "size"), [("a4", (842, 595)), ("a3", (1191, 842))])
def test_a_diploma_lies_on_its_side_on_either_paper(paper: str, size: tuple[int, int], cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    awards = list(edition.awards.all())
    content = diplomas_pdf(
        edition, awards, paper=paper, town="Warszawa", signs=("Anna Nowak", "przewodnicząca")
    )
    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages) == len(awards) == 2
    assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == size
    words = " ".join(reader.pages[0].extract_text().split())
    assert "Powiatowy Urząd Pracy w Opocznie" in words and "I miejsce ex aequo" in words


def test_a_diploma_with_the_longest_names_stays_on_one_page(cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    award = edition.awards.first()
    award.organisation_name, award.practice, award.name = (
        "Powiatowe Centrum " * 16,
        "Bardzo długa praktyka " * 13,
        "Tytuł " * 33,
    )
    content = diplomas_pdf(edition, [award], signs=("Anna Nowak", "przewodnicząca komisji konkursowej"))
    assert len(PdfReader(io.BytesIO(content)).pages) == 1


def test_no_diploma_before_the_seal_and_none_for_strangers(cast: Cast) -> None:
    edition = decided(cast)
    url = f"/editions/{edition.pk}/papers/diplomas.pdf?paper=a3"
    assert cast.olga.client.get(url).status_code == 404
    seal(edition, by=cast.olga.actor)
    assert cast.olga.client.get(url)["Content-Type"] == "application/pdf"
    for player in (cast.jurek, cast.bartek, cast.celina, cast.nobody):
        assert player.client.get(url).status_code in (302, 403, 404)


def test_the_score_cards_are_an_annex_with_points_and_first_points(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    reading = entries[0].readings.get(member=jury[0])
    reading.to_jury = "Wzorowe partnerstwo."
    reading.save()
    page = cast.olga.client.get(f"/editions/{edition.pk}/papers/cards.pdf")
    words = text_of(page.content)
    assert "Wzorowe partnerstwo." in words and "Innowacyjność" in words


def test_the_list_of_laureates_says_until_when_it_is_secret(cast: Cast) -> None:
    edition = decided(cast, announced_at="2030-10-16T12:00:00Z")
    seal(Edition.objects.get(pk=edition.pk), by=cast.olga.actor)
    page = cast.olga.client.get(f"/editions/{edition.pk}/papers/laureates.pdf")
    assert "16.10.2030" in text_of(page.content)


def test_once_the_result_is_announced_the_list_speaks_of_no_embargo(cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    past = timezone.now() - dt.timedelta(days=1)
    Edition.objects.filter(pk=edition.pk).update(announced_at=past, state=EditionState.PUBLISHED)
    edition.refresh_from_db()
    assert "embarg" not in text_of(laureates_paper(edition)).lower()


def test_the_minutes_round_as_the_page_of_results_does(cast: Cast) -> None:
    sitting = decided(cast).sittings.get()
    ranking = sitting.edition.ranking
    for one in ranking.data["entries"]:
        one["calibrated"] = 4.567
    ranking.save()
    assert "4,57" in text_of(minutes(sitting, "pdf"))


def test_papers_that_name_every_entry_are_closed_to_who_is_barred_from_one(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    sitting = sit(cast, edition, jury)
    me = edition.members.create(user=cast.olga.user, kind="secretary")
    me.conflicts.create(entry=entries[0], source="member", tie="family", strength="bar")
    assert cast.olga.client.get(f"/editions/{edition.pk}/papers/minutes/{sitting.pk}.pdf").status_code == 404
    assert cast.olga.client.get(f"/editions/{edition.pk}/papers/cards.pdf").status_code == 404
    assert cast.anna.client.get(f"/editions/{edition.pk}/papers/cards.pdf").status_code == 200


def test_a_declaration_is_printed_for_the_files_once_it_was_made(cast: Cast) -> None:
    edition, _entries, jury = judged(cast)
    url = f"/editions/{edition.pk}/papers/declarations/{jury[0].pk}.pdf"
    assert "Jerzy Mazur" in text_of(cast.olga.client.get(url).content)
    jury[0].declared_at = None
    jury[0].save()
    assert cast.olga.client.get(url).status_code == 404


def test_the_page_of_papers_opens(cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    assert cast.olga.client.get(f"/editions/{edition.pk}/papers/").status_code == 200
