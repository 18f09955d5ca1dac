"""Examines the electronic signatures of a PDF with pyHanko; says what was found, never “valid” where trust is unknown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings

MOST = 50  # signatures of one file; an agreement of twenty-five parties has half of that
TRUSTED, UNKNOWN, BROKEN, UNREADABLE = "trusted", "unknown", "broken", "unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One signature: who, when by the signer's own clock, and three separate answers.

    `is_intact`: the bytes it covers are unchanged. `covers_all`: nothing was added afterwards.
    `trust`: `trusted` (chains to a root the administrator installed), `unknown`, `broken`, `unreadable`.
    """

    signer: str
    signed_at: datetime | None
    is_intact: bool
    covers_all: bool
    trust: str
    note: str = ""


def examine(file: IO[bytes]) -> list[Finding]:
    """All signatures in the file, in the order they were made; an unreadable PDF gives one finding that says so.

    Works without any network: revocation lists are not fetched, so trust is never more than what the roots tell.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(file, strict=False)
        signatures = list(reader.embedded_signatures)[:MOST]
    except (PdfError, ValueError, RecursionError, OSError, KeyError, TypeError, AttributeError) as problem:
        return [Finding("", None, False, False, UNREADABLE, type(problem).__name__)]
    return [_finding(signature) for signature in signatures]


def _finding(signature: Any) -> Finding:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=list(_roots()), allow_fetching=False)
    try:
        status = validate_pdf_signature(signature, signer_validation_context=context)
        signer = _name_of(status.signing_cert)
        intact = bool(status.intact and status.valid)
        return Finding(
            signer=signer,
            signed_at=getattr(status, "signer_reported_dt", None),
            is_intact=intact,
            covers_all=bool(status.coverage and status.coverage.name == "ENTIRE_FILE"),
            trust=BROKEN if not intact else (TRUSTED if status.trusted else UNKNOWN),
            note=str(getattr(status, "modification_level", "") or "")[:300],
        )
    except Exception as problem:
        return Finding("", None, False, False, UNREADABLE, f"{type(problem).__name__}: {problem}"[:300])


def _name_of(certificate: Any) -> str:
    subject = certificate.subject.native
    return str(subject.get("common_name") or certificate.subject.human_friendly)


def _roots() -> Iterator[Any]:
    """Certificates (PEM or DER) from the folder SPOIWO_TRUST_ROOTS; none means trust is never established."""
    from pyhanko.keys import load_certs_from_pemder

    folder = Path(settings.TRUST_ROOTS) if settings.TRUST_ROOTS else None
    if folder and folder.is_dir():
        yield from load_certs_from_pemder(
            str(path)
            for path in sorted(folder.iterdir())
            if path.suffix.lower() in {".pem", ".crt", ".cer", ".der"}
        )
