"""An empty installation: no form is a dead end for the administrator who opens it first."""

from typing import Any

import pytest
from django import forms
from django.test.utils import ContextList
from django.urls import NoReverseMatch, reverse

from tests.doors import door_map
from tests.make import make_user


def plain_addresses() -> list[str]:
    """Addresses that need nothing to be known."""
    found = set()
    for name in door_map():
        try:
            found.add(reverse(name))
        except NoReverseMatch:
            continue
    return sorted(found)


def empty_choices(context: Any) -> list[forms.ModelChoiceField]:
    """Fields of the page that must be chosen from and offer nothing."""
    layers = context if isinstance(context, ContextList) else [context] if context else []
    shown = [value for layer in layers for value in layer.flatten().values()]
    fields = [field for form in shown if isinstance(form, forms.BaseForm) for field in form.fields.values()]
    choices = [field for field in fields if isinstance(field, forms.ModelChoiceField) and field.required]
    return [field for field in choices if field.queryset is not None and not field.queryset.exists()]


@pytest.mark.django_db
@pytest.mark.parametrize("address", plain_addresses())
def test_a_choice_among_nothing_says_what_to_do_first(client: Any, address: str) -> None:
    client.force_login(make_user("Adam Nowicki", is_admin=True))
    answer = client.get(address)
    for field in empty_choices(answer.context):
        assert reverse("partnerships:partnership_new") in answer.content.decode().partition("<main")[2], (
            field.label
        )
