"""What a training is about: its title, the words after "z zakresu" or "na temat", or what a course is of."""

import re

from spoiwo.reading.facts.clauses import clause
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.training_words import ABOUT, LEARNED, OF_WHAT, TITLE, TITLE_AFTER, TRAINING
from spoiwo.reading.facts.words import adjectives, can_be, is_finite, known, lemmas, listed, nouns


def subject_of(masked: Masked, match: re.Match[str], start: int, end: int) -> list[Field]:
    title = TITLE.match(masked.text, match.end(), end)
    if title and not _is_body(masked, title):
        fields = masked.fields("subject", masked.under(*title.span("name"))[:1])
        return fields + _said_for(masked, title)
    dashed = _DASHED.match(masked.text, match.end(), end)
    if dashed:
        span = dashed.span("subject")
        return [Field("subject", masked.words(*span), *span, 0.75)]
    is_plural = re.search(
        r"(?:szkoleń|szkolenia(?:mi|ch)?|kurs(?:y|ów|ami|ach))$", match.group(), re.IGNORECASE
    )
    for rule in (OF_WHAT, ABOUT):
        found = (
            rule.match(masked.text, match.end(), end)
            if rule is OF_WHAT
            else rule.search(masked.text, match.end(), end)
        )
        if found and not (rule is ABOUT and _is_far(masked, match.end(), found)):
            begin, stop = clipped(masked, *clause(masked, found.end(), until="ΔΝΠ"))
            if stop - begin > 2:
                return [
                    Field("subject", masked.words(begin, stop), begin, stop, 0.8),
                    *_said_for(masked, found),
                ]
    named = _named_before(masked, match, start)
    if named:
        return named
    if is_plural:
        return []
    return (
        _how(masked, match, start, end)
        or _for_whom(masked, match, end)
        or _of_course(masked, match, end)
        or next(
            (
                masked.fields("subject", masked.under(*quoted.span("name"))[:1])
                for quoted in TITLE_AFTER.finditer(masked.text, start, end)
            ),
            [],
        )
    )


# "Drugie szkolenie – księgowość komputerowa – rozpoczęło się …"
_DASHED = re.compile(
    r"\s+[–-]\s+(?!z\s|ze\s|o\s|dla\s)(?P<subject>[a-ząćęłńóśźż][^.,;ΔΛΩΝΘ–]{3,60}?)\s+[–-]\s(?=\s?(?:rozpocz|rusz|zacz|odby|wystart|potrwa|trwa|ukończ|zakończ|zaplan))"
)


def _named_before(masked: Masked, match: re.Match[str], start: int) -> list[Field]:
    """Return what stands before the noun: "„Od pomysłu” – tak nazywało się", "o ochronie danych mówiono na"."""
    named = _NAMED_BEFORE.search(masked.text, max(start, match.start() - _LONGEST_NAME), match.start())
    if named:
        return masked.fields("subject", masked.under(*named.span(named.lastgroup or "name"))[:1])
    spoken = _SPOKEN_OF.search(masked.text, start, match.start())
    span = spoken.span(spoken.lastgroup or "subject") if spoken else None
    return [Field("subject", masked.words(*span), *span, 0.7)] if span else []


def _is_body(masked: Masked, title: re.Match[str]) -> bool:
    """Whether a quotation is a body told before by its name: "szkolenie „Węglika” – z montażu instalacji"."""
    words = masked.under(*title.span("name"))[0].thing.words.split()
    if len(words) != 1:
        return False
    named = (one.thing.name for one in masked.under(0, title.start("name"), "Ω"))
    return any(f"„{words[0][:4]}" in name or f'"{words[0][:4]}' in name for name in named)


# „Od pomysłu do firmy” – tak nazywało się szkolenie
_NAMED_BEFORE = re.compile(
    r"(?P<name>Θ+)\s*[–-]\s*$|(?P<other>Θ+)\s*[–,-]\s*(?:tak|pod\s+t\w+|to|taki\w*|taką)\b[^.;Θ]{0,60}$"
)
# "O ochronie danych mówiono na szkoleniu, które …", "opowiadała o spółdzielniach podczas szkolenia"
_SPOKEN_OF = re.compile(
    r"\b(?:mówi|opowiada|rozmawia)[łln]\w*\s+o\s+(?P<after>[^\W\dΔΛΩΝΘ][^.,;ΔΛΩΝ]{3,70}?)\s+(?:podczas|w\s+trakcie|w\s+czasie)\s+(?:\w+\s+){0,2}$|(?:^|(?<=[\s(–]))[Oo]\s+(?P<subject>[^\W\dΔΛΩΝΘ][^.,;ΔΛΩΝ]{3,70}?)\s+(?:mówi|opowiada|rozmawia|uczon|dowiedzie|dowiadywa)\w*\s+(?:się\s+)?(?:\w+\s+){0,2}?(?:na|podczas|w\s+trakcie|w\s+czasie)\s+(?:\w+\s+){0,2}$"
)
_LONGEST_NAME = 200  # characters of a title before its course
_HOW = re.compile(r",\s+(?P<how>(?:jak|dlaczego|kiedy)\s+[a-ząćęłńóśźż]+)")
_HOW_TITLED = re.compile(
    r"(?::|,|\s+o\s+tym,)\s+(?P<how>(?:jak|dlaczego|kiedy)\s+[a-ząćęłńóśźż]+)"
)  # "szkolenie: jak napisać wniosek"
_LICENCE = re.compile(
    r"\s+na\s+(?P<what>prawo\s+jazdy(?:\s+(?:kategorii|kat\.)\s+[A-Z](?:\+E)?)?)(?=[\s.,;(])(?!\s+(?:trzeba|należy|można|warto|jest|był))"
)
_AS = re.compile(r"\s+na\s+(?P<whom>[a-ząćęłńóśźż]{4,})")


