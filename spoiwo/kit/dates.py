"""Days as people write and type them."""

import datetime as dt

from django.utils import formats, timezone
from django.utils.translation import get_language


def today() -> dt.date:
    """The day in the office's time zone."""
    return timezone.localdate()


def parse_day(text: str | None) -> dt.date | None:
    """`2024-09-18` or `18.09.2024` as a day; None where it is neither or no such day."""
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(text or "", pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def written_day(day: dt.date | None) -> str:
    """The day in words: “18 września 2024 r.” in Polish, “18 September 2024” in English."""
    if day is None:
        return ""
    language = get_language() or "pl"
    words = formats.date_format(day, "j E Y" if language in {"pl", "uk"} else "j F Y")
    return {"pl": f"{words} r.", "uk": f"{words} р."}.get(language, words)
