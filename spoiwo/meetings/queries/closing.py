"""A meeting when it is over: who came, by sector, commune and channel, and whom to thank."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from spoiwo.mail.post import batch_letters
from spoiwo.meetings.labels import VIA_LABELS
from spoiwo.meetings.models import Attendee, FundingMark, LetterText, Meeting
from spoiwo.meetings.queries.meetings import Line, lines_of
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.rules.states import CAME, ON_THE_LIST, Presence, Purpose, Via
from spoiwo.register.labels import SECTOR_LABELS
from spoiwo.register.rules import Sector


@dataclass(slots=True)
class Part:
    """One row of a table: how many of that part stood on the list, and what became of them."""

    label: str
    listed: int = 0
    came: int = 0
    excused: int = 0
    absent: int = 0

    def add(self, presence: str, count: int) -> None:
        """Counts so many people of that presence in."""
        self.listed += count
        self.came += count if presence in CAME else 0
        self.excused += count if presence == Presence.EXCUSED else 0
        self.absent += count if presence == Presence.ABSENT else 0


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One table of the report with its title, its rows (most who came first) and its finding in a sentence."""

    title: str
    heading: str
    parts: list[Part]
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """A meeting in figures and words; `expected` are those on the list of whom nothing has been said yet."""

    meeting: Meeting
    total: Part
    expected: int
    walk_ins: int
    tables: list[Breakdown]
    programme: list[Line]
    marks: list[FundingMark] = field(default_factory=list)

    @property
    def difference(self) -> int:
        """How many heads more (or, negative, fewer) were counted in the hall than the list shows."""
        return 0 if self.meeting.head_count is None else self.meeting.head_count - self.total.came

    @property
    def head_sentence(self) -> str:
        """What the count of heads says against the list; empty where nobody counted."""
        if self.meeting.head_count is None:
            return ""
        if not self.difference:
            return _("The heads counted in the hall agree with the list.")
        more = ngettext(
            "One head more was counted in the hall than the list shows.",
            "%(count)d heads more were counted in the hall than the list shows.",
            abs(self.difference),
        )
        fewer = ngettext(
            "One head fewer was counted in the hall than the list shows.",
            "%(count)d heads fewer were counted in the hall than the list shows.",
            abs(self.difference),
        )
        return (more if self.difference > 0 else fewer) % {"count": abs(self.difference)}


def report_of(meeting: Meeting, *, is_public: bool = False) -> Report:
    """The report in the language now active; the public one leaves out by which channel people answered.

    One grouped query over the attendees, whatever their number, and one each for programme and funders' marks.
    """
    columns = ("sector", "commune__name", "invitation__via", "is_walk_in", "presence")
    rows = list(
        meeting.attendees.filter(presence__in=ON_THE_LIST)
        .order_by()
        .values_list(*columns)
        .annotate(count=Count("pk"))
    )
    total, walk_ins, expected = Part(pgettext("row of a table", "together")), 0, 0
    by: Mapping[str, dict[str, Part]] = {"sector": {}, "commune": {}, "channel": {}}
    for sector, commune, via, is_walk_in, presence, count in rows:
        total.add(presence, count)
        walk_ins += count if is_walk_in else 0
        expected += count if presence == Presence.EXPECTED else 0
        labels = {
            "sector": str(SECTOR_LABELS[Sector(sector)]),
            "commune": commune or _("not stated"),
            "channel": _channel(via, is_walk_in),
        }
        for key, label in labels.items():
            by[key].setdefault(label, Part(label)).add(presence, count)
    kinds = [
        (_("By sector"), pgettext("column of a list", "Sector"), "sector"),
        (_("By commune"), pgettext("column of a list", "Commune"), "commune"),
        (_("By the way of answering"), _("Way of answering"), "channel"),
    ]
    tables = [
        _breakdown(title, heading, by[key].values(), total.came)
        for title, heading, key in kinds
        if by[key] and not (is_public and key == "channel")
    ]
    marks = list(meeting.funding.select_related("picture"))
    return Report(meeting, total, expected, walk_ins, tables, lines_of(meeting), marks)


def to_thank(meeting: Meeting) -> list[Attendee]:
    """Those who came, have an e-mail address and were not thanked by this campaign yet. Two queries and one a campaign."""
    rows = meeting.attendees.came().filter(erased_at=None, invitation__erased_at=None)
    rows = rows.exclude(invitation=None).exclude(invitation__email="")
    by_campaign: dict[int, list[Attendee]] = defaultdict(list)
    for place in rows.select_related("invitation__campaign__partnership", "meeting").order_by("pk"):
        by_campaign[place.invitation.campaign_id].append(place)  # type: ignore[union-attr]
    worded = LetterText.objects.filter(campaign__in=by_campaign, purpose=Purpose.THANKS)
    found: list[Attendee] = []
    for campaign_id in worded.values_list("campaign", flat=True):
        batch = batch_letters(batch_of(campaign_id, Purpose.THANKS))
        thanked = set(batch.values_list("about_id", flat=True))
        found += [place for place in by_campaign[campaign_id] if place.invitation_id not in thanked]
    return found


def _channel(via: str | None, is_walk_in: bool) -> str:
    if is_walk_in:
        return _("came without an invitation")
    return str(VIA_LABELS[Via(via)]) if via else _("not stated")


def _breakdown(title: str, heading: str, parts: Iterable[Part], came: int) -> Breakdown:
    ordered = sorted(parts, key=lambda part: (-part.came, -part.listed, part.label))
    if not came:
        return Breakdown(title, heading, ordered, _("Nobody has been recorded as present."))
    sentence = _("The largest part of those who came: %(label)s, %(count)d of %(total)d.") % {
        "label": ordered[0].label,
        "count": ordered[0].came,
        "total": came,
    }
    return Breakdown(title, heading, ordered, sentence)
