"""Answers that are files: a table as CSV or XLSX, a document as PDF or DOCX."""

from django.http import HttpResponse, HttpResponseBase
from django.utils.text import slugify

from spoiwo.documents.csvfile import csv_response
from spoiwo.documents.table import Table
from spoiwo.documents.xlsxfile import xlsx_response
from spoiwo.polish import fold

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def table_response(table: Table, format: str) -> HttpResponseBase:
    """The table as a download named after its title; `format` is csv or xlsx."""
    name = f"{slugify(fold(table.title)) or 'spoiwo'}.{format}"
    return xlsx_response(table, name) if format == "xlsx" else csv_response(table, name)


def file_response(content: bytes, title: str, format: str) -> HttpResponse:
    """A finished document; a PDF opens in the browser, a DOCX is saved."""
    name = f"{slugify(fold(title))[:80] or 'spoiwo'}.{format}"
    place = "inline" if format == "pdf" else "attachment"
    return HttpResponse(
        content, content_type=KINDS[format], headers={"Content-Disposition": f'{place}; filename="{name}"'}
    )
