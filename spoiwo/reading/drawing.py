"""Pictures of pages, for the page that shows an original beside its text."""

from itertools import islice
from typing import Any

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats.pdf import opened, rendered
from spoiwo.reading.formats.pictures import frames


def drawn(content: bytes, kind: str, number: int, width: int) -> Any:
    """The picture (of PIL) of a page counted from 1; raises `Unreadable` where the file has no such page or no pages."""
    if kind == "pdf":
        with opened(content) as document:
            if not 1 <= number <= len(document):
                raise Unreadable("broken", "there is no such page")
            return rendered(document, number - 1, width, is_width=True)
    if kind == "picture":
        frame = next(islice(frames(content), number - 1, None), None) if number > 0 else None
        if frame is None:
            raise Unreadable("broken", "there is no such page")
        return frame.resize((width, max(1, round(frame.height * width / frame.width))))
    raise Unreadable("broken", "this kind of file has no pages")
