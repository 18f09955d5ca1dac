"""The order of an article's pictures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST = 40
"""Pictures of one article; beyond that nobody looks at them, and a page on a phone grows heavy."""


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a person wrote to the picture `pk`; `place` is the number it shall stand at, None where it stays."""

    pk: int
    alt: str = ""
    caption: str = ""
    author: str = ""
    place: int | None = None


def in_order(pks: Iterable[int], places: Mapping[int, int | None]) -> list[int]:
    """The pictures as they shall stand. One that is moved to a taken number takes it: the others make room.

    `pks` are they as they stand now; numbers beyond the last mean the end.
    """
    stands = {pk: place for place, pk in enumerate(pks, 1)}

    def key(pk: int) -> tuple[int, int, int]:
        now = stands[pk]
        wanted = places.get(pk) or now
        # Who comes from behind goes before the one that stands there, who comes from the front after it.
        return wanted, (wanted > now) - (wanted < now), now

    return sorted(stands, key=key)
