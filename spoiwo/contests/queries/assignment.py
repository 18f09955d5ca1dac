"""The assignment as the secretary's page shows it, without the entries that the secretary is barred from."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.contests.models import BlindCopy, Edition, Entry, Member, Reading
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.queries.planning import Plan, jurors_of
from spoiwo.contests.rules.states import EditionState, EntryState, ReadingState
from spoiwo.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A juror with how many entries are read now and after the plan; `limit` None: as many as come."""

    member: Member
    limit: int | None
    now: int
    after: int | None


def load_rows(edition: Edition, actor: Actor, plan: Plan | None = None) -> list[LoadRow]:
    """The jurors with their loads, the reader's own conflicts left out of every count; five queries."""
    hidden = shut_out_of(edition, actor)
    rows = Reading.objects.filter(entry__edition=edition, entry__is_sample=False)
    rows = rows.filter(entry__state=EntryState.ADMITTED).exclude(state=ReadingState.RECUSED)
    now = Counter(rows.exclude(entry__in=hidden).values_list("member", flat=True))
    after = Counter(member for entry, member in plan.pairs if entry not in hidden) if plan else Counter()
    return [
        LoadRow(one, one.load, now[one.pk], after[one.pk] if plan else None) for one in jurors_of(edition)
    ]


def plan_page(edition: Edition, actor: Actor, plan: Plan) -> dict[str, Any]:
    """The plan in words: connected or in which parts, how precise, which entries lack readers and why, anchors."""
    hidden = shut_out_of(edition, actor)
    entries = {one.pk: one for one in Entry.objects.visible_to(actor).filter(edition=edition)}
    names = {one.pk: str(one) for one in Member.objects.filter(edition=edition).select_related("user")}
    return {
        "plan": plan,
        "added": sum(1 for entry, _member in plan.added if entry not in hidden),
        "dropped": sum(1 for entry, _member in plan.dropped if entry not in hidden),
        "parts": [
            (sum(1 for pk in part if pk not in hidden), sorted(names[pk] for pk in jurors))
            for part, jurors in plan.components
        ],
        "short": [
            (entries[pk], readers, reasons_in_words(reasons))
            for pk, readers, reasons in plan.short
            if pk in entries
        ],
        "anchors": [
            (entries[pk], sorted(names[one] for one in jurors))
            for pk, jurors in plan.anchors
            if pk in entries
        ],
    }


def reasons_in_words(reasons: dict[str, int]) -> str:
    """Why an entry lacks readers: how many jurors are kept from it by what."""
    sentences = {
        "bar": ngettext(
            "%(count)d juror is shut out", "%(count)d jurors are shut out", reasons.get("bar", 0)
        ),
        "category": ngettext(
            "%(count)d juror reads other categories",
            "%(count)d jurors read other categories",
            reasons.get("category", 0),
        ),
        "load": ngettext(
            "%(count)d juror has as many entries as agreed",
            "%(count)d jurors have as many entries as agreed",
            reasons.get("load", 0),
        ),
    }
    said = [text % {"count": reasons[why]} for why, text in sentences.items() if reasons.get(why)]
    return "; ".join(said) or _("there are not enough jurors")


def readings_of(member: Member, actor: Actor) -> list[Reading]:
    """What one juror reads, as the office sees it; one query."""
    entries = Entry.objects.visible_to(actor).filter(edition=member.edition_id)
    rows = Reading.objects.filter(member=member, entry__in=entries).select_related("entry__category")
    return list(rows.order_by("entry__number"))


def admitted_count(edition: Edition, actor: Actor) -> int:
    """How many entries are to be read, as far as the reader may know."""
    hidden = shut_out_of(edition, actor)
    return Entry.objects.filter(edition=edition).admitted().exclude(pk__in=hidden).count()


def assigns(edition: Edition) -> bool:
    """Whether entries are assigned now."""
    return edition.state in (EditionState.CHECKING, EditionState.SCORING)


def old_copies(edition: Edition, actor: Actor) -> list[BlindCopy]:
    """Approved blind copies of earlier editions of the contest that were announced; the latest editions first."""
    rows = BlindCopy.objects.approved().filter(
        submission__entry__edition__contest=edition.contest_id,
        submission__entry__edition__state=EditionState.PUBLISHED,
        submission__entry__edition__year__lt=edition.year,
        submission__entry__in=Entry.objects.visible_to(actor).admitted(),
    )
    rows = rows.select_related("submission__entry__category", "submission__entry__edition")
    return list(rows.order_by("-submission__entry__edition__year", "submission__entry__number")[:200])


def samples_of(edition: Edition) -> list[Entry]:
    """The old entries that the jury practises on."""
    rows = Entry.objects.filter(edition=edition, is_sample=True).select_related(
        "copied_from__edition", "category"
    )
    return list(rows.order_by("pk"))
