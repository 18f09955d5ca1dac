"""Addresses of the open data; permanent, without a final slash."""

from django.urls import path

from spoiwo.api import views

app_name = "api"
urlpatterns = [
    path("", views.index, name="index"),
    path("openapi.json", views.openapi, name="openapi"),
    path("partnerships", views.partnerships, name="partnerships"),
    path("partnerships/<slug:slug>/parties", views.parties, name="parties"),
]
