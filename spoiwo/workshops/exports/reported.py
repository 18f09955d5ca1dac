"""What stands in a report of a workshop piece by piece: proposals, screening, votes, in the language now active."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from spoiwo.documents.blocks import Block, Bullets, Fields, Heading, Note, Paragraph, TableBlock
from spoiwo.kit.dates import written_day
from spoiwo.meetings.queries.words import root_url
from spoiwo.tally import Number
from spoiwo.workshops.labels import DECISION_LABELS, METHOD_LABELS
from spoiwo.workshops.models import Decision, Proposal
from spoiwo.workshops.queries.report import Idea
from spoiwo.workshops.queries.results import TOTAL_LABELS, recount_of, sentences_of
from spoiwo.workshops.queries.screening import Screening
from spoiwo.workshops.queries.votes import Outcome
from spoiwo.workshops.rules.ballots import Method
from spoiwo.workshops.rules.proposals import TEXTS
from spoiwo.workshops.rules.states import DecisionKind, Naming, ProposalState


def proposal_blocks(proposals: Iterable[Proposal], level: int) -> Iterator[Block]:
    """Each proposal with all its texts; of one that was joined with others only what became of it."""
    for one in proposals:
        words = {"number": one.number, "title": str(one)}
        yield Heading(level, _("Proposal %(number)d: %(title)s") % words)
        if one.state == ProposalState.MERGED:
            yield Paragraph(_("Joined with others as “%(title)s”.") % {"title": one.merged_into})
            continue
        pairs = [
            (_capital(getattr(Proposal, name).field.verbose_name), getattr(one, name).strip())
            for name in TEXTS[1:]
        ]
        if one.cost is not None:
            pairs.append((_("Estimated cost"), money(one.cost)))
        if known := [pair for pair in pairs if pair[1]]:
            yield Fields(known)
        else:
            yield Paragraph(_("The group wrote no more than the title."))


def idea_blocks(ideas: Iterable[Idea], naming: str, *, names: bool) -> Iterator[Block]:
    """Ideas of single people with the group or the name where the step asked for it; joined ones below, smaller."""
    rows = list(ideas)
    if rows:
        yield Bullets(
            [_signed(one, naming, names=names) for one in rows],
            [[line.text for line in one.joined] for one in rows],
        )


def screening_blocks(screening: Screening) -> Iterator[Block]:
    """How many rated, and a table of proposals by their mean."""
    count = screening.raters
    yield Paragraph(
        ngettext("%(n)d person rated.", "%(n)d people rated.", count) % {"n": count}
        + " "
        + _("Means and spreads are on a scale from 0 to 100; a large spread means that people disagree.")
    )
    yield TableBlock(
        header=[
            _("Proposal"),
            pgettext("of ratings", "Mean"),
            pgettext("of ratings", "Spread"),
            _("Ruled out by"),
        ],
        rows=[
            [str(row.proposal), _whole(row.mean), _whole(row.spread), ", ".join(row.flaws)]
            for row in screening.rows
        ],
        align=["left", "right", "right", "left"],
    )


def vote_blocks(outcome: Outcome, level: int, *, names: bool) -> Iterator[Block]:
    """A closed vote: how it was held, who could vote and did, what came out, ties with what was decided, the recount."""
    yield Heading(level, outcome.vote.title)
    yield Fields(_terms(outcome))
    yield _motions(outcome) if outcome.terms.method == Method.MOTION else _ranking(outcome)
    for decision in outcome.vote.decisions.order_by("pk").prefetch_related("options"):
        yield Note(_decided(decision, outcome, names=names))
    yield Paragraph("\n".join(sentences_of(outcome)))
    yield Paragraph(_("Anybody can count the ballots again:") + f" {recount_of(outcome)}")
    if outcome.vote.published_at:
        address = root_url() + outcome.vote.get_absolute_url()
        yield Paragraph(_("The ballots, without names, are published at %(address)s") % {"address": address})


def money(amount: Decimal) -> str:
    """An amount in złoty, without grosze where there are none."""
    places = 0 if amount == amount.to_integral_value() else 2
    return f"{number_format(amount, places, force_grouping=True)} zł"


def total_words(total: Number | None) -> str:
    """A total as people read it; a dash where nobody gave an opinion."""
    if total is None:
        return "–"
    exact = Fraction(total)
    return str(exact.numerator) if exact.denominator == 1 else number_format(float(exact), 2)


def _terms(outcome: Outcome) -> list[tuple[str, str]]:
    vote, count = outcome.vote, outcome.count
    method = str(METHOD_LABELS[Method(vote.method)])
    if vote.method == Method.POINTS:
        method += ", " + ngettext("%(n)d point each", "%(n)d points each", vote.budget) % {"n": vote.budget}
    pairs = [(_("Method"), method)]
    if vote.closed_at:
        pairs.append((_("Closed"), f"{timezone.localtime(vote.closed_at):%d.%m.%Y, %H:%M}"))
    turnout = str(count.ballots)
    if vote.entitled:
        percent = 100 * count.ballots // vote.entitled
        turnout = _("%(ballots)d of %(entitled)d entitled (%(percent)d %%)") % {
            "ballots": count.ballots,
            "entitled": vote.entitled,
            "percent": percent,
        }
    pairs.append((_("Ballots"), turnout))
    if count.blank:
        pairs.append((_("Of these blank"), str(count.blank)))
    if outcome.terms.quorum:
        pairs.append((_("Quorum"), str(outcome.terms.quorum)))
    return pairs


def _ranking(outcome: Outcome) -> TableBlock:
    standings = outcome.count.standings
    ranks = [one.rank for one in standings]
    shared = {rank for rank in ranks if ranks.count(rank) > 1}
    return TableBlock(
        header=[pgettext("in a ranking", "Place"), _("Option"), str(TOTAL_LABELS[outcome.terms.method])],
        rows=[
            [
                f"{one.rank}{' =' if one.rank in shared else ''}",
                outcome.names[one.option],
                total_words(one.total),
            ]
            for one in standings
        ],
        align=["right", "left", "right"],
    )


def _motions(outcome: Outcome) -> TableBlock:
    return TableBlock(
        header=[_("Motion"), pgettext("votes", "For"), pgettext("votes", "Against"), _("Abstained")],
        rows=[
            [outcome.names[one.option], str(one.votes_for), str(one.votes_against), str(one.abstained)]
            for one in outcome.count.verdicts
        ],
        align=["left", "right", "right", "right"],
    )


def _decided(decision: Decision, outcome: Outcome, *, names: bool) -> str:
    what = str(DECISION_LABELS[DecisionKind(decision.kind)])
    titles = ", ".join(option.title for option in decision.options.all())
    said = _("Decision about %(titles)s: %(what)s.") if titles else _("Decision: %(what)s.")
    parts = [said % {"titles": titles, "what": what}]
    if decision.title:
        parts.append(_("The joint title: %(title)s.") % {"title": decision.title})
    if decision.kind == DecisionKind.LOT:
        parts.append(_("The seed written down before the vote: %(seed)s.") % {"seed": outcome.vote.seed})
    if decision.reason:
        parts.append(_("Reason: %(reason)s") % {"reason": decision.reason.strip()})
    if decision.is_correction:
        parts.append(_("It corrects what was decided before."))
    if names and decision.decided_by:
        parts.append(_("Recorded by %(name)s.") % {"name": decision.decided_by})
    parts.append(
        _("Recorded on: %(day)s") % {"day": written_day(timezone.localtime(decision.decided_at).date())}
    )
    return " ".join(parts)


def _signed(idea: Idea, naming: str, *, names: bool) -> str:
    line = idea.line
    if naming == Naming.NAME and names and line.author:
        return f"{line.text} ({line.author})"
    if naming != Naming.ANONYMOUS and line.table:
        return f"{line.text} ({line.table.name})"
    return line.text


def _whole(number: int | None) -> str:
    return "–" if number is None else str(number)


def _capital(words: object) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]
