"""Append-only links between records of all rooms; `link` writes one, `around` reads both directions."""

from spoiwo.trail.line import Step, around, link, register

__all__ = ["Step", "around", "link", "register"]
