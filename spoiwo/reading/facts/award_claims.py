"""Whether a sentence says that somebody won: by a verb, as an item of a list, as a headline."""

import re

from spoiwo.reading.facts.award_titles import titles_of
from spoiwo.reading.facts.award_words import CATEGORY, GOT, LIST_AHEAD, NOW, WON, WON_SOMETHING
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.words import listed


def is_won(masked: Masked, start: int, end: int, has_contest: bool) -> bool | None:
    """Return whether a sentence says somebody won (True: by the verb alone), None where it does not."""
    done = predicates(masked, start, end, WON | GOT | NOW, told=NOW)
    if {one.lemma for one in done} <= _ONLY_NAMED and _is_only_nominated(masked, start, end):
        return None
    if _ELECTED.search(masked.text, start, end) and not titles_of(masked, start, end):
        return None
    if done and _is_done(masked, start, end, has_contest, any(one.lemma in WON for one in done)):
        return has_contest
    if _DECIDED.search(masked.text, start, end) and (has_contest or titles_of(masked, start, end)):
        return has_contest
    if _OF_HEADLINE.search(masked.text, start, end) and titles_of(masked, start, end):
        return True
    if _is_answer(masked, start, end):
        return has_contest
    return None if done else _is_won_unsaid(masked, start, end, has_contest)


def _is_won_unsaid(masked: Masked, start: int, end: int, has_contest: bool) -> bool | None:
    """Return the same of a sentence without a verb of winning: one that is proud of a title, an item of a list."""
    if _PROUD.search(masked.text, start, end) and titles_of(masked, start, end):
        return has_contest
    if _is_only_nominated(masked, start, end):
        return None
    is_told = is_item(masked, start, end) and (has_contest or titles_of(masked, start, end))
    return True if is_told else None


# "wybrałyśmy ją na prezeskę": to an office.
_ELECTED = re.compile(
    r"\b(?:wybra|powoła|mianowa|desygnowa)\w+\b[^.;]{0,40}?\b(?:na\s+|do\s+)?(?:prezes|przewodnicz|sekretarz|skarbnik|wiceprezes|członk|dyrektor|delegat|zarząd|rad[yęa]\b|stanowisk|funkcj|kadencj|starost|wójt|burmistrz)",
    re.IGNORECASE,
)
_ONLY_NAMED = listed("znaleźć dołączyć zostać")  # "znalazła się wśród nominowanych"


def _is_only_nominated(masked: Masked, start: int, end: int) -> bool:
    nominated = _NOMINATED.search(masked.text, start, end)
    return nominated is not None and not _WITH_TITLE.search(masked.text, start, end)


def _is_answer(masked: Masked, start: int, end: int) -> bool:
    """Whether a sentence only says who it was, or who was liked best."""
    is_said = _ARE.search(masked.text, start, end) or _HIGHEST.search(masked.text, start, end)
    is_said = (
        is_said
        or _WINNER_IS.search(masked.text, start, end)
        or _NAMED_LAUREATE.search(masked.text, start, end)
    )
    return bool(is_said) or became(masked, start, end) or did_it(masked, start, end)


def _is_done(masked: Masked, start: int, end: int, has_contest: bool, by_verb: bool) -> bool:
    """Whether a verb of winning, or of getting something that is won, stands with a contest or a title."""
    if has_contest and (by_verb or WON_SOMETHING.search(masked.with_numbers, start, end)):
        return True
    return bool(titles_of(masked, start, end))


