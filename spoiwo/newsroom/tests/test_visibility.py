"""Who sees and may do what with articles: permissions equal the queries and the search, for every role and state."""

import datetime as dt

import pytest
from django.utils import timezone

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.dates import today
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.permissions import article_verbs
from spoiwo.newsroom.queries.articles import facts_of
from spoiwo.newsroom.rules.states import ArticleState
from spoiwo.newsroom.search import article_documents
from spoiwo.search.asking import Filters
from spoiwo.search.finding import find
from spoiwo.search.indexing import renew_some, write
from spoiwo.search.models import Item, Touched
from tests.cast import Cast
from tests.make_newsroom import make_article

PLAYERS = ["anna", "bartek", "celina", "dorota", "ewa", "roman", "olga", "jurek", "adam", "nobody"]
pytestmark = pytest.mark.django_db


def all_states(cast: Cast) -> None:
    later = timezone.now() + dt.timedelta(days=3)
    for partnership in (cast.ours, cast.theirs):
        for state in ArticleState:
            make_article(partnership, f"Targi {state} {partnership.name}", state=state)
        make_article(partnership, f"Jutro {partnership.name}", publish_at=later)


@pytest.mark.parametrize("player", PLAYERS)
def test_what_a_person_may_view_is_what_the_query_finds(cast: Cast, player: str) -> None:
    all_states(cast)
    actor = getattr(cast, player).actor
    seen = set(Article.objects.visible_to(actor))
    for article in Article.objects.all():
        can = article_verbs(actor, **facts_of(article))
        assert ("view" in can) == (article in seen), article.title
        assert "view" in can or not can


@pytest.mark.parametrize("player", PLAYERS)
def test_what_is_found_is_what_may_be_seen(cast: Cast, player: str) -> None:
    all_states(cast)
    pks = list(Article.objects.values_list("pk", flat=True))
    write("newsroom.article", pks, list(article_documents(pks)))
    actor = getattr(cast, player).actor
    found = find("pracodawcy", Filters(kind="newsroom.article"), actor, today())
    items = Item.objects.filter(pk__in=found.numbers).values_list("object_id", flat=True)
    assert set(items) == set(Article.objects.visible_to(actor).values_list("pk", flat=True))


def test_a_scheduled_article_is_found_by_everybody_when_its_moment_has_come(cast: Cast) -> None:
    article = make_article(cast.ours, publish_at=timezone.now() + dt.timedelta(hours=2))
    write("newsroom.article", [article.pk], list(article_documents([article.pk])))
    kind = Filters(kind="newsroom.article")
    assert find("pracodawcy", kind, cast.nobody.actor, today()).numbers == []
    waiting = Touched.objects.get(kind="newsroom.article", object_id=article.pk)
    assert waiting.due_at == article.publish_at
    past = timezone.now() - dt.timedelta(minutes=1)
    Article.objects.update(publish_at=past)
    Touched.objects.update(due_at=past)
    renew_some()
    assert len(find("pracodawcy", kind, cast.nobody.actor, today()).numbers) == 1


def test_documents_ask_as_often_for_many_as_for_few(cast: Cast, django_assert_num_queries) -> None:
    first = make_article(cast.ours)
    with django_assert_num_queries(2):
        list(article_documents([first.pk]))
    more = [make_article(cast.ours, f"Artykuł {number}").pk for number in range(3)]
    with django_assert_num_queries(2):
        assert len(list(article_documents(more))) == 3


@pytest.mark.parametrize("role", list(Role))
def test_no_role_elsewhere_opens_a_draft(role: Role) -> None:
    stranger = Actor(user_id=1, roles={2: frozenset({role})})
    for state in ArticleState:
        assert article_verbs(stranger, partnership_id=1, state=state, is_out=False) == set()


def test_what_is_approved_is_changed_only_by_those_who_may_approve() -> None:
    writer = Actor(user_id=1, roles={1: frozenset({Role.FACILITATOR})})
    coordinator = Actor(user_id=2, roles={1: frozenset({Role.COORDINATOR})})
    assert "edit" not in article_verbs(writer, partnership_id=1, state="approved", is_out=True)
    assert "edit" in article_verbs(coordinator, partnership_id=1, state="approved", is_out=True)
    assert "edit" in article_verbs(writer, partnership_id=1, state="submitted", is_out=False)
