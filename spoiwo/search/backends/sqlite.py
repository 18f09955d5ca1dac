"""SQLite's FTS5: a table over the terms and facets of `search_item`."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from django.db import connection

from spoiwo.search.backends.asked import Asked, Group

_TEXT = "{title_terms body_terms}"
_WIDTH = 5  # terms that one word of a text may have, for words that stand close together


def candidates(asked: Asked) -> list[int]:
    """Numbers of matching rows, the newest first."""
    hidden, parameters = asked.hidden
    query = match_of(asked)
    condition = "search_fts MATCH %s AND" if query else ""
    table = "search_fts" if query else "search_item"
    sql = f"""
        SELECT rowid FROM {table} WHERE {condition} rowid BETWEEN %s AND %s {hidden and "AND rowid NOT IN " + hidden}
        ORDER BY rowid DESC LIMIT %s
    """  # noqa: S608 - the parts are ours; every value is a parameter
    given = ([query] if query else []) + [asked.lowest, asked.highest, *parameters, asked.limit]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [row[0] for row in cursor.fetchall()]


def match_of(asked: Asked) -> str:
    """The question in FTS5's language; terms and facets are letters and digits and stand in quotation marks."""
    column = "title_terms" if asked.in_title else _TEXT
    wanted = [f"{column} : ({_either(group)})" for group in asked.groups]
    if asked.any_group and wanted:
        wanted = ["(" + " OR ".join(wanted) + ")"]
    if asked.prefix:
        wanted.append(f'title_terms : ("{asked.prefix}" *)')
    wanted += [f"{_TEXT} : ({_near(phrase)})" for phrase in asked.near]
    wanted += [f"facets : ({_either(facets)})" for facets in asked.facets]
    query = " AND ".join(wanted)
    for phrase in asked.excluded:
        query = f"({query}) NOT ({_TEXT} : ({_near(phrase)}))" if query else query
    return query


def store(numbers: Sequence[int], _groups: Mapping[int, tuple[list[Group], list[Group]]]) -> None:
    """Takes rows of `search_item` into the index."""
    _each(
        numbers,
        "INSERT INTO search_fts (rowid, title_terms, body_terms, facets)"
        " SELECT id, title_terms, body_terms, facets FROM search_item WHERE id IN",
    )


def erase(numbers: Sequence[int]) -> None:
    """Takes rows out of the index; called while they still stand in `search_item`."""
    _each(
        numbers,
        "INSERT INTO search_fts (search_fts, rowid, title_terms, body_terms, facets)"
        " SELECT 'delete', id, title_terms, body_terms, facets FROM search_item WHERE id IN",
    )


def count_words(counts: Mapping[str, int]) -> None:
    """Adds to the number of documents of each word."""
    sql = (
        "INSERT INTO search_word (word, documents) VALUES (%s, %s)"
        " ON CONFLICT (word) DO UPDATE SET documents = search_word.documents + excluded.documents"
    )
    with connection.cursor() as cursor:
        cursor.executemany(sql, sorted(counts.items()))


def _each(numbers: Sequence[int], sql: str) -> None:
    with connection.cursor() as cursor:
        for start in range(0, len(numbers), 500):
            some = list(numbers[start : start + 500])
            cursor.execute(f"{sql} ({','.join(['%s'] * len(some))})", some)


def _either(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def _near(phrase: Sequence[Group]) -> str:
    if len(phrase) == 1:
        return _either(phrase[0])
    pairs = pairwise(phrase)
    close = [
        "(" + " OR ".join(f'NEAR("{one}" "{other}", {2 * _WIDTH})' for one in left for other in right) + ")"
        for left, right in pairs
    ]
    return " AND ".join(close)
