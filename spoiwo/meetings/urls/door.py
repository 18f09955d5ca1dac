"""Addresses of attendance, papers and the stations at the door."""

from django.urls import path

from spoiwo.meetings.views import attendance, papers, stations

MEETING = "meetings/<int:meeting_pk>/"
STATION = "door/<slug:station_secret>/"
urlpatterns = [
    path(MEETING + "attendees/", attendance.attendees, name="attendees"),
    path(MEETING + "attendees/new/", attendance.attendee_new, name="attendee_new"),
    path(MEETING + "attendees/<int:attendee_pk>/", attendance.attendee, name="attendee"),
    path(MEETING + "signed/new/", attendance.signed_list_new, name="signed_list_new"),
    path(MEETING + "signed/<int:signed_pk>/", attendance.signed_list, name="signed_list"),
    path(MEETING + "papers/", papers.meeting_papers, name="meeting_papers"),
    path(MEETING + "papers/<slug:sheet>/", papers.meeting_paper, name="meeting_paper"),
    path(MEETING + "stations/", papers.stations, name="stations"),
    path(MEETING + "groups/", papers.groups, name="groups"),
    path("here/", papers.here_code, name="here_code"),
    path("here/<slug:wall_code>/", papers.here, name="here"),
    path("door/worker.js", stations.station_worker, name="station_worker"),
    path(STATION, stations.station, name="station"),
    path(STATION + "people.json", stations.station_people, name="station_people"),
    path(STATION + "scans/", stations.station_scans, name="station_scans"),
    path(STATION + "person/", stations.station_person, name="station_person"),
    path(STATION + "manifest.webmanifest", stations.station_manifest, name="station_manifest"),
]
