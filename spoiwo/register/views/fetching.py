"""What every view of the register begins with: the record, and what the actor may do with it."""

from django.shortcuts import get_object_or_404

from spoiwo.kit.request import Request, require
from spoiwo.register.models import ImportBatch, Mandate, Organisation, Person
from spoiwo.register.permissions import import_verbs, mandate_verbs, organisation_verbs, person_verbs


def fetch_organisation(request: Request, pk: int, verb: str = "view") -> tuple[Organisation, set[str]]:
    """Hidden gives 403 here, not 404: that the register exists is no secret, and without staff all of it is hidden."""
    require(organisation_verbs(request.actor, book_id=None), "view")
    rows = Organisation.objects.visible_to(request.actor).select_related("place", "book", "came_with")
    organisation = get_object_or_404(rows.defer("came_with__content", "came_with__report"), pk=pk)
    can = organisation_verbs(request.actor, book_id=organisation.book_id)
    require(can, verb)
    return organisation, can


def fetch_person(request: Request, pk: int, verb: str = "view") -> tuple[Person, set[str]]:
    """A person of another book does not exist for the actor: 404; a forbidden verb: 403."""
    people = Person.objects.visible_to(request.actor).select_related("book", "came_with")
    person = get_object_or_404(people.defer("came_with__content", "came_with__report"), pk=pk)
    can = person_verbs(request.actor, book_id=person.book_id)
    require(can, verb)
    return person, can


def fetch_mandate(request: Request, pk: int) -> Mandate:
    """A mandate the actor may change."""
    mandates = Mandate.objects.visible_to(request.actor).select_related("person", "organisation")
    mandate = get_object_or_404(mandates, pk=pk)
    require(verbs_of(request, mandate), "edit")
    return mandate


def verbs_of(request: Request, mandate: Mandate) -> set[str]:
    """What the actor may do with a mandate whose person and organisation are loaded."""
    return mandate_verbs(
        request.actor,
        person_book_id=mandate.person.book_id if mandate.person else None,
        organisation_book_id=mandate.organisation.book_id,
    )


def fetch_import(request: Request, pk: int, verb: str = "view") -> ImportBatch:
    """An import into a book the actor keeps."""
    batch = get_object_or_404(ImportBatch.objects.visible_to(request.actor).select_related("book"), pk=pk)
    require(import_verbs(request.actor, book_id=batch.book_id), verb)
    return batch
