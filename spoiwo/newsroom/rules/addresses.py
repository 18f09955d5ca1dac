"""Addresses of articles: words out of the title, and paths of older sites that lead to them."""

import re
from urllib.parse import unquote, urlsplit

from spoiwo.polish import fold

LONGEST = 80
# Words that are pages of the room themselves.
TAKEN = frozenset({"new", "desk", "atom", "rss", "meeting", "preview"})


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

    Percent signs are resolved and a trailing slash does not count. Raises ValueError for what is no path of a page.
    """
    parts = urlsplit(line.strip())
    path = unquote(parts.path).rstrip("/")
    if (
        parts.scheme not in ("", "http", "https")
        or not (path.startswith("/") or parts.netloc)
        or "\n" in path
    ):
        raise ValueError(line)
    found = f"{path}?{unquote(parts.query)}" if parts.query else path
    if not found or len(found) > 300 or "\0" in found:
        raise ValueError(line)
    return found
