"""Example meetings and campaigns: the round through the county of Płock in 2005 and the conference of 8 October 2024.

Dates, numbers and what was spoken of are as the published reports tell; the people are generated.
"""

import datetime as dt
import random
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from spoiwo import trail
from spoiwo.home.demo_people import generated
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.post import batch_letters
from spoiwo.mail.rules import State
from spoiwo.meetings.actions import campaigns
from spoiwo.meetings.actions.certificates import issue_certificates
from spoiwo.meetings.models import Answer, Attendee, Campaign, Invitation, Meeting, ProgrammeItem, Series
from spoiwo.meetings.rules.batches import batch_of
from spoiwo.meetings.rules.states import CampaignState, MeetingState, Presence, Reply, Source, Via
from spoiwo.partnerships.models import Partnership
from spoiwo.places.models import Unit
from spoiwo.places.rules import Level
from spoiwo.polish import collation_key, fold

PLOCK_INVITED = 1040
FIRST = dt.date(2005, 3, 1)
CAME_OF_YES = 0.94
VIAS = ((Via.LINK, Via.PHONE, Via.DESK, Via.EMAIL, Via.LETTER), (30, 38, 14, 12, 6))
NOWY_DWOR_PROGRAMME = (
    ("10:00", 15, "Otwarcie konferencji i powitanie gości", "Starosta Nowodworski", ""),
    ("10:15", 30, "Sytuacja w powiecie nowodworskim i plany na przyszłość", "Starosta Nowodworski", ""),
    ("10:45", 45, "Założenia tworzenia partnerstwa lokalnego", "Ekspertka partnerstwa lokalnego", ""),
    ("11:30", 30, "Przerwa na rozmowy", "", ""),
    (
        "12:00",
        45,
        "Ekonomia społeczna w polityce państwa",
        "Przedstawiciel ministerstwa",
        "Departament Ekonomii Społecznej",
    ),
    (
        "12:45",
        45,
        "Ekonomia społeczna w praktyce",
        "Ekspert Fundacji Inicjatyw Społeczno-Ekonomicznych",
        "FISE",
    ),
    ("13:30", 30, "Rozmowy z ekspertami i podsumowanie", "", ""),
)


def load_meetings() -> None:
    """Makes what is not there yet: one round of meetings, one conference, one campaign to try things on."""
    for slug, load in (("plock", _plock), ("nowy-dwor-mazowiecki", _nowy_dwor)):
        partnership = Partnership.objects.filter(slug=slug).first()
        if partnership and not Campaign.objects.filter(partnership=partnership).exists():
            load(partnership)


@transaction.atomic
def _plock(partnership: Partnership) -> None:
    chance = random.Random(2005)  # noqa: S311 - an example should be the same everywhere
    series = _series(
        partnership, "Cykl spotkań promujących program partnerstwa lokalnego w gminach powiatu płockiego"
    )
    communes = Unit.objects.valid().filter(level=Level.COMMUNE, code__startswith="1419").order_by("name_key")
    day, meetings = FIRST, []
    for commune in communes:
        town = commune.name
        meetings.append(
            _meeting(
                partnership,
                f"Spotkanie promujące program partnerstwa lokalnego – {town}",
                day,
                series=series,
                commune=commune,
                host=f"Urząd Gminy {town}",
                venue=f"Sala narad Urzędu Gminy {town}",
                address=town,
                capacity=60,
            )
        )
        day += dt.timedelta(days=2 if day.weekday() in (1,) else 5)
    if not meetings:
        return
    campaign = _campaign(partnership, "Spotkania promujące program partnerstwa lokalnego", meetings, FIRST)
    share, rest = divmod(PLOCK_INVITED, len(meetings))
    people = [
        candidate
        for number, meeting in enumerate(meetings)
        if meeting.commune
        for candidate in generated(chance, meeting.commune.pk, meeting.commune.name, share + (number < rest))
    ]
    campaigns.add_addressees(campaign, people, by=SYSTEM, source=Source.LIST)
    _play(campaign, meetings, chance, at=FIRST - dt.timedelta(days=14), yes=0.3, no=0.17)
    _finish(campaign, meetings)


