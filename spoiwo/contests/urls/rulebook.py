"""Addresses of categories, forms, criteria, points of the check."""

from django.urls import path

from spoiwo.contests.views import rulebook as views

CATEGORIES = "editions/<int:edition_pk>/categories/"
FORM = f"{CATEGORIES}<int:category_pk>/form/"

urlpatterns = [
    path(CATEGORIES, views.categories, name="categories"),
    path(f"{CATEGORIES}new/", views.category_new, name="category_new"),
    path(f"{CATEGORIES}<int:category_pk>/", views.category_edit, name="category_edit"),
    path(f"{CATEGORIES}<int:category_pk>/removal/", views.category_removal, name="category_removal"),
    path(FORM, views.form_fields, name="form_fields"),
    path(f"{FORM}new/", views.field_new, name="field_new"),
    path(f"{FORM}<int:field_pk>/", views.field_edit, name="field_edit"),
    path(f"{FORM}<int:field_pk>/place/", views.field_place, name="field_place"),
    path(f"{FORM}<int:field_pk>/removal/", views.field_removal, name="field_removal"),
    path("editions/<int:edition_pk>/criteria/", views.criteria, name="criteria"),
    path("editions/<int:edition_pk>/points/", views.points, name="points"),
]
