"""Names of organisations: their keys for sorting and search, their bare form for comparison, the kind they tell."""

import re
from functools import lru_cache
from typing import NamedTuple

from spoiwo.polish import collation_key, fold
from spoiwo.register.rules.taxonomy import Kind

NAME_KEY_LENGTH = 700
SEARCH_KEY_LENGTH = 1200


class Keys(NamedTuple):
    """What a list sorts by and what its search box looks into."""

    name_key: str
    search_key: str


def keys_of(name: str, *others: str) -> Keys:
    """The keys of a record called `name`; `others` (numbers, town, former names) are only searched.

    Keys are cut to their columns: the head decides the order, and a search for the tail of a name of several
    hundred letters is nobody's need. A few microseconds.
    """
    folded = fold(" ".join(filter(None, (name, *others))))
    return Keys(collation_key(name)[:NAME_KEY_LENGTH], folded[:SEARCH_KEY_LENGTH])


_NOT_WORDS = re.compile(r"[^a-z0-9\u0400-\u04ff]+")

# What a clerk writes short in one list and in full in the next (folded).
_EXPANDED = {
    "pup": "powiatowy urzad pracy", "wup": "wojewodzki urzad pracy", "ug": "urzad gminy", "um": "urzad miejski",
    "umig": "urzad miasta i gminy", "osp": "ochotnicza straz pozarna", "kgw": "kolo gospodyn wiejskich",
    "ops": "osrodek pomocy spolecznej", "gops": "gminny osrodek pomocy spolecznej",
    "mops": "miejski osrodek pomocy spolecznej", "mgops": "miejsko gminny osrodek pomocy spolecznej",
    "pcpr": "powiatowe centrum pomocy rodzinie", "lgd": "lokalna grupa dzialania", "ohp": "ochotnicze hufce pracy",
    "lks": "ludowy klub sportowy", "sp": "szkola podstawowa", "lo": "liceum ogolnoksztalcace", "zs": "zespol szkol",
    "bs": "bank spoldzielczy", "gok": "gminny osrodek kultury", "mok": "miejski osrodek kultury",
    "owes": "osrodek wsparcia ekonomii spolecznej", "cis": "centrum integracji spolecznej",
    "kis": "klub integracji spolecznej", "wtz": "warsztat terapii zajeciowej",
    "phu": "przedsiebiorstwo handlowo uslugowe", "fhu": "firma handlowo uslugowa",
}  # fmt: skip
_LEGAL = re.compile(
    r"\b(?:spolka z ograniczona odpowiedzialnoscia|sp z ?o ?o|prosta spolka akcyjna|spolka komandytowo akcyjna|"
    r"spolka akcyjna|s a|spolka jawna|sp j|spolka komandytowa|sp k|spolka partnerska|sp p|spolka cywilna|s c|"
    r"w likwidacji|w upadlosci|spolka|sa|fundacja|stowarzyszenie|zwiazek stowarzyszen|spoldzielnia|zwykle|rejestrowe|"
    r"organizacja pozytku publicznego|opp|w organizacji)\b"
)
_STOP_WORDS = frozenset(
    ["w", "we", "i", "im", "nr", "na", "z", "ze", "dla", "do", "oraz", "imienia", "numer"]
)


@lru_cache(maxsize=32_768)
def plain_name(name: str) -> str:
    """The name folded, without punctuation: what an import matches by."""
    return _NOT_WORDS.sub(" ", fold(name)).strip()


@lru_cache(maxsize=32_768)
def bare_name(name: str) -> str:
    """The plain name without words of legal form, customary abbreviations written out: what duplicates share.

    “„Razem” sp. z o.o.” and “Spółka z o.o. RAZEM” both give “razem”. A name made of nothing but such words stays whole.
    """
    plain = plain_name(name)
    bare = " ".join(_EXPANDED.get(word, word) for word in _LEGAL.sub(" ", plain).split())
    return bare or plain


def significant_words(bare: str) -> list[str]:
    """Words of a bare name that tell it from another; prepositions and the like are left out."""
    words = bare.split()
    return [word for word in words if word not in _STOP_WORDS] or words


