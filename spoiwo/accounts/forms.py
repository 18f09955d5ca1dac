"""Forms of accounts."""

from typing import Any

from allauth.account import forms as library
from django import forms
from django.utils.translation import gettext_lazy as _

from spoiwo.kit.listing import Filters


class UserFilters(Filters):
    """Search by name or address; both are short, so no folded column is kept."""

    def narrow(self, queryset):
        for word in self.cleaned_data.get("q", "").split()[:5]:
            queryset = queryset.filter(name__icontains=word) | queryset.filter(email__icontains=word)
        return queryset


class InviteForm(forms.Form):
    """Whom to invite."""

    email = forms.EmailField(label=_("e-mail address"))
    name = forms.CharField(label=_("name and surname"), max_length=150)
    is_admin = forms.BooleanField(label=_("administrator of the installation"), required=False)


class UserForm(forms.Form):
    """What an administrator changes of an account."""

    name = forms.CharField(label=_("name and surname"), max_length=150)
    is_admin = forms.BooleanField(label=_("administrator of the installation"), required=False)


class NameForm(forms.Form):
    """What a person changes of their own account."""

    name = forms.CharField(label=_("name and surname"), max_length=150)


class LoginForm(library.LoginForm):
    """The library's form; its link to a forgotten password stands beside the button instead of above the field."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"].help_text = ""
