"""What is found, in which order, by whom."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps

from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.search import EVERYBODY, STAFF, Document, holders
from spoiwo.search.asking import Filters
from spoiwo.search.finding import Found, find, results, similar, suggest
from spoiwo.search.indexing import write
from spoiwo.search.models import Item, Word

count_facets = import_module("spoiwo.search.migrations.0002_count_facets").count_facets
pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 1)
KIND = "tests.note"
CLERK = Actor(user_id=1, roles={7: frozenset({Role.COORDINATOR})})


def keep(number: int, title: str, body: str = "", audience: set[str] | None = None, **fields: object) -> None:
    document = Document(number, title, body, f"/notes/{number}/", audience or {EVERYBODY}, **fields)
    write(KIND, [number], [document])


def look(text: str, actor: Actor = NOBODY, **filters: object) -> Found:
    return find(text, Filters(**filters), actor, TODAY)


def titles(text: str, actor: Actor = NOBODY, **filters: object) -> list[str]:
    found = look(text, actor, **filters)
    return [result.item.title for result in results(found, found.numbers)]


def test_a_question_finds_the_words_in_any_case():
    keep(1, "Notatka", "Powstało pięć spółdzielni socjalnych w powiecie.")
    assert titles("spółdzielnia socjalna") == ["Notatka"]
    assert titles("spoldzielnia socjalna") == ["Notatka"]
    assert titles("spółdzielniami") == ["Notatka"]
    assert look("spółka socjalna").is_loose


def test_a_phrase_stands_word_by_word():
    keep(1, "Razem", "Spotkanie na rynku pracy w Płocku.")
    keep(2, "Osobno", "Praca jest, choć rynek w Płocku jest mały.")
    assert titles('"rynek pracy"') == ["Razem"]
    assert set(titles("rynek praca")) == {"Razem", "Osobno"}


def test_a_minus_leaves_out():
    keep(1, "Warsztaty w Płocku", "o projektach")
    keep(2, "Warsztaty w Gostyninie", "o projektach")
    assert titles("warsztaty -gostynin") == ["Warsztaty w Płocku"]


def test_nothing_is_found_by_whom_it_is_not_for():
    keep(1, "Jawne porozumienie")
    keep(2, "Porozumienie dla pracowników", audience={STAFF})
    keep(3, "Porozumienie partnerstwa", audience=set(holders(7, [Role.COORDINATOR, Role.DIRECTOR])))
    keep(4, "Cudze porozumienie", audience=set(holders(8, [Role.COORDINATOR])))
    assert titles("porozumienie") == ["Jawne porozumienie"]
    assert "Cudze porozumienie" not in titles("porozumienie", CLERK)
    assert len(titles("porozumienie", CLERK)) == 3
    assert len(titles("porozumienie", Actor(user_id=2, is_admin=True))) == 4
    assert [item.title for item in suggest("poroz", NOBODY)] == ["Jawne porozumienie"]


def test_filters_narrow_and_a_place_holds_what_is_below_it():
    keep(1, "Targi pracy", places=["1419012"], day=dt.date(2020, 5, 1), scope=7)
    keep(2, "Targi pracy", places=["1007"], day=dt.date(2024, 5, 1), scope=8)
    assert len(titles("targi")) == 2
    assert look("targi", place="14").numbers == look("targi", place="1419012").numbers
    assert len(look("targi", place="14").numbers) == 1
    assert len(look("targi", since=dt.date(2021, 1, 1)).numbers) == 1
    assert len(look("targi", until=dt.date(2020, 5, 1)).numbers) == 1
    assert len(look("targi", scope=8).numbers) == 1
    assert len(look("targi", kind=KIND).numbers) == 2
    assert len(look("", place="14").numbers) == 1


def test_titles_come_before_texts_and_new_before_old():
    keep(1, "Stare wiadomości", "Odbyło się szkolenie.", day=dt.date(2004, 1, 1))
    keep(2, "Nowe wiadomości", "Odbyło się szkolenie.", day=dt.date(2026, 1, 1))
    keep(3, "Szkolenie", "Odbyło się.", day=dt.date(2004, 1, 1))
    assert titles("szkolenia") == ["Szkolenie", "Nowe wiadomości", "Stare wiadomości"]


def test_a_slip_of_the_finger_is_corrected_only_when_nothing_else_is_found():
    keep(1, "Porozumienie o współpracy")
    found = look("porozumeinie")
    assert found.corrected
    assert len(found.numbers) == 1
    assert not look("porozumienie").corrected


def test_any_of_the_words_when_all_together_find_nothing():
    keep(1, "Porozumienie o współpracy")
    found = look("porozumienie kosmonauta")
    assert found.is_loose
    assert len(found.numbers) == 1


def test_a_snippet_marks_the_word_as_it_is_inflected():
    keep(1, "Notatka", "Wstęp. " * 80 + "Powstało pięć spółdzielni socjalnych. " + "Koniec. " * 80)
    found = look("spółdzielnia socjalna")
    [result] = results(found, found.numbers)
    assert [piece.text for piece in result.snippet if piece.is_hit] == ["spółdzielni", "socjalnych"]


def test_a_changed_document_is_found_by_its_new_words_only():
    keep(1, "Konferencja")
    keep(1, "Seminarium", day=dt.date(2025, 1, 1))
    assert titles("konferencja") == []
    assert titles("seminarium") == ["Seminarium"]
    assert Item.objects.count() == 1
    assert not Word.objects.filter(word="konferencja", documents__gt=0)


def test_what_a_word_or_a_place_is_borne_by_is_counted_up_and_down():
    keep(1, "Konferencja", places=["1419"])
    keep(2, "Konferencja", places=["1410"])
    assert Word.objects.get(word="=t14").documents == 2
    write(KIND, [1], [])
    counted = dict(
        Word.objects.filter(word__in=["=t14", "=t1419", "=t1410"]).values_list("word", "documents")
    )
    assert counted == {"=t14": 1, "=t1419": 0, "=t1410": 1}


def test_what_was_indexed_before_facets_were_counted_is_counted():
    keep(1, "Konferencja", places=["1419"])
    Word.objects.filter(word__startswith="=").delete()
    count_facets(apps, None)
    assert Word.objects.get(word="=t1419").documents == 1
    assert Word.objects.get(word="konferencja").documents == 1


def test_many_in_one_place_and_few_in_another_are_all_found():
    for number in range(40):
        keep(number, "Warsztaty", "o projektach", day=dt.date(2025, 1, 1), places=["1419"])
    keep(90, "Warsztaty", "o projektach", day=dt.date(2001, 1, 1), places=["2604"])
    assert len(titles("warsztaty", place="14")) == 40
    assert len(titles("warsztaty", place="2604")) == 1


def test_a_removed_document_is_not_found():
    keep(1, "Konferencja")
    write(KIND, [1], [])
    assert titles("konferencja") == []


@pytest.mark.parametrize(
    "text", ['"', "-", '"" -""', "'; DROP TABLE", "a OR (", "NEAR(", "*", "\0", "ź" * 600, "-Płock", "і Київ"]
)
def test_odd_questions_are_only_questions(text: str):
    keep(1, "Konferencja w Płocku")
    look(text)
    suggest(text, NOBODY)


def test_similar_documents_share_telling_words():
    keep(1, "Spółdzielnia socjalna w gminie", "Jak powstała spółdzielnia socjalna osób bezrobotnych.")
    keep(2, "Druga spółdzielnia socjalna", "Spółdzielnia socjalna prowadzi stołówkę.")
    keep(3, "Targi pracy", "Na targach byli pracodawcy.")
    assert [item.object_id for item in similar(KIND, 1, NOBODY, TODAY)] == [2]


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    for number in range(1, 40):
        keep(number, f"Porozumienie {number}", "tekst o współpracy")
    with django_assert_max_num_queries(4):
        found = look("porozumienie współpraca")
    with django_assert_max_num_queries(1):
        results(found, found.numbers[:20])
