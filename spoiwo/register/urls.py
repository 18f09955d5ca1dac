"""Addresses of `register`."""

from django.urls import path

from spoiwo.register.views import changes, duplicates, imports, mandates, organisations, people

app_name = "register"
urlpatterns = [
    path("organisations/", organisations.organisation_list, name="organisations"),
    path("organisations/new/", organisations.organisation_new, name="organisation_new"),
    path(
        "organisations/suggestions/", organisations.organisation_suggestions, name="organisation_suggestions"
    ),
    path("organisations/<int:pk>/", organisations.organisation_detail, name="organisation"),
    path("organisations/<int:pk>/edit/", organisations.organisation_edit, name="organisation_edit"),
    path("organisations/<int:pk>/history/", organisations.organisation_history, name="organisation_history"),
    path("organisations/<int:pk>/confirmation/", changes.organisation_confirm, name="organisation_confirm"),
    path("organisations/<int:pk>/keeper/", changes.organisation_keep, name="organisation_keep"),
    path("organisations/<int:pk>/names/new/", changes.organisation_rename, name="organisation_rename"),
    path(
        "organisations/<int:pk>/successions/new/",
        changes.organisation_succession,
        name="organisation_succession",
    ),
    path(
        "organisations/<int:pk>/mandates/new/",
        mandates.organisation_mandate_new,
        name="organisation_mandate_new",
    ),
    path("organisations/<int:pk>/merge/", duplicates.merge_choose, name="merge_choose"),
    path("people/", people.person_list, name="people"),
    path("people/new/", people.person_new, name="person_new"),
    path("people/<int:pk>/", people.person_detail, name="person"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/history/", people.person_history, name="person_history"),
    path("people/<int:pk>/mandates/new/", mandates.person_mandate_new, name="person_mandate_new"),
    path("mandates/<int:pk>/edit/", mandates.mandate_edit, name="mandate_edit"),
    path("mandates/<int:pk>/end/", mandates.mandate_end, name="mandate_end"),
    path("duplicates/", duplicates.duplicates, name="duplicates"),
    path("duplicates/<int:first>/<int:second>/", duplicates.merge, name="merge"),
    path("duplicates/<int:first>/<int:second>/two/", duplicates.not_duplicates, name="not_duplicates"),
    path("merges/<int:pk>/undo/", duplicates.unmerge, name="unmerge"),
    path("imports/", imports.import_start, name="import_start"),
    path("imports/<int:pk>/", imports.import_detail, name="import"),
    path("imports/<int:pk>/errors/", imports.import_errors, name="import_errors"),
    path("imports/<int:pk>/confirm/", imports.import_confirm, name="import_confirm"),
    path("imports/<int:pk>/restart/", imports.import_restart, name="import_restart"),
    path("imports/<int:pk>/discard/", imports.import_discard, name="import_discard"),
]
