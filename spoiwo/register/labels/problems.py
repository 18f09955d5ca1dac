"""Sentences that say what is wrong with a value or a file, and what to do about it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoiwo.register.rules.values import Problem

PROBLEMS: Mapping[Problem, Promise] = {
    Problem.MISSING: _("A name of the organisation is missing."),
    Problem.TOO_LONG: _("This is too long; at most %(detail)s characters fit."),
    Problem.NOT_DIGITS: _("This number has something besides digits in it."),
    Problem.NIP_LENGTH: _("A NIP has 10 digits; this one has %(detail)s."),
    Problem.NIP_CHECK_DIGIT: _("The check digit of this NIP is wrong; look for a mistyped or swapped digit."),
    Problem.REGON_LENGTH: _("A REGON has 9 or 14 digits; this one has %(detail)s."),
    Problem.REGON_CHECK_DIGIT: _(
        "The check digit of this REGON is wrong; look for a mistyped or swapped digit."
    ),
    Problem.KRS_LENGTH: _("A KRS number has 10 digits with the zeros in front; this one has %(detail)s."),
    Problem.POSTCODE: _("A postcode looks like 05-155."),
    Problem.EMAIL: _("This is not an e-mail address; one looks like sekretariat@powiat.pl."),
    Problem.WEBSITE: _("This is not an address of a website; one looks like https://powiat.pl."),
    Problem.PHONE: _("This is not a telephone number; at least five digits are needed."),
    Problem.E_DELIVERY: _("An e-delivery address looks like AE:PL-12345-67890-ABCDE-12."),
    Problem.DAY: _("This is not a day; write it as 2024-09-18 or 18.09.2024."),
    Problem.NAME: _("This is not a name of a person; only letters, hyphens and apostrophes belong in one."),
    Problem.PLACE_UNKNOWN: _(
        "There is no such place in the official register; write its name or its TERYT code."
    ),
    Problem.PLACE_AMBIGUOUS: _(
        "Several places are called so: %(detail)s. Write the code, or add the county."
    ),
    Problem.KIND: _("This kind of organisation is not known; use a name from the list of kinds."),
    Problem.SECTOR: _("This sector is not known; use a name from the list of sectors."),
    Problem.GENDER: _("Write Pani or Pan here, or leave it empty."),
    Problem.CHANNEL: _("Write e-mail, telephone, letter or e-delivery here, or leave it empty."),
    Problem.ENDS_BEFORE_START: _("The last day is earlier than the first one."),
    Problem.TOO_MANY_CELLS: _(
        "This row has more cells than the header; a separator may stand inside a text."
    ),
    Problem.REPEATED: _("The same entry stands in row %(detail)s already."),
    Problem.NUMBER_TWICE: _("Row %(detail)s gives the same number to an organisation with another name."),
    Problem.NUMBERS_DISAGREE: _(
        "The numbers in this row belong to different organisations of the register: %(detail)s."
    ),
    Problem.MATCH_AMBIGUOUS: _(
        "Several organisations of the register are called so; add a NIP, REGON, KRS or commune."
    ),
}

FILE_PROBLEMS: Mapping[str, Promise] = {
    "empty": _("The file is empty."),
    "no_rows": _("The file has a header but no rows below it."),
    "binary": _(
        "This is not a table: the file holds binary data. Save it as CSV or XLSX and send that file."
    ),
    "old_excel": _("This is a file of the old Excel (.xls). Save it as .xlsx or CSV and send that file."),
    "not_xlsx": _("This archive holds no Excel workbook. Save the table as XLSX or CSV and send that file."),
    "broken_xlsx": _(
        "The workbook is damaged and cannot be opened. Save it again in your spreadsheet program."
    ),
    "xlsx_bomb": _("Unpacked, this workbook would take more than %(detail)s MB, so it was not opened."),
    "pdf": _("This is a PDF. Save the table as CSV or XLSX and send that file."),
    "encoding": _(
        "The letters of this file are stored in two different ways (see row %(detail)s), so Polish letters would come "
        "out wrong. Open it in your spreadsheet program, mend them and save it as CSV UTF-8."
    ),
    "broken_csv": _("Row %(detail)s cannot be read: a quotation mark is probably opened and never closed."),
    "one_column": _(
        "Only one column was found. The columns must be separated by commas, semicolons or tabs, and the first row "
        "must hold their names."
    ),
    "too_many_columns": _(
        "The table has more than %(detail)s columns. Leave only those that are to be read in."
    ),
    "too_many_rows": _("The table has more than %(detail)s rows. Split it into several files."),
    "too_large": _("The file is larger than %(detail)s MB. Split it into several files."),
    "no_name_column": _("Say which column holds the names of the organisations."),
    "column_twice": _("Two columns are both said to be “%(detail)s”."),
}


def problem_text(problem: str, detail: object = "") -> str:
    """The sentence for a problem of a value or a file, in the reader's language."""
    sentence = PROBLEMS.get(problem) if problem in PROBLEMS else FILE_PROBLEMS[problem]  # type: ignore[call-overload]
    return str(sentence) % {"detail": detail}
