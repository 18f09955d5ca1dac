"""Typst templates to accessible PDF; what a document says arrives as data and is never spliced into its source."""

import datetime as dt
import json
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.apps import apps

from spoiwo.documents.fonts import font_folder

WORDS = {
    "pl": {"page": "Strona", "of": "z"},
    "en": {"page": "Page", "of": "of"},
    "uk": {"page": "Сторінка", "of": "з"},
}


class TemplateMissing(LookupError):
    """No room has a document template of that name."""


def pdf(
    template: str, data: dict[str, Any], *, title: str, language: str, made_at: dt.datetime | None = None
) -> bytes:
    """Renders `<room>/…/<name>.typ` with `data` as a tagged PDF/UA-1; the same input gives the same bytes.

    Raises `TemplateMissing` and `FontsMissing`. Costs some 20 ms for a page once the fonts are read.
    """
    import typst

    root = _workshop(_folders())
    path = root / template
    if not path.is_file():
        raise TemplateMissing(template)
    content = {**data, "title": title, "language": language, "words": WORDS.get(language, WORDS["en"])}
    return typst.compile(
        str(path),
        root=str(root),
        font_paths=[str(font_folder())],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(content, ensure_ascii=False, default=str)},
        pdf_standards=["ua-1"],
        timestamp=int((made_at or dt.datetime(2000, 1, 1, tzinfo=dt.UTC)).timestamp()),
    )


def _folders() -> tuple[Path, ...]:
    found = (
        Path(config.path) / "templates"
        for config in apps.get_app_configs()
        if config.name.startswith("spoiwo.")
    )
    return tuple(folder for folder in found if folder.is_dir())


@lru_cache
def _workshop(folders: tuple[Path, ...]) -> Path:
    """One folder with every room's document templates, because a template may import the house's own style."""
    root = Path(tempfile.mkdtemp(prefix="spoiwo-documents-"))
    for folder in folders:
        for source in folder.rglob("*.typ"):
            target = root / source.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return root
