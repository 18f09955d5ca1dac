"""Lines that say nearly the same."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.workshops.rules.similar import ALIKE, NEAR, Similar

LAKE = "ścieżki rowerowe wokół zalewu"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LAKE, "budowa ścieżek rowerowych nad zalewem"),
        (LAKE, "Sciezka rowerowa kolo zalewu"),
        ("trasy rowerowe", "Budowa tras dla rowerów"),
        ("żłobek w każdej gminie", "Utworzenie żłobka"),
        ("brak miejsc w żłobkach", "Za mało miejsc w żłobkach!"),
        ("targ z produktami od rolników", "Targowisko z produktami od rolników"),
        ("inkubator przedsiębiorczości", "wsparcie dla przedsiębiorców – inkubator"),
        ("współpraca z PUP-em", "WSPÓŁPRACA Z PUP"),
    ],
)
def test_the_same_in_other_words_is_pointed_out(one: str, other: str) -> None:
    (near,) = Similar([(1, one)]).near(other)
    assert near.likeness >= NEAR and near.shared
    assert Similar([(1, other)]).near(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LAKE, "ścieżka kariery"),
        ("brak pracy", "brak mieszkań"),
        ("rozwój turystyki", "rozwój rolnictwa"),
        ("budowa przedszkola", "inkubator przedsiębiorczości"),
        ("klub seniora", "klub sportowy"),
        ("szkoła branżowa", "szkoła zawodowa"),
        ("dla młodych i z nimi", "dla seniorów i z nimi"),
        ("", "żłobek"),
    ],
)
def test_different_things_are_left_alone(one: str, other: str) -> None:
    assert Similar([(1, one)]).near(other) == []


def test_the_shared_words_are_those_just_written() -> None:
    (near,) = Similar([("a", LAKE)]).near("Budowa ścieżek rowerowych nad zalewem")
    assert (near.key, near.shared) == ("a", ("ścieżek", "rowerowych", "zalewem"))


def test_the_most_alike_comes_first_and_a_line_is_not_like_itself() -> None:
    index = Similar([(1, "ścieżki rowerowe"), (2, LAKE), (3, "żłobek"), (4, LAKE)])
    assert [near.key for near in index.near(LAKE)] == [2, 4, 1]
    assert [near.key for near in index.near(LAKE, limit=1)] == [2]
    assert [near.key for near in index.near(LAKE, but=2)] == [4, 1]


def test_a_changed_line_is_found_by_its_new_text_only() -> None:
    index = Similar([(1, LAKE)])
    index.add(1, "żłobek gminny")
    assert not index.near(LAKE) and index.near("żłobek")
    index.drop(1)
    index.drop(1)
    assert not index.near("żłobek") and len(index) == 0


def test_a_word_that_many_lines_have_says_less_than_a_rare_one() -> None:
    towns = ("Płock", "Gąbin", "Bielsk", "Radzanowo", "Wyszogród", "Drobin")
    index = Similar([(town, f"świetlica {town}") for town in towns] + [("x", "basen Sierpc")])
    near = index.near("świetlica Sierpc", limit=9, least=0.0)
    assert near[0].key == "x" and near[0].likeness > near[1].likeness


def test_lines_to_merge_come_in_groups_whose_every_two_are_alike() -> None:
    lines = [
        (1, "Żłobek w Bielsku"),
        (2, LAKE),
        (3, "Budowa ścieżek rowerowych nad zalewem"),
        (4, "Utworzenie żłobka w Bielsku"),
        (5, "Ścieżka rowerowa przy zalewie"),
        (6, "Klub seniora"),
    ]
    found = Similar(lines).clusters()
    assert {cluster.keys for cluster in found} == {(1, 4), (2, 3, 5)}
    assert all(cluster.likeness >= ALIKE for cluster in found)


def test_a_chain_of_half_likenesses_is_no_heap() -> None:
    chain = [
        (n, f"{a} {b}") for n, (a, b) in enumerate([("most", "park"), ("park", "basen"), ("basen", "targ")])
    ]
    assert all(len(cluster.keys) == 2 for cluster in Similar(chain).clusters(least=0.3))


WORDS = [
    "ścieżki",
    "ścieżka",
    "rowerowe",
    "rower",
    "zalew",
    "nad",
    "budowa",
    "żłobek",
    "PUP-u",
    "2027",
    "w",
    "–",
]
LINES = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), max_size=8).map(
    lambda texts: list(enumerate(texts))
)


@given(LINES, st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))
def test_likeness_stays_between_nought_and_one(lines: list[tuple[int, str]], text: str) -> None:
    index = Similar(lines)
    assert all(0 <= near.likeness <= 1 + 1e-9 for near in index.near(text, 99, least=0.0))
    for key, line in lines:
        if near := index.near(line, 99, least=1 - 1e-9):
            assert key in [one.key for one in near]


@given(LINES)
def test_nothing_stands_in_two_groups(lines: list[tuple[int, str]]) -> None:
    keys = [key for cluster in Similar(lines).clusters() for key in cluster.keys]
    assert len(keys) == len(set(keys))


def test_five_hundred_lines_are_cheap_to_ask_and_to_group() -> None:
    chance = random.Random(4)
    words = [
        "ścieżka",
        "zalew",
        "żłobek",
        "szkoła",
        "droga",
        "most",
        "park",
        "senior",
        "praca",
        "kurs",
        "targ",
    ]
    words += ["jezioro", "rynek", "sport", "teatr", "energia"]
    lines = [(n, "budowa " + " ".join(chance.sample(words, 4))) for n in range(500)]
    index = Similar(lines)
    began = time.perf_counter()
    for _key, line in lines[:50]:
        index.near(line)
    assert (time.perf_counter() - began) / 50 < 0.02
    began = time.perf_counter()
    Similar(lines).clusters()
    assert time.perf_counter() - began < 3
