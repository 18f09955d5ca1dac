"""What a bad scan, a bad font or a plain keyboard makes of Polish letters, and how much of it this text has suffered.

The table is written by hand from how such damage comes about: optical readers without Polish drop a mark (ż → z) or see
the nearest shape they know (ł → t, ą → g, ó → é, d, dé, ć → ¢); a plain keyboard drops every mark. The numbers only rank
readings of the first words; a text's own damage, counted from its words that have one likely reading, then replaces them.
"""

from collections import Counter
from math import log10

# true letter → what is seen in its place: a guess at the share, before the text itself has been counted
SEEN = {
    "ą": {"a": 0.3, "g": 0.15, "q": 0.05},
    "ć": {"c": 0.3, "é": 0.1, "¢": 0.1, "è": 0.01},
    "ę": {"e": 0.4, "¢": 0.03, "é": 0.005},
    "ł": {"l": 0.3, "t": 0.2, "1": 0.02, "|": 0.02, "£": 0.02},
    "ń": {"n": 0.4, "ñ": 0.03, "fi": 0.01},
    "ó": {"o": 0.3, "é": 0.1, "d": 0.08, "6": 0.05, "0": 0.02, "ô": 0.02, "ö": 0.01, "ò": 0.02,
          "dé": 0.03, "éd": 0.01, "oé": 0.01},
    "ś": {"s": 0.4, "$": 0.02, "§": 0.02, "š": 0.01, "5": 0.005},
    "ź": {"z": 0.4, "ž": 0.01, "2": 0.005},
    "ż": {"z": 0.4, "ž": 0.01, "2": 0.01},
}  # fmt: skip
MARKED = frozenset(SEEN)
PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")
# Signs that no sound Polish word has, and pairs seen for one letter, with what they may stand for.
ODD = {
    "dé": ("ó", "dó", "dć"), "éd": ("ó", "ód", "ćd"), "oé": ("ó", "oó", "oć"), "é": ("ó", "ć", "ę"),
    "è": ("ć",), "¢": ("ć", "ę"), "fi": ("fi", "ń"), "£": ("ł",),
}  # fmt: skip
# Letters that may be one another when damaged share a class: words are looked up by their classes.
CLASSES = str.maketrans(
    "ągqód60ôöòłt1|ęćńñś$§š5źż2ž",
    "aaaooooooollllecnnssssszzzz",
)
_TRUST = 3.0  # how many letters the guess is worth beside what is counted
_RARE = 4e-4  # below it no reading is considered


class Channel:
    """How likely each true letter is seen as each sign; begins as the guess and learns from a text."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()
        self._total: Counter[str] = Counter()
        self._costs: dict[tuple[str, str], float | None] = {}

    def learn(self, seen: str, true: str, times: int = 1) -> None:
        """Count a letter and what was seen in its place."""
        self._seen[seen, true] += times
        self._total[true] += times
        self._costs.clear()

    def share(self, seen: str, true: str) -> float:
        """Return the estimated share of a true letter that is seen as this sign."""
        guess = SEEN.get(true, {}).get(seen, 0.0)
        return (self._seen[seen, true] + guess * _TRUST) / (self._total[true] + _TRUST)

    def kept(self, true: str) -> float:
        """Return the estimated share of a marked letter that is seen as it is."""
        guess = max(0.02, 1 - sum(SEEN[true].values()))
        return (self._seen[true, true] + guess * _TRUST) / (self._total[true] + _TRUST)

    def cost(self, seen: str, true: str) -> float | None:
        """Return the decimal logarithm of how likely the sign is for the letter, None where it cannot be."""
        if seen == true and true not in MARKED:
            return 0.0
        if (seen, true) not in self._costs:
            share = self.kept(true) if seen == true else self.share(seen, true) if true in MARKED else 0.0
            self._costs[seen, true] = log10(share) if share >= _RARE else None
        return self._costs[seen, true]
