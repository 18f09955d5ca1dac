"""Addresses of the audience’s vote."""

from django.urls import path

from spoiwo.contests.views import audience as views

urlpatterns = [
    path("contests/<slug:slug>/<int:year>/vote/", views.audience_vote, name="audience_vote"),
    path("v/<slug:secret>/", views.audience_confirmation, name="audience_confirmation"),
    path("editions/<int:edition_pk>/voices/", views.audience_count, name="audience_count"),
]
