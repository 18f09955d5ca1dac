"""The newest articles as Atom (RFC 4287) and RSS 2.0, of all partnerships or of one."""

import datetime as dt
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.html import escape
from django.utils.timezone import get_current_timezone, make_aware
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoiwo.kit.actor import NOBODY
from spoiwo.kit.request import Request, root_for_others
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.queries.articles import news_of, publishers
from spoiwo.newsroom.queries.schema import image_address
from spoiwo.newsroom.rules.bodies import summary
from spoiwo.partnerships.models import Partnership

MOST = 30
KINDS: dict[str, type[Atom1Feed | Rss201rev2Feed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


@login_not_required
def feed(request: Request, kind: str, partnership: str = "") -> HttpResponse:
    """The feed as everybody gets it, whoever asks: readers of feeds are not signed in."""
    whose = publishers().filter(slug=partnership).first() if partnership else None
    if partnership and whose is None:
        raise Http404
    rows = list(news_of(NOBODY, whose).order_by("-publish_at", "-pk")[:MOST])
    written = KINDS[kind](**_head(request, whose))
    root = root_for_others(request)
    for one in rows:
        written.add_item(**_entry(one, root))
    return HttpResponse(written.writeString("utf-8"), content_type=written.content_type)


def _head(request: Request, whose: Partnership | None) -> dict[str, Any]:
    root = root_for_others(request)
    name = whose.name if whose else "Spoiwo"
    chosen = f"?partnership={whose.slug}" if whose else ""
    return {
        "title": _("News: %(whose)s") % {"whose": name},
        "link": root + reverse("newsroom:articles") + chosen,
        "description": _("What partnerships tell of their meetings, projects and agreements."),
        "language": get_language(),
        "feed_url": root + request.path,
        "feed_guid": root + request.path,
    }


def _entry(article: Article, root: str) -> dict[str, Any]:
    address = root + article.get_absolute_url()
    first = article.first_published_on
    published = (
        make_aware(dt.datetime.combine(first, dt.time()), get_current_timezone())
        if first
        else article.publish_at
    )
    picture, image = image_address(article, root), article.share_image
    return {
        "title": article.title,
        "link": address,
        "description": escape(summary(article.lead, article.body, 600)),  # readers take it for HTML
        "unique_id": f"{root}/news/#{article.pk}",
        "unique_id_is_permalink": False,
        "pubdate": published,
        "updateddate": article.changed_at,
        "author_name": article.author or article.partnership.name,
        "enclosures": [Enclosure(picture, str(image.size), "image/png")] if image else [],
    }
