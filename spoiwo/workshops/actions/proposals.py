"""Proposals of projects: begun at a table, written by several people at once, withdrawn, joined."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.merging import Merged, merge, tidy
from spoiwo.kit.request import Refused
from spoiwo.workshops.audit import Verb
from spoiwo.workshops.models import Line, Option, Proposal, Step, Table
from spoiwo.workshops.rules.proposals import MOST, ONE_LINE, TEXTS, longest
from spoiwo.workshops.rules.states import LineState, ProposalState, VoteState


@transaction.atomic
def start_proposal(
    step: Step, *, by: Actor, key: UUID | None = None, table: Table | None = None, title: str = ""
) -> Proposal:
    """A proposal with the next number of its step; the same key again gives the same one, in another step a further one."""
    step = Step.objects.select_for_update().select_related("meeting").get(pk=step.pk)
    key = key or uuid4()
    if known := Proposal.objects.filter(key=key).first():
        if known.step_id == step.pk:
            return known
        key = uuid4()
    if not step.is_open:
        raise Refused(_("This step is closed for writing."))
    last = step.proposals.aggregate(last=Max("number"))["last"] or 0
    if step.proposals.count() >= MOST:
        raise Refused(_("There are %(most)d proposals in this step already.") % {"most": MOST})
    made = Proposal.objects.create(
        step=step,
        table=table,
        key=key,
        number=last + 1,
        title=" ".join(title.split())[:200],
        theme=table.theme if table else "",
    )
    audit.record(Verb.PROPOSAL_ADDED, made, by=by, scope=step.meeting.partnership_id)
    return made


@transaction.atomic
def write_proposal(
    proposal: Proposal, written: Mapping[str, tuple[str, str]], *, by: Actor
) -> dict[str, Merged]:
    """Puts texts (name → what its writer began from, what it says) beside what others wrote meanwhile; no line is lost.

    Raises `Refused` with the field that is too long, or where the proposal is not to be written to any more.
    """
    held = Proposal.objects.select_for_update().select_related("step__meeting").get(pk=proposal.pk)
    _writable(held)
    merged = {}
    for name, (base, text) in written.items():
        if name not in TEXTS:
            raise Refused(_("A proposal has no such field."))
        merged[name] = _merged(name, base, text, getattr(held, name))
    changed = [name for name, one in merged.items() if one.text != getattr(held, name)]
    for name in changed:
        setattr(held, name, merged[name].text)
    if changed:
        held.revision += 1
        held.save(update_fields=[*changed, "revision"])
    for name in (*merged, "revision"):
        setattr(proposal, name, getattr(held, name))
    if changed:
        scope = held.step.meeting.partnership_id
        audit.record(Verb.PROPOSAL_EDITED, held, by=by, scope=scope, fields=changed)
    return merged


def _merged(name: str, base: str, text: str, now: str) -> Merged:
    if name in ONE_LINE:
        text, is_both = " ".join(text.split()), now not in (base, " ".join(text.split())) and text != base
        merged = Merged(f"{now} / {text}" if is_both else now if text == base else text, both=is_both)
    else:
        merged = merge(base, tidy(text), now)
    if len(merged.text) > longest(name):
        raise Refused(
            _("The text is too long: at most %(most)d characters fit.") % {"most": longest(name)}, name
        )
    return merged


def _writable(proposal: Proposal) -> None:
    if proposal.state != ProposalState.ENTERED:
        raise Refused(
            _("This proposal has been withdrawn or joined with another, so it is not changed any more.")
        )
    options = Option.objects.filter(proposal=proposal)
    if options.exclude(vote__state=VoteState.PREPARED).exists():
        raise Refused(_("This proposal has been voted on, so it is not changed any more."))


@transaction.atomic
def set_facts(
    proposal: Proposal, *, by: Actor, cost: Decimal | None, sources: Iterable[int], theme: str | None = None
) -> Proposal:
    """Its estimated cost and the lines it grew from; each line is linked on the trail."""
    held = Proposal.objects.select_for_update().select_related("step__meeting").get(pk=proposal.pk)
    _writable(held)
    held.cost = cost
    if theme is not None:
        held.theme = theme
    held.save(update_fields=["cost", "theme"])
    lines = Line.objects.filter(
        pk__in=list(sources), step__meeting__partnership=held.step.meeting.partnership_id
    )
    held.sources.set(lines)
    for line in lines:
        trail.link(line, held, "proposal", by=by)
    return held


@transaction.atomic
def move_proposal(proposal: Proposal, state: ProposalState, *, by: Actor) -> Proposal:
    """Withdraws a proposal or enters it again; one that stands in an open or closed vote stays."""
    held = Proposal.objects.select_for_update().select_related("step__meeting").get(pk=proposal.pk)
    if held.state == ProposalState.MERGED or state == ProposalState.MERGED:
        raise Refused(_("This proposal has been joined with another."))
    if Option.objects.filter(proposal=held).exclude(vote__state=VoteState.PREPARED).exists():
        raise Refused(_("This proposal has been voted on, so it stays as it is."))
    held.state = state
    held.save(update_fields=["state"])
    audit.record(Verb.PROPOSAL_MOVED, held, by=by, scope=held.step.meeting.partnership_id, state=str(state))
    return held


@transaction.atomic
def merge_proposals(proposals: Iterable[Proposal], title: str, *, by: Actor) -> Proposal:
    """Joins proposals into a new one that holds all their texts; the joined ones stay and lead to it on the trail."""
    rows = list(
        Proposal.objects.select_for_update()
        .select_related("step__meeting")
        .filter(pk__in=[one.pk for one in proposals], state=ProposalState.ENTERED)
        .order_by("pk")
    )
    if len(rows) < 2:
        raise Refused(_("Choose at least two proposals to join."))
    if len({one.step.meeting.partnership_id for one in rows}) > 1:
        raise Refused(_("Only proposals of one partnership can be joined."))
    if Option.objects.filter(proposal__in=rows, vote__state=VoteState.OPEN).exists():
        raise Refused(_("One of these proposals is being voted on. Close the vote first."))
    title = " ".join(title.split())[:200]
    if not title:
        raise Refused(_("Write the title of the joint proposal."), "title")
    step = rows[-1].step
    last = step.proposals.aggregate(last=Max("number"))["last"] or 0
    joint = Proposal(
        step=step, key=uuid4(), number=last + 1, title=title, table=rows[0].table, theme=rows[0].theme
    )
    for name in set(TEXTS) - ONE_LINE:
        setattr(joint, name, "\n".join(filter(None, (getattr(one, name) for one in rows)))[: longest(name)])
    known = [one.cost for one in rows if one.cost is not None]
    joint.cost = sum(known) if known else None
    joint.save()
    joint.sources.set(Line.objects.filter(proposals__in=rows).exclude(state=LineState.STRUCK))
    for one in rows:
        one.state, one.merged_into = ProposalState.MERGED, joint
        one.save(update_fields=["state", "merged_into"])
        trail.link(one, joint, "joined", by=by)
    scope = step.meeting.partnership_id
    audit.record(Verb.PROPOSALS_MERGED, joint, by=by, scope=scope, proposals=[one.pk for one in rows])
    return joint
