"""Addresses of the front page, the desk and the pages about the house itself."""

from django.urls import path

from spoiwo.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("desk/", views.desk, name="desk"),
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.search_suggestions, name="search_suggestions"),
    path("language/", views.language, name="language"),
    path("ui/", views.components, name="components"),
    path("ui/letters/", views.letters, name="letters"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("health/", views.health, name="health"),
]
