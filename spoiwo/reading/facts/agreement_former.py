"""Agreements told of beside a newer one: the first of its kind, and the one an annex changes."""

from collections.abc import Sequence

from spoiwo.reading.facts.agreement_parts import Agreement
from spoiwo.reading.facts.agreement_sides import sides
from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked, pattern

_FIRST = pattern(
    r"\s*(?:pierwsz|poprzedni|wcześniejsz)(?:ą|e)(?: tak(?:ą|ie))?(?: umowę| porozumienie)? (?:zawar|podpisa)\w+ "
)
_VERY = pattern(
    r"\b(?:samą|samo|pierwotną|pierwotne|główną|główne) (?P<form>umow|porozumieni)\w+ (?:\w+ ){0,2}?(?:zawar|podpisa)\w+\b"
)
_FORMS = {"umow": "umowa", "porozumieni": "porozumienie"}
_KEPT = ("subject", "party")


def with_former(masked: Masked, told: Sequence[Agreement]) -> list[Agreement]:
    """Return the agreements with the former ones told after them: "Pierwszą zawarto w 2015 r. z Ω", "Samą umowę strony
    zawarły 1 lutego". What such a sentence says is not of the newer one."""
    found = [*told]
    for start, end, _paragraph in masked.sentences:
        newer = [one for one in told if one.start < start]
        days = masked.under(start, end, "Δ")
        if not newer or not days:
            continue
        very = _VERY.search(masked.text, start, end)
        if very and newer[-1].form.value == "aneks":
            former = Agreement(
                Field("form", _FORMS[very["form"].lower()], *very.span("form"), 0.85), start, end
            )
            former.add([one for one in newer[-1].fields if one.name in _KEPT])
        elif _FIRST.match(masked.text, start, end):
            former = Agreement(newer[-1].form, start, end)
            newer[-1].fields = [one for one in newer[-1].fields if not start <= one.start < end]
            former.add(sides(masked, start, end, (0, 0)))
        else:
            continue
        former.add(masked.fields("date", days[:1]))
        found += [former] if former.value("party") else []
    return found
