"""Addresses of sheets: the table's own page without an account, and staff who type in paper."""

from django.urls import path

from spoiwo.workshops.views import sheets

MEETING = "meetings/<int:meeting_pk>/"
SHEET = MEETING + "sheets/<int:sheet_pk>/"
DESK = "t/<slug:table_secret>/"
urlpatterns = [
    path(DESK, sheets.desk, name="desk"),
    path(DESK + "<int:step_pk>/lines/", sheets.desk_lines, name="desk_lines"),
    path(DESK + "<int:step_pk>/photos/", sheets.desk_photos, name="desk_photos"),
    path(DESK + "<int:step_pk>/done/", sheets.desk_done, name="desk_done"),
    path(SHEET, sheets.sheet, name="sheet"),
    path(SHEET + "lines/", sheets.sheet_lines, name="sheet_lines"),
    path(SHEET + "photos/<int:photo_pk>/", sheets.sheet_photo, name="sheet_photo"),
    path(MEETING + "steps/<int:step_pk>/tables/<int:table_pk>/", sheets.sheet_new, name="sheet_new"),
]
