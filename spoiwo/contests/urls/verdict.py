"""Addresses of sitting, awards, seal."""

from django.urls import path

from spoiwo.contests.views import sittings, verdict

EDITION = "editions/<int:edition_pk>/"
SITTING = f"{EDITION}sittings/<int:sitting_pk>/"
PUBLIC = "contests/<slug:slug>/<int:year>/"

urlpatterns = [
    path(f"{EDITION}verdict/", verdict.sittings, name="sittings"),
    path(f"{EDITION}sittings/new/", sittings.sitting_new, name="sitting_new"),
    path(SITTING, sittings.sitting, name="sitting"),
    path(f"{SITTING}closing/", sittings.sitting_closing, name="sitting_closing"),
    path(f"{SITTING}vote/", sittings.poll, name="poll"),
    path(f"{EDITION}awards/<int:category_pk>/", verdict.awards, name="awards"),
    path(f"{EDITION}awards/<int:category_pk>/reasons/", verdict.award_reasons, name="award_reasons"),
    path(f"{EDITION}awards/removal/<int:award_pk>/", verdict.award_removal, name="award_removal"),
    path(f"{EDITION}sealing/", verdict.sealing, name="sealing"),
    path(f"{EDITION}publication/", verdict.publication, name="publication"),
    path(f"{EDITION}corrections/new/", verdict.correction_new, name="correction_new"),
    path(f"{PUBLIC}seal/", verdict.seal, name="seal"),
    path(f"{PUBLIC}seal.json", verdict.seal_content, name="seal_content"),
    path(f"{PUBLIC}seal.csv", verdict.seal_scores, name="seal_scores"),
]
