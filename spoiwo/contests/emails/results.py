"""Letters with the result: every entrant with the jurors' comments, laureates with the question of consent."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from spoiwo.contests.emails.addresses import to_writer
from spoiwo.contests.models import Award, Edition, Entry, Reading
from spoiwo.contests.rules.states import WriterKind
from spoiwo.mail.post import Draft


def result_letters(edition: Edition, entry: Entry) -> Iterator[Draft]:
    """One letter to each writer of an entry: award or thanks, the comments meant for the entrant, without jurors' names.

    Who nominated another body is told the result, but consents to nothing in its name.
    """
    entry.edition = edition
    comments = Reading.objects.counted().filter(entry=entry).exclude(to_entrant="").order_by("?")
    awards = list(Award.objects.filter(entry=entry))
    context = {
        "awards": awards,
        "comments": list(comments.values_list("to_entrant", flat=True)),
        "page": settings.PUBLIC_URL.rstrip("/") + edition.get_absolute_url(),
    }
    for writer in entry.writers.filter(closed_at=None):
        is_own = writer.kind != WriterKind.NOMINATOR
        consent = consent_link(awards[0]) if awards and is_own else ""
        yield to_writer(writer, entry, "result", consent=consent, **context)


def consent_link(award: Award) -> str:
    """Where a laureate agrees that the practice is published."""
    return settings.PUBLIC_URL.rstrip("/") + reverse("contests:practice_consent", args=[award.consent_secret])
