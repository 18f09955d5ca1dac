"""Articles as pages, feeds and decisions read them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor
from spoiwo.kit.links import Link
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.newsroom.models import Article, FormerAddress, Picture
from spoiwo.newsroom.permissions import APPROVERS, WRITERS
from spoiwo.newsroom.rules.addresses import NoPath, former_path
from spoiwo.newsroom.rules.states import ArticleState
from spoiwo.partnerships.models import Partnership, RoleGrant
from spoiwo.trail.line import Step


def article_rows(actor: Actor) -> QuerySet[Article]:
    """The articles the actor may see with what pages show of each; `cover` is the id of its first picture."""
    return _told(Article.objects.visible_to(actor))


def news_rows(actor: Actor) -> QuerySet[Article]:
    """What stands in the list of news: everything that is out."""
    return _told(Article.objects.visible_to(actor).out()).defer("body")


def news_of(actor: Actor, partnership: Partnership | None = None) -> QuerySet[Article]:
    """Everything that is out, of all partnerships or of one, whole."""
    rows = _told(Article.objects.visible_to(actor).out()).select_related("share_image")
    return rows.filter(partnership=partnership) if partnership else rows


def publishers() -> QuerySet[Partnership]:
    """Partnerships that have news, by name."""
    having = Article.objects.out().values("partnership")
    return Partnership.objects.filter(pk__in=having).order_by("name_key")


def desk_rows(actor: Actor) -> QuerySet[Article]:
    """The articles of the actor's own partnerships, whatever their state; for an administrator all of them."""
    rows = article_rows(actor).defer("body")
    return rows if actor.is_admin else rows.filter(partnership__in=actor.partnerships_as(*WRITERS))


def waiting_for_approval(actor: Actor) -> QuerySet[Article]:
    """Articles the actor may decide on, the longest waiting first: not those they handed in themselves."""
    rows = Article.objects.filter(
        state=ArticleState.SUBMITTED, partnership__in=actor.partnerships_as(*APPROVERS)
    )
    return rows.exclude(written_by=actor.user_id).order_by("changed_at", "pk")


def facts_of(article: Article) -> dict[str, Any]:
    """What permissions ask of an article."""
    return {"partnership_id": article.partnership_id, "state": article.state, "is_out": article.is_out}


def wordless_count(article: Article) -> int:
    """How many pictures say nothing to those who cannot see them."""
    return article.pictures.filter(alt="").count()


def approvers_of(article: Article, day: dt.date) -> QuerySet[User]:
    """The people who may approve for the article's partnership on that day."""
    held = RoleGrant.objects.held(day).filter(partnership=article.partnership_id, role__in=APPROVERS)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("pk")


def other_approvers(article: Article, user_id: int | None, day: dt.date) -> bool:
    """Whether anybody but this person may approve for the partnership on that day."""
    return approvers_of(article, day).exclude(pk=user_id or 0).exists()


def moved_to(slug: str, actor: Actor) -> str:
    """Where the article is now that had this address; empty where there is none the actor may see."""
    found = FormerAddress.objects.filter(slug=slug, article__in=Article.objects.visible_to(actor))
    row = found.exclude(slug="").select_related("article").first()
    return row.article.get_absolute_url() if row else ""


def led_on(full_path: str) -> str:
    """Where an address of an older site leads now, with or without its question; empty where it is none. One query."""
    try:
        asked = former_path(full_path)
    except NoPath:
        return ""
    rows = FormerAddress.objects.filter(path__in={asked, asked.split("?")[0]} - {""})
    found = list(rows.filter(article__in=Article.objects.out()).select_related("article"))
    found.sort(key=lambda row: row.path != asked)
    return found[0].article.get_absolute_url() if found else ""


def years_of(articles: QuerySet[Article]) -> list[int]:
    """The years these articles are of, the newest first."""
    return [day.year for day in articles.order_by().dates("shown_on", "year", order="DESC")]


def article_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """How articles name themselves on the trail, by id, to those who may see them."""
    found = Article.objects.visible_to(actor).filter(pk__in=list(ids))
    return {
        one.pk: Step(_("News: %(title)s") % {"title": one.title}, one.get_absolute_url(), one.shown_on)
        for one in found
    }


def links_of_meeting(meeting: Meeting, actor: Actor) -> list[Link]:
    """From a meeting that is over to an article begun from its closing report; for the people who write there."""
    is_over = meeting.state == MeetingState.HELD
    if not is_over or not (actor.is_admin or actor.has(meeting.partnership_id, *WRITERS)):
        return []
    address = reverse("newsroom:article_from_meeting", args=[meeting.pk])
    return [Link(address, _("Make an article of the report"), is_post=True)]


def _told(rows: QuerySet[Article]) -> QuerySet[Article]:
    first = Picture.objects.filter(article=OuterRef("pk")).order_by("order", "pk")
    rows = rows.select_related("partnership", "place", "written_by", "closing")
    return rows.annotate(cover=Subquery(first.values("pk")[:1]), cover_alt=Subquery(first.values("alt")[:1]))
