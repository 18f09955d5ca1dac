"""Finds documents: candidates from the engine within the reader's audience, then their order, then what a page shows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from spoiwo.kit.actor import Actor
from spoiwo.polish import fold
from spoiwo.polish.slips import within_one_edit
from spoiwo.search import asking, registry
from spoiwo.search.asking import Filters, Group, Question
from spoiwo.search.audience import words_of
from spoiwo.search.backends import engine
from spoiwo.search.backends.asked import Asked
from spoiwo.search.models import Item, Word
from spoiwo.search.numbering import span
from spoiwo.search.ranking import Candidate, ranked, weights
from spoiwo.search.snippets import Piece, has_phrase, marked, snippet
from spoiwo.search.words import (
    STOPS,
    audience_facet,
    counted_facet,
    kind_facet,
    place_facet,
    scope_facet,
    terms_of,
)

MOST = 150  # results of one question; whoever needs the next page of a thousand narrows the question
_IN_TITLES = 80
_OF_WORDS_IN_TITLES = 0.03  # of a document's words, one in thirty stands in its title
_BEGUN = 0.02  # of all titles have a word that begins as somebody has begun to type
_RANKED_COLUMNS = ("pk", "title_terms", "body_terms", "length", "day")


@dataclass(frozen=True, slots=True)
class Reader:
    """What somebody may find, worked out once for a question: facets of which a row must bear one, SQL of rows never shown."""

    facets: list[list[str]]
    hidden: tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Result:
    """One document as the page shows it."""

    item: Item
    title: list[Piece]
    snippet: list[Piece]
    label: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a question finds: row numbers in order; `corrected` says what was looked for instead, `is_loose` that not every
    word is in every result, `is_cut` that there are more, `met` which words stand in results that need not have all."""

    numbers: Sequence[int]
    question: Question
    corrected: str = ""
    is_loose: bool = False
    is_cut: bool = False
    met: frozenset[Group] = frozenset()


def find(text: str, filters: Filters, actor: Actor, today: date) -> Found:
    """Looks for `text`; where nothing is found, for the nearest known words, then for any of the words.

    Three to five indexed queries whatever the size of the index, five more where they find nothing, and one for each word
    that nobody wrote. Nothing the actor may not see counts or is shown.
    """
    question, reader = asking.read(text), _reader(actor)
    found = loose = _find(question, filters, reader, today)
    if found.numbers or question.is_empty:
        return found
    if len(question.groups) > 1:
        any_word = replace(question, phrases=())
        loose = replace(_find(any_word, filters, reader, today, any_group=True), is_loose=True)
    corrected, words = _corrected(question, loose.met, reader)
    if words:
        found = replace(_find(corrected, filters, reader, today), corrected=words)
    return found if found.numbers else loose


def results(found: Found, numbers: Sequence[int]) -> list[Result]:
    """The documents of one page of results, with snippets."""
    items = Item.objects.in_bulk(list(numbers))
    groups = found.question.groups
    shown = [items[number] for number in numbers if number in items]
    labels = {kind.name: str(kind.label) for kind in registry.kinds()}
    return [
        Result(
            item,
            marked(item.title, item.title_terms, groups),
            snippet(item.body, item.body_terms, groups),
            labels.get(item.kind, ""),
        )
        for item in shown
    ]


def suggest(text: str, actor: Actor, limit: int = 8) -> list[Item]:
    """Documents whose title goes on as the text begins, the newest first; nothing for fewer than two letters."""
    words = text[:200].split()
    last = "".join(letter for letter in fold(words[-1]) if letter.isalnum()) if words else ""
    if len(last) < 2:
        return []
    before = asking.read(" ".join(words[:-1])).groups
    reader = _reader(actor)
    asked = Asked(
        facets=_facets(Filters(), reader),
        groups=before,
        in_title=True,
        prefix=last,
        limit=limit,
        share=_BEGUN,
        hidden=reader.hidden,
    )
    numbers = engine().candidates(asked)
    items = Item.objects.defer("body", "body_terms").in_bulk(numbers)
    return [items[number] for number in numbers if number in items]


def similar(kind: str, object_id: int, actor: Actor, today: date, limit: int = 4) -> list[Item]:
    """Documents of the same kind that share the most telling words with this one, the nearest first."""
    own = Item.objects.filter(kind=kind, object_id=object_id).first()
    if own is None:
        return []
    groups = terms_of(f"{own.title} {own.body[:4000]}")
    reader = _reader(actor)
    facets = _facets(Filters(kind=kind), reader)
    known = _documents(_terms(groups, facets))
    telling = sorted(
        dict.fromkeys(groups), key=lambda group: min(known.get(term, 0) for term in group) or 10**9
    )
    shared = [group for group in telling if max(known.get(term, 0) for term in group) > 1][:12]
    if not shared:
        return []
    asked = Asked(
        facets=facets,
        groups=shared,
        any_group=True,
        share=_share(shared, facets, known, any_group=True),
        hidden=reader.hidden,
    )
    numbers = [number for number in engine().candidates(asked) if number != own.pk]
    order = ranked(_read(numbers), shared, weights(shared, known, _total()), today)[:limit]
    items = Item.objects.defer("body", "body_terms").in_bulk(order)
    return [items[number] for number in order if number in items]


