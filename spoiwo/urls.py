"""Every address of the house; each room keeps its own list."""

from django.urls import include, path

urlpatterns = [
    path("", include("spoiwo.home.urls")),
    path("places/", include("spoiwo.places.urls")),
    path("register/", include("spoiwo.register.urls")),
    path("", include("spoiwo.partnerships.urls")),
    path("", include("spoiwo.meetings.urls")),
    path("", include("spoiwo.projects.urls")),
    path("", include("spoiwo.workshops.urls")),
    path("", include("spoiwo.contests.urls")),
    path("", include("spoiwo.practices.urls")),
    path("", include("spoiwo.newsroom.urls")),
    path("", include("spoiwo.archive.urls")),
    path("account/", include("spoiwo.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("api/v1/", include("spoiwo.api.urls")),
]

handler400 = "spoiwo.home.views.bad_request"
handler403 = "spoiwo.home.views.forbidden"
handler404 = "spoiwo.home.views.not_found"
handler500 = "spoiwo.home.views.server_error"
