"""The main menu, after what people do; an entry stands here once its room works."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext

from spoiwo.archive.permissions import house_verbs as archive_verbs
from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.meetings.permissions import PEOPLE_READERS
from spoiwo.workshops.permissions import house_verbs as workshop_verbs


def menus(request: HttpRequest) -> dict[str, Any]:
    """Entries with their addresses, the current one marked by the beginning of the path; the registers stand together."""
    actor: Actor = getattr(request, "actor", NOBODY)
    entries: list[tuple[str, str, str | tuple[str, ...]]]
    entries = [("partnerships:partnerships", pgettext("menu", "Partnerships"), "/partnerships/")]
    entries.append(("meetings:meetings", pgettext("menu", "Meetings"), ("/meetings/", "/series/")))
    if workshop_verbs(actor):
        entries.append(("workshops:cycles", pgettext("menu", "Workshops"), "/workshops/"))
    entries.append(("projects:cards", pgettext("menu", "Projects"), "/projects/"))
    entries.append(
        ("contests:contests", pgettext("menu", "Contests"), ("/contests/", "/editions/", "/judging/"))
    )
    entries.append(("practices:practices", pgettext("menu", "Practices"), "/practices/"))
    entries.append(("newsroom:articles", pgettext("menu", "News"), "/news/"))
    if actor.is_admin or actor.partnerships_as(*PEOPLE_READERS, Role.REGIONAL_OFFICER):
        entries.append(("meetings:campaigns", pgettext("menu", "Invitations"), "/campaigns/"))
    registers: list[tuple[str, str, str | tuple[str, ...]]] = []
    if actor.is_staff:
        registers.append(
            ("register:organisations", pgettext("menu", "Organisations"), "/register/organisations/")
        )
    if actor.is_admin or actor.read_books:
        registers.append(("register:people", pgettext("menu", "People"), "/register/people/"))
    if archive_verbs(actor):
        registers.append(("archive:queue", pgettext("menu", "Archive"), "/archive/"))
    registers.append(("places:units", pgettext("menu", "Places"), "/places/"))
    if len(registers) == 1:  # a list of one hides more than it tidies
        entries, registers = [*entries, *registers], []
    # Pages of a workshop lie below its meeting's address and belong to the workshops all the same.
    in_workshop = request.resolver_match is not None and request.resolver_match.namespace == "workshops"
    is_current = {
        name: name == "workshops:cycles" if in_workshop else request.path.startswith(prefix)
        for name, _label, prefix in (*entries, *registers)
    }
    menu, more = (
        [
            {"url": reverse(name), "label": label, "is_current": is_current[name]}
            for name, label, _prefix in some
        ]
        for some in (entries, registers)
    )
    return {"menu": menu, "registers": more, "actor": actor}
