"""The tables of meetings."""

from spoiwo.meetings.models.afterwards import (
    Certificate,
    Photo,
    Survey,
    SurveyAnswer,
    SurveyQuestion,
    SurveySheet,
)
from spoiwo.meetings.models.attendance import Attendee, Scan, SignedList, Station
from spoiwo.meetings.models.campaigns import Campaign, GuestList, LetterText
from spoiwo.meetings.models.invitations import Answer, Invitation, Needs, Question
from spoiwo.meetings.models.privacy import ImageConsent, ProcessingRule
from spoiwo.meetings.models.series import (
    CalendarKey,
    CycleTemplate,
    FundingMark,
    Meeting,
    ProgrammeItem,
    Series,
    TemplateMeeting,
)

__all__ = [
    "Answer",
    "Attendee",
    "CalendarKey",
    "Campaign",
    "Certificate",
    "CycleTemplate",
    "FundingMark",
    "GuestList",
    "ImageConsent",
    "Invitation",
    "LetterText",
    "Meeting",
    "Needs",
    "Photo",
    "ProcessingRule",
    "ProgrammeItem",
    "Question",
    "Scan",
    "Series",
    "SignedList",
    "Station",
    "Survey",
    "SurveyAnswer",
    "SurveyQuestion",
    "SurveySheet",
    "TemplateMeeting",
]