# The first beginning or phrase that fits decides; longer ones stand before shorter ones.
_KIND_SIGNS: tuple[tuple[str, Kind], ...] = (
    ("powiatowy urzad pracy", Kind.COUNTY_LABOUR_OFFICE),
    ("wojewodzki urzad pracy", Kind.VOIVODESHIP_LABOUR_OFFICE),
    ("rada rynku pracy", Kind.LABOUR_MARKET_COUNCIL),
    ("agencja zatrudnienia", Kind.EMPLOYMENT_AGENCY),
    ("ochotnicze hufce pracy", Kind.VOLUNTARY_LABOUR_CORPS),
    ("ochotniczy hufiec pracy", Kind.VOLUNTARY_LABOUR_CORPS),
    ("pomocy spolecznej", Kind.WELFARE_CENTRE),
    ("centrum uslug spolecznych", Kind.WELFARE_CENTRE),
    ("centrum pomocy rodzinie", Kind.WELFARE_CENTRE),
    ("wsparcia ekonomii spolecznej", Kind.SUPPORT_CENTRE),
    ("centrum integracji spolecznej", Kind.INTEGRATION_CENTRE),
    ("klub integracji spolecznej", Kind.INTEGRATION_CLUB),
    ("zaklad aktywnosci zawodowej", Kind.ACTIVITY_ESTABLISHMENT),
    ("terapii zajeciowej", Kind.THERAPY_WORKSHOP),
    ("spoldzielnia socjalna", Kind.SOCIAL_COOPERATIVE),
    ("lokalna grupa dzialania", Kind.LOCAL_ACTION_GROUP),
    ("gospodyn wiejskich", Kind.HOUSEWIVES_CIRCLE),
    ("straz pozarna", Kind.FIRE_BRIGADE),
    ("strazy pozarnej", Kind.STATE_OFFICE),
    ("klub sportowy", Kind.SPORTS_CLUB),
    ("parafia", Kind.CHURCH),
    ("caritas", Kind.CHURCH),
    ("zwiazek zawodowy", Kind.TRADE_UNION),
    ("solidarnosc", Kind.TRADE_UNION),
    ("solectwo", Kind.VILLAGE_UNIT),
    ("starostwo", Kind.COUNTY),
    ("powiat ", Kind.COUNTY),
    ("urzad marszalkowski", Kind.VOIVODESHIP),
    ("wojewodztwo ", Kind.VOIVODESHIP),
    ("urzad wojewodzki", Kind.STATE_OFFICE),
    ("urzad skarbowy", Kind.STATE_OFFICE),
    ("zaklad ubezpieczen spolecznych", Kind.STATE_OFFICE),
    ("urzad gminy", Kind.COMMUNE),
    ("urzad miasta", Kind.COMMUNE),
    ("urzad miejski", Kind.COMMUNE),
    ("gmina ", Kind.COMMUNE),
    ("miasto ", Kind.COMMUNE),
    ("fundacja", Kind.FOUNDATION),
    ("stowarzyszenie", Kind.ASSOCIATION),
    ("towarzystwo", Kind.ASSOCIATION),
    ("bank", Kind.BANK),
    ("izba rzemieslnicza", Kind.CHAMBER),
    ("cech rzemiosl", Kind.CHAMBER),
    ("izba gospodarcza", Kind.CHAMBER),
    ("izba rolnicza", Kind.CHAMBER),
    ("zwiazek pracodawcow", Kind.EMPLOYERS_ORGANISATION),
    ("uniwersytet", Kind.UNIVERSITY),
    ("akademia", Kind.UNIVERSITY),
    ("politechnika", Kind.UNIVERSITY),
    ("szkola wyzsza", Kind.UNIVERSITY),
    ("wyzsza szkola", Kind.UNIVERSITY),
    ("szkola", Kind.SCHOOL),
    ("zespol szkol", Kind.SCHOOL),
    ("liceum", Kind.SCHOOL),
    ("technikum", Kind.SCHOOL),
    ("przedszkole", Kind.SCHOOL),
    ("biblioteka", Kind.CULTURE),
    ("osrodek kultury", Kind.CULTURE),
    ("dom kultury", Kind.CULTURE),
    ("muzeum", Kind.CULTURE),
    ("szpital", Kind.HEALTH),
    ("przychodnia", Kind.HEALTH),
    ("opieki zdrowotnej", Kind.HEALTH),
    ("gospodarstwo rolne", Kind.FARM),
    ("grupa producentow", Kind.PRODUCER_GROUP),
    ("klaster", Kind.PRODUCER_GROUP),
    ("radio ", Kind.MEDIA),
    ("tygodnik", Kind.MEDIA),
)
_FIRM = re.compile(
    r"\b(?:sp z ?o ?o|s a|sp j|sp k|s c|spolka|przedsiebiorstwo|zaklad produkcyjny|phu|fhu|firma)\b"
)


@lru_cache(maxsize=32_768)
def guess_kind(name: str) -> Kind | None:
    """What a name says its bearer is; None where it says nothing."""
    plain = plain_name(name)
    if _FIRM.search(plain) and not plain.startswith(("stowarzyszenie", "fundacja", "bank")):
        return Kind.EMPLOYER
    full = " ".join(_EXPANDED.get(word, word) for word in plain.split())
    return next((kind for sign, kind in _KIND_SIGNS if _stands_in(sign, full)), None)


def _stands_in(sign: str, name: str) -> bool:
    return name.startswith(sign) or f" {sign}" in f" {name} "
