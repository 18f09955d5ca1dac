"""Lost Polish letters come back, sound words stay, the layout is kept."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spoiwo.polish import Repaired, repair

ROOT = Path(__file__).parents[3]
SOURCES = ROOT.parent / "shared" / "sources"
needs_sources = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the five real documents lie in ../shared/sources"
)

# Every damaged word of the scan, written down by hand, in the order of the text.
SCAN = """
dyrektorow dyrektorów, Wojewodzkich Wojewódzkich, Urzeddéw Urzędów, specjalistow specjalistów, tédzkiego łódzkiego,
dziatania działania, najblizszej najbliższej, rowniez również, wojewddztwa województwa, catej całej,
wspotpraca współpraca, Oczywiscie Oczywiście, mieszkancdéw mieszkańców, wymiane wymianę, doswiadczen doświadczeń,
wspdlnych wspólnych, spéjnych spójnych, projektéw projektów, ktérych których, bedg będą, mogty mogły,
korzystaé korzystać, rézne różne, srodowiska środowiska, Wojewddzkiego Wojewódzkiego, Urzedu Urzędu,
zorganizowata zorganizowała, dyrektorow dyrektorów, Wojewddzkich Wojewódzkich, Urzedéw Urzędów,
specjalistow specjalistów, téddzkiego łódzkiego, ktére które, majg mają, spowodowac spowodować,
ozywienie ożywienie, zostata została, podjeta podjęta, miedzywojewddzkiego międzywojewódzkiego,
Dziatanie Działanie, wojewddztw województw, tédzkiego łódzkiego, Bedg Będą, bra¢ brać, udziat udział,
zwigzkéw związków, przystgpig przystąpią, bedg będą, naby¢ nabyć, umiejetnosci umiejętności, tez też,
warsztatow warsztatów, klubdw klubów, konkurencyjnosci konkurencyjności, przedsiebiorstw przedsiębiorstw,
spoétdzielnie spółdzielnie, wspotpracy współpracy, zgtosity zgłosiły, wojewddztwa województwa,
nadzieje nadzieję, ze że, wspolnego wspólnego, dziatania działania, zachecg zachęcą, podjecia podjęcia,
wspdtpracy współpracy, rzeczywistosci rzeczywistości
"""


def swaps(repaired: Repaired) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change in repaired.changes]


@needs_sources
@pytest.mark.shared
def test_the_real_scan_is_restored_and_no_sound_word_is_changed():
    [path] = SOURCES.glob("004_*.txt")
    expected = [tuple(pair.split()) for pair in SCAN.replace("\n", " ").strip().split(",")]
    found = swaps(repair(path.read_text(encoding="utf-8")))
    restored = [pair for pair in found if pair in expected]
    assert len(expected) == 67
    assert len(restored) >= 0.95 * len(expected)
    assert [pair for pair in found if pair not in expected] == []


@needs_sources
@pytest.mark.shared
def test_the_sound_sources_stay_as_they_are():
    for path in sorted(SOURCES.glob("00[0-3]_*.txt")):
        assert swaps(repair(path.read_text(encoding="utf-8"))) == []


def test_the_polish_texts_of_the_program_stay_as_they_are():
    catalogues = sorted(ROOT.glob("spoiwo/*/locale/pl/LC_MESSAGES/django.po"))
    texts = [path.read_text(encoding="utf-8") for path in [*catalogues, ROOT / "README.pl.md"]]
    texts = ["\n".join(re.findall(r'^(?:msgstr )?(?<!msgid )"(.*)"$', text, re.M)) or text for text in texts]
    assert sum(len(text.split()) for text in texts) > 20_000
    assert [swap for text in texts for swap in swaps(repair(text))] == []


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("tédzkiego", "łódzkiego"),
        ("Prosze o kontakt w sprawie wniosku", "Proszę o kontakt w sprawie wniosku"),
        ("Rowniez wojt bedzie uczestniczyl w spotkaniu", "Również wójt będzie uczestniczył w spotkaniu"),
        ("Dyrektor bedzie musiał naby¢ nowe umiejetnosci", "Dyrektor będzie musiał nabyć nowe umiejętności"),
        ("wsp6lnie z 12 gminami §rodowisko", "wspólnie z 12 gminami środowisko"),
        ("³ódzki urz¹d i ¿eby by³o lepiej", "łódzki urząd i żeby było lepiej"),
        ("Urz¹d \x84Pracy\x94 \x96 ¿yczymy wiêcej", "Urząd „Pracy” – życzymy więcej"),
        ("Å‚Ã³dzki urzÄ…d pracy", "łódzki urząd pracy"),
        ("Ĺ‚Ăłdzki urzÄ…d pracy", "łódzki urząd pracy"),
        ("powiat p³ocki i gmina ¶redzka", "powiat płocki i gmina średzka"),
    ],
)
def test_lost_letters_come_back(damaged: str, sound: str):
    assert repair(damaged).text == sound


@pytest.mark.parametrize("pair", [("cp1250", "cp1252"), ("cp1250", "latin-1"), ("iso8859-2", "latin-1"),
                                  ("iso8859-2", "cp1250"), ("cp1250", "iso8859-2"), ("utf-8", "latin-1")])  # fmt: skip
def test_a_wrong_encoding_is_read_back(pair: tuple[str, str]):
    text = "Starosta płocki i wójt gminy Słubice podpisali porozumienie; więcej środków trafi też do Łącka.\nŻyczymy!"
    written, taken = pair
    damaged = "".join(bytes([byte]).decode(taken, "ignore") or chr(byte) for byte in text.encode(written))
    assert damaged != text
    assert repair(damaged).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Zażółć gęślą jaźń.",
        "Szewczyk, Boszko i Pantak w Serpelicach",
        "Business Centre Club, public relations, on line",
        "The quick brown fox is made to jump over the late dog at one site.",
        "Kontakt: zolc@wojewodztwo.example, https://zolc.pl/wspolpraca",
        "10 m³ wody, 5 ¢, § 12 ust. 3, 100 $",
        "Umowa nr 6/2005, kod A6-102",
        "Zmienne {tytul} oraz {odnosnik}, {wojewodztwo}",
        "Права людини та місцеве самоврядування",
        "",
    ],
)
def test_sound_words_names_addresses_and_codes_stay(text: str):
    assert repair(text) == Repaired(text, ())


def test_a_real_word_changes_only_in_a_damaged_text_and_where_its_neighbours_say_so():
    assert repair("Mamy jednak nadzieje, ze warto.").changes == ()
    damaged = "Dziatania wojewddztw sg wazne. Mamy jednak nadzieje, ze warto. Nowe nadzieje przyszty ze strony gmin."
    text = repair(damaged).text
    assert "nadzieję, że warto" in text
    assert "Nowe nadzieje przyszły ze strony" in text


def test_layout_and_words_broken_over_lines_are_kept():
    damaged = "  Wojewddzki  Urzad\r\n\r\n\tmieszkan-\r\ncdéw wspét-\n  pracuje;\u00a0bedg\n"
    assert (
        repair(damaged).text == "  Wojewódzki  Urząd\r\n\r\n\tmieszkań-\r\nców współ-\n  pracuje;\u00a0będą\n"
    )


def test_every_change_tells_alternatives_and_confidence():
    repaired = repair("przewidziany dla wojewddztwa, dlatego tez tédzkiego")
    [change] = [one for one in repaired.changes if one.before == "tez"]
    assert (change.after, "tez" in change.alternatives) == ("też", True)
    assert 0.5 < change.confidence < 1


signs = st.sampled_from(
    [*"aąeęoólłtszżźcćngd¢é6 .,-\n", "wojewddztwa ", "bedg ", "ze ", "³", "Å‚", "Ä…", "nadzieje "]
)
odd_texts = st.one_of(st.text(max_size=60), st.lists(signs, max_size=40).map("".join))


@settings(max_examples=300)
@given(odd_texts)
@example("wojewddztwa bedg nadzieje, ze")
def test_repair_twice_changes_nothing_more_and_the_spans_are_true(text: str):
    repaired = repair(text)
    assert repair(repaired.text).changes == ()
    at, parts = 0, []
    for change in repaired.changes:
        assert text[change.start : change.end] == change.before != change.after
        assert repaired.text[change.new_start : change.new_end] == change.after
        assert 0 < change.confidence <= 1
        parts += (text[at : change.start], change.after)
        at = change.end
    assert "".join((*parts, text[at:])) == repaired.text
    assert re.findall(r"\s", repaired.text) == re.findall(r"\s", text)


@pytest.mark.parametrize("piece", ["a", "é", "wojewddztwa ", "Å‚", "a-\n", "@.", "¢"])
def test_a_line_of_five_megabytes_is_bounded(piece: str):
    text = piece * (5_000_000 // len(piece))
    start = time.process_time()
    repair(text)
    assert time.process_time() - start < 30
