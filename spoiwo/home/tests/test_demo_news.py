"""The example news: in every state an article can have, come of papers and of a meeting, loaded once."""

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from spoiwo.home.demo import load_demo
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.dates import today
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.queries.articles import other_approvers
from spoiwo.newsroom.rules.bodies import clean
from spoiwo.newsroom.rules.states import ArticleState
from spoiwo.places.actions import load_shipped_register
from spoiwo.trail.line import around


@pytest.mark.django_db
def test_the_examples_tell_news_in_every_state_and_are_loaded_once() -> None:
    load_shipped_register(by=SYSTEM)
    load_demo()
    states = Counter(Article.objects.values_list("state", flat=True))
    assert states[ArticleState.APPROVED] >= 5
    assert states[ArticleState.SUBMITTED] == states[ArticleState.DRAFT] == 1
    assert Article.objects.scheduled().count() == 1
    draft = Article.objects.get(state=ArticleState.DRAFT)
    assert draft.approvals.get().note
    of_meeting = Article.objects.exclude(closing=None).get()
    assert of_meeting.closing is not None and of_meeting.closing.title in str(around(of_meeting, SYSTEM))
    for article in Article.objects.all():
        assert clean(article.body) == article.body, article.title
        assert not article.pictures.filter(alt="").exists()
        others = other_approvers(article, article.written_by_id, today())
        for decision in article.approvals.all():
            assert decision.by_id != article.written_by_id or not others
    answer = Client().get("/news.php?id=117")
    assert answer.status_code == 301
    page = Client().get(answer["Location"]).content.decode()
    assert "2005" in page
    assert (
        Article.objects.scheduled().get().title
        not in Client().get(reverse("newsroom:articles")).content.decode()
    )
    before = Article.objects.count()
    load_demo()
    assert Article.objects.count() == before
