"""The practices of the small furnished world: in the catalogue, under the formal check, with an expert."""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.files.store import keep
from spoiwo.partnerships.models import Partnership
from spoiwo.practices.models import PendingData
from tests.cast import Cast
from tests.make_practices import make_practice


def practices_of(partnership: Partnership, cast: Cast) -> dict[str, Any]:
    """A published practice with a file and an adoption, one to be checked, one that Jurek judges, a file of data."""
    practice = make_practice(partnership)
    paper = SimpleUploadedFile("regulamin.pdf", b"%PDF-1.4", "application/pdf")
    file = keep(paper, by=cast.anna.actor)
    adoption = practice.adoptions.create(
        partnership=partnership, taker="Gmina Leoncin", place=practice.place, adopted_on=dt.date(2030, 1, 1)
    )
    judged = make_practice(partnership, "Targi pracy", state="expert", expert=cast.jurek.user)
    pending = PendingData.objects.create(file_name="dane.csv", file_sha256=f"{partnership.pk:064}", rows=[])
    return {
        "practice_pk": practice.pk,
        "adoption_pk": adoption.pk,
        "practice_file_pk": practice.files.create(file=file, title="Regulamin").pk,
        "checked_practice_pk": make_practice(partnership, "Punkt porad", state="formal").pk,
        "judged_practice_pk": judged.pk,
        "pending_pk": pending.pk,
    }
