"""Addresses of the commission, its conflicts of interest and its progress."""

from django.urls import path

from spoiwo.contests.views import conflicts, judging, members, progress

EDITION = "editions/<int:edition_pk>/"

urlpatterns = [
    path(f"{EDITION}members/", members.members, name="members"),
    path(f"{EDITION}members/new/", members.member_new, name="member_new"),
    path(f"{EDITION}members/<int:member_pk>/", members.member_edit, name="member_edit"),
    path(f"{EDITION}members/<int:member_pk>/stop/", members.member_stop, name="member_stop"),
    path("judging/", judging.my_judging, name="my_judging"),
    path("judging/<int:edition_pk>/confirmation/", judging.confirmation, name="confirmation"),
    path("judging/<int:edition_pk>/declaration/", judging.own_declaration, name="own_declaration"),
    path(f"{EDITION}conflicts/", conflicts.conflicts, name="conflicts"),
    path(f"{EDITION}conflicts/search/", conflicts.conflicts_search, name="conflicts_search"),
    path(f"{EDITION}conflicts/new/", conflicts.conflict_new, name="conflict_new"),
    path(f"{EDITION}conflicts/<int:conflict_pk>/", conflicts.conflict_settle, name="conflict_settle"),
    path(f"{EDITION}progress/", progress.progress, name="progress"),
    path(f"{EDITION}progress/reminder/", progress.nudge, name="nudge"),
    path(
        f"{EDITION}progress/<int:reading_pk>/reopening/", progress.reading_reopening, name="reading_reopening"
    ),
]
