"""The documented shape of a document as `Document.to_json` writes it: JSON Schema, 2020-12."""

from typing import Any

_OFFSET = {"type": "integer", "minimum": 0, "description": "counts characters of text"}
_TEXT = {"type": "string"}
_DATE = {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_NUMBER = {"type": "integer", "minimum": 1}
_SIZE = {"type": "number", "exclusiveMinimum": 0}
FORMATS = ("pdf", "docx", "html", "rtf", "txt", "eml", "picture")
LANGUAGES = ("pl", "uk", "en", "")
KINDS_OF_FURNITURE = ("header", "footer", "menu", "address", "gallery", "page_number", "share", "cookie")
WARNINGS = (
    "metadata_date", "bad_text_layer", "recognised", "pages_not_read", "words_out_of_order", "not_polish", "macros_ignored",
)  # fmt: skip


def _closed(description: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_SPAN = {"start": _OFFSET, "end": _OFFSET}
DOCUMENT_SCHEMA: dict[str, Any] = _closed(
    "A file as it was read.",
    format={"enum": list(FORMATS), "description": "told from the bytes, not from the name"},
    text={"type": "string", "description": "in reading order, repaired, without furniture"},
    original={"type": "string", "description": "as it stood in the file"},
    language={"enum": list(LANGUAGES)},
    title=_TEXT,
    published=_DATE,
    first_published=_DATE,
    pages=_many(
        _closed("A page and its part of the text.", number=_NUMBER, **_SPAN, width=_SIZE, height=_SIZE)
    ),
    boxes=_many(
        _closed(
            "Where words stand: shares of the page's width and height from its upper left corner.",
            **_SPAN,
            page=_NUMBER,
            left=_SHARE,
            top=_SHARE,
            right=_SHARE,
            bottom=_SHARE,
        )
    ),
    furniture=_many(_closed("What is of the page and not of the text.", kind={"enum": list(KINDS_OF_FURNITURE)}, text=_TEXT)),
    changes=_many(
        _closed(
            "A word repaired: the span of after.",
            **_SPAN,
            before=_TEXT,
            after=_TEXT,
            alternatives=_many(_TEXT),
            confidence=_SHARE,
        )
    ),
    moved=_many(
        _closed("Words that stood out of order.", **_SPAN, is_mended={"type": "boolean"}, text=_TEXT)
    ),
    warnings=_many({"enum": list(WARNINGS)}),
    is_scan={"type": "boolean"},
)  # fmt: skip
