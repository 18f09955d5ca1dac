"""Uploads: what is taken, what is refused with which words, and under which name it is kept."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.files import tasks
from spoiwo.files.store import check, keep, respond
from spoiwo.files.tasks import examine_forgotten
from spoiwo.kit.actor import SYSTEM
from spoiwo.kit.request import Refused

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"<html>", "not a PDF"),
        ("a.docx", b"PK\x03\x04", "Only PDF"),
        ("a.png", b"MZ\x90", "Only PDF"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_in_words(
    name: str, content: bytes, words: str, settings: object
) -> None:
    settings.LANGUAGE_CODE = "en"  # type: ignore[attr-defined]
    with pytest.raises(Refused, match=words):
        check(SimpleUploadedFile(name, content))


def test_a_file_over_the_limit_is_refused_before_it_is_read(settings: object) -> None:
    settings.UPLOAD_LIMIT = 50  # type: ignore[attr-defined]
    settings.LANGUAGE_CODE = "en"  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="at most 50"):
        check(SimpleUploadedFile("a.png", PNG))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.png"),
        ("C:\\skany\\umowa.exe", "umowa.png"),
        ("zażółć <b>.png", "zażółć _b_.png"),
        ("....", "plik.png"),
    ],
)
def test_a_hostile_name_never_reaches_the_disk(name: str, kept: str) -> None:
    stored = keep(SimpleUploadedFile("x", PNG), by=SYSTEM)
    file = SimpleUploadedFile("x.png", PNG)
    file._name = name  # what a hostile browser would send; Django's own upload strips folders already
    stored = keep(file, by=SYSTEM)
    assert stored.name == kept
    assert stored.sha256 == hashlib.sha256(PNG).hexdigest()


@pytest.mark.django_db
def test_a_file_is_handed_out_as_a_download_never_as_a_page() -> None:
    response = respond(keep(SimpleUploadedFile("a.png", PNG), by=SYSTEM))
    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == PNG
    response.close()


@pytest.mark.django_db
def test_an_examination_lost_with_its_worker_is_taken_up_again_and_done_once() -> None:
    stored = keep(SimpleUploadedFile("a.pdf", b"%PDF-1.7\n" + b"\xff" * 90), by=SYSTEM)
    keep(SimpleUploadedFile("b.png", PNG), by=SYSTEM)
    assert stored.examined_at is None
    assert [examine_forgotten(), examine_forgotten()] == [1, 0]
    stored.refresh_from_db()
    assert stored.examined_at is not None
    assert [check.trust for check in stored.signature_checks.all()] == ["unreadable"]


@pytest.mark.django_db
def test_a_file_that_takes_for_ever_ends_as_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_file: object) -> None:
        while True:
            pass

    monkeypatch.setattr(tasks, "examine", endless)
    monkeypatch.setattr(tasks, "LIMIT", 0.05)
    stored = keep(SimpleUploadedFile("a.pdf", b"%PDF-1.7\n"), by=SYSTEM)
    tasks.examine_signatures.enqueue(stored.pk)
    assert [check.note for check in stored.signature_checks.all()] == ["the examination took too long"]
