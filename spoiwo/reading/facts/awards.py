"""Awards: which contest, who was the laureate, with what title, who received it, where and when, for what practice."""

import re
from itertools import pairwise

from spoiwo.reading.facts.arguments import SUBJECT, part_of
from spoiwo.reading.facts.award_lists import Award, awards_of_rows, recorded_awards
from spoiwo.reading.facts.award_scenes import around, scene_of
from spoiwo.reading.facts.award_titles import titles_of
from spoiwo.reading.facts.award_words import (
    CATEGORY,
    ELLIPTIC,
    GOT,
    LIST_AHEAD,
    NOW,
    PRIZE,
    PRIZES,
    WON,
    WON_SOMETHING,
)
from spoiwo.reading.facts.contests import Contest, contest_of, edition_before, find_contests
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.laureates import in_row, last_row, laureates
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.prizes import own_fields


def find_awards(masked: Masked) -> list[Fact]:
    """Return the awards of a text, one for each laureate and title; without a contest or a title there is none."""
    contests = find_contests(masked)
    awards = [*awards_of_rows(masked), *_told(masked, bool(contests))]
    recorded = recorded_awards(masked)
    if not awards:
        return recorded
    shared = around(masked)
    awards = [one for one in awards if scene_of(masked, one.start, one.end, shared) is not None]
    awards = _without_names_of_contests(_merged(masked, awards), contests)
    many = len({award.laureate.thing.name for award in awards}) > 1
    facts = []
    for number, award in enumerate(awards):
        following = awards[number + 1].start if number + 1 < len(awards) else len(masked.text)
        contest = contest_of(contests, award.start, award.end)
        edition = edition_before(masked, award.start) if contest else []
        fields = [
            *edition,
            *(scene_of(masked, award.start, award.end, shared) or shared),
            *_contest_fields(contest),
            masked.field("laureate", award.laureate, 0.85),
        ]
        fields += [award.title] if award.title else []
        fields += own_fields(
            masked,
            award.start,
            award.end,
            following,
            many=many,
            receiver=award.receiver,
            laureate=award.laureate,
            title=str(award.title.value) if award.title else "",
        )
        if _is_one_of_several(awards, award):
            fields = [
                one
                for one in fields
                if one.name not in ("rank", "prize") or award.start <= one.start < award.end
            ]
        if award.laureate.sign == "Π":  # who won received it; only for a body somebody else does
            fields = [one for one in fields if one.name != "received_by"]
        fields = _first_of_each([*award.fields, *fields])
        if award.title or (contest and _is_named_winner(masked, award)):
            facts.append(spanning(Kind.AWARD, fields, confidence(Kind.AWARD, bool(contest and award.title))))
    return recorded + [fact for fact in facts if not any(_is_same_award(fact, one) for one in recorded)]


def _is_same_award(one: Fact, other: Fact) -> bool:
    return all(one.get(name) == other.get(name) for name in ("laureate", "title"))


def _without_names_of_contests(awards: list[Award], contests: list[Contest]) -> list[Award]:
    """Leave out „Kryształowego Pośrednika” beside another title: the statuette bears the name of the contest."""

    def stems(words: object) -> list[str]:
        return [word[:4] for word in str(words).casefold().split()]

    names = [stems(contest.name.value) for contest in contests]
    return [
        one
        for one in awards
        if not (one.title and stems(one.title.value) in names and _is_one_of_several(awards, one))
    ]


_NAMED_WINNER = re.compile(
    r"\b(?:zwycięż|wygra|triumf|laur|zwycięzc|zdobywc|najleps|tytuł)\w*", re.IGNORECASE
)


def _is_named_winner(masked: Masked, award: Award) -> bool:
    """Whether a laureate without a title is told to have won, not only to be praised or to have received something."""
    start, end = masked.sentence(award.start)
    if _NAMED_WINNER.search(masked.text, start, end):
        return True
    above = masked.sentences[max(0, masked.document.sentence_number(start) - _LONGEST_LIST)][0]
    by_category = CATEGORY.search(masked.text, start, end)
    if by_category and PRIZE.search(masked.text, start, end):
        return True
    listed = by_category or _became(masked, start, end)
    return bool(listed and _NAMED_WINNER.search(masked.text, above, start))


