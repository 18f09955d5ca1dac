"""Candidates out of the registers, and who is in a campaign already."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from spoiwo.mail.marks import marks_of
from spoiwo.meetings.models import Attendee, Campaign
from spoiwo.meetings.rules.audience import Candidate, Known, key_of, sifted
from spoiwo.meetings.rules.states import CAME
from spoiwo.polish import fold, salutation
from spoiwo.register.models import Mandate, Organisation

MANDATE_COLUMNS = (
    "organisation_id", "person_id", "person__given_name", "person__family_name", "function",
    "organisation__name", "salutation", "organisation__sector", "organisation__place_id", "person__channel",
    "email", "person__email", "organisation__email", "phone", "person__phone", "organisation__phone",
    "organisation__street", "organisation__postcode", "organisation__town", "organisation__e_delivery",
    "organisation__ended_on", "person__gender",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """Which part of the registers is meant; an empty part does not narrow.

    `places` are TERYT codes (a county's takes in its communes). `came_to` are ids of earlier meetings: whoever was
    there; with `stayed_away` whoever was expected and did not come.
    """

    kinds: Sequence[str] = ()
    sectors: Sequence[str] = ()
    places: Sequence[str] = ()
    function: str = ""
    came_to: Sequence[int] = ()
    stayed_away: bool = False
    with_offices: bool = True


def sifted_segment(campaign: Campaign, segment: Segment, day: dt.date) -> list[Candidate]:
    """The segment's candidates for this campaign, those left out with the reason. Five queries."""
    people = list(_people(campaign, segment, day))
    offices = (
        _offices(segment, {one.organisation_id for one in people}, day) if _wants_offices(segment) else []
    )
    return sift(campaign, [*people, *offices])


def sift(campaign: Campaign, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each candidate with the reason to be left out, if any. Two queries."""
    return sifted(candidates, known_to(campaign, (one.email for one in candidates)))


def known_to(campaign: Campaign, emails: Iterable[str]) -> Known:
    """Who is in the campaign, and what is known of these addresses."""
    rows = campaign.invitations.values_list(
        "given_name", "family_name", "organisation_name", "organisation_id"
    )
    keys = {
        key_of(f"{given} {family}".strip() or name, name, pk) for given, family, name, pk in rows.iterator()
    }
    wanted = {email.lower() for email in emails if email}
    return Known(keys, marks_of(wanted, campaign.partnership_id))


def mandates_found(campaign: Campaign, words: str, day: dt.date, limit: int = 20) -> QuerySet[Mandate]:
    """People of the partnership's book to be picked by hand, by beginnings of names, function and institution."""
    condition = Q()
    for word in fold(words).split()[:6]:
        condition &= Q(person__search_key__contains=word) | Q(organisation__search_key__contains=word)
    rows = Mandate.objects.held(day).filter(condition, person__book=campaign.partnership.book_id)
    return rows.select_related("person", "organisation").order_by("person__name_key", "pk")[:limit]


def picked(campaign: Campaign, mandate_ids: Sequence[int], day: dt.date) -> list[Candidate]:
    """The people picked by hand, sifted as any others."""
    rows = Mandate.objects.held(day).filter(pk__in=mandate_ids, person__book=campaign.partnership.book_id)
    return sift(campaign, [_candidate(row, day) for row in rows.values_list(*MANDATE_COLUMNS)])


def _people(campaign: Campaign, segment: Segment, day: dt.date) -> Iterator[Candidate]:
    rows = (
        Mandate.objects.held(day)
        .filter(person__book=campaign.partnership.book_id, person__merged_into=None)
        .filter(_about_organisation(segment, "organisation__"))
    )
    if segment.function:
        rows = rows.filter(function__icontains=segment.function)
    if segment.came_to:
        rows = rows.filter(_earlier(segment))
    for row in rows.order_by("organisation__name_key", "person__name_key", "pk").values_list(
        *MANDATE_COLUMNS
    ):
        yield _candidate(row, day)


def _offices(segment: Segment, with_people: set[int | None], day: dt.date) -> Iterator[Candidate]:
    rows = Organisation.objects.current().filter(_about_organisation(segment, ""))
    names = (
        "pk",
        "name",
        "sector",
        "place_id",
        "email",
        "phone",
        "street",
        "postcode",
        "town",
        "e_delivery",
        "ended_on",
    )
    for row in rows.order_by("name_key", "pk").values_list(*names):
        pk, name, sector, place, email, phone, street, postcode, town, e_delivery, ended = row
        if pk not in with_people:
            yield Candidate(
                organisation_id=pk,
                organisation_name=name,
                salutation="Szanowni Państwo",
                sector=sector,
                commune_id=place,
                email=email,
                phone=phone,
                post=_post((name,), street, postcode, town),
                e_delivery=e_delivery,
                is_ended=ended is not None and ended <= day,
            )


def _wants_offices(segment: Segment) -> bool:
    return segment.with_offices and not segment.function and not segment.came_to


def _about_organisation(segment: Segment, prefix: str) -> Q:
    condition = Q(**{f"{prefix}merged_into": None})
    if segment.kinds:
        condition &= Q(**{f"{prefix}kind__in": segment.kinds})
    if segment.sectors:
        condition &= Q(**{f"{prefix}sector__in": segment.sectors})
    if segment.places:
        inside = Q()
        for code in segment.places:
            inside |= Q(**{f"{prefix}place__code__startswith": code})
        condition &= inside
    return condition


def _earlier(segment: Segment) -> Q:
    places = Attendee.objects.filter(meeting__in=segment.came_to)
    places = places.exclude(presence__in=CAME) if segment.stayed_away else places.filter(presence__in=CAME)
    return Q(person__in=places.exclude(invitation__person=None).values("invitation__person"))


def _candidate(row: tuple, day: dt.date) -> Candidate:
    (organisation, person, given, family, function, name, greeting, sector, place, channel, work_email, email,
     office_email, work_phone, phone, office_phone, street, postcode, town, e_delivery, ended, gender) = row  # fmt: skip
    person_line = f"{given} {family}".strip()
    return Candidate(
        organisation_id=organisation,
        person_id=person,
        given_name=given or "",
        family_name=family or "",
        function=function,
        organisation_name=name,
        salutation=greeting or salutation(given or "", family or "", gender=gender or None, office=function),
        sector=sector,
        commune_id=place,
        channel=channel or "email",
        email=work_email or email or office_email,
        phone=work_phone or phone or office_phone,
        post=_post((person_line, function, name), street, postcode, town),
        e_delivery=e_delivery,
        is_ended=ended is not None and ended <= day,
    )


def _post(lines: Sequence[str], street: str, postcode: str, town: str) -> str:
    if not town:
        return ""
    return "\n".join(filter(None, (*lines, street or town, f"{postcode} {town}".strip())))
