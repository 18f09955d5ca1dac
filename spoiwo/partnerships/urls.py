"""Addresses of partnerships, their agreements and acts; `parties` is the permanent one without a final slash."""

from django.urls import path

from spoiwo.partnerships.views import acts, agreements, letters, organs, papers, partnerships, people

app_name = "partnerships"
BASE = "partnerships/<slug:slug>/"
AGREEMENT = BASE + "agreements/<int:pk>/"
urlpatterns = [
    path("partnerships/", partnerships.partnership_list, name="partnerships"),
    path("partnerships/new/", partnerships.partnership_new, name="partnership_new"),
    path("skeletons/<slug:kind>/", agreements.skeleton, name="skeleton"),
    path(
        "suggestions/organisations/", partnerships.organisation_suggestions, name="organisation_suggestions"
    ),
    path(BASE, partnerships.partnership, name="partnership"),
    path(BASE + "edit/", partnerships.partnership_edit, name="partnership_edit"),
    path(BASE + "publication/", partnerships.publication, name="publication"),
    path(BASE + "goals/", partnerships.goals, name="goals"),
    path(BASE + "history/", partnerships.history, name="history"),
    path(BASE + "parties", partnerships.parties, name="parties"),
    path(BASE + "organs/new/", organs.organ_new, name="organ_new"),
    path(BASE + "organs/<int:pk>/", organs.organ, name="organ"),
    path(BASE + "organs/<int:pk>/seats/<int:seat_pk>/end/", organs.seat_end, name="seat_end"),
    path(BASE + "people/", people.people, name="people"),
    path(BASE + "people/<int:pk>/end/", people.role_end, name="role_end"),
    path(BASE + "letters/", letters.letters, name="letters"),
    path(BASE + "letters/<int:pk>/", letters.letter, name="letter"),
    path(BASE + "agreements/new/", agreements.agreement_new, name="agreement_new"),
    path(AGREEMENT, agreements.agreement, name="agreement"),
    path(AGREEMENT + "edit/", agreements.agreement_edit, name="agreement_edit"),
    path(AGREEMENT + "text/", agreements.text, name="text"),
    path(AGREEMENT + "steps/<slug:step>/", agreements.step, name="step"),
    path(AGREEMENT + "parties/new/", acts.party_new, name="party_new"),
    path(AGREEMENT + "parties/<int:party_pk>/", acts.party, name="party"),
    path(AGREEMENT + "parties/<int:party_pk>/representative/", acts.representative, name="representative"),
    path(AGREEMENT + "parties/<int:party_pk>/removal/", acts.party_removal, name="party_removal"),
    path(AGREEMENT + "parties/<int:party_pk>/acts/new/", acts.act_new, name="act_new"),
    path(AGREEMENT + "acts/<int:act_pk>/", acts.act, name="act"),
    path(AGREEMENT + "acts/<int:act_pk>/correction/", acts.act_correction, name="act_correction"),
    path(AGREEMENT + "acts/<int:act_pk>/file/", acts.act_file, name="act_file"),
    path(AGREEMENT + "documents/<slug:name>.<slug:format>", papers.document, name="document"),
    path(AGREEMENT + "declarations/<int:party_pk>.<slug:format>", papers.declaration, name="declaration"),
]
