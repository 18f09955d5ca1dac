"""Lato for printed documents: the web fonts' two subsets joined into one TrueType file per weight, at set-up."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "fonts"
WEIGHTS = (400, 700, 900)


class FontsMissing(RuntimeError):
    """The set-up step that collects fonts has not run."""

    def __init__(self) -> None:
        super().__init__(
            "The fonts of documents are missing. How to mend it: run “make start” once, or install the wheel."
        )


def font_folder() -> Path:
    """The folder with the fonts; raises `FontsMissing` where set-up has not run."""
    if not any(FOLDER.glob("*.ttf")):
        raise FontsMissing
    return FOLDER


def collect_fonts(node_modules: Path, target: Path = FOLDER) -> None:
    """Joins latin and latin-ext of each weight; a document needs ą and a from one font for even kerning."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    target.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        parts = []
        for subset in ("latin", "latin-ext"):
            font = TTFont(node_modules / f"@fontsource/lato/files/lato-{subset}-{weight}-normal.woff2")
            font.flavor = None
            part = target / f"part-{subset}.tmp"
            font.save(part)
            parts.append(str(part))
        Merger().merge(parts).save(target / f"Lato-{weight}.ttf")
        for part in parts:
            Path(part).unlink()
