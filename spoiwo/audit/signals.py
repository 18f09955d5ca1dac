"""What the history announces to the rooms above."""

from django.dispatch import Signal

recorded = Signal()
"""Something was done with `thing`; sent inside the transaction that did it."""
