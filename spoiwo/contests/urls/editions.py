"""Addresses of contests and editions."""

from django.urls import path

from spoiwo.contests.views import editions as views

urlpatterns = [
    path("contests/", views.contests, name="contests"),
    path("contests/new/", views.contest_new, name="contest_new"),
    path("contests/<slug:slug>/", views.contest, name="contest"),
    path("contests/<slug:slug>/edit/", views.contest_edit, name="contest_edit"),
    path("contests/<slug:slug>/new/", views.edition_new, name="edition_new"),
    path("contests/<slug:slug>/<int:year>/", views.edition, name="edition"),
    path("contests/<slug:slug>/<int:year>/rules/", views.rules_file, name="rules_file"),
    path("editions/<int:edition_pk>/", views.edition_desk, name="edition_desk"),
    path("editions/<int:edition_pk>/settings/", views.edition_edit, name="edition_edit"),
    path("editions/<int:edition_pk>/state/", views.edition_state, name="edition_state"),
    path("editions/<int:edition_pk>/extension/", views.extension, name="extension"),
    path("editions/<int:edition_pk>/patronage/", views.patronages, name="patronages"),
    path(
        "editions/<int:edition_pk>/patronage/<int:patronage_pk>/", views.patronage_edit, name="patronage_edit"
    ),
]
