"""Of what a record tells: a project, a meeting, a training, an agreement or an award, by its labels and the words above."""

from spoiwo.reading.facts.events import EVENT, form_of
from spoiwo.reading.facts.fact import Field, Kind
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.record_fields import fields_of
from spoiwo.reading.facts.records import Record, find_records
from spoiwo.reading.facts.training_words import TRAINING

_SURELY = (
    (Kind.AWARD, frozenset({"contest", "laureate"})),
    (Kind.TRAINING, frozenset({"training"})),
    (Kind.PROJECT, frozenset({"project", "lead", "result"})),
    (Kind.AGREEMENT, frozenset({"document", "party", "signed"})),
    (Kind.MEETING, frozenset({"meeting", "came", "speaker"})),
    (Kind.PROJECT, frozenset({"value", "programme", "measure"})),
)
_ABOVE = 600  # characters above a record in which the noun it is of may stand


def records_of(masked: Masked, kind: Kind) -> list[tuple[Record, list[Field]]]:
    """Return the records of a text that tell of one kind, each with the fields its labels fill."""
    if masked.records is None:
        masked.records = [(record, _kind(masked, record)) for record in find_records(masked)]
    return [(record, fields_of(masked, record, kind)) for record, told in masked.records if told == kind]


def _kind(masked: Masked, record: Record) -> Kind | None:
    names = record.names()
    if "post" in names:
        return None  # the head of a letter: its day and its subject are its own
    for kind, cues in _SURELY:
        if names & cues:
            return kind
    if not names & {"name", "title", "date", "place", "organiser", "places"}:
        return None
    return _kind_by_noun(masked, record) if len(record.values) > 1 or names & {"name", "place"} else None


def _kind_by_noun(masked: Masked, record: Record) -> Kind | None:
    """Return a training or a meeting by the noun nearest above the labels or in the first value."""
    floor = max(0, record.start - _ABOVE)
    at = {
        Kind.TRAINING: max(
            (m.start() for m in TRAINING.finditer(masked.text, floor, record.end)), default=-1
        ),
        Kind.MEETING: max((m.start() for m in EVENT.finditer(masked.text, floor, record.end)), default=-1),
    }
    nearest = max(at, key=lambda kind: at[kind])
    return nearest if at[nearest] >= 0 else None


def form_of_record(masked: Masked, record: Record) -> Field | None:
    """Return the form of a meeting told in labels: by a label, by its title, or by the noun nearest above it or after."""
    for value in record.all("meeting"):
        match = EVENT.search(masked.document.text, *value.spans[0]) or EVENT.fullmatch(value.label)
        if match and match.string is value.label:
            return Field("form", form_of(match), value.at, value.at + len(value.label), 0.9)
        if match:
            return Field("form", form_of(match), *match.span("noun"), 0.85)
    floor = max(0, record.start - _ABOVE)
    above = [*EVENT.finditer(masked.text, floor, record.start)]
    match = (
        above[-1]
        if above
        else EVENT.search(masked.text, record.start, min(len(masked.text), record.end + _ABOVE))
    )
    return Field("form", form_of(match), *match.span("noun"), 0.8) if match else None


def added(fields: list[Field], more: list[Field]) -> list[Field]:
    """Return fields with those of ``more`` whose names are not there yet."""
    have = {one.name for one in fields}
    return [*fields, *(one for one in more if one.name not in have)]


__all__ = ["added", "form_of_record", "records_of"]
