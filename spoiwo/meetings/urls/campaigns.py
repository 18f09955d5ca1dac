"""Addresses of campaigns, their addressees, letters and answers."""

from django.urls import path

from spoiwo.meetings.views import audience, campaigns, desk, dispatch, figures, invitations, questions, texts

CAMPAIGN = "campaigns/<int:campaign_pk>/"
INVITATION = CAMPAIGN + "addressees/<int:invitation_pk>/"
urlpatterns = [
    path("campaigns/", campaigns.campaign_list, name="campaigns"),
    path("campaigns/new/", campaigns.campaign_new, name="campaign_new"),
    path(CAMPAIGN, campaigns.campaign, name="campaign"),
    path(CAMPAIGN + "edit/", campaigns.campaign_edit, name="campaign_edit"),
    path(CAMPAIGN + "launch/", campaigns.launch, name="launch"),
    path(CAMPAIGN + "state/", campaigns.campaign_state, name="campaign_state"),
    path(CAMPAIGN + "desk/", desk.desk, name="desk"),
    path(CAMPAIGN + "addressees/", campaigns.addressees, name="addressees"),
    path(CAMPAIGN + "addressees/segment/", audience.segment, name="segment"),
    path(CAMPAIGN + "addressees/pick/", audience.pick, name="pick"),
    path(CAMPAIGN + "lists/new/", audience.list_new, name="list_new"),
    path(CAMPAIGN + "lists/<int:list_pk>/", audience.guest_list, name="guest_list"),
    path(CAMPAIGN + "texts/", texts.texts, name="texts"),
    path(CAMPAIGN + "texts/<slug:purpose>/", texts.text, name="text"),
    path(CAMPAIGN + "reminders/new/", texts.reminder, name="reminder"),
    path(CAMPAIGN + "papers/", dispatch.letter_papers, name="letter_papers"),
    path(CAMPAIGN + "papers/posted/", dispatch.letters_posted, name="letters_posted"),
    path(CAMPAIGN + "papers/<slug:paper>/", dispatch.letter_paper, name="letter_paper"),
    path(CAMPAIGN + "figures/", figures.figures, name="figures"),
    path(CAMPAIGN + "questions/", questions.questions, name="questions"),
    path(CAMPAIGN + "needs/", questions.needs_list, name="needs_list"),
    path(INVITATION, invitations.invitation, name="invitation"),
    path(INVITATION + "edit/", invitations.invitation_edit, name="invitation_edit"),
    path(INVITATION + "removal/", invitations.invitation_removal, name="invitation_removal"),
]
