"""Append-only record of who did what: an action calls `audit.record(…)` inside its transaction."""

from spoiwo.audit.journal import entries, history, line, record, register, stamp

__all__ = ["entries", "history", "line", "record", "register", "stamp"]
