"""Awards: which contest, who was the laureate, with what title, who received it, where and when, for what practice."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from spoiwo.reading.facts.arguments import ASIDE, OF, part_of
from spoiwo.reading.facts.award_words import (
    CATEGORY,
    ELLIPTIC,
    GOT,
    LIST_AHEAD,
    NOT_LAUREATE,
    NOW,
    RECEIVED,
    TITLES,
    WON,
    WON_SOMETHING,
)
from spoiwo.reading.facts.contests import Contest, around, contest_of, find_contests
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.lines import rows
from spoiwo.reading.facts.masks import Masked, Sign
from spoiwo.reading.facts.predicates import predicates
from spoiwo.reading.facts.prizes import own_fields
from spoiwo.reading.facts.words import adjective_nominative, adjectives


@dataclass
class Award:
    """An award as it is put together: who, what, and the words that are only about it."""

    laureate: Sign
    title: Field | None
    start: int
    end: int
    is_sure: bool = False
    receiver: Sign | None = None
    fields: list[Field] = field(default_factory=list)


def find_awards(masked: Masked) -> list[Fact]:
    """Return the awards of a text, one for each laureate and title; without a contest or a title there is none."""
    contests = find_contests(masked)
    awards = [*_rows(masked), *_told(masked, bool(contests))]
    if not awards:
        return []
    awards = _merged(masked, awards)
    many = len({award.laureate.thing.name for award in awards}) > 1
    shared = around(masked)
    facts = []
    for number, award in enumerate(awards):
        following = awards[number + 1].start if number + 1 < len(awards) else len(masked.text)
        contest = contest_of(contests, award.start, award.end)
        fields = [*_contest_fields(contest), *shared, masked.field("laureate", award.laureate, 0.85)]
        fields += [award.title] if award.title else []
        fields += own_fields(
            masked,
            award.start,
            award.end,
            following,
            many=many,
            receiver=award.receiver,
            laureate=award.laureate,
        )
        fields = _first_of_each([*award.fields, *fields])
        if {"contest", "title"} & {one.name for one in fields}:
            facts.append(spanning(Kind.AWARD, fields, confidence(Kind.AWARD, bool(contest and award.title))))
    return facts


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


# Rows and items


def _rows(masked: Masked) -> list[Award]:
    """Read rows of a table with a place won and a name: "I miejsce | Ω | 87"."""
    found = []
    for row in rows(masked):
        text = masked.text[row[0].start : row[-1].end]
        if "|" not in text:
            continue
        who = masked.under(row[0].start, row[-1].end, "ΩΥ") or masked.under(row[0].start, row[-1].end, "Π")
        if not who or not LIST_AHEAD.search(masked.text, max(0, row[0].start - 500), row[0].start):
            continue
        title = next((t for cell in row if (t := _place_cell(masked, cell.start, cell.end))), None)
        if title:
            found.append(Award(who[0], title, row[0].start, row[-1].end, True))
    return found


_RANKED = re.compile(r"(?:^|\n)[^\n]*\b(?:miejsce|lokata|pozycja)\b[^\n]*\|", re.IGNORECASE)


def _place_cell(masked: Masked, start: int, end: int) -> Field | None:
    words = masked.words(start, end)
    if re.fullmatch(r"[1-9]\.?|I{1,3}|IV|V", words) and _RANKED.search(
        masked.text, max(0, start - 600), start
    ):
        return Field("title", f"{words} miejsce", start, end, 0.75)
    if re.fullmatch(
        r"(?i)(?:(?:I{1,3}|IV|V|[1-9]\.?) miejsce|wyróżnienie|grand prix|nagroda \w+|[i]{1,3} nagroda|laureat)",
        words,
    ):
        return Field("title", words, start, end, 0.9)
    return None


# Sentences


def _told(masked: Masked, has_contest: bool) -> list[Award]:
    found: list[Award] = []
    for start, end, _paragraph in masked.sentences:
        sure = _is_won(masked, start, end, has_contest)
        if sure is None:
            continue
        awards = [one for span in _clauses(masked, start, end) for one in _pairs(masked, *span, sure)]
        if not awards and found and sure and _titles(masked, start, end):
            last = found[-1]  # the sentence goes on about whom the one before named
            if start - last.end < 200 and not masked.under(start, end, "ΩΥΠ"):
                awards = [Award(last.laureate, _titles(masked, start, end)[0], start, end, True)]
        found += awards
    return found


def _clauses(masked: Masked, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence where one laureate's clause ends and the next has a verb of its own: "zwyciężył Ω, a tytuł dostał Ω"."""
    cuts = [start, *(match.end() for match in re.finditer(r"[,;]\s+", masked.text[start:end])), end]
    cuts = [start, *(start + at for at in cuts[1:-1]), end]
    found: list[tuple[int, int]] = []
    begin = start
    for stop, following in pairwise(cuts[1:]):
        if _is_clause(masked, begin, stop) and _is_clause(masked, stop, following):
            found.append((begin, stop))
            begin = stop
    return [*found, (begin, end)]


