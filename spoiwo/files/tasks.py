"""The slow tail of an upload: electronic signatures in it are examined."""

from django_tasks import task

from spoiwo.files.models import SignatureCheck, StoredFile
from spoiwo.files.signatures import examine


@task()
def examine_signatures(pk: int) -> int:
    """Examines a PDF and keeps one row per signature; run again it finds the same and changes nothing."""
    stored = StoredFile.objects.filter(pk=pk, kind="application/pdf").first()
    if stored is None or stored.signature_checks.exists():
        return 0
    with stored.content.open("rb") as file:
        findings = examine(file)
    SignatureCheck.objects.bulk_create(
        SignatureCheck(
            file=stored,
            order=order,
            signer=finding.signer[:300],
            signed_at=finding.signed_at,
            is_intact=finding.is_intact,
            covers_all=finding.covers_all,
            trust=finding.trust,
            note=finding.note[:300],
        )
        for order, finding in enumerate(findings)
    )
    return len(findings)
