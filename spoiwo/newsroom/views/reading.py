"""What everybody reads: the list of news, an article, the feeds."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from spoiwo import trail
from spoiwo.documents.web import table_response
from spoiwo.kit.dates import today
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Request, page_or_fragment, root_for_others
from spoiwo.newsroom.exports import article_table
from spoiwo.newsroom.forms.articles import NewsFilters
from spoiwo.newsroom.labels import STEP_LABELS
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.permissions import house_verbs
from spoiwo.newsroom.queries import articles as queries
from spoiwo.newsroom.queries.schema import image_address, news_article
from spoiwo.newsroom.rules.bodies import summary
from spoiwo.newsroom.rules.states import STEPS, ArticleState
from spoiwo.newsroom.views.fetching import fetch_article
from spoiwo.search.finding import similar

SORTS = {"newest": ("-shown_on", "-publish_at"), "title": ("name_key",)}


@login_not_required
def articles(request: Request) -> HttpResponseBase:
    """The news, the newest first, by year and partnership."""
    rows = queries.news_rows(request.actor)
    listing = Listing(request, rows, sorts=SORTS, filters=NewsFilters, per_page=25)
    if listing.export:
        return table_response(article_table(listing.queryset), listing.export)
    chosen = listing.form.cleaned_data.get("partnership") or ""
    context = {
        "listing": listing,
        "years": queries.years_of(rows),
        "partnerships": queries.publishers(),
        "chosen": queries.publishers().filter(slug=chosen).first() if chosen else None,
        "can": house_verbs(request.actor),
    }
    return page_or_fragment(request, "newsroom/articles.html", "rows", context)


@login_not_required
def article(request: Request, slug: str) -> HttpResponseBase:
    """An article; under an address it had before, the way to the one it has now."""
    if not Article.objects.visible_to(request.actor).filter(slug=slug).exists():
        if address := queries.moved_to(slug, request.actor):
            moved = redirect(address, permanent=True)
            moved["Cache-Control"] = (
                "max-age=600"  # an address may be taken back: a browser must not lead in a ring for ever
            )
            return moved
        raise Http404
    found, can = fetch_article(request, slug)
    origins, results = trail.around(found, request.actor)
    steps = STEPS[ArticleState(found.state)]
    context = {
        "article": found,
        "can": can,
        "pictures": found.pictures.select_related("small"),
        "summary": summary(found.lead, found.body),
        "schema": news_article(found, root_for_others(request)),
        "address": root_for_others(request) + found.get_absolute_url(),
        "image": image_address(found, root_for_others(request)),
        "similar": similar("newsroom.article", found.pk, request.actor, today()) if found.is_out else [],
        "steps": [(step, STEP_LABELS[step]) for step in steps if _may(can, step)],
        "last_note": found.approvals.first() if "see_notes" in can else None,
        "origins": origins,
        "results": results,
    }
    return render(request, "newsroom/article.html", context)


def _may(can: set[str], step: ArticleState) -> bool:
    return ("withdraw" if step in (ArticleState.WITHDRAWN, ArticleState.APPROVED) else "submit") in can
