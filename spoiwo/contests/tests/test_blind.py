"""Blind copies: what is hidden, what a person must look at, what opens them and what closes them again."""

import io
from typing import Any

import pypdf
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from spoiwo.contests.actions.blind import (
    approve_copies,
    ask_copies,
    change_copy,
    draw_box,
    leave_out,
    remove_box,
)
from spoiwo.contests.exports.blind import blind_copy
from spoiwo.contests.models import BlindCopy, BlindFile, Entry, Reading, Submission
from spoiwo.contests.queries.identity import identity_of
from spoiwo.contests.tasks import make_blind_copy, write_copy
from spoiwo.documents.blinding import Rectangle
from spoiwo.documents.blocks import Paragraph, blocks_pdf
from spoiwo.files.models import StoredFile
from spoiwo.files.store import keep
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused
from spoiwo.places.rules import Kind
from tests.cast import Cast
from tests.make import (
    make_book,
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_mandate,
    make_member,
    make_organisation,
    make_person,
    make_reading,
    make_unit,
)

pytestmark = pytest.mark.django_db
TELLING = (
    "Powiatowy Urząd Pracy w Opocznie od lat działa w Opocznie. Pytania: Maria Wójcik, tel. 601 234 567."
)


def received(cast: Cast, text: str = TELLING, *papers: str, **fields: Any) -> Entry:
    """An admitted entry of the labour office of Opoczno; `papers`: the words of its attachments."""
    make_unit("1007", "opoczyński")
    make_unit("1007044", "Opoczno", Kind.URBAN_RURAL)
    category = make_category(make_edition(make_contest(cast.ours), state="checking"))
    texts = {"f1": text, "f3": "ul. Rolna 6\n26-300 Opoczno"}
    entry = make_entry(category, "Opoczyńska praktyka", texts=texts, **fields)
    attach(entry.latest, *papers)
    return entry


def attach(submission: Submission, *papers: str) -> None:
    """Puts PDF files with these words into what was submitted."""
    for words in papers:
        content = blocks_pdf([Paragraph(words)], title="PUP Opoczno", language="pl")
        stored = keep(ContentFile(content, name="PUP_Opoczno_wniosek.pdf"), by=SYSTEM)
        name = {"field": "f2", "stored": stored.pk, "name": stored.name, "sha256": stored.sha256}
        submission.files = [*submission.files, name]
    submission.save()


def made(entry: Entry, cast: Cast) -> BlindCopy:
    ask_copies([entry.latest], by=cast.olga.actor)
    return BlindCopy.objects.get(submission=entry.latest)


def test_what_tells_whose_entry_it_is_is_hidden_in_title_and_texts(cast: Cast) -> None:
    copy = made(received(cast), cast)
    whole = f"{copy.title} {copy.texts}"
    for secret in ("Opoczn", "opoczy", "Opoczy", "Wójcik", "601 234"):
        assert secret not in whole
    assert "praktyka" in copy.title and "od lat działa" in copy.texts["f1"]


def test_answers_that_tell_the_identity_are_left_out_and_searched_for_elsewhere(cast: Cast) -> None:
    copy = made(received(cast, "Zapraszamy: Rolna 6, ul. Rolna 6 przy rynku."), cast)
    assert "f3" not in copy.texts
    assert "ul. Rolna 6" not in copy.texts["f1"]


def test_the_register_tells_names_people_and_numbers(cast: Cast) -> None:
    organisation = make_organisation(
        "Powiatowy Urząd Pracy w Kutnie", short_name="PUP Kutno", nip="7750001452", town="Kutno",
        website="https://kutno.praca.gov.pl/start", phone="24 355 70 10",
    )  # fmt: skip
    organisation.names.create(name="Rejonowe Biuro Pośrednictwa „Wrzos”")
    make_mandate(organisation, person=make_person("Zenobia", "Kotwica", book=make_book()))
    entry = received(cast, "NIP 775-000-14-52. Zenobia Kotwica. Dawne biuro „Wrzos”. Jedziemy do Kutna.")
    entry.organisation = organisation
    entry.save()
    identity = identity_of(entry.latest, ["Złoty Krokus"])
    assert "7750001452" in identity.numbers and "kutno.praca.gov.pl" in identity.domains
    text = made(entry, cast).texts["f1"]
    for secret in ("775", "Kotwic", "Kutn"):
        assert secret not in text


def test_an_attachment_becomes_a_new_file_whose_name_and_words_say_nothing(cast: Cast) -> None:
    entry = received(cast, TELLING, "Wniosek Powiatowego Urzędu Pracy w Opocznie na rok 2030.")
    file = made(entry, cast).files.get()
    assert file.stored and file.stored.name == "1.pdf"
    assert "Opoczn" not in file.text and "na rok 2030" in file.text
    content = file.stored.content.open("rb").read()
    assert b"Opoczn" not in content
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert not "".join(page.extract_text() for page in reader.pages).strip()
    assert "PUP" not in str(reader.metadata)


