"""What a meeting leaves behind: certificates, an anonymous survey, photographs."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spoiwo.files.models import StoredFile
from spoiwo.meetings.labels import QUESTION_LABELS
from spoiwo.meetings.models.attendance import Attendee
from spoiwo.meetings.models.series import Meeting
from spoiwo.meetings.rules.states import QuestionKind


class Certificate(models.Model):
    """A certificate of attendance; its code is confirmed by a public page until the certificate is revoked."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="certificates")
    attendee = models.ForeignKey(Attendee, models.PROTECT, related_name="certificates")
    number = models.PositiveIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=200)
    code = models.CharField(max_length=13, unique=True)
    issued_on = models.DateField(_("issued on"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_number_per_certificate"),
            models.UniqueConstraint(
                fields=["attendee"], condition=Q(revoked_at=None), name="one_valid_certificate_per_attendee"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.meeting_id}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:certificate", args=[self.code])


class Survey(models.Model):
    """An anonymous survey after a meeting: whoever has its code may answer, and nothing says who did."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="survey")
    code = models.CharField(max_length=13, unique=True)
    intro = models.TextField(_("introduction"), blank=True)
    closes_on = models.DateField(_("open until"))

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    def __str__(self) -> str:
        return str(self.meeting)


class SurveyQuestion(models.Model):
    """One question of a survey."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(
        _("kind"), max_length=8, choices=list(QUESTION_LABELS.items()), default=QuestionKind.SCALE
    )
    text = models.CharField(_("question"), max_length=300)

    class Meta:
        verbose_name = _("question of a survey")
        verbose_name_plural = _("questions of surveys")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class SurveySheet(models.Model):
    """One filled sheet; it holds no moment and no sender. `nonce` keeps a second press from counting twice."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="sheets")
    nonce = models.CharField(max_length=36, unique=True)

    def __str__(self) -> str:
        return str(self.survey)


class SurveyAnswer(models.Model):
    """The answer to one question on one sheet."""

    sheet = models.ForeignKey(SurveySheet, models.CASCADE, related_name="answers")
    question = models.ForeignKey(SurveyQuestion, models.CASCADE, related_name="answers")
    mark = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mark=None) | Q(mark__gte=1, mark__lte=5), name="marks_from_1_to_5"
            ),
            models.UniqueConstraint(fields=["sheet", "question"], name="each_question_answered_once"),
        ]

    def __str__(self) -> str:
        return str(self.mark or "…")


class Photo(models.Model):
    """A photograph of a meeting; without words for those who cannot see it, it is not taken."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    small = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    alt = models.CharField(_("what the photograph shows"), max_length=300)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    author = models.CharField(_("photographer"), max_length=150, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField(_("published"), null=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.alt
