"""A page of HTML as a small tree: forgiving, bounded in depth, without a library."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "basefont", "frame", "isindex",
})  # fmt: skip
_CLOSES = {
    "p": frozenset({"p"}),
    "li": frozenset({"li"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
}
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "pre", "section", "table",
    "ul",
})  # fmt: skip
_WALLS = frozenset({"table", "ul", "ol", "dl", "div", "section", "article", "body", "html"})
_DEEPEST = 120


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name, its attributes, and in order its children and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def text(self) -> str:
        """All text below, white space made one."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            elif node.tag not in ("script", "style", "template", "noscript"):
                stack += node.children[::-1]
                parts.append(" " if node.tag in _BLOCKS or node.tag == "br" else "")
        return " ".join("".join(parts).split())

    def walk(self) -> "list[Node]":
        """This element and all below, in order."""
        found, stack = [], [self]
        while stack:
            node = stack.pop()
            found.append(node)
            stack += [child for child in node.children[::-1] if isinstance(child, Node)]
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            return
        self._make_room(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        # Deeper than any page is meant to be: what comes lies flat, so that no page can exhaust us.
        if tag not in _EMPTY and len(self.open) < _DEEPEST:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY and tag not in ("script", "style", "div", "p", "a", "html"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _make_room(self, tag: str) -> None:
        """Closes what the new element ends without saying so: a paragraph, an item, a cell."""
        closes = _CLOSES.get(tag, frozenset({"p"}) if tag in _BLOCKS else frozenset())
        for depth in range(len(self.open) - 1, 0, -1):
            name = self.open[depth].tag
            if name in closes:
                del self.open[depth:]
            elif name in _WALLS:
                return


def tree_of(page: str) -> Node:
    """The tree of a page; never raises on bad HTML."""
    builder = _Builder()
    try:
        builder.feed(page)
        builder.close()
    except (AssertionError, ValueError):  # the parser gives up on some broken declarations
        builder.open[-1].children.append("")
    return builder.root
