"""What a campaign says: wordings with a preview for any addressee, reminders to those chosen."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from spoiwo.kit import phrases
from spoiwo.kit.listing import Listing
from spoiwo.kit.request import Refused, Request, is_fragment, require
from spoiwo.meetings import emails
from spoiwo.meetings.actions import campaigns as actions
from spoiwo.meetings.forms.texts import ReminderFilters, ReminderForm, TextForm
from spoiwo.meetings.labels import FIELD_LABELS, PURPOSE_LABELS
from spoiwo.meetings.models import Campaign, Invitation, LetterText
from spoiwo.meetings.queries.campaigns import addressees
from spoiwo.meetings.queries.words import with_one_stop
from spoiwo.meetings.rules.fields import FIELDS
from spoiwo.meetings.rules.states import Purpose
from spoiwo.meetings.rules.wording import compile_wording
from spoiwo.meetings.views.campaigns import ADDRESSEE_SORTS, fetch


def texts(request: Request, campaign_pk: int) -> HttpResponse:
    """All wordings of the campaign."""
    campaign, can = fetch(request, campaign_pk, "edit")
    known = {text.purpose: text for text in campaign.texts.all()}
    rows = [(purpose, label, known.get(purpose)) for purpose, label in PURPOSE_LABELS.items()]
    return render(request, "meetings/texts.html", {"campaign": campaign, "can": can, "rows": rows})


def text(request: Request, campaign_pk: int, purpose: str) -> HttpResponse:
    """One wording: written, looked at as any addressee will read it, tried on oneself."""
    campaign, can = fetch(request, campaign_pk, "edit")
    if purpose not in set(Purpose):
        raise Http404
    stored = campaign.texts.filter(purpose=purpose).first() or LetterText(campaign=campaign, purpose=purpose)
    form = TextForm(request.POST or None, initial={"subject": stored.subject, "body": stored.body})
    draft = _draft(stored, form)
    reader = _reader(request, campaign)
    context = {
        "campaign": campaign,
        "can": can,
        "form": form,
        "purpose": PURPOSE_LABELS[Purpose(purpose)],
        "preview": _preview(campaign, draft, reader),
        "reader": reader,
        "fields": _fields(),
    }
    if is_fragment(request):
        return render(request, "meetings/text_form.html#preview", context)
    if form.is_valid() and "test" in request.POST and reader:
        actions.send_test(campaign, draft, reader, to=request.user.email)
        messages.success(request, _("A test letter is on its way to %(to)s.") % {"to": request.user.email})
    elif form.is_valid() and "save" in request.POST:
        actions.edit_text(campaign, Purpose(purpose), by=request.actor, **form.cleaned_data)
        messages.success(request, phrases.SAVED)
        return redirect("meetings:texts", campaign.pk)
    return render(request, "meetings/text_form.html", context, status=422 if form.errors else 200)


def reminder(request: Request, campaign_pk: int) -> HttpResponse:
    """Reminds the silent ones who are chosen by the filters, in words of its own."""
    campaign, can = fetch(request, campaign_pk, "remind")
    silent = addressees(campaign, request.actor).silent().filter(erased_at=None)
    listing = Listing(request, silent, sorts=ADDRESSEE_SORTS, filters=ReminderFilters, per_page=25)
    stored = campaign.texts.filter(purpose=Purpose.REMINDER).first()
    initial = {"subject": stored.subject, "body": stored.body} if stored else {}
    form = ReminderForm(request.POST or None, initial=initial)
    if form.is_valid():
        require(can, "remind")
        try:
            count = actions.remind(
                campaign, listing.queryset.order_by(), by=request.actor, **form.cleaned_data
            )
            said = ngettext(
                "%(count)d reminder has been written.", "%(count)d reminders have been written.", count
            )
            messages.success(request, said % {"count": count})
            return redirect(campaign)
        except Refused as problem:
            form.add_error(None, problem.reason)
    context = {"campaign": campaign, "can": can, "form": form, "listing": listing, "fields": _fields()}
    context["count"] = listing.page.paginator.count
    return render(request, "meetings/reminder.html", context, status=422 if form.errors else 200)


def _draft(stored: LetterText, form: TextForm) -> LetterText:
    """What is being written, be it not yet saved; a broken wording leaves the one before."""
    if form.is_bound and form.is_valid():
        return LetterText(campaign=stored.campaign, purpose=stored.purpose, **form.cleaned_data)
    return stored


def _reader(request: Request, campaign: Campaign) -> Invitation | None:
    """The addressee through whose eyes the letter is read: the number asked for, else the first."""
    number = request.POST.get("reader") or request.GET.get("reader") or ""
    rows = (
        addressees(campaign, request.actor)
        .select_related("commune", "campaign__partnership")
        .order_by("number")
    )
    asked = rows.filter(number=int(number)).first() if number.isdecimal() and len(number) < 10 else None
    return asked or rows.first()


def _preview(campaign: Campaign, draft: LetterText, reader: Invitation | None) -> dict[str, Any] | None:
    if reader is None or not draft.body:
        return None
    wording = compile_wording(draft.subject, draft.body)
    values = emails.filler(campaign, wording)(reader)
    subject, body = wording.fill(values)
    return {
        "subject": subject,
        "body": with_one_stop(body),
        "missing": [_called(name) for name in wording.missing(values)],
    }


def _fields() -> list[tuple[str, Any]]:
    return [(_called(name), label) for name, label in FIELD_LABELS.items()]


def _called(name: str) -> str:
    """What the field is called in the reader's language, in braces."""
    return "{" + getattr(FIELDS[name], (get_language() or "pl")[:2], FIELDS[name].en)[0] + "}"