def _is_clause(masked: Masked, start: int, end: int) -> bool:
    return bool(predicates(masked, start, end, WON | GOT, told=NOW) and masked.under(start, end, "ΩΥΠ"))


def _is_won(masked: Masked, start: int, end: int, has_contest: bool) -> bool | None:
    """Return whether a sentence says somebody won (True: by the verb alone), None where it does not."""
    words = WON | GOT
    done = predicates(masked, start, end, words, told=NOW)
    nouns = re.search(
        r"\b(?:laureat|zwycięzc|zwycięży|zdobywc|najleps\w+ okaza)\w*", masked.text[start:end], re.IGNORECASE
    )
    something = WON_SOMETHING.search(masked.text, start, end)
    if any(one.lemma in WON for one in done) and (has_contest or _titles(masked, start, end)):
        return has_contest
    if done and something and (has_contest or _titles(masked, start, end)):
        return has_contest
    if not done and _is_item(masked, start, end) and (_titles(masked, start, end) or nouns):
        return True
    return None


def _is_item(masked: Masked, start: int, end: int) -> bool:
    """Whether a line without a verb stands in a list of laureates."""
    if masked.text[end - 1] in "?!" or not masked.under(start, end, "ΩΥΠ"):
        return False
    before = masked.text[max(0, start - 700) : start]
    titles = _titles(masked, start, end)
    if not titles:
        return False
    at_start = titles[0].start - start < 60 or bool(CATEGORY.search(masked.text, start, end))
    return bool(LIST_AHEAD.search(before) or LIST_AHEAD.search(masked.text, end, end + 300)) and at_start


def _titles(masked: Masked, start: int, end: int) -> list[Field]:
    """Return what is won in a sentence, in order, without what lies in another title or only repeats one."""
    found: list[Field] = []
    for kind, rule in TITLES:
        for match in rule.finditer(masked.text, start, end):
            one = _title(masked, kind, match)
            if one and not any(one.start < other.end and other.start < match.end() for other in found):
                found.append(one)
    if any(one.value == "wyróżnienie" for one in found) and len(found) > 1:
        quoted = [one for one in found if one.value != "wyróżnienie"]
        found = [
            one
            for one in found
            if one.value != "wyróżnienie" or all(abs(one.start - o.start) > 40 for o in quoted)
        ]
    if found:
        for match in ELLIPTIC.finditer(masked.text, start, end):
            if match.start() > found[0].end and not any(o.start <= match.start() < o.end for o in found):
                found.append(Field("title", f"{match['name']} miejsce", *match.span("name"), 0.75))
    return sorted(found, key=lambda one: one.start)


def _title(masked: Masked, kind: str, match: re.Match[str]) -> Field | None:
    span = match.span("name")
    if kind == "quoted":
        fields = masked.fields("title", masked.under(*span)[:1])
        return fields[0] if fields else None
    words = masked.words(*span)
    if kind == "distinction":
        value = words if words.lower() == "wyróżnienie" and match.start() == 0 else "wyróżnienie"
        is_heading = masked.text[max(0, span[0] - 1) : span[0]] in ("", "\n") and words == "Wyróżnienie"
        return Field("title", words if is_heading else value, *span, 0.8)
    return Field("title", words if kind == "grand" else _nominative(words), *span, 0.85)


