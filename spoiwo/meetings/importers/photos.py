"""Photographs out of cameras: checked, turned upright, made smaller, and stripped of all that is not the picture."""

import io
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from spoiwo.kit.request import Refused

LARGE, SMALL = 2000, 600
MOST_PIXELS = 80_000_000
"""Some 240 MB in memory; no camera of today's telephones makes more by default."""
LEAST_SIDE = 200


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph as JPEG in two sizes, without any metadata; width and height are the large one's, in pixels."""

    large: bytes
    small: bytes
    width: int
    height: int


def read_photo(file: IO[bytes]) -> Picture:
    """The photograph in `file` (JPEG or PNG) re-encoded; raises `Refused` with what is wrong with any other.

    The size is asked of the head, before a pixel is unpacked, so that a small file cannot fill the memory. Half a second
    for twelve million pixels.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=("JPEG", "PNG")) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise Refused(_("This picture has too many pixels. Save it smaller and send it again."))
            if min(width, height) < LEAST_SIDE:
                raise Refused(_("This picture is too small to be shown."))
            opened.draft("RGB", (2 * LARGE, 2 * LARGE))
            upright = _plain(ImageOps.exif_transpose(opened))
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise Refused(_("This is no photograph: only JPEG and PNG pictures are taken here.")) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise Refused(
            _("This picture is broken and cannot be read. Save it anew and send it again.")
        ) from None
    large, small = _fitted(upright, LARGE), _fitted(upright, SMALL)
    return Picture(_encoded(large), _encoded(small), *large.size)


def _plain(image: Any) -> Any:
    """The colours alone, in sRGB on white, in a new image: what the old one carried besides stays behind."""
    image = _in_srgb(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    clean = Image.new("RGB", image.size)
    clean.paste(image.convert("RGB"))
    return clean


def _in_srgb(image: Any) -> Any:
    """The same colours for screens that know no profile; a broken profile is passed over."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return (
            ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            or image
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _fitted(image: Any, side: int) -> Any:
    copy = image.copy()
    copy.thumbnail((side, side), Image.Resampling.LANCZOS)
    return copy


def _encoded(image: Any) -> bytes:
    content = io.BytesIO()
    image.save(content, "JPEG", quality=84, optimize=True, progressive=True)
    return content.getvalue()
