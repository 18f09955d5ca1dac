"""An invented index: documents of news length with words as frequent as in Polish, and questions as people ask them."""

import datetime as dt
import itertools
from collections.abc import Iterator
from functools import lru_cache
from random import Random

from spoiwo.kit.actor import Role
from spoiwo.search import EVERYBODY, STAFF, Document, holders

KINDS = ("bench.note", "bench.record", "bench.person")
COUNTIES = [f"{voivodeship:02d}{county:02d}" for voivodeship in range(2, 33, 2) for county in range(1, 24)]


@lru_cache(maxsize=1)
def vocabulary() -> tuple[list[str], list[float]]:
    """Some 40,000 Polish word forms with the running sums of their frequencies."""
    from wordfreq import get_frequency_dict

    found = [(word, share) for word, share in get_frequency_dict("pl", "large").items() if word.isalpha()]
    found.sort(key=lambda pair: -pair[1])
    words, shares = zip(*found[:40_000], strict=True)
    return list(words), list(itertools.accumulate(shares))


def documents(count: int, seed: int) -> Iterator[tuple[str, Document]]:
    """Documents with their kind: a title of six words, a text of 60 to 300, a place, a day of twenty years, an audience."""
    chance = Random(seed)
    words, weights = vocabulary()
    first = dt.date(2006, 1, 1)
    for number in range(1, count + 1):
        text = chance.choices(words, cum_weights=weights, k=chance.randint(66, 306))
        partnership = chance.randint(1, 300)
        is_open = chance.random() < 0.6
        audience = (
            {EVERYBODY} if is_open else holders(partnership, [Role.COORDINATOR, Role.DIRECTOR]) | {STAFF}
        )
        yield (
            KINDS[number % len(KINDS)],
            Document(
                object_id=number,
                title=" ".join(text[:6]).capitalize(),
                body=" ".join(text[6:]),
                url=f"/bench/{number}/",
                audience=audience,
                day=first + dt.timedelta(days=chance.randrange(7500)),
                places=[chance.choice(COUNTIES)],
                scope=partnership,
            ),
        )


def questions(count: int, seed: int) -> Iterator[tuple[str, dict[str, object]]]:
    """One to four words, half of them from what is rare, a third with a filter, every tenth a phrase or an exclusion."""
    chance = Random(seed)
    words, weights = vocabulary()
    for _ in range(count):
        asked = [
            chance.choices(words, cum_weights=weights)[0]
            if chance.random() < 0.5
            else chance.choice(words[2000:20_000])
            for _ in range(chance.choice((1, 2, 2, 2, 3, 4)))
        ]
        odd = chance.random()
        text = " ".join(asked)
        if odd < 0.05 and len(asked) > 1:
            text = f'"{asked[0]} {asked[1]}"'
        elif odd < 0.1:
            text += f" -{chance.choice(words[:3000])}"
        filters: dict[str, object] = {}
        if chance.random() < 0.33:
            code = chance.choice(COUNTIES)
            filters = chance.choice(
                (
                    {"kind": chance.choice(KINDS)},
                    {"place": code[:2]},
                    {"place": code},
                    {"since": dt.date(2020, 1, 1)},
                )
            )
        yield text, filters
