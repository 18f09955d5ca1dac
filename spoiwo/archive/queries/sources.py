"""Sources and proposals as the pages show them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.dates import MONTHS
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _

from spoiwo.archive.labels import FIELD_LABELS, KIND_LABELS, VALUE_LABELS
from spoiwo.archive.models import Proposal, Shipment, Source
from spoiwo.archive.queries.pictures import page_of
from spoiwo.archive.queries.proposing import conflicts_of, rivals
from spoiwo.archive.rules.states import NOTES, RECORDS, FactKind, ProposalState, SourceState
from spoiwo.archive.rules.wording import date_parts, unwrapped
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import written_day

DATES = frozenset({"date", "end_date", "end"})
PART = 40_000  # characters of a text on one page


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text: the proposals that rest on it, and whether its letters were restored or its order is odd."""

    text: str
    proposals: tuple[int, ...] = ()
    kind: str = ""
    before: str = ""
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a proposal as it is shown."""

    label: str
    value: Any
    confidence: int
    is_flag: bool = False

    @property
    def in_short(self) -> Any:
        """Its value where no label stands beside it; of what is merely so, the label."""
        return self.label if self.is_flag else self.value


@dataclass(slots=True)
class Shown:
    """A proposal with what the page says of it."""

    proposal: Proposal
    lines: list[Line]
    quote: str
    percent: int
    page: int | None = None
    conflicts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it."""
        return self.proposal.state == ProposalState.PROPOSED


def source_rows(actor: Actor) -> QuerySet[Source]:
    """Sources the actor may read, with how many records are still proposed."""
    waiting = Count(
        "proposals", filter=Q(proposals__state=ProposalState.PROPOSED, proposals__kind__in=RECORDS)
    )
    rows = Source.objects.visible_to(actor).select_related("partnership", "file", "same_as")
    return rows.defer("text", "original", "layout").annotate(waiting=waiting)


def next_source(source: Source, actor: Actor) -> Source | None:
    """The source that wants a person's eye most, after this one."""
    rows = Source.objects.visible_to(actor).filter(state=SourceState.READ).exclude(pk=source.pk)
    return rows.order_by("-doubt", "pk").first()


def shown_proposals(source: Source) -> list[tuple[str, list[Shown]]]:
    """Proposals of records by kind, in the order a person decides; two queries however many there are."""
    rows = [row for row in source.proposals.all() if row.kind in RECORDS]
    rows.sort(key=lambda row: RECORDS.index(FactKind(row.kind)))  # what a person added stands with its kind
    others = rivals(source.partnership_id) if rows else []
    groups: dict[str, list[Shown]] = {}
    for row in rows:
        one = shown(row, source.text)
        one.page = page_of(source, row.start)
        one.conflicts = conflicts_of(row, others)
        for conflict in one.conflicts:
            conflict["others"] = [wording(field.field, field.other) for field in conflict["differing"]]
        groups.setdefault(str(KIND_LABELS[FactKind(row.kind)]), []).append(one)
    return list(groups.items())


def shown_notes(source: Source) -> list[tuple[str, list[Shown]]]:
    """Places, dates and numbers of the source by kind."""
    groups: dict[str, list[Shown]] = {}
    for row in source.proposals.all():
        if row.kind in NOTES:
            groups.setdefault(str(KIND_LABELS[FactKind(row.kind)]), []).append(shown(row, source.text))
    return list(groups.items())


def shown(proposal: Proposal, text: str) -> Shown:
    """A proposal with its fields in words and the words it rests on."""
    lines = [
        Line(
            str(FIELD_LABELS.get(one["name"], one["name"])),
            wording(_name_of(proposal.kind, one["name"]), one["value"]),
            round(100 * one["confidence"]),
            one["value"] is True,
        )
        for one in _with_sign(proposal)
        if one["value"] is not False
    ]
    quote = text[proposal.start : proposal.end]
    return Shown(
        proposal, lines, quote if len(quote) < 400 else quote[:380] + "…", round(100 * proposal.confidence)
    )


def _with_sign(proposal: Proposal) -> list[dict[str, Any]]:
    """Its fields, a share written with its sign: “30%”, not “30” and, apart from it, that these are per cent."""
    told = {one["name"]: one["value"] for one in proposal.fields}
    if proposal.kind != FactKind.NUMBER or not told.get("percent"):
        return proposal.fields
    share = f"{localize(told['value'])}%"
    fields = (one for one in proposal.fields if one["name"] != "percent")
    return [one | {"value": share} if one["name"] == "value" else one for one in fields]


def wording(name: str, value: Any) -> Any:
    """A value of a fact as a reader reads it: days and kinds in words."""
    if name in DATES:
        return day_in_words(str(value))
    if name in VALUE_LABELS:
        return str(VALUE_LABELS[name].get(value, value))
    return _("yes") if value is True else value


