"""What gives the author of a text away is found in every Polish form, and everyday words stay."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spoiwo.contests.rules.redaction import Find, Identity, Kind, finds, hide

PLOCK = Identity(
    names=("Powiatowy Urząd Pracy w Płocku", "PUP w Płocku", "PUP", "Fundacja Krok do Pracy", "CAM"),
    places=("Płock", "Łódź", "Opole", "Nowy Targ", "Bielsko-Biała", "Radzanowo", "Łask", "Mińsk Mazowiecki"),
    adjectives=("płocki",),
    people=("Jan Pantak", "Katarzyna Nowak", "Anna Kowalska-Lis", "Adam Kozioł", "Zofia Wąsowska"),
    emails=("biuro@praca-plock.pl",),
    domains=("praca-plock.pl",),
    numbers=("774-12-34-567", "610352187"),
    extra=("Wzgórze Tumskie", "Petronia"),
)
LABELS = {
    Kind.NAME: "ukryto: nazwa",
    Kind.PLACE: "ukryto: miejscowość",
    Kind.PERSON: "ukryto: osoba",
    Kind.CONTACT: "ukryto: kontakt",
    Kind.NUMBER: "ukryto: numer",
    Kind.EXTRA: "ukryto",
}
# The stretches between braces must be hidden, whole and alone.
TABLE = [
    "Powiat sąsiedni zawarł umowę w {Płocku}.",
    "Projekt prowadzono na terenie powiatu {płockiego} i dwóch gmin.",
    "{Płocczanie} chętnie korzystali z porad, a {płocczanki} z warsztatów.",
    "Wniosek złożył {Powiatowy Urząd Pracy w Płocku}.",
    "Podziękowano {Powiatowemu Urzędowi Pracy w Płocku} za organizację targów.",
    "Z {Powiatowym Urzędem Pracy\nw Płocku} współpracuje osiem szkół.",
    "{Urząd Pracy w Płocku} zaprosił pracodawców.",
    "Pracownicy {PUP Płock} odwiedzili szkoły.",
    "Dyrekcja {PUP-u w Płocku} podpisała porozumienie.",
    "Każdy powiatowy urząd pracy ma podobne zadania, a PUP pomaga bezrobotnym.",
    "Powiatowy Urząd Pracy działa na podstawie ustawy.",
    "Targi pracy w {Plocku} przyciągnęły tłumy.",
    "Rynek pracy {plocki} jest trudny.",
    "{PŁOCK} – MIASTO MŁODYCH",
    "Konkurs {P Ł O C K} 2019",
    "Szkolenia odbywały się w {Pło-\ncku} i okolicy.",
    "Spotkania {płocko}-kutnowskie trwają.",
    "Droga z {Płocka} do Warszawy",
    "Zajęcia w {Łodzi} i w szkołach {łódzkich} dla {łodzian}.",
    "Uczniowie zbudowali łódź żaglową i pływali łodzią po jeziorze.",
    "Nagrodę odebrano w {Opolu}; {opolscy} pracodawcy byli obecni.",
    "Uczestnik nie chciał opolowac ani opowiadać o sobie.",
    "Dawne opole było wspólnotą sąsiedzką.",
    "Młodzież z {Nowego Targu} i {nowotarskiej} strefy",
    "Na placu powstał nowy targ rybny.",
    "Jarmark w {Nowym\nTargu} trwał dwa dni.",
    "Firmy z {Bielska-Białej} oraz {bielskie} szkoły; w {Bielsku} było ich sto.",
    "Świetlica w {Radzanowie} i {radzanowska} szkoła",
    "Liczyli na łut szczęścia, nie na łaski losu.",
    "Mieszkańcy powiatu {łaskiego} korzystają z porad.",
    "Powiat {łaski} ma pięć gmin.",
    "W {Mińsku Mazowieckim} działa klub, a do {Mińska} jeżdżą busy.",
    "Pomysł zgłosił pan {Pantak}; dzięki {Pantakowi} powstał klub.",
    "{Jana Pantaka} wspierali {Pantakowie}.",
    "Warsztaty prowadziła {K. Nowakowa}, a pani {Nowakowej} pomagała młodzież.",
    "Zapytano {Katarzynę Nowak} o plany.",
    "Rozmowa z {Anną Kowalską-Lis} i drugą, z {Kowalską}",
    "W lesie żyje lis, a na łące pasie się kozioł.",
    "Doradca {Kozioł} i teczka {Kozła}",
    "Dyrektor {Wąsowskiej} gratulowano; państwo {Wasowscy} dziękują.",
    "To kowalski zakład, co innego niż kowalstwo.",
    "Pisać na {biuro@praca-plock.pl} albo {Jan.Kos@Szkola12.edu.pl}.",
    "Zgłoszenia: {biuro [at] innyurzad.pl}, strona {www.innyurzad.pl/mlodzi}.",
    "Więcej na {https://facebook.com/mlodzi-na-rynku}, zapraszamy.",
    "Adres strony to {praca-plock.pl}.",
    "Telefon {24 267 46 76} albo {600-700-800}, faks {(24) 267 46 76 wew. 12}.",
    "Dzwoń: {+48 600 700 800}!",
    "Wydano 123 456 789 zł i 1 250 000 zł, w 2018 i 2019 roku, 15.03.2019 r.",
    "Pomoc dostało 10-150 osób w wieku 18-25 lat.",
    "Siedziba: {ul. Kostrogaj 1}, {09-400} {Płock}",
    "Numer {NIP 774-12-34-567}, inaczej {7741234567}; {REGON: 610352187}",
    "Rachunek {12 1020 3974 0000 5502 0012 3456} w banku",
    "Program „{Krok do Pracy}” {Fundacji Krok do Pracy}",
    "To był pierwszy krok do pracy.",
    "Klub {CAM} działa, a cam to część maszyny.",
    "Spacer na {Wzgórzu Tumskim}, nagroda „{Petronii}”",
    "Partnerstwo lokalne, aktywizacja młodzieży, praca i płaca, plac, plotki i płotki.",
    "Blok tekstu o kieleckich i radomskich firmach",
    "Szkoła nad Wisłą, most i katedra; bezrobotni w wieku do 30 lat",
]


def parts(row: str) -> tuple[str, list[str]]:
    return re.sub("[{}]", "", row), re.findall(r"\{([^}]*)\}", row)


@pytest.mark.parametrize("row", TABLE)
def test_just_the_telling_words_are_found(row: str) -> None:
    text, telling = parts(row)
    assert [one.text for one in finds(PLOCK, text)] == telling


def test_a_find_says_of_what_kind_it_is_and_which_item_it_comes_from() -> None:
    text = "PUP Płock, płocczanie, J. Pantak, biuro@praca-plock.pl, ktos@inny.pl, 610 352 187, Petronii"
    assert [(one.kind, one.source) for one in finds(PLOCK, text)] == [
        (Kind.NAME, "PUP w Płocku"),
        (Kind.PLACE, "Płock"),
        (Kind.PERSON, "Jan Pantak"),
        (Kind.CONTACT, "biuro@praca-plock.pl"),
        (Kind.CONTACT, ""),
        (Kind.NUMBER, "610352187"),
        (Kind.EXTRA, "Petronia"),
    ]


def test_marks_stand_in_the_place_of_what_is_hidden() -> None:
    text = "W Płocku doradzał Jan Pantak (24 267 46 76)."
    assert hide(text, finds(PLOCK, text), LABELS) == (
        "W [ukryto: miejscowość] doradzał [ukryto: osoba] ([ukryto: kontakt])."
    )


def test_what_a_clerk_keeps_stays_wherever_it_stands_and_whatever_its_capitals() -> None:
    text = "Płock, PŁOCK i powiat płocki"
    kept = {finds(PLOCK, text)[0].key}
    assert hide(text, finds(PLOCK, text), LABELS, kept) == "Płock, PŁOCK i powiat [ukryto: miejscowość]"


def test_what_a_clerk_adds_is_hidden_even_as_an_everyday_word() -> None:
    text = "Na rynku stoi latarnia, pod latarnią ławka."
    plain = Identity(extra=("latarnia",))
    assert [one.text for one in finds(plain, text)] == ["latarnia", "latarnią"]
    assert finds(Identity(), text) == []


def test_nobody_in_particular_gives_away_contacts_only() -> None:
    text = "Płock, jan@example.org, Jan Pantak"
    assert [(one.text, one.kind) for one in finds(Identity(), text)] == [("jan@example.org", Kind.CONTACT)]


@pytest.mark.parametrize(
    "text",
    [
        "Pła\u0328ock Płock",  # a mark of its own
        "P\u00adłock w P\u200błocku",  # soft hyphen, no-width blank
        "w\u00a0Płocku",
        "Płock\u0301",
    ],
)
def test_marks_and_joiners_inside_a_word_do_not_save_it(text: str) -> None:
    hidden = hide(text, finds(PLOCK, text), LABELS)
    assert "łock" not in hidden.replace("Pła\u0328ock", "")


def test_odd_identities_are_taken() -> None:
    odd = Identity(
        names=("", " ", "„”", "(", "a" * 300),
        places=("", "-", "Ełk", "Żary k. Lubska"),
        adjectives=("", "x"),
        people=("", "Cher", "Jan III Sobieski", "12"),
        emails=("",),
        domains=("",),
        numbers=("", "abc", "1"),
        extra=("", "*", "§"),
    )
    assert [one.text for one in finds(odd, "W Ełku, w ełckim PUP, i w Żarach k. Lubska")] == [
        "Ełku",
        "ełckim",
        "Żarach k. Lubska",
    ]


def test_a_hundred_thousand_characters_take_well_under_a_second() -> None:
    people = "Wójcik Zieliński Mazur Kaczmarek Krawczyk Wróbel Dudek Adamczyk Zając Król Pawlak Sikora Baran"
    many = Identity(PLOCK.names, PLOCK.places, PLOCK.adjectives, tuple(f"Jan {n}" for n in people.split()))
    text = ("Zwykły tekst o partnerstwie na rynku pracy w Płocku i o młodych. " * 1600)[:100_000]
    finds(many, "")
    began = time.process_time()
    found = finds(many, text)
    assert time.process_time() - began < 1
    assert len(found) > 1500


@pytest.mark.parametrize("piece", ["a" * 50, "1 ", "Jan ", "a.", "@", "P-\n", "ul. a ", "9", "A ", "w "])
def test_no_text_makes_the_search_slow(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    began = time.process_time()
    finds(PLOCK, text)
    assert time.process_time() - began < 2


TELLING = sorted({word for row in TABLE for word in parts(row)[1]} - {"09-400", "łaski", "łaskiego"})
PIECES = st.lists(
    st.one_of(
        st.sampled_from(TELLING),
        st.sampled_from([" ", "\n", "-", ", ", ". ", "ą", "w", "500 ", "zł", "[", "]", "@", "/", "ul. "]),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(PIECES)
def test_finds_are_in_order_apart_and_where_they_say(text: str) -> None:
    at = 0
    for one in finds(PLOCK, text):
        assert isinstance(one, Find)
        assert at <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        at = one.end


@settings(max_examples=400, deadline=None)
@given(PIECES)
def test_all_but_the_finds_is_left_as_it_is(text: str) -> None:
    found = finds(PLOCK, text)
    blank = dict.fromkeys(Kind, "")
    expected, at = "", 0
    for one in found:
        expected, at = expected + text[at : one.start] + "[]", one.end
    assert hide(text, found, blank) == expected + text[at:]


@settings(max_examples=600, deadline=None)
@given(PIECES)
@example("P Ł O C KNIP 774-12-34-567")  # set wide only once what stands beside it is hidden
def test_nothing_is_left_to_find_in_what_was_hidden(text: str) -> None:
    hidden = hide(text, finds(PLOCK, text), LABELS)
    assert finds(PLOCK, hidden) == []
    assert hide(hidden, finds(PLOCK, hidden), LABELS) == hidden


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(TELLING), st.sampled_from(["upper", "plain", "same"]))
def test_capitals_and_lost_letters_hide_nobody(word: str, change: str) -> None:
    lost = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
    text = {"upper": word.upper(), "plain": word.translate(lost), "same": word}[change]
    assert "".join(one.text for one in finds(PLOCK, f"({text})")), text


def test_a_countys_adjective_is_found_although_its_town_derives_one_too() -> None:
    opoczno = Identity(places=("Opoczno",), adjectives=("opoczyński",))
    assert [one.text for one in finds(opoczno, "Doradcy opoczyńskiego urzędu.")] == ["opoczyńskiego"]


def test_a_telephone_is_found_across_the_lines_of_a_pdf() -> None:
    assert [one.text for one in finds(Identity(), "tel. 44 755 25\r\n51, x")] == ["44 755 25\r\n51"]
