"""An attacker and an unlucky clerk: foreign and endless ids, forms sent twice, empty or full of rubbish, too late or too early."""

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from spoiwo.audit.models import Entry as Line
from spoiwo.contests.actions.audience import award_audience
from spoiwo.contests.actions.editions import edit_edition, move_edition
from spoiwo.contests.actions.history import record_laureate, send_results
from spoiwo.contests.actions.ranking import revise_scores
from spoiwo.contests.actions.sittings import close_sitting, count_poll, save_sitting
from spoiwo.contests.actions.submitting import withdraw
from spoiwo.contests.actions.verdict import publish, seal
from spoiwo.contests.audit import Verb
from spoiwo.contests.models import Award, Edition, Entry, Poll, Ranking, Score, Seal
from spoiwo.contests.tests.test_verdict import decided, judged
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from tests.cast import Cast, Player
from tests.make import make_category, make_contest, make_edition, make_entry, make_member
from tests.test_doors import DOORS, FIXED, PARAMETERS, PATTERNS
from tests.world import World, furnish

pytestmark = pytest.mark.django_db
NAMES = sorted(name for name in DOORS if name.startswith("contests:"))
ENDLESS = "9" * 5000
FIELDS = (
    "all", "answer", "base", "between", "blank", "category", "close", "closes_at", "copies", "criterion", "digest", "email",
    "entry", "field", "fields_", "form", "granted", "held_at", "juror", "kind", "meeting", "member", "members", "name", "note",
    "outcome", "page", "place", "q", "question", "reading", "reason", "seed", "sort", "state", "strength", "text", "tie",
    "title", "to_entrant", "was", "words", "x", "yes",
)  # fmt: skip
RUBBISH = [ENDLESS, "-1", "NaN", "\0", "<b>\x0b\x1b\r\nBcc: x@example.org"]


def who(cast: Cast, name: str) -> Player:
    """Somebody whom this address lets in."""
    word = DOORS[name]
    if word == "chair" or (word == "post" and "reading" in name):
        return cast.jurek
    return cast.nobody if word in ("public", "post") else cast.anna


def values(name: str, world: World) -> dict[str, Any]:
    """The parts of that address for the furnished records."""
    meaning = PARAMETERS.get(name, {})
    keys = PATTERNS[name].pattern.regex.groupindex
    return {key: FIXED.get(key, world.arguments.get(meaning.get(key, key))) for key in keys}


def with_another(world: World, other: World) -> Iterator[tuple[str, str]]:
    """Every address of ours with one of its ids taken from the other's records."""
    for name in NAMES:
        ours, theirs = values(name, world), values(name, other)
        numbers = [key for key in ours if key.endswith("_pk")]
        for key in numbers if len(numbers) > 1 or "secret" in ours else ():
            yield name, reverse(name, kwargs=ours | {key: theirs[key]})


def test_another_partnerships_ids_are_found_in_no_address_of_ours(cast: Cast) -> None:
    world, other = furnish(cast, cast.ours), furnish(cast, cast.theirs)
    wrong, lines = [], Line.objects.count()
    for name, url in with_another(world, other):
        for player in {who(cast, name).client, cast.olga.client}:
            for answer in (player.get(url), player.post(url, {"reason": "Bo tak."})):
                hidden = answer.status_code in (403, 404, 405) or name == "contests:writing_file_removal"
                wrong += [] if hidden else [(url, answer.status_code)]
    assert not wrong and Line.objects.count() == lines


def test_ids_beyond_all_numbers_are_found_nowhere(cast: Cast) -> None:
    world, wrong = furnish(cast, cast.ours), []
    for name in NAMES:
        parts, client = values(name, world), who(cast, name).client
        for key in (key for key in parts if key.endswith("_pk") or key in ("year", "number")):
            for number in (2**63, 10**40):
                url = reverse(name, kwargs=parts | {key: number})
                found = {client.get(url).status_code, client.post(url).status_code}
                is_back = name == "contests:writing_file_removal"
                wrong += [] if found <= {404, 405} or is_back else [(url, found)]
    assert not wrong
    assert {Client().get(f"/{door}/%00/").status_code for door in "epv"} == {404}


