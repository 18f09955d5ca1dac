"""Addresses of closing, certificates, surveys, photographs and image consents; those typed from paper are short."""

from django.urls import path

from spoiwo.meetings.views import certificates, closing, photos, privacy, surveys

MEETING = "meetings/<int:meeting_pk>/"
CERTIFICATES = MEETING + "certificates/"
PHOTOS = MEETING + "photos/"
urlpatterns = [
    path(MEETING + "closing/", closing.closing, name="closing"),
    path(MEETING + "closing/absence/", closing.absence, name="absence"),
    path(MEETING + "closing/reopening/", closing.reopening, name="reopening"),
    path(MEETING + "closing/thanks/", closing.thanks, name="thanks"),
    path(MEETING + "closing/report.<slug:format>", closing.closing_report, name="closing_report"),
    path(CERTIFICATES, certificates.certificates, name="certificates"),
    path(CERTIFICATES + "issue/", certificates.certificates_issue, name="certificates_issue"),
    path(CERTIFICATES + "certificates.pdf", certificates.certificates_file, name="certificates_file"),
    path(
        CERTIFICATES + "<int:certificate_pk>/revocation/",
        certificates.certificate_revocation,
        name="certificate_revocation",
    ),
    path("certificates/", certificates.certificate_check, name="certificate_check"),
    path("certificates/<slug:certificate_code>/", certificates.certificate, name="certificate"),
    path(
        "certificates/<slug:certificate_code>/certificate.pdf",
        certificates.certificate_paper,
        name="certificate_paper",
    ),
    path(MEETING + "survey/", surveys.survey, name="survey"),
    path(MEETING + "survey/new/", surveys.survey_new, name="survey_new"),
    path(MEETING + "survey/edit/", surveys.survey_edit, name="survey_edit"),
    path(MEETING + "survey/poster.pdf", surveys.survey_poster, name="survey_poster"),
    path("s/", surveys.survey_code, name="survey_code"),
    path("s/<slug:survey_code>/", surveys.survey_sheet, name="survey_sheet"),
    path(PHOTOS, photos.photos, name="photos"),
    path(PHOTOS + "publication/", photos.photos_publication, name="photos_publication"),
    path(PHOTOS + "<int:photo_pk>/", photos.photo, name="photo"),
    path(PHOTOS + "<int:photo_pk>/<slug:size>.jpg", photos.photo_file, name="photo_file"),
    path(MEETING + "gallery/", photos.gallery, name="gallery"),
    path(MEETING + "consents/", privacy.consents, name="consents"),
    path(MEETING + "consents/slip.pdf", privacy.consent_slip, name="consent_slip"),
]
