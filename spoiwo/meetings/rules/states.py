"""The states of meetings, campaigns, answers and attendance, and which may follow which."""

from enum import StrEnum


class MeetingState(StrEnum):
    """Where a meeting stands; people are told of it from `ANNOUNCED` on."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    CANCELLED = "cancelled"


MEETING_NEXT = {
    MeetingState.PLANNED: {MeetingState.ANNOUNCED, MeetingState.CANCELLED},
    MeetingState.ANNOUNCED: {MeetingState.HELD, MeetingState.CANCELLED, MeetingState.PLANNED},
    MeetingState.HELD: {MeetingState.ANNOUNCED},
    MeetingState.CANCELLED: {MeetingState.PLANNED},
}


class CampaignState(StrEnum):
    """Where a campaign stands; letters exist from `LAUNCHED` on."""

    DRAFT = "draft"
    LAUNCHED = "launched"
    CLOSED = "closed"


CAMPAIGN_NEXT = {
    CampaignState.DRAFT: {CampaignState.LAUNCHED},
    CampaignState.LAUNCHED: {CampaignState.CLOSED},
    CampaignState.CLOSED: {CampaignState.LAUNCHED},
}


class Reply(StrEnum):
    """What an invited person said; `NONE` until then."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    DEPUTY = "deputy"


class Via(StrEnum):
    """How an answer reached us."""

    LINK = "link"
    OFFICE = "office"
    PHONE = "phone"
    DESK = "desk"
    EMAIL = "email"
    LETTER = "letter"


BY_CLERK = (Via.PHONE, Via.DESK, Via.EMAIL, Via.LETTER)


class Source(StrEnum):
    """How somebody came onto the list of addressees."""

    SEGMENT = "segment"
    HAND = "hand"
    LIST = "list"
    DEPUTY = "deputy"


class Presence(StrEnum):
    """A person's standing at one meeting, from the wish to come to the leaving."""

    WAITING = "waiting"
    OFFERED = "offered"
    EXPECTED = "expected"
    PRESENT = "present"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENT = "absent"
    CANCELLED = "cancelled"


CAME = (Presence.PRESENT, Presence.LEFT)
TAKES_A_SEAT = (Presence.OFFERED, Presence.EXPECTED, Presence.PRESENT, Presence.LEFT)
ON_THE_LIST = (Presence.EXPECTED, Presence.PRESENT, Presence.LEFT, Presence.EXCUSED, Presence.ABSENT)


class Purpose(StrEnum):
    """What a letter of a campaign is for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CONFIRMATION = "confirmation"
    OFFER = "offer"
    OFFICE = "office"
    THANKS = "thanks"


class Access(StrEnum):
    """What a venue offers to people with special needs, or what a guest asks for."""

    STEP_FREE = "step_free"
    LIFT = "lift"
    TOILET = "toilet"
    PARKING = "parking"
    LOOP = "loop"
    SIGN_LANGUAGE = "sign_language"
    CAPTIONS = "captions"
    GUIDE_DOG = "guide_dog"
    QUIET_ROOM = "quiet_room"
    LARGE_PRINT = "large_print"


class Subject(StrEnum):
    """Kinds of personal data that the table of processing rules speaks of."""

    INVITATIONS = "invitations"
    ATTENDANCE = "attendance"
    NEEDS = "needs"
    IMAGE = "image"
    CERTIFICATES = "certificates"
    SURVEY = "survey"


class ScanKind(StrEnum):
    """What a station recorded."""

    IN = "in"
    OUT = "out"


class Outcome(StrEnum):
    """What a recorded scan did."""

    ADMITTED = "admitted"
    ALREADY = "already"
    LEFT = "left"
    UNKNOWN = "unknown"
    NOT_EXPECTED = "not_expected"


class QuestionKind(StrEnum):
    """How a question of a survey is answered."""

    SCALE = "scale"
    OPEN = "open"