@pytest.mark.parametrize("rubbish", [None, *RUBBISH])
def test_no_form_breaks_on_what_it_did_not_ask_for(cast: Cast, rubbish: str | None) -> None:
    world, broken = furnish(cast, cast.ours), []
    made = ("score", "was", "for", "attendance", "answer", "note", "f", "c")
    data = {f"{one}-{pk}": rubbish for one in made for pk in range(1, 9)} if rubbish else {}
    data |= dict.fromkeys(FIELDS, rubbish) if rubbish else {}
    for name in NAMES:
        url, client = reverse(name, kwargs=values(name, world)), who(cast, name).client
        if name != "contests:copy_file":
            broken += [url] if client.get(url, data).status_code >= 500 else []
        broken += [url] if client.post(url, data).status_code >= 500 else []
    assert not broken


def test_looking_writes_nothing(cast: Cast) -> None:
    world = furnish(cast, cast.ours)
    lines = Line.objects.count()
    for name in NAMES:
        url, client = reverse(name, kwargs=values(name, world)), who(cast, name).client
        assert client.get(url).status_code < 500 and client.head(url).status_code < 500
    assert Line.objects.count() == lines


def test_ids_of_five_thousand_digits_in_a_form_are_nobodys(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours), state="scoring")
    writer = make_entry(make_category(edition)).writers.get()
    url, client = f"/editions/{edition.pk}/", cast.olga.client
    for page in ("assignment", "progress"):
        assert client.get(f"{url}{page}/?juror={ENDLESS}").status_code == 200
    taken = reverse("contests:reading_removal", args=[edition.pk])
    assert client.post(taken, {"reading": ENDLESS}).status_code == 404
    nudge = reverse("contests:nudge", args=[edition.pk])
    assert client.post(nudge, {"members": [ENDLESS, "1"]}).status_code == 302
    assert Client().post(f"/e/{writer.secret}/people/", {"close": ENDLESS}).status_code == 302


@pytest.mark.parametrize(
    "body", ['{"criterion": NaN, "value": "1", "was": ""}', '{"criterion": 1e400}', "[[" * 900]
)
def test_numbers_that_are_none_are_no_answer_on_a_card(cast: Cast, body: str) -> None:
    edition, entries, _jury = judged(cast)
    Edition.objects.update(state="scoring")
    reading = entries[0].readings.get(member__user=cast.jurek.user)
    edition.members.update(confirmed_at=timezone.now())
    url = f"/judging/readings/{reading.pk}/scores/"
    assert cast.jurek.client.post(url, body, content_type="application/json").status_code == 422


def test_guests_forms_need_their_token(cast: Cast) -> None:
    world, client = furnish(cast, cast.ours), Client(enforce_csrf_checks=True)
    for name in (
        "writing",
        "writing_text",
        "writing_withdrawal",
        "practice_consent",
        "audience_confirmation",
    ):
        url = reverse(f"contests:{name}", kwargs=values(f"contests:{name}", world))
        assert client.post(url, {"reason": "x"}).status_code == 403


def test_pages_behind_a_secret_are_kept_nowhere_and_lead_nobody_back(cast: Cast) -> None:
    world = furnish(cast, cast.ours)
    for name in ("writing", "writing_people", "practice_consent", "audience_confirmation"):
        parts = values(f"contests:{name}", world)
        answer = Client().get(reverse(f"contests:{name}", kwargs=parts))
        assert "no-store" in answer["Cache-Control"] and answer["Referrer-Policy"] == "same-origin"
        assert parts["secret"] not in answer.content.decode().split("</title>")[0]


@pytest.mark.parametrize("content", [b"PK\x03\x04" + b"0" * 200, b"<html><script>1</script>", b"", b"%PDF"])
def test_what_only_calls_itself_a_pdf_is_not_taken(cast: Cast, content: bytes) -> None:
    entry = make_entry(make_category(make_edition(make_contest(cast.ours))), state="draft")
    url = f"/e/{entry.writers.get().secret}/files/{entry.category.fields.get(kind='file').pk}/"
    upload = SimpleUploadedFile("zalacznik.pdf", content, "application/pdf")
    assert Client().post(url, {"file": upload}).status_code == 422 and not entry.files.exists()