def _how(masked: Masked, match: re.Match[str], start: int, end: int) -> list[Field]:
    """Read "uczyli się, jak pisać wnioski" and "o tym, jak założyć firmę, uczyli się": the clause is the subject."""
    learned = LEARNED.match(match.group())
    found = (
        _HOW.search(masked.text, start, end) if learned else _HOW_TITLED.match(masked.text, match.end(), end)
    )
    if not found:
        return []
    begin = found.start("how")
    comma = masked.text.find(",", found.end(), end)
    stop = min(at for at in (comma if comma > 0 else end, clause(masked, begin, verbs=False)[1]))
    return [Field("subject", masked.words(begin, stop), begin, stop, 0.65)]


def _for_whom(masked: Masked, match: re.Match[str], end: int) -> list[Field]:
    """Read "kurs na opiekuna wycieczek": what one is to become."""
    licence = _LICENCE.match(masked.text, match.end(), end)
    if licence:
        span = licence.span("what")
        return [Field("subject", masked.words(*span), *span, 0.75)]
    found = _AS.match(masked.text, match.end(), end) if match.group().lower().startswith("kurs") else None
    people = [r for r in nouns(found["whom"]) if "m1" in r.genders and "acc" in r.cases] if found else []
    if not found or not people:
        return []
    begin, stop = clipped(masked, *clause(masked, found.start("whom"), until="ΔΝΠΩ"))
    return [Field("subject", masked.words(begin, stop), begin, stop, 0.7)]


_NOT_SUBJECTS = listed(
    "bezpłatny nowy kolejny pierwszy drugi trzeci intensywny podstawowy darmowy wieczorowy weekendowy który ten taki ostatni"
)


# The word of a subject; "uczyły się Δ w Λ fotografii": where and when may stand before it.
_NEXT_WORD = re.compile(
    r"\s+(?:(?:we?\s+Λ+|(?:w\s+dni\w{1,2}\s+)?Δ+)\s+){0,2}(?P<word>[a-ząćęłńóśźż]{4,}(?:-[a-ząćęłńóśźż]{4,})?)"
)


def _of_course(masked: Masked, match: re.Match[str], end: int) -> list[Field]:
    """Read what a course is of, right after the noun: "kurs kwalifikowanej pierwszej pomocy", "kurs barmański"."""
    word = _NEXT_WORD.match(masked.text, match.end(), end)
    if (
        not match.group().lower().startswith(("kurs", "ucz", "pozna", "rozpocz", "zacz", "ukończ", "skończ"))
        or word is None
        or is_finite(word["word"])
        or lemmas(word["word"]) & _NOT_SUBJECTS
    ):
        return []
    if word["word"].endswith(("dniowy", "godzinny", "dniowego", "godzinnego")) or word["word"] in (
        "został",
        "która",
        "który",
    ):
        return []
    if _is_participle(word["word"]) or (word.start("word") > match.end() + 1 and _are_people(word["word"])):
        return []
    last = word["word"].rsplit("-", 1)[-1]  # "kadrowo-płacowy"
    if not (can_be(last, "gen") or (adjectives(last) and can_be(last, "nom"))):
        return []
    begin, stop = clipped(masked, *clause(masked, word.start("word"), until="ΔΝΠΩ"))
    return [Field("subject", masked.words(begin, stop), begin, stop, 0.7)] if stop - begin > 3 else []


def _is_participle(word: str) -> bool:
    """Whether a word only says what was done: "uczestnicy kursu prowadzonego przez …"."""
    kinds = {reading.kind for reading in known(word)}
    return "ppas" in kinds and "subst" not in kinds


def _are_told_of(word: str) -> bool:
    """Whether a word tells what several do or what is done to them: "szkolenie pracowników zwalnianych z huty"."""
    return any(r.kind in ("ppas", "pact") and "pl" in r.numbers and "gen" in r.cases for r in known(word))


def _are_people(word: str) -> bool:
    """Whether a word can be those who learn: "uczyli się w Λ pracownicy socjalni"."""
    return any("m1" in r.genders and "nom" in r.cases and "pl" in r.numbers for r in nouns(word))


