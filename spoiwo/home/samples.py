"""Sample data for /ui/."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """A form with every kind of field, some of them refused."""

    name = forms.CharField(label=_("name and surname"), help_text=_("As it should stand on the list."))
    email = forms.EmailField(label=_("e-mail address"))
    kind = forms.ChoiceField(label=_("channel"), choices=[("email", _("e-mail")), ("phone", _("telephone"))])
    day = forms.DateField(label=_("day"), required=False)
    note = forms.CharField(label=_("remarks"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    consent = forms.BooleanField(label=_("I have read the privacy notice"), required=False)
    way = forms.ChoiceField(
        label=_("answer"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("yes", _("yes")), ("no", _("no"))],
    )


def components(request: HttpRequest) -> dict[str, Any]:
    """Context of the page of components."""
    tones = [("", _("in force")), ("wait", _("waiting")), ("stop", _("in doubt")), ("off", _("ended"))]
    return {"tones": tones, "form": SampleForm({"email": "anna@", "kind": "email"}, auto_id="sample_%s")}
