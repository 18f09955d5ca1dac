"""Settling a tie: a decision somebody takes and signs, never something the count does by itself."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from spoiwo.tally.ballots import Result

Way = Literal["take_both", "run_off", "merge", "lot"]
WAYS: tuple[Way, ...] = ("take_both", "run_off", "merge", "lot")


@dataclass(frozen=True, slots=True)
class Decision:
    """How the tie at a rank is settled; a lot needs the seed that was published before it was drawn."""

    rank: int
    way: Way
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The decision, the options it was about (after a lot in the order drawn) and the results that follow."""

    decision: Decision
    tied: tuple[str, ...]
    results: tuple[Result, ...]
    run_off: tuple[str, ...] = ()


def draw(options: Sequence[str], seed: str) -> list[str]:
    """Return the options in the order of the lot: by the SHA-256 of seed, line feed and option, the lowest first.

    Seed and option are stripped, in Unicode form NFC and encoded as UTF-8; digests are compared as hexadecimal
    text. Anybody can repeat it: ``printf 'SEED\\nOPTION' | sha256sum``. The order given in does not matter.
    """
    return sorted(
        options, key=lambda option: sha256(f"{_clean(seed)}\n{_clean(option)}".encode()).hexdigest()
    )


def settle(results: Sequence[Result], decision: Decision) -> Settlement:
    """Apply one decision to the tie at its rank and return what follows together with the decision.

    ``take_both`` takes all tied options: the shared rank stays. ``run_off`` names them for another vote and leaves
    the results. ``merge`` makes them one option with the total each of them had (a sum would count voters twice)
    and moves up those behind. ``lot`` gives them consecutive ranks in the order of `draw`. Raises ValueError when
    there is no tie at that rank, when the way is unknown or when a lot has no seed.
    """
    tied = [result for result in results if result.rank == decision.rank]
    if len(tied) < 2:
        raise ValueError(f"there is no tie at rank {decision.rank}")
    if decision.way not in WAYS:
        raise ValueError(f"a tie is settled by one of {', '.join(WAYS)}, not {decision.way!r}")
    if decision.way == "lot" and not decision.seed.strip():
        raise ValueError("a lot needs a published seed")
    names = tuple(result.option for result in tied)
    if decision.way == "merge":
        return Settlement(decision, names, _merged(results, tied))
    if decision.way == "lot":
        drawn = draw(names, decision.seed)
        return Settlement(decision, tuple(drawn), _drawn(results, drawn))
    return Settlement(decision, names, tuple(results), names if decision.way == "run_off" else ())


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _merged(results: Sequence[Result], tied: Sequence[Result]) -> tuple[Result, ...]:
    one = replace(tied[0], option=" + ".join(result.option for result in tied))
    before = [result for result in results if result.rank < one.rank]
    after = [replace(r, rank=r.rank - len(tied) + 1) for r in results if r.rank > one.rank]
    return (*before, one, *after)


def _drawn(results: Sequence[Result], drawn: Sequence[str]) -> tuple[Result, ...]:
    place = {option: i for i, option in enumerate(drawn)}
    moved = [replace(result, rank=result.rank + place.get(result.option, 0)) for result in results]
    return tuple(sorted(moved, key=lambda result: result.rank))
