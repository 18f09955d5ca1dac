"""Jobs `repair-speed`, `repair-quality`: lost Polish letters brought back, how fast and how well."""

import re
import time
from collections.abc import Callable
from functools import partial
from random import Random

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import ROOT, House
from spoiwo.polish import repair

WORDS, SPEED = 200_000, 50_000
PAGE = 400  # words of a page
_WORD = re.compile(r"\w+")
_PLAIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
# A reader without Polish, by turns: made for this job, other than the table of the engine in shares and in signs.
_SCAN = {
    "ą": "gggaq", "ć": "¢éccé", "ę": "eeeee", "ł": "ttttl", "ń": "nnnnń", "ó": "édooó", "ś": "sssśs", "ź": "zzzzz",
    "ż": "zzzzż", "Ą": "A", "Ć": "C", "Ę": "E", "Ł": "LL", "Ń": "N", "Ó": "OÓ", "Ś": "SŚ", "Ź": "Z", "Ż": "ZŻ",
}  # fmt: skip


def sound_pages() -> list[str]:
    """Polish prose of the program itself (its interface and its manual) in pages; the misses of a first run on it led to three rules."""
    texts = []
    for path in sorted(ROOT.glob("spoiwo/*/locale/pl/LC_MESSAGES/django.po")):
        found = re.findall(r'^msgstr(?:\[\d\])? ((?:"[^\n]*"\n)+)', path.read_text(encoding="utf-8"), re.M)
        texts += [
            "".join(re.findall(r'"(.*)"', lines)).replace("\\n", "\n").replace('\\"', '"') for lines in found
        ]
    texts.append((ROOT / "README.pl.md").read_text(encoding="utf-8"))
    pages, page = [], []
    for text in filter(str.strip, texts):
        page.append(text)
        if sum(len(part.split()) for part in page) >= PAGE:
            pages.append("\n\n".join(page))
            page = []
    return [*pages, "\n\n".join(page)]


def plain(text: str, _chance: Random) -> str:
    """Every mark is lost, as on a keyboard without Polish letters."""
    return text.translate(_PLAIN)


def scanned(text: str, chance: Random) -> str:
    """Letters seen as the nearest shape, some of them kept."""
    return "".join(chance.choice(_SCAN[sign]) if sign in _SCAN else sign for sign in text)


def misread(text: str, chance: Random) -> str:
    """A file read in the wrong encoding, another pair for each page."""
    written, taken = chance.choice(
        [("cp1250", "latin-1"), ("utf-8", "latin-1"), ("iso8859-2", "cp1252"), ("utf-8", "cp1250")]
    )
    seen = [byte for sign in text for byte in (sign.encode(written, "ignore") or b"?")]
    return "".join(bytes([byte]).decode(taken, "ignore") or chr(byte) for byte in seen)


def measure_quality(_house: House) -> list[Figure]:
    """Three damages of the same sound pages: the share of damaged words restored, of sound words touched."""
    pages = sound_pages()
    figures = [
        _quality(name, damage, pages)
        for name, damage in (("plain", plain), ("scan", scanned), ("encoding", misread))
    ]
    words = sum(len(page.split()) for page in pages)
    touched = sum(len(repair(page).changes) for page in pages)
    what = f"sound Polish text, {words:,} words in {len(pages)} pages: words touched in 10,000"
    return [
        *figures,
        Figure("repair-quality", what, "words", touched / words * 10_000, None, Rule.VALUE_AT_MOST, 1),
    ]


def _quality(name: str, damage: Callable[[str, Random], str], pages: list[str]) -> Figure:
    chance = Random(f"repair {name}")
    lost = restored = kept = touched = 0
    for page in pages:
        seen = damage(page, chance)
        for true, was, now in _aligned(page, seen, repair(seen).text):
            if true != was:
                lost, restored = lost + 1, restored + (now == true)
            else:
                kept, touched = kept + 1, touched + (now != true)
    what = f"damage “{name}”: share of {lost:,} damaged words restored"
    notes = (f"of {kept:,} words not damaged, {touched} wrongly touched ({touched / max(1, kept):.2%})",)
    return Figure("repair-quality", what, "share", restored / lost, notes=notes)


def _aligned(*texts: str) -> list[tuple[str, ...]]:
    """Return the words of the texts side by side; white space is the same in all."""
    return list(zip(*(re.split(r"[ \n]+", text) for text in texts), strict=True))


def measure_speed(_house: House) -> list[Figure]:
    """200,000 words of Polish by their shares, sound and damaged, in pages: words a second on one core."""
    from wordfreq import get_frequency_dict

    shares = {word: share for word, share in get_frequency_dict("pl", "large").items() if word.isalpha()}
    chance = Random("repair speed")
    drawn = chance.choices(list(shares), list(shares.values()), k=WORDS)
    sound = [" ".join(drawn[start : start + 2_000]) for start in range(0, WORDS, 2_000)]
    known = set(shares)
    figures = [_first_sight(known)]
    for name, damage in (("sound", None), ("scan", scanned), ("plain", plain)):
        pages = [damage(page, chance) for page in sound] if damage else sound
        ours, reference, samples = by_turns(
            partial(_speed, lambda pages=pages: [repair(page) for page in pages]),
            partial(_speed, lambda pages=pages: [[w in known for w in _WORD.findall(p)] for p in pages]),
            rounds=3,
            warm=0,
        )
        what = f"{name} text of {WORDS:,} words in {len(pages)} pages; beside splitting it and looking every word up in a set"
        samples = {key: [WORDS / value for value in values] for key, values in samples.items()}
        slowest = min(samples["ours"])
        notes = (f"the first time, with every word new and the list loaded: {slowest:,.0f} words/s",)
        ratio = WORDS / ours / SPEED
        notes += (f"{ratio:.1f} × the {SPEED:,} words a second asked for",)
        figures.append(
            Figure(
                "repair-speed", what, "words/s", WORDS / ours, WORDS / reference, notes=notes, samples=samples
            )
        )
    return figures


def _first_sight(known: set[str]) -> Figure:
    """The program's own prose as a scan, repaired once with nothing remembered but the list of words."""
    chance = Random("repair prose")
    pages = [scanned(page, chance) for page in sound_pages()]
    count = sum(len(_WORD.findall(page)) for page in pages)
    repair("Wojewódzki urzqd pracy")  # loads the list
    ours = _speed(lambda: [repair(page) for page in pages])
    reference = _speed(lambda: [[word in known for word in _WORD.findall(page)] for page in pages])
    what = f"scan of Polish prose, {count:,} words in {len(pages)} pages, at first sight; beside the same reference"
    notes = (f"{count / ours / SPEED:.1f} × the {SPEED:,} words a second asked for",)
    return Figure("repair-speed", what, "words/s", count / ours, count / reference, notes=notes)


def _speed(call: Callable[[], object]) -> float:
    return timed(call, time.process_time)[0]
