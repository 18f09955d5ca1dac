"""Whatever is recorded in the history is searched for soon after: every action tells it there already."""

from typing import Any

from spoiwo.audit.signals import recorded
from spoiwo.search.touching import touch


def on_recorded(sender: Any, thing: Any, **_: Any) -> None:
    """A record changed in the transaction that is open now."""
    if thing.pk:
        touch(thing)


def connect() -> None:
    """Called once, by `apps.py`."""
    recorded.connect(on_recorded)
