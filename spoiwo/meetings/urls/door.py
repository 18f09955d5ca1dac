"""Addresses of attendance, papers and the stations at the door."""

from django.urls import path

from spoiwo.meetings.views import stations

STATION = "door/<slug:station_secret>/"
urlpatterns = [
    path("door/worker.js", stations.station_worker, name="station_worker"),
    path(STATION, stations.station, name="station"),
    path(STATION + "people.json", stations.station_people, name="station_people"),
    path(STATION + "scans/", stations.station_scans, name="station_scans"),
    path(STATION + "person/", stations.station_person, name="station_person"),
    path(STATION + "manifest.webmanifest", stations.station_manifest, name="station_manifest"),
]
