"""HTML: the article of a page apart from its menus, its title, and the dates the page says of itself."""

import json
import re
from datetime import date
from typing import Any

from spoiwo.reading.document import Unreadable
from spoiwo.reading.formats.encodings import decoded
from spoiwo.reading.formats.extract import Block, Extract
from spoiwo.reading.formats.html_tree import Node, tree_of

_SILENT = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "audio",
    "video", "select", "button", "input", "textarea", "head", "datalist",
})  # fmt: skip
_PARTS = {
    "nav": "menu",
    "header": "header",
    "footer": "footer",
    "aside": "menu",
    "form": "menu",
    "dialog": "cookie",
}
_ROLES = {
    "navigation": "menu",
    "banner": "header",
    "contentinfo": "footer",
    "search": "menu",
    "complementary": "menu",
    "dialog": "cookie",
    "alertdialog": "cookie",
    "menu": "menu",
    "menubar": "menu",
}
_NAMES = (
    ("cookie", re.compile(r"cookie|rodo-bar|consent")),
    ("share", re.compile(r"^(?:share|social|udostepnij|addthis|sharing)|[-_](?:share|social|sharing)$|^drukuj|^print(?:[-_]|$)")),
    ("gallery", re.compile(r"galler|galeri|lightbox|slider|carousel|slideshow")),
    ("menu", re.compile(r"^(?:main-?|top-?|side-?)?(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|pagination|skip-?links?)$|breadcrumb|^menu[-_]|[-_]menu$|okruszki|skip-link")),
    ("footer", re.compile(r"^(?:site-?|page-?)?footer$|^stopka$")),
    ("header", re.compile(r"^(?:site-?|page-?)header$|^naglowek$|^baner$")),
)  # fmt: skip
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "footer",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_TIGHT = frozenset({"li", "tr", "dd", "dt"})
_PUBLISHED = frozenset({
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dc.date.created", "dcterms.created", "date", "pubdate", "publish-date",
    "publishdate", "og:published_time",
})  # fmt: skip
_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)


def read_html(content: bytes | str) -> Extract:
    """The paragraphs of the article of a page, furniture marked; raises `Unreadable` ("empty", "not_a_document")."""
    page = content if isinstance(content, str) else _decoded(content)
    root = tree_of(page)
    blocks = _Walk(root, _article(root)).run()
    if not any(block.text for block in blocks):
        raise Unreadable("empty")
    extract = Extract("html", blocks, "\n".join(block.text for block in blocks))
    extract.title = _title(root)
    extract.published, extract.first_published = _days(root)
    return extract


def _decoded(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    if named and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(named[1].decode())
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content, has_tags=True)


def _article(root: Node) -> Node | None:
    """The element that holds the text, where the page says so by itself and it is most of what could be read."""
    nodes = root.walk()
    for is_it in (
        lambda node: node.tag == "article" or node.attributes.get("itemprop") == "articleBody",
        lambda node: node.tag == "main" or node.attributes.get("role") == "main",
    ):
        found = [node for node in nodes if is_it(node)]
        longest = max(found, key=lambda node: len(node.text()), default=None) if len(found) < 50 else None
        if longest and len(longest.text()) > 200 and len(found) < 4:
            return longest
    return None


class _Walk:
    """Goes through a page in order and makes blocks; what is outside the article or in a part that is no text is furniture."""

    def __init__(self, root: Node, article: Node | None) -> None:
        self.root, self.article = root, article
        self.inside = set(map(id, article.walk())) if article else set()
        self.above = _ancestors(root, article) if article else set()
        self.blocks: list[Block] = []
        self.line: list[str] = []
        self.kind, self.is_tight, self.is_title = "", False, False

    def run(self) -> list[Block]:
        # A stack of elements and texts still to come, each with the part of the page it is in; None ends a block.
        stack: list[tuple[Node | str | None, str]] = [(self.root, "")]
        while stack:
            node, part = stack.pop()
            if node is None:
                self._flush()
                self.is_tight = self.is_title = False
            elif isinstance(node, str):
                self._text(node, part)
            elif not _is_silent(node):
                self._enter(node, part or self._part(node), stack)
        self._flush()
        return self.blocks

    def _text(self, text: str, part: str) -> None:
        if part != self.kind and text.strip():
            self._flush()
            self.kind = part
        self.line.append(text)

    def _enter(self, node: Node, part: str, stack: list[tuple[Node | str | None, str]]) -> None:
        if node.tag in _BLOCKS:
            self._flush()
            self.kind, self.is_tight, self.is_title = part, node.tag in _TIGHT, node.tag == "h1"
            stack.append((None, part))
        if node.tag == "li":
            self.line.append("• ")
        stack += [(child, part) for child in _inner(node)]

    def _part(self, node: Node) -> str:
        part = _part_of(node, id(node) in self.inside)
        is_beside = self.article and id(node) not in self.inside and id(node) not in self.above
        return part or ("menu" if is_beside else "")

    def _flush(self) -> None:
        text = _one_line(self.line)
        self.line.clear()
        for number, line in enumerate(line for line in text.split("\n") if line):
            self.blocks.append(
                Block(line, is_tight=self.is_tight or number > 0, furniture=self.kind, is_title=self.is_title)
            )