def test_a_title_full_of_tricks_reaches_letters_papers_and_tables_as_words(cast: Cast) -> None:
    entry = make_entry(make_category(make_edition(make_contest(cast.ours))), state="draft")
    url = f"/e/{entry.writers.get().secret}/"
    title = "=HYPERLINK(1)<b>\r\nBcc: zly@example.org\x0b"
    body = {"organisation_name": "<i>Urząd & Syn</i>", "organisation_kind": "other"}
    Client().post(f"{url}head/", {"title": title} | body)
    assert Client().post(f"{url}submission/").status_code == 302
    assert Client().get(f"{url}confirmation/").content.startswith(b"%PDF")
    letters = Letter.objects.values_list("to", "subject")
    assert letters and all("zly" not in to and "\n" not in subject for to, subject in letters)
    office = f"/editions/{entry.edition_id}/entries/"
    assert "<i>Urząd" not in cast.olga.client.get(office).content.decode()
    for kind in ("csv", "xlsx"):
        answer = cast.olga.client.get(f"{office}?format={kind}")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code == 200 and b";=HYPERLINK" not in content and b"\n=HYPERLINK" not in content


def test_frozen_rules_stay_whatever_is_posted(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours))
    category = make_category(edition)
    url, client = f"/editions/{edition.pk}/", cast.olga.client
    client.post(f"{url}categories/{category.pk}/", {"name": "Inna", "laureates": "9", "order": "1"})
    field = category.fields.first()
    client.post(f"{url}categories/{category.pk}/form/{field.pk}/removal/")
    client.post(f"{url}categories/{category.pk}/removal/")
    client.post(f"{url}criteria/", {"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"})
    category.refresh_from_db()
    assert category.name == "Urzędy pracy" and category.fields.count() == 3 and edition.criteria.count() == 2


def test_a_deadline_is_not_moved_once_entries_are_no_longer_taken(cast: Cast) -> None:
    edition = seal(decided(cast), by=cast.olga.actor).edition
    later = {"closes_at": "2090-01-01T12:00", "reason": "Na prośbę."}
    assert cast.olga.client.post(f"/editions/{edition.pk}/extension/", later).status_code == 422
    assert not edition.extensions.exists()


def test_a_laureate_of_an_earlier_year_sent_twice_stands_once(cast: Cast) -> None:
    contest = make_contest(cast.ours)
    for _press in range(2):
        record_laureate(contest, 2015, by=cast.olga.actor, organisation_name="Urząd", name="Lider")
    assert Award.objects.count() == 1


def test_who_withdraws_in_the_deliberation_leaves_the_ranking_and_the_awards(cast: Cast) -> None:
    edition = decided(cast)
    winner = edition.awards.first().entry
    withdraw(winner, "Wycofujemy się.", at=timezone.now())
    assert not edition.awards.filter(entry=winner).exists() and edition.awards.count() == 1
    ranked = {one["entry"] for one in Ranking.objects.get().data["entries"]}
    assert str(winner.pk) not in ranked and len(ranked) == 2


def test_after_the_seal_nobody_withdraws_and_no_score_moves(cast: Cast) -> None:
    edition = decided(cast)
    reading = edition.entries.first().readings.get(member__user=cast.jurek.user)
    seal(edition, by=cast.olga.actor)
    before = Seal.objects.get().content
    with pytest.raises(Refused):
        withdraw(reading.entry, "Za późno.", at=timezone.now())
    points = {score.criterion_id: Decimal(0) for score in reading.scores.all()}
    with pytest.raises(Refused):
        revise_scores(reading, points, "Zmiana zdania.", by=cast.jurek.actor)
    assert Seal.objects.get().content == before and Ranking.objects.exists()
    assert not Score.objects.exclude(revised_at=None).exists()


