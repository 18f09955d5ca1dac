"""The room's sentences: what is wrong with a file, and whom to thank for the coordinates."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoiwo.places.rules import Fault, Problem

# GeoNames asks to be named wherever its coordinates are shown.
SEATS_CREDIT = _("Seats of communes: GeoNames, CC BY 4.0.")
REGISTER_CREDIT = _("Names and codes: TERYT register, Statistics Poland.")

FAULT_SENTENCES = {
    Fault.TOO_LARGE: _(
        "This file is larger than 10 MB, while the whole register has less than one. Take the TERC file only."
    ),
    Fault.BROKEN_ZIP: _("This ZIP archive cannot be opened. Download it again."),
    Fault.NO_CSV_IN_ZIP: _("This ZIP archive should hold exactly one CSV file."),
    Fault.IS_XML: _("This is the XML form of the register. Choose the CSV form on the page of the register."),
    Fault.NOT_TEXT: _("This file is not a text file with semicolons, so nothing could be read from it."),
    Fault.EMPTY: _("There is not one row in this file."),
    Fault.COLUMN_MISSING: _("Line %(line)s: columns are missing: %(value)s."),
    Fault.WRONG_LENGTH: _("Line %(line)s: it has %(value)s cells, which is too few."),
    Fault.WRONG_CODE: _("Line %(line)s: “%(value)s” is not a code of a voivodeship, county or commune."),
    Fault.UNKNOWN_KIND: _("Line %(line)s: there is no kind of commune “%(value)s” in the register."),
    Fault.DUPLICATE: _("Line %(line)s: the code %(value)s stands in the file twice."),
    Fault.NO_UNIT_ABOVE: _("Line %(line)s: the unit above %(value)s is not in the file."),
    Fault.EMPTY_NAME: _("Line %(line)s: the unit %(value)s has no name."),
    Fault.LONG_NAME: _("Line %(line)s: the name “%(value)s…” has more than 80 characters."),
    Fault.WRONG_DAY: _("Line %(line)s: “%(value)s” is not a day; STAN_NA should read like 2026-01-01."),
    Fault.MIXED_DAYS: _("Line %(line)s: the state is of %(value)s, while earlier lines give another day."),
}


def problem_sentence(problem: Problem) -> str:
    """The problem in the reader's language."""
    return str(FAULT_SENTENCES[problem.fault]) % {
        "line": problem.line,
        "value": problem.value or gettext("nothing"),
    }
