"""The text of an article: HTML of a few kinds, cleaned of everything else, and the same as plain text.

What is let through is what the editor makes (`static/newsroom/editor.js`); whatever else somebody pastes or sends loses its
marks and keeps its words.
"""

import html
import re

import nh3

LONGEST = 200_000
INLINE = {"strong", "em", "u", "s", "sub", "sup", "a", "br"}
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
_CLEANER = nh3.Cleaner(
    tags=INLINE | BLOCKS | TABLES,
    attributes={
        "a": {"href", "title"},
        "ol": {"start"},
        "th": {"colspan", "rowspan"},
        "td": {"colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener",
    clean_content_tags={"script", "style", "title", "template", "svg", "math"},
)
# Headings of pasted pages stand one step lower here: the first belongs to the title.
_HEADINGS = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "b": "strong", "i": "em", "del": "s"}
_TAG = re.compile(r"<[^>]*>")
_END = re.compile(r"</(?:p|h2|h3|li|blockquote|tr)>|<(?:br|hr)[^>]*>")
_CELL = re.compile(r"</t[hd]>")


def clean(text: str) -> str:
    """The HTML that is kept of what was written or pasted; words without any mark become paragraphs.

    Linear in the length of the text; some 10 ms for a long article.
    """
    text = text.replace("\0", "").replace("\r\n", "\n")
    if not re.search(r"</?[a-zA-Z][^<>]*>", text):
        text = paragraphs(text)
    for tag, meant in _HEADINGS.items():
        text = re.sub(rf"<(/?){tag}(?=[\s>])[^>]*>", rf"<\g<1>{meant}>", text, flags=re.IGNORECASE)
    cleaned = _CLEANER.clean(text)
    if is_empty(cleaned):
        return ""
    cleaned = re.sub(r"(?:<p>(?:\s|<br>|&nbsp;)*</p>\s*)+$", "", cleaned.strip()).strip()
    return cleaned if "<" in cleaned else "<p>" + cleaned.replace("\n", "<br>") + "</p>"


def paragraphs(text: str) -> str:
    """Plain words as HTML: an empty line ends a paragraph, a single line end breaks the line."""
    parts = [html.escape(part.strip(), quote=False) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "".join("<p>" + part.replace("\n", "<br>") + "</p>" for part in parts)


def plain(body: str) -> str:
    """The words alone, a line for each paragraph, point or row, as search, feeds and summaries take them."""
    marked = _END.sub("\n", _CELL.sub("\t", body))
    lines = (" ".join(line.split()) for line in html.unescape(_TAG.sub("", marked)).split("\n"))
    return "\n".join(line for line in lines if line)


def is_empty(body: str) -> bool:
    """Whether nothing is said in it."""
    return not plain(body)


def summary(lead: str, body: str, length: int = 300) -> str:
    """The lead, or the beginning of the text cut at a word."""
    said = " ".join((lead or plain(body)).split())
    if len(said) <= length:
        return said
    return said[:length].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"
