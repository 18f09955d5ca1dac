"""Crosses, medals and orders with names of their own: "Srebrnym Krzyżem Zasługi", "Platynowy Medal im. Jana Kilińskiego"."""

import re

from spoiwo.reading.facts.fact import Field
from spoiwo.reading.facts.masks import Masked
from spoiwo.reading.facts.naming import nominative

_ADJECTIVE = r"(?:Platynow|Złot|Srebrn|Brązow|Honorow|Kryształow|Diamentow|Bursztynow|Wielk|Komandorsk|Kawalersk|Oficersk|Pamiątkow|Jubileuszow)\w{1,3}"
_JOINT = r"(?:im\.|imienia|za|dla|w|na|i|rzecz|ks\.|św\.|prof\.|dr)"
_HONOUR = re.compile(
    rf"\b(?P<name>(?P<metal>{_ADJECTIVE}\s+)?(?P<head>(?:Krzyż|Medal|Odznak|Order|Szabl)\w{{0,3}})(?P<tail>(?:\s+(?:{_JOINT}\s+){{0,3}}(?:(?![ΩΘΔΛΝ])[A-ZŁŚŻŹĆ][\w-]+|Π+|Υ+|Φ+)){{0,7}}))(?!\s*Θ)"
)
_PRIZE = re.compile(
    r"\b(?P<name>(?P<metal>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ą|a|ej)\s+)(?P<head>Nagrod[aęąy])(?P<tail>(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){1,5}))(?!\s*Θ)"
)
_LOWER = re.compile(
    r"\b(?P<name>(?P<metal>(?:złot|srebrn|brązow)\w{1,3}\s+)(?P<head>krzyż\w{0,3})(?P<tail>\s+zasługi))\b"
)


def honours(masked: Masked, start: int, end: int) -> list[Field]:
    """Return the honours named between two offsets in the nominative singular; a bare "medal" is none."""
    found = []
    for rule in (_HONOUR, _PRIZE, _LOWER):
        for match in rule.finditer(masked.text, start, end):
            words = masked.words(*match.span("name")).split()
            head = 1 if match["metal"] else 0
            is_named = (match["metal"] and match["tail"]) or (
                match["tail"] and not match["tail"].strip()[0].islower()
            )
            if not is_named and not re.match(r"\s+(?:im\.|imienia|za|dla)\s", match["tail"] or ""):
                continue
            name = nominative(words, head, singular=True)
            if name:
                found.append(Field("title", name, *match.span("name"), 0.9))
    return found
