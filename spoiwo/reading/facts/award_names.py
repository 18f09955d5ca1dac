"""Titles without quotation marks: "Pracownikiem Roku Służb Zatrudnienia", "tytuł Lokalnego Lidera", "najlepszy pracodawca roku"."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.words import adjectives, agree, can_be, is_finite, lemmas, listed, nouns

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
# "… Roku", the year after it, and what it is of: "Roku 2012", "Roku Publicznych Służb Zatrudnienia".
_OF_YEAR = re.compile(
    rf"(?P<before>(?:(?![ΩΥΦΠΔΛΝΘ]){_WORD}\s+){{1,5}})(?P<year>[Rr]oku)\b(?P<after>(?:\s+(?:\d{{4}}|ΔΔΔΔ)(?!\.?\d|Δ))?(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:-[A-ZŁŚŻŹĆ]\w+)?){{0,4}})"
)
# "Człowiek ΔΔΔΔΔΔΔΔΔ": the year and "Roku" were read as a date.
_OF_DATED_YEAR = re.compile(
    rf"(?P<before>(?:(?![ΩΥΦΠΔΛΝΘ]){_WORD}\s+){{1,4}})(?P<year>Δ{{9,11}})(?!Δ)(?P<after>)"
)
_NO_TITLE = listed(
    "ten tamten ubiegły zeszły bieżący następny przyszły każdy cały koniec początek połowa ciąg przełom plan podsumowanie szkolny "
    "kalendarzowy budżetowy nowy stary dany jeden drugi trzeci pierwszy ostatni pół czas miesiąc kwartał dzień termin wczesny "
    "raz lato zima jesień wiosna nagroda gala tytuł konkurs plebiscyt edycja który sam pora okres wynik dotacja"
)
# Who and what is chosen once a year; another noun is a title only in capitals.
_CHOSEN = listed(
    "pracodawca pracodawczyni pracownik pracownica przedsiębiorca mikroprzedsiębiorca firma mikrofirma przedsiębiorstwo człowiek kobieta "
    "wolontariusz wolontariuszka społecznik społeczniczka lider liderka nauczyciel nauczycielka doradca doradczyni pośrednik sołtys "
    "sołtyska rolnik rzemieślnik absolwent absolwentka uczeń uczennica stażysta stażystka mentor mentorka trener trenerka "
    "menedżer menedżerka bibliotekarz bibliotekarka produkt usługa innowacja inwestycja inwestor debiut wydarzenie inicjatywa projekt "
    "osobowość postać organizacja gmina powiat urząd szkoła spółdzielnia fundacja stowarzyszenie partner partnerstwo opiekun opiekunka "
    "pielęgniarka mistrz mistrzyni kucharz kucharka gospodarz gospodyni sklep restauracja rodzina student studentka sportowiec "
    "ambasador ambasadorka filantrop darczyńca przyjaciel strażak policjant ratownik kierowca asystent asystentka praktyka start-up"
)
# "tytuł Lokalnego Lidera Zatrudnienia", "Nagroda Przyjaciel Szkoły": a name in capitals after what it is.
_CALLED = re.compile(
    r"\b(?i:tytuł|mian|godnoś|certyfika|zna[kc])\w*(?:\s+(?i:honorow\w+|jakości))?(?:\s+(?:i|oraz)\s+[a-ząćęłńóśźż]+)?\s+(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:[ -](?:(?:i|dla|na|z|w|bez|do|od)\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){1,5}(?:\s+[ΥΛ]+)?(?:\s+(?:\d{4}|ΔΔΔΔ)(?!\.?\d|Δ))?|Ω+(?=\s+(?:otrzym|przyzn|przypad|nagr|uhonor|wyróż|nada|wręcz|trafi|zdoby|odebr|dosta|[ΩΠ])))"
)
# "Statuetki Gostyńskiego Niedźwiedzia": called by a name in the genitive.
_STATUE_OF = re.compile(
    r"\b[Ss]tatuet\w+\s+(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:[ -][A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){1,3})"
)
_NAMED_AS = re.compile(
    r"\b(?:zosta[łl][aoiy]?|została?by|okaza[łl]\w*\s+się|ogłoszon\w+|okrzyknięt\w+|uznan\w+|wybran\w+|mianowan\w+)\s+(?:również\s+|także\s+|właśnie\s+|(?:po\s+)?raz\s+\w+\s+|\w+\s+raz\s+(?:z\s+rzędu\s+)?)?(?P<name>(?:Honorow\w+\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ą|em|im|ym)(?:\s+(?:(?:i|dla|na|z|w)\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){1,4}(?:\s+(?:\d{4}|ΔΔΔΔ)(?!\.?\d|Δ))?)"
)
# "Filarem Powiatu w dziedzinie gospodarki została Ω": the same before its verb.
_MADE = re.compile(
    r"(?:(?<=[.!?•*]\s)|(?<=[–-]\s)|^|(?<=\n)|(?<=[,;]\s)|\b(?:a|i|oraz|zaś|natomiast)\s+)(?P<name>(?:Honorow\w+\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ą|em|im|ym)(?:\s+(?:(?:i|dla|na|z|w)\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){1,3}(?:\s+(?:\d{4}|ΔΔΔΔ)(?!\.?\d|Δ))?)"
    r"(?=(?:\s+w\s+(?:kategorii|dziedzinie)\s+[^.,;ΩΥΠ]{3,40}?)?\s+(?:(?:kapituła|jury|komisja|mieszkańcy|czytelnicy)\s+)?(?:został|ogłos|ogłoszon|wybra|okrzykn|uznan|mianowa|obwoła))"
)
_HONOURED = listed(
    "mistrz mistrzyni wicemistrz wicemistrzyni lider liderka ambasador ambasadorka obywatel obywatelka przyjaciel przyjaciółka pracodawca "
    "wolontariusz wolontariuszka społecznik osobowość król królowa miss firma gmina powiat mecenas filantrop patron człowiek kobieta "
    "nauczyciel nauczycielka majster czeladnik czeladniczka sołtys gospodyni pracownik uczeń uczennica absolwent absolwentka "
    "zasłużony zasłużona dobrodziej złoty srebrny brązowy bursztynowy kryształowy filar perła diament gwiazda anioł orzeł rzemieślnik"
)


def _is_of_honour(name: str) -> bool:
    """Whether a name in capitals is one people are honoured with, by its noun: "Solidny Pracodawca Ziemi Łódzkiej"."""
    words = name.split()
    return bool(lemmas(words[0]) & _HONOURED or (adjectives(words[0]) and lemmas(words[1]) & _HONOURED))


_SAID_OF = re.compile(
    r"\b(?:konkurs|plebiscy|ranking|turniej|tytuł|statuetk|nagrod|mian|certyfikat|laur|gal)\w*(?:\s+(?:pn\.|o\s+tytuł|o|im\.))?\s+$",
    re.IGNORECASE,
)


def _told_names(masked: Masked) -> list[tuple[str, bool, re.Pattern[str]]]:
    """Return the names said in quotation marks: the words, whether they end in a year, how they are found inflected."""
    if masked.told_names is None:
        masked.told_names = []
        for sign in masked.under(0, len(masked.text), "Θ"):
            words = sign.thing.words.split()
            is_name = 2 <= len(words) <= _LONGEST and all(
                word[0].isupper() or len(word) < 4 for word in words
            )
            if is_name and _SAID_OF.search(masked.text, max(0, sign.start - 40), sign.start):
                stems = (
                    re.escape(w[: max(3, len(w) - 3)]) + r"\w{0,4}" if len(w) > 3 else re.escape(w)
                    for w in words
                )
                rule = r"\b" + r"\s+".join(stems) + r"\b(?P<year>\s+(?:\d{4}|ΔΔΔΔ)(?!\.?\d|Δ))?"
                masked.told_names.append((sign.thing.words, words[-1].isdigit(), re.compile(rule)))
    return masked.told_names[:_MOST]


def _quoted_elsewhere(masked: Masked, start: int, end: int) -> list[Field]:
    """Return names said in quotation marks elsewhere where they stand without: "Otwartą Dłoń 2018 przyznano Ω"."""
    found = []
    for name, has_year, rule in _told_names(masked):
        for match in rule.finditer(masked.with_numbers, start, end):
            year = masked.words(*match.span("year")).strip() if match["year"] and not has_year else ""
            found.append(Field("title", " ".join(filter(None, (name, year))), *match.span(), 0.85))
    return found


_MOST = 20  # names that are looked for
_LONGEST = 5  # words of a name that is told again without quotation marks


_CAPS = re.compile(
    r"(?<![„\w])(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:\s+(?:i\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){0,3})(?!\w)"
)
_OF_CONTEST = re.compile(
    r"\b(?:konkurs|plebiscy|ranking|turniej|przegląd|gal|finał|edycj)\w*\s+(?:o\s+)?$", re.IGNORECASE
)


def heads_of_contests(masked: Masked) -> frozenset[str]:
    """Return the nouns in the names of the contests: "jabłko" of „Jabłko Pomorza Zachodniego”, whose prizes bear it."""
    if masked.heads is None:
        named = [name for name, _has_year, _rule in _told_names(masked)]
        words = [word for name in named for word in name.split() if word[0].isupper()]
        found = {
            lemma.lower()
            for word in words
            if not lemmas(word) & _TOO_COMMON
            for lemma in _lemmas_of_noun(word)
        }
        ends = [match["word"] for name in named if (match := _WITH.search(name))]
        masked.heads = frozenset(found | {one.word.lower() for word in ends for one in nouns(word)})
    heads: frozenset[str] = masked.heads
    return heads


_WITH = re.compile(r"\bze?\s+(?P<word>[A-ZŁŚŻŹĆ]\w+)$")  # "Człowiek z Iskrą"


def _lemmas_of_noun(word: str) -> set[str]:
    return set() if adjectives(word) else {one.word.lower() for one in nouns(word) if "nom" in one.cases}


# Too many things are called so to be known as a prize.
_TOO_COMMON = listed(
    "powiat gmina urząd praca rok firma konkurs ziemia region człowiek młody dobry szkoła rynek miasto miejsce razem bank dom"
)


def _named_after_contest(masked: Masked, start: int, end: int) -> list[Field]:
    """Return what bears the contest's noun: "Żubr Tradycji" of „Żubry Podlasia”, "Kormoran Jezioraka" of „Jeziorak”."""
    heads, found = heads_of_contests(masked), []
    for match in _CAPS.finditer(masked.text, start, end) if heads else ():
        words = match["name"].split()
        if len(words) == 1:
            one = _said_in_full(masked, match, heads) or _said_alone(masked, match, heads)
        elif _OF_CONTEST.search(masked.text, max(start, match.start() - 30), match.start()):
            one = None
        else:
            name = _with_noun_of(words, heads)
            one = Field("title", name, *match.span("name"), 0.85) if name else None
        found += [one] if one else []
    return found


