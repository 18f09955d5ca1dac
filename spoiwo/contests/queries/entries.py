"""Entries as the office and the trail read them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoiwo import trail
from spoiwo.contests.models import Edition, Entry
from spoiwo.contests.queries.people import shut_out_of
from spoiwo.contests.queries.submissions import answers_of
from spoiwo.contests.rules.states import EntryState
from spoiwo.kit.actor import Actor
from spoiwo.kit.links import Link
from spoiwo.mail.post import letters_about
from spoiwo.projects.models import ConceptCard
from spoiwo.register.models import Organisation
from spoiwo.register.queries.organisation import find_organisation
from spoiwo.trail.line import Step


def entry_rows(edition: Edition, actor: Actor) -> QuerySet[Entry]:
    """The received entries the actor may see, with what a list shows of each."""
    rows = Entry.objects.visible_to(actor).filter(edition=edition)
    return rows.select_related("category", "place", "organisation")


def drafts_of(edition: Edition, actor: Actor) -> Mapping[str, Any]:
    """How many entries are being written (`count`) and when one was last changed (`changed`); none of their words."""
    rows = Entry.objects.filter(edition=edition, state=EntryState.DRAFT, is_sample=False)
    rows = rows.exclude(pk__in=shut_out_of(edition, actor))
    return rows.aggregate(count=Count("pk"), changed=Max("changed_at"))


def entry_page(entry: Entry, actor: Actor) -> dict[str, Any]:
    """All that the office reads of one entry."""
    latest = entry.latest
    if latest:
        latest.entry = entry
    origins, results = trail.around(entry, actor)
    return {
        "entry": entry,
        "edition": entry.edition,
        "latest": latest,
        "answers": answers_of(latest) if latest else [],
        "submissions": entry.submissions.order_by("-number"),
        "decisions": entry.decisions.order_by("-pk"),
        "writers": entry.writers.all(),
        "letters": letters_about("contests.entry", entry.pk),
        "origins": origins,
        "results": results,
    }


def organisations_like(entry: Entry, actor: Actor) -> list[Organisation]:
    """Records of the register that may be the entrant: by its name, those of its place first."""
    found = find_organisation(entry.organisation_name, actor)
    return sorted(found, key=lambda one: one.place_id != entry.place_id)


def entry_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """How entries name themselves on the trail, to those of the office who may see them."""
    rows = Entry.objects.visible_to(actor).filter(pk__in=list(ids)).select_related("edition")
    return {
        one.pk: Step(
            f"{one.edition.name}: {one}",
            one.get_absolute_url(),
            timezone.localtime(one.created_at).date(),
        )
        for one in rows
    }


def links_of_card(card: ConceptCard, actor: Actor) -> list[Link]:
    """From a concept card to an entry that begins with its texts; for the people of its partnership."""
    if not (actor.is_admin or actor.roles.get(card.partnership_id)):
        return []
    return [Link(reverse("contests:entry_from_card", args=[card.pk]), _("Enter it for a contest"))]
