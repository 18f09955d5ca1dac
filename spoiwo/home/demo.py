"""The example partnerships: what published documents tell of Nowy Dwór Mazowiecki (2024) and Płock (2003–2005).

Institutions stand under their real names, people by function only. Loading twice adds nothing.
"""

import datetime as dt
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction

from spoiwo.accounts.models import User
from spoiwo.home.demo_archive import load_archive
from spoiwo.home.demo_contests import OFFICE, found_office, load_contests
from spoiwo.home.demo_meetings import load_meetings
from spoiwo.home.demo_news import load_news
from spoiwo.home.demo_practices import load_practices
from spoiwo.home.demo_workshops import load_trial, load_workshops
from spoiwo.kit.actor import SYSTEM, Role
from spoiwo.partnerships.actions import acts, agreements, partnerships
from spoiwo.partnerships.models import Partnership
from spoiwo.partnerships.rules import ActKind, DateRule, Effect, OrganKind, PartyRole
from spoiwo.places.models import Unit
from spoiwo.register.actions.organisations import create_organisation
from spoiwo.register.actions.people import give_mandate
from spoiwo.register.models import Organisation
from spoiwo.register.rules import Kind, sector_of
from spoiwo.search.touching import touch_everything

PEOPLE = (
    ("anna@example.org", "Anna, koordynatorka (Nowy Dwór)", "nowy-dwor-mazowiecki", Role.COORDINATOR),
    ("dorota@example.org", "Dorota, dyrektorka (Nowy Dwór)", "nowy-dwor-mazowiecki", Role.DIRECTOR),
    ("celina@example.org", "Celina, koordynatorka (Płock)", "plock", Role.COORDINATOR),
    ("olga@example.org", "Olga, sekretarz konkursu (przykład)", OFFICE, Role.CONTEST_SECRETARY),
    ("jurek@example.org", "Jerzy, juror konkursu (przykład)", OFFICE, Role.JUROR),
    ("adam@example.org", "Adam, administrator", "", None),
)


@dataclass(frozen=True)
class Body:
    """A party: its name, what it is, its place's TERYT code, the function of who signed."""

    name: str
    kind: Kind
    place: str
    signatory: str
    role: PartyRole = PartyRole.PARTNER
    town: str = ""


@dataclass(frozen=True)
class Example:
    """One partnership as the sources tell it."""

    slug: str
    name: str
    short_name: str
    summary: str
    area: tuple[str, ...]
    founded_on: dt.date
    title: str
    signed_at: str
    goals: tuple[str, ...]
    bodies: tuple[Body, ...]
    coordinator: str
    team: str
    also: tuple[Body, ...] = field(default=())


NOWY_DWOR = Example(
    slug="nowy-dwor-mazowiecki",
    name="Partnerstwo lokalne na rzecz rozwoju ekonomii społecznej w powiecie nowodworskim",
    short_name="Partnerstwo nowodworskie",
    summary=(
        "Partnerstwo łączy wiedzę, doświadczenie i zaangażowanie różnych środowisk, podmiotów i instytucji działających "
        "w powiecie nowodworskim, aby wspólnie realizować przedsięwzięcia na rzecz mieszkańców. "
        "Współpracę zapoczątkowała konferencja 8 października 2024 r., w której wzięło udział blisko 150 osób."
    ),
    area=("1414",),
    founded_on=dt.date(2024, 9, 18),
    title="Porozumienie o zawarciu partnerstwa lokalnego na rzecz rozwoju ekonomii społecznej w powiecie nowodworskim",
    signed_at="Nowy Dwór Mazowiecki",
    goals=(
        "integracja zawodowa i społeczna osób zagrożonych marginalizacją społeczną",
        "tworzenie miejsc pracy",
        "rozwój lokalny",
    ),
    coordinator="Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim",
    team="Zespół Partnerstwa",
    bodies=(
        Body(
            "Powiat Nowodworski",
            Kind.COUNTY,
            "1414",
            "Starosta Nowodworski",
            PartyRole.CONVENER,
            "Nowy Dwór Mazowiecki",
        ),
        Body(
            "Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim",
            Kind.COUNTY_LABOUR_OFFICE,
            "1414",
            "Dyrektor Powiatowego Urzędu Pracy",
            PartyRole.CONVENER,
            "Nowy Dwór Mazowiecki",
        ),
        Body(
            "Miasto Nowy Dwór Mazowiecki", Kind.COMMUNE, "1414011", "Burmistrz", town="Nowy Dwór Mazowiecki"
        ),
        Body("Gmina Czosnów", Kind.COMMUNE, "1414022", "Wójt", town="Czosnów"),
        Body("Gmina Leoncin", Kind.COMMUNE, "1414032", "Wójt", town="Leoncin"),
        Body("Gmina Nasielsk", Kind.COMMUNE, "1414043", "Burmistrz", town="Nasielsk"),
        Body("Gmina Pomiechówek", Kind.COMMUNE, "1414052", "Wójt", town="Pomiechówek"),
        Body("Gmina Zakroczym", Kind.COMMUNE, "1414063", "Burmistrz", town="Zakroczym"),
        Body(
            "Powiatowa Rada Rynku Pracy powiatu nowodworskiego",
            Kind.LABOUR_MARKET_COUNCIL,
            "1414",
            "Członkowie Powiatowej Rady Rynku Pracy",
            town="Nowy Dwór Mazowiecki",
        ),
    ),
)

