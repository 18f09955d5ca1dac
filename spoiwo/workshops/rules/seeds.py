"""The seed of a possible lot: digits by chance that are easy to read aloud, and the order of a ballot for each voter."""

from collections.abc import Callable, Iterable
from hashlib import blake2b


def new_seed(below: Callable[[int], int]) -> str:
    """Twelve digits in groups of four; `below(n)` gives a number under n by chance, as `secrets.randbelow` does."""
    return " ".join(f"{below(10_000):04d}" for _group in range(3))


def shuffled(options: Iterable[int], slip_code: str, vote: int) -> list[int]:
    """Options in an order of this slip's own, the same each time it is asked for, so that none has the place on top."""

    def lot(option: int) -> bytes:
        return blake2b(f"{slip_code} {vote} {option}".encode(), digest_size=8).digest()

    return sorted(options, key=lot)
