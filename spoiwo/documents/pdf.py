"""Typst templates to accessible PDF; what a document says arrives as data and is never spliced into its source."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils import timezone

from spoiwo.documents.codes import code_pictures
from spoiwo.documents.fonts import font_folder, font_paths
from spoiwo.documents.lettering import bound, each_text, is_seen, settable

# Tagged for screen readers (PDF/UA-1, ISO 14289-1) and fit for an archive (PDF/A-2a, ISO 19005-2) at once.
STANDARDS = ["ua-1", "a-2a"]
LONG = 60_000  # bytes of data, some fifty pages
PATIENCE = 300  # seconds
PROGRAM = Path(__file__).resolve().parents[2]
SUFFIXES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp"}


class TemplateMissing(LookupError):
    """No room has a document template of that name."""

    def __init__(self, template: str) -> None:
        super().__init__(
            f"There is no document template “{template}”. It should lie in a room's folder templates/{template}, "
            "and the room should be among the installed ones."
        )


class DocumentFailed(RuntimeError):
    """Typst refused a template or a picture; the message says where."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A funder's or an office's sign: the picture (PNG, JPEG, GIF, WebP, SVG) and what it says to who cannot see it."""

    picture: bytes
    alt: str

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a logo needs words for those who cannot see it")

    @property
    def suffix(self) -> str:
        """The kind of the picture, told from its first bytes; whatever is no known bitmap counts as SVG."""
        return next((suffix for start, suffix in SUFFIXES.items() if self.picture.startswith(start)), "svg")


def pdf(
    template: str,
    data: Mapping[str, Any],
    *,
    language: str,
    title: str,
    logos: Sequence[Logo] = (),
    pictures: Sequence[Logo] = (),
    codes: Iterable[str] = (),
    made_at: dt.datetime | None = None,
) -> bytes:
    """Renders the template `<room>/documents/<name>.typ` with `data` as PDF/UA-1 and PDF/A-2a.

    The template reads `json("/data.json")`: `data` and in it `title`, `language` (“pl”, “en”, “uk”), `logos` and
    `pictures` (file, alt). Days and decimals arrive as text, so say them as a person should read them. `codes` are the texts it shows as
    QR codes, with `code(text)` of `house.typ`. The same input with the same `made_at` (by default now) gives the same
    bytes. Raises `TemplateMissing`, `FontsMissing`, `DocumentFailed`. Costs some 5 ms for a page once the fonts are read (20 ms, once per process).
    """
    if template not in _templates():
        raise TemplateMissing(template)
    language = language.split("-")[0]
    signs, shots = _named("logos", logos), _named("pictures", pictures)

    @lru_cache(maxsize=4096)  # of a thousand letters, most paragraphs are the same
    def set_well(text: str) -> str:
        return bound(settable(text), language)

    content = each_text({**data, "title": title if is_seen(title) else "Spoiwo", "logos": signs}, set_well)
    content["pictures"] = each_text(shots, set_well)
    pairs = zip([*signs, *shots], [*logos, *pictures], strict=True)
    files = {sign["file"].lstrip("/"): logo.picture for sign, logo in pairs}
    if drawn := {set_well(text): picture for text, picture in code_pictures(codes).items()}:
        files["codes.json"] = json.dumps(drawn).encode()
    moment = made_at or timezone.now()
    return compiled(
        template,
        {**content, "language": language},
        files,
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=int(moment.timestamp()),
    )


def _named(folder: str, logos: Sequence[Logo]) -> list[dict[str, str]]:
    return [{"file": f"/{folder}/{n}.{logo.suffix}", "alt": logo.alt} for n, logo in enumerate(logos)]


def picture(
    template: str, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None, *, ppi: int = 300
) -> bytes:
    """A template of one page as PNG at `ppi` dots per inch. Raises as `pdf` does."""
    return compiled(template, dict(data), files or {}, format="png", ppi=ppi)


@lru_cache(maxsize=64)
def bitmap(logo: Logo, dots: int = 708) -> bytes:
    """The logo as PNG, `dots` high, for programs that take few kinds of pictures. Raises `DocumentFailed`."""
    name = f"logos/0.{logo.suffix}"
    ppi = round(dots / 60 * 25.4)  # the template is 60 mm high
    return picture("documents/picture.typ", {"file": f"/{name}"}, {name: logo.picture}, ppi=ppi)


def light(logos: Sequence[Logo]) -> list[Logo]:
    """The logos fit for a file of many papers: a drawing is kept in it once for each page, a bitmap once for all.

    Sharp at 600 dots per inch up to a height of 11 mm. Raises `DocumentFailed`.
    """
    return [Logo(bitmap(logo, 260), logo.alt) if logo.suffix == "svg" else logo for logo in logos]


def compiled(template: str, data: dict[str, Any], files: Mapping[str, bytes], **options: Any) -> bytes:
    """Runs Typst over a file system in memory: every room's templates, the data, the pictures; nothing else is reachable.

    A long document is set in a process of its own (see `press.py`), which costs some 0.2 s more.
    """
    main = f'#include "/{template}"'.encode()
    # Typst's world in memory takes texts only, so what is none goes in as lists of numbers; `house.typ` makes pictures of them.
    drawings = {name: content for name, content in files.items() if _is_text(content)}
    bitmaps = {f"/{name}": list(content) for name, content in files.items() if name not in drawings}
    # What is not in the world is looked for under the root: a folder that holds nothing but fonts.
    options = {**options, "root": str(font_folder()), "ignore_system_fonts": True}
    content = json.dumps(data, ensure_ascii=False).encode()
    world = {
        **_templates(),
        "codes.json": b"{}",
        "pictures.json": json.dumps(bitmaps).encode(),
        **drawings,
        "data.json": content,
        "main.typ": main,
    }
    try:
        return (_set_apart if len(content) > LONG else _set_here)(world, options)
    # TypstError is a RuntimeError; a broken picture can raise the bare kind
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        raise DocumentFailed(
            f"“{template}” cannot be printed. {getattr(error, 'diagnostic', '') or error}"
        ) from error


def _set_here(world: Mapping[str, bytes], options: Mapping[str, Any]) -> bytes:
    import typst

    return typst.compile(dict(world), font_paths=_fonts(tuple(font_paths())), **options)


def _set_apart(world: Mapping[str, bytes], options: Mapping[str, Any]) -> bytes:
    texts = {name: content.decode() for name, content in world.items()}
    order = {"world": texts, "font_folders": font_paths(), "options": options}
    done = subprocess.run(
        [sys.executable, "-m", "spoiwo.documents.press"],
        input=json.dumps(order).encode(),
        capture_output=True,
        check=False,
        cwd=PROGRAM,
        timeout=PATIENCE,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _templates() -> dict[str, bytes]:
    folders = tuple(Path(config.path) / "templates" for config in apps.get_app_configs())
    return _read_templates.__wrapped__(folders) if settings.DEBUG else _read_templates(folders)


@lru_cache
def _read_templates(folders: tuple[Path, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.typ")):
            found.setdefault(path.relative_to(folder).as_posix(), path.read_bytes())
    return found


@lru_cache
def _fonts(folders: tuple[str, ...]) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