def _inner(node: Node) -> list[Node | str]:
    if node.tag == "br":
        return ["\v"]
    if node.tag == "tr":  # a row is one line, its cells apart by tabs
        cells = [child.text() for child in node.children if isinstance(child, Node)]
        return ["\t".join(cell for cell in cells if cell)]
    return node.children[::-1]


def _one_line(parts: list[str]) -> str:
    text = re.sub(r"[^\S\v\t\u00a0]+", " ", "".join(parts).replace("\u00ad", ""))
    text = re.sub(r" *\v *", "\n", text.replace("\u00a0", " "))
    return "" if text.strip() == "•" else text.strip(" \n\t")


def _ancestors(root: Node, article: Node) -> set[int]:
    parents = {id(child): node for node in root.walk() for child in node.children if isinstance(child, Node)}
    found, node = {id(root)}, article
    while id(node) in parents:
        node = parents[id(node)]
        found.add(id(node))
    return found


def _is_silent(node: Node) -> bool:
    given = node.attributes
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return (
        node.tag in _SILENT or hidden or re.search(r"display\s*:\s*none", given.get("style", "")) is not None
    )


def _part_of(node: Node, is_inside: bool) -> str:
    """Which part of the page an element is: by its name, its role, its classes, or because it is little but links."""
    if node.tag in _PARTS and not (is_inside and node.tag == "header"):
        return _PARTS[node.tag]
    if node.attributes.get("role", "") in _ROLES:
        return _ROLES[node.attributes["role"]]
    if node.tag not in ("body", "html", "article", "main", "p", "h1", "h2"):
        names = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}".lower().split()
        for kind, pattern in _NAMES:
            if any(pattern.search(name) for name in names):
                return kind
    return "menu" if node.tag in ("ul", "ol") and _is_links(node) else ""


def _is_links(node: Node) -> bool:
    links = [child for child in node.walk() if child.tag == "a"]
    linked = sum(len(link.text()) for link in links)
    return len(links) >= 3 and linked > 0.8 * len(node.text())


def _title(root: Node) -> str:
    nodes = root.walk()
    headings = [text for node in nodes if node.tag == "h1" and (text := node.text())]
    meta = next(
        (n.attributes.get("content", "") for n in nodes if n.attributes.get("property") == "og:title"), ""
    )
    named = next((node.text() for node in nodes if node.tag == "title"), "")
    for (
        heading
    ) in headings:  # the first heading may be the office's name: the one the page is called by is the title
        if heading in named or heading in meta:
            return heading[:300]
    title = meta.strip() or re.split(r"\s[-–|»]\s", named)[0].strip()
    return (headings[0] if len(headings) == 1 else title or next(iter(headings), ""))[:300]


def _days(root: Node) -> tuple[date | None, date | None]:
    """The day the page was published and, where it tells of changes since, the day it was first."""
    published = changed = None
    for node in root.walk():
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        value = _day(given.get("content") or given.get("datetime") or "")
        if node.tag == "script" and given.get("type", "").lower() == "application/ld+json":
            value, later = _linked_data("".join(child for child in node.children if isinstance(child, str)))
            published, changed = published or value, changed or later
        elif name in _PUBLISHED or (node.tag == "time" and "pubdate" in given):
            published = published or value
    times = [
        day
        for node in root.walk()
        if node.tag == "time" and (day := _day(node.attributes.get("datetime", "")))
    ]
    if published is None and len(set(times)) == 1:
        published = times[0]
    return published, published if changed and published and changed > published else None


def _linked_data(script: str) -> tuple[date | None, date | None]:
    try:
        stack: list[Any] = [json.loads(script)]
    except (ValueError, RecursionError):
        return None, None
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack += item
        elif isinstance(item, dict):
            if "datePublished" in item:
                return _day(str(item["datePublished"])), _day(str(item.get("dateModified", "")))
            stack += item.values()
    return None, None


def _day(text: str) -> date | None:
    found = _DAY.match(text.strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
