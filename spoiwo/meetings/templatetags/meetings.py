"""Filters of this room's pages."""

from django import template

from spoiwo.meetings.queries.words import access_words, days_and_hours, short_moment

register = template.Library()
register.filter("access_words", access_words)
register.filter("days_and_hours", days_and_hours)
register.filter("short_moment", short_moment)
