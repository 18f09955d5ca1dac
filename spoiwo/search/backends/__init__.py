"""The two full-text engines behind one face: `candidates`, `store`, `erase`, `count_words`."""

from types import ModuleType

from django.db import connection

from spoiwo.search.backends import postgresql, sqlite


def engine() -> ModuleType:
    """The engine of the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite
