"""What the register announces to the rooms above; each is sent inside the transaction of the change."""

from django.dispatch import Signal

# kept, absorbed: Organisation; merge: Merge. Records of upper rooms that point to `absorbed` should point to `kept`.
organisation_merged = Signal()

# kept, absorbed: Organisation; merge: Merge. Whoever moved records for that merge moves them back.
organisation_unmerged = Signal()
