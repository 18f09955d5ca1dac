"""Example news: after papers of the archive, out of a meeting's closing report, scheduled, waiting, returned.

Every article goes the way it goes in life: one person writes and hands in, another one decides.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from spoiwo import trail
from spoiwo.accounts.models import User
from spoiwo.home.demo_drawings import drawing
from spoiwo.kit.actor import Actor
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.newsroom.actions.approval import decide
from spoiwo.newsroom.actions.articles import move_article, set_publication, start_article, write_article
from spoiwo.newsroom.actions.closing import article_of_meeting
from spoiwo.newsroom.actions.pictures import add_picture
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.rules.addresses import former_path
from spoiwo.newsroom.rules.states import ArticleState, Decision
from spoiwo.partnerships.middleware import load_actor
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit

TEXT = Path(__file__).resolve().parent / "data" / "news.pl.toml"
_WRITTEN = ("title", "lead", "body")


def load_news() -> None:
    """Makes the articles of each example partnership that has none; some seconds for their pictures."""
    with TEXT.open("rb") as file, override(LANGUAGE):
        for slug, articles in tomllib.load(file).items():
            partnership = Partnership.objects.filter(slug=slug).first()
            if partnership and not partnership.articles.exists():
                _load(partnership, articles)


@transaction.atomic
def _load(partnership: Partnership, articles: list[dict[str, Any]]) -> None:
    for told in articles:
        author = _actor(told["by"])
        article = _begin(partnership, told, author)
        _publish(article, told, author)
        for words in told.get("picture", ()):
            file = ContentFile(drawing(words["drawn"]), name=f"{words['drawn']}.png")
            add_picture(article, file, by=author, alt=words["alt"], caption=words["caption"])
        article = move_article(article, ArticleState.SUBMITTED, by=author)
        if "decision" in told:
            decide(
                article,
                Decision(told["decision"]),
                note=told.get("note", ""),
                read_revision=article.revision,
                by=_actor(told["decides"]),
            )


def _begin(partnership: Partnership, told: Mapping[str, Any], author: Actor) -> Article:
    """A draft: of the closing report where the text names a meeting, else of the text alone; after its paper if it has one."""
    place = Unit.objects.valid().filter(code=told["place"]).first()
    fields = {name: told[name] for name in _WRITTEN} | {"author": told.get("author", ""), "place": place}
    meeting = partnership.meetings.filter(title=told["meeting"]).first() if "meeting" in told else None
    if meeting:
        draft = article_of_meeting(meeting, by=author)
        fields["body"] += draft.body
        return write_article(draft, read_revision=draft.revision, by=author, **fields)
    made = start_article(partnership, by=author, **fields)
    if source := partnership.sources.filter(name=told.get("paper", "")).first():
        trail.link(source, made, "article", by=author)
    return made


def _publish(article: Article, told: Mapping[str, Any], author: Actor) -> None:
    set_publication(
        article,
        by=author,
        slug=article.slug,
        paths=[former_path(path) for path in told.get("paths", ())],
        publish_at=_moment(told["out_in_days"]) if "out_in_days" in told else None,
        first_published_on=told.get("first_published_on"),
        source_note=told.get("source_note", ""),
    )


def _moment(days: int) -> dt.datetime:
    """Eight in the morning, so many days from now."""
    day = timezone.localdate() + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(8)))


def _actor(email: str) -> Actor:
    return load_actor(User.objects.get(email=email))
