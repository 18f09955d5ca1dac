"""Tables of campaigns and addressees, for CSV and XLSX."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.documents.table import Column, Table
from spoiwo.meetings.labels import ACCESS_LABELS, CAMPAIGN_LABELS, REPLY_LABELS, VIA_LABELS
from spoiwo.meetings.models import Campaign, Invitation, Needs
from spoiwo.meetings.queries.campaigns import Slice
from spoiwo.meetings.queries.words import access_words
from spoiwo.meetings.rules.codes import shown
from spoiwo.meetings.rules.states import Access, CampaignState
from spoiwo.register.labels import CHANNEL_LABELS, SECTOR_LABELS

ADDRESSEE_COLUMNS = (
    "number", "given_name", "family_name", "function", "organisation_name", "sector", "commune__name", "commune__code",
    "channel", "email", "phone", "post", "e_delivery", "code", "reply", "meeting__title", "meeting__starts_at",
    "replied_at", "via", "deputy_of__number",
)  # fmt: skip


def campaign_table(campaigns: QuerySet[Campaign]) -> Table:
    """The list of campaigns as it is filtered."""
    columns = [
        Column("title", _("Campaign")),
        Column("partnership", _("Partnership")),
        Column("state", _("State")),
        Column("answer_by", _("Answers until"), kind="datetime"),
        Column("invited", _("Invited"), kind="integer"),
        Column("coming", _("Coming"), kind="integer"),
    ]
    rows = (
        (
            one.title,
            one.partnership.name,
            str(CAMPAIGN_LABELS[CampaignState(one.state)]),
            one.answer_by,
            one.invited_count,  # type: ignore[attr-defined]
            one.coming_count,  # type: ignore[attr-defined]
        )
        for one in campaigns
    )
    return Table(_("Campaigns"), columns, rows)


def addressee_table(campaign: Campaign, invitations: QuerySet[Invitation]) -> Table:
    """The addressees as they are filtered, streamed; needs are not among the columns."""
    labels = {
        "number": _("Number"), "given_name": _("Given name"), "family_name": _("Surname"), "function": _("Function"),
        "organisation_name": _("Institution"), "sector": _("Sector"), "commune__name": _("Commune"),
        "commune__code": _("TERYT code"), "channel": _("Channel"), "email": _("E-mail"), "phone": _("Telephone"),
        "post": _("Postal address"), "e_delivery": _("E-delivery address"), "code": _("Code"), "reply": _("Answer"),
        "meeting__title": _("Meeting"), "meeting__starts_at": _("Begins"), "replied_at": _("Answered"),
        "via": _("Answered how"), "deputy_of__number": _("Deputy of number"),
    }  # fmt: skip
    kinds: dict[str, Any] = {
        "number": "integer",
        "deputy_of__number": "integer",
        "meeting__starts_at": "datetime",
        "replied_at": "datetime",
    }
    columns = [
        Column(name.replace("__", "_"), labels[name], kind=kinds.get(name, "text"))
        for name in ADDRESSEE_COLUMNS
    ]
    return Table(campaign.title, columns, _rows(invitations))


def needs_table(campaign: Campaign, needs: Iterable[Needs]) -> Table:
    """What guests need, by meeting; for the caterer and the venue, without anything else about them."""
    columns = [
        Column("meeting", _("Meeting")),
        Column("name", pgettext("column of a list", "Name")),
        Column("access", _("Accessibility")),
        Column("interpreter", _("Interpreter")),
        Column("diet", _("Diet")),
        Column("other", _("Other needs")),
    ]
    rows = (
        (
            one.invitation.meeting.title if one.invitation.meeting else "",
            one.invitation.name,
            access_words(one),
            one.interpreter,
            one.diet,
            one.other,
        )
        for one in needs
    )
    return Table(_("Needs"), columns, rows)


def access_totals(needs: Iterable[Needs]) -> list[tuple[str, int]]:
    """How many need what."""
    counts = Counter(key for one in needs for key in one.access if key in set(Access))
    return [(str(ACCESS_LABELS[Access(key)]), count) for key, count in counts.most_common()]


def figures_table(campaign: Campaign, title: str, slices: Sequence[Slice]) -> Table:
    """The funnel by sector, commune or channel."""
    columns = [
        Column("part", title),
        Column("invited", _("Invited"), kind="integer"),
        Column("answered", pgettext("figure", "Answered"), kind="integer"),
        Column("coming", _("Coming"), kind="integer"),
        Column("came", _("Came"), kind="integer"),
    ]
    rows = ((one.label, one.invited, one.answered, one.yes, one.came) for one in slices)
    return Table(f"{campaign.title} – {title}", columns, rows)


def _rows(invitations: QuerySet[Invitation]) -> Iterator[tuple]:
    # The words are looked up once: a hundred thousand rows ask for the same dozen.
    words = {
        "sector": {str(key): str(label) for key, label in SECTOR_LABELS.items()},
        "channel": {str(key): str(label) for key, label in CHANNEL_LABELS.items()},
        "reply": {str(key): str(label) for key, label in REPLY_LABELS.items()},
        "via": {str(key): str(label) for key, label in VIA_LABELS.items()},
    }
    places = [(ADDRESSEE_COLUMNS.index(name), known) for name, known in words.items()]
    code = ADDRESSEE_COLUMNS.index("code")
    for row in invitations.values_list(*ADDRESSEE_COLUMNS).iterator(2000):
        cells = list(row)
        for place, known in places:
            cells[place] = known.get(cells[place], cells[place])
        cells[code] = shown(cells[code])
        yield tuple(cells)
