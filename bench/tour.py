"""Fifty different pages that a coordinator opens in a day."""

from django.urls import reverse

from bench.house import PARTNERSHIP
from spoiwo.partnerships.models import Agreement, Party
from spoiwo.register.models import Organisation, Person


def addresses(count: int) -> list[str]:
    """That many addresses, each a page of its own: lists, records, forms, histories, places, open data."""
    organisations, people = reverse("register:organisations"), reverse("register:people")
    agreement = Agreement.objects.filter(partnership__slug=PARTNERSHIP)[0]
    inside = [PARTNERSHIP, agreement.pk]
    some = list(Organisation.objects.order_by("-pk").values_list("pk", flat=True)[:40])
    pages = [
        *(reverse(name) for name in (
            "home:desk", "home:accessibility", "home:components", "accounts:me", "api:index",
            "api:openapi", "api:partnerships", "places:units", "partnerships:partnerships", "register:organisations",
            "register:people", "register:organisation_new", "register:duplicates", "register:import_start",
        )),
        *(reverse(f"partnerships:{name}", args=[PARTNERSHIP]) for name in (
            "partnership", "partnership_edit", "goals", "history", "parties", "people", "letters", "organ_new",
            "agreement_new",
        )),
        *(reverse(f"partnerships:{name}", args=inside) for name in ("agreement", "agreement_edit", "party_new")),
        *(reverse("partnerships:party", args=[*inside, pk]) for pk in
          Party.objects.filter(agreement=agreement).values_list("pk", flat=True)[:2]),
        *(f"{organisations}?sort={sort}" for sort in ("kind", "town", "-name")),
        f"{organisations}?rows=1000", f"{organisations}?q=fundacja", f"{organisations}?page=150", f"{people}?q=now",
        *(reverse("places:unit", args=[code]) for code in ("14", "1414", "1414022")),
        *(reverse("register:person", args=[pk]) for pk in Person.objects.order_by("-pk").values_list("pk", flat=True)[:3]),
        *(reverse("register:organisation_edit", args=[pk]) for pk in some[:2]),
        *(reverse("register:organisation", args=[pk]) for pk in some),
    ]  # fmt: skip
    if len(set(pages)) < count:
        raise RuntimeError(f"only {len(set(pages))} different pages")
    return pages[:count]
