"""What devices and forms send of a sheet, turned into writes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.workshops.rules.writing import Write

LARGEST = 400_000


class Unreadable(ValueError):
    """A body that is no list of writes."""


def writes_of_json(body: bytes) -> tuple[list[Write], int]:
    """The writes a device sends, and the revision it has seen: `{"writes": [{key, field, text, version}], "since": 7}`."""
    try:
        if len(body) > LARGEST:
            raise ValueError("too long")
        data = json.loads(body)
        writes = [
            Write(UUID(one["key"]), str(one["field"]), str(one["text"]), _version(one["version"]))
            for one in data["writes"]
        ]
        return writes, _version(data.get("since", 0))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as problem:
        raise Unreadable from problem


def writes_of_form(posted: Mapping[str, Any]) -> list[Write]:
    """The writes of a plain form, whose fields are `text-KEY`, `field-KEY` and `version-KEY`."""
    return list(_of_form(posted))


def _of_form(posted: Mapping[str, Any]) -> Iterator[Write]:
    for name, text in posted.items():
        if not name.startswith("text-"):
            continue
        key = name.removeprefix("text-")
        try:
            yield Write(
                UUID(key), posted.get(f"field-{key}", ""), text, _version(posted.get(f"version-{key}", 0))
            )
        except ValueError as problem:
            raise Unreadable from problem


def _version(value: Any) -> int:
    version = int(value)
    if not 0 <= version < 2**31:
        raise ValueError(value)
    return version


class PhotoForm(forms.Form):
    """Photographs of a sheet on paper."""

    photos = forms.FileField(
        label=_("Photograph of the sheet"),
        help_text=_("JPEG or PNG. It is kept beside the sheet until somebody has typed it in."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png", "capture": "environment"}),
    )
