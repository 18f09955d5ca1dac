"""The verbs of this room and their sentences."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What can be done in this room; one word for address, permission, action and entry."""

    SERIES_STARTED = "meetings.series_started"
    SERIES_EDITED = "meetings.series_edited"
    TEMPLATE_EDITED = "meetings.template_edited"
    MEETING_PLANNED = "meetings.meeting_planned"
    MEETING_EDITED = "meetings.meeting_edited"
    MEETING_MOVED = "meetings.meeting_moved"
    MEETING_CLOSED = "meetings.meeting_closed"
    PROGRAMME_EDITED = "meetings.programme_edited"
    FUNDING_EDITED = "meetings.funding_edited"
    CALENDAR_RENEWED = "meetings.calendar_renewed"
    CAMPAIGN_STARTED = "meetings.campaign_started"
    CAMPAIGN_EDITED = "meetings.campaign_edited"
    CAMPAIGN_DISCARDED = "meetings.campaign_discarded"
    TEXT_EDITED = "meetings.text_edited"
    ADDRESSEES_ADDED = "meetings.addressees_added"
    ADDRESSEE_REMOVED = "meetings.addressee_removed"
    ADDRESSEE_EDITED = "meetings.addressee_edited"
    CAMPAIGN_LAUNCHED = "meetings.campaign_launched"
    CAMPAIGN_MOVED = "meetings.campaign_moved"
    REMINDED = "meetings.reminded"
    LETTERS_POSTED = "meetings.letters_posted"
    ANSWERED = "meetings.answered"
    NEEDS_STATED = "meetings.needs_stated"
    QUESTION_ASKED = "meetings.question_asked"
    QUESTION_ANSWERED = "meetings.question_answered"
    UNSUBSCRIBED = "meetings.unsubscribed"
    PLACE_OFFERED = "meetings.place_offered"
    PLACE_TAKEN = "meetings.place_taken"
    OFFER_EXPIRED = "meetings.offer_expired"
    STATION_OPENED = "meetings.station_opened"
    STATION_CLOSED = "meetings.station_closed"
    WALK_IN_ADDED = "meetings.walk_in_added"
    PRESENCE_SET = "meetings.presence_set"
    GROUPS_MADE = "meetings.groups_made"
    LIST_ATTACHED = "meetings.list_attached"
    THANKED = "meetings.thanked"
    CERTIFICATES_ISSUED = "meetings.certificates_issued"
    CERTIFICATE_REVOKED = "meetings.certificate_revoked"
    SURVEY_EDITED = "meetings.survey_edited"
    PHOTO_ADDED = "meetings.photo_added"
    PHOTO_PUBLISHED = "meetings.photo_published"
    PHOTO_REMOVED = "meetings.photo_removed"
    RULE_EDITED = "meetings.rule_edited"
    IMAGE_ALLOWED = "meetings.image_allowed"
    IMAGE_WITHDRAWN = "meetings.image_withdrawn"
    PERSON_TAKEN_OUT = "meetings.person_taken_out"
    PERSON_ERASED = "meetings.person_erased"
    TERM_ENDED = "meetings.term_ended"


SENTENCES = {
    Verb.SERIES_STARTED: _("began a series of meetings"),
    Verb.SERIES_EDITED: _("changed a series of meetings"),
    Verb.TEMPLATE_EDITED: _("changed a template of meetings"),
    Verb.MEETING_PLANNED: _("planned a meeting"),
    Verb.MEETING_EDITED: _("changed a meeting"),
    Verb.MEETING_MOVED: _("changed the state of a meeting"),
    Verb.MEETING_CLOSED: _("closed a meeting with its figures"),
    Verb.PROGRAMME_EDITED: _("changed the programme of a meeting"),
    Verb.FUNDING_EDITED: _("changed a funding mark"),
    Verb.CALENDAR_RENEWED: _("made a new personal calendar address"),
    Verb.CAMPAIGN_STARTED: _("began an invitation campaign"),
    Verb.CAMPAIGN_EDITED: _("changed an invitation campaign"),
    Verb.CAMPAIGN_DISCARDED: _("discarded an invitation campaign"),
    Verb.TEXT_EDITED: _("changed the wording of letters"),
    Verb.ADDRESSEES_ADDED: _("added addressees to a campaign"),
    Verb.ADDRESSEE_REMOVED: _("took an addressee off a campaign"),
    Verb.ADDRESSEE_EDITED: _("changed an addressee's data"),
    Verb.CAMPAIGN_LAUNCHED: _("launched an invitation campaign"),
    Verb.CAMPAIGN_MOVED: _("closed or reopened an invitation campaign"),
    Verb.REMINDED: _("sent reminders"),
    Verb.LETTERS_POSTED: _("marked letters as posted"),
    Verb.ANSWERED: _("answered an invitation or entered an answer"),
    Verb.NEEDS_STATED: _("stated needs of a guest"),
    Verb.QUESTION_ASKED: _("asked the organiser a question"),
    Verb.QUESTION_ANSWERED: _("answered a question"),
    Verb.UNSUBSCRIBED: _("asked for no more invitations"),
    Verb.PLACE_OFFERED: _("offered a place from the waiting list"),
    Verb.PLACE_TAKEN: _("took an offered place"),
    Verb.OFFER_EXPIRED: _("let an offered place expire"),
    Verb.STATION_OPENED: _("opened a station at the door"),
    Verb.STATION_CLOSED: _("closed a station at the door"),
    Verb.WALK_IN_ADDED: _("added somebody who came without an invitation"),
    Verb.PRESENCE_SET: _("set a person's presence"),
    Verb.GROUPS_MADE: _("divided people into groups"),
    Verb.LIST_ATTACHED: _("attached a signed attendance list"),
    Verb.THANKED: _("sent thank-you letters"),
    Verb.CERTIFICATES_ISSUED: _("issued certificates"),
    Verb.CERTIFICATE_REVOKED: _("revoked a certificate"),
    Verb.SURVEY_EDITED: _("changed a survey"),
    Verb.PHOTO_ADDED: _("added a photograph"),
    Verb.PHOTO_PUBLISHED: _("published or withdrew a photograph"),
    Verb.PHOTO_REMOVED: _("removed a photograph"),
    Verb.RULE_EDITED: _("changed a processing rule"),
    Verb.IMAGE_ALLOWED: _("recorded an image consent"),
    Verb.IMAGE_WITHDRAWN: _("recorded the withdrawal of an image consent"),
    Verb.PERSON_TAKEN_OUT: _("took out a person's data for that person"),
    Verb.PERSON_ERASED: _("erased a person's data"),
    Verb.TERM_ENDED: _("erased personal data whose term had ended"),
}
