"""Addresses of this room, a module for each noun."""

from spoiwo.contests.urls import (
    assignment,
    audience,
    blind,
    checks,
    editions,
    entries,
    history,
    jury,
    papers,
    readings,
    results,
    rulebook,
    verdict,
    writers,
)

app_name = "contests"
urlpatterns = [
    *results.urlpatterns,  # before the contests: /contests/method/ is no contest
    *editions.urlpatterns,
    *rulebook.urlpatterns,
    *writers.urlpatterns,
    *entries.urlpatterns,
    *checks.urlpatterns,
    *jury.urlpatterns,
    *readings.urlpatterns,
    *blind.urlpatterns,
    *assignment.urlpatterns,
    *verdict.urlpatterns,
    *papers.urlpatterns,
    *audience.urlpatterns,
    *history.urlpatterns,
]
