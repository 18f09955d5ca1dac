"""Addresses of tables and their people."""

from django.urls import path

from spoiwo.workshops.views import tables

MEETING = "meetings/<int:meeting_pk>/"
TABLE = MEETING + "tables/<int:table_pk>/"
urlpatterns = [
    path(MEETING + "tables/", tables.tables, name="tables"),
    path(MEETING + "tables/building/", tables.tables_building, name="tables_building"),
    path(MEETING + "tables/seating/", tables.tables_seating, name="tables_seating"),
    path(MEETING + "tables/adoption/", tables.tables_adoption, name="tables_adoption"),
    path(MEETING + "tables/new/", tables.table_new, name="table_new"),
    path(MEETING + "tables.pdf", tables.tables_paper, name="tables_paper"),
    path(MEETING + "table-signs.pdf", tables.signs_paper, name="signs_paper"),
    path(TABLE, tables.table, name="table"),
    path(TABLE + "edit/", tables.table_edit, name="table_edit"),
    path(TABLE + "removal/", tables.table_removal, name="table_removal"),
    path(TABLE + "address/", tables.table_address, name="table_address"),
    path("w/<slug:slip_code>/table/", tables.seat_table, name="seat_table"),
]