_LONGEST_LIST = 12  # sentences or items below "Laureaci:"
_BECAME = re.compile(
    r"\b(?:został[aoiy]?|zostali|jest|są|okaza\w+)\s+(?:się\s+)?ni(?:m|ą|mi)\b", re.IGNORECASE
)
_OF_WINNERS = re.compile(r"\b(?:laurea[tc]|zwycięzc|tytuł|triumfator|zdobywc)\w*", re.IGNORECASE)


def _became(masked: Masked, start: int, end: int) -> bool:
    """Whether the sentence names whom the one before only announced: "Poznaliśmy laureata. Została nim Ω."."""
    number = masked.document.sentence_number(start)
    if not number or not _BECAME.search(masked.text, start, end):
        return False
    return _OF_WINNERS.search(masked.text, *masked.sentences[number - 1][:2]) is not None


def _is_one_of_several(awards: list[Award], award: Award) -> bool:
    """Whether the same laureate has another award beside this one, so that each keeps its own prize and rank."""
    return any(one is not award and one.laureate.thing.name == award.laureate.thing.name for one in awards)


def _contest_fields(contest: Contest | None) -> list[Field]:
    return [] if contest is None else [contest.name, *([contest.edition] if contest.edition else [])]


def _first_of_each(fields: list[Field]) -> list[Field]:
    order = (
        "contest",
        "edition",
        "date",
        "place",
        "patron",
        "organiser",
        "laureate",
        "title",
        "category",
        "prize",
    )
    seen: set[str] = set()
    kept = []
    for one in fields:
        if one.name in ("patron", "organiser") or one.name not in seen:
            kept.append(one)
            seen.add(one.name)
    return sorted(kept, key=lambda one: order.index(one.name) if one.name in order else len(order))


def _merged(masked: Masked, awards: list[Award]) -> list[Award]:
    """Put together what is said of one laureate's award twice; a laureate without a title beside one with is that one."""
    found: list[Award] = []
    for award in sorted(awards, key=lambda one: one.start):
        same = next((one for one in found if _is_same(one, award)), None)
        if same is None:
            found.append(award)
        else:
            if masked.text[masked.sentence(same.start)[1] - 1] not in ".!?":
                same.start = award.start  # the heading says it first, the sentence says more
            same.title = same.title or award.title
            same.receiver = same.receiver or award.receiver
            same.fields += award.fields
            same.is_sure = same.is_sure or award.is_sure
            same.end = max(same.end, award.end) if award.start - same.end < 400 else same.end
    return [one for one in found if one.title or one.is_sure]


def _is_same(one: Award, other: Award) -> bool:
    if one.laureate.thing.name.casefold() != other.laureate.thing.name.casefold():
        return False
    return not (one.title and other.title) or _same_title(str(one.title.value), str(other.title.value))


