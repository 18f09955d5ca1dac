"""Job `pdf`: an agreement of five pages as tagged PDF, beside Typst setting the same words without any look."""

import io
import json

import pypdf
from django.urls import reverse

from bench.asking import Asker
from bench.figures import Figure, by_turns, timed
from bench.house import PARTNERSHIP, House
from spoiwo.documents.fonts import font_folder
from spoiwo.partnerships.models import Agreement, Section

PAGES = 5
BARE = '#set text(font: "Lato")\n#for part in json(bytes(sys.inputs.text)) [#part \\ \\ ]\n'


def measure(house: House) -> list[Figure]:
    """For information: no target stands in the plan."""
    import typst

    with house.database(house.copy(house.examples, "papers")):
        agreement = Agreement.objects.filter(partnership__slug=PARTNERSHIP)[0]
        address = reverse("partnerships:document", args=[PARTNERSHIP, agreement.pk, "agreement", "pdf"])
        asker = Asker()
        content = _lengthened(agreement, asker, address)
        text = json.dumps([part for section in _sections(agreement) for part in section], ensure_ascii=False)
        source = house.folder / "bare.typ"
        source.write_text(BARE, encoding="utf-8")

        def bare() -> bytes:
            return typst.compile(
                str(source),
                font_paths=[str(font_folder())],
                ignore_system_fonts=True,
                sys_inputs={"text": text},
            )

        ours, reference, samples = by_turns(
            lambda: asker.seconds(address) * 1000, lambda: timed(bare)[0] * 1000, rounds=10
        )
    notes = (f"{len(content):,} bytes; tagged for screen readers (PDF/UA-1); the whole request",)
    what = f"agreement of {PAGES} pages as PDF, beside Typst with the same words and no look"
    return [Figure("pdf", what, "ms", ours, reference, notes=notes, samples=samples)]


def _lengthened(agreement: Agreement, asker: Asker, address: str) -> bytes:
    """Repeats sections of the agreement until its PDF has five pages."""
    version = agreement.versions.all()[0]
    parts = _sections(agreement)
    for order in range(100, 140):
        content = asker.get(address)
        if len(pypdf.PdfReader(io.BytesIO(content)).pages) >= PAGES:
            return content
        heading, body = parts[order % len(parts)]
        Section.objects.create(version=version, order=order, heading=heading, body=body)
    raise RuntimeError("the agreement does not grow")


def _sections(agreement: Agreement) -> list[tuple[str, str]]:
    return list(agreement.versions.all()[0].sections.values_list("heading", "body"))