def _find(
    question: Question, filters: Filters, reader: Reader, today: date, *, any_group: bool = False
) -> Found:
    facets = _facets(filters, reader)
    known = _documents(_terms(question.groups, facets))
    lowest, highest = span(filters.since, filters.until)
    asked = Asked(
        facets=facets,
        groups=question.groups,
        near=question.phrases,
        excluded=question.excluded,
        any_group=any_group,
        lowest=lowest,
        highest=highest,
        limit=MOST + 1,
        share=_share(question.groups, facets, known, any_group=any_group),
        hidden=reader.hidden,
    )
    numbers = engine().candidates(asked)
    is_cut = len(numbers) > MOST
    if is_cut and question.groups:
        titles = replace(
            asked, in_title=True, near=(), limit=_IN_TITLES, share=asked.share * _OF_WORDS_IN_TITLES
        )
        numbers = [*dict.fromkeys([*engine().candidates(titles), *numbers])]
    if question.is_empty:
        return Found(numbers[:MOST], question, is_cut=is_cut)
    rows = _read(numbers)
    order = ranked(rows, question.groups, weights(question.groups, known, _total()), today)
    if question.phrases:
        order = _with_phrases(order, rows, question)
    met = _met(question.groups, rows) if any_group else frozenset()
    return Found(order[:MOST], question, is_cut=is_cut, met=met)


def _met(groups: Sequence[Group], rows: Sequence[Candidate]) -> frozenset[Group]:
    texts = [f" {row.title_terms} {row.body_terms} " for row in rows]
    return frozenset(
        group for group in groups if any(f" {term} " in text for text in texts for term in group)
    )


def _reader(actor: Actor) -> Reader:
    words = words_of(actor)
    facets = [] if words is None else [sorted(audience_facet(word) for word in words)]
    return Reader(facets, _hidden(actor))


def _facets(filters: Filters, reader: Reader) -> list[list[str]]:
    facets = [*reader.facets]
    if filters.kind:
        facets.append([kind_facet(filters.kind)])
    if filters.place:
        facets.append([place_facet(filters.place)])
    if filters.scope:
        facets.append([scope_facet(filters.scope)])
    return facets


def _hidden(actor: Actor) -> tuple[str, tuple[object, ...]]:
    """SQL of the rows no audience word can tell: of kinds that ask their own table, those the actor does not see there."""
    parts, parameters = [], []
    for kind in registry.kinds():
        if kind.narrowed is not None and actor.is_known:
            seen, given = kind.narrowed(actor).values("pk").query.sql_with_params()
            parts.append(f"(kind = %s AND object_id NOT IN ({seen}))")
            parameters += [kind.name, *given]
    if not parts:
        return "", ()
    return f"(SELECT id FROM search_item WHERE {' OR '.join(parts)})", tuple(parameters)  # noqa: S608 - Django's SQL


def _read(numbers: Sequence[int]) -> list[Candidate]:
    rows = Item.objects.filter(pk__in=numbers).values_list(*_RANKED_COLUMNS)
    return [Candidate(*row) for row in rows]


def _documents(terms: set[str]) -> dict[str, int]:
    return dict(Word.objects.filter(word__in=terms, documents__gt=0).values_list("word", "documents"))


def _terms(groups: Sequence[Group], facets: Sequence[Sequence[str]]) -> set[str]:
    """All words and facets whose documents are counted."""
    return {*chain.from_iterable(groups), *map(counted_facet, chain.from_iterable(facets))}


def _share(
    groups: Sequence[Group], facets: Sequence[Sequence[str]], known: dict[str, int], *, any_group: bool
) -> float:
    """What part of all documents has the words and facets, as if each stood in them without regard to the others."""
    parts = [min(1.0, sum(known.get(term, 0) for term in group) / _total()) for group in groups]
    borne = [sum(known.get(counted_facet(one), 0) for one in each) / _total() for each in facets]
    words = 1 - math.prod(1 - part for part in parts) if any_group else math.prod(parts)
    return words * math.prod(min(1.0, part) for part in borne)


def _with_phrases(order: Sequence[int], rows: Sequence[Candidate], question: Question) -> list[int]:
    texts = {row.number: (row.title_terms, row.body_terms) for row in rows}
    phrases = [[group for group in phrase if group[-1] not in STOPS] for phrase in question.phrases]
    return [
        number
        for number in order
        if all(any(has_phrase(text, phrase) for text in texts[number]) for phrase in phrases if phrase)
    ]


def _corrected(question: Question, met: frozenset[Group], reader: Reader) -> tuple[Question, str]:
    """The question with words nobody wrote replaced by known ones one slip of a finger away, and what they are.

    `met` are words the actor has just found, which need not be looked for again. Known is what stands in a document the actor may find: neither a correction nor its absence tells of hidden ones.
    """
    groups, words = [], []
    facets = _facets(Filters(), reader)
    known = _documents(_terms(question.groups, facets))
    for group in question.groups:
        if group in met or _is_seen(group, known, reader):
            groups.append(group)
            words.append(group[-1])
            continue
        near = within_one_edit(group[-1], lambda some: _documents(set(some)).keys())
        found = known | _documents(set(near))
        near = [term for term in near if _is_seen((term,), found, reader)][:6]
        groups.append(tuple(near) or group)
        words.append(near[0] if near else group[-1])
    changed = tuple(groups) != question.groups
    return replace(question, groups=tuple(groups), phrases=()), " ".join(words) if changed else ""


def _is_seen(group: Group, known: dict[str, int], reader: Reader) -> bool:
    """Whether the word stands in any document the actor may find; `known` are the words that stand in any at all."""
    if known.keys().isdisjoint(group):
        return False
    facets = _facets(Filters(), reader)
    share = _share([group], facets, known, any_group=False)
    asked = Asked(facets=facets, groups=[group], limit=1, share=share, hidden=reader.hidden)
    return bool(engine().candidates(asked))


@lru_cache(maxsize=1)
def _total() -> int:
    """Roughly how many documents there are; only weights rest on it, so it is asked once in a process."""
    return max(Item.objects.count(), 1000)
