"""The physical reference of lists: a Django view that runs the bare query and loops over it in a plain template."""

import re

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path
from django.utils.translation import gettext, override

from spoiwo.register.labels import KIND_LABELS
from spoiwo.register.models import Organisation

TEMPLATE = """<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><title>[Organisations]</title></head><body><h1>[Organisations]</h1>
<table class="sp-table">
<caption class="visually-hidden">[Organisations]</caption>
<thead><tr><th scope="col">[Name]</th><th scope="col">[Kind]</th><th scope="col">[Town]</th><th scope="col">NIP</th>\
<th scope="col">[Last confirmed]</th></tr></thead>
<tbody>
{% for row in rows %}<tr><th scope="row"><a href="{{ row.href }}">{{ row.name }}</a>{% if row.book_id in mine %} \
<span class="sp-chip">[mine]</span>{% endif %}{% if row.ended_on %} <span class="sp-chip off">[ended]</span>{% endif %}\
</th><td data-label="[Kind]">{{ row.kind }}</td><td data-label="[Town]">{{ row.town }}</td>\
<td data-label="NIP">{{ row.nip }}</td><td data-label="[Last confirmed]">{% if row.confirmed_on %}{{ row.confirmed_on }}\
{% else %} <span class="sp-chip wait">[old]</span>{% endif %}</td></tr>
{% endfor %}
</tbody></table><p>{{ count }}</p></body></html>"""
with override("pl"):  # the words stand in the template as if somebody had typed them there
    PAGE = Engine().from_string(re.sub(r"\[([A-Za-z ]+)\]", lambda found: gettext(found[1]), TEMPLATE))
COLUMNS = ("pk", "name", "kind", "town", "nip", "confirmed_on", "ended_on", "book_id")


def bare_query(size: int) -> tuple[int, list[dict]]:
    """How many there are, and the first `size` by name; two queries, no model instances."""
    found = Organisation.objects.filter(merged_into=None).order_by("name_key", "pk")
    return found.count(), list(found.values(*COLUMNS)[:size])


def organisation_list(request: HttpRequest) -> HttpResponse:
    """The table and nothing else; where there is a session, who asks is looked up."""
    _name = str(request.user) if hasattr(request, "user") else ""
    count, rows = bare_query(int(request.GET["rows"]))
    for row in rows:
        row["href"] = f"/register/organisations/{row['pk']}/"
        row["kind"] = str(KIND_LABELS[row["kind"]])
    mine = {int(request.GET["mine"])}
    return HttpResponse(PAGE.render(Context({"rows": rows, "count": count, "mine": mine})))


urlpatterns = [path("", organisation_list)]
