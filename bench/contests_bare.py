"""The physical reference of the results page: a Django view that renders the page's own table from values made before."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path

from spoiwo.contests.models import Edition
from spoiwo.contests.queries.results import WIDTH, result_tables, stored_ranking
from spoiwo.kit.actor import SYSTEM

READY: dict[str, Any] = {}


def ready(edition: Edition) -> dict[str, Any]:
    """What the table is rendered from."""
    ranking = stored_ranking(edition)
    if ranking is None:
        raise RuntimeError("there is no ranking")
    tables = result_tables(edition, ranking.data, SYSTEM, with_names=True)
    return {"edition": edition, "data": ranking.data, "width": WIDTH, "tables": tables}


def results(request: HttpRequest) -> HttpResponse:
    """The tables and nothing else: no query, no session, no frame."""
    tables = (
        render_to_string("contests/_result_table.html", {**READY, "table": one}) for one in READY["tables"]
    )
    return HttpResponse("".join(tables))


urlpatterns = [path("", results)]
