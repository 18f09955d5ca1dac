"""Whoever searches finds just what they may see: the index is compared with `visible_to`, room by room."""

from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from spoiwo.archive.models import Source
from spoiwo.contests.models import Edition, Entry
from spoiwo.kit.actor import NOBODY, Actor
from spoiwo.kit.dates import today
from spoiwo.meetings.actions.meetings import publish_meeting
from spoiwo.meetings.models import Campaign, Meeting, Series
from spoiwo.newsroom.models import Article
from spoiwo.partnerships.models import Agreement, Partnership
from spoiwo.practices.models import Practice
from spoiwo.projects.models import ConceptCard, Project
from spoiwo.register.models import Organisation, Person
from spoiwo.search import registry
from spoiwo.search.asking import Filters
from spoiwo.search.finding import find, suggest
from spoiwo.search.indexing import renew_some
from spoiwo.search.models import Item, Touched
from spoiwo.search.touching import touch_everything
from spoiwo.workshops.models import Proposal, Step, Vote
from tests.cast import Cast
from tests.make import make_meeting, make_organisation
from tests.test_doors import PLAYERS
from tests.world import furnish

pytestmark = pytest.mark.django_db
SEEN: dict[str, Any] = {
    "archive.source": Source.objects,
    "newsroom.article": Article.objects,
    "practices.practice": Practice.objects,
    "partnerships.partnership": Partnership.objects,
    "partnerships.agreement": Agreement.objects,
    "register.organisation": Organisation.objects.current(),
    "register.person": Person.objects.current(),
    "meetings.meeting": Meeting.objects,
    "meetings.series": Series.objects,
    "meetings.campaign": Campaign.objects,
    "projects.conceptcard": ConceptCard.objects,
    "projects.project": Project.objects,
    "workshops.step": Step.objects,
    "workshops.proposal": Proposal.objects,
    "workshops.vote": Vote.objects,
    "contests.edition": Edition.objects,
    "contests.entry": Entry.objects,
}
# Found as a part of something else, or not a thing people look for.
ALSO = {"partnerships.act", "contests.contest", "contests.award"}


@pytest.fixture
def indexed(cast: Cast) -> Cast:
    """Two furnished partnerships, one of them public, and everything in the index."""
    furnish(cast, cast.ours)
    cast.theirs.is_public = True
    cast.theirs.save()
    furnish(cast, cast.theirs)
    touch_everything()
    while renew_some():
        pass
    return cast


def found(kind: str, actor: Actor) -> set[int]:
    numbers = find("", Filters(kind=kind), actor, today()).numbers
    return set(Item.objects.filter(pk__in=numbers).values_list("object_id", flat=True))


@pytest.mark.parametrize("kind", sorted(SEEN))
def test_what_is_found_is_what_may_be_seen(kind: str, indexed: Cast) -> None:
    for name in PLAYERS:
        actor = getattr(indexed, name).actor
        assert found(kind, actor) == set(SEEN[kind].visible_to(actor).values_list("pk", flat=True)), name


def test_every_kind_is_compared_or_named_as_a_part() -> None:
    rooms = {kind.name.split(".")[0] for kind in registry.kinds()}
    compared = {kind.name for kind in registry.kinds() if kind.name.split(".")[0] in rooms}
    assert compared == set(SEEN) | ALSO


def test_files_of_acts_are_found_by_who_may_open_them(indexed: Cast) -> None:
    seen = {name for name in PLAYERS if found("partnerships.act", getattr(indexed, name).actor)}
    assert seen == {"anna", "dorota", "celina", "adam"}


def test_every_result_leads_somewhere_its_finder_may_go(indexed: Cast) -> None:
    for name in ("nobody", "bartek", "anna", "jurek"):
        player = getattr(indexed, name)
        numbers = find("", Filters(), player.actor, today()).numbers
        for item in Item.objects.filter(pk__in=numbers).distinct():
            assert player.client.get(item.url).status_code == 200, (name, item.kind, item.url)


def test_the_page_finds_and_suggests(indexed: Cast) -> None:
    page = indexed.nobody.client.get(reverse("home:search"), {"q": "spotkaniami"})
    assert page.status_code == 200
    make_organisation("Spółdzielnia Socjalna Promyk", book=indexed.ours.book)
    touch_everything()
    renew_some()
    page = indexed.anna.client.get(reverse("home:search"), {"q": "spółdzielni socjalnych"})
    assert "Promyk" in page.content.decode()
    page = indexed.anna.client.get(reverse("home:search_suggestions"), {"q": "spółdzielnia soc"})
    assert "Spółdzielnia Socjalna Promyk" in page.content.decode()
    assert suggest("spółdzielnia soc", NOBODY) == []


def test_a_place_that_nobody_knows_is_told_at_its_field(cast: Cast) -> None:
    page = cast.nobody.client.get(reverse("home:search"), {"q": "targi", "place": "Atlantyda"})
    assert page.status_code == 200
    assert "is-invalid" in page.content.decode()


@pytest.mark.parametrize("is_public", [True, False])
def test_a_change_is_found_after_the_commit(
    is_public: bool, cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    meeting = make_meeting(cast.ours, title="Targi zielonych miejsc pracy", is_public=not is_public)
    touch_everything()
    renew_some()
    assert bool(found("meetings.meeting", NOBODY)) is not is_public
    connection.run_on_commit.clear()
    with django_capture_on_commit_callbacks(execute=True):
        publish_meeting(meeting, by=cast.anna.actor, is_public=is_public)
    assert bool(found("meetings.meeting", NOBODY)) is is_public
    assert not Touched.objects.exists()
