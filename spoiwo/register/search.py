"""Organisations and people as documents of the search."""

from collections.abc import Collection, Iterator

from spoiwo.register.labels import KIND_LABELS
from spoiwo.register.models import Mandate, Organisation, Person
from spoiwo.register.rules.taxonomy import Kind
from spoiwo.search import STAFF, Document, keepers


def organisation_documents(pks: Collection[int]) -> Iterator[Document]:
    """Today's organisations with the names and numbers they are known by; two queries."""
    rows = Organisation.objects.current().filter(pk__in=pks).select_related("place")
    for one in rows.prefetch_related("names"):
        kind = str(KIND_LABELS[Kind(one.kind)])
        words = [one.short_name, one.town, one.street, one.nip, one.regon, one.krs, one.note]
        yield Document(
            object_id=one.pk,
            title=one.name,
            body="\n".join(word for word in [kind, *words, *(name.name for name in one.names.all())] if word),
            url=one.get_absolute_url(),
            audience={STAFF},
            day=one.confirmed_on,
            places=[one.place.code] if one.place else [],
            note=", ".join(word for word in (kind, one.town) if word),
        )


def person_documents(pks: Collection[int]) -> Iterator[Document]:
    """People with their functions, for those who may read the book they stand in; two queries."""
    rows = Person.objects.current().filter(pk__in=pks)
    for one in rows.prefetch_related("mandates__organisation"):
        functions = [
            f"{mandate.function}, {mandate.organisation}".strip(", ") for mandate in one.mandates.all()
        ]
        yield Document(
            object_id=one.pk,
            title=str(one) or one.email,
            body="\n".join(filter(None, [*functions, one.email, one.phone, one.note])),
            url=one.get_absolute_url(),
            audience=keepers(one.book_id),
            day=one.created_at.date(),
            note=functions[0] if functions else "",
        )


def people_of_mandate(mandate_id: int) -> list[tuple[str, int]]:
    """The person whose function changed."""
    pks = Mandate.objects.filter(pk=mandate_id, person__isnull=False).values_list("person", flat=True)
    return [("register.person", pk) for pk in pks]


def came_with(import_id: int) -> list[tuple[str, int]]:
    """What a finished import added."""
    organisations = Organisation.objects.filter(came_with=import_id).values_list("pk", flat=True)
    people = Person.objects.filter(came_with=import_id).values_list("pk", flat=True)
    return [
        *(("register.organisation", pk) for pk in organisations),
        *(("register.person", pk) for pk in people),
    ]
