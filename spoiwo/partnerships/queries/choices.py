"""Records told by a piece of text, for fields that must work without JavaScript."""

import re

from django.db.models import Q, QuerySet

from spoiwo.kit.actor import Actor
from spoiwo.partnerships import rules
from spoiwo.partnerships.models import Agreement, Party
from spoiwo.partnerships.queries.agreements import facts_of
from spoiwo.partnerships.rules import ActKind, Standing
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from spoiwo.polish import fold
from spoiwo.register.models import Mandate, Organisation


def organisation_by_text(text: str) -> list[Organisation]:
    """Organisations meant by a name, a number, or a suggestion “Name · NIP …”; at most five; an exact name wins."""
    current = Organisation.objects.current()
    if numbers := re.findall(r"\b\d{9,14}\b", text.replace("-", "")):
        found = list(current.filter(Q(nip__in=numbers) | Q(regon__in=numbers) | Q(krs__in=numbers))[:5])
        if found:
            return found
    name = text.split(" · ")[0].strip()
    exact = list(current.filter(name__iexact=name)[:5])
    if exact:
        return exact
    former = list(current.filter(names__search_key=fold(name)).distinct()[:5])
    if former:
        return former
    condition = Q()
    for word in fold(name).split():
        condition &= Q(search_key__contains=word)
    return list(current.filter(condition)[:5])


def organisation_suggestions(text: str, actor: Actor, limit: int = 12) -> list[Organisation]:
    """What to offer while somebody types."""
    condition = Q()
    for word in fold(text).split()[:6]:
        condition &= Q(search_key__contains=word)
    return list(
        Organisation.objects.visible_to(actor).current().filter(condition).order_by("name_key")[:limit]
    )


def units_by_text(line: str) -> list[Unit]:
    """Places meant by a line: a TERYT code anywhere in it, or the name with or without its kind."""
    if code := re.search(r"\b(\d{7}|\d{4}|\d{2})\b", line):
        return list(Unit.objects.valid().filter(code=code.group(1)))
    words = fold(line).replace(",", " ").split()
    levels = {
        "powiat": Level.COUNTY,
        "wojewodztwo": Level.VOIVODESHIP,
        "gmina": Level.COMMUNE,
        "county": Level.COUNTY,
    }
    level = next((levels[word] for word in words if word in levels), None)
    rest = [word for word in words if word not in levels and word not in {"m.", "miasto"}]
    units = Unit.objects.valid()
    units = units.filter(level=level) if level else units
    name = " ".join(rest)
    found = [unit for unit in units.filter(search_key__contains=name)[:200] if fold(unit.name) == name]
    higher = [unit for unit in found if unit.level != Level.COMMUNE]
    return higher or found


def mandate_choices(organisation: Organisation, actor: Actor) -> QuerySet[Mandate]:
    """Mandates in the organisation the actor may see, today's first."""
    mandates = Mandate.objects.visible_to(actor).filter(organisation=organisation)
    return mandates.select_related("person").order_by("until", "function")


def kinds_possible(agreement: Agreement, party: Party, *, is_correction: bool) -> list[ActKind]:
    """The acts that make sense for the party today, the likeliest first; a correction may be of any kind."""
    if is_correction:
        return [ActKind.VOIDED, *(kind for kind in ActKind if kind != ActKind.VOIDED)]
    status = rules.standings(facts_of(agreement)).get(party.pk)
    standing = status.standing if status else Standing.EXPECTED
    possible = [kind for kind, (before, _after) in rules.MOVES.items() if standing in before]
    if standing == Standing.EXPECTED and not party.is_founding:
        possible.reverse()
    return [*possible, ActKind.DECLARED]
