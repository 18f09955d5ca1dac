"""What an import asks the register, each once per file."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.register.models import ImportBatch, Mandate, Organisation, Person

MATCH_COLUMNS = ("pk", "name", "place__code", "town", "nip", "regon", "krs")
DIFF_COLUMNS = (
    "name", "short_name", "kind", "sector", "nip", "regon", "krs", "street", "postcode", "town", "email", "phone",
    "website", "e_delivery", "note", "founded_on",
)  # fmt: skip
PERSON_DIFF_COLUMNS = ("given_name", "family_name", "gender", "email", "phone", "channel")


def imports(actor: Actor) -> QuerySet[ImportBatch]:
    """The actor's imports, newest first, without the bytes of their files."""
    return ImportBatch.objects.visible_to(actor).defer("content").order_by("-pk")


def organisations_to_match() -> Iterator[tuple]:
    """All current organisations by `MATCH_COLUMNS`."""
    return Organisation.objects.current().values_list(*MATCH_COLUMNS).iterator()


def people_to_match(book_id: int) -> Iterator[tuple]:
    """People of one book with the organisations they hold functions in: id, names, address, organisation."""
    people = Person.objects.current().filter(book=book_id)
    columns = ("pk", "given_name", "family_name", "email", "mandates__organisation")
    return people.values_list(*columns).iterator()


def posts_to_match(book_id: int, day: date) -> Iterator[tuple]:
    """Functions held on `day` by people of one book, and unnamed ones: organisation, person, function."""
    posts = Mandate.objects.held(day).filter(Q(person__book=book_id) | Q(person=None))
    return posts.values_list("organisation_id", "person_id", "function").iterator()


def organisations_by_pk(pks: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Present values of some organisations by `DIFF_COLUMNS`, with the code of the place and the keeper."""
    columns = ("pk", "book_id", "place__code", *DIFF_COLUMNS)
    return {
        row["pk"]: row
        for chunk in _chunks(pks)
        for row in Organisation.objects.filter(pk__in=chunk).values(*columns)
    }


def people_by_pk(pks: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Present values of some people by `PERSON_DIFF_COLUMNS`."""
    columns = ("pk", *PERSON_DIFF_COLUMNS)
    return {
        row["pk"]: row
        for chunk in _chunks(pks)
        for row in Person.objects.filter(pk__in=chunk).values(*columns)
    }


def _chunks(pks: Iterable[int], size: int = 500) -> Iterator[list[int]]:
    ordered = sorted(pks)
    return (ordered[start : start + size] for start in range(0, len(ordered), size))
