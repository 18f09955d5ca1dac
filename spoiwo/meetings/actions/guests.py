"""Lists of addressees from files: kept until they are confirmed, then their people are added."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.actions.campaigns import add_addressees
from spoiwo.meetings.importers.guests import GuestList as Reading
from spoiwo.meetings.importers.guests import read_guests
from spoiwo.meetings.labels import TROUBLE_SENTENCES
from spoiwo.meetings.models import Campaign, GuestList, Invitation
from spoiwo.meetings.queries.guests import matched
from spoiwo.meetings.rules.guests import Trouble
from spoiwo.meetings.rules.states import Source
from spoiwo.register.importers.table import FileProblem
from spoiwo.register.labels import problem_text
from spoiwo.register.queries.places import places

LARGEST = 8 * 1024 * 1024


def keep_list(campaign: Campaign, content: bytes, *, file_name: str) -> GuestList:
    """Keeps a file that can be read; raises `Refused` with what is wrong with any other."""
    if len(content) > LARGEST:
        raise Refused(_("This file is larger than 8 MB. Split it."), "file")
    try:
        reading = read_guests(content)
    except FileProblem as problem:
        raise Refused(problem_text(problem.code, str(problem.detail)), "file") from None
    if not reading.rows:
        raise Refused(_("There is no row with an addressee in this file."), "file")
    return GuestList.objects.create(campaign=campaign, file_name=file_name[:200], content=content)


def read_list(kept: GuestList) -> Reading:
    """What stands in the file, with communes found in the official register."""
    return read_guests(bytes(kept.content), places=places())


@transaction.atomic
def confirm_list(kept: GuestList, *, by: Actor, at: dt.datetime) -> list[Invitation]:
    """Adds the list's people; the content goes, the count stays. A second press adds nobody."""
    row = GuestList.objects.select_for_update().get(pk=kept.pk)
    if row.confirmed_at:
        raise Refused(_("This list has been added already."))
    made = add_addressees(row.campaign, matched(row.campaign, read_list(row).rows), by=by, source=Source.LIST)
    row.content, row.confirmed_at, row.added_count = b"", at, len(made)
    row.save(update_fields=["content", "confirmed_at", "added_count"])
    return made


def flaw_lines(reading: Reading) -> list[tuple[int, str, str, bool]]:
    """Line, value, what is wrong, and whether the row can be used all the same."""
    return [
        (row.line, flaw.value, _sentence(flaw.kind, flaw.detail), row.is_usable)
        for row in reading.flawed
        for flaw in row.flaws
    ]


def _sentence(kind: str, detail: str) -> str:
    if kind in set(Trouble):
        return str(TROUBLE_SENTENCES[Trouble(kind)]) % {"line": detail}
    return problem_text(kind, detail)
