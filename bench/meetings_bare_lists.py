"""The physical reference of the organiser's lists: a Django view with the bare query and the same table in a plain loop."""

import re

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path
from django.utils.translation import gettext, override, pgettext

from spoiwo.meetings.models import Attendee, Invitation

HEAD = """<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><title>[Addressees]</title></head><body><h1>[Addressees]</h1>
<table class="sp-table"><caption class="visually-hidden">[Addressees]</caption><thead><tr>"""
END = "</tbody></table><p>{{ count }}</p></body></html>"
ADDRESSEES = """<th scope="col">[No.]</th><th scope="col">[Name]</th>\
<th scope="col">[Institution]</th><th scope="col">[Answer]</th><th scope="col">[Answered]</th></tr></thead><tbody>
{% for row in rows %}<tr><td data-label="[No.]">{{ row.number }}</td><th scope="row"><a href="{{ row.pk }}/">\
{% if row.family_name or row.given_name %}{{ row.family_name }} {{ row.given_name }}{% else %}{{ row.organisation_name }}\
{% endif %}</a>{% if row.function %}<br><span class="sp-muted">{{ row.function }}</span>{% endif %}</th>\
<td data-label="[Institution]">{{ row.organisation_name }}</td><td data-label="[Answer]">{% if row.reply == "none" %}\
<span class="sp-chip wait">[answer: no answer yet]</span>{% elif row.reply == "yes" %}<span class="sp-chip">\
[answer: will come]</span>{% elif row.reply == "no" %}<span class="sp-chip off">[answer: will not come]</span>{% else %}\
<span class="sp-chip off">[answer: sends a deputy]</span>{% endif %}{% if row.meeting__starts_at %} <span class="sp-muted">\
{{ row.meeting__starts_at|date:"d.m.Y" }}</span>{% endif %}</td><td class="sp-nowrap" data-label="[Answered]">\
{% if row.replied_at %}{{ row.replied_at|date:"d.m.Y H:i" }}{% endif %}</td></tr>
{% endfor %}"""
ATTENDEES = """<th scope="col">[Name]</th><th scope="col">[Institution]</th>\
<th scope="col">[Presence]</th><th scope="col">[Arrived]</th><th scope="col">[Group]</th><th scope="col">[Tick off]</th></tr>\
</thead><tbody>
{% for row in rows %}<tr><th scope="row"><a href="/meetings/{{ meeting }}/attendees/{{ row.pk }}/">{% if row.erased_at %}\
[erased]{% else %}{{ row.family_name }} {{ row.given_name }}{% endif %}</a>{% if row.is_walk_in %} <span class="sp-chip">\
[without an invitation]</span>{% endif %}{% if row.function %}<br><span class="sp-muted">{{ row.function }}</span>{% endif %}\
</th><td data-label="[Institution]">{{ row.organisation_name }}</td><td data-label="[Presence]">\
{% if row.presence == "present" %}<span class="sp-chip">[presence: present]</span>{% elif row.presence == "expected" %}\
<span class="sp-chip wait">[presence: expected]</span>{% else %}<span class="sp-chip off">[presence: gave up the place]</span>\
{% endif %}</td><td data-label="[Arrived]">{% if row.arrived_at %}{{ row.arrived_at|date:"H:i" }}{% endif %}</td>\
<td data-label="[Group]">{{ row.group }}</td><td data-label="[Tick off]">{% if row.erased_at %}\
{% elif row.presence == "present" %}<button class="btn btn-sm btn-outline-primary" name="expected" value="{{ row.pk }}">\
[presence: undo]<span class="visually-hidden"> {{ row.given_name }} {{ row.family_name }}</span></button>{% else %}\
<button class="btn btn-sm btn-primary" name="present" value="{{ row.pk }}">[is here]<span class="visually-hidden"> \
{{ row.given_name }} {{ row.family_name }}</span></button>{% endif %}</td></tr>
{% endfor %}"""
INVITATION_COLUMNS = (
    "pk", "number", "given_name", "family_name", "function", "organisation_name", "reply", "meeting__starts_at",
    "replied_at",
)  # fmt: skip
ATTENDEE_COLUMNS = (
    "pk", "given_name", "family_name", "function", "organisation_name", "presence", "group", "arrived_at", "is_walk_in",
    "erased_at",
)  # fmt: skip


def _worded(source: str) -> str:
    """The template with the words in it, as if somebody had typed them there."""

    def word(found: re.Match[str]) -> str:
        context, _colon, text = found[1].rpartition(": ")
        return pgettext(context, text) if context else gettext(text)

    with override("pl"):
        return re.sub(r"\[([A-Za-z :.]+)\]", word, source)


ADDRESSEE_PAGE, ATTENDEE_PAGE = (
    Engine().from_string(_worded(HEAD + table + END)) for table in (ADDRESSEES, ATTENDEES)
)


def addressees(request: HttpRequest) -> HttpResponse:
    """The table of a campaign and nothing else; two queries, no model instances."""
    found = Invitation.objects.filter(campaign=request.GET["of"]).order_by("name_key", "pk")
    rows = list(found.values(*INVITATION_COLUMNS)[: int(request.GET["rows"])])
    return HttpResponse(ADDRESSEE_PAGE.render(Context({"rows": rows, "count": found.count()})))


def attendees(request: HttpRequest) -> HttpResponse:
    """The table of a meeting with a button in each row, and nothing else."""
    meeting = request.GET["of"]
    found = Attendee.objects.filter(meeting=meeting).order_by("name_key", "pk")
    rows = list(found.values(*ATTENDEE_COLUMNS)[: int(request.GET["rows"])])
    context = {"rows": rows, "count": found.count(), "meeting": meeting}
    return HttpResponse(ATTENDEE_PAGE.render(Context(context)))


urlpatterns = [path("addressees/", addressees), path("attendees/", attendees)]
