"""Laureates whom nothing tells to be a body: a name in capitals right where only who won can stand.

"Drugie miejsce zajął Drukpol", "wyróżnienie trafiło do pracowni filcu Owca Mać", "III miejsce – Meble Rychtal": such
a name is laid over the text as an organisation, for awards alone.
"""

import copy
import re
from collections.abc import Iterator

from spoiwo.reading.facts.award_names import heads_of_contests
from spoiwo.reading.facts.award_titles import titles_of
from spoiwo.reading.facts.award_words import CATEGORY, WON_SOMETHING
from spoiwo.reading.facts.bodies import Organisation
from spoiwo.reading.facts.masks import ORGANISATION, Masked, Sign
from spoiwo.reading.facts.naming import nominative
from spoiwo.reading.facts.organisation_words import HEADS, NOT_ORGANISATIONS, OFFICES
from spoiwo.reading.facts.words import adjectives, can_be, has_name, is_finite, known, lemmas, listed, nouns

_TRADES = {noun for noun, kind in HEADS.items() if kind == "firma"} | listed(
    "hotel motel sklep studio gabinet bar bistro market zakład warsztat sieć atelier ranczo gospoda myjnia stajnia "
    "siłownia butik delikatesy winiarnia żłobek przedszkole kino galeria wydawnictwo biuro agencja herbaciarnia agroturystyka"
)
_CALLED = listed("firma przedsiębiorstwo")  # says what it is, and is no part of the name
_CAP = r"(?:[A-ZĄĆĘŁŃÓŚŹŻ](?:[\w&’'+-](?![ΩΥΦΠΔΛΝΘ]))*[\w&’'+-]|[ΛΥ]+|Π+|Θ+)"
_SMALL = r"[a-ząćęłńóśźż-]{3,}"
_NAME = (
    rf"(?P<name>(?:(?:{_SMALL}\s+){{1,3}}?)?{_CAP}(?:\s+(?:(?:nad|pod|na|u)\s+)?{_CAP}){{0,4}}"
    rf"|[A-ZĆŁŚŹŻ]\w+(?:\s+{_SMALL}){{1,2}}\s+{_CAP}(?:\s+{_CAP}){{0,3}})"
)
_ENDS = r"(?=\s*[,.;:!?()\n]|\s+(?:ze?|we?|i|oraz|a|za|który|która|które|spod|–|-|—)\s|\s*$)"
_ROW_JOINT = r"(?:,\s+(?:a\s+także\s+|oraz\s+|i\s+)?|\s+(?:i|oraz)\s+)"
_SEAT = r"(?:\s+(?:ze?|we?)\s+(?:Λ+|[A-ZŁŚŻŹĆ]\w+))?"
_ADVERB = r"(?:(?:też|także|również|natomiast|zaś|ponownie|ostatecznie|wreszcie|niespodziewanie|w\s+tym\s+roku|wówczas|ex\s+aequo|odpowiednio|:)\s+){0,2}"
_ALONE = re.compile(
    rf"\b(?:[Zz]wycięży|[Ww]ygra|[Tt]riumfowa|[Zz]atriumfowa)ł[aoy]?:?\s+{_ADVERB}{_NAME}{_ENDS}"
)
_AFTER_PRIZE = re.compile(
    r"\b(?:zdoby|otrzyma|dosta|wywalczy|odebra|uzyska|zgarnę|zaję|okaza|zosta|wyróżni|nagrodzi|uhonorowa|doceni|sięgnę|by|zrobi|znalaz|znaleź)"
    rf"(?:ł[aoy]?|li)(?:\s+(?:się|nimi|nim|nią|to|ją|go|je))?:?\s+{_ADVERB}{_NAME}{_ENDS}|"
    rf"\b(?:zajął|zgarnął|sięgnął|zajęli|zajęły):?\s+{_ADVERB}{_NAME.replace('<name>', '<other>')}{_ENDS}"
)
_HONOURED = re.compile(
    rf"\b(?:[Ww]yróżniono|[Nn]agrodzono|[Uu]honorowano|[Dd]oceniono|okaza\w+\s+się|najwyżej\s+oceni\w+|najlepsz[yae]\s+by(?:ł[ao]?)):?\s+{_ADVERB}{_NAME}{_ENDS}"
)
_GIVEN = re.compile(
    rf"\b(?:przypad\w+(?:\s+w\s+udziale)?|przyznan\w+|nadan\w+|wręczon\w+)\s+{_ADVERB}{_NAME}{_ENDS}|"
    rf"\b(?:trafi\w+|powędrowa\w+|pojecha\w+|poszł\w+|Θ|ΘΘ)\s+{_ADVERB}(?:do|dla|w\s+ręce)\s+{_NAME.replace('<name>', '<other>')}{_ENDS}"
)
_AFTER_TITLE = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:i\s+(?:statuetka|dyplom|puchar)\s+)?(?:ex\s+aequo:?\s*)?(?:[–—-]\s+|:\s+)?(?:(?:do|dla)\s+)?{_NAME}{_ENDS}"
)
_AFTER_CATEGORY = re.compile(rf"\bkategori[ai]:?\s+(?:Θ+|[^.:\n–Θ]{{3,50}}?)\s*(?::|[–-])\s+{_NAME}{_ENDS}")
_AFTER_QUOTE = re.compile(rf"Θ+\s+[–—-]\s+{_NAME}{_ENDS}")
_AFTER_LIST = re.compile(
    rf"\b(?:[Ll]aurea[tc]|[Zz]wycięzc|[Nn]agrodzeni|[Ww]yróżnieni|[Tt]riumfator)\w*[^.:ΩΥΠ]{{0,60}}:\s+{_NAME}{_ENDS}"
)
_IN_ROW = re.compile(rf"Ω+{_SEAT}{_ROW_JOINT}{_NAME}(?={_SEAT}(?:\s*[,.;:!?()\n]|\s+(?:i|oraz)\s))")
_FIRST = re.compile(
    rf"(?:[-–•*]\s+|\d[.)]\s+)?{_NAME}{_SEAT}\s+(?:zdoby|otrzyma|dosta|wywalczy|odebra|wygra|zwycięży|triumfowa|zajął|zajęł|zosta\w+\s+(?:\w+\s+)?(?:laure|zwyci|wyróż|nagr|uhon)|"
    r"sięgn|okaza|z\s+(?:tytułem|nagrodą|wyróżnieniem|statuetką)|laureat|nagrodzon|wyróżnion)"
)
_HAS_HONOURS = re.compile(
    r"\b(?:konkurs|plebiscy|ranking|turniej|nagrod|statuet|wyróżnie|laurea|certyfikat|tytuł|medal|odznak|puchar)",
    re.IGNORECASE,
)
_NEVER = (
    OFFICES
    | (NOT_ORGANISATIONS - {"hotel"})
    | listed(
        "konkurs plebiscyt ranking turniej gala nagroda statuetka tytuł puchar medal dyplom order laur odznaka certyfikat wyróżnienie "
        "grand prix miejsce złoty srebrny brązowy kryształowy platynowy diamentowy złoto srebro brąz krzyż on ona ono nasz to ten oni "
        "polska europa rok znak godło lider liderka mistrz mistrzyni ambasador człowiek kobieta pracodawca specjalny honorowy główny "
        "pierwszy drugi trzeci uczeń uczennica kapituła jury komisja gmina powiat województwo miasto wieś sołectwo drużyna ekipa "
        "reprezentacja klasa zwycięzca laureat laureatka szkoła zespół"
    )
)
_SURNAME = re.compile(r"(?:sk[iaą]|ck[iaą]|dzk[iaą]|icz|yk|ak|ek|ik|uk|ów|owicz|ego|emu|ów|ską|iej)$")