def day_in_words(date: str) -> str:
    """A day, month or year as it is written, with a word where the year is not known."""
    year, month, day = date_parts(date)
    if year and month and day:
        return _full_day(year, month, day, date)
    if year and month:
        return f"{MONTHS[month]} {year}"
    if month and day:
        inflected = date_format(dt.date(2000, month, 1), "j E").partition(" ")[2]
        return _("%(day)s (year not said)") % {"day": f"{day} {inflected}"}
    if month:
        return _("%(day)s (year not said)") % {"day": MONTHS[month]}
    return str(year or date)


def _full_day(year: int, month: int, day: int, date: str) -> str:
    try:
        return written_day(dt.date(year, month, day))
    except ValueError:
        return date  # 31 February is what the source says


def segments(source: Source, rows: Sequence[Proposal], part: int = 1) -> list[Segment]:
    """The cleaned text cut at every border of a proposed value, of a restored word and of words out of order."""
    text = unwrapped(source.text)
    begin, end = PART * (part - 1), min(PART * part, len(text))
    spans = [*_value_spans(rows), *_changes(source.layout), *_moved(source.layout)]
    spans = [span for span in spans if span[0] < end and span[1] > begin]
    borders = sorted(
        {begin, end, *(max(begin, span[0]) for span in spans), *(min(end, span[1]) for span in spans)}
    )
    opening: dict[int, list[tuple]] = {}
    for span in spans:
        opening.setdefault(max(begin, span[0]), []).append(span)
    active: list[tuple] = []
    found = []
    for left, right in pairwise(borders):
        active = [span for span in active if span[1] > left] + opening.get(left, [])
        found.append(_segment(text[left:right], active))
    return found


def parts_of(source: Source) -> range:
    """Numbers of the parts a long text is shown in."""
    return range(1, max(1, -(-len(source.text) // PART)) + 1)


def progress(shipment: Shipment) -> dict[str, Any]:
    """How far the reading of a shipment has come, and how many files came with the one that names it; three queries."""
    counts = dict(shipment.sources.order_by().values_list("state").annotate(Count("pk")))
    waiting = counts.get(SourceState.WAITING, 0)
    total = sum(counts.values())
    is_first = shipment.name in {name for name, _problem in shipment.refused}
    is_first = is_first or shipment.sources.filter(name=shipment.name).exists()
    others = total + len(shipment.refused) - 1 if is_first else 0
    return {
        "total": total, "waiting": waiting, "done": total - waiting, "is_over": not waiting, "others": others,
    }  # fmt: skip


def sources_of(kind: str, object_id: int, actor: Actor) -> list[Proposal]:
    """What sources the actor may read tell of a record, the oldest first."""
    rows = Proposal.objects.filter(
        target_kind=kind, target_id=object_id, source__in=Source.objects.visible_to(actor)
    )
    return list(rows.select_related("source").order_by("source__published_on", "pk"))


def open_conflicts(actor: Actor) -> list[dict[str, Any]]:
    """Pairs of proposals of different sources that contradict each other, each pair once."""
    partnerships = Source.objects.visible_to(actor).values_list("partnership_id", flat=True).distinct()
    pairs = []
    for partnership_id in partnerships:
        rows = rivals(partnership_id)
        for place, row in enumerate(rows):
            same_kind = [other for other in rows[place + 1 :] if other.kind == row.kind]
            pairs += [{"one": row, **conflict} for conflict in conflicts_of(row, same_kind)]
    for pair in pairs:
        pair["label"] = KIND_LABELS[FactKind(pair["one"].kind)]
        pair["lines"] = [
            (
                FIELD_LABELS.get(one.field, one.field),
                wording(one.field, one.one),
                wording(one.field, one.other),
            )
            for one in pair["differing"]
        ]
    return pairs


def _name_of(kind: str, name: str) -> str:
    return "date" if kind == FactKind.DATE and name == "value" else name


def _value_spans(rows: Iterable[Proposal]) -> Iterable[tuple]:
    for row in rows:
        for one in row.fields:
            yield one["start"], one["end"], row.pk, row.kind, "", False
        for start, end in row.mentions:
            yield start, end, row.pk, row.kind, "", False


def _changes(layout: Mapping[str, Any]) -> Iterable[tuple]:
    for change in layout.get("changes", ()):
        yield change["start"], change["end"], 0, "", change["before"], False


def _moved(layout: Mapping[str, Any]) -> Iterable[tuple]:
    for moved in layout.get("moved", ()):
        yield moved["start"], moved["end"], 0, "", "", True


def _segment(text: str, active: Sequence[tuple]) -> Segment:
    facts = [span for span in active if span[2]]
    narrow = min(facts, key=lambda span: span[1] - span[0], default=None)
    return Segment(
        text=text,
        proposals=tuple(dict.fromkeys(span[2] for span in facts)),
        kind=narrow[3] if narrow else "",
        before=next((span[4] for span in active if span[4]), ""),
        is_moved=any(span[5] for span in active),
    )
