"""Makers of the newsroom, like those of `tests.make`."""

from typing import Any

from django.utils import timezone

from spoiwo.newsroom.models import Article
from spoiwo.newsroom.rules.addresses import slug_of
from spoiwo.newsroom.rules.states import ArticleState
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold


def make_article(partnership: Partnership, title: str = "Targi pracy w Płońsku", **fields: Any) -> Article:
    """An article that is out since a moment ago; another state must be asked for."""
    fields.setdefault("state", ArticleState.APPROVED)
    fields.setdefault("lead", "Pracodawcy z pięciu gmin przywieźli ponad sto ofert.")
    fields.setdefault("body", "<p>W hali sportowej spotkali się pracodawcy i osoby szukające pracy.</p>")
    if fields["state"] in (ArticleState.APPROVED, ArticleState.WITHDRAWN):
        fields.setdefault("publish_at", timezone.now())
    day = fields.get("first_published_on") or timezone.localdate(fields.get("publish_at"))
    return Article.objects.create(
        partnership=partnership,
        title=title,
        slug=fields.pop("slug", slug_of(title)),
        shown_on=fields.pop("shown_on", day),
        name_key=collation_key(title),
        search_key=fold(f"{title} {fields['lead']}"),
        **fields,
    )
