"""What this room does when a room below announces something; importing this module connects it."""

from typing import Any

from django.dispatch import receiver

from spoiwo.partnerships.actions.following import follow_merge, follow_unmerge
from spoiwo.register.signals import organisation_merged, organisation_unmerged


@receiver(organisation_merged, dispatch_uid="partnerships.follow_merge")
def on_organisation_merged(sender: Any, kept: Any, absorbed: Any, merge: Any, **extra: Any) -> None:
    """Parties, seats and offices of the absorbed record become the kept one's."""
    follow_merge(merge, kept=kept, absorbed=absorbed)


@receiver(organisation_unmerged, dispatch_uid="partnerships.follow_unmerge")
def on_organisation_unmerged(sender: Any, absorbed: Any, merge: Any, **extra: Any) -> None:
    """What the joining moved goes back."""
    follow_unmerge(merge, absorbed=absorbed)
