"""A campaign's letters that do not travel by e-mail: a print run, labels, an e-delivery package, a call list."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from spoiwo.kit.dates import written_day
from spoiwo.meetings.exports.lists import Call, calls_pdf
from spoiwo.meetings.exports.meeting_papers import event_of, logos_of
from spoiwo.meetings.exports.post import Answer, LabelSheet, Letter, labels_pdf, letters_pdf
from spoiwo.meetings.models import Campaign, Invitation
from spoiwo.meetings.queries.words import LANGUAGE, moment, place_and_time, root_url
from spoiwo.meetings.rules.codes import shown
from spoiwo.polish import fold


def print_run(campaign: Campaign, letters: Sequence[Any], *, duplex: bool = False) -> bytes:
    """The outbox's letters as one file to print, addresses in the window of a DL envelope."""
    invitations = campaign.invitations.in_bulk([letter.about_id for letter in letters])
    rows = [_letter(campaign, letter, invitations.get(letter.about_id)) for letter in letters]
    today = written_day(timezone.localdate())
    coordinator = campaign.partnership.coordinator
    place = f"{coordinator.town}, {today}" if coordinator and coordinator.town else today
    return letters_pdf(
        rows,
        sender=_sender(campaign),
        place_and_date=place,
        partnership=campaign.partnership.name,
        logos=logos_of(campaign.meetings.all()),
        duplex=duplex,
        language=LANGUAGE,
        title=campaign.title,
    )


def labels(letters: Sequence[Any], *, sheet: LabelSheet, first_free: int, title: str) -> bytes:
    """The addresses of the outbox's letters as labels."""
    rows = [letter.address.splitlines() or [letter.to_name] for letter in letters]
    return labels_pdf(rows, sheet=sheet, first_free=first_free, language=LANGUAGE, title=title)


def e_delivery_package(campaign: Campaign, letters: Sequence[Any]) -> bytes:
    """A ZIP to upload: one PDF for each addressee, and a table of e-delivery addresses with the files' names."""
    packed, index = io.BytesIO(), io.StringIO()
    table = csv.writer(index, delimiter=";")
    table.writerow(["adres_do_doreczen", "adresat", "temat", "plik"])
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, letter in enumerate(letters, 1):
            name = f"{number:04d}-{slugify(fold(letter.to_name))[:60] or 'adresat'}.pdf"
            archive.writestr(name, print_run(campaign, [letter]))
            table.writerow([_plain(letter.to), _plain(letter.to_name), _plain(letter.subject), name])
        archive.writestr("adresy.csv", "\ufeff" + index.getvalue())
    return packed.getvalue()


def call_list(campaign: Campaign, invitations: Iterable[Invitation]) -> bytes:
    """Whom to call, office by office, with what to say and the meetings to choose from."""
    meetings = list(campaign.meetings.select_related("commune").order_by("starts_at"))
    rows = sorted(invitations, key=lambda one: (fold(one.organisation_name), one.name_key))
    calls = [
        Call(
            organisation=one.organisation_name,
            phone=one.phone,
            name=f"{one.given_name} {one.family_name}".strip(),
            function=one.function,
            code=shown(one.code),
        )
        for _office, people in groupby(rows, key=lambda one: one.organisation_name)
        for one in people
    ]
    event = event_of(meetings[0])
    script = campaign.script.splitlines() or [
        _("Good morning, I am calling on behalf of %(sender)s about the invitation “%(title)s”.")
        % {"sender": campaign.sender_name, "title": campaign.title},
        *[place_and_time(meeting) for meeting in meetings],
        _("Shall we expect you? Until %(deadline)s the answer can be changed.")
        % {"deadline": moment(campaign.answer_by)},
    ]
    answers = [f"{timezone.localtime(meeting.starts_at):%d.%m.}" for meeting in meetings] + [_("no")]
    return calls_pdf(event, calls, script=script, answers=answers, heading=campaign.title, language=LANGUAGE)


def _letter(campaign: Campaign, letter: Any, invitation: Invitation | None) -> Letter:
    answer = None
    if invitation:
        answer = Answer(
            address=root_url().partition("://")[2] + "/i",
            code=shown(invitation.code),
            link=f"{root_url()}/i/{invitation.code}/",
            until=moment(campaign.answer_by),
        )
    return Letter(
        address=letter.address.splitlines()[:6] or [letter.to_name],
        paragraphs=[part.strip() for part in letter.text.split("\n\n") if part.strip()],
        subject=letter.subject,
        answer=answer,
    )


def _sender(campaign: Campaign) -> list[str]:
    body = campaign.partnership.coordinator
    if body is None:
        return [campaign.sender_name]
    return [line for line in (body.name, body.street, f"{body.postcode} {body.town}".strip()) if line]


def _plain(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
