"""PostgreSQL's `tsvector`: written by us with the terms of one word at one place, so that phrases are its own."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from spoiwo.search.backends.asked import Asked, Group

_LAST_PLACE = 16_383  # PostgreSQL knows no later place in a text
_MOST_PLACES = 255  # of one word
_MOST_BYTES = 900_000  # of one text: PostgreSQL refuses a vector of more than a megabyte


def candidates(asked: Asked) -> list[int]:
    """Numbers of matching rows, the newest first."""
    hidden, parameters = asked.hidden
    query = match_of(asked)
    condition = "tsv @@ %s::tsquery AND" if query else ""
    # "+ 0" keeps the planner from walking all rows by number in the hope of meeting rare ones soon.
    order = "id" if asked.is_common or not query else "id + 0"
    sql = f"""
        SELECT id FROM search_item WHERE {condition} id BETWEEN %s AND %s {hidden and "AND id NOT IN " + hidden}
        ORDER BY {order} DESC LIMIT %s
    """  # noqa: S608 - the parts are ours; every value is a parameter
    given = ([query] if query else []) + [asked.lowest, asked.highest, *parameters, asked.limit]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [row[0] for row in cursor.fetchall()]


def match_of(asked: Asked) -> str:
    """The question in PostgreSQL's language; terms and facets are letters and digits and stand in quotation marks."""
    label = ":A" if asked.in_title else ""
    wanted = [_either(group, label) for group in asked.groups]
    if asked.any_group and wanted:
        wanted = ["(" + " | ".join(wanted) + ")"]
    if asked.prefix:
        wanted.append(f"'{asked.prefix}':*A")
    wanted += [_near(phrase) for phrase in asked.near]
    wanted += [_either([f"={facet}" for facet in facets]) for facets in asked.facets]
    refused = [f"!({_near(phrase)})" for phrase in asked.excluded] if wanted else []
    return " & ".join(wanted + refused)


def store(numbers: Sequence[int], groups: Mapping[int, tuple[list[Group], list[Group]]]) -> None:
    """Takes rows of `search_item` into the index; `groups` are the words of title and body by row number."""
    if not numbers:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, facets FROM search_item WHERE id = ANY(%s)", [list(numbers)])
        facets = dict(cursor.fetchall())
        vectors = [_vector(*groups[number], facets[number].split()) for number in numbers]
        cursor.execute(
            "UPDATE search_item SET tsv = fresh.tsv::tsvector"
            " FROM unnest(%s::bigint[], %s::text[]) AS fresh (id, tsv) WHERE search_item.id = fresh.id",
            [list(numbers), vectors],
        )


def erase(_numbers: Sequence[int]) -> None:
    """Nothing to do: the vector goes with its row."""


def count_words(counts: Mapping[str, int]) -> None:
    """Adds to the number of documents of each word; in the words' order, so that two writers never wait for each other."""
    words = sorted(counts)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_word (word, documents) SELECT * FROM unnest(%s::text[], %s::int[])"
            " ON CONFLICT (word) DO UPDATE SET documents = search_word.documents + excluded.documents",
            [words, [counts[word] for word in words]],
        )


def _vector(title: list[Group], body: list[Group], facets: Iterable[str]) -> str:
    places: dict[str, list[str]] = {}
    for weight, groups, start in (("A", title, 1), ("", body, len(title) + 2)):
        for place, group in enumerate(groups, start):
            for term in group:
                known = places.setdefault(term, [])
                if len(known) < _MOST_PLACES:
                    known.append(f"{min(place, _LAST_PLACE)}{weight}")
    words = [f"'{term}':{','.join(dict.fromkeys(known))}" for term, known in _fitting(places)]
    return " ".join(words + [f"'={facet}'" for facet in facets])


def _fitting(places: Mapping[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    """The first words of a text, as many as one vector holds."""
    room = _MOST_BYTES
    for term, known in places.items():
        room -= len(term.encode()) + 2 * len(known) + 8
        if room > 0:
            yield term, known


def _either(words: Iterable[str], label: str = "") -> str:
    return "(" + " | ".join(f"'{word}'{label}" for word in words) + ")"


def _near(phrase: Sequence[Group]) -> str:
    return "(" + " <-> ".join(_either(group) for group in phrase) + ")"