def with_guesses(masked: Masked) -> Masked:
    """Return the text with such names laid as organisations; the text itself where there are none."""
    if not _HAS_HONOURS.search(masked.text):
        return masked
    guessed, is_new = _with_groups(_with_villages(masked)), True
    while is_new:  # a name may stand in a row with one that was guessed
        found = [*_guesses(guessed)]
        is_new = bool(found)
        for start, end in found:
            guessed = _laid(guessed, start, end, _name_of(guessed, start, end) or "")
    return guessed


def _with_groups(masked: Masked) -> Masked:
    """Return the text with groups that only a quotation names laid as bodies, in the sentences that tell of winning."""
    for start, end, _paragraph in masked.sentences:
        if WON_SOMETHING.search(masked.text, start, end) or _ALONE.search(masked.text, start, end):
            for begin, stop, name in [*_groups(masked, start, end)]:
                masked = _laid(masked, begin, stop, name)
    return masked


_VILLAGE = re.compile(
    r"(?<=Ω)\s+we?\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ej|ie|ach|u|y|i|ym)(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ie|ach|u|y|i|ej|ym|im))?(?=[,.;)\n]|\s+(?:za|i|oraz)\s)"
)
_OF_VILLAGES = re.compile(
    r"(?:Zespół Szkół|Ochotnicza Straż|Koło Gospodyń|Szkoła|Przedszkole|Dom Pomocy|Biblioteka|Parafia)\b[^„]*$"
)


