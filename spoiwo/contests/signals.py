"""What this room announces to the rooms above."""

from django.dispatch import Signal

practice_agreed = Signal()
"""A laureate agreed that a practice is published; with `award`. Sent inside the transaction."""

practice_refused = Signal()
"""A laureate took that consent back; with `award`. Sent inside the transaction."""
