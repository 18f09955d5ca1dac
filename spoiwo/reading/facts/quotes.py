"""Words between quotation marks, however the marks are mixed in scanned and retyped text."""

import re
from dataclasses import dataclass

# „…”, „…", "…", «…»; at most 200 characters and one folded line end; a mark inside a longer quotation stays.
_QUOTE = re.compile(
    r"„(?P<low>[^„”“\"\n]{1,200}(?:\n[^„”“\"\n]{1,120}){0,2})[”“\"]|"
    r"“(?P<high>[^”“\"\n]{1,200}(?:\n[^”“\"\n]{1,120})?)[”\"]|"
    r"«(?P<angle>[^«»\n]{1,200})»|"
    r"\"(?P<plain>[^\"\n]{1,200}(?:\n[^\"\n]{1,120})?)\""
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start`` and ``end`` with the marks, the words inside on one line."""

    words: str
    start: int
    end: int
    inner_start: int
    inner_end: int


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations of a text in order.

    >>> [quote.words for quote in find_quotes('konkurs „Lider 2019" i "Praca"')]
    ['Lider 2019', 'Praca']
    """
    found = []
    for match in _QUOTE.finditer(text):
        name = match.lastgroup or "plain"
        words = " ".join(match[name].split()).strip()
        if words:
            found.append(Quote(words, match.start(), match.end(), *match.span(name)))
    return found
