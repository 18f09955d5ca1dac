"""Addresses of articles: words out of the title, and paths of older sites that lead to them."""

import re
from urllib.parse import unquote, urlsplit

from spoiwo.polish import fold

LONGEST = 80
# Words that are pages of the room themselves.
TAKEN = frozenset({"new", "desk", "meeting", "of"})


class NoPath(ValueError):
    """What was pasted is no address of a page."""


def slug_of(title: str) -> str:
    """The end of an article's address: folded letters and digits joined by hyphens, cut at a word, never empty."""
    words = re.findall(r"[a-z0-9]+", fold(title))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}".strip("-")
        if len(longer) > LONGEST:
            break
        slug = longer
    slug = slug or "-".join(words)[:LONGEST].strip("-")
    return slug if slug and slug not in TAKEN else f"{slug}-wiadomosc".strip("-")


def former_path(line: str) -> str:
    """The path with its question of a pasted address, as requests are compared with it: `/news.php?id=12`.

    Percent signs are resolved and a trailing slash does not count. Raises `NoPath`.
    """
    try:
        parts = urlsplit(line.strip())
    except ValueError:
        raise NoPath(line) from None
    path = unquote(parts.path).rstrip("/")
    found = f"{path}?{unquote(parts.query)}" if parts.query else path
    is_ours = parts.scheme in ("", "http", "https") and (path.startswith("/") or bool(parts.netloc))
    if not is_ours or not found or len(found) > 300 or set(found) & {"\0", "\n"}:
        raise NoPath(line)
    return found
