"""What `places` announces to the rooms above."""

from django.dispatch import Signal

# Units went on under other codes. Sent inside the transaction with `moves` (id of the ended unit to the id of its
# successor), `day` (the day from which it counts) and `by` (the actor).
units_moved = Signal()