def _with_noun_of(words: list[str], heads: frozenset[str]) -> str | None:
    """Return words in capitals in the nominative where their noun, or the genitive after it, is one of a contest."""
    at = next((i for i, word in enumerate(words) if {one.word.lower() for one in nouns(word)} & heads), None)
    if at == 1 and not adjectives(words[0]) and nouns(words[0]) and can_be(words[1], "gen"):
        return nominative(words, 0, singular=True)
    if at is None or any(not adjectives(word) for word in words[:at]):
        return None
    lemma = next(one.word for one in nouns(words[at]) if one.word.lower() in heads)
    return nominative(words, at, lemma.lower(), singular=True)


_GIVEN_BY_IT = re.compile(
    r"\s[^.;]{0,42}?\b(?:nagrodz|uhonorowa|wyróżni|odznacz|przyzna|otrzyma|dosta|trafi|przypad|powędrowa|zdoby)\w*",
    re.IGNORECASE,
)


def _said_in_full(masked: Masked, match: re.Match[str], heads: frozenset[str]) -> Field | None:
    """Return "Kryształowe Jabłko" for the bare "Jabłkiem nagrodzono Ω": what bore the same noun before."""
    own = {one.word.lower() for one in nouns(match.group())}
    if not own or not _GIVEN_BY_IT.match(masked.text, match.end()):
        return None
    said = set()
    for earlier in _CAPS.finditer(masked.text, 0, match.start()):
        words = earlier["name"].split()
        name = _with_noun_of(words, heads) if len(words) > 1 else None
        if name and own & {lemma.lower() for word in words for lemma in lemmas(word)}:
            said.add(name)
    return Field("title", said.pop(), *match.span(), 0.8) if len(said) == 1 else None


