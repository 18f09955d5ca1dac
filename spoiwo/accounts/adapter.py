"""How django-allauth is bent to this house: nobody signs up by themselves, people are invited."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Closed sign-up; sign-in letters go out at once and are not kept in the outbox, because they carry secrets."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
