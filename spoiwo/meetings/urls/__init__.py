"""Addresses of this room: series and meetings, campaigns, answers of invited people, the door, what comes afterwards."""

from spoiwo.meetings.urls import afterwards, answers, campaigns, door, privacy, series

app_name = "meetings"
urlpatterns = [
    *series.urlpatterns,
    *campaigns.urlpatterns,
    *answers.urlpatterns,
    *door.urlpatterns,
    *afterwards.urlpatterns,
    *privacy.urlpatterns,
]
