"""A campaign in figures: the funnel by sector, commune and channel, and the forecast with its advice."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo.documents.web import table_response
from spoiwo.kit.request import Request
from spoiwo.meetings.exports.tables import figures_table
from spoiwo.meetings.models import Campaign
from spoiwo.meetings.queries import campaigns as queries
from spoiwo.meetings.rules.forecast import forecast, how_many_more
from spoiwo.meetings.views.campaigns import fetch
from spoiwo.register.labels import CHANNEL_LABELS, SECTOR_LABELS

WORDS = {
    "sector": {str(key): label for key, label in SECTOR_LABELS.items()},
    "channel": {str(key): label for key, label in CHANNEL_LABELS.items()},
}


def figures(request: Request, campaign_pk: int) -> HttpResponseBase:
    """Who was invited, answered, will come and came; each table can be exported."""
    campaign, can = fetch(request, campaign_pk)
    parts = [
        ("sector", _("By sector"), _named(campaign, "sector")),
        ("commune", _("By commune"), _named(campaign, "commune__name")),
        ("channel", _("By channel"), _named(campaign, "channel")),
    ]
    wanted = request.GET.get("format")
    if wanted in {"csv", "xlsx"}:
        _key, title, rows = next((part for part in parts if part[0] == request.GET.get("by")), parts[0])
        return table_response(figures_table(campaign, title, rows), wanted)
    context = {
        "campaign": campaign,
        "can": can,
        "funnel": queries.funnel(campaign),
        "parts": parts,
        **_outlook(request, campaign),
    }
    return render(request, "meetings/figures.html", context)


def _named(campaign: Campaign, by: str) -> list[queries.Slice]:
    words = WORDS.get(by, {})
    rows = queries.slices(campaign, by)
    return [
        queries.Slice(
            row.key,
            str(words.get(row.key, row.key) or _("not known")),
            row.invited,
            row.answered,
            row.yes,
            row.came,
        )
        for row in rows
    ]


def _outlook(request: Request, campaign: Campaign) -> dict[str, Any]:
    """The forecast for this campaign, and how many more to invite for the number wished."""
    groups, past = queries.outlook(campaign)
    seats = [meeting.capacity for meeting in campaign.meetings.all()]
    capacity = None if None in seats or not seats else sum(seat or 0 for seat in seats)
    said = forecast(groups, past, is_closed=timezone.now() > campaign.answer_by, capacity=capacity)
    target = request.GET.get("target", "")
    wished = int(target) if target.isdecimal() and 0 < int(target) <= 5000 else None
    advice = how_many_more(wished, groups, past) if wished else None
    return {
        "forecast": said,
        "capacity": capacity,
        "over_percent": None if said.over_capacity is None else round(100 * said.over_capacity),
        "target": wished,
        "advice": advice,
        "rates": [
            (str(WORDS["sector"].get(one.key, one.key)), round(100 * one.rate), one.observed)
            for one in advice.groups
        ]
        if advice
        else [],
        "has_past": bool(past),
    }
