"""What stands in files is found with the record they belong to."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spoiwo.files.store import keep_paper
from spoiwo.kit.actor import NOBODY, SYSTEM
from spoiwo.search import EVERYBODY, Document, registry
from spoiwo.search.asking import Filters
from spoiwo.search.finding import find
from spoiwo.search.indexing import write
from spoiwo.search.models import FileText, Item
from spoiwo.search.tasks import read_files

pytestmark = pytest.mark.django_db


def test_the_words_of_a_file_find_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    file = SimpleUploadedFile("opis.txt", "Powstały trzy spółdzielnie socjalne.".encode())
    stored = keep_paper(file, name="opis.txt", kind="text/plain", by=SYSTEM)
    document = Document(1, "Karta", "", "/1/", {EVERYBODY}, files=[stored.pk])
    kinds = dict(registry._kinds) | {
        "tests.note": registry.Kind("tests.note", "notes", lambda pks: [document])
    }
    monkeypatch.setattr(registry, "_kinds", kinds)
    assert write("tests.note", [1], [document]) == [("tests.note", 1, [stored.pk])]
    assert not find("spółdzielnia", Filters(), NOBODY, dt.date(2026, 1, 1)).numbers
    read_files.func("tests.note", 1, [stored.pk])
    assert find("spółdzielnia socjalna", Filters(), NOBODY, dt.date(2026, 1, 1)).numbers
    assert Item.objects.get().title == "Karta"
    assert write("tests.note", [1], [document]) == []


def test_a_file_that_cannot_be_read_is_not_tried_again() -> None:
    stored = keep_paper(
        SimpleUploadedFile("zly.pdf", b"%PDF-1.4 x"), name="zly.pdf", kind="application/pdf", by=SYSTEM
    )
    read_files.func("tests.note", 1, [stored.pk])
    assert FileText.objects.get().problem
    read_files.func("tests.note", 1, [stored.pk])
    assert FileText.objects.count() == 1
