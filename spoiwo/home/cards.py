"""What the front page and the desk show; a card is one function over the rooms' queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoiwo.contests.queries.jury import waiting_for
from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.kit.dates import today
from spoiwo.mail.post import outbox
from spoiwo.mail.rules import State
from spoiwo.meetings.permissions import privacy_verbs
from spoiwo.meetings.queries.meetings import coming_up, questions_waiting
from spoiwo.newsroom.queries.articles import news_of, waiting_for_approval
from spoiwo.partnerships.models import Agreement, Partnership
from spoiwo.partnerships.permissions import house_verbs
from spoiwo.partnerships.queries.agreements import agreement_on, with_acts


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the person."""

    title: str
    text: str
    url: str


def front() -> dict[str, Any]:
    """The public partnerships, with their area, and the newest news."""
    return {
        "partnerships": Partnership.objects.published().order_by("name_key").prefetch_related("area")[:24],
        "news": news_of(NOBODY).order_by("-shown_on", "-pk")[:3],
    }


def desk(actor: Actor) -> dict[str, Any]:
    """The person's partnerships and what waits in them."""
    return {
        "partnerships": Partnership.objects.of(actor).order_by("name_key"),
        "waiting": [
            *open_questions(actor),
            *held_letters(actor),
            *missing_signatures(actor),
            *doubtful_letters(actor),
            *contests_to_judge(actor),
            *articles_to_approve(actor),
        ],
        "meetings": coming_up(actor, timezone.now())[:8],
        "can_found": "found" in house_verbs(actor),
        "can_see_rules": "view_rules" in privacy_verbs(actor),
    }


def articles_to_approve(actor: Actor) -> list[Waiting]:
    """Articles that were handed in and may be decided on by the person."""
    return [
        Waiting(
            one.title,
            _("The article waits for approval"),
            reverse("newsroom:article_approval", args=[one.slug]),
        )
        for one in waiting_for_approval(actor)[:5]
    ]


def open_questions(actor: Actor) -> list[Waiting]:
    """Campaigns in which invited people wait for an answer to a question."""
    rows = questions_waiting(actor)
    return [
        Waiting(
            campaign.title,
            ngettext(
                "%(count)d question waits for an answer", "%(count)d questions wait for an answer", count
            )
            % {"count": count},
            reverse("meetings:questions", args=[campaign.pk]),
        )
        for campaign, count in rows
    ]


def held_letters(actor: Actor) -> list[Waiting]:
    """Partnerships whose outbox holds letters back until somebody lets them go."""
    own = {one.pk: one for one in Partnership.objects.filter(pk__in=actor.partnerships_as(Role.COORDINATOR))}
    rows = outbox(frozenset(own)).filter(state=State.HELD).order_by().values_list("scope_id")
    return [
        Waiting(
            own[pk].short_name,
            ngettext("%(count)d letter is held back", "%(count)d letters are held back", count)
            % {"count": count},
            f"{reverse('partnerships:letters', args=[own[pk].slug])}?state={State.HELD}",
        )
        for pk, count in rows.annotate(Count("pk"))
    ]


def missing_signatures(actor: Actor) -> list[Waiting]:
    """Agreements open for signature where somebody has not signed yet."""
    own = actor.partnerships_as(Role.COORDINATOR, Role.DIRECTOR)
    agreements = with_acts(Agreement.objects.filter(partnership__in=own, opened_on__isnull=False))
    found = [(agreement, len(agreement_on(agreement, today()).missing)) for agreement in agreements]
    return [
        Waiting(
            agreement.title,
            ngettext("%(count)d signature is missing", "%(count)d signatures are missing", count)
            % {"count": count},
            agreement.get_absolute_url(),
        )
        for agreement, count in found
        if count
    ]


def doubtful_letters(actor: Actor) -> list[Waiting]:
    """Letters nobody knows the fate of."""
    own = {one.pk: one for one in Partnership.objects.filter(pk__in=actor.partnerships_as(Role.COORDINATOR))}
    letters = outbox(frozenset(own)).filter(state__in=[State.DOUBT, State.FAILED, State.BOUNCED])[:5]
    return [
        Waiting(
            letter.subject,
            _("a letter needs your decision"),
            f"{own[letter.scope_id or 0].get_absolute_url()}letters/{letter.pk}/",
        )
        for letter in letters
    ]


def contests_to_judge(actor: Actor) -> list[Waiting]:
    """Contests whose list of entrants the person has still to confirm, or whose entries wait for scores."""
    found = []
    for task in waiting_for(actor):
        text = _("go through the list of entrants and declare your impartiality")
        if task.asks == "read":
            count = task.unfinished
            text = ngettext(
                "%(count)d entry waits for your scores", "%(count)d entries wait for your scores", count
            ) % {"count": count}
        found.append(Waiting(task.edition.name, text, reverse("contests:my_judging")))
    return found
