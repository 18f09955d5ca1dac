"""Spans of a text followed through edits."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Cut(NamedTuple):
    """The characters `start` to `end` of the old text became `new_start` to `new_end` of the new."""

    start: int
    end: int
    new_start: int
    new_end: int


class Shift:
    """Where places of an old text are in the new one; edits in order, apart from each other."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self.cuts = cuts
        self._starts = [cut.start for cut in cuts]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span in the new text: whole where an edit touches it, for letters of words cannot be told apart after one."""
        return self._place(start, False), self._place(end, True)

    def _place(self, place: int, is_end: bool) -> int:
        at = bisect_right(self._starts, place - is_end) - 1
        if at < 0:
            return place
        cut = self.cuts[at]
        if place >= cut.end:
            return place + cut.new_end - cut.end
        if cut.start == place:
            return cut.new_start
        return cut.new_end if is_end else cut.new_start


def with_insertions(text: str, places: Sequence[int], added: str = " ") -> tuple[str, Shift]:
    """The text with something put in at each place (in order), and how places shift."""
    parts: list[str] = []
    cuts: list[Cut] = []
    at = 0
    for number, place in enumerate(places):
        parts += (text[at:place], added)
        before = place + number * len(added)
        cuts.append(Cut(place, place, before, before + len(added)))
        at = place
    return "".join((*parts, text[at:])), Shift(cuts)