def _with_villages(masked: Masked) -> Masked:
    """Return the text where a school or a brigade is named with its village, though no register knows the place."""
    for match in _VILLAGE.finditer(masked.text):
        body = next(
            (
                one
                for one in masked.under(max(0, match.start() - 200), match.start(), "Ω")
                if one.end == match.start()
            ),
            None,
        )
        if body and not body.thing.seat and _OF_VILLAGES.match(body.thing.name):
            name = body.thing.name + " " + masked.words(*match.span()).strip()
            masked = _laid(masked, body.start, match.end(), name)
    return masked


def _guesses(masked: Masked) -> Iterator[tuple[int, int]]:
    taken = 0
    for start, end, _paragraph in masked.sentences:
        is_told = (
            _GOT_IT.search(masked.text, start, end)
            or WON_SOMETHING.search(masked.text, start, end)
            or CATEGORY.search(masked.text, start, end)
        )
        if not is_told and not _ALONE.search(masked.text, start, end):
            continue
        spans = sorted(_spans(masked, start, end))
        for span in spans:
            if span[0] >= taken and _name_of(masked, *span):
                yield span[0], _with_seat(masked, *span)
                taken = span[1]


def _spans(masked: Masked, start: int, end: int) -> Iterator[tuple[int, int]]:
    for rule in (_ALONE, _HONOURED, _GIVEN, _AFTER_CATEGORY, _AFTER_QUOTE, _AFTER_LIST):
        yield from (_span(match) for match in rule.finditer(masked.text, start, end))
    for match in _AFTER_PRIZE.finditer(masked.text, start, end):
        if WON_SOMETHING.search(masked.text, start, match.start()):
            yield _span(match)
    for title in titles_of(masked, start, end):
        after = _AFTER_TITLE.match(masked.text, title.end, end)
        if after and after.start("name") > title.end:
            yield _span(after)
    yield from (_span(match) for match in _IN_ROW.finditer(masked.text, start, end))
    first = _FIRST.match(masked.text, start, end)
    if first:
        yield _span(first)


_GROUP = r"(?:zesp[oó]ł\w*|grup[aęyi]|duet\w*|kapel[aęiy]|chór\w*|drużyn[aęyi]\w?|ekip[aęyi]|gospodarstw\w*|agroturystyk\w*|(?:mini-?)?przedsiębiorstw\w*|klub\w*)"
_QUOTED_GROUP = re.compile(rf"(?<!\w)(?P<whole>{_GROUP}\s+(?P<name>Θ+))")
_QUOTED_AFTER = re.compile(
    r"\b(?:miejsc[aeu]|nagrod[ęąa]|wyróżnieni[ea]|lokat[ęa]|Prix|medal|puchar)\s+(?:\w+\s+)?(?:zaję|zdoby|otrzyma|wywalczy|przypad|trafi|odebra|dosta)\w*\s+(?:do\s+|dla\s+)?(?P<whole>(?P<name>Θ+))(?!\s+(?:organiz|przyzna))"
)