@transaction.atomic
def _nowy_dwor(partnership: Partnership) -> None:
    chance = random.Random(2024)  # noqa: S311 - as above
    town = Unit.objects.valid().filter(code="1414011").first()
    day = dt.date(2024, 10, 8)
    conference = _meeting(
        partnership,
        "Konferencja inaugurująca Partnerstwo Lokalne w powiecie nowodworskim",
        day,
        commune=town,
        host="Starosta Nowodworski i Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim",
        venue="Nowodworski Ośrodek Kultury",
        address="Nowy Dwór Mazowiecki",
        capacity=200,
        minutes=240,
        summary="Spotkanie, które zapoczątkowało współpracę w partnerstwie: sytuacja w powiecie, plany, ekonomia społeczna.",
    )
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            meeting=conference,
            order=number,
            starts=dt.time.fromisoformat(starts),
            minutes=minutes,
            title=title,
            speaker=speaker,
            speaker_function=function,
        )
        for number, (starts, minutes, title, speaker, function) in enumerate(NOWY_DWOR_PROGRAMME, 1)
    )
    campaign = _campaign(partnership, "Konferencja inaugurująca partnerstwo", [conference], day)
    communes = list(
        Unit.objects.valid().filter(level=Level.COMMUNE, code__startswith="1414").order_by("name_key")
    )
    people = [one for unit in communes for one in generated(chance, unit.pk, unit.name, 330 // len(communes))]
    campaigns.add_addressees(campaign, people, by=SYSTEM, source=Source.LIST)
    _play(campaign, [conference], chance, at=day - dt.timedelta(days=21), yes=0.5, no=0.2)
    _finish(campaign, [conference])
    issue_certificates(conference, by=SYSTEM, at=conference.ends_at)
    _to_try(partnership, town, chance)


def _to_try(partnership: Partnership, town: Unit | None, chance: random.Random) -> None:
    """A workshop a month ahead whose letters are held back, so that everything can be tried without writing to anybody."""
    day = timezone.localdate() + dt.timedelta(days=30)
    day += dt.timedelta(days=(7 - day.weekday()) % 7 + 1 if day.weekday() > 4 else 0)
    workshop = _meeting(
        partnership,
        "Warsztat I: beczka zasobów, problemów i wyzwań (przykład)",
        day,
        commune=town,
        venue="Nowodworski Ośrodek Kultury",
        address="Nowy Dwór Mazowiecki",
        capacity=12,
        state=MeetingState.ANNOUNCED,
    )
    campaign = _campaign(partnership, "Warsztat I (przykład do wypróbowania)", [workshop], day)
    if town:
        people = list(generated(chance, town.pk, town.name, 30))
        campaigns.add_addressees(campaign, people, by=SYSTEM, source=Source.LIST)
        campaigns.launch_campaign(campaign, by=SYSTEM, at=timezone.now(), hold=True)


def _series(partnership: Partnership, title: str) -> Series:
    series = Series.objects.create(
        partnership=partnership,
        title=title,
        is_public=True,
        name_key=collation_key(title),
        search_key=fold(title),
    )
    trail.link(partnership, series, "series", by=SYSTEM)
    return series


def _meeting(
    partnership: Partnership, title: str, day: dt.date, *, minutes: int = 180, **fields: object
) -> Meeting:
    starts = timezone.make_aware(dt.datetime.combine(day, dt.time(10)))
    meeting = Meeting.objects.create(
        partnership=partnership,
        title=title,
        starts_at=starts,
        ends_at=starts + dt.timedelta(minutes=minutes),
        is_public=True,
        name_key=collation_key(title),
        search_key=fold(f"{title} {fields.get('venue', '')} {fields.get('address', '')}"),
        **{"state": MeetingState.HELD} | fields,
    )
    trail.link(meeting.series or partnership, meeting, "meeting", by=SYSTEM)
    return meeting


def _campaign(partnership: Partnership, title: str, meetings: Sequence[Meeting], day: dt.date) -> Campaign:
    body = partnership.coordinator
    return campaigns.start_campaign(
        partnership,
        by=SYSTEM,
        meetings=meetings,
        title=title,
        answer_by=timezone.make_aware(dt.datetime.combine(day - dt.timedelta(days=3), dt.time(23, 59))),
        sender_name=body.name if body else partnership.short_name,
        signature=body.name if body else "",
        asks_needs=True,
    )


def _play(
    campaign: Campaign,
    meetings: Sequence[Meeting],
    chance: random.Random,
    *,
    at: dt.date,
    yes: float,
    no: float,
) -> None:
    """What came of it, in the shape of the figures told: so many said yes, so many of them came."""
    begun = timezone.make_aware(dt.datetime.combine(at, dt.time(9)))
    campaigns.launch_campaign(campaign, by=SYSTEM, at=begun, hold=True)
    campaign.invitations.update(created_at=begun)
    batch_letters(batch_of(campaign.pk)).update(state=State.SENT, sent_at=begun, created_at=begun)
    by_commune = {meeting.commune_id: meeting for meeting in meetings}
    answered, answers, places = [], [], []
    for one in campaign.invitations.order_by("number"):
        said = chance.random()
        if said > yes + no:
            continue
        one.reply = Reply.YES if said <= yes else Reply.NO
        if one.reply == Reply.YES:
            one.meeting = by_commune.get(one.commune_id) or meetings[0]
            places.append(_place(one, one.meeting, came=chance.random() < CAME_OF_YES))
        one.via = chance.choices(*VIAS)[0]
        one.replied_at = begun + dt.timedelta(hours=chance.randrange(12, 220))
        one.answer_count = 1
        answered.append(one)
        answers.append(
            Answer(invitation=one, reply=one.reply, meeting=one.meeting, via=one.via, at=one.replied_at)
        )
    fields = ["reply", "meeting", "via", "replied_at", "answer_count"]
    Invitation.objects.bulk_update(answered, fields, batch_size=200)
    Answer.objects.bulk_create(answers, batch_size=500)
    Attendee.objects.bulk_create(places, batch_size=500)


def _place(one: Invitation, meeting: Meeting, *, came: bool) -> Attendee:
    return Attendee(
        meeting=meeting,
        invitation=one,
        given_name=one.given_name,
        family_name=one.family_name,
        function=one.function,
        organisation_name=one.organisation_name,
        sector=one.sector,
        commune_id=one.commune_id,
        code=one.code,
        presence=Presence.PRESENT if came else Presence.ABSENT,
        arrived_at=meeting.starts_at if came else None,
        name_key=one.name_key,
        search_key=one.search_key,
    )


def _finish(campaign: Campaign, meetings: Sequence[Meeting]) -> None:
    for meeting in meetings:
        meeting.head_count = meeting.attendees.came().count()
        meeting.closed_at = meeting.ends_at
        meeting.save(update_fields=["head_count", "closed_at"])
    Campaign.objects.filter(pk=campaign.pk).update(
        state=CampaignState.CLOSED, closed_at=max(meeting.ends_at for meeting in meetings)
    )
