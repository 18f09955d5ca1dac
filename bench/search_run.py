"""Measures the search in the database of the environment: indexing, answers; prints one JSON object."""

import gc
import json
import sys
import time
from random import Random

SEED = 6


def main() -> None:
    """`python -m bench.search_run DOCUMENTS QUESTIONS`."""
    count, asked = int(sys.argv[1]), int(sys.argv[2])
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    seconds = index(count)
    gc.collect()
    gc.freeze()  # what indexing left in memory is not walked through during a question
    print(json.dumps({"index": seconds, **answer(asked)}))


def index(count: int) -> float:
    """Seconds for indexing the documents as the worker does, in batches of one transaction; words are met for the first time."""
    from django.db import connection, transaction

    from bench.search_world import KINDS, documents, vocabulary
    from spoiwo.search.indexing import BATCH, write

    vocabulary()
    made = list(documents(count, SEED))
    began = time.perf_counter()
    for start in range(0, count, BATCH):
        some = made[start : start + BATCH]
        with transaction.atomic():
            for kind in KINDS:
                batch = [document for name, document in some if name == kind]
                write(kind, [document.object_id for document in batch], batch)
    seconds = time.perf_counter() - began
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE search_item")
            cursor.execute("VACUUM ANALYZE search_word")
    return seconds


def answer(asked: int) -> dict[str, object]:
    """Milliseconds of each question with its first page of results, asked by nobody, a clerk and an administrator."""
    import datetime as dt

    from bench.search_world import questions
    from spoiwo.kit.actor import NOBODY, Actor, Role
    from spoiwo.search.asking import Filters
    from spoiwo.search.finding import find, results

    clerk = Actor(user_id=1, roles={7: frozenset({Role.COORDINATOR})})
    actors = (NOBODY, clerk, Actor(user_id=2, is_admin=True))
    chance, today, samples, shown, empty = Random(SEED), dt.date(2026, 11, 22), [], [], 0
    for place, (text, filters) in enumerate(questions(asked + 20, SEED + 1)):
        actor = chance.choice(actors)
        began = time.perf_counter()
        found = find(text, Filters(**filters), actor, today)
        middle = time.perf_counter()
        results(found, found.numbers[:20])
        ended = time.perf_counter()
        if place >= 20:
            samples.append((ended - began) * 1000)
            shown.append((middle - began) * 1000)
            empty += not found.numbers
    return {"samples": samples, "found": shown, "empty": empty}


if __name__ == "__main__":
    main()
