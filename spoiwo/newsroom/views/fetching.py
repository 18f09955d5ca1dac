"""How every page of the room finds its article: hidden gives 404, a forbidden verb 403."""

from django.http import Http404

from spoiwo.kit.request import Request, require
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.permissions import article_verbs
from spoiwo.newsroom.queries.articles import article_rows, facts_of


def fetch_article(request: Request, slug: str, verb: str = "view") -> tuple[Article, set[str]]:
    """The article with what the actor may do there."""
    found = article_rows(request.actor).filter(slug=slug).first()
    if found is None:
        raise Http404
    can = article_verbs(request.actor, **facts_of(found))
    require(can, verb)
    return found, can
