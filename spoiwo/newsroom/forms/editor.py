"""The field people write an article in: an editor where there is a script, a text area for HTML or plain words where not."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.newsroom.rules.bodies import LONGEST, clean

# What the editor says of itself, by its own English words in small letters.
WORDS = {
    "toolbar": _("Bar of the editor"),
    "paragraph": _("Paragraph"),
    "heading 2": _("Heading"),
    "heading 3": _("Smaller heading"),
    "unordered list": _("List with points"),
    "ordered list": _("Numbered list"),
    "list properties": _("Kind of numbers"),
    "list type": _("Kind of numbers"),
    "start at": _("Begins with"),
    "decimal numbers": _("Numbers"),
    "lowercase letters": _("Small letters"),
    "uppercase letters": _("Capital letters"),
    "lowercase roman numerals": _("Small Roman numerals"),
    "uppercase roman numerals": _("Roman numerals"),
    "blockquote": _("Quotation"),
    "horizontal rule": _("Line across"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "underline": _("Underlined"),
    "strike": _("Struck through"),
    "insert link": _("Link"),
    "remove link": _("Remove the link"),
    "edit link": _("Link"),
    "url": _("Address"),
    "title": _("What the link says when pointed at"),
    "insert table": _("Insert a table"),
    "table properties": pgettext_lazy("editor", "Table"),
    "include header row": _("With a row of headings"),
    "rows": pgettext_lazy("of a table", "Rows"),
    "columns": pgettext_lazy("of a table", "Columns"),
    "add column": _("Add a column"),
    "delete column": _("Remove the column"),
    "add row": _("Add a row"),
    "delete row": _("Remove the row"),
    "merge cells": _("Join the cells"),
    "split cell": _("Split the cell"),
    "toggle header cell": _("Heading cell or plain one"),
    "delete table": pgettext_lazy("editor", "Remove the table"),
    "undo": pgettext_lazy("editor", "Undo"),
    "redo": pgettext_lazy("editor", "Redo"),
    "yes": pgettext_lazy("answer", "yes"),
    "no": pgettext_lazy("answer", "no"),
    "insert": pgettext_lazy("editor", "Insert"),
    "update": pgettext_lazy("editor", "Change"),
    "cancel": pgettext_lazy("button", "Cancel"),
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
