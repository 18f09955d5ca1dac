"""Filters of this room's pages."""

from django import template

from spoiwo.meetings.labels import ACCESS_LABELS
from spoiwo.meetings.models import Needs
from spoiwo.meetings.rules.states import Access

register = template.Library()


@register.filter
def access_words(needs: Needs) -> str:
    """The ticked needs in words."""
    return ", ".join(str(ACCESS_LABELS[Access(key)]) for key in needs.access if key in set(Access))
