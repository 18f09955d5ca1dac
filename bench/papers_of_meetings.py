"""Job `letters`: a thousand personalised letters as one tagged PDF, beside Typst setting the same words without any look."""

import json
from collections.abc import Callable
from itertools import count

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import House
from spoiwo.documents.fonts import font_folder
from spoiwo.documents.pdf import Logo
from spoiwo.meetings.exports.post import Answer, Letter, letters_pdf

LETTERS = 1000
BARE = '#set text(font: "Lato")\n#for parts in json("letters.json") { for part in parts [#part \\ ]; pagebreak(weak: true) }\n'
SIGN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 30"><rect width="{}" height="30" fill="#039"/></svg>'
PARAGRAPHS = [
    "w imieniu partnerstwa serdecznie zapraszam do udziału w spotkaniu „Lokalne partnerstwa na rzecz rynku pracy”. "
    "Spotkania odbywają się we wszystkich gminach powiatu; prosimy o wybór terminu i wskazanie osoby, która będzie "
    "reprezentować urząd.",
    "Bodzanów, Gminny Ośrodek Kultury, 3 października 2024 r., godz. 10:00\n"
    "Gąbin, Miejsko-Gminny Ośrodek Kultury, 10 października 2024 r., godz. 10:00\n"
    "Wyszogród, Centrum Kultury, 17 października 2024 r., godz. 12:00",
    "Podczas spotkania przedstawimy diagnozę lokalnego rynku pracy, omówimy potrzeby pracodawców i wspólnie wybierzemy "
    "tematy warsztatów. Udział jest bezpłatny, a sala dostępna dla osób poruszających się na wózku.",
]


def measure(house: House) -> list[Figure]:
    """Both write a file of a thousand letters; only ours has the look, the window, QR codes, tags, and page x of y."""
    import typst

    logos = [Logo(SIGN.format(width, width).encode(), "Znak") for width in (90, 60, 110, 70)]
    ours_file, bare_file = house.folder / "letters.pdf", house.folder / "bare-letters.pdf"
    source = house.folder / "letters.typ"
    source.write_text(BARE, encoding="utf-8")
    runs = count()  # Typst remembers what it has set, so each run says something new

    def ours(letters: list[Letter]) -> None:
        ours_file.write_bytes(letters_pdf(letters, sender=["Powiatowy Urząd Pracy w Płocku"], logos=logos))

    def bare(letters: list[Letter]) -> None:
        texts = [[*one.address, one.reference, one.subject, *one.paragraphs] for one in letters]
        (house.folder / "letters.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        fonts = [str(font_folder())]
        bare_file.write_bytes(typst.compile(str(source), font_paths=fonts, ignore_system_fonts=True))

    def seconds_of(write: Callable[[list[Letter]], None]) -> float:
        run = next(runs)
        letters = [_letter(number, run) for number in range(LETTERS)]
        return timed(lambda: write(letters))[0]

    spent, reference, samples = by_turns(lambda: seconds_of(ours), lambda: seconds_of(bare), rounds=5)
    notes = (f"{ours_file.stat().st_size:,} bytes; one compilation, so the file stays tagged (PDF/UA-1)",)
    what = f"{LETTERS:,} personalised letters with QR codes as one PDF, beside Typst with the same words and no look"
    return [Figure("letters", what, "s", spent, reference, Rule.VALUE_AT_MOST, 3, notes, samples)]


def _letter(number: int, run: int) -> Letter:
    return Letter(
        address=["Pan Jerzy Staniszewski", "Wójt Gminy Bodzanów", f"ul. Bankowa {number}", "09-470 Bodzanów"],
        paragraphs=["Szanowny Panie Wójcie,", *PARAGRAPHS, f"Wysyłka {run}, pismo {number}."],
        subject="Zaproszenie na spotkanie partnerstwa",
        reference=f"Znak: PUP.071.{number}.2024",
        signature=["Katarzyna Wiśniewska", "Dyrektor Powiatowego Urzędu Pracy"],
        answer=Answer(
            "spoiwo.example/z",
            f"K7QX-4M2P-{run:02d}{number:03d}",
            f"https://spoiwo.example/z/K7QX4M2P{run:02d}{number:03d}",
        ),
    )
