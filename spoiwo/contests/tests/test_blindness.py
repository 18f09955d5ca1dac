"""Blindness: no address of the house tells a juror, or anybody outside the office, whose entry is being judged."""

import contextlib
import html
import io
import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdf.errors
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from spoiwo.contests.actions.blind import approve_copies, ask_copies
from spoiwo.contests.actions.ranking import compute_ranking
from spoiwo.contests.actions.submitting import submit
from spoiwo.contests.actions.writing import add_file
from spoiwo.contests.models import BlindCopy, BlindFile, Entry, Sitting, Writer
from spoiwo.documents.blocks import Paragraph, blocks_pdf
from spoiwo.kit.actor import Role
from spoiwo.places.rules import Kind
from tests.cast import Cast, Player
from tests.make import (
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_grant,
    make_member,
    make_organisation,
    make_reading,
    make_unit,
    make_user,
)
from tests.test_doors import PARAMETERS, PATTERNS
from tests.world import furnish

pytestmark = pytest.mark.django_db

# Stems, so that every case of a word is a hit; none of them stands anywhere else in the house.
NAME, TOWN, PERSON, MAIL, SECRET, FILE = (
    "kwarolin",
    "brzozogaj",
    "grzmot",
    "telimena",
    "sekret-pisarki",
    "wniosek_kwar",
)
TELLING = (NAME, TOWN, PERSON, MAIL, SECRET, FILE)
WORDS = "Fundacja Kwarolin z Brzozogaju uczy zawodu. Telimena Grzmot, telimena@kwarolin.example, odpowiada za całość."
# The list that jurors go through for conflicts names the entrants; nothing else of them, and no code.
ENTRANTS = {name: {NAME, TOWN} for name in ("contests:confirmation", "contests:own_declaration")}
# Addresses without a page of their own to look at: they sign in, out, or ask a device.
PARTS = ("contests", "home", "partnerships", "meetings", "projects", "workshops", "register", "api")


class Judged:
    """An edition under way with one entry whose words are unmistakable, and every id there is."""

    def __init__(self, cast: Cast) -> None:
        make_unit("1007", "brzozogajski")
        make_unit("1007044", "Brzozogaj", Kind.URBAN_RURAL)
        self.edition = make_edition(make_contest(cast.ours, slug="lider"), state="open")
        self.category = make_category(self.edition)
        texts = {"f1": WORDS, "f3": "ul. Kwarolina 3, Brzozogaj"}
        named = {
            "organisation_name": "Fundacja Kwarolin w Brzozogaju",
            "texts": texts,
            "agreed_at": timezone.now(),
        }
        self.entry = make_entry(self.category, "Kwarolin szuka pracy", state="draft", **named)
        Writer.objects.update(name="Telimena Grzmot", email="telimena@kwarolin.example", secret=SECRET)
        writer = self.entry.writers.get()
        paper = blocks_pdf([Paragraph(WORDS)], title="Kwarolin", language="pl")
        upload = ContentFile(paper, name="Wniosek_Kwarolin.pdf")
        add_file(writer, self.category.fields.get(key="f2"), upload, at=timezone.now())
        submit(writer, at=timezone.now())
        Entry.objects.update(state="admitted", organisation=make_organisation("Fundacja Wspólna"))
        self.entry.refresh_from_db()
        ask_copies([self.entry.latest], by=cast.olga.actor)
        approve_copies(BlindCopy.objects.all(), by=cast.olga.actor)
        self.member = make_member(self.edition, cast.jurek.user)
        self.reading = make_reading(self.entry, self.member)
        other = make_member(self.edition, make_user("Zofia Kruk"), "chair")
        make_reading(self.entry, other, 4, 4, to_jury="Tajemna uwaga.")
        self.conflict = other.conflicts.create(
            entry=self.entry, source="records", tie="same_county", strength="note"
        )
        self.move("scoring")

    def move(self, state: str) -> None:
        self.edition.state = state
        self.edition.save()

    def arguments(self) -> dict[str, list[Any]]:
        """Every value that a part of an address can take; the writer's secret is what nobody else has."""
        sitting = Sitting.objects.filter(edition=self.edition).first()
        stored = [one["stored"] for one in self.entry.latest.files]
        blind = list(BlindFile.objects.values_list("pk", "stored_id").first() or ())
        return {
            "slug": [self.edition.contest.slug],
            "year": [self.edition.year],
            "edition_pk": [self.edition.pk],
            "category_pk": [self.category.pk],
            "entry_pk": [self.entry.pk],
            "field_pk": list(self.category.fields.values_list("pk", flat=True))[:1],
            "member_pk": [self.member.pk],
            "conflict_pk": [self.conflict.pk],
            "reading_pk": [self.reading.pk],
            "file_pk": sorted({*stored, *blind}),
            "number": [1],
            "sitting_pk": [sitting.pk if sitting else 1],
            "award_pk": [1],
            "poll_pk": [1],
            "patronage_pk": [1],
            "secret": ["nie-ten-sekret"],
            "format": ["pdf"],
        }


def addresses(judged: Judged, cast: Cast, rooms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every address of these rooms that can be formed from the records there are; of contests all there are."""
    world, own = furnish(cast, cast.ours).arguments if rooms != ("contests",) else {}, judged.arguments()
    for name, pattern in PATTERNS.items():
        room = name.split(":")[0]
        if room not in rooms:
            continue
        names = list(pattern.pattern.regex.groupindex)
        meaning = PARAMETERS.get(name, {})
        known = {key: [world[meaning.get(key, key)]] for key in names if meaning.get(key, key) in world}
        values = known | {key: own[key] for key in names if key in own and room == "contests"}
        if room == "contests" and set(names) - set(values) <= {"card_pk"}:
            values = {key: [1] for key in names} | values
        assert room != "contests" or set(names) <= set(values), (
            f"{name}: say in Judged.arguments what its parts are"
        )
        if set(names) <= set(values):
            for chosen in itertools.product(*(values[key] for key in names)):
                yield name, reverse(name, kwargs=dict(zip(names, chosen, strict=True)))


def told(response: Any) -> str:
    """Everything a response says: headers, words, what is escaped in HTML and JSON, and the words and notes of a PDF."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    pieces = [json.dumps(dict(response.items())), content.decode("utf-8", "replace")]
    pieces.append(html.unescape(pieces[1]))
    if "json" in response.get("Content-Type", ""):
        pieces.append(json.dumps(json.loads(content), ensure_ascii=False))
    if content.startswith(b"%PDF"):
        pieces.append(content.decode("latin-1"))
        with contextlib.suppress(pypdf.errors.PyPdfError):  # some of the small world's papers are none
            reader = pypdf.PdfReader(io.BytesIO(content))
            pieces += [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
    return "\n".join(pieces).lower()


def leaks(
    player: Player, judged: Judged, cast: Cast, rooms: tuple[str, ...] = ("contests",)
) -> list[tuple[str, str]]:
    """Addresses that told the player something, with what."""
    found = []
    for name, url in addresses(judged, cast, rooms):
        text = told(player.client.get(url))
        secrets = set(TELLING) - ENTRANTS.get(name, set())
        found += [(url, word) for word in secrets if word in text]
        if name in ENTRANTS and re.search(rf"\b{judged.entry.code.lower()}\b", text):
            found.append((url, "a code beside the names"))
    return found


def test_what_is_looked_for_is_there_to_be_found(cast: Cast) -> None:
    """The secretary sees all of it: without this the walks below would prove nothing."""
    judged = Judged(cast)
    seen = {word for _url, word in leaks(cast.olga, judged, cast)}
    assert {NAME, TOWN, PERSON, MAIL, FILE} <= seen
    assert SECRET not in seen, "the writer's secret is shown to nobody"


@pytest.mark.parametrize("state", ["scoring", "deliberation"])
@pytest.mark.parametrize("role", [None, Role.PARTNER, Role.DIRECTOR, Role.REGIONAL_OFFICER, Role.FACILITATOR])
def test_no_page_of_contests_tells_a_juror_whose_entry_it_is(
    cast: Cast, role: Role | None, state: str
) -> None:
    judged = Judged(cast)
    if role:
        make_grant(cast.ours, cast.jurek.user, role)
    if state == "deliberation":
        cast.jurek.client.post(f"/judging/readings/{judged.reading.pk}/submission/", card(judged))
        judged.move(state)
        compute_ranking(judged.edition, by=cast.olga.actor)
    page = cast.jurek.client.get(f"/judging/readings/{judged.reading.pk}/")
    assert page.status_code == 200 and "uczy zawodu" in page.content.decode(), "the juror does read the entry"
    assert leaks(cast.jurek, judged, cast) == []


def test_no_page_of_the_whole_house_tells_a_juror_who_directs_the_partnership(cast: Cast) -> None:
    judged = Judged(cast)
    make_grant(cast.ours, cast.jurek.user, Role.DIRECTOR)
    assert leaks(cast.jurek, judged, cast, PARTS) == []
    for url in ("/", "/desk/", "/contests/?q=kwarolin", "/entries/"):
        text = told(cast.jurek.client.get(url)).replace("q=kwarolin", "").replace('value="kwarolin"', "")
        assert not [word for word in TELLING if word in text], url


@pytest.mark.parametrize("who", ["bartek", "dorota", "roman", "ewa", "celina", "nobody"])
def test_nobody_outside_the_office_learns_it_while_the_jury_reads(cast: Cast, who: str) -> None:
    assert leaks(getattr(cast, who), Judged(cast), cast) == []


def test_a_secretary_who_is_barred_from_an_entry_learns_nothing_of_it(cast: Cast) -> None:
    judged = Judged(cast)
    member = make_member(judged.edition, cast.olga.user, "secretary")
    member.conflicts.create(entry=judged.entry, source="member", tie="family", strength="bar")
    shown = {"contests:confirmation", "contests:conflicts"}
    found = [(url, word) for url, word in leaks(cast.olga, judged, cast)]
    allowed = {reverse(name, args=[judged.edition.pk]) for name in shown}
    assert [(url, word) for url, word in found if url not in allowed] == []


def test_a_juror_learns_nothing_from_what_is_refused_or_sent_wrongly(cast: Cast) -> None:
    judged = Judged(cast)
    for part in ("", "scores/", "comment/", "submission/", "withdrawal/"):
        for sent in ({}, {"tie": "work"}, {"field": "title", "text": "x"}):
            text = told(cast.jurek.client.post(f"/judging/readings/{judged.reading.pk}/{part}", sent))
            assert not [word for word in TELLING if word in text], part


def test_the_file_a_juror_gets_has_a_name_and_notes_that_tell_nothing(cast: Cast) -> None:
    judged = Judged(cast)
    response = cast.jurek.client.get(f"/judging/readings/{judged.reading.pk}/files/1/")
    assert f"{judged.entry.code}-1.pdf" in response["Content-Disposition"]
    metadata = pypdf.PdfReader(io.BytesIO(b"".join(response.streaming_content))).metadata or {}
    assert not set(metadata) & {"/Author", "/Title", "/Producer", "/Creator", "/Subject", "/Keywords"}
    for number in (0, 2, 999):
        assert (
            cast.jurek.client.get(f"/judging/readings/{judged.reading.pk}/files/{number}/").status_code == 404
        )


def test_addresses_on_a_jurors_pages_bear_no_number_but_the_readings_own(cast: Cast) -> None:
    """Ids of entries grow in the order in which they came: beside a code they would help to guess."""
    judged = Judged(cast)
    for url in ("/judging/", f"/judging/readings/{judged.reading.pk}/"):
        page = cast.jurek.client.get(url).content.decode()
        assert not re.search(r"/entries/\d", page)
        assert not re.search(r"/results/\d", page)


def test_a_juror_who_is_shut_out_does_not_even_find_the_code(cast: Cast) -> None:
    judged = Judged(cast)
    judged.member.conflicts.create(entry=judged.entry, source="entrant", tie="family", strength="bar")
    for url in ("/judging/", f"/judging/readings/{judged.reading.pk}/"):
        assert judged.entry.code not in cast.jurek.client.get(url).content.decode()


def card(judged: Judged) -> dict[str, str]:
    return {f"score-{one.pk}": "3" for one in judged.edition.criteria.all()}
