"""Organisations and people of a source into the register."""

from collections.abc import Mapping
from typing import Any

from spoiwo.archive.models import Source
from spoiwo.kit.actor import Actor
from spoiwo.register.actions.organisations import create_organisation
from spoiwo.register.actions.people import create_person, give_mandate
from spoiwo.register.models import Organisation, Person
from spoiwo.register.rules.names import guess_kind
from spoiwo.register.rules.taxonomy import Kind


def make_organisation(source: Source, values: Mapping[str, Any], *, by: Actor) -> Organisation:
    """A new organisation kept by the partnership's book."""
    return create_organisation(
        by=by,
        book=source.partnership.book,
        name=values["name"],
        kind=values.get("kind") or Kind.OTHER,
        place=values.get("place"),
        town=values.get("town", ""),
    )


def make_person(source: Source, values: Mapping[str, Any], *, by: Actor) -> Person:
    """A person in the partnership's book, with the function the source tells of, in the days it is known for.

    `values["organisation"]` is the record of the body where it is held, else `values["organisation_name"]` is added.
    """
    person = create_person(
        by=by,
        book=source.partnership.book,
        given_name=values["given_name"],
        family_name=values["family_name"],
    )
    organisation, name = values.get("organisation"), values.get("organisation_name") or ""
    if organisation or name:
        give_mandate(
            body_named(source, name, organisation, by=by),
            by=by,
            person=person,
            function=(values.get("function") or "")[:150],
            since=values.get("since"),
            until=values.get("until"),
        )
    return person


def body_named(source: Source, name: str, known: Organisation | None, *, by: Actor) -> Organisation:
    """The record of the register, made where there is none yet."""
    if known:
        return known
    return create_organisation(
        by=by, book=source.partnership.book, name=name[:300], kind=guess_kind(name) or Kind.OTHER
    )
