"""The example contest: its laureates as the notes tell, an edition that is over, one under way, pages that open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from spoiwo.accounts.models import User
from spoiwo.contests.models import Award, BlindCopy, Contest, Edition, Entry, Member, Reading, Seal
from spoiwo.contests.queries.verdict import lacks_before_seal
from spoiwo.home.demo import load_demo
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.models import Letter
from spoiwo.places.actions import load_shipped_register

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The examples, loaded once for the whole file, for they take seconds, and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_shipped_register(by=SYSTEM)
        load_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def contest(_loaded: None, db: None) -> Contest:
    return Contest.objects.get()


def edition_of(contest: Contest, state: str) -> Edition:
    return contest.editions.exclude(year__in=[2019, 2020]).get(state=state)


def as_user(email: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=email))
    return client


def test_loading_again_adds_nothing(contest: Contest) -> None:
    counts = [model.objects.count() for model in (Contest, Edition, Entry, Member, Reading, Award, User)]
    load_demo()
    assert counts == [
        model.objects.count() for model in (Contest, Edition, Entry, Member, Reading, Award, User)
    ]


def test_the_laureates_of_history_are_those_of_the_notes_and_nobody_else(contest: Contest) -> None:
    told = Award.objects.filter(edition__year__in=[2019, 2020])
    assert set(told.values_list("edition__year", "kind", "organisation_name", "practice", "times")) == {
        (2019, "laureate", "Powiatowy Urząd Pracy w Opocznie", "Projekt Edukacja dla Pracy", None),
        (
            2020,
            "laureate",
            "Powiatowy Urząd Pracy w Jaworznie",
            "Jaworznicka młodzież solidarna w działaniu",
            4,
        ),
        (2020, "title", "Powiatowy Urząd Pracy w Jaworznie", "Jaworznicka młodzież solidarna w działaniu", 4),
    }
    assert all(one.source and one.place for one in told)
    assert not told.exclude(entry=None).exists()


@pytest.mark.shared
@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents (../shared) are not on this machine")
def test_history_says_what_the_sources_say(contest: Contest) -> None:
    opoczno, jaworzno = (
        " ".join(next(SOURCES.glob(f"{number}*")).read_text(encoding="utf-8").split())
        for number in ("000", "001")
    )
    first = contest.editions.get(year=2019)
    assert "16 października 2019" in opoczno and "16 października 2019" in first.summary
    assert "Business Centre Club" in opoczno and "Business Centre Club" in first.summary
    assert first.categories.count() == 2
    assert first.patronages.get().patron == "Minister Rodziny, Pracy i Polityki Społecznej"
    assert "Lider Aktywizacji Osób Młodych 2019" in opoczno
    assert "Jaworznicka młodzież solidarna w działaniu" in jaworzno and "9 listopada" in jaworzno
    assert "czwartą statuetkę" in jaworzno and contest.title_after == 4


def test_what_is_invented_says_so(contest: Contest) -> None:
    invented = contest.editions.exclude(year__in=[2019, 2020])
    assert all("(przykład)" in one.name and "wymyślone" in one.summary for one in invented)
    assert not Entry.objects.exclude(organisation_name__contains="(przykład)").exists()
    assert "(przykład)" in contest.partnership.name and not contest.partnership.is_public


def test_the_finished_edition_is_sealed_announced_and_has_two_laureates_ex_aequo(contest: Contest) -> None:
    edition = edition_of(contest, "published")
    assert edition.is_announced and Seal.objects.get().edition == edition
    first = edition.categories.first()
    laureates = edition.awards.filter(category=first, kind="laureate")
    assert len(laureates) == 2 and all(one.is_ex_aequo for one in laureates)
    assert edition.awards.exclude(consented_at=None).count() == 1
    assert not lacks_before_seal(edition)


def test_the_edition_under_way_is_read_by_a_jury_that_has_not_finished(contest: Contest) -> None:
    edition = edition_of(contest, "scoring")
    assert edition.year == timezone.localdate().year and edition.categories.count() == 2
    states = list(edition.entries.values_list("state", flat=True))
    assert len(states) == 29 and states.count("rejected") == states.count("withdrawn") == 1
    admitted = edition.entries.filter(state="admitted")
    assert BlindCopy.objects.approved().filter(submission__entry__in=admitted).count() == admitted.count()
    cards = list(Reading.objects.filter(entry__edition=edition).values_list("state", flat=True))
    assert len(cards) == 3 * admitted.count()
    assert 0.7 < cards.count("submitted") / len(cards) < 0.9 and "begun" in cards and "assigned" in cards
    conflicts = edition.entries.filter(conflicts__source="records", conflicts__strength="no_vote")
    assert conflicts.exists()


def test_no_blind_copy_says_whose_it_is(contest: Contest) -> None:
    for copy in BlindCopy.objects.select_related("submission__entry"):
        name = copy.submission.entry.organisation_name.removesuffix(" (przykład)")
        shown = [copy.title, *copy.texts.values(), *(one.text for one in copy.files.all())]
        assert not any(name in text for text in shown)
        assert not any(one.failed for one in copy.files.all())


def test_invented_people_cannot_sign_in_and_nobody_is_written_to(contest: Contest) -> None:
    invented = User.objects.filter(email__endswith=".example")
    assert len(invented) == 11 and not any(one.has_usable_password() for one in invented)
    assert not Letter.objects.filter(about_kind__startswith="contests.").exists()
    assert not Letter.objects.filter(to__in=invented.values("email")).exists()


@pytest.mark.parametrize("email", ["adam@example.org", "olga@example.org"])
def test_every_page_of_the_office_opens(contest: Contest, email: str) -> None:
    client = as_user(email)
    running, finished = edition_of(contest, "scoring"), edition_of(contest, "published")
    desk, done = f"/editions/{running.pk}", f"/editions/{finished.pk}"
    entry = running.entries.filter(state="admitted").first()
    pages = [
        "/contests/",
        contest.get_absolute_url(),
        *(one.get_absolute_url() for one in contest.editions.all()),
        f"{contest.get_absolute_url()}laureates/",
        f"{finished.get_absolute_url()}seal/",
        f"{desk}/", f"{desk}/categories/", f"{desk}/entries/", f"{desk}/entries/{entry.pk}/", f"{desk}/checks/",
        f"{desk}/members/", f"{desk}/conflicts/", f"{desk}/blind/", f"{desk}/assignment/", f"{desk}/assignment/?seed=1&per_entry=3&anchors=0",
        f"{desk}/progress/", f"{done}/results/", f"{done}/results/jurors/",
    ]  # fmt: skip
    for page in pages:
        assert client.get(page).status_code == 200, page


def test_the_juror_to_try_finds_entries_to_read(contest: Contest) -> None:
    client = as_user("jurek@example.org")
    reading = Reading.objects.filter(member__user__email="jurek@example.org").first()
    assert client.get("/judging/").status_code == 200
    page = client.get(reading.get_absolute_url())
    assert page.status_code == 200
    assert reading.entry.organisation_name.encode() not in page.content
