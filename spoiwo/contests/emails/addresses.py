"""Whom letters about an entry go to, and under which address its writer finds it."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse

from spoiwo.contests.models import Entry, Writer
from spoiwo.mail.post import Draft


def link_of(writer: Writer, name: str = "contests:writing") -> str:
    """The writer's own address, from outside."""
    return settings.PUBLIC_URL.rstrip("/") + reverse(name, args=[writer.secret])


def to_writers(entry: Entry, template: str, **context: Any) -> Iterator[Draft]:
    """The same letter to everybody who writes the entry, each with the own link."""
    for writer in entry.writers.filter(closed_at=None):
        yield to_writer(writer, entry, template, **context)


def to_writer(writer: Writer, entry: Entry, template: str, **context: Any) -> Draft:
    """A letter about the entry to one of its writers.

    It has no scope: the post of a partnership is read by people who must not learn who enters, let alone the secret.
    """
    edition = entry.edition
    return Draft(
        to=writer.email,
        to_name=writer.name,
        template=f"contests/email/{template}",
        context={
            "writer": writer,
            "entry": entry,
            "edition": edition,
            "contest": edition.contest,
            "link": link_of(writer),
            **context,
        },
        about_kind="contests.entry",
        about_id=entry.pk,
    )
