"""Plain text: the lines as they stand."""

from spoiwo.reading.formats.encodings import decoded
from spoiwo.reading.formats.extract import Block, Extract


def read_text(content: bytes) -> Extract:
    """The lines of a text file, empty ones among them; raises `Unreadable` ("empty", "not_a_document")."""
    text = decoded(content)
    return lines_of(text)


def lines_of(text: str) -> Extract:
    """An extract of one block a line."""
    blocks = [Block(line.rstrip("\u200b"), is_tight=True) for line in text.split("\n")]
    return Extract("txt", blocks, text, keeps_lines=True)
