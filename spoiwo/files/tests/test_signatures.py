"""Electronic signatures: what the examination says of sound, changed, unknown and broken ones."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from spoiwo.documents.blocks import Paragraph, blocks_pdf
from spoiwo.files.signatures import BROKEN, TRUSTED, UNKNOWN, UNREADABLE, examine


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key and a self-made certificate of a starost."""
    folder = tmp_path_factory.mktemp("identity")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Starosta Nowodworski")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    key_file, certificate_file = folder / "key.pem", folder / "certificate.pem"
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return key_file, certificate_file


@pytest.fixture(scope="module")
def signed(identity: tuple[Path, Path]) -> bytes:
    """Our own agreement, signed."""
    signer: Any = signers.SimpleSigner.load(str(identity[0]), str(identity[1]))
    document = blocks_pdf([Paragraph("Porozumienie")], title="Porozumienie", language="pl")
    writer = IncrementalPdfFileWriter(io.BytesIO(document))
    out = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Podpis"), signer=signer)
    return out.getvalue()


def test_an_unknown_signer_is_named_and_never_called_valid(signed: bytes) -> None:
    (finding,) = examine(io.BytesIO(signed))
    assert finding.signer == "Starosta Nowodworski"
    assert (finding.is_intact, finding.covers_all, finding.trust) == (True, True, UNKNOWN)


def test_a_root_installed_by_the_administrator_establishes_trust(
    signed: bytes, identity: tuple[Path, Path], settings: Any
) -> None:
    settings.TRUST_ROOTS = str(identity[1].parent)
    identity[0].rename(identity[0].with_suffix(".key"))
    try:
        assert examine(io.BytesIO(signed))[0].trust == TRUSTED
    finally:
        identity[0].with_suffix(".key").rename(identity[0])


def test_a_byte_changed_afterwards_is_noticed(signed: bytes) -> None:
    place = signed.index(b"/Title")
    changed = signed[: place + 8] + bytes([signed[place + 8] ^ 1]) + signed[place + 9 :]
    (finding,) = examine(io.BytesIO(changed))
    assert (finding.is_intact, finding.trust) == (False, BROKEN)


def test_something_added_afterwards_is_noticed(signed: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    writer.root["/Lang"] = TextStringObject("en")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    (finding,) = examine(out)
    assert finding.covers_all is False


def test_a_pdf_without_a_signature_has_no_findings() -> None:
    assert examine(io.BytesIO(blocks_pdf([Paragraph("a")], title="a", language="pl"))) == []


@pytest.mark.parametrize(
    "junk", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 400, b"%PDF-1.4 trailer<</Root 1 0 R>>%%EOF"]
)
def test_a_pdf_that_is_none_ends_as_a_finding(junk: bytes) -> None:
    assert [finding.trust for finding in examine(io.BytesIO(junk))] == [UNREADABLE]
