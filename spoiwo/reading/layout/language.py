"""The language of a text by its letters and its small words: Polish, Ukrainian, English, or none of them."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS = {
    "pl": _words(
        "w i z na do się nie że jest oraz o od za po przez dla to jak są został została zostały który która które przy czy "
        "ale był była było roku ze we pod jego tym tego ich może już tylko między także lub nr sie ze ktore ktory ktora "
        "przez zostal zostala rowniez również u a pani pan"
    ),
    "uk": _words(
        "і в у на з до та що не за як є від по для про це або але був була було були його її який яка які при після також року "
        "щодо між із зі й чи ми ви вони"
    ),
    "en": _words(
        "the of and to in is for on with that by at from was were are as it be has have this which or an not will their its "
        "we you they our been"
    ),
}
_RUSSIAN = frozenset("ыэъё")
_UKRAINIAN = frozenset("іїєґ")
_POLISH = frozenset("ąćęłńóśźż")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_LEAST_SHARE, _LEAST_WORDS = 0.12, 3


def language_of(text: str) -> str:
    """pl, uk, en, or "" where the text is too short or something else. Looks at the first twenty thousand characters."""
    small = text[:_SAMPLE].lower()
    words = _WORD.findall(small)
    if len(words) < _LEAST_WORDS:
        return ""
    letters = set(small)
    scores = {code: sum(word in known for word in words) / len(words) for code, known in _WORDS.items()}
    if letters & _UKRAINIAN and _share(small, "\u0400", "\u04ff") > 0.5:
        return "" if letters & _RUSSIAN and not _outweighs(small) else "uk"
    marked = sum(letter in _POLISH for letter in small) / max(sum(map(len, words)), 1)
    scores["pl"] += min(3 * marked, 0.25)
    scores["uk"] = 0.0
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _LEAST_SHARE else ""


def _share(text: str, first: str, last: str) -> float:
    letters = [sign for sign in text if sign.isalpha()]
    return sum(first <= letter <= last for letter in letters) / max(len(letters), 1)


def _outweighs(text: str) -> bool:
    """Whether letters that Ukrainian has and Russian has not are more than those of the other kind."""
    return sum(sign in _UKRAINIAN for sign in text) > 2 * sum(sign in _RUSSIAN for sign in text)
