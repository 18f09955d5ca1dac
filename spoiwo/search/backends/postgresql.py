"""PostgreSQL's `tsvector`: written by us with the terms of one word at one place, so that phrases are its own."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from spoiwo.search.backends.asked import Asked, Group
from spoiwo.search.numbering import day_number

_LAST_PLACE = 16_383  # PostgreSQL knows no later place in a text
_MOST_PLACES = 255  # of one word
_LENGTHS = (91, 364, 3640)  # days; each row bears the number of its quarter, its year and its decade
_MOST_TIMES = 12  # in one question
_WIDEST = 60_000  # rows; before more than that are looked at, all that match may as well be
_SPARE = 4  # times as many as wanted, because words do not stand independently of each other or of the time
_MOST_BYTES = 900_000  # of one text: PostgreSQL refuses a vector of more than a megabyte


def candidates(asked: Asked) -> list[int]:
    """Numbers of matching rows, the newest first: of words that many rows have, among the newest rows before all others."""
    query, share = match_of(asked), asked.share
    for _try in range(2):
        count = int(_SPARE * asked.limit / max(share, 1e-9))
        newest = _newest(asked, count) if query and count < _WIDEST else ""
        if not newest:
            break
        found = _rows(asked, f"{query} & {newest}")
        if len(found) >= asked.limit:
            return found
        share = len(found) / count
    return _rows(asked, query)


def _rows(asked: Asked, query: str) -> list[int]:
    hidden, parameters = asked.hidden
    condition = "tsv @@ %s::tsquery AND" if query else ""
    # "+ 0" keeps the planner from walking all rows by number and unpacking the vector of each.
    order = "id + 0" if query else "id"
    sql = f"""
        SELECT id FROM search_item WHERE {condition} id BETWEEN %s AND %s {hidden and "AND id NOT IN " + hidden}
        ORDER BY {order} DESC LIMIT %s
    """  # noqa: S608 - the parts are ours; every value is a parameter
    given = ([query] if query else []) + [asked.lowest, asked.highest, *parameters, asked.limit]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [row[0] for row in cursor.fetchall()]


def _newest(asked: Asked, count: int) -> str:
    """The times of the newest `count` rows, as part of a question: the index then meets these rows instead of every one that
    has the words. Empty where there are no more rows than that."""
    with connection.cursor() as cursor:
        cursor.execute(
            "(SELECT id FROM search_item WHERE id <= %s ORDER BY id DESC LIMIT 1) UNION ALL"
            " (SELECT id FROM search_item WHERE id <= %s ORDER BY id DESC OFFSET %s LIMIT 1)",
            [asked.highest, asked.highest, count],
        )
        days = sorted(day_number(row[0]) for row in cursor.fetchall())
    if len(days) < 2:
        return ""
    for length in _LENGTHS:
        times = range(days[0] // length, days[1] // length + 1)
        if len(times) <= _MOST_TIMES:
            return _either(_time(length, number) for number in times)
    return ""


def match_of(asked: Asked) -> str:
    """The question in PostgreSQL's language; terms and facets are letters and digits and stand in quotation marks."""
    wanted = [_either(_in_title(group) if asked.in_title else group) for group in asked.groups]
    if asked.any_group and wanted:
        wanted = ["(" + " | ".join(wanted) + ")"]
    if asked.prefix:
        wanted.append(f"'^{asked.prefix}':*")
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
        vectors = [_vector(*groups[number], [*facets[number].split(), *_times(number)]) for number in numbers]
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
    """Words with their places, facets, and the title's words once more with a sign of their own: the index itself knows no
    weights, and would have to unpack every row that has the word."""
    places: dict[str, list[str]] = {}
    for groups, start in ((title, 1), (body, len(title) + 2)):
        for place, group in enumerate(groups, start):
            for term in group:
                known = places.setdefault(term, [])
                if len(known) < _MOST_PLACES:
                    known.append(str(min(place, _LAST_PLACE)))
    words = [f"'{term}':{','.join(dict.fromkeys(known))}" for term, known in _fitting(places)]
    signs = dict.fromkeys(sign for group in title for sign in _in_title(group))
    return " ".join([*words, *(f"'{sign}'" for sign in signs), *(f"'={facet}'" for facet in facets)])


def _in_title(group: Group) -> list[str]:
    return [f"^{term}" for term in group]


def _times(number: int) -> list[str]:
    return [_time(length, day_number(number) // length)[1:] for length in _LENGTHS]


def _time(length: int, number: int) -> str:
    return f"=t{length}x{number}"


def _fitting(places: Mapping[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    """The first words of a text, as many as one vector holds."""
    room = _MOST_BYTES
    for term, known in places.items():
        room -= len(term.encode()) + 2 * len(known) + 8
        if room > 0:
            yield term, known


def _either(words: Iterable[str]) -> str:
    return "(" + " | ".join(f"'{word}'" for word in words) + ")"


def _near(phrase: Sequence[Group]) -> str:
    return "(" + " <-> ".join(_either(group) for group in phrase) + ")"
