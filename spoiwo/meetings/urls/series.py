"""Addresses of series, meetings, templates, funding marks and calendars."""

from django.urls import path

from spoiwo.meetings.views import calendars, marks, meetings, series, steps, templates

MEETING = "meetings/<int:meeting_pk>/"
SERIES = "series/<int:series_pk>/"
TEMPLATE = "series/templates/<int:template_pk>/"
MARK = "meetings/marks/<int:mark_pk>/"
urlpatterns = [
    path("meetings/", meetings.meeting_list, name="meetings"),
    path("meetings/new/", meetings.meeting_new, name="meeting_new"),
    path("meetings/days/<slug:partnership_slug>/", meetings.day_notes, name="day_notes"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(MEETING + "edit/", meetings.meeting_edit, name="meeting_edit"),
    path(MEETING + "copy/", meetings.meeting_copy, name="meeting_copy"),
    path(MEETING + "programme/", steps.programme, name="programme"),
    path(MEETING + "state/", steps.meeting_state, name="meeting_state"),
    path(MEETING + "calling-off/", steps.calling_off, name="calling_off"),
    path(MEETING + "publication/", steps.publication, name="publication"),
    path(MEETING + "meeting.ics", calendars.meeting_calendar, name="meeting_calendar"),
    path("meetings/marks/", marks.mark_list, name="marks"),
    path("meetings/marks/new/", marks.mark_new, name="mark_new"),
    path(MARK, marks.mark, name="mark"),
    path(MARK + "logo/", marks.mark_logo, name="mark_logo"),
    path("meetings/calendar/", calendars.own_calendar, name="own_calendar"),
    path("meetings/calendar.ics", calendars.public_calendar, name="public_calendar"),
    path(
        "meetings/calendar/<slug:partnership_slug>.ics",
        calendars.partnership_calendar,
        name="partnership_calendar",
    ),
    path("calendar/<slug:calendar_secret>.ics", calendars.secret_calendar, name="secret_calendar"),
    path("series/", series.series_list, name="series_list"),
    path("series/new/", series.series_new, name="series_new"),
    path("series/templates/", templates.template_list, name="templates"),
    path("series/templates/new/", templates.template_new, name="template_new"),
    path(TEMPLATE, templates.template, name="template"),
    path(TEMPLATE + "edit/", templates.template_edit, name="template_edit"),
    path(TEMPLATE + "copy/", templates.template_copy, name="template_copy"),
    path(SERIES, series.series, name="series"),
    path(SERIES + "edit/", series.series_edit, name="series_edit"),
    path(SERIES + "round/", series.series_round, name="series_round"),
    path(SERIES + "announcement/", series.series_announcement, name="series_announcement"),
    path(SERIES + "meetings/<int:meeting_pk>/removal/", series.series_removal, name="series_removal"),
]
