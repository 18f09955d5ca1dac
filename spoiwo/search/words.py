"""From text to what the index holds: terms of a document, and its facets (who may find it, kind, places, partnership)."""

from collections.abc import Iterable
from itertools import islice

from spoiwo.polish import term_groups
from spoiwo.search.registry import Document

LONGEST_WORD = 80  # letters; what is longer is data, and PostgreSQL refuses words beyond two thousand bytes
LONGEST = 60_000  # words of one document that are searched: some 200 pages
# Words that stand in every text and tell none apart; a phrase is checked against the text itself.
_STOPS = (
    "a aby albo ale az bo by byc byl byla bylo byly co czy dla do go i ich im ja jak jako je jest jego jej ktory "
    "ktora ktore ktorych ktory lub ma mi na nad nie niz o od on ona one oni oraz po pod poniewaz przed przez przy sa sie "
    "so soba ta tak takze te tego tej ten to tu ty u w we wie wiec z za ze zeby"
)
STOPS = frozenset(_STOPS.split())


def terms_of(text: str) -> list[tuple[str, ...]]:
    """The searched words of a text, each as its terms; words that tell nothing apart are left out."""
    groups = islice(term_groups(text), LONGEST)
    return [group for group in groups if group[-1] not in STOPS and len(group[-1]) <= LONGEST_WORD]


def flat(groups: Iterable[tuple[str, ...]]) -> str:
    """The terms as the index keeps them: of one word side by side, a bar between words."""
    return " | ".join(" ".join(group) for group in groups)


def facets_of(kind: str, document: Document) -> list[str]:
    """Words beside the text that a search is narrowed by; every place stands with all units above it."""
    places = {code[:length] for code in document.places for length in (2, 4, 7) if len(code) >= length}
    scope = [scope_facet(document.scope)] if document.scope else []
    return [
        *sorted(audience_facet(word) for word in document.audience),
        kind_facet(kind),
        *sorted(place_facet(code) for code in places),
        *scope,
    ]


def counted_facet(facet: str) -> str:
    """A facet as it stands among the words whose documents are counted; no word of a text begins so."""
    return f"={facet}"


def audience_facet(word: str) -> str:
    """The facet of an audience word."""
    return f"a{word}"


def kind_facet(kind: str) -> str:
    """The facet of a kind of record."""
    return "k" + kind.replace(".", "").replace("_", "")


def place_facet(code: str) -> str:
    """The facet of a place and everything below it."""
    return f"t{code}"


def scope_facet(partnership_id: int) -> str:
    """The facet of a partnership."""
    return f"s{partnership_id}"
