"""Controls written by ourselves are those Django's templates give."""

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from spoiwo.kit.rendering import Renderer

CHOICES = [("", gettext_lazy("all")), ("a&b", "A & <b>"), (1414, 1414), ("safe", mark_safe("<i>x</i>"))]
GROUPED = [("", "—"), ("“quoted” & more", [("x", "X"), ("y", "Ż")]), ("rest", [(None, "none")])]
WIDGETS = [
    (forms.TextInput(attrs={"class": 'a"b', "required": True, "hidden": False, "data-n": 1000}), "it's <b>"),
    (forms.TextInput(), None),
    (forms.NumberInput(), 12345),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), "other"),
    (forms.HiddenInput(), ""),
    (forms.DateInput(), dt.date(2024, 9, 18)),
    (forms.EmailInput(), mark_safe("a&amp;b")),
    (forms.FileInput(attrs={"accept": ".csv"}), None),
    (forms.PasswordInput(), "secret"),
    (forms.Select(choices=CHOICES), "1414"),
    (forms.Select(choices=CHOICES, attrs={"class": "form-select"}), None),
    (forms.Select(choices=GROUPED), "y"),
    (forms.SelectMultiple(choices=GROUPED), ["x", "y"]),
    (forms.NullBooleanSelect(), True),
    (forms.RadioSelect(choices=CHOICES), "safe"),
    (forms.CheckboxSelectMultiple(choices=CHOICES), ["a&b"]),
    (forms.Textarea(), "long"),
    (forms.ClearableFileInput(), None),
]  # fmt: skip


def written(html: str) -> list[str]:
    """The lines of a control without the empty ones between them."""
    return [line.strip() for line in html.splitlines() if line.strip()]


@pytest.mark.parametrize(("widget", "value"), WIDGETS, ids=lambda part: type(part).__name__)
def test_a_control_is_the_one_that_djangos_templates_give(widget: forms.Widget, value: Any) -> None:
    ours = widget.render("name", value, {"id": "id_name"}, Renderer())
    assert written(ours) == written(widget.render("name", value, {"id": "id_name"}, DjangoTemplates()))


def test_what_a_choice_says_cannot_become_markup() -> None:
    control = forms.Select(choices=[('"><script>', "<script>")]).render("n", "", {}, Renderer())
    assert "<script>" not in control
    assert "&lt;script&gt;" in control


class Marked(forms.Select):
    """A list of choices with a template of its own for each."""

    option_template_name = "django/forms/widgets/radio_option.html"


def test_choices_with_a_template_of_their_own_are_left_to_django() -> None:
    widget = Marked(choices=[("a", "A")])
    ours = widget.render("name", "a", {}, Renderer())
    assert ours == widget.render("name", "a", {}, DjangoTemplates())
    assert "<input" in ours
