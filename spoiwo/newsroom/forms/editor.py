"""The field people write an article in: an editor where there is a script, a text area for HTML or plain words where not."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.newsroom.rules.bodies import LONGEST, clean

# What the editor says of itself, by its own English words.
WORDS = {
    "Bold": _("Bold"),
    "Bullet list": _("Bullet list"),
    "Cancel": pgettext_lazy("button", "Cancel"),
    "Columns": _("Columns"),
    "Decimal numbers": _("Decimal numbers"),
    "Edit Link": _("Edit the link"),
    "Include header row": _("With a row of headings"),
    "Insert": _("Insert"),
    "Insert Table": _("Insert a table"),
    "List properties": _("Kind of list"),
    "List type": _("Kind of numbers"),
    "Lowercase Roman numerals": _("Small Roman numerals"),
    "Lowercase letters": _("Small letters"),
    "Rows": pgettext_lazy("of a table", "Rows"),
    "Start at": _("Begins with"),
    "Table Properties": _("Table"),
    "Title": _("Title of the link"),
    "Toggle fullscreen": _("Whole screen"),
    "URL": _("Address"),
    "Update": _("Change"),
    "Uppercase Roman numerals": _("Large Roman numerals"),
    "Uppercase letters": _("Large letters"),
}


class EditorWidget(forms.Textarea):
    """A text area that `newsroom/editor.js` makes an editor of, with the words it needs in the reader's language."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-editor"] = json.dumps(
            {text: str(said) for text, said in WORDS.items()}
        )
        return context


class EditorField(forms.CharField):
    """HTML of the kinds `rules.bodies` lets through; everything else that was pasted loses its marks and keeps its words."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", EditorWidget(attrs={"rows": 16}))
        options.setdefault(
            "help_text", _("Headings, lists, tables and links; text pasted from elsewhere loses its look.")
        )
        super().__init__(max_length=LONGEST, **options)

    def clean(self, value: Any) -> str:
        return clean(super().clean(value))