def test_a_file_that_cannot_be_made_blind_is_not_shown_and_says_why(cast: Cast) -> None:
    entry = received(cast)
    stored = keep(ContentFile(b"%PDF-1.4 nothing of a PDF", name="x.pdf"), by=SYSTEM)
    entry.submissions.update(files=[{"field": "f2", "stored": stored.pk, "name": "x.pdf", "sha256": ""}])
    file = made(entry, cast).files.get()
    assert (file.failed, file.stored) == ("broken", None)
    url = f"/editions/{entry.edition_id}/entries/{entry.pk}/blind/"
    page = cast.olga.client.get(url, headers={"accept-language": "en"}).content.decode()
    assert "Jurors do not get it." in page


def test_making_twice_leaves_one_copy_and_one_file(cast: Cast) -> None:
    entry = received(cast, TELLING, "Wniosek.")
    made(entry, cast)
    made(entry, cast)
    assert make_blind_copy.func(entry.latest.pk) is False, "nothing is asked for any more"
    assert BlindCopy.objects.count() == BlindFile.objects.count() == 1
    assert StoredFile.objects.count() == 2, "the original and its blind copy"


def test_what_a_clerk_keeps_stays_and_what_a_clerk_adds_goes(cast: Cast) -> None:
    entry = received(cast, "Program „Złoty Krokus” w Opocznie.", "Złoty Krokus w Opocznie.")
    copy = made(entry, cast)
    assert "Krokus" in copy.texts["f1"]
    change_copy(copy, ["place:opocznie"], ["Złoty Krokus"], by=cast.olga.actor)
    copy.refresh_from_db()
    assert "Opocznie" in copy.texts["f1"] and "Krokus" not in copy.texts["f1"]
    assert "Opocznie" in copy.files.get().text and "Krokus" not in copy.files.get().text


def test_every_change_takes_the_approval_back(cast: Cast) -> None:
    entry = received(cast, TELLING, "Wniosek.")
    copy, by = made(entry, cast), cast.olga.actor
    file = copy.files.get()
    for change in (
        lambda: change_copy(copy, [], ["Krokus"], by=by),
        lambda: draw_box(file, Rectangle(1, 0.1, 0.1, 0.5, 0.5), by=by),
        lambda: remove_box(file, 1, by=by),
        lambda: leave_out(file, True, by=by),
        lambda: ask_copies([entry.latest], by=by),
    ):
        assert approve_copies([copy], by=by) == 1
        assert BlindCopy.objects.approved().count() == 1
        change()
        assert not BlindCopy.objects.approved().exists()


def test_a_new_submission_leaves_the_approved_copy_behind_and_inherits_what_was_said(cast: Cast) -> None:
    entry, by = received(cast, "Program „Złoty Krokus”."), cast.olga.actor
    copy = made(entry, cast)
    change_copy(copy, [], ["Złoty Krokus"], by=by)
    approve_copies([copy], by=by)
    entry.submissions.create(
        number=2, title="Nowa", texts={"f1": "Złoty Krokus"}, digest="", at=timezone.now()
    )
    assert not BlindCopy.objects.approved().exists()
    assert "Krokus" not in made(entry, cast).texts["f1"]
    with pytest.raises(Refused):
        approve_copies([copy], by=by)


def test_a_task_that_was_overtaken_by_another_request_writes_nothing(cast: Cast) -> None:
    entry = received(cast, "Program „Złoty Krokus”.")
    copy = made(entry, cast)
    BlindCopy.objects.update(asked_at=timezone.now())
    copy.refresh_from_db()
    slow = blind_copy(copy)
    BlindCopy.objects.update(asked_at=timezone.now(), more=["Złoty Krokus"])
    assert write_copy(copy, slow) is False
    assert BlindCopy.objects.get().asked_at is not None, "the later request still waits"


def test_a_rectangle_is_written_in_per_cent_and_drawn_once(cast: Cast) -> None:
    entry = received(cast, TELLING, "Wniosek.")
    file = made(entry, cast).files.get()
    url = f"/editions/{entry.edition_id}/entries/{entry.pk}/blind/files/{file.pk}/boxes/"
    sent = {"page": "1", "x0": "10", "y0": "10", "x1": "50", "y1": "20"}
    for _twice in range(2):
        assert cast.olga.client.post(url, sent).status_code == 302
    file.refresh_from_db()
    assert file.boxes == [[1, 0.1, 0.1, 0.5, 0.2]]
    for wrong in ({"x1": "5"}, {"page": "9"}, {"y0": "nan"}, {"x0": "-3"}, {"page": "²"}):
        assert cast.olga.client.post(url, sent | wrong).status_code == 422
    assert cast.olga.client.post(f"{url}removal/", {"number": "1"}).status_code == 302
    file.refresh_from_db()
    assert file.boxes == []


