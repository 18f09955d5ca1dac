"""How dates are written: names of months, days in words, and the patterns of whole dates."""

import re

MONTHS = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
]
_LOCATIVE = (
    "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu"
)
_NOMINATIVE = (
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"
)
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
NUMBER_OF = {
    word: 1 + at
    for words in (MONTHS, _LOCATIVE.split(), _NOMINATIVE.split())
    for at, word in enumerate(words)
}
NUMBER_OF |= {roman.lower(): 1 + at for at, roman in enumerate(ROMAN)}

_MONTH = "(?:" + "|".join((*MONTHS, *ROMAN[::-1])) + ")"
_ANY_MONTH = "(?:" + "|".join((*_LOCATIVE.split(), *_NOMINATIVE.split(), *MONTHS)) + ")"
_YEAR = r"(?:19|20)\d\d"
_R = r"(?:\s{0,3}(?:roku|r\.?(?![\w])))"
_THIS = r"(?:br\.?|b\.\s?r\.|bieżącego\s+roku|tego\s+roku)(?!\w)"
_LAST = r"(?:ub\.\s?r\.|ub\.\s?roku|ubiegłego\s+roku|zeszłego\s+roku|minionego\s+roku)"
_NEXT = r"(?:przyszłego\s+roku|następnego\s+roku)"
_WHEN = rf"(?:(?P<year>{_YEAR})(?!\d){_R}?|(?P<this>{_THIS})|(?P<last>{_LAST})|(?P<next>{_NEXT}))"
_DASH = r"\s{0,2}(?:-|–|—|/|i|oraz|do|a)\s{0,2}"
_B, _E = r"(?<![\w./-])", r"(?![\w])"
_S = r"\s{1,4}"

_DAYS = [
    "pierwszego",
    "drugiego",
    "trzeciego",
    "czwartego",
    "piątego",
    "szóstego",
    "siódmego",
    "ósmego",
    "dziewiątego",
    "dziesiątego",
    "jedenastego",
    "dwunastego",
    "trzynastego",
    "czternastego",
    "piętnastego",
    "szesnastego",
    "siedemnastego",
    "osiemnastego",
    "dziewiętnastego",
    "dwudziestego",
]
DAY_OF = {word: 1 + at for at, word in enumerate(_DAYS)}
DAY_OF |= {f"dwudziestego {word}": 21 + at for at, word in enumerate(_DAYS[:9])}
DAY_OF |= {"trzydziestego": 30, "trzydziestego pierwszego": 31}
_SAID_DAY = rf"(?:(?:dwudziestego|trzydziestego){_S})?(?:{'|'.join(_DAYS)})|trzydziestego"

