"""Addresses of the ranking and how it came about."""

from django.urls import path

from spoiwo.contests.views import results as views

urlpatterns = [
    path("contests/method/", views.method, name="method"),
    path("editions/<int:edition_pk>/results/", views.results, name="results"),
    path("editions/<int:edition_pk>/results/jurors/", views.results_jurors, name="results_jurors"),
    path("editions/<int:edition_pk>/results/computing/", views.results_computing, name="results_computing"),
    path("editions/<int:edition_pk>/results/<int:entry_pk>/", views.result_entry, name="result_entry"),
    path("judging/readings/<int:reading_pk>/revision/", views.score_revision, name="score_revision"),
]
