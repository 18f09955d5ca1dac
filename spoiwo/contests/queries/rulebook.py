"""The rules of an edition as they are frozen, counted and copied."""

from typing import Any

from django.db.models import Count, Q

from spoiwo.contests.models import Category, Criterion, Edition
from spoiwo.contests.rules.readiness import Lack, Settings, lacks_to_open

# The settings that freeze with the rules; dates of the office's own work may still be moved.
FROZEN_SETTINGS = (
    "name", "year", "rules_text", "scale_max", "scale_step", "tie_rule", "is_blind", "per_entry", "quorum_percent",
    "votes_in_secret", "correction_days", "appeal_days", "grace_minutes", "opens_at", "closes_at",
)  # fmt: skip


def settings_of(edition: Edition) -> Settings:
    """What is there of the rules; two queries."""
    everywhere = edition.criteria.filter(category=None).exists()
    counted = edition.categories.aggregate(
        all=Count("pk", distinct=True),
        asked=Count("pk", filter=Q(fields__isnull=False), distinct=True),
        judged=Count("pk", filter=Q(criteria__isnull=False), distinct=True),
    )
    return Settings(
        has_rules=bool(edition.rules_text.strip() or edition.rules_file_id),
        has_dates=edition.opens_at is not None and edition.closes_at is not None,
        categories=counted["all"],
        bare_categories=counted["all"] - counted["asked"],
        unjudged_categories=0 if everywhere else counted["all"] - counted["judged"],
        points=edition.points.count(),
    )


def lacks_of_rules(edition: Edition) -> list[Lack]:
    """What keeps the edition from being opened."""
    return lacks_to_open(settings_of(edition))


def criteria_for(category: Category) -> list[Criterion]:
    """What entries of that category are judged by: the common criteria and its own, in order."""
    rows = Criterion.objects.filter(edition=category.edition_id)
    return list(rows.filter(Q(category=None) | Q(category=category)))


def rules_of(edition: Edition) -> dict[str, Any]:
    """Everything of the rules that freezes, as plain JSON: numbers as text, moments in ISO 8601."""
    settings = {name: _plain(getattr(edition, name)) for name in FROZEN_SETTINGS}
    if edition.rules_file:
        settings["rules_file"] = edition.rules_file.sha256
    categories = [
        {
            "name": one.name,
            "kinds": one.kinds,
            "laureates": one.laureates,
            "threshold": one.threshold,
            "fields": list(one.fields.values("key", "kind", "label", "limit", "is_required", "is_identity")),
        }
        for one in edition.categories.prefetch_related("fields")
    ]
    criteria = [
        {
            "name": one.name,
            "category": one.category.name if one.category else None,
            "weight": str(one.weight),
            "threshold": _plain(one.threshold),
        }
        for one in edition.criteria.select_related("category")
    ]
    points = list(edition.points.values("paragraph", "question", "is_correctable"))
    return {"settings": settings, "categories": categories, "criteria": criteria, "points": points}


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | str) else str(value)
