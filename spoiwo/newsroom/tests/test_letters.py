"""Letters: what waits reaches those who may approve it, the decision whoever handed it in, and nobody else."""

import datetime as dt

import pytest

from spoiwo.mail.models import Letter
from spoiwo.newsroom.actions import approval
from spoiwo.newsroom.actions import articles as actions
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.rules.states import ArticleState, Decision
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def handed_in(cast: Cast, **fields: object) -> Article:
    article = actions.start_article(cast.ours, by=cast.ewa.actor, title="Targi w Płońsku", body="x", **fields)
    return actions.move_article(article, ArticleState.SUBMITTED, by=cast.ewa.actor)


def told() -> list[str]:
    """Whom letters go to; their words are Polish where the catalogues are there."""
    return sorted(Letter.objects.values_list("to", flat=True))


def test_an_article_handed_in_is_told_to_everybody_who_may_approve_it(cast: Cast) -> None:
    article = handed_in(cast)
    assert told() == sorted(one.user.email for one in (cast.anna, cast.dorota))
    letter = Letter.objects.earliest("pk")
    assert letter.subject.endswith(": Targi w Płońsku") and f"/news/{article.slug}/approval/" in letter.text


def test_who_hands_in_and_may_approve_is_not_written_to(cast: Cast) -> None:
    article = actions.start_article(cast.ours, by=cast.anna.actor, title="A", body="x")
    actions.move_article(article, ArticleState.SUBMITTED, by=cast.anna.actor)
    assert told() == [cast.dorota.user.email]


def test_what_is_returned_comes_with_its_note(cast: Cast) -> None:
    article = handed_in(cast)
    Letter.objects.all().delete()
    approval.decide(
        article, Decision.RETURNED, note="Skrócić <lead> & tytuł.", read_revision=1, by=cast.dorota.actor
    )
    assert told() == [cast.ewa.user.email]
    assert "Skrócić <lead> & tytuł." in Letter.objects.get().text


def test_what_is_approved_for_later_says_when_it_comes_out(cast: Cast) -> None:
    article = handed_in(cast)
    moment = dt.datetime(2031, 5, 4, 7, 30, tzinfo=dt.UTC)
    Article.objects.update(publish_at=moment)
    Letter.objects.all().delete()
    approval.decide(article, Decision.APPROVED, note="", read_revision=1, by=cast.dorota.actor)
    text = Letter.objects.get().text
    assert "04.05.2031" in text and "09:30" in text


def test_who_decides_on_their_own_article_gets_no_letter(cast: Cast) -> None:
    cast.ours.grants.filter(user=cast.dorota.user).delete()
    article = actions.start_article(cast.ours, by=cast.anna.actor, title="A", body="x")
    actions.move_article(article, ArticleState.SUBMITTED, by=cast.anna.actor)
    approval.decide(article, Decision.APPROVED, note="", read_revision=1, by=cast.anna.actor)
    assert told() == []


def test_a_refused_step_writes_nothing(cast: Cast) -> None:
    article = handed_in(cast)
    before = told()
    with pytest.raises(approval.Refused):
        actions.move_article(article, ArticleState.SUBMITTED, by=cast.ewa.actor)
    with pytest.raises(approval.Refused):
        approval.decide(article, Decision.RETURNED, note=" ", read_revision=1, by=cast.dorota.actor)
    assert told() == before
