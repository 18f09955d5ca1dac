"""The audience's vote: choosing, confirming, counting."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import audience as actions
from spoiwo.contests.forms.audience import VoiceForm
from spoiwo.contests.models import Category, Edition, Voice
from spoiwo.contests.queries.audience import candidates, shows_entries
from spoiwo.contests.rules.audience import is_open
from spoiwo.contests.views.fetching import fetch_edition
from spoiwo.contests.views.guests import guest_page
from spoiwo.kit.request import Refused, Request


@login_not_required
def audience_vote(request: Request, slug: str, year: int) -> HttpResponse:
    """The categories with their entries; one voice in each, confirmed by a letter."""
    edition = _voted_on(slug, year)
    found = list(candidates(edition))
    is_now = is_open(timezone.now(), edition.audience_from, edition.audience_until)
    category = request.POST.get("category", "")
    forms = []
    for one in edition.categories.all():
        entries = [entry for entry in found if entry.category_id == one.pk]
        mine = request.POST if request.method == "POST" and category == str(one.pk) else None
        if entries:
            forms.append((one, VoiceForm(mine, entries=entries, prefix=f"c{one.pk}")))
    for one, form in forms:
        if form.is_bound and _cast(form, one, edition):
            return render(request, "contests/guest/voice_sent.html", {"edition": edition, "category": one})
    context = {"edition": edition, "forms": forms, "is_now": is_now}
    bad = any(form.errors for _one, form in forms)
    return render(request, "contests/guest/vote.html", context, status=422 if bad else 200)


@login_not_required
def audience_confirmation(request: Request, secret: str) -> HttpResponse:
    """The voice counts once its button is pressed: a mail program that only looks at links casts nothing."""
    voice = get_object_or_404(
        Voice.objects.select_related("entry__edition__contest", "category"), secret=secret
    )
    problem = ""
    if request.method == "POST":
        try:
            voice = actions.confirm_voice(voice, at=timezone.now())
        except Refused as refused:
            problem = refused.reason
    context = {"voice": voice, "entry": voice.entry, "edition": voice.entry.edition, "problem": problem}
    return guest_page(request, "voice", context, is_wrong=bool(problem))


@require_POST
def audience_count(request: Request, edition_pk: int) -> HttpResponse:
    """Counts the voices and gives the audience's award."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    try:
        made = actions.award_audience(edition, by=request.actor, at=timezone.now())
        messages.success(request, _("Audience awards given: %(count)d.") % {"count": len(made)})
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:sittings", edition.pk)


def _voted_on(slug: str, year: int) -> Edition:
    """An edition whose entries the audience may see, and whose vote has begun."""
    rows = Edition.objects.select_related("contest")
    edition = get_object_or_404(rows, contest__slug=slug, year=year)
    if not shows_entries(edition) or edition.audience_from is None or timezone.now() < edition.audience_from:
        raise Http404
    return edition


def _cast(form: VoiceForm, category: Category, edition: Edition) -> bool:
    if not form.is_valid():
        return False
    entry = candidates(edition).filter(category=category, pk=int(form.cleaned_data["entry"])).first()
    try:
        if entry is None:
            raise Refused(_("Choose one of the entries."), "entry")
        entry.edition = edition
        actions.cast_voice(entry, form.cleaned_data["email"], at=timezone.now())
    except Refused as problem:
        form.add_error(problem.field, problem.reason)
        return False
    return True
