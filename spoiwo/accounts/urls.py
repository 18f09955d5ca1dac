"""Addresses of accounts; signing in, passwords and second factors are django-allauth's under the same prefix."""

from django.urls import path

from spoiwo.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.me, name="me"),
    path("users/", views.users, name="users"),
    path("users/new/", views.user_new, name="user_new"),
    path("users/<int:pk>/", views.user, name="user"),
    path("users/<int:pk>/closing/", views.user_closing, name="user_closing"),
]
