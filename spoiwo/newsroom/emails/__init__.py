"""Letters of the newsroom: what waits to those who approve, what was decided to whoever handed it in."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse

from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.mail.post import Draft
from spoiwo.newsroom.models import Approval, Article
from spoiwo.newsroom.queries.articles import approvers_of
from spoiwo.newsroom.rules.states import Decision


def waiting_letters(article: Article, by: Actor) -> Iterator[Draft]:
    """The article was handed in, to everybody who may approve it but whoever did that."""
    for person in approvers_of(article, today()).exclude(pk=by.user_id or 0):
        yield to(person, article, "waiting", by_name=by.name)


def decision_letters(article: Article, approval: Approval) -> Iterator[Draft]:
    """How the approval ended, to whoever handed the article in and did not decide themselves."""
    author = article.written_by
    if author is not None and author.is_active and author.pk != approval.by_id:
        yield decision(article, approval, author)


def decision(article: Article, approval: Approval, author: User) -> Draft:
    """One of two letters: approved, or returned with the note."""
    name = "approved" if approval.decision == Decision.APPROVED else "returned"
    return to(author, article, name, approval=approval, by_name=approval.by_name)


def to(person: User, article: Article, template: str, **context: Any) -> Draft:
    """A letter about the article with the way to it; who decides is led to the page of the decision."""
    page = "newsroom:article_approval" if template == "waiting" else "newsroom:article"
    link = settings.PUBLIC_URL.rstrip("/") + reverse(page, args=[article.slug])
    return Draft(
        to=person.email,
        to_name=person.name,
        template=f"newsroom/email/{template}",
        context={"article": article, "link": link, **context},
        about_kind="newsroom.article",
        about_id=article.pk,
        scope=article.partnership_id,
    )
