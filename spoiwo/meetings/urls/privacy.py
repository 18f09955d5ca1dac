"""Addresses of processing rules, of terms, and of taking out and erasing what is held about a person."""

from django.urls import path

from spoiwo.meetings.views import persons, privacy

RULE = "privacy/rules/<int:rule_pk>/"
urlpatterns = [
    path("privacy/rules/", privacy.rules, name="rules"),
    path("privacy/rules/new/", privacy.rule_new, name="rule_new"),
    path(RULE, privacy.rule, name="rule"),
    path(RULE + "removal/", privacy.rule_removal, name="rule_removal"),
    path("privacy/terms/", privacy.terms, name="terms"),
    path("privacy/people/", persons.person_search, name="person_search"),
    path("privacy/people/data/", persons.person_data, name="person_data"),
    path("privacy/people/erasure/", persons.person_erasure, name="person_erasure"),
]
