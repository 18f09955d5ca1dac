"""Awards: which contest, who was the laureate, with what title, who received it, where and when, for what practice."""

import re
from dataclasses import replace

from spoiwo.reading.facts.award_claims import became, did_it
from spoiwo.reading.facts.award_guesses import with_guesses
from spoiwo.reading.facts.award_lists import (
    Award,
    awards_of_categories,
    awards_of_names,
    awards_of_numbers,
    awards_of_rows,
    awards_of_titles,
    recorded_awards,
)
from spoiwo.reading.facts.award_scenes import around, day_near, scene_of
from spoiwo.reading.facts.award_sentences import told
from spoiwo.reading.facts.award_titles import BARE, quoted_before, title_of_all
from spoiwo.reading.facts.award_words import (
    CATEGORY,
    WON_SOMETHING,
)
from spoiwo.reading.facts.contests import Contest, contest_of, edition_before, editions_in, find_contests
from spoiwo.reading.facts.fact import Fact, Field, Kind, confidence, spanning
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.prizes import own_fields
from spoiwo.reading.facts.sections import told_there


def find_awards(masked: Masked) -> list[Fact]:
    """Return the awards of a text, one for each laureate and title; without a contest or a title there is none."""
    masked = with_guesses(masked)
    contests = find_contests(masked)
    recorded = recorded_awards(masked)
    awards = _all_told(masked, contests)
    if not awards:
        return recorded
    shared, of_all = around(masked), title_of_all(masked)
    awards = [one for one in awards if scene_of(masked, one.start, one.end, shared) is not None]
    awards = _without_names_of_contests(_merged(masked, awards), contests)
    facts: list[Fact] = []
    for number, award in enumerate(awards):
        contest = _its_contest(masked, contests, award, awards)
        fields = [
            *_where_and_when(masked, contests, contest, award, shared),
            *_contest_fields(contest),
            masked.field("laureate", award.laureate, 0.85),
        ]
        title = award.title or _shared_title(masked, award, contest, of_all)
        fields += [title] if title else []
        fields += _own(masked, awards, number)
        fields += _as_before(masked, award, fields, facts)
        fields = [_without_pan(one) for one in _first_of_each([*award.fields, *fields])]
        is_in_list = any(one.name == "category" for one in award.fields)
        is_enough = award.title or (contest and (is_in_list or _is_named_winner(masked, award)))
        if is_enough and not _is_in_ranking(masked, award, contest):
            facts.append(spanning(Kind.AWARD, fields, confidence(Kind.AWARD, bool(contest and award.title))))
    return recorded + [fact for fact in facts if not any(_is_same_award(fact, one) for one in recorded)]


_SAME_CONTEST = re.compile(
    r"\bw\s+(?:tym|tej)\s+sam(?:ym|ej)\s+(?:konkurs|plebiscy|rankin|turniej|edycj)\w*", re.IGNORECASE
)


def _as_before(masked: Masked, award: Award, fields: list[Field], facts: list[Fact]) -> list[Field]:
    """Return day and place of the award told just before for one "w tym samym konkursie" that has no day of its own."""
    if any(one.name == "date" for one in fields) or not facts:
        return []
    if not _SAME_CONTEST.search(masked.text, *masked.sentence(award.start)):
        return []
    return [one for one in facts[-1].fields if one.name in ("date", "place")]


def _all_told(masked: Masked, contests: list[Contest]) -> list[Award]:
    """Return what rows, numbers, lists and sentences tell; a line of a list is not read again as a sentence."""
    listed = [
        *(awards_of_categories(masked) if contests else []),
        *awards_of_titles(masked),
        *awards_of_names(masked),
    ]
    in_sentences = [
        one
        for one in told(masked, bool(contests))
        if not any(item.start <= one.start < item.end for item in listed)
    ]
    return [*awards_of_rows(masked), *awards_of_numbers(masked), *listed, *in_sentences]


def _its_contest(
    masked: Masked, contests: list[Contest], award: Award, awards: list[Award]
) -> Contest | None:
    """Return the contest an award belongs to, None where it is told of another day or its name is only a title."""
    contest = contest_of(contests, award.start, award.end)
    if contest and award.is_past and award.title and award.title.value == contest.name.value:
        return None
    if contest and (_is_of_other_day(masked, contest, award) or _is_only_title(masked, contest, awards)):
        return None
    return contest


def _where_and_when(
    masked: Masked, contests: list[Contest], contest: Contest | None, award: Award, shared: list[Field]
) -> list[Field]:
    """Return the edition of an award, and day, place and the rest of its giving; of a former edition only that."""
    former = _former_edition(masked, award, contest)
    if former or award.is_past:
        return former
    if _TOLD_THERE.search(masked.text, masked.sentence(award.start)[0], award.laureate.start):
        return [one for one in shared if one.name not in ("date", "place")]
    scene = scene_of(masked, award.start, award.end, shared) or shared
    if contest and _is_day_of_other(masked, contests, contest, scene, award):
        scene = [one for one in scene if one.name not in ("date", "place")]
    scene = told_there(masked, award.start, scene)
    return [*(edition_before(masked, award.start) if contest else []), *scene]