def test_back_to_scoring_and_to_the_deliberation_again_the_ranking_is_a_new_one(cast: Cast) -> None:
    edition, entries, _jury = judged(cast)
    edition = move_edition(edition, "scoring", by=cast.olga.actor)
    Score.objects.filter(reading__entry=entries[0]).update(value=0)
    before = Ranking.objects.get().digest
    move_edition(edition, "deliberation", by=cast.olga.actor)
    assert Ranking.objects.get().digest != before


def test_a_conflict_that_comes_up_late_takes_the_card_out_of_the_ranking(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    form = {
        "entry": entries[0].pk,
        "member": jury[1].pk,
        "tie": "family",
        "strength": "no_vote",
        "note": "Siostra.",
    }
    url = reverse("contests:conflict_new", args=[edition.pk])
    assert cast.olga.client.post(url, form).status_code == 302
    assert entries[0].readings.get(member=jury[1]).state == "recused"
    ranked = {one["entry"]: one["readings"] for one in Ranking.objects.get().data["entries"]}
    assert ranked[str(entries[0].pk)] == 1


def test_a_juror_who_stopped_or_comes_late_writes_nothing_more(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    reading = entries[0].readings.get(member=jury[0])
    edition.members.update(confirmed_at=timezone.now())
    sent = json.dumps({"criterion": reading.scores.first().criterion_id, "value": "0", "was": "5"})
    url = f"/judging/readings/{reading.pk}/scores/"
    assert cast.jurek.client.post(url, sent, content_type="application/json").status_code == 422
    jury[0].stopped_at = timezone.now()
    jury[0].save()
    assert cast.jurek.client.post(url, sent, content_type="application/json").status_code == 404
    assert not reading.scores.filter(value=0).exists()


def test_an_office_that_somebody_left_shows_the_person_no_entry(cast: Cast) -> None:
    entry = make_entry(make_category(make_edition(make_contest(cast.ours))))
    member = make_member(entry.edition, cast.celina.user, "secretary")
    assert Entry.objects.visible_to(cast.celina.actor).exists()
    member.stopped_at = timezone.now()
    member.save()
    assert not Entry.objects.visible_to(cast.celina.actor).exists()


def test_a_button_of_the_sitting_pressed_twice_counts_once(cast: Cast) -> None:
    edition, _entries, jury = judged(cast)
    url, client = f"/editions/{edition.pk}/", cast.olga.client
    sent = {"held_at": "2030-09-10T12:00", "form": "room", "place": "Warszawa", "course": "Omówiono."}
    sent |= {f"attendance-{one.pk}": "present" for one in jury}
    vote = {"question": "Dwie nagrody?", "yes": "2", "no": "0", "blank": "0"}
    for _press in range(2):
        client.post(f"{url}sittings/new/", sent)
    sitting = edition.sittings.get()
    for _press in range(2):
        assert client.post(f"{url}sittings/{sitting.pk}/vote/", vote).status_code == 302
    assert Poll.objects.count() == 1
    for _press in range(2):
        assert client.post(f"{url}sittings/{sitting.pk}/closing/").status_code == 302


def test_seal_publication_correction_and_letters_pressed_twice_are_one_each(cast: Cast) -> None:
    edition = decided(cast)
    url, client = f"/editions/{edition.pk}/", cast.olga.client
    correction = {"text": "Nazwa brzmi inaczej.", "reason": "Literówka."}
    for page, sent in (
        ("sealing", {}),
        ("publication", {}),
        ("corrections/new", correction),
        ("letters/results", {}),
    ):
        for _press in range(2):
            assert client.post(f"{url}{page}/", sent).status_code in (200, 302)
    assert Seal.objects.count() == 1 and edition.corrections.count() == 1
    assert Line.objects.filter(verb=Verb.EDITION_SEALED).count() == 1


def test_who_is_barred_learns_of_no_vote_no_reader_and_no_card(cast: Cast) -> None:
    edition, entries, jury = judged(cast)
    sitting = save_sitting(
        edition, None, dict.fromkeys(jury, "present"), by=cast.anna.actor, held_at=timezone.now()
    )
    counts = {str(entries[0].pk): 1, str(entries[1].pk): 1}
    count_poll(sitting, "Kto wygrywa?", counts, entries[:2], is_secret=True, by=cast.anna.actor)
    close_sitting(sitting, by=cast.anna.actor)
    member = make_member(edition, cast.olga.user, "secretary")
    member.conflicts.create(entry=entries[0], source="member", tie="family", strength="bar")
    url = f"/editions/{edition.pk}/"
    assert "Kto wygrywa?" in cast.anna.client.get(f"{url}sittings/{sitting.pk}/").content.decode()
    assert "Kto wygrywa?" not in cast.olga.client.get(f"{url}sittings/{sitting.pk}/").content.decode()
    shown = cast.olga.client.get(f"{url}results/jurors/").context["rows"]
    assert {row.readings for row in shown} == {2}
    jury[0].conflicts.create(entry=entries[0], source="member", tie="work", strength="no_vote")
    for player in (cast.olga, cast.jurek):
        assert player.client.get(f"{url}results/{entries[0].pk}/").status_code == 404


def test_a_voice_for_an_entry_that_left_does_not_take_the_award_from_the_next(cast: Cast) -> None:
    past = timezone.now() - dt.timedelta(days=1)
    edition = make_edition(make_contest(cast.ours), state="sealed", audience_until=past)
    category = make_category(edition)
    gone, second = make_entry(category, state="withdrawn"), make_entry(category, "Druga")
    for number, entry in enumerate((gone, gone, second)):
        facts = {"category": category, "address_hash": str(number), "secret": f"s{number}"}
        entry.voices.create(confirmed_at=past, **facts)
    assert [one.entry for one in award_audience(edition, by=cast.olga.actor, at=timezone.now())] == [second]


def test_before_the_embargo_ends_no_public_way_leads_to_a_laureate(cast: Cast) -> None:
    edition = decided(cast, announced_at=timezone.now() + dt.timedelta(days=1))
    edition = publish(seal(edition, by=cast.olga.actor).edition, by=cast.olga.actor)
    award = edition.awards.first()
    Award.objects.filter(pk=award.pk).update(consent_secret="tajne")
    laureates = reverse("contests:laureates", args=[edition.contest.slug])
    for url in (f"{laureates}{award.pk}/", f"{edition.get_absolute_url()}seal/", "/p/tajne/"):
        assert {Client().get(url).status_code, Client().head(url).status_code} == {404}
    for url in (laureates, f"{laureates}?q=Opoczn", f"{laureates}?format=csv", edition.get_absolute_url()):
        answer = Client().get(url)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert "Pierwsza" not in content.decode() and "Opoczn" not in content.decode().replace(
            "q=Opoczn", ""
        ).replace('"Opoczn"', "")
    letters = cast.olga.client.post(f"/editions/{edition.pk}/letters/results/", follow=True)
    assert letters.status_code == 200 and not Letter.objects.exists()


def test_who_is_announced_goes_under_no_embargo_and_who_nominated_consents_to_nothing(cast: Cast) -> None:
    edition = publish(seal(decided(cast), by=cast.olga.actor).edition, by=cast.olga.actor)
    with pytest.raises(Refused):
        edit_edition(edition, by=cast.olga.actor, announced_at=timezone.now() + dt.timedelta(days=9))
    edition.awards.first().entry.writers.update(kind="nominator")
    send_results(edition, by=cast.olga.actor)
    asked = Letter.objects.filter(text__contains="/p/").values_list("to", flat=True)
    assert list(asked) == [edition.awards.last().entry.writers.get().email]


def test_one_laureates_consent_publishes_no_other_practice(cast: Cast) -> None:
    edition = publish(seal(decided(cast), by=cast.olga.actor).edition, by=cast.olga.actor)
    mine, other = edition.awards.all()[:2]
    Award.objects.filter(pk=mine.pk).update(consent_secret="moje")
    assert (
        Client()
        .post("/p/moje/", {"text": "Nasza praktyka.", "name": "Ewa Lis", "agrees": "on", "award": other.pk})
        .status_code
        == 302
    )
    other.refresh_from_db()
    assert other.consented_at is None and Client().get("/p//").status_code == 404
