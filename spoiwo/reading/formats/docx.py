"""Word documents: the packed XML read as a stream, without entities, macros, deleted words or hidden copies."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from xml.parsers import expat

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats.extract import Block, Extract

MOST_BYTES, MOST_RATIO = 50_000_000, 200
_DEEPEST = 400
_WORD = "wordprocessingml"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TITLES = re.compile(r"^(?:title|tytu|heading ?1|nag[lł]?wek ?1|nagwek1)", re.IGNORECASE)
_BROKEN = (zipfile.BadZipFile, zlib.error, expat.ExpatError, OSError, EOFError, KeyError, NotImplementedError)


def read_docx(content: bytes) -> Extract:
    """The paragraphs, lists, tables, text boxes and notes in order; heads and feet of pages as furniture.

    Raises `Unreadable` ("bomb", "encrypted", "broken", "empty"). Macros are never looked into.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except _BROKEN:
        raise Unreadable("broken") from None
    except (ValueError, RuntimeError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("broken") from None


def _read(archive: zipfile.ZipFile) -> Extract:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("encrypted")
    _weigh(entries)
    names = {entry.filename.lower(): entry.filename for entry in entries}
    unpack = _Unpacker(archive)
    main = next((names[name] for name in ("word/document.xml", "word/document2.xml") if name in names), None)
    if main is None:
        raise Unreadable("broken")
    blocks: list[Block] = []
    for kind in ("header", "footer"):
        parts = sorted(names[name] for name in names if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        blocks += [Block(block.text, furniture=kind) for part in parts for block in _paragraphs(unpack(part))]
    blocks += _paragraphs(unpack(main))
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        blocks += _paragraphs(unpack(names[notes])) if notes in names else []
    if not any(block.text for block in blocks):
        has_pictures = any(name.startswith("word/media/") for name in names)
        raise Unreadable("pictures_only" if has_pictures else "empty")
    extract = Extract("docx", blocks, "\n".join(block.text for block in blocks))
    if "docprops/core.xml" in names:
        extract.dated = _dated(unpack(names["docprops/core.xml"]))
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        extract.warnings.append("macros_ignored")
    return extract


def _weigh(entries: list[zipfile.ZipInfo]) -> None:
    """Refuses what says it unpacks into too much; pictures are never unpacked and weigh only in proportion."""
    texts = [entry for entry in entries if not entry.filename.lower().startswith("word/media/")]
    if sum(entry.file_size for entry in texts) > MOST_BYTES or len(entries) > 10_000:
        raise Unreadable("bomb")
    for entry in entries:
        if entry.file_size > 1_000_000 and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise Unreadable("bomb")


class _Unpacker:
    """Unpacks parts and counts what really came out, whatever the list of the archive promised."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive, self.left = archive, MOST_BYTES

    def __call__(self, name: str) -> bytes:
        with self.archive.open(name) as part:
            found = part.read(self.left + 1)
        self.left -= len(found)
        if self.left < 0:
            raise Unreadable("bomb")
        return found


def _parse(
    xml: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(xml, True)


def _refuse(*_: object) -> None:
    """Word never writes a document type; whoever does means to unfold entities."""
    raise Unreadable("bomb")


class _Open:
    """A paragraph being read; text boxes hold paragraphs inside paragraphs."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.is_item = self.is_title = False


class _Story:
    """One part of a document as it streams by."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[_Open] = []
        self.rows: list[list[list[str]]] = []
        self.depth, self.skip, self.is_text = 0, 0, False

    def start(self, name: str, given: dict[str, str]) -> None:
        space, _, local = name.rpartition("|")
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unreadable("bomb")
        if self.skip or (local in ("Fallback", "instrText", "delText", "del") and local != "t"):
            self.skip += 1
        elif _WORD in space:
            self._word(local, {key.rpartition("|")[2]: value for key, value in given.items()})

    def _word(self, local: str, given: dict[str, str]) -> None:
        top = self.open[-1] if self.open else None
        if local == "p":
            self.open.append(_Open())
        elif local == "t":
            self.is_text = True
        elif local == "tr":
            self.rows.append([])
        elif local == "tc" and self.rows:
            self.rows[-1].append([])
        elif top and local in _SIGNS:
            top.text.append(_SIGNS[local])
        elif top and local == "numPr":
            top.is_item = True
        elif top and local == "pStyle":
            top.is_title = bool(_TITLES.match(given.get("val", "")))

    def end(self, name: str) -> None:
        self.depth -= 1
        if self.skip:
            self.skip -= 1
            return
        space, _, local = name.rpartition("|")
        if _WORD not in space:
            return
        if local == "t":
            self.is_text = False
        elif local == "p" and self.open:
            self._close(self.open.pop())
        elif local == "tr" and self.rows:
            self._add("\t".join(cell for cell in (" ".join(part) for part in self.rows.pop()) if cell), True)

    def data(self, text: str) -> None:
        if self.is_text and self.open and not self.skip:
            self.open[-1].text.append(text)

    def _close(self, paragraph: _Open) -> None:
        text = re.sub(r"[^\S\n\t]+", " ", "".join(paragraph.text).replace("\u00ad", ""))
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        for number, line in enumerate(lines):
            # A tab is a cell's edge or an indent; inside a paragraph it parts words.
            line = line.replace("\t", " ")
            if self.rows and self.rows[-1]:
                self.rows[-1][-1].append(line)
            else:
                self._add(("• " if paragraph.is_item and not number else "") + line, number > 0, paragraph)

    def _add(self, text: str, is_tight: bool, paragraph: _Open | None = None) -> None:
        if self.rows and self.rows[-1]:  # a table inside a cell
            self.rows[-1][-1].append(text.replace("\t", " "))
        elif text:
            is_item = paragraph is not None and paragraph.is_item
            is_title = paragraph is not None and paragraph.is_title
            self.blocks.append(Block(text, is_tight=is_tight or is_item, is_title=is_title))


def _paragraphs(xml: bytes) -> list[Block]:
    story = _Story()
    _parse(xml, story.start, story.end, story.data)
    return story.blocks


def _dated(xml: bytes) -> date | None:
    """The day the file says it was made, else last changed."""
    found: dict[str, str] = {}
    inside: list[str] = []

    def data(text: str) -> None:
        if inside:
            found[inside[-1]] = found.get(inside[-1], "") + text

    def end(_name: str) -> None:
        inside.pop()

    _parse(xml, lambda name, _: inside.append(name.rpartition("|")[2]), end, data)
    for name in ("created", "modified"):
        try:
            return date.fromisoformat(found[name].strip()[:10])
        except (KeyError, ValueError):
            continue
    return None
