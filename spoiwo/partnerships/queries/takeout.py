"""All that belongs to one partnership, for its export."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from spoiwo.files.models import StoredFile
from spoiwo.partnerships.models import (
    Act,
    Agreement,
    Goal,
    Milestone,
    Organ,
    Partnership,
    Party,
    Seat,
    Section,
    Version,
)
from spoiwo.register.models import Mandate, Organisation, Person


@dataclass(frozen=True, slots=True)
class Takeout:
    """Rows by table, and the files that belong to them."""

    tables: dict[str, Sequence[Any]]
    files: list[StoredFile]


def records_of(slug: str) -> Takeout | None:
    """Everything of the partnership, its contact book and the bodies that are its parties; None for no such slug."""
    partnership = Partnership.objects.filter(slug=slug).first()
    if partnership is None:
        return None
    agreements = Agreement.objects.filter(partnership=partnership)
    acts = Act.objects.filter(agreement__in=agreements)
    bodies = Organisation.objects.filter(
        Q(parties__agreement__in=agreements) | Q(book=partnership.book_id)
    ).distinct()
    people = Person.objects.filter(book=partnership.book_id)
    files = list(StoredFile.objects.filter(pk__in=acts.exclude(file=None).values("file")))
    tables: dict[str, Sequence[Any]] = {
        "partnership": [partnership],
        "goals": list(Goal.objects.filter(partnership=partnership)),
        "organs": list(Organ.objects.filter(partnership=partnership)),
        "seats": list(Seat.objects.filter(organ__partnership=partnership)),
        "agreements": list(agreements),
        "milestones": list(Milestone.objects.filter(agreement__in=agreements)),
        "versions": list(Version.objects.filter(agreement__in=agreements)),
        "sections": list(Section.objects.filter(version__agreement__in=agreements)),
        "parties": list(Party.objects.filter(agreement__in=agreements)),
        "acts": list(acts),
        "organisations": list(bodies),
        "people": list(people),
        "mandates": list(
            Mandate.objects.filter(Q(person__in=people) | Q(person=None, organisation__in=bodies))
        ),
        "files": files,
    }
    return Takeout(tables, files)