def _groups(masked: Masked, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Return those called by a quotation alone: "zespół „Iskierki”", "drugie miejsce zajęła „Świeca Nyska”"."""
    for rule in (_QUOTED_GROUP, _QUOTED_AFTER):
        for match in rule.finditer(masked.text, start, end):
            quote = masked.under(*match.span("name"), "Θ")
            if quote and not _BY_NAME.search(masked.text, max(start, match.start() - 20), match.start()):
                yield (*match.span("whole"), quote[0].thing.words)


_BY_NAME = re.compile(r"\b(?:przez|w|we|z|ze)\s+$")
_GOT_IT = re.compile(r"\b(?:[Oo]trzyma|[Oo]debra|[Zz]doby|[Dd]osta)\w+\s+(?:je|go|ją)\b")
_IN_SEAT = re.compile(r"\s+we?\s+Λ+(?=\s*[,.;()\n]|\s+(?:i|oraz)\s)")


def _with_seat(masked: Masked, start: int, end: int) -> int:
    """Return where a body called by a common noun ends with its seat: "Hotel Bursztyn w Ustce", no day beside."""
    seat = _IN_SEAT.match(masked.text, end)
    is_called = lemmas(masked.words(start, end).split()[0]) & _TRADES
    return (
        seat.end()
        if seat and is_called and not _DAY_BESIDE.search(masked.text, max(0, start - 30), start)
        else end
    )


_DAY_BESIDE = re.compile(r"Δ")


def _span(match: re.Match[str]) -> tuple[int, int]:
    groups = match.groupdict()
    return match.span("name" if groups.get("name") else "other")


def _name_of(masked: Masked, start: int, end: int) -> str | None:
    """Return what the words call a laureate in the nominative, None where they may be no name at all."""
    seat = _SEAT_AT_END.search(masked.text, start, end)
    if seat:
        name = _name_of(masked, start, seat.start())
        return name and f"{name} {masked.words(*seat.span()).strip()}"
    shown, words = masked.text[start:end], masked.words(start, end).split()
    first = lemmas(words[0])
    if _is_no_name(masked, first, shown, end, len(words)):
        return None
    small = shown[0].islower()
    if small or (
        words[0][:1].isupper() and len(words) > 1 and words[1][:1].islower() and words[1] not in _OVER
    ):
        return _called(words, shown) if first & (_TRADES | _CALLED) else None
    if any(has_name(word, "imię") for word in words) or "Π" in shown:
        return None if not first & _TRADES else nominative(words, 0)
    if first & _TRADES:
        return nominative(words, 0)
    return _bare(words, shown)


def _is_no_name(masked: Masked, first: frozenset[str], shown: str, end: int, count: int) -> bool:
    """Whether words name nobody: a bare trade, half of a longer name, a sign, or what is won."""
    if count == 1 and first & (_TRADES | _CALLED):
        return True
    if _OR_ONE_NAME.match(masked.text, end) and not _is_row(masked, end):
        return True
    if {word.lower() for word in first} & heads_of_contests(masked):
        return True  # "Dąb Młodości" is won in „Dąb Krotoszyński”
    return bool(first & _NEVER or re.fullmatch(r"[ΛΥ ]+|Π+|Θ+|Δ+", shown) or shown[0] in "ΠΘΥ")


_SEAT_AT_END = re.compile(r"\s+we?\s+Λ+$")
_OVER = listed("nad pod na u")
_OR_ONE_NAME = re.compile(r"\s+i\s+(?P<word>[A-ZŁŚŻŹĆ]\w+)")


def _is_row(masked: Masked, end: int) -> bool:
    """Whether what "i" joins to a name is another: not "pracownia Glina i Ogień"."""
    match = _OR_ONE_NAME.match(masked.text, end)
    word = match["word"] if match else ""
    return not nouns(word) or bool(lemmas(word) & _TRADES)


def _called(words: list[str], shown: str) -> str | None:
    """Return "pracowni filcu Owca Mać" as "pracownia filcu Owca Mać", "firmie Warta Meble" as "Warta Meble"."""
    between = [word for word in words[1:] if word[:1].islower()]
    if any(is_finite(word) or not (nouns(word) or adjectives(word) or word in _OVER) for word in between):
        return None
    if lemmas(words[0]) & _CALLED and not between:
        return None if "Π" in shown else " ".join(words[1:])
    if re.fullmatch(r"(?:\w+\s+){1,3}[ΛΥ]+", shown) and not between:
        return None  # "hotel Gołębiewski" is one, "zakład Koło" may be none
    return nominative(words, 0)


def _bare(words: list[str], shown: str) -> str | None:
    """Return a name without any noun that calls it something, where no word of it is inflected."""
    if len(words) == 1:
        word = words[0]
        given = word[:-3] if word.endswith("owi") else word
        is_known = known(word) or _SURNAME.search(word) or (word.isupper() and len(word) < 5)
        return None if is_known or "Λ" in shown else given
    nominal = [word for word in words if known(word)]
    if not all(can_be(word, "nom") for word in nominal if word[:1].isupper()) or is_finite(words[0]):
        return None
    return " ".join(words)


def _laid(masked: Masked, start: int, end: int, name: str) -> Masked:
    first, last = masked.document.token_at(start), masked.document.token_at(end)
    masked = copy.copy(masked)
    masked.signs = {at: sign for at, sign in masked.signs.items() if not start <= at < end}
    masked.signs[start] = Sign(ORGANISATION, start, end, Organisation(name, "firma", start, end, first, last))
    cover = ORGANISATION * (end - start)
    masked.text = masked.text[:start] + cover + masked.text[end:]
    masked.with_numbers = masked.with_numbers[:start] + cover + masked.with_numbers[end:]
    masked.titles = {}
    return masked
