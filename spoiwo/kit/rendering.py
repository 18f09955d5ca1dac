"""Form controls written without a template for each option: the same HTML as Django's, in a tenth of the time."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeData

_FOLDER = "django/forms/widgets/"
_OPTION = f"{_FOLDER}select_option.html"
_INPUTS = frozenset(
    f"{_FOLDER}{name}.html"
    for name in ("checkbox", "date", "email", "file", "hidden", "input", "number", "password", "search", "tel", "text", "url")
)  # fmt: skip


class Renderer(DjangoTemplates):
    """Writes plain lists of choices and single-line inputs by itself and leaves the rest to Django's templates.

    A list of forty kinds is eighty included templates otherwise, half of the time of a page with filters.
    """

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The control as HTML; every part is escaped where it is put in, and the widget marks the whole as safe."""
        widget = context.get("widget", {})
        if template_name in _INPUTS:
            return _input(widget)
        if template_name == f"{_FOLDER}select.html" and _is_plain(widget):
            return _select(widget)
        return super().render(template_name, context, request)


def _is_plain(widget: dict[str, Any]) -> bool:
    return all(
        option["template_name"] == _OPTION for _name, group, _index in widget["optgroups"] for option in group
    )


def _select(widget: dict[str, Any]) -> str:
    parts = [f'<select name="{conditional_escape(widget["name"])}"{_attributes(widget["attrs"])}>']
    for name, group, _index in widget["optgroups"]:
        if name:
            parts.append(f'\n  <optgroup label="{conditional_escape(localize(name))}">')
        parts += [
            f'\n  <option value="{_written(option["value"])}"{_attributes(option["attrs"])}>'
            f"{conditional_escape(localize(option['label']))}</option>\n"
            for option in group
        ]
        if name:
            parts.append("\n  </optgroup>")
    return "".join([*parts, "\n</select>"])


def _input(widget: dict[str, Any]) -> str:
    value = "" if widget["value"] is None else f' value="{_written(widget["value"])}"'
    name = conditional_escape(widget["name"])
    return f'<input type="{conditional_escape(widget["type"])}" name="{name}"{value}{_attributes(widget["attrs"])}>'


def _attributes(attributes: dict[str, Any]) -> str:
    return "".join(
        f" {conditional_escape(name)}"
        if value is True
        else f' {conditional_escape(name)}="{_written(value)}"'
        for name, value in attributes.items()
        if value is not False
    )


def _written(value: Any) -> str:
    return conditional_escape(value if isinstance(value, SafeData) else str(value))
