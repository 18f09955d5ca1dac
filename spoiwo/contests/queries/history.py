"""Laureates over the editions: by year, voivodeship and category, and all titles of one entrant."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from spoiwo.contests.models import Award, Contest, Edition
from spoiwo.contests.queries.submissions import answers_of
from spoiwo.contests.rules.states import FieldKind
from spoiwo.places.models import Unit


def announced_awards(contest: Contest) -> QuerySet[Award]:
    """The awards of a contest that everybody may know, with their edition and place."""
    rows = Award.objects.announced().filter(edition__contest=contest)
    return rows.select_related("edition__contest", "category", "place").annotate(
        area=Substr("place__code", 1, 2)
    )


def titles_of(award: Award) -> list[Award]:
    """Every announced award of the same organisation, over all contests, newest first."""
    same = Q(name_key=award.name_key)
    if award.organisation_id:
        same |= Q(organisation=award.organisation_id)
    rows = Award.objects.announced().filter(same).select_related("edition__contest", "category")
    return list(rows.order_by("-edition__year", "order", "pk"))


def laureates_of(edition: Edition) -> list[Award]:
    """The awards of one announced edition, laureates first."""
    rows = Award.objects.announced().filter(edition=edition).select_related("category", "place")
    order = {"laureate": 0, "title": 1, "distinction": 2, "audience": 3}
    return sorted(rows, key=lambda one: (_place(one), order.get(one.kind, 9), one.order, one.name_key))


def voivodeships() -> dict[str, str]:
    """Two-digit code → name of each voivodeship."""
    return dict(Unit.objects.voivodeships().valid().values_list("code", "name"))


def years_of(contest: Contest) -> list[int]:
    """Years with an announced award, newest first."""
    rows = Award.objects.announced().filter(edition__contest=contest)
    return list(rows.order_by("-edition__year").values_list("edition__year", flat=True).distinct())


def publishable_text(award: Award) -> str:
    """The laureate's own words that the rules let be published, question by question, as the consent page begins with."""
    submission = award.entry.latest if award.entry else None
    if submission is None:
        return ""
    shown = [
        one
        for one in answers_of(submission)
        if one.field.is_public and not one.field.is_identity and one.text and one.field.kind in _WORDS
    ]
    return "\n\n".join(f"{one.field.label}\n{one.text}" for one in shown)


_WORDS = {FieldKind.LINE, FieldKind.TEXT, FieldKind.NUMBER, FieldKind.CHOICE}


def _place(award: Award) -> tuple[int, str]:
    return (award.category.order, award.category.name) if award.category else (99, "")
