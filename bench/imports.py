"""Job `import`: 10,000 organisations with people from CSV, preview included, beside bare parsing and inserting."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from bench.asking import Asker, Unexpected, sign_in
from bench.figures import Figure, Rule, by_turns, timed
from bench.house import PARTNERSHIP, STAFF, House
from bench.rows import HEADER, csv_file
from spoiwo.accounts.models import User
from spoiwo.partnerships.models import Partnership
from spoiwo.register.models import ImportBatch, Mandate, Organisation, Person
from spoiwo.register.tasks import run_import

COUNT = 10_000
ROUNDS = 3


def measure(house: House) -> list[Figure]:
    """Both write into fresh copies of the same database file."""
    file = csv_file(COUNT)
    stages: list[tuple[float, ...]] = []

    def ours() -> float:
        with house.database(house.copy(house.examples, "import")):
            stages.append(bring_in(file))
        return sum(stages[-1])

    def reference() -> float:
        with house.database(house.copy(house.examples, "import")):
            book = Partnership.objects.get(slug=PARTNERSHIP).book_id
            return timed(lambda: insert_bare(file, book))[0]

    mine, bare, samples = by_turns(ours, reference, rounds=ROUNDS)
    upload, preview, confirm, written = (
        sorted(stage)[len(stages) // 2] for stage in zip(*stages, strict=True)
    )
    notes = (
        f"{len(file) / 1e6:.1f} MB, {len(HEADER)} columns, {COUNT:,} organisations, people and functions",
        f"upload with checks {upload:.2f} s, page with the preview {preview:.2f} s, confirmation {confirm:.2f} s, "
        f"checking again and writing {written:.2f} s (the wait in the queue, up to a second, is left out)",
    )
    what = "10,000 organisations from CSV: upload, check, preview, confirm, write"
    return [Figure("import", what, "s", mine, bare, Rule.RATIO_AT_MOST, 3, notes, samples)]


def bring_in(file: bytes) -> tuple[float, float, float, float]:
    """The way of a clerk: upload, look at the preview, confirm, and what the worker then does; seconds of each."""
    asker = Asker(session=sign_in(User.objects.get(email=STAFF)))
    before = Organisation.objects.count()
    upload = SimpleUploadedFile("organizacje.csv", file, "text/csv")
    start, address = asker.post(reverse("register:import_start"), {"file": upload})
    preview = asker.seconds(address)
    batch = ImportBatch.objects.get()
    confirm, _address = asker.post(reverse("register:import_confirm", args=[batch.pk]), {})
    written, _nothing = timed(lambda: run_import.call(batch.pk))
    batch.refresh_from_db()
    rows = file.count(b"\r\n") - 1
    if batch.report["error_count"] or Organisation.objects.count() - before != rows:
        raise Unexpected(
            f"the import of {rows} rows ended so: {batch.report['counts']} {batch.report['errors'][:3]}"
        )
    return start, preview, confirm, written


def insert_bare(file: bytes, book: int) -> None:
    """The same cells into the same three tables as they stand: no check, no look-up, no key for sorting or search."""
    rows = list(csv.reader(io.StringIO(file.decode()), delimiter=";"))[1:]
    organisations = [
        Organisation(
            name=row[0], short_name=row[1], kind=row[2], nip=row[6], regon=row[7], krs=row[8], street=row[9],
            postcode=row[10], town=row[11], email=row[12], phone=row[13], website=row[14], book_id=book,
        )
        for row in rows
    ]  # fmt: skip
    people = [
        Person(given_name=given, family_name=family, email=row[17], phone=row[18], book_id=book)
        for row in rows
        for given, _space, family in [row[15].partition(" ")]
    ]
    with transaction.atomic():
        Organisation.objects.bulk_create(organisations)
        Person.objects.bulk_create(people)
        Mandate.objects.bulk_create(
            Mandate(organisation=organisation, person=person, function=row[16])
            for organisation, person, row in zip(organisations, people, rows, strict=True)
        )
