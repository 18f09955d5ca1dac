"""Steps of workshops with their sheets, proposals and votes as documents of the search."""

from collections.abc import Collection, Iterator

from django.utils import timezone

from spoiwo.search import EVERYBODY, Document, holders
from spoiwo.workshops.models import Line, Proposal, Sheet, Step, Vote
from spoiwo.workshops.permissions import INSIDERS
from spoiwo.workshops.rules.states import LineState

_TEXTS = ("theme", "problem", "for_whom", "what", "who", "what_is_there", "what_is_needed")


def step_documents(pks: Collection[int]) -> Iterator[Document]:
    """Steps with what their tables wrote, as far as it is shown; who wrote it is not searched. Two queries."""
    texts: dict[int, list[str]] = {}
    lines = Line.objects.filter(step__in=pks, state=LineState.SHOWN).order_by("pk")
    for step_id, text in lines.values_list("step", "text"):
        texts.setdefault(step_id, []).append(text)
    for one in Step.objects.filter(pk__in=pks).select_related("meeting"):
        yield Document(
            object_id=one.pk,
            title=str(one),
            body="\n".join([one.meeting.title, one.notes, *texts.get(one.pk, ())]),
            url=one.get_absolute_url(),
            audience=holders(one.meeting.partnership_id, INSIDERS),
            day=timezone.localtime(one.meeting.starts_at).date(),
            scope=one.meeting.partnership_id,
            note=one.meeting.title,
        )


def proposal_documents(pks: Collection[int]) -> Iterator[Document]:
    """Proposals of projects; one query."""
    for one in Proposal.objects.filter(pk__in=pks).select_related("step__meeting"):
        meeting = one.step.meeting
        yield Document(
            object_id=one.pk,
            title=str(one),
            body="\n".join(filter(None, (getattr(one, name) for name in _TEXTS))),
            url=one.get_absolute_url(),
            audience=holders(meeting.partnership_id, INSIDERS),
            day=timezone.localtime(meeting.starts_at).date(),
            scope=meeting.partnership_id,
            note=meeting.title,
        )


def vote_documents(pks: Collection[int]) -> Iterator[Document]:
    """Votes by their title; one query."""
    for one in Vote.objects.filter(pk__in=pks).select_related("step__meeting"):
        meeting = one.step.meeting
        yield Document(
            object_id=one.pk,
            title=one.title,
            body=f"{one.step}\n{meeting.title}",
            url=one.get_absolute_url(),
            audience={EVERYBODY} if one.published_at else holders(meeting.partnership_id, INSIDERS),
            day=timezone.localtime(meeting.starts_at).date(),
            scope=meeting.partnership_id,
            note=meeting.title,
        )


def step_of_sheet(sheet_id: int) -> list[tuple[str, int]]:
    """The step whose sheet changed."""
    pks = Sheet.objects.filter(pk=sheet_id).values_list("step", flat=True)
    return [("workshops.step", pk) for pk in pks]


def steps_of_meeting(meeting_id: int) -> list[tuple[str, int]]:
    """The steps of a meeting that changed: its day and title stand in theirs."""
    return [
        ("workshops.step", pk) for pk in Step.objects.filter(meeting=meeting_id).values_list("pk", flat=True)
    ]
