"""What the reader finds in words a person marked, for the form they are recorded with."""

from spoiwo.archive.models import Proposal, Source
from spoiwo.archive.queries.proposing import gazetteer, kept_fields, known_names
from spoiwo.archive.rules.matching import match_key, values_of
from spoiwo.archive.rules.missing import fields_from
from spoiwo.archive.rules.states import FactKind
from spoiwo.reading import find_facts


def proposal_of(source: Source, kind: FactKind, start: int, end: int) -> Proposal:
    """A proposal of this kind resting on these words, as far as they fill it; nothing is written."""
    words = source.text[start:end]
    day = source.first_published_on or source.published_on
    facts = find_facts(words, published=day, gazetteer=gazetteer(), known=known_names(source))
    told = [(str(fact.kind), kept_fields(fact)) for fact in sorted(facts, key=lambda fact: fact.start)]
    fields = fields_from(kind, words, told)
    for one in fields:
        one["start"], one["end"] = one["start"] + start, one["end"] + start
    return Proposal(
        source=source,
        kind=kind,
        fields=fields,
        start=start,
        end=end,
        confidence=1,
        match_key=match_key(kind, values_of(fields)),
    )
