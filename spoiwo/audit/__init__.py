"""Append-only record of who did what: an action calls `audit.record(…)` inside its transaction."""

from spoiwo.audit.journal import history, record, register, stamp

__all__ = ["history", "record", "register", "stamp"]
