"""What this room does when a room below announces something."""

from typing import Any

from django.dispatch import receiver

from spoiwo.partnerships.actions.following import follow_merge
from spoiwo.register.signals import organisation_merged


@receiver(organisation_merged, dispatch_uid="partnerships.follow_merge")
def on_organisation_merged(sender: Any, kept: Any, absorbed: Any, by: Any, **extra: Any) -> None:
    """Parties, seats and offices of the absorbed record become the kept one's."""
    follow_merge(kept=kept, absorbed=absorbed, by=by)


def connect() -> None:
    """Importing this module connects the receivers; the call says so at the fuse box."""
