"""The forms of concept cards and of projects."""

from spoiwo.projects.forms.cards import CardFilters, DropForm, PeopleForm, StartForm, TextForm, TextsForm
from spoiwo.projects.forms.projects import ProjectFilters, ProjectForm
from spoiwo.projects.forms.rows import (
    CostForms,
    MoneyField,
    PartnerForms,
    ProjectPartnerForms,
    RowForm,
    RowSet,
)

__all__ = [
    "CardFilters",
    "CostForms",
    "DropForm",
    "MoneyField",
    "PartnerForms",
    "PeopleForm",
    "ProjectFilters",
    "ProjectForm",
    "ProjectPartnerForms",
    "RowForm",
    "RowSet",
    "StartForm",
    "TextForm",
    "TextsForm",
]
