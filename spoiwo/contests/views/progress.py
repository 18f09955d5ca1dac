"""How far the jury is, without a single score: counts, days, reminders, cards opened again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from spoiwo.contests.actions import progress as actions
from spoiwo.contests.models import Member
from spoiwo.contests.queries import progress as queries
from spoiwo.contests.rules.states import EditionState
from spoiwo.contests.views.fetching import fetch_edition, number_of
from spoiwo.kit.request import Refused, Request


def progress(request: Request, edition_pk: int) -> HttpResponse:
    """Each juror's and each category's cards; `?juror=` lists what one of them has submitted."""
    edition, can = fetch_edition(request, edition_pk, "manage")
    asked = request.GET.get("juror", "")
    juror = Member.objects.filter(edition=edition, pk=number_of(asked)).first()
    if juror:
        juror.edition = edition
    rows = queries.jurors_progress(edition, request.actor)
    context = {
        "edition": edition,
        "can": can,
        "rows": rows,
        "all": sum(one.all for one in rows),
        "done": sum(one.done for one in rows),
        "categories": queries.categories_progress(edition, request.actor),
        "is_reading": edition.state == EditionState.SCORING,
        "can_nudge": any(one.can_nudge for one in rows),
        "juror": juror,
        "cards": queries.submitted_cards(juror, request.actor) if juror else [],
    }
    return render(request, "contests/progress.html", context)


@require_POST
def nudge(request: Request, edition_pk: int) -> HttpResponse:
    """Reminds the chosen jurors, or all who are behind; each at most once a day."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    chosen = [number_of(pk) for pk in request.POST.getlist("members")]
    try:
        count = actions.nudge(edition, None if "all" in request.POST else chosen, by=request.actor)
        said = ngettext("%(count)d juror has been reminded.", "%(count)d jurors have been reminded.", count)
        messages.success(request, said % {"count": count} if count else _("There was nobody to remind."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:progress", edition.pk)


@require_POST
def reading_reopening(request: Request, edition_pk: int, reading_pk: int) -> HttpResponse:
    """Opens a submitted card again at the juror's request."""
    edition, _can = fetch_edition(request, edition_pk, "manage")
    rows = queries.cards_of(edition, request.actor).select_related("entry__edition")
    reading = get_object_or_404(rows, pk=reading_pk)
    try:
        actions.reopen_reading(reading, by=request.actor)
        messages.success(request, _("The score card is open again."))
    except Refused as problem:
        messages.error(request, problem.reason)
    return redirect("contests:progress", edition.pk)
