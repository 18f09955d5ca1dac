"""What this room announces to the rooms above; each is sent inside the transaction of the change."""

from django.dispatch import Signal

# series: Series; meetings: list[Meeting] in their order; template: CycleTemplate | None and copied_from: Series | None, what it
# began with; by: Actor. Rooms that add something to the meetings of a pattern add it here.
series_started = Signal()

# source, copy: CycleTemplate; by: Actor. What rooms above keep with the source belongs to the copy too.
template_copied = Signal()

# meeting: Meeting; by: Actor. People were given other groups; whoever keeps tables for the groups looks again.
groups_made = Signal()

# ids: list[int] of attendees whose personal data have just been erased. Rooms above forget what they hold of them.
attendees_erased = Signal()
