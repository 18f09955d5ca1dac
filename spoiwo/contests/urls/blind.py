"""Addresses of blind copies."""

from django.urls import path

from spoiwo.contests.views import blind as views

COPY = "editions/<int:edition_pk>/entries/<int:entry_pk>/blind/"
FILE = f"{COPY}files/<int:file_pk>/"

urlpatterns = [
    path("editions/<int:edition_pk>/blind/", views.copies, name="copies"),
    path("editions/<int:edition_pk>/blind/making/", views.copies_making, name="copies_making"),
    path("editions/<int:edition_pk>/blind/approval/", views.copies_approval, name="copies_approval"),
    path(COPY, views.copy, name="copy"),
    path(FILE, views.copy_file, name="copy_file"),
    path(f"{FILE}boxes/", views.copy_box, name="copy_box"),
    path(f"{FILE}boxes/removal/", views.copy_box_removal, name="copy_box_removal"),
    path(f"{FILE}leaving/", views.copy_leaving, name="copy_leaving"),
]