_DECIDED = re.compile(
    r"\b(?:postanowi|zdecydowa|uchwali)\w+\s+[^.;ΩΥΠ]{0,30}?\b(?:uhonorować|nagrodzić|wyróżnić|przyznać|docenić|nadać)\b|"
    r"\b(?:postanowi|zdecydowa|uzna|ogłosi)\w+,\s+(?:że|iż)\b[^.;]{0,90}\b(?:powędruj|trafi|otrzyma|przypadn|należ)\w*",
    re.IGNORECASE,
)
_WITH_TITLE = re.compile(r"\bz\s+(?:tytułem|nagrodą|statuetką|laurem)\b", re.IGNORECASE)
_NOMINATED = re.compile(r"\b(?:nominowan|nominacj|pretend|kandyd)\w*", re.IGNORECASE)
_HIGHEST = re.compile(
    r"\bnajwięcej\s+(?:głosów|punktów|wskazań)\s+(?:\w+\s+)?(?:zdoby|otrzyma|zebra|uzyska|dosta|odda|padł)\w*|\bpostawi\w+\s+na\s+[ΩΥΠ]|\bnajwyżej\s+oceni\w+|\boceni\w+\s+najwyżej",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"[ΩΥΠ]\s+(?:to|są)\s+(?:\w+\s+)?(?:laureac|laurea|zwycięzc|zdobywc|triumfator)\w*", re.IGNORECASE
)
_NAMED_LAUREATE = re.compile(
    r"[ΩΥΠ](?:\s+we?\s+Λ+)?\s+(?:laureat|zwycięzc|zdobywc)(?:em|ką|ami|ą)\b", re.IGNORECASE
)
# "Zwycięzcą tegorocznej edycji jest Ω", "bezkonkurencyjna była Ω".
_WINNER_IS = re.compile(
    r"\b(?:laurea[tc]|zwycięzc|zwyciężczyni|zdobywc|triumfator)\w*\b[^.;ΩΥΠ]{0,120}\b(?:jest|są|by(?:ł[aoy]?|li)|to)\s+(?:\w+\s+){0,2}?[ΩΥΠ]|"
    r"\b(?:bezkonkurencyjn|najleps)\w+\s+(?:by(?:ł[aoy]?|li)|okaza\w+\s+się)\s+(?:\w+\s+){0,2}?[ΩΥΠ]|"
    r"[ΩΥΠ]\s+(?:\w+\s+){0,2}by(?:ł[aoy]?|li)\s+(?:bezkonkurencyjn|najleps)\w+",
    re.IGNORECASE,
)
# "Θ dla Ω!", "Ω z tytułem Θ": headlines without a verb.
_OF_HEADLINE = re.compile(
    r"Θ\s+(?:dla|w\s+rękach)\s+(?:\w+\s+)?[ΩΥΠ]|[ΩΥΠ]\s+z\s+(?:tytułem|nagrodą|certyfikatem|medalem|statuetką|laurem)\s+Θ"
)
_PROUD = re.compile(r"\b(?:pochwali\w*|szczyci\w*|cieszy\w*)\s+się\b", re.IGNORECASE)


_BULLET = re.compile(r"\s*(?:(?:[-–—•*■▪]|\d{1,2}[.)]|[a-h]\))\s*)?")


def bullet(line: str) -> str:
    """The white space, sign or number a line of a list begins with."""
    found = _BULLET.match(line)
    return found[0] if found else ""


_DASH = re.compile(r":|\s[–—-]\s")


def is_item(masked: Masked, start: int, end: int) -> bool:
    """Whether a line without a verb stands in a list of laureates."""
    if masked.text[end - 1] in "?!" or not masked.under(start, end, "ΩΥΠ"):
        return False
    titles = titles_of(masked, start, end)
    if not titles:
        category = CATEGORY.match(masked.text, start + len(bullet(masked.text[start:end])))
        above = masked.text[max(0, start - 700) : start]
        return bool(category and _DASH.search(masked.text[start:end]) and _OF_WINNERS.search(above))
    before = masked.text[max(0, start - 700) : titles[0].start]
    head = max(start, masked.text.rfind(":", start, titles[0].start))
    at_start = titles[0].start - head < 60 or bool(CATEGORY.search(masked.text, start, end))
    is_list = len(titles) > 1 and LIST_AHEAD.search(masked.text, titles[-1].end, end)
    return (
        bool(is_list or LIST_AHEAD.search(before) or LIST_AHEAD.search(masked.text, end, end + 300))
        and at_start
    )


_BECAME = re.compile(
    r"\b(?:został[aoiy]?|zostali|jest|są|okaza\w+)\s+(?:się\s+)?ni(?:m|ą|mi)\b", re.IGNORECASE
)
_OF_WINNERS = re.compile(r"\b(?:laurea[tc]|zwycięzc|tytuł|triumfator|zdobywc)\w*", re.IGNORECASE)


_DID_IT = re.compile(
    r"\b(?:zrobi|dokona|osiągn)\w+\s+(?:to|tego)\b|\b(?:to|ta\s+sztuka)\s+uda\w+\s+się\b", re.IGNORECASE
)
_WHO_BEST = re.compile(
    r"\b(?:kto|komu|która|który|jak[aią])\b.*\b(?:naj\w+|zwycięż\w+|wygra\w+|laure\w+)[^.]*\?",
    re.IGNORECASE | re.DOTALL,
)


def did_it(masked: Masked, start: int, end: int) -> bool:
    """Whether the sentence answers who was best: "Kto najlepiej zadbał o pracowników? Zrobiła to Ω."."""
    number = masked.document.sentence_number(start)
    return bool(
        number
        and _DID_IT.search(masked.text, start, end)
        and _WHO_BEST.search(masked.text, *masked.sentences[number - 1][:2])
    )


def became(masked: Masked, start: int, end: int) -> bool:
    """Whether the sentence names whom the one before only announced: "Poznaliśmy laureata. Została nim Ω."."""
    number = masked.document.sentence_number(start)
    if not number or not _BECAME.search(masked.text, start, end):
        return False
    return _OF_WINNERS.search(masked.text, *masked.sentences[number - 1][:2]) is not None
