"""Laureates of earlier editions on record; the result told to entrants; a laureate agrees that the practice is published."""

import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.contests.audit import Verb
from spoiwo.contests.emails import results as emails
from spoiwo.contests.models import Award, Contest, Edition
from spoiwo.contests.rules.states import EditionState, EntryState
from spoiwo.contests.signals import practice_agreed, practice_refused
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.polish import fold


@transaction.atomic
def record_laureate(
    contest: Contest, year: int, *, by: Actor, edition_name: str = "", **fields: Any
) -> Award:
    """An award of an edition that was not run in the program; its edition is made where there is none of that year.

    Raises `Refused` for the year of an edition that is or was run here: its awards are given by its commission.
    """
    name = edition_name or f"{contest.name} {year}"
    edition, _made = Edition.objects.get_or_create(
        contest=contest,
        year=year,
        defaults={"name": name, "state": EditionState.PUBLISHED, "published_at": timezone.now()},
    )
    if edition.frozen_at or edition.state != EditionState.PUBLISHED:
        raise Refused(
            _("The edition of that year is kept in the program; its commission gives the awards."), "year"
        )
    if same := Award.objects.filter(edition=edition, **fields).first():
        return same  # the form was sent twice
    award = Award.objects.create(edition=edition, name_key=fold(fields["organisation_name"])[:700], **fields)
    audit.record(Verb.HISTORY_ADDED, edition, by=by, scope=contest.partnership_id, award=award.pk)
    return award


@transaction.atomic
def send_results(edition: Edition, *, by: Actor) -> int:
    """Tells every entrant the result with the jurors' comments, and asks laureates for consent; once, after the embargo."""
    held = Edition.objects.select_for_update(of=("self",)).select_related("contest").get(pk=edition.pk)
    if not held.is_announced:
        raise Refused(_("Letters go out once the result is announced and the embargo is over."))
    if held.letters_sent_at:
        raise Refused(_("The letters have gone out already."))
    for award in held.awards.exclude(entry=None).filter(consent_secret=""):
        award.consent_secret = secrets.token_urlsafe(32)
        award.save(update_fields=["consent_secret"])
    entries = held.entries.filter(state=EntryState.ADMITTED, is_sample=False).select_related("category")
    sent = post(letter for entry in entries for letter in emails.result_letters(held, entry))
    held.letters_sent_at = timezone.now()
    held.save(update_fields=["letters_sent_at"])
    audit.record(Verb.EDITION_PUBLISHED, held, by=by, scope=held.contest.partnership_id, letters=sent)
    return sent


@transaction.atomic
def agree_to_publish(award: Award, text: str, name: str) -> Award:
    """One step: the laureate's words are published from now on. Announced to rooms above by `practice_agreed`."""
    held = Award.objects.select_for_update(of=("self",)).select_related("edition__contest").get(pk=award.pk)
    if not text.strip() or not name.strip():
        raise Refused(_("Write the text that is published, and who agrees."), "text")
    held.practice_text, held.consented_by, held.consented_at = (
        text.strip(),
        name.strip()[:150],
        timezone.now(),
    )
    held.save(update_fields=["practice_text", "consented_by", "consented_at"])
    _agreed(held, agreed=True)
    practice_agreed.send(Award, award=held)
    return held


@transaction.atomic
def withdraw_consent(award: Award) -> Award:
    """The laureate takes the consent back; the text disappears from the page. Announced by `practice_refused`."""
    held = Award.objects.select_for_update(of=("self",)).select_related("edition__contest").get(pk=award.pk)
    if held.consented_at is None:
        return held
    held.consented_at = None
    held.save(update_fields=["consented_at"])
    _agreed(held, agreed=False)
    practice_refused.send(Award, award=held)
    return held


def _agreed(award: Award, *, agreed: bool) -> None:
    edition, by = award.edition, Actor(name=_("the laureate"))
    scope = edition.contest.partnership_id
    audit.record(Verb.PRACTICE_CONSENTED, edition, by=by, scope=scope, award=award.pk, agreed=agreed)
