"""People and their mandates, as far as the actor may see them."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.register.models import Mandate, Organisation, Person


def people(actor: Actor) -> QuerySet[Person]:
    """Today's records of people in the books the actor reads."""
    return Person.objects.visible_to(actor).current()


def people_with_posts(actor: Actor, day: date) -> QuerySet[Person]:
    """The same, each with the mandates held on `day` as `posts`; one query more, however many people."""
    held = Mandate.objects.held(day).select_related("organisation").order_by("pk")
    held = held.only(
        "pk", "function", "person_id", "organisation_id", "organisation__name", "organisation__nip"
    )
    columns = ("pk", "given_name", "family_name", "email", "phone", "channel", "book_id")
    return people(actor).only(*columns).prefetch_related(Prefetch("mandates", queryset=held, to_attr="posts"))


def mandates_on(organisation: Organisation, day: date, actor: Actor | None = None) -> QuerySet[Mandate]:
    """Mandates held in `organisation` on `day`, with their people; only what `actor` may see where one is given."""
    mandates = organisation.mandates.held(day).select_related("person", "organisation").order_by("pk")
    return mandates if actor is None else mandates.visible_to(actor)


def mandates_of(organisation: Organisation, day: date, actor: Actor) -> tuple[list[Mandate], list[Mandate]]:
    """What the actor may see of an organisation's mandates: held on `day` or to come, and former; one query."""
    mandates = (
        organisation.mandates.visible_to(actor).select_related("person").order_by("-until", "-since", "pk")
    )
    current = [one for one in mandates if one.until is None or one.until >= day]
    return current, [one for one in mandates if one.until and one.until < day]
