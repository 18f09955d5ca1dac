"""Page furniture told from the text: menus, addresses of pages, galleries, buttons, running heads and page numbers."""

import re
from collections.abc import Sequence

from spoiwo.reading.formats.extract import Block

_ADDRESS = r"(?:https?://|www\.)\S+"
_DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
_TIME = r"(?:,?\s*(?:godz\.\s*)?\d{1,2}[:.]\d\d(?::\d\d)?)?"
_PRINTED = re.compile(rf"^\s*(?:{_DATE}){_TIME}\s+(?P<rest>\S.{{3,200}})$")
_MENUS = (
    "menu display|nested applications|asset publisher|publikator treści|wydawca treści|breadcrumbs?|web content display|"
    "menu|menu główne|menu boczne|menu strony|menu mobilne|nawigacja|przejdź do (?:głównej )?(?:treści|menu|wyszukiwarki|stopki)"
    "(?: głównej| głównego| strony)?|strona główna|mapa (?:strony|serwisu|witryny)|wyszukaj|szukaj|wersja (?:kontrastowa|mobilna|tekstowa)|"
    "wysoki kontrast|kontrast|zaloguj(?: się)?|logowanie|wróć|powrót(?: do (?:listy|góry))?|poprzedni(?:a|e)?|następn[yae]|"
    "poprzedni artykuł|następny artykuł|do góry|na górę|czytaj (?:więcej|dalej)|więcej|zobacz (?:również|także|też|więcej)|"
    "deklaracja dostępności|polityka prywatności|bip|rss|a a\\+ a\\+\\+|rozwiń menu|zwiń|pomiń(?: menu)?|"
    "опубліковувач|вміст веб-сторінки|меню|головна"
)
_SHARES = (
    "drukuj|drukuj stronę|wydrukuj|wersja do druku|udostępnij(?: (?:na|w|przez) \\w+)?|podziel się(?: na \\w+)?|tweetnij|"
    "poleć znajomemu|poleć|wyślij(?: (?:link|e-?mailem|znajomemu|mailem))?|lubię to!?|skomentuj|komentarze(?: \\(\\d+\\))?|"
    "zapisz (?:jako|do) pdf|pobierz (?:jako )?pdf|pdf|facebook|twitter|x|linkedin|whatsapp|messenger|kopiuj link|share|print|"
    "роздрукувати|поділитися"
)
_GALLERY = re.compile(
    r"^(?:zdjęcie galerii artykułu\b.*|.*\bimagepreview=\d.*|galeria(?: zdjęć)?:?|fotogaleria|zobacz galerię|"
    r"powiększ (?:zdjęcie|obraz).{0,80}|(?:\S{1,80}\.(?:jpe?g|png|gif|webp)[\s,;]*)+|(?:zdjęcie|foto) \d+ (?:z|/) \d+)$",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"^(?=.{0,600}$)(?:.*\b(?:stron|serwis|witryn|portal|przeglądar)\w{0,5}\b.{0,120}\bcookies?\b.*|"
    r"(?:akceptuję|zgadzam się|rozumiem|zamknij (?:komunikat|okno)|polityka cookies?|akceptuj wszystkie))$",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    rf"^\W*(?:informacje o publikacji(?: dokumentu)?|metryczka|(?:(?:data (?:pierwszej |ostatniej )?(?:publikacji|dodania|aktualizacji|"
    rf"utworzenia|modyfikacji|wytworzenia|udostępnienia)|(?:pierwsza|ostatnia) (?:publikacja|aktualizacja|modyfikacja)|"
    rf"opublikowano|dodano|utworzono|zaktualizowano|дата публікації|опубліковано)\W{{0,4}}(?:dnia |w dniu )?"
    rf"(?:(?:{_DATE}){_TIME}|\d{{1,2}} \w{{3,12}} (?:19|20)\d\d(?: r\.?| roku)?{_TIME})?)|"
    r"(?:liczba (?:wejść|odsłon|wyświetleń)|odsłon(?:y)?|wyświetleń|czytano)\W{0,3}\d+(?: razy)?)\W*$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:strona|str\.|s\.|page|стор\.)\s*\d{1,4}(?:\s*(?:z|/|of|із|з)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}|- ?\d{1,4} ?-)\W{0,3}$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"^\W{0,3}\d{1,4}\W{0,3}$")
_WHOLE = (
    ("gallery", _GALLERY),
    ("address", re.compile(rf"^\W{{0,2}}{_ADDRESS}(?:\s+\d{{1,4}}\s*/\s*\d{{1,4}})?\W{{0,2}}$", re.IGNORECASE)),
    ("page_number", _PAGE_NUMBER),
    ("menu", re.compile(rf"^\W{{0,3}}(?:{_MENUS})\W{{0,3}}$", re.IGNORECASE)),
    ("share", re.compile(rf"^\W{{0,3}}(?:{_SHARES})\W{{0,3}}$", re.IGNORECASE)),
    ("menu", re.compile(r"^(?:jesteś (?:tutaj|tu):?\s*)?(?:strona główna|start|home)\s*[>»›/\\|].{0,200}$", re.IGNORECASE)),
    ("cookie", _COOKIE),
    ("header", _PUBLICATION),
)  # fmt: skip
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s{2,}|\s+/\s+|(?<=\w),\s")
_LONGEST = 600
_EDGE = 0.13  # of a page's height, at its top and at its foot
_DIGITS = re.compile(r"\d+")


def mark_furniture(blocks: Sequence[Block], pages: int = 0) -> None:
    """Name the kind of every block that is no text; what a format has marked already stays as it is.

    A line must be furniture as a whole. Heads and feet of pages must recur on half of them. Linear in the text.
    """
    for block in blocks:
        if not block.furniture and not block.is_title:
            block.furniture = kind_of_line(block.text)
    _mark_printed(blocks)
    if pages > 1:
        _mark_running(blocks, pages)
    if pages:
        _mark_numbers(blocks)


def kind_of_line(line: str) -> str:
    """The kind of furniture a whole line is, "" for a line of text."""
    bare = " ".join(line.split())
    if not bare or (len(bare) > _LONGEST and "imagePreview" not in bare):
        return ""
    kind = next((kind for kind, pattern in _WHOLE if pattern.match(bare)), "")
    if not kind and len(bare) <= 120:
        # A row of buttons is furniture if each of them is.
        kinds = [_of_button(part) for part in _BETWEEN.split(line.strip()) if part]
        kind = kinds[0] if len(kinds) > 1 and all(kinds) else ""
    return kind


def _of_button(text: str) -> str:
    return next((kind for kind, pattern in _WHOLE[3:5] if pattern.match(text)), "")


def _mark_printed(blocks: Sequence[Block]) -> None:
    """What a browser prints above a page: the day and the title, which stands below once more, or near the address."""
    texts = [" ".join(block.text.split()) for block in blocks]
    for place, block in enumerate(blocks):
        found = not block.furniture and _PRINTED.match(block.text)
        if not found:
            continue
        rest = " ".join(found["rest"].split())
        near = blocks[max(0, place - 2) : place + 4]
        below = " ".join(text for text in texts[place + 1 : place + 12] if text)
        if rest in below and any(other.furniture == "address" for other in near):
            block.furniture = "header"


def _mark_running(blocks: Sequence[Block], pages: int) -> None:
    sizes = sorted(block.size for block in blocks if block.text.strip())
    text_size = sizes[len(sizes) // 2] if sizes else 0.0
    for is_edge, kind in ((_is_head, "header"), (_is_foot, "footer")):
        met: dict[str, list[Block]] = {}
        for block in blocks:
            if block.page and is_edge(block) and len(block.text) <= 250:
                met.setdefault(_DIGITS.sub("#", " ".join(block.text.split())).lower(), []).append(block)
        for same in met.values():
            on = {block.page for block in same}
            if len(on) < max(2, pages / 2):
                continue
            smallest = min(block.size for block in same)
            for place, block in enumerate(same):
                # A title may run along the pages: where it is largest, or first and larger than the text, it is the title.
                is_title = block.size > 1.1 * (text_size if place == 0 else smallest)
                if not block.furniture and not (is_title and kind == "header"):
                    block.furniture, block.is_title = kind, False


def _is_head(block: Block) -> bool:
    return block.bottom <= _EDGE


def _is_foot(block: Block) -> bool:
    return block.top >= 1 - _EDGE


def _mark_numbers(blocks: Sequence[Block]) -> None:
    for block in blocks:
        is_edge = block.page and (_is_head(block) or _is_foot(block))
        if is_edge and _BARE_NUMBER.match(block.text) and block.furniture in ("", "header", "footer"):
            block.furniture = "page_number"
