"""Addresses of laureates over the editions."""

from django.urls import path

from spoiwo.contests.views import history as views

urlpatterns = [
    path("contests/<slug:slug>/laureates/", views.laureates, name="laureates"),
    path("contests/<slug:slug>/laureates/new/", views.history_new, name="history_new"),
    path("contests/<slug:slug>/laureates/<int:award_pk>/", views.laureate, name="laureate"),
    path("editions/<int:edition_pk>/letters/results/", views.result_letters, name="result_letters"),
    path("p/<slug:secret>/", views.practice_consent, name="practice_consent"),
]
