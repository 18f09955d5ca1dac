"""The register's lists as tables to download; their headers are those an import understands."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spoiwo.documents.table import Column, Table
from spoiwo.register.labels import CHANNEL_LABELS, KIND_LABELS, SECTOR_LABELS
from spoiwo.register.models import ImportBatch, Mandate

_ORGANISATION_COLUMNS = (
    "name", "short_name", "kind", "sector", "place__code", "place__name", "nip", "regon", "krs", "street", "postcode",
    "town", "email", "phone", "website", "e_delivery", "note", "founded_on", "ended_on", "confirmed_on",
)  # fmt: skip


def organisation_table(queryset: QuerySet) -> Table:
    """Organisations with everything but people; rows are read from the database as they are written out."""
    columns = [
        Column("name", _("Full name")), Column("short_name", _("Short name")), Column("kind", _("Kind")),
        Column("sector", _("Sector")), Column("teryt", _("TERYT code")), Column("place", _("Commune")),
        Column("nip", "NIP"), Column("regon", "REGON"), Column("krs", "KRS"), Column("street", _("Street and number")),
        Column("postcode", _("Postcode")), Column("town", _("Town")), Column("email", _("E-mail address")),
        Column("phone", _("Telephone")), Column("website", _("Website")), Column("e_delivery", _("E-delivery address")),
        Column("note", pgettext("a remark", "Note")), Column("founded_on", _("Founded on"), "date"),
        Column("ended_on", _("Ended on"), "date"), Column("confirmed_on", _("Last confirmed on"), "date"),
    ]  # fmt: skip
    return Table(_("Organisations"), columns, _organisation_rows(queryset))


def _organisation_rows(queryset: QuerySet) -> Iterator[list[Any]]:
    kinds = {code: str(label) for code, label in KIND_LABELS.items()}
    sectors = {code: str(label) for code, label in SECTOR_LABELS.items()}
    for name, short, kind, sector, *rest in queryset.values_list(*_ORGANISATION_COLUMNS).iterator(
        chunk_size=1000
    ):
        yield [
            name,
            short,
            kinds.get(kind, ""),
            sectors.get(sector, ""),
            *(value or "" for value in rest[:-3]),
            *rest[-3:],
        ]


def person_table(queryset: QuerySet) -> Table:
    """People with one row for each function held today."""
    columns = [
        Column("given_name", _("Given name")), Column("family_name", _("Surname")),
        Column("function", _("Function")), Column("organisation", _("Organisation")), Column("nip", "NIP"),
        Column("email", _("E-mail of the person")), Column("phone", _("Telephone of the person")),
        Column("channel", _("Preferred channel")),
    ]  # fmt: skip
    return Table(_("People"), columns, _person_rows(queryset))


def _person_rows(queryset: QuerySet) -> Iterator[list[Any]]:
    channels = {code: str(label) for code, label in CHANNEL_LABELS.items()}
    for person in queryset.iterator(chunk_size=1000):
        whole: list[Mandate | None] = [*person.posts] or [None]
        for post in whole:
            function, name, nip = (
                (post.function, post.organisation.name, post.organisation.nip) if post else ("", "", "")
            )
            yield [
                person.given_name, person.family_name, function, name, nip, person.email, person.phone,
                channels.get(person.channel, ""),
            ]  # fmt: skip


def error_table(batch: ImportBatch, errors: Iterable[dict[str, Any]]) -> Table:
    """What is wrong in a file, cell by cell."""
    columns = [
        Column("row", _("Row"), "integer"), Column("column", _("Column")), Column("value", _("Value")),
        Column("problem", _("What is wrong")),
    ]  # fmt: skip
    rows = ([error["row"], error["column"], error["value"], error["text"]] for error in errors)
    return Table(_("Errors in %(file)s") % {"file": batch.file_name}, columns, rows)
