"""Answers that are files: a table as CSV or XLSX, a document as PDF or DOCX."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.text import slugify

from spoiwo.documents.csvfile import Separator, csv_response
from spoiwo.documents.table import Table
from spoiwo.documents.xlsxfile import xlsx_response
from spoiwo.polish import fold

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SEPARATORS: dict[str, Separator] = {"semicolon": ";", "comma": ",", "tab": "\t"}


def table_response(table: Table, format: str, separator: Separator = ";") -> HttpResponseBase:
    """The table as a download named after its title; `format` is csv or xlsx."""
    name = f"{slugify(fold(table.title)) or 'spoiwo'}.{format}"
    return xlsx_response(table, name) if format == "xlsx" else csv_response(table, name, separator)


def wanted_separator(request: HttpRequest) -> Separator:
    """What `?separator=` of the address asks for: semicolon (also without it), comma or tab."""
    return SEPARATORS.get(request.GET.get("separator", ""), ";")


def file_response(content: bytes, title: str, format: str) -> HttpResponse:
    """A finished document; a PDF opens in the browser, a DOCX is saved."""
    name = f"{slugify(fold(title))[:80] or 'spoiwo'}.{format}"
    place = "inline" if format == "pdf" else "attachment"
    # Papers hold names and codes: no copy of one stays in a shared cache.
    headers = {"Content-Disposition": f'{place}; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=KINDS[format], headers=headers)
