"""Who is invited: which candidates are left out and why, so that a person sees it before anything is sent."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from spoiwo.polish import fold


class Reason(StrEnum):
    """Why a candidate is not added."""

    INVITED = "invited"
    SAME_PERSON = "same_person"
    UNREACHABLE = "unreachable"
    UNSUBSCRIBED = "unsubscribed"
    BOUNCED = "bounced"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be invited, as the register or a list has them; `commune_id` and ids may be unknown."""

    organisation_id: int | None = None
    person_id: int | None = None
    given_name: str = ""
    family_name: str = ""
    function: str = ""
    organisation_name: str = ""
    salutation: str = ""
    sector: str = "other"
    commune_id: int | None = None
    channel: str = "email"
    email: str = ""
    phone: str = ""
    post: str = ""
    e_delivery: str = ""
    is_ended: bool = False
    line: int = 0
    reason: Reason | None = None

    @property
    def name(self) -> str:
        """The person's name, or the institution's."""
        return f"{self.given_name} {self.family_name}".strip() or self.organisation_name


@dataclass(frozen=True, slots=True)
class Known:
    """Who is in the campaign already (by `key_of`), and which addresses must not be written to."""

    keys: Set[str]
    marks: Mapping[str, Set[str]]


def sifted(candidates: Iterable[Candidate], known: Known) -> list[Candidate]:
    """Every candidate, those to be left out with the reason; of two who are the same the first stays.

    The same are: one person of the register, whatever the number of functions, and one name in one institution. An
    address shared by several people of an office (the secretariat's) is no reason. A wished
    channel that lacks its address gives way to one that has one. Linear.
    """
    seen_keys: set[str] = set(known.keys)
    seen_people: set[int | None] = set()
    result = []
    for one in candidates:
        candidate = reachable(one)
        key = key_of(candidate.name, candidate.organisation_name, candidate.organisation_id)
        reason = _reason(candidate, key, known, seen_keys, seen_people)
        if reason is None:
            seen_keys.add(key)
            seen_people.add(candidate.person_id)
        result.append(replace(candidate, reason=reason))
    return result


def key_of(name: str, organisation_name: str, organisation_id: int | None) -> str:
    """What two records of one addressee have in common."""
    return f"{fold(name)}|{organisation_id or fold(organisation_name)}"


def reachable(candidate: Candidate) -> Candidate:
    """The candidate with the first channel that has an address: the wished one, then e-mail, letter, e-delivery, telephone."""
    addresses = {
        "email": candidate.email,
        "letter": candidate.post,
        "e_delivery": candidate.e_delivery,
        "phone": candidate.phone,
    }
    if addresses.get(candidate.channel):
        return candidate
    channel = next((name for name, address in addresses.items() if address), "")
    return replace(candidate, channel=channel or candidate.channel)


def _reason(
    candidate: Candidate, key: str, known: Known, seen_keys: Set[str], seen_people: Set[int | None]
) -> Reason | None:
    if candidate.is_ended:
        return Reason.ENDED
    if key in seen_keys:
        return Reason.INVITED if key in known.keys else Reason.SAME_PERSON
    if candidate.person_id is not None and candidate.person_id in seen_people:
        return Reason.SAME_PERSON
    if not (candidate.email or candidate.post or candidate.e_delivery or candidate.phone):
        return Reason.UNREACHABLE
    marks = known.marks.get(candidate.email.lower(), set()) if candidate.channel == "email" else set()
    if "unsubscribed" in marks or "complaint" in marks:
        return Reason.UNSUBSCRIBED
    return Reason.BOUNCED if "bounced" in marks else None
