"""A form's field for several files at once."""

from typing import Any

from django import forms


class ManyFiles(forms.FileInput):
    """The control; `data-folder` lets a script ask for a whole folder, for which HTML has no attribute."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """All files that were chosen, as a list; what each of them may be is told file by file: one bad file stops no other."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [file for file in given if file]
