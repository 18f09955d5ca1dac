"""The texts of a proposal and what may be written into them."""

TEXTS = ("title", "problem", "for_whom", "what", "who", "what_is_there", "what_is_needed")
"""In the order a group is asked for them."""

ONE_LINE = frozenset({"title"})
LONGEST = {"title": 200}
LONGEST_TEXT = 5000
MOST = 40
"""Proposals in one step; a hall of four groups writes some sixteen."""


def longest(name: str) -> int:
    """How many characters the text may have."""
    return LONGEST.get(name, LONGEST_TEXT)