_TAKEN = re.compile(
    r"(?:\s+w\s+kategorii\s+(?:Θ+|[^.,;ΩΥΠ]{3,40}?))?\s+(?:dosta|otrzyma|zdoby|odebra|wywalczy)\w+\s",
    re.IGNORECASE,
)


def _said_alone(masked: Masked, match: re.Match[str], heads: frozenset[str]) -> Field | None:
    """Return "Iskra" for "Iskrę w kategorii „pracodawca” dostał Π", where the contest is „Człowiek z Iskrą”."""
    if not {one.word.lower() for one in nouns(match.group())} & heads:
        return None
    if not can_be(match.group(), "acc") or not _TAKEN.match(masked.text, match.end()):
        return None
    name = nominative([match.group()], 0, singular=True)
    return Field("title", name, *match.span(), 0.8) if name else None


def unquoted_titles(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the titles between two offsets that stand without quotation marks, in the nominative.

    >>> # "została Pracownikiem Roku Służb Zatrudnienia" → "Pracownik Roku Służb Zatrudnienia"
    """
    found = [_of_year(masked, m) for m in _OF_YEAR.finditer(masked.with_numbers, start, end)]
    found += [
        _of_year(masked, m)
        for m in _OF_DATED_YEAR.finditer(masked.with_numbers, start, end)
        if masked.document.text.startswith(("Roku", "roku"), m.start("year"))
    ]
    found += [_in_capitals(masked, m) for m in _CALLED.finditer(masked.with_numbers, start, end)]
    found += [
        one
        for m in _STATUE_OF.finditer(masked.with_numbers, start, end)
        if (one := _in_capitals(masked, m)) and can_be(m["name"].split()[0], "gen")
    ]
    found += [
        one
        for m in _NAMED_AS.finditer(masked.with_numbers, start, end)
        if (one := _in_capitals(masked, m)) and _is_of_honour(str(one.value))
    ]
    found += [
        one
        for m in _MADE.finditer(masked.with_numbers, start, end)
        if (one := _in_capitals(masked, m)) and _is_of_honour(str(one.value))
    ]
    kept = _quoted_elsewhere(masked, start, end)
    for one in [*found, *_named_after_contest(masked, start, end)]:
        if one and not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def _of_year(masked: Masked, match: re.Match[str]) -> Field | None:
    """Return "Najlepszy pracodawca roku" of "Najlepszym pracodawcą roku okrzyknięto Ω"."""
    words = [
        (m.group(), m.start())
        for m in re.finditer(_WORD, masked.text[: match.end("before")][match.start("before") :])
    ]
    begin = len(words)
    while begin and _may_belong(words[begin - 1][0]):
        begin -= 1
    told = [word for word, _at in words[begin:]]
    head = next(
        (at for at, word in enumerate(told) if nouns(word) and not _is_only_adjective(told, at)), None
    )
    if head is None or any(lemmas(word) & _NO_TITLE for word in told):
        return None
    if begin and words[begin - 1][0].lower() == "na":
        return None  # "konkurs na najlepszego pracodawcę roku"
    if any(not adjectives(word) for word in told[:head]) or len(told) - head > 3:
        return None
    is_name = told[head][0].isupper() and match["year"][0] in "RΔ"
    if not is_name and not lemmas(told[head]) & _CHOSEN:
        return None
    at = match.start("before") + words[begin][1]
    stop = match.end("after")
    name = nominative(masked.words(at, stop).split(), head, singular=True)
    return Field("title", name, at, stop, 0.85) if name else None


def _may_belong(word: str) -> bool:
    return bool(nouns(word) or adjectives(word)) and not is_finite(word) and len(word) > 2


def _is_only_adjective(words: list[str], at: int) -> bool:
    """Whether a word that could be a noun is an adjective of the next one: "Najlepszym pracodawcą"."""
    if at + 1 >= len(words) or not adjectives(words[at]):
        return False
    return any(agree(one, noun) for one in adjectives(words[at]) for noun in nouns(words[at + 1]))


def _in_capitals(masked: Masked, match: re.Match[str]) -> Field | None:
    words = masked.words(*match.span("name")).split()
    head = next(
        (at for at, word in enumerate(words[:3]) if nouns(word) and not _is_only_adjective(words, at)), None
    )
    if head is None or any(not adjectives(word) for word in words[:head]):
        return None
    if not any(can_be(words[head], case) for case in ("gen", "inst", "nom")):
        return None
    name = nominative(words, head)
    beside = words[head + 1 : head + 2]
    if (
        name
        and beside
        and not adjectives(beside[0])
        and can_be(beside[0], "inst")
        and not can_be(beside[0], "gen")
    ):
        name = " ".join([*name.split()[: head + 1], nominative(beside, 0) or beside[0], *words[head + 2 :]])
    return Field("title", name, *match.span("name"), 0.85) if name else None
