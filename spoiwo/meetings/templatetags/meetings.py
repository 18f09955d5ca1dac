"""Filters of this room's pages."""

from django import template

from spoiwo.meetings.queries.words import access_words

register = template.Library()
register.filter("access_words", access_words)