# "Przy okazji dowiedzieli się, że Ω została …": told at an event, won another day.
_TOLD_THERE = re.compile(
    r"\b(?:dowiedziel|dowiedział|poinformowa[łn]|przypomniał|usłyszel|wspomniał|zdradził)\w*\b[^.;]{0,60},\s+(?:że|iż)\s",
    re.IGNORECASE,
)


def _own(masked: Masked, awards: list[Award], number: int) -> list[Field]:
    """Return what is said of one award alone; of several of one laureate, only what stands with each."""
    award = awards[number]
    fields = own_fields(
        masked,
        award.start,
        award.end,
        awards[number + 1].start if number + 1 < len(awards) else len(masked.text),
        many=len({one.laureate.thing.name for one in awards}) > 1,
        receiver=award.receiver,
        laureate=award.laureate,
        title=str(award.title.value) if award.title else "",
    )
    if _is_one_of_several(awards, award):
        fields = [
            one for one in fields if one.name not in ("rank", "prize") or award.start <= one.start < award.end
        ]
    if award.laureate.sign == "Π":  # who won received it; only for a body somebody else does
        fields = [one for one in fields if one.name != "received_by"]
    return fields


_PAN = re.compile(r"(?:Pan|Pani|Panu|Panią|Pana)\s+(?=[A-ZŁŚŻŹĆ])")


def _without_pan(one: Field) -> Field:
    """Return a person's name without "Pan" and "Pani"."""
    is_name = one.name in ("laureate", "received_by") and isinstance(one.value, str)
    return replace(one, value=_PAN.sub("", str(one.value))) if is_name else one


def _is_of_other_day(masked: Masked, contest: Contest, award: Award) -> bool:
    """Whether the award has a day of its own in its paragraph, and the contest another one wherever it is spoken of."""
    day = day_near(masked, award.start, award.end)
    paragraph = masked.paragraph(award.start)
    if day is None or any(masked.paragraph(at) == paragraph for at in contest.at):
        return False
    paragraph_start = next(begin for begin, _stop, number in masked.sentences if number == paragraph)
    if editions_in(masked, paragraph_start, award.end):
        return False  # "W II edycji": of the contest the text is about, in another year
    days = [day_near(masked, at, at) for at in contest.at]
    return all(one is not None and one.thing.value != day.thing.value for one in days)


def _is_day_of_other(
    masked: Masked, contests: list[Contest], contest: Contest, scene: list[Field], award: Award
) -> bool:
    """Whether the day was said of another contest, told before this one: each was decided on a day of its own."""
    day = next((one for one in scene if one.name == "date"), None)
    if day is None or len(contests) < _SEVERAL or award.start <= day.start < award.end:
        return False
    start, end = masked.sentence(day.start)
    if start <= contest.at[0] < end:
        return False
    said = [(at, one) for one in contests for at in one.at if at < day.end]
    last = max(said, key=lambda pair: pair[0], default=None)
    return last is not None and last[1] is not contest and contest.at[0] > day.start


_SEVERAL = 2  # contests


def _former_edition(masked: Masked, award: Award, contest: Contest | None) -> list[Field]:
    """Return the edition an award is told of where it is another one than the text's: day and place are not of it."""
    start, _end = masked.sentence(award.start)
    said = editions_in(masked, start, award.end)[-1:]
    if not said or not contest or not contest.edition or said[0].value == contest.edition.value:
        return []
    return [] if masked.under(start, award.end, "Δ") else said


_CONTEST = re.compile(
    r"\b(?:konkurs|plebiscy|ranking|turniej|olimpiad|zawod|przegląd|festiwal|rywalizacj|współzawodnictw|akcj|edycj|laurea[tc]\w* nagrod|kapituł)",
    re.IGNORECASE,
)
_PLACE_WON = re.compile(r"\b(?:miejsce|lokata|pozycja)$", re.IGNORECASE)


def _is_only_title(masked: Masked, contest: Contest, awards: list[Award]) -> bool:
    """Whether "Nagrodę „Animator Roku” wręczono Π" names what was won there, and no contest."""
    name = str(contest.name.value).casefold()
    if not any(one.title and str(one.title.value).casefold() == name for one in awards):
        return False
    return not any(_CONTEST.search(masked.text, *masked.sentence(at)) for at in contest.at)


