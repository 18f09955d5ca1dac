"""Adding and changing people and the functions they hold."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.register.audit import Verb
from spoiwo.register.models import ContactBook, Mandate, Organisation, Person
from spoiwo.register.rules.address import own_cases
from spoiwo.register.rules.names import keys_of


@transaction.atomic
def create_person(
    *, by: Actor, book: ContactBook, cases: dict[str, str] | None = None, **fields: Any
) -> Person:
    """A new person in `book`; of the typed `cases` those are kept that differ from what the language engine says."""
    person = Person(book=book, **fields)
    _write(person, cases or {})
    person.save(force_insert=True)
    audit.record(Verb.PERSON_CREATED, person, by=by, book=book.pk)
    return person


@transaction.atomic
def edit_person(person: Person, *, by: Actor, cases: dict[str, str] | None = None, **fields: Any) -> Person:
    """Changes a person's data. Corrected cases of an old name are dropped when the name changes and they do not."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    before = {name: getattr(person, name) for name in (*fields, "forms")}
    typed = dict(cases or {})
    is_renamed = any(
        fields.get(name, before.get(name)) != before.get(name) for name in ("given_name", "family_name")
    )
    if is_renamed:
        typed = {case: text for case, text in typed.items() if text != person.forms.get(case)}
    for name, value in fields.items():
        setattr(person, name, value)
    _write(person, typed)
    changed = [name for name, value in before.items() if getattr(person, name) != value]
    if changed:
        person.save(update_fields=[*changed, "name_key", "search_key"])
        audit.record(Verb.PERSON_EDITED, person, by=by, fields=sorted(changed))
    return person


@transaction.atomic
def give_mandate(
    organisation: Organisation, *, by: Actor, person: Person | None = None, **fields: Any
) -> Mandate:
    """Somebody, or somebody unnamed, holds a function in the organisation; raises Refused for the same one twice."""
    if organisation.merged_into_id:
        raise Refused(_("This record was joined with another one meanwhile."))
    open_ones = Mandate.objects.filter(
        organisation=organisation, person=person, function__iexact=fields.get("function", ""), until=None
    )
    if not fields.get("until") and open_ones.exists():
        raise Refused(_("This function is recorded already and has not ended."), "function")
    mandate = Mandate.objects.create(organisation=organisation, person=person, **fields)
    _record(Verb.MANDATE_GIVEN, mandate, by)
    return mandate


@transaction.atomic
def edit_mandate(mandate: Mandate, *, by: Actor, **fields: Any) -> Mandate:
    """Corrects a mandate; saves and records only what differs."""
    changed = [name for name, value in fields.items() if getattr(mandate, name) != value]
    for name in changed:
        setattr(mandate, name, fields[name])
    if changed:
        mandate.save(update_fields=changed)
        _record(Verb.MANDATE_EDITED, mandate, by, fields=sorted(changed))
    return mandate


@transaction.atomic
def end_mandate(mandate: Mandate, *, by: Actor, on: date) -> Mandate:
    """The function was held until `on`, its last day; raises Refused for a day before it began."""
    if mandate.since and on < mandate.since:
        raise Refused(_("The function began later than that day."), "on")
    mandate.until = on
    mandate.save(update_fields=["until"])
    _record(Verb.MANDATE_ENDED, mandate, by, on=on.isoformat())
    return mandate


def _write(person: Person, cases: dict[str, str]) -> None:
    person.forms = own_cases(cases, person.given_name, person.family_name, person.gender)
    name = f"{person.given_name} {person.family_name}".strip()
    sorted_by = f"{person.family_name} {person.given_name}".strip()
    person.name_key = keys_of(sorted_by).name_key
    person.search_key = keys_of(name, person.email, person.phone).search_key[:700]


def _record(verb: Verb, mandate: Mandate, by: Actor, **facts: Any) -> None:
    # On the organisation and by ids only: its history is read by people who may not see the person.
    audit.record(verb, mandate.organisation, by=by, mandate=mandate.pk, person=mandate.person_id, **facts)
    if mandate.person is not None:
        audit.record(
            verb, mandate.person, by=by, mandate=mandate.pk, organisation=mandate.organisation_id, **facts
        )
