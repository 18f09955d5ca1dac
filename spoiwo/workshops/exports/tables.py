"""Papers of tables: who sits where, a page for each; and the signs that stand on them."""

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from spoiwo.documents.pdf import light, pdf
from spoiwo.meetings.exports.meeting_papers import event_of
from spoiwo.meetings.exports.papers import full_title, head
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.queries.words import LANGUAGE
from spoiwo.workshops.queries.tables import Seating, seatings

FOLDER = "workshops/documents"


def tables_pdf(meeting: Meeting, *, made_at: dt.datetime | None = None) -> bytes:
    """Who sits where: a page for each table with its theme and its people with their institutions."""
    with override(LANGUAGE):
        event = event_of(meeting)
        heading = _("Lists of tables")
        data = {
            **head(event, heading, made_at),
            "tables": [_listed(one) for one in seatings(meeting)],
            "columns": [_("No."), pgettext("column of a list", "Name"), _("Institution")],
            "words": {
                "leader": _("Speaks for the group"),
                "theme": _("Theme"),
                "nobody": _("Nobody sits here yet."),
            },
        }
        title = full_title(heading, event)
        return pdf(
            f"{FOLDER}/tables.typ",
            data,
            language=LANGUAGE,
            title=title,
            logos=light(event.logos),
            made_at=made_at,
        )


def signs_pdf(meeting: Meeting, root: str, *, made_at: dt.datetime | None = None) -> bytes:
    """A sign for each table: its number, name and theme, and the code that opens its page.

    `root` is the address under which the hall reaches this program.
    """
    tables = [one.table for one in seatings(meeting)]
    links = [root + reverse("workshops:desk", args=[table.secret]) for table in tables]
    with override(LANGUAGE):
        event = event_of(meeting)
        heading = _("Signs for the tables")
        data = {
            **head(event, heading, made_at),
            "signs": [
                {"number": str(table.number), "name": table.name, "theme": table.theme, "link": link}
                for table, link in zip(tables, links, strict=True)
            ],
            "words": {
                "call": _("Write here for your group"),
                "hint": _("Point your phone here. Several of you can write at once."),
                "alt": _("QR code that opens the page of this table"),
            },
        }
        title = full_title(heading, event)
        return pdf(f"{FOLDER}/signs.typ", data, language=LANGUAGE, title=title, codes=links, made_at=made_at)


def _listed(seating: Seating) -> dict[str, object]:
    count = ngettext("%(count)s person", "%(count)s people", seating.taken) % {"count": seating.taken}
    rows = [
        [str(number), f"{one.family_name} {one.given_name}".strip(), one.organisation_name]
        for number, one in enumerate(seating.people, 1)
    ]
    table = seating.table
    return {"name": table.name, "theme": table.theme, "leader": table.leader, "count": count, "rows": rows}
