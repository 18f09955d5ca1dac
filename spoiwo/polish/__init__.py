"""Polish names, forms of address, alphabetical order, search terms, places and lost letters, over Morfeusz 2.

Importing this package is cheap: the dictionary is loaded by the first call that needs it.
"""

from spoiwo.polish.collation import collation_key, fold
from spoiwo.polish.dictionary import Reading, every_form, readings
from spoiwo.polish.fullnames import FullName, split_name
from spoiwo.polish.gazetteer import Found, Gazetteer, Place
from spoiwo.polish.grammar import CASES, Forms, Gender, NameForms
from spoiwo.polish.names import guess_gender, inflect_name
from spoiwo.polish.phrases import courtesy, phrase_cases
from spoiwo.polish.repairing import Change, Repaired, repair
from spoiwo.polish.salutations import salutation
from spoiwo.polish.slips import within_one_edit
from spoiwo.polish.terms import find_terms, term_groups, terms

__all__ = [
    "CASES",
    "Change",
    "Forms",
    "Found",
    "FullName",
    "Gazetteer",
    "Gender",
    "NameForms",
    "Place",
    "Reading",
    "Repaired",
    "collation_key",
    "courtesy",
    "every_form",
    "find_terms",
    "fold",
    "guess_gender",
    "inflect_name",
    "phrase_cases",
    "readings",
    "repair",
    "salutation",
    "split_name",
    "term_groups",
    "terms",
    "within_one_edit",
]