def _same_title(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


# Sentences


def _told(masked: Masked, has_contest: bool) -> list[Award]:
    found: list[Award] = []
    for start, end, _paragraph in masked.sentences:
        sure = _is_won(masked, start, end, has_contest)
        if sure is None:
            continue
        awards = _by_category(masked, start, end) or [
            one for span in _clauses(masked, start, end) for one in _pairs(masked, *span, sure)
        ]
        if not awards and not masked.under(start, end, "ΩΥΠ"):
            awards = _goes_on(masked, found, start, end)
        found += awards or _under_title(masked, start, end)
    return found


_PRONOUN = re.compile(r"\b(?:mu|jej|jemu|go|ją|je)\b", re.IGNORECASE)
_TO_OTHERS = re.compile(
    r"\b(?:do|dla)\s+(?!rąk|konkurs|finał|rywaliz)|\b(?:wyróżnienia|nagrody|dyplomy|tytuły)\b", re.IGNORECASE
)


def _goes_on(masked: Masked, found: list[Award], start: int, end: int) -> list[Award]:
    """Read "Przypadło mu drugie miejsce": a sentence without a name about whom the one before named."""
    titles = titles_of(masked, start, end)
    if not titles or _TO_OTHERS.search(masked.text, start, end):
        return []
    if found and start - found[-1].end < 200:
        return [Award(found[-1].laureate, titles[0], start, end, True)]
    number = masked.document.sentence_number(start)
    if number == 0 or not _PRONOUN.search(masked.text, start, end):
        return []
    named = [
        s for s in masked.under(*masked.sentences[number - 1][:2], "ΩΥΠ") if part_of(masked, s) == SUBJECT
    ]
    return [Award(named[0], titles[0], start, end, True)] if len(named) == 1 else []


def _under_title(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "Tytuł „X” wraz ze statuetką otrzymali:" with a laureate in each item below."""
    titles = titles_of(masked, start, end)
    number = masked.document.sentence_number(start)
    if masked.text[end - 1] != ":" or len(titles) != 1:
        return []
    prize = next((m for m in PRIZE.finditer(masked.text, start, end)), None)
    value = next((name for stem, name in PRIZES if prize and prize["prize"].lower().startswith(stem)), None)
    shared = [Field("prize", value, *prize.span("prize"), 0.8)] if prize and value else []
    found = []
    for begin, stop, _paragraph in masked.sentences[number + 1 :]:
        names = laureates(masked, begin, stop)
        if not names or not re.match(r"\s*(?:[-–—•*■▪]|\d{1,2}[.)]|[a-h]\))", masked.text[begin:stop]):
            break
        found.append(Award(names[0][0], titles[0], begin, stop, True, names[0][1], list(shared)))
    return found


def _by_category(masked: Masked, start: int, end: int) -> list[Award]:
    """Read "w kategorii A tytuł Θ otrzymał Ω, a w kategorii B – Ω": the title and the verb are said once."""
    marks = [match.start() for match in masked.search(CATEGORY, start, end)]
    shared = titles_of(masked, start, end)
    if len(marks) < 2 or len(shared) > 1:
        return []
    spans = [*pairwise([start, *marks[1:], end])]
    names = [laureates(masked, *span)[:1] for span in spans]
    if not all(names):
        return []
    return [
        Award(one[0][0], shared[0] if shared else None, *span, True, one[0][1])
        for one, span in zip(names, spans, strict=True)
    ]


def _clauses(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence where one laureate's clause ends and the next has a verb of its own: "zwyciężył Ω, a tytuł dostał Ω".

    Lines that were read as one sentence are cut where each names who won what.
    """
    found: list[tuple[int, int]] = []
    begin, marks = start, [m.end() + start for m in re.finditer(r"[,;]\s+(?!\w{0,3}\s?któr)|\n", masked.text[start:end])]
    for stop, following in pairwise([*marks, end]):
        is_line = masked.text[stop - 1] == "\n"
        rule = _is_item_of_list if is_line else _is_clause
        if rule(masked, begin, stop) and rule(masked, stop, following):
            found.append((begin, stop))
            begin = stop
    return [*found, (begin, end)]


_WINNER = re.compile(
    r"\b(?:laurea[tc]|zwycięzc|zwyciężczyni|zdobywc)\w*\b.{0,90}\b(?:jest|są|został|zostali|była?|to)\b",
    re.IGNORECASE | re.DOTALL,
)


def _is_clause(masked: Masked, start: int, end: int) -> bool:
    if not masked.under(start, end, "ΩΥΠ"):
        return False
    return bool(
        predicates(masked, start, end, WON | GOT, told=NOW) or _WINNER.search(masked.text, start, end)
    )


def _is_item_of_list(masked: Masked, start: int, end: int) -> bool:
    return bool(masked.under(start, end, "ΩΥΠ") and titles_of(masked, start, end))


def _is_won(masked: Masked, start: int, end: int, has_contest: bool) -> bool | None:
    """Return whether a sentence says somebody won (True: by the verb alone), None where it does not."""
    words = WON | GOT
    done = predicates(masked, start, end, words, told=NOW)
    nouns = re.search(
        r"\b(?:laurea[tc]|zwycięzc|zwycięży|zdobywc|najleps\w+ okaza)\w*",
        masked.text[start:end],
        re.IGNORECASE,
    )
    something = WON_SOMETHING.search(masked.with_numbers, start, end) or titles_of(masked, start, end)
    if any(one.lemma in WON for one in done) and (has_contest or titles_of(masked, start, end)):
        return has_contest
    if done and something and (has_contest or titles_of(masked, start, end)):
        return has_contest
    if _became(masked, start, end):
        return has_contest
    if not done and _PROUD.search(masked.text, start, end) and titles_of(masked, start, end):
        return has_contest
    if not done and _is_item(masked, start, end) and (titles_of(masked, start, end) or nouns or has_contest):
        return True
    return None


_PROUD = re.compile(r"\b(?:pochwali\w*|szczyci\w*|cieszy\w*)\s+się\b", re.IGNORECASE)


def _is_item(masked: Masked, start: int, end: int) -> bool:
    """Whether a line without a verb stands in a list of laureates."""
    if masked.text[end - 1] in "?!" or not masked.under(start, end, "ΩΥΠ"):
        return False
    titles = titles_of(masked, start, end)
    if not titles:
        category = CATEGORY.match(masked.text, start)
        above = masked.text[max(0, start - 700) : start]
        return bool(category and ":" in masked.text[start:end] and _OF_WINNERS.search(above))
    before = masked.text[max(0, start - 700) : titles[0].start]
    head = max(start, masked.text.rfind(":", start, titles[0].start))
    at_start = titles[0].start - head < 60 or bool(CATEGORY.search(masked.text, start, end))
    return bool(LIST_AHEAD.search(before) or LIST_AHEAD.search(masked.text, end, end + 300)) and at_start


def _pairs(masked: Masked, start: int, end: int, is_sure: bool) -> list[Award]:
    """Pair laureates with what they won: each title with the names after it, or each name with the titles after it."""
    titles, names = titles_of(masked, start, end), laureates(masked, start, end)
    if not names:
        return []
    if not titles:
        return [Award(who, None, start, end, is_sure, receiver) for who, receiver in in_row(masked, names)]
    if len(names) == 1:
        who, receiver = names[0]
        kept = _kept(masked, start, end, _not_of_unknown(masked, titles, who))
        stops = [*(title.start for title in kept[1:]), end]
        begins = [start, *(title.end for title in kept[:-1])]
        return [
            Award(who, title, begin, stop, True, receiver)
            for title, begin, stop in zip(kept, begins, stops, strict=True)
        ]
    found = []
    titles_first = titles[0].start < names[0][0].start
    marks = [*titles] if titles_first else titles
    for at, title in enumerate(marks):
        stop = marks[at + 1].start if at + 1 < len(marks) else end
        begin = marks[at - 1].end if at else start
        near = [
            n
            for n in names
            if (title.end <= n[0].start < stop if titles_first else begin <= n[0].start < title.start)
        ]
        for who, receiver in in_row(masked, near if titles_first else last_row(masked, near)) if near else []:
            span = (title.start, stop) if titles_first else (who.start, stop)
            found.append(Award(who, title, *span, True, receiver))
    return found


def _not_of_unknown(masked: Masked, titles: list[Field], who: Sign) -> list[Field]:
    """Leave out a place before "a drugie – Ω": somebody else, whose name is not known, won it."""
    last = titles[-1]
    is_own = last.end < who.start and ELLIPTIC.match(masked.text, last.start)
    return [last] if is_own and len(titles) > 1 else titles


def _kept(masked: Masked, start: int, end: int, titles: list[Field]) -> list[Field]:
    """Of several things one laureate won keep the quoted title; each only where it has a verb of its own."""
    quoted = [one for one in titles if one.confidence >= 0.9]
    best = quoted or titles
    if len(best) < 2:
        return best
    verbs = predicates(masked, start, end, WON | GOT, told=NOW)
    between = [verb for verb in verbs if best[0].end < verb.start < best[-1].end]
    return (
        [best[0], best[-1]]
        if between and best[0].value != best[-1].value
        else best[-1:]
        if quoted
        else best[:1]
    )
