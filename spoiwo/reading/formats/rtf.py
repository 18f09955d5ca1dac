"""Rich Text Format: the words of a document in any code page, heads and feet apart, pictures and fields passed over."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats.extract import Block, Extract

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.S
)
_CHARSETS = {
    0: "cp1252", 128: "cp932", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_SILENT = frozenset({
    "fonttbl", "colortbl", "stylesheet", "pict", "object", "objdata", "fldinst", "filetbl", "listtable",
    "listoverridetable", "rsidtbl", "generator", "themedata", "colorschememapping", "datastore",
    "latentstyles", "xmlnstbl", "pgptbl", "annotation", "atnid", "atnauthor", "atndate", "atnref",
    "bkmkstart", "bkmkend", "shpinst", "sp", "sn", "sv", "nonshppict", "pntext", "pntxtb", "pntxta",
    "listtext", "template", "author", "operator", "company", "category", "manager", "doccomm",
    "hlinkbase", "keywords", "comment", "subject", "datafield", "wgrffmtfilter", "mmathPr", "revtbl",
    "private", "xe", "tc", "revtim", "printim", "buptim", "footnotesep",
})  # fmt: skip
_STORIES = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip
_BREAKS = frozenset({"par", "sect", "page", "line", "row", "nestrow", "column"})
_SIGNS = {
    "tab": " ", "emdash": "—", "endash": "–", "bullet": "• ", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "cell": "\t", "nestcell": "\t", "emspace": " ", "enspace": " ", "zwj": "", "zwnj": "",
}  # fmt: skip
_DEEPEST = 2000


@dataclass(slots=True)
class _State:
    """What a brace opens and its partner closes."""

    story: str = "body"
    is_silent: bool = False
    font: int = 0
    skip: int = 1
    is_hidden: bool = False


@dataclass(slots=True)
class _Reading:
    """Everything read so far."""

    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    stories: dict[str, list[str]] = field(default_factory=dict)
    raw: bytearray = field(default_factory=bytearray)
    pending: int = 0
    defining: int | None = None
    day: dict[str, int] = field(default_factory=dict)


def read_rtf(content: bytes) -> Extract:
    """The paragraphs of an RTF file; raises `Unreadable` ("empty", "broken", "bomb")."""
    start = content.find(b"{\\rtf")
    body, reading = _Parser(content[start:]).run()
    blocks = [
        Block(line, furniture=kind)
        for kind in ("header", "footer")
        for line in _lines(reading.stories.get(kind, []))
    ]
    blocks += [Block(line, is_tight="\t" in line) for line in _lines(body)]
    if not any(block.text for block in blocks):
        raise Unreadable("pictures_only" if b"\\pict" in content else "empty")
    extract = Extract("rtf", blocks, "\n".join(block.text for block in blocks))
    extract.dated = _day(reading.day)
    return extract


def _lines(parts: list[str]) -> list[str]:
    text = "".join(parts).replace("\u00ad", "")
    lines = (re.sub(r"[^\S\t]+", " ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _day(found: dict[str, int]) -> date | None:
    try:
        return date(found["yr"], found["mo"], found["dy"])
    except (KeyError, ValueError):
        return None


class _Parser:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.state = _State()
        self.stack: list[_State] = []
        self.reading = _Reading()

    def run(self) -> tuple[list[str], _Reading]:
        """Body and everything else, once through the file."""
        at = 0
        while token := _TOKEN.match(self.content, at):
            at = token.end()
            word, number = token[1], int(token[2]) if token[2] else None
            if word == b"bin":
                at += max(0, number or 0)
            elif word:
                self._word(word.decode(), number)
            else:
                self._other(token)
        self._flush()
        return self.reading.stories.get("body", []), self.reading

    def _other(self, token: re.Match[bytes]) -> None:
        if token[3]:
            self._byte(int(token[3], 16))
        elif token[4]:
            self._sign(token[4])
        elif token[5]:
            self._brace(token[5])
        elif token[6]:
            self._text(token[6])

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self.reading.pending = 0
        if brace == b"{":
            self.stack.append(self.state)
            self.state = replace(self.state)
            if len(self.stack) > _DEEPEST:
                raise Unreadable("bomb")
        elif self.stack:
            self.state = self.stack.pop()

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._flush()
            self._put(_letter(number))
            self.reading.pending = self.state.skip
        elif word in _BREAKS:
            self._put("\n")
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in _SILENT:
            self._flush()
            self.state.is_silent = True
            self.reading.defining = None
        elif word in _STORIES:
            self._flush()
            self.state.story = _STORIES[word]
        elif word == "footnote":
            self._put(" ")
        else:
            self._set(word, number)

    def _set(self, word: str, number: int | None) -> None:
        reading, state = self.reading, self.state
        if word == "ansicpg":
            reading.page = _page(number or 1252)
        elif word == "f":
            self._flush()
            state.font = reading.defining = number or 0
        elif word == "fcharset" and number in _CHARSETS and reading.defining is not None and number:
            reading.fonts[reading.defining] = _CHARSETS[number]
        elif word == "uc":
            state.skip = max(0, min(number if number is not None else 1, 10))
        elif word in ("v", "plain"):
            self._flush()
            state.is_hidden = word == "v" and number != 0
        else:
            self._inform(word, number)

    def _inform(self, word: str, number: int | None) -> None:
        """What the file says of itself."""
        if word in ("creatim", "title"):
            self.state.story = word
        elif word in ("yr", "mo", "dy") and self.state.story == "creatim":
            self.reading.day[word] = number or 0

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":  # a group that may be passed over by who does not know it
            self.state.is_silent = True
        elif sign in b"\\{}":
            self._byte(sign[0])
        else:
            self._put({b"~": "\u00a0", b"-": "\u00ad", b"_": "-", b"\n": "\n", b"\r": "\n"}.get(sign, ""))

    def _byte(self, byte: int) -> None:
        if self.reading.pending:
            self.reading.pending -= 1
        else:
            self.reading.raw.append(byte)

    def _text(self, text: bytes) -> None:
        passed = min(self.reading.pending, len(text))
        self.reading.pending -= passed
        self.reading.raw += text[passed:]

    def _flush(self) -> None:
        """Decodes the bytes collected so far: letters of two bytes must stay together."""
        reading = self.reading
        if reading.raw:
            text = bytes(reading.raw).decode(reading.fonts.get(self.state.font, reading.page), "replace")
            reading.raw.clear()
            self._keep(text)

    def _put(self, text: str) -> None:
        self._flush()
        self._keep(text)

    def _keep(self, text: str) -> None:
        if not (self.state.is_silent or self.state.is_hidden):
            self.reading.stories.setdefault(self.state.story, []).append(text)


def _page(number: int) -> str:
    name = "mac_roman" if number == 10000 else f"cp{number}"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _letter(number: int) -> str:
    code = number % 65536
    return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