PLOCK = Example(
    slug="plock",
    name="Partnerstwo lokalne w powiecie płockim",
    short_name="Partnerstwo płockie",
    summary=(
        "Wdrażanie Modelu Partnerstwa Lokalnego w powiecie płockim w latach 2003–2005. Za wersję pilotażową odpowiadał "
        "Instytut Partnerstwa Lokalnego w Katowicach; w Programie przeszkolono dwóch pracowników Powiatowego Urzędu Pracy. "
        "16 lutego 2005 r. Program przedstawiono w Starostwie Powiatowym w Płocku, a cykl spotkań promocyjnych odbył się we wszystkich "
        "gminach powiatu: przygotowano ponad 1000 zaproszeń, wzięło udział około 30% zaproszonych. "
        "Kolejnym krokiem miały być Warsztaty Lokalnego Ożywienia Gospodarczego."
    ),
    area=("1419",),
    founded_on=dt.date(2003, 11, 18),
    title="Porozumienie w zakresie wdrażania Modelu Partnerstwa Lokalnego",
    signed_at="Warszawa",
    goals=(
        "aktywizacja, pobudzenie oraz inicjowanie lokalnych przedsięwzięć gospodarczych",
        "zwiększenie liczby miejsc pracy na lokalnym rynku",
        "integracja partnerów lokalnych: powiatów, gmin, urzędów pracy, organizacji pozarządowych i pracodawców",
    ),
    coordinator="Powiatowy Urząd Pracy w Płocku",
    team="Zespół wdrażający Model Partnerstwa Lokalnego",
    bodies=(
        Body(
            "Województwo Mazowieckie",
            Kind.VOIVODESHIP,
            "14",
            "Marszałek Województwa Mazowieckiego i Członek Zarządu Województwa",
            PartyRole.CONVENER,
            "Warszawa",
        ),
        Body(
            "Powiat Płocki",
            Kind.COUNTY,
            "1419",
            "Starosta Powiatu i Wicestarosta",
            PartyRole.CONVENER,
            "Płock",
        ),
    ),
    also=(
        Body("Powiatowy Urząd Pracy w Płocku", Kind.COUNTY_LABOUR_OFFICE, "1419", "Dyrektor", town="Płock"),
        Body(
            "Instytut Partnerstwa Lokalnego w Katowicach",
            Kind.TRAINING_INSTITUTION,
            "2469",
            "Prezes",
            town="Katowice",
        ),
    ),
)


def load_demo() -> list[str]:
    """Makes what is not there yet; returns the lines that tell how to sign in."""
    for example in (NOWY_DWOR, PLOCK):
        if not Partnership.objects.filter(slug=example.slug).exists():
            _load(example)
    load_meetings()
    load_workshops()
    load_trial()
    found_office()
    credentials = _people()
    load_contests()
    load_archive()
    load_practices()
    load_news()
    touch_everything()
    return credentials


@transaction.atomic
def _load(example: Example) -> None:
    made = partnerships.found_partnership(
        by=SYSTEM,
        area=Unit.objects.valid().filter(code__in=example.area),
        name=example.name,
        short_name=example.short_name,
        summary=example.summary,
        slug=example.slug,
        founded_on=example.founded_on,
        is_example=True,
    )
    bodies = {body.name: _organisation(body, made) for body in (*example.bodies, *example.also)}
    coordinator = bodies[example.coordinator]
    Partnership.objects.filter(pk=made.pk).update(coordinator=coordinator, controller=coordinator)
    made.refresh_from_db()
    partnerships.set_goals(made, example.goals, by=SYSTEM)
    team = partnerships.add_organ(
        made, by=SYSTEM, kind=OrganKind.TEAM, name=example.team, since=example.founded_on
    )
    partnerships.give_seat(
        team, by=SYSTEM, organisation=coordinator, function="koordynator", since=example.founded_on
    )
    agreement = agreements.add_agreement(
        made,
        by=SYSTEM,
        title=example.title,
        signed_at=example.signed_at,
        opened_on=None,
        date_rule=DateRule.SIGNATURE,
        effect=Effect.LAST_SIGNATURE,
    )
    parties = [
        acts.add_party(agreement, bodies[body.name], by=SYSTEM, role=body.role) for body in example.bodies
    ]
    agreements.agree_text(agreement, by=SYSTEM, on=example.founded_on)
    for party, body in zip(parties, example.bodies, strict=True):
        deed = acts.Deed(kind=ActKind.SIGNED, done_on=example.founded_on, signatory=body.signatory)
        acts.record_act(party, deed, by=SYSTEM, notify=False)
    partnerships.publish_partnership(made, by=SYSTEM, is_public=True)


def _organisation(body: Body, partnership: Partnership) -> Organisation:
    found = Organisation.objects.current().filter(name=body.name).first()
    if found:
        return found
    made = create_organisation(
        by=SYSTEM,
        name=body.name,
        kind=body.kind,
        sector=sector_of(body.kind),
        town=body.town,
        place=Unit.objects.valid().filter(code=body.place).first(),
        book=partnership.book,
    )
    give_mandate(made, by=SYSTEM, function=body.signatory, since=partnership.founded_on)
    return made


def _people() -> list[str]:
    """Demo accounts share a password made on this machine and kept in a file that only this user reads."""
    password = _password()
    for email, name, slug, role in PEOPLE:
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User(email=email, name=name, is_admin=role is None)
            user.set_password(password)
            user.save()
        if role and not user.grants.filter(role=role).exists():
            partnerships.grant_role(Partnership.objects.get(slug=slug), user, role, by=SYSTEM)
    addresses = ", ".join(email for email, *_rest in PEOPLE)
    return [f"Sign in as {addresses}", f"with the password {password}"]


def _password() -> str:
    place = Path(settings.HOME) / "demo-password"
    if not place.exists():
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write("-".join(secrets.token_hex(2) for _ in range(4)))
    return place.read_text().strip()
