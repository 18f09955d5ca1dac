"""Addresses of proposals of projects."""

from django.urls import path

from spoiwo.workshops.views import proposals

LIST = "meetings/<int:meeting_pk>/proposals/"
ONE = LIST + "<int:proposal_pk>/"
DESK = "t/<slug:table_secret>/"
urlpatterns = [
    path(LIST, proposals.proposals, name="proposals"),
    path(ONE, proposals.proposal, name="proposal"),
    path(ONE + "edit/", proposals.proposal_edit, name="proposal_edit"),
    path(ONE + "text/", proposals.proposal_text, name="proposal_text"),
    path(ONE + "state/", proposals.proposal_state, name="proposal_state"),
    path(DESK + "<int:step_pk>/proposals/", proposals.desk_proposal_new, name="desk_proposal_new"),
    path(DESK + "proposals/<int:proposal_pk>/", proposals.desk_proposal, name="desk_proposal"),
    path(DESK + "proposals/<int:proposal_pk>/text/", proposals.desk_proposal_text, name="desk_proposal_text"),
]