def test_pages_are_shown_as_pictures_and_a_page_there_is_not_is_not_found(cast: Cast) -> None:
    entry = received(cast, TELLING, "Wniosek.")
    file = made(entry, cast).files.get()
    url = f"/editions/{entry.edition_id}/entries/{entry.pk}/blind/files/{file.pk}/"
    assert cast.olga.client.get(f"{url}?page=1").content.startswith(b"\x89PNG")
    for number in ("2", "0", "x", "9" * 5000):
        assert cast.olga.client.get(f"{url}?page={number}").status_code == 404
    assert "1.pdf" in cast.olga.client.get(url)["Content-Disposition"]


def test_all_without_warnings_are_approved_at_once_and_the_others_one_by_one(cast: Cast) -> None:
    entry = received(cast, TELLING, "Wniosek.")
    other = make_entry(entry.category, texts={"f1": "Opis."})
    url = f"/editions/{entry.edition_id}/blind/"
    assert cast.olga.client.post(f"{url}making/").status_code == 302
    BlindFile.objects.update(warnings=[[1, "pictures", 2]])
    cast.olga.client.post(f"{url}approval/")
    assert BlindCopy.objects.approved().get().submission.entry == other
    assert (
        "2"
        in cast.olga.client.get(f"/editions/{entry.edition_id}/entries/{entry.pk}/blind/").content.decode()
    )
    cast.olga.client.post(f"{url}approval/", {"entry": entry.pk})
    assert BlindCopy.objects.approved().count() == 2


def test_the_assistant_shows_the_original_with_marks_and_where_each_came_from(cast: Cast) -> None:
    entry = received(cast)
    made(entry, cast)
    page = cast.olga.client.get(f"/editions/{entry.edition_id}/entries/{entry.pk}/blind/").content.decode()
    assert "<mark" in page and "Maria Wójcik" in page and 'value="person:maria wojcik"' in page


def test_who_is_barred_from_an_entry_finds_its_copy_nowhere(cast: Cast) -> None:
    entry = received(cast)
    made(entry, cast)
    member = make_member(entry.edition, cast.olga.user, "secretary")
    member.conflicts.create(entry=entry, source="member", tie="family", strength="bar")
    url = f"/editions/{entry.edition_id}/"
    assert cast.olga.client.get(f"{url}entries/{entry.pk}/blind/").status_code == 404
    assert entry.code not in cast.olga.client.get(f"{url}blind/").content.decode()
    cast.olga.client.post(f"{url}blind/approval/", {"entry": entry.pk})
    cast.olga.client.post(f"{url}blind/approval/")
    assert not BlindCopy.objects.approved().exists()


def test_drafts_withdrawn_and_rejected_entries_get_no_copy(cast: Cast) -> None:
    entry = received(cast)
    for state in ("draft", "withdrawn", "rejected"):
        make_entry(entry.category, state=state, texts={"f1": "Opis."})
    cast.olga.client.post(f"/editions/{entry.edition_id}/blind/making/")
    assert BlindCopy.objects.get().submission.entry == entry


def test_a_sealed_edition_keeps_its_copies(cast: Cast) -> None:
    entry = received(cast)
    copy = made(entry, cast)
    entry.edition.state = "sealed"
    entry.edition.save()
    with pytest.raises(Refused):
        change_copy(copy, [], ["Krokus"], by=cast.olga.actor)


def test_a_juror_gets_a_copy_only_while_it_is_approved(cast: Cast) -> None:
    entry = received(cast)
    copy = made(entry, cast)
    reading = make_reading(entry, make_member(entry.edition, cast.jurek.user))
    entry.edition.state = "scoring"
    entry.edition.save()
    assert Reading.objects.open_to(cast.jurek.actor).get() == reading
    assert not BlindCopy.objects.open_to(cast.jurek.actor).exists()
    approve_copies([copy], by=cast.olga.actor)
    assert BlindCopy.objects.open_to(cast.jurek.actor).get() == copy


def test_the_list_asks_the_same_number_of_queries_for_any_number_of_entries(
    cast: Cast, same_queries: Any
) -> None:
    entry = received(cast)
    same_queries(
        lambda: cast.olga.client.get(f"/editions/{entry.edition_id}/blind/"),
        lambda: made(make_entry(entry.category, texts={"f1": "Opis."}), cast),
    )


def test_only_who_manages_the_edition_reaches_blind_copies(cast: Cast) -> None:
    entry = received(cast)
    url = f"/editions/{entry.edition_id}/"
    for player in (cast.bartek, cast.dorota, cast.celina, cast.jurek):
        for there in (f"{url}blind/", f"{url}entries/{entry.pk}/blind/"):
            assert player.client.get(there).status_code in (403, 404)
