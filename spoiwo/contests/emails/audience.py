"""The letter that makes a voice count."""

from django.conf import settings
from django.urls import reverse

from spoiwo.contests.models import Voice
from spoiwo.mail.post import Draft


def confirmation(voice: Voice, email: str) -> Draft:
    """Asks whoever reads that mailbox whether the voice is theirs. The letter is forgotten with the outbox's usual term."""
    edition = voice.entry.edition
    link = settings.PUBLIC_URL.rstrip("/") + reverse("contests:audience_confirmation", args=[voice.secret])
    return Draft(
        to=email,
        template="contests/email/voice",
        context={"edition": edition, "entry": voice.entry, "link": link, "contest": edition.contest},
        about_kind="contests.voice",
        about_id=voice.pk,
        scope=edition.contest.partnership_id,
    )
