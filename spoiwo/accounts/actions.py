"""Inviting people, closing accounts."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.accounts import emails
from spoiwo.accounts.audit import Verb
from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post


@transaction.atomic
def invite_user(email: str, name: str = "", *, by: Actor, is_admin: bool = False) -> tuple[User, bool]:
    """The account under that address, made and invited by a letter where there is none; says whether it is new."""
    if user := User.objects.filter(email__iexact=email).first():
        if not user.is_active:
            raise Refused(_("This person’s account is closed. An administrator can open it again."), "email")
        return user, False
    if not name:
        raise Refused(
            _(
                "This person has no account yet. Write the name and surname, so that an invitation can be sent."
            ),
            "name",
        )
    user = User(email=email.lower(), name=name, is_admin=is_admin)
    user.set_unusable_password()
    user.save(force_insert=True)
    audit.record(Verb.USER_INVITED, user, by=by)
    post([emails.invitation(user, by.name)])
    return user, True


@transaction.atomic
def edit_user(user: User, *, by: Actor, name: str, is_admin: bool) -> User:
    """Changes the name and the administrator's right; nobody takes the right from themselves."""
    if user.pk == by.user_id and user.is_admin and not is_admin:
        raise Refused(
            _("You cannot take the administrator’s right from yourself. Another administrator can."),
            "is_admin",
        )
    user.name, user.is_admin = name, is_admin
    user.save(update_fields=["name", "is_admin"])
    audit.record(Verb.USER_EDITED, user, by=by)
    return user


@transaction.atomic
def close_user(user: User, *, by: Actor) -> User:
    """The person can no longer sign in, and every session ends at once; what they did stays in the trail."""
    if user.pk == by.user_id:
        raise Refused(_("You cannot close your own account."))
    user.is_active = False
    user.save(update_fields=["is_active"])
    _end_sessions(user)
    audit.record(Verb.USER_CLOSED, user, by=by)
    return user


@transaction.atomic
def reopen_user(user: User, *, by: Actor) -> User:
    """The person may sign in again."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit.record(Verb.USER_REOPENED, user, by=by)
    return user


def _end_sessions(user: User) -> None:
    keys = list(UserSession.objects.filter(user=user).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(user=user).delete()
