"""What a juror reads and fills in; `what_to_read` alone decides what of an entry a juror gets to see."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.contests.models import BlindCopy, Criterion, Edition, Reading, Score
from spoiwo.contests.queries.blind import shown_fields
from spoiwo.contests.queries.rulebook import criteria_for
from spoiwo.contests.queries.submissions import answers_of
from spoiwo.contests.rules.cards import CANNOT, Total, as_said, steps, total
from spoiwo.contests.rules.states import EditionState, ReadingState
from spoiwo.files.models import StoredFile
from spoiwo.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment under the name that the juror sees; of a blind copy with the words that may be read."""

    number: int
    name: str
    stored: StoredFile
    pages: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """The title, the answers by their questions, the attachments, and how many of those jurors do not get."""

    title: str
    texts: list[tuple[str, str]]
    files: list[Attachment]
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another entry of the same juror."""

    pk: int
    code: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where among the juror's entries this one stands."""

    before: Neighbour | None
    after: Neighbour | None
    done: int
    all: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How the others scored one criterion of a practice entry: points (None: cannot judge), how many, whether it is mine."""

    criterion: Criterion
    columns: list[tuple[str, int, bool]]


def what_to_read(reading: Reading, actor: Actor) -> Matter | None:
    """The blind copy that is open to the juror, or of an edition that is not blind the submission; None where none is."""
    if not reading.entry.edition.is_blind:
        return _as_submitted(reading)
    copies = BlindCopy.objects.open_to(actor).filter(submission__entry=reading.entry_id)
    copy = copies.select_related("submission").defer("submission__title", "submission__texts").first()
    if copy is None:
        return None
    fields = shown_fields(reading.entry.category_id)
    files = list(copy.files.select_related("stored"))
    given = [(one, one.stored) for one in files if one.stored and not one.is_left_out]
    shown = [
        Attachment(number, _("Attachment %(number)d") % {"number": number}, stored, one.pages)
        for number, (one, stored) in enumerate(given, 1)
    ]
    texts = [(field.label, copy.texts.get(field.key, "")) for field in fields]
    return Matter(copy.title, texts, shown, len(files) - len(shown))


def _as_submitted(reading: Reading) -> Matter | None:
    submission = reading.entry.latest
    if submission is None:
        return None
    answers = answers_of(submission)
    names = {one["stored"]: one["name"] for answer in answers for one in answer.files}
    stored = StoredFile.objects.in_bulk(list(names))
    files = [Attachment(number, names[pk], stored[pk]) for number, pk in enumerate(names, 1) if pk in stored]
    return Matter(submission.title, [(one.field.label, one.text) for one in answers if not one.files], files)


def criteria_of(reading: Reading) -> list[Criterion]:
    """What the entry is judged by, in order."""
    return criteria_for(reading.entry.category)


def said_by(reading: Reading) -> dict[int, str]:
    """Criterion's id → the answer that stands, as it travels; unanswered ones are missing."""
    return {
        one.criterion_id: as_said(one.value, cannot_judge=one.cannot_judge) for one in reading.scores.all()
    }


def total_of(reading: Reading, criteria: Sequence[Criterion]) -> Total:
    """What the card comes to so far."""
    said = said_by(reading)
    return total([(one.weight, said.get(one.pk, "")) for one in criteria], reading.entry.edition.scale_max)


def may_score(reading: Reading) -> bool:
    """Whether this card can still be filled in."""
    return reading.state != ReadingState.SUBMITTED and reading.entry.edition.state == EditionState.SCORING


def place_of(reading: Reading, actor: Actor) -> Place:
    """The entries before and after it, practice first, and how many cards are in; one query."""
    rows = Reading.objects.open_to(actor).filter(entry__edition=reading.entry.edition_id)
    mine = list(
        rows.order_by("-entry__is_sample", "pk").values_list("pk", "entry__code", "state", "entry__is_sample")
    )
    at = next((place for place, row in enumerate(mine) if row[0] == reading.pk), 0)
    counted = [state for _pk, _code, state, is_sample in mine if not is_sample]
    return Place(
        before=Neighbour(*mine[at - 1][:2]) if at else None,
        after=Neighbour(*mine[at + 1][:2]) if at + 1 < len(mine) else None,
        done=sum(state == ReadingState.SUBMITTED for state in counted),
        all=len(counted),
    )


def spreads_of(reading: Reading, criteria: Sequence[Criterion]) -> list[Spread]:
    """How the whole jury scored a practice entry, once the juror's own card of it is in; nothing of any other entry."""
    if not reading.entry.is_sample or reading.state != ReadingState.SUBMITTED:
        return []
    rows = Score.objects.filter(reading__entry=reading.entry_id, reading__state=ReadingState.SUBMITTED)
    counts: Counter[tuple[int, str]] = Counter(
        (one.criterion_id, as_said(one.value, cannot_judge=one.cannot_judge)) for one in rows
    )
    mine, scale = said_by(reading), scale_of(reading.entry.edition)
    return [
        Spread(one, [(said, counts[one.pk, said], mine.get(one.pk) == said) for said in (*scale, CANNOT)])
        for one in criteria
    ]


def scale_of(edition: Edition) -> list[str]:
    """The points that can be given, as they travel."""
    return [
        as_said(value, cannot_judge=False) for value in steps(edition.scale_max, Decimal(edition.scale_step))
    ]


def unanswered(reading: Reading) -> list[Criterion]:
    """The criteria without an answer."""
    said = set(reading.scores.values_list("criterion_id", flat=True))
    return [one for one in criteria_of(reading) if one.pk not in said]


def in_words(said: str) -> str:
    """An answer as it is read."""
    if said == CANNOT:
        return pgettext("score card", "cannot judge")
    return number_format(said) if said else pgettext("score card", "nothing")


def total_in_words(found: Total) -> str:
    """The weighted sum so far, and out of how much."""
    if not found.most:
        return _("no points yet")
    words = {"points": number_format(found.points.normalize()), "most": number_format(found.most.normalize())}
    return _("%(points)s of %(most)s points") % words


def file_name(reading: Reading, file: Attachment) -> str:
    """The name under which an attachment is downloaded: of a blind copy the entry's code and a number."""
    if not reading.entry.edition.is_blind:
        return file.name
    suffix = str(file.stored.name).rpartition(".")[2]
    return f"{reading.entry.code}-{file.number}.{suffix}"
