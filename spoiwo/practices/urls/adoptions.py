"""Addresses of adoptions and of the comparison of counties."""

from django.urls import path

from spoiwo.practices.views import adoptions

PRACTICE = "practices/<int:practice_pk>/"
ADOPTION = PRACTICE + "adoptions/<int:adoption_pk>/"
urlpatterns = [
    path(PRACTICE + "adoptions/", adoptions.adoptions, name="adoptions"),
    path(PRACTICE + "adoptions/new/", adoptions.adoption_new, name="adoption_new"),
    path(ADOPTION + "edit/", adoptions.adoption_edit, name="adoption_edit"),
    path(ADOPTION + "removal/", adoptions.adoption_removal, name="adoption_removal"),
    path(PRACTICE + "here/", adoptions.comparison, name="comparison"),
]