# Every pattern is anchored by digits or by a month's name and repeats nothing without a bound: linear on any text.
_PATTERNS = (
    # 3 marca – 5 kwietnia 2019 r.
    rf"{_B}(?P<day>\d\d?)\.?{_S}(?P<month>{_MONTH})(?:{_S}(?P<year0>{_YEAR}){_R}?)?\s{{0,2}}(?:(?:-|–|—)\s{{0,3}}|do{_S})"
    rf"(?P<day2>\d\d?)\.?{_S}(?P<month2>{_MONTH})(?:{_S}{_WHEN})?{_E}",
    # 3–5 marca 2019 r., od 3 do 5 marca, 3 i 4 marca; also 10, 17 i 24 marca
    rf"{_B}(?P<list>\d\d?(?:,\s\d\d?){{0,8}})\.?{_DASH}(?P<day2>\d\d?)\.?{_S}(?P<month>{_MONTH})(?:{_S}{_WHEN})?{_E}",
    # Ósmego marca 2019 r.
    rf"\b(?P<said>{_SAID_DAY}){_S}(?P<month>{'|'.join(MONTHS)})(?:,?{_S}{_WHEN})?{_E}",
    # 3 marca 2019 r.
    rf"{_B}(?P<day>\d\d?)(?:-go|\.)?{_S}(?P<month>{_MONTH})(?:,?{_S}{_WHEN})?{_E}",
    # od 3.05 do 8.05.2019, 3.05–8.05.2019
    rf"{_B}(?P<day>\d\d?)\.(?P<month>\d\d)\.?\s{{0,2}}(?:-|–|—|do)\s{{0,2}}(?P<day2>\d\d?)\.(?P<month2>\d\d)\.(?P<year>{_YEAR})(?!\d){_R}?",
    # 3–5.03.2019, 03.04.2019–05.04.2019
    rf"{_B}(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year0>{_YEAR}){_R}?{_DASH}"
    rf"(?P<day2>\d\d?)\.(?P<month2>\d\d?)\.(?P<year>{_YEAR})(?!\d){_R}?",
    rf"{_B}(?P<list>\d\d?)\.?\s?[-–]\s?(?P<day2>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{_YEAR})(?!\d){_R}?",
    # 3.03.2019 r., 3.III.2019, 03/03/2019
    rf"{_B}(?P<day>\d\d?)[./]\s?(?P<month>\d\d?|[IVX]{{1,4}})[./]\s?(?P<year>{_YEAR})(?!\d){_R}?",
    # 5.05. (with the second stop, or it is a number)
    rf"{_B}(?P<day>\d\d?)\.(?P<month>0[1-9]|1[0-2])\.(?=[\s,;)]|$)(?!\s{{0,2}}(?:\d|{_MONTH}\b))",
    # 2019-03-05 – 2020-04-30
    rf"{_B}(?P<year0>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\s{{0,2}}(?:-|–|—|do)\s{{0,2}}"
    rf"(?P<year>{_YEAR})-(?P<month2>\d\d)-(?P<day2>\d\d)(?!\d)",
    # 2019-03-05
    rf"{_B}(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d){_R}?",
    rf"{_B}(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>{_YEAR})(?!\d){_R}?",
    # od września 2009 do grudnia 2010 r., styczeń–marzec 2010, w maju i czerwcu 2010 r.
    rf"\b(?P<month>{_ANY_MONTH})(?:{_S}(?P<year0>{_YEAR}){_R}?)?\s{{0,2}}(?:-|–|—|/|do|i)\s{{0,2}}"
    rf"(?P<month2>{_ANY_MONTH})(?:{_S}{_WHEN})",
    # od września do grudnia
    rf"\bod{_S}(?P<bare>{_ANY_MONTH}){_S}do{_S}(?P<bare2>{_ANY_MONTH})\b",
    # w marcu 2019 r., w marcu br.
    rf"(?<!\d\s)(?<!\d\.\s)\b(?P<month>{_ANY_MONTH}){_S}{_WHEN}",
    # w maju
    rf"\b(?:w|we|od|do|na|końcu|koniec|końca|początku|początek|połowie|połowy){_S}(?P<bare>{_ANY_MONTH})\b",
    # Kurs – październik, Laskowice
    rf"[–-]\s(?P<bare>{'|'.join(_NOMINATIVE.split())})(?=[,.;\n])",
    # V 2011 r., 05.2011
    rf"(?<!\d\s)(?<![\w.-])(?P<month>[IVX]{{1,4}}){_S}(?P<year>{_YEAR}){_R}",
    rf"(?<![\w./-])(?P<month>0[1-9]|1[0-2])\.(?P<year>{_YEAR})(?![\d.])",
    # II kwartał 2011 r.
    rf"\b(?P<quarter>I{{1,3}}|IV)\s(?:kwarta\w{{1,3}}|kw\.){_S}{_WHEN}",
    rf"\b(?P<half>I{{1,2}})\s(?:półrocz\w{{1,2}}){_S}{_WHEN}",
    # w latach 2016–2020, rok szkolny 2015/2016
    rf"\b(?:latach|lata|lat|okres|okresie|(?:rok|roku|roku akademickim|roku szkolnym|rok szkolny|rok akademicki)){_S}"
    rf"(?P<year0>{_YEAR})\s?[-–—/]\s?(?P<year>{_YEAR}|\d\d)(?!\d)",
    # w 2019 r., w roku 2019, 2019 rok
    rf"(?<![\w./-])(?P<year>{_YEAR}){_S}?(?:roku|rok|r\.?)(?!\w)",
    rf"\b(?:roku|rok){_S}(?P<year>{_YEAR})(?![\d/.-])",
    # W 2019 powstał klub
    rf"\b[wW]{_S}(?P<year>{_YEAR})(?=\s[a-ząćęłńóśźż])(?!\s\w{{2,}}(?:ach|ów|ych)\b)",
    # 2007 – at the start of a line of a chronicle
    rf"(?:^|\n)(?P<year>{_YEAR})\s[–-]\s(?=[a-ząćęłńóśźż])",
)
PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
THIS_YEAR = re.compile(_THIS, re.IGNORECASE)