def _is_in_ranking(masked: Masked, award: Award, contest: Contest | None) -> bool:
    """Whether a place was taken where no contest is told of: "trzecie miejsce w województwie pod względem stażu"."""
    is_place = award.title and _PLACE_WON.search(str(award.title.value))
    return bool(is_place and contest is None and not _CONTEST.search(masked.text))


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


_BEARS_NAME = re.compile(
    r"\b(?:tytuł|laur\b|mian[oae])\w*|\bstatuetk\w+\s+(?:w\s+kategorii|otrzyma|dosta|trafi|przypad|powędrow|zdoby|odebra)",
    re.IGNORECASE,
)


def _shared_title(
    masked: Masked, award: Award, contest: Contest | None, of_all: Field | None
) -> Field | None:
    """Return the title said for all winners, else the contest's name where they got the statuette that bears it."""
    if not _is_named_winner(masked, award):
        return None
    begin = (
        masked.sentence(award.start)[0]
        if CATEGORY.search(masked.text, award.start, award.end)
        else award.start
    )
    if of_all or contest is None or not _BEARS_NAME.search(masked.text, begin, award.end):
        return of_all
    said = quoted_before(masked, 0, award.start)
    if said and str(said.value).casefold() != str(contest.name.value).casefold():
        return said
    return replace(contest.name, name="title", confidence=0.6)


_NAMED_WINNER = re.compile(
    r"\b(?:zwycięż|zwycięstw|wygra|triumf|laur|zwycięzc|zdobywc|najleps|najlepiej|najwyżej|najwięcej\s+(?:głos|punkt|wskaza)|bezkonkurencyj|tytuł)\w*",
    re.IGNORECASE,
)


def _is_named_winner(masked: Masked, award: Award) -> bool:
    """Whether a laureate without a title is told to have won, not only to be praised or to have received something."""
    start, end = masked.sentence(award.start)
    if _NAMED_WINNER.search(masked.text, start, end):
        return True
    above = masked.sentences[max(0, masked.document.sentence_number(start) - _LONGEST_LIST)][0]
    number = masked.document.sentence_number(start)
    before = (
        masked.sentences[number - 1][0] if number and _GIVEN_TO.search(masked.text, start, end) else start
    )
    by_category = CATEGORY.search(masked.text, before, end)
    if by_category and WON_SOMETHING.search(masked.text, start, end):
        return True
    listed = by_category or became(masked, start, end) or did_it(masked, start, end)
    return bool(listed and _NAMED_WINNER.search(masked.text, above, start))


_GIVEN_TO = re.compile(r"\b(?:nagrodzono|uhonorowano|doceniono|wyróżniono)\b", re.IGNORECASE)
_LONGEST_LIST = 12  # sentences or items below "Laureaci:"


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
        if same and not same.title and _is_added(masked, award):
            same = None
        if same is None:
            found.append(award)
        else:
            is_heading = masked.text[masked.sentence(same.start)[1] - 1] not in ".!?"
            is_elsewhere = not same.title and masked.paragraph(same.start) != masked.paragraph(award.start)
            if is_heading or (award.title and is_elsewhere):
                same.start = award.start  # the heading says it first, the sentence says more
            same.title = same.title or award.title
            same.receiver = same.receiver or award.receiver
            same.fields += award.fields
            same.is_sure = same.is_sure or award.is_sure
            same.end = max(same.end, award.end) if award.start - same.end < 400 else same.end
    told = [one for one in found if one.title or one.is_sure]
    return [one for one in told if not (_is_bare(one) and _is_one_of_several(told, one))]


_ADDED = re.compile(r"\b(?:też|także|również|ponadto|dodatkowo)\b", re.IGNORECASE)


def _is_added(masked: Masked, award: Award) -> bool:
    """Whether a title is told as won besides what the sentence before told: "Otrzymał też tytuł Θ"."""
    return award.title is not None and bool(
        _ADDED.search(masked.text, masked.sentence(award.start)[0], award.title.start)
    )


def _is_bare(award: Award) -> bool:
    """Whether only a verb says what was won: "PUP w Nisku wyróżniony", which the text then tells in full."""
    return award.title is not None and award.title.confidence == BARE


def _is_same(one: Award, other: Award) -> bool:
    if one.laureate.thing.name.casefold() != other.laureate.thing.name.casefold():
        return False
    return not (one.title and other.title) or _same_title(str(one.title.value), str(other.title.value))


def _same_title(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


_IN_FULL = (
    ("imienia", "im."),
    ("doktora", "dr"),
    ("doktor", "dr"),
    ("profesora", "prof."),
    ("księdza", "ks."),
)


def _plain(title: str) -> str:
    """Return a title as it is compared: "Nagroda imienia doktor X" is "Nagroda im. dr X"."""
    told = title.casefold()
    for full, short in _IN_FULL:
        told = told.replace(full, short)
    return told
