"""Pages of a PDF or a scan as pictures, with the words a proposal rests on marked where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spoiwo.archive.models import Proposal, Source


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page, in thousandths of its width and in the same measure of its height."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    proposal: int


@dataclass(slots=True)
class PagePicture:
    """One page: its number, its height where its width is 1000, what is marked on it."""

    number: int
    height: int
    marks: list[Mark] = field(default_factory=list)


def page_pictures(source: Source, rows: Sequence[Proposal]) -> list[PagePicture]:
    """The pages of the source with their marks; nothing for formats without pages. No query."""
    pages = {
        page["number"]: PagePicture(page["number"], round(1000 * page["height"] / max(page["width"], 1)))
        for page in source.layout.get("pages", ())
    }
    spans = sorted(_spans(rows))
    for box in source.layout.get("boxes", ()):
        page = pages.get(box["page"])
        if page is not None:
            page.marks += [
                _mark(box, page.height, span)
                for span in spans
                if span[0] < box["end"] and span[1] > box["start"]
            ]
    return list(pages.values())


def page_of(source: Source, start: int) -> int | None:
    """The number of the page a place of the text stands on; None where the source has no pages."""
    pages = source.layout.get("pages", ())
    return next((page["number"] for page in pages if page["start"] <= start < page["end"]), None)


def _spans(rows: Iterable[Proposal]) -> Iterable[tuple[int, int, str, int]]:
    for row in rows:
        for one in row.fields:
            yield one["start"], one["end"], row.kind, row.pk


def _mark(box: dict, height: int, span: tuple[int, int, str, int]) -> Mark:
    """The part of a line's box that the span covers, by its share of the line's letters."""
    letters = max(box["end"] - box["start"], 1)
    first = max(span[0] - box["start"], 0) / letters
    last = min(span[1] - box["start"], letters) / letters
    width = box["right"] - box["left"]
    return Mark(
        x=round(1000 * (box["left"] + first * width)),
        y=round(height * box["top"]),
        width=max(round(1000 * (last - first) * width), 4),
        height=max(round(height * (box["bottom"] - box["top"])), 4),
        kind=span[2],
        proposal=span[3],
    )
