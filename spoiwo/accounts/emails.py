"""The letters of this room."""

from django.conf import settings
from django.urls import reverse

from spoiwo.accounts.models import User
from spoiwo.mail.post import Draft


def invitation(user: User, inviter: str) -> Draft:
    """Tells a new person that an account waits; signing in goes by a code sent to the same address."""
    return Draft(
        to=user.email,
        to_name=user.name,
        template="accounts/email/invitation",
        context={
            "name": user.name,
            "inviter": inviter,
            "email": user.email,
            "address": settings.PUBLIC_URL.rstrip("/") + reverse("account_request_login_code"),
        },
        about_kind="accounts.user",
        about_id=user.pk,
    )
