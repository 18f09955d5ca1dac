"""Checks of single values as people type them: official numbers, codes, addresses; each gives value and problem."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.pl import nip, regon


class Problem(StrEnum):
    """What is wrong with a value; `labels` holds the sentences."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_DIGITS = "not_digits"
    NIP_LENGTH = "nip_length"
    NIP_CHECK_DIGIT = "nip_check_digit"
    REGON_LENGTH = "regon_length"
    REGON_CHECK_DIGIT = "regon_check_digit"
    KRS_LENGTH = "krs_length"
    POSTCODE = "postcode"
    EMAIL = "email"
    WEBSITE = "website"
    PHONE = "phone"
    E_DELIVERY = "e_delivery"
    DAY = "day"
    NAME = "name"
    PLACE_UNKNOWN = "place_unknown"
    PLACE_AMBIGUOUS = "place_ambiguous"
    KIND = "kind"
    SECTOR = "sector"
    GENDER = "gender"
    CHANNEL = "channel"
    ENDS_BEFORE_START = "ends_before_start"
    TOO_MANY_CELLS = "too_many_cells"
    REPEATED = "repeated"
    NUMBER_TWICE = "number_twice"
    NUMBERS_DISAGREE = "numbers_disagree"
    MATCH_AMBIGUOUS = "match_ambiguous"


class Checked(NamedTuple):
    """A value in the form it is stored in, or what is wrong with it; `detail` fills the sentence."""

    value: str
    problem: Problem | None = None
    detail: str = ""


# Lengths of the columns these values are stored in; a test holds them equal to the tables.
LENGTHS: Mapping[str, int] = {
    "name": 300, "short_name": 100, "street": 150, "town": 100, "email": 254, "phone": 40, "website": 200,
    "given_name": 80, "family_name": 120, "function": 150, "note": 4000,
}  # fmt: skip

_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][^\W_]{1,62}"
)
_SITE = re.compile(
    r"https?://(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
)
_POSTCODE = re.compile(r"(\d\d)[ \u00a0]?[-–—]?[ \u00a0]?(\d{3})")
_E_DELIVERY = re.compile(r"AE:PL-\d{5}-\d{5}-[A-Z]{5}-\d{2}")
_SEPARATORS = str.maketrans("", "", " -–—‐‑\u00a0\u202f.")
_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")


def check_nip(text: str) -> Checked:
    """A tax identification number as ten digits; a leading PL is dropped (check digit: Dz.U. 2004 nr 165)."""
    digits = text.upper().translate(_SEPARATORS).removeprefix("PL")
    if not digits.isascii() or not digits.isdigit():
        return Checked(text, Problem.NOT_DIGITS)
    try:
        return Checked(nip.validate(digits))
    except InvalidLength:
        return Checked(text, Problem.NIP_LENGTH, str(len(digits)))
    except InvalidChecksum:
        return Checked(text, Problem.NIP_CHECK_DIGIT)
    except ValidationError:
        return Checked(text, Problem.NOT_DIGITS)


def check_regon(text: str) -> Checked:
    """A statistical number as nine or fourteen digits; each part has its own check digit."""
    digits = text.translate(_SEPARATORS)
    if not digits.isascii() or not digits.isdigit():
        return Checked(text, Problem.NOT_DIGITS)
    try:
        return Checked(regon.validate(digits))
    except InvalidLength:
        return Checked(text, Problem.REGON_LENGTH, str(len(digits)))
    except ValidationError:
        return Checked(text, Problem.REGON_CHECK_DIGIT)


def check_krs(text: str) -> Checked:
    """A number of the National Court Register as ten digits; it has no check digit."""
    digits = text.upper().translate(_SEPARATORS).removeprefix("KRS").lstrip(":")
    if not digits.isascii() or not digits.isdigit():
        return Checked(text, Problem.NOT_DIGITS)
    return Checked(digits) if len(digits) == 10 else Checked(text, Problem.KRS_LENGTH, str(len(digits)))


def check_postcode(text: str) -> Checked:
    """A postcode as NN-NNN."""
    found = _POSTCODE.fullmatch(text.strip())
    return Checked(f"{found[1]}-{found[2]}") if found else Checked(text, Problem.POSTCODE)


def check_email(text: str) -> Checked:
    """An address of one mailbox; the domain is put into small letters."""
    text = text.strip().removeprefix("mailto:")
    if not _EMAIL.fullmatch(text) or len(text) > LENGTHS["email"]:
        return Checked(text, Problem.EMAIL)
    mailbox, _, domain = text.rpartition("@")
    return Checked(f"{mailbox}@{domain.lower()}")


def check_website(text: str) -> Checked:
    """An address of a website; https:// is put before one typed without it."""
    text = text.strip()
    address = text if "://" in text else f"https://{text}"
    if not _SITE.fullmatch(address) or len(address) > LENGTHS["website"]:
        return Checked(text, Problem.WEBSITE)
    return Checked(address)


def check_phone(text: str) -> Checked:
    """A telephone number as typed, spaces tidied; it must hold at least five digits."""
    tidy = " ".join(text.split())
    if len(tidy) > LENGTHS["phone"]:
        return Checked(tidy, Problem.TOO_LONG, str(LENGTHS["phone"]))
    return Checked(tidy) if sum(map(str.isdigit, tidy)) >= 5 else Checked(tidy, Problem.PHONE)


def check_e_delivery(text: str) -> Checked:
    """An address of the e-delivery service (ADE), AE:PL-NNNNN-NNNNN-AAAAA-NN; only its shape is checked."""
    tidy = re.sub(r"\s", "", text).upper().replace("–", "-")
    if tidy.startswith("PL-"):
        tidy = f"AE:{tidy}"
    return Checked(tidy) if _E_DELIVERY.fullmatch(tidy) else Checked(text, Problem.E_DELIVERY)


def read_day(text: str) -> date | None:
    """A day as `2024-09-18`, `18.09.2024` or `18/09/2024`; None where it is none of these or before 1900."""
    text = text.strip().removesuffix("r.").strip()
    for pattern in _DAYS:
        try:
            day = datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day if day.year >= 1900 else None
    return None


def check_day(text: str) -> Checked:
    """A day as ISO text."""
    day = read_day(text)
    return Checked(day.isoformat()) if day else Checked(text, Problem.DAY)


def checker_of_length(field: str) -> Callable[[str], Checked]:
    """A check that tidies white space and refuses what does not fit into `field`."""
    limit = LENGTHS[field]

    def check(text: str) -> Checked:
        tidy = " ".join(text.split())
        return Checked(tidy) if len(tidy) <= limit else Checked(tidy, Problem.TOO_LONG, str(limit))

    return check


CHECKS: Mapping[str, Callable[[str], Checked]] = {
    "nip": check_nip, "regon": check_regon, "krs": check_krs, "postcode": check_postcode, "email": check_email,
    "website": check_website, "phone": check_phone, "e_delivery": check_e_delivery,
}  # fmt: skip