def _nominative(words: str) -> str:
    """Return "pierwszego miejsca" as "pierwsze miejsce", "trzecią nagrodę" as "trzecia nagroda"."""
    is_neuter = "miejsc" in words.lower()
    told = []
    for word in words.split():
        low = word.lower()
        if low.startswith("miejsc"):
            word = word[:6] + "e"
        elif low.startswith(("lokat", "pozycj", "nagrod")):
            word = word[:6] + "a" if not low.startswith("lokat") else word[:5] + "a"
        elif adjectives(word) and len(word) > 3:
            word = adjective_nominative(word, "n" if is_neuter else "f")
        told.append(word)
    return " ".join(told)


def _pairs(masked: Masked, start: int, end: int, is_sure: bool) -> list[Award]:
    """Pair laureates with what they won: each title with the names after it, or each name with the titles after it."""
    titles, names = _titles(masked, start, end), _laureates(masked, start, end)
    if not names:
        return []
    if not titles:
        return [Award(who, None, start, end, is_sure, receiver) for who, receiver in _in_row(masked, names)]
    if len(names) == 1:
        who, receiver = names[0]
        return [Award(who, title, start, end, True, receiver) for title in _kept(titles)]
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
        for who, receiver in _in_row(masked, near if titles_first else near[-1:]) if near else []:
            span = (title.start, stop) if titles_first else (who.start, stop)
            found.append(Award(who, title, *span, True, receiver))
    return found


def _kept(titles: list[Field]) -> list[Field]:
    """Of several things one laureate won in a sentence keep the quoted title; places and distinctions are kept each."""
    quoted = [one for one in titles if one.confidence >= 0.9]
    return quoted[-1:] if quoted else titles[:1]


def _in_row(masked: Masked, names: list[tuple[Sign, Sign | None]]) -> list[tuple[Sign, Sign | None]]:
    """Return the first name and those that stand in a row with it."""
    kept = names[:1]
    for before, one in pairwise(names):
        between = masked.text[before[0].end : one[0].start]
        if before[0].sign == "Π" and one[0].sign != "Π":
            break  # "Zofia Mazurek, Liceum …": a person and a school, not two laureates
        if re.fullmatch(
            r"\s*(?:\([^()]*\)\s*)?(?:z\s+Λ+\s*)?(?:,|i|oraz|a\s+także|,\s+a\s+także)\s*", between
        ):
            kept.append(one)
        else:
            break
    return kept


def _laureates(masked: Masked, start: int, end: int) -> list[tuple[Sign, Sign | None]]:
    """Return who can have won, in order, each with the person who received it for a body."""
    found: list[tuple[Sign, Sign | None]] = []
    for sign in masked.under(start, end, "ΩΥΠ"):
        if NOT_LAUREATE.search(masked.text, max(start, sign.start - 45), sign.start) or _is_contest_body(
            masked, sign
        ):
            continue
        part = part_of(masked, sign)
        if part == ASIDE and not re.search(
            r"\b(?:do|dla)\s+(?:firmy\s+|\w+\s+)?$", masked.text[start : sign.start]
        ):
            continue
        if part == OF and not re.search(
            r"(?:udziałem|tytuł\w*|laureat\w*|zwycięzc\w*)\s+$", masked.text[start : sign.start]
        ):
            continue
        received = RECEIVED.search(masked.text, start, sign.start)
        if sign.sign == "Π" and (received or RECEIVED.search(masked.text, sign.end, min(end, sign.end + 12))):
            role = masked.reader.roles.get(sign.thing.first)
            body = role.organisation if role else None
            if body and not found:
                found.append((Sign("Ω", body.start, body.end, body), sign))
            continue
        found.append((sign, None))
    bodies = [one for one in found if one[0].sign != "Π"]
    return bodies if bodies and not _is_person_first(found) else found


def _is_person_first(found: list[tuple[Sign, Sign | None]]) -> bool:
    return found[0][0].sign == "Π"


def _is_contest_body(masked: Masked, sign: Sign) -> bool:
    """Whether a name only tells where somebody is from, or is the body that gives: "uczennica z Ω", "Ω ogłosiła"."""
    after = masked.text[sign.end : sign.end + 40]
    return bool(
        re.match(
            r"\s+(?:ogłosił|rozstrzygnął|rozstrzygnęł|organizuje|zorganizował|przyznał|wręczył|nagrodził|wyróżnił|uhonorował|doceni)",
            after,
        )
    )
