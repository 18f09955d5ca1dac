"""Addresses of this room: cycles and steps, tables, the hall, sheets, ideas, proposals, screening, votes, papers."""

from spoiwo.workshops.urls import (
    cards,
    cycles,
    halls,
    ideas,
    papers,
    proposals,
    screening,
    sheets,
    tables,
    votes,
)

app_name = "workshops"
urlpatterns = [
    *cycles.urlpatterns,
    *tables.urlpatterns,
    *halls.urlpatterns,
    *sheets.urlpatterns,
    *ideas.urlpatterns,
    *proposals.urlpatterns,
    *screening.urlpatterns,
    *votes.urlpatterns,
    *cards.urlpatterns,
    *papers.urlpatterns,
]
