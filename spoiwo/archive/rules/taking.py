"""Which files are taken in, and under which name."""

import re

MOST_FILES = 500
TAKEN = (
    ".pdf",
    ".docx",
    ".htm",
    ".html",
    ".rtf",
    ".txt",
    ".text",
    ".eml",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
)
# Control letters, those that turn the reading round, and halves of letters that no database writes.
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_JUNK = re.compile(r"(^|/)(\.|__MACOSX|Thumbs\.db|desktop\.ini|~\$)", re.IGNORECASE)


def is_junk(name: str) -> bool:
    """Whether the file is one that systems leave in folders and nobody wants to keep."""
    return bool(_JUNK.search(name.replace("\\", "/")))


def tidy_name(name: str) -> str:
    """The file's name with its folders, free of anything odd; at most 300 characters, the end kept."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return _ODD.sub("_", "/".join(parts))[-300:] or "plik"
