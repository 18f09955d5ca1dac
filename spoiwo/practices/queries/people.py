"""Who writes for a partnership: asked before somebody judges its cards, and when letters go there."""

from django.db.models import QuerySet

from spoiwo.accounts.models import User
from spoiwo.kit.dates import today
from spoiwo.partnerships.models import RoleGrant
from spoiwo.practices.permissions import EDITORS


def writers_of(partnership_id: int) -> QuerySet[User]:
    """The people who write cards of that partnership today."""
    held = RoleGrant.objects.held(today()).filter(partnership=partnership_id, role__in=list(EDITORS))
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("pk")


def writes_for(user_id: int, partnership_id: int) -> bool:
    """Whether that person writes cards of that partnership today."""
    return writers_of(partnership_id).filter(pk=user_id).exists()