_FAR = 90


def _is_far(masked: Masked, at: int, found: re.Match[str]) -> bool:
    """Whether a finite verb or too many words stand between the training and what it might be about."""
    between = masked.text[at : found.start()]
    words = _WORD.findall(masked.text[at : found.end()])
    if len(words) > 1 and words[-1] in ("z", "ze") and _are_told_of(words[-2].lower()):
        return True
    return len(between) > _FAR or bool(
        re.search(r"[.;:|]", between.replace(". ", "", 1) if "br." in between else between)
    )


_WORD = re.compile(r"[^\W\d_]+")
_CLIP = re.compile(
    r"\s+(?:we?|na)\s+(?=(?:sali|auli|hali|siedzibie|budynku|bibliotece|świetlicy|remizie|szkole|urzędzie|domu|ośrodku|klubie|dniach|godzinach)\b)|\s+(?:dla|przeznaczon\w+|prowadzon\w+|przez|podczas|w\s+ramach|które|która|ruszy|ruszą|rusza|trwał|trwało|potrwa|potrwają|kończy|zakończy)\s|\s+(?:we?|do)\s+(?=Λ)|,\s+(?=[ΛΔ]|\w+(?:dniow|godzinn)[yaei]|start\b|początek\b|inauguracja\b)|,\s+(?:pierwotnie|wcześniej|początkowo|które|który|w\s+którym|podczas|a|prowadz\w+|przeprowadzon\w+)\s|\s*\("
)


def clipped(masked: Masked, start: int, end: int) -> tuple[int, int]:
    found = _CLIP.search(masked.text + " ", start, end + 1)
    end = min(end, found.start()) if found and found.start() > start + 3 else end
    tail = re.search(r"\s+(?:w|z|od|do|dnia|w\s+dni(?:u|ach)|na)\s*$", masked.text[start:end])
    return start, start + tail.start() if tail else end


def _said_for(masked: Masked, match: re.Match[str]) -> list[Field]:
    if not match["for"]:
        return []
    begin, stop = match.span("for")
    return [Field("audience", masked.words(begin, stop), begin, stop, 0.75)]


def subject_later(masked: Masked, span: tuple[int, int]) -> list[Field]:
    """Read "Jego tematem było …", "Nosiło tytuł „…”" in a later sentence."""
    found = re.compile(r"\b(?:temat\w*|tytuł\w*|dotycz\w+|poświęcon\w+)\b", re.I).search(masked.text, *span)
    if not found:
        return []
    quote = masked.under(found.end(), span[1], "Θ")
    if quote:
        return masked.fields("subject", quote[:1])
    about = re.compile(
        r"\s+(?:(?:szkolenia|kursu|zajęć|spotkania)\s*[:–-]?\s+)?(?:(?:był[aoy]?|jest|są|będzie|będą|ono|on)\s+)*"
    ).match(masked.text, found.end())
    begin, stop = clipped(masked, *clause(masked, about.end() if about else found.end(), until="ΔΝΠ"))
    return [Field("subject", masked.words(begin, stop), begin, stop, 0.7)] if stop - begin > 3 else []


_HEADING = re.compile(r"\s*(?:\d{1,2}[.)]\s*|[-–•*]\s*)?(?P<title>Θ+)[.:,]?\s*$")


def heading_above(masked: Masked, at: int) -> list[Field]:
    """Return the title that stands alone, or as an item, in the line above labels."""
    end = masked.text.rfind("\n", 0, at)
    begin = masked.text.rfind("\n", 0, max(0, end)) + 1
    found = _HEADING.match(masked.text, begin, end) if end > begin else None
    return masked.fields("subject", masked.under(*found.span("title"))[:1]) if found else []


def with_heading(masked: Masked, told: list[list[Field]]) -> list[list[Field]]:
    """Give the one training a text tells of without a subject that of its heading: "Szkolenie z dostępności"."""
    end = masked.sentences[0][1] if masked.sentences else 0
    subjects = [one for fields in told for one in fields if one.name == "subject"]
    in_heading = (
        subjects[:1] if subjects and subjects[0].start < end and masked.text[end - 1] not in ".!?" else []
    )
    bare = [fields for fields in told if {one.name for one in fields} & {"date", "participants"}]
    if (
        len(subjects) != 1
        or not in_heading
        or any(one.name == "subject" for fields in bare for one in fields)
    ):
        return told
    return [in_heading + bare[0]] if bare else told


def is_told_next(masked: Masked, match: re.Match[str]) -> bool:
    """Whether "uczy się szycia" only tells of the course the next sentence names with a subject of its own."""
    number = masked.document.sentence_number(match.start()) + 1
    if not match.group().startswith(("uczy", "uczą")) or number >= len(masked.sentences):
        return False
    begin, stop, _paragraph = masked.sentences[number]
    other = TRAINING.search(masked.text, begin, stop)
    return bool(other and subject_of(masked, other, begin, stop))
