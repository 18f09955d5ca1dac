"""The same text once more, a little otherwise: with other furniture, misread, or shortened."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from spoiwo.archive import tasks
from spoiwo.archive.actions.bringing import bring
from spoiwo.archive.models import Source
from spoiwo.archive.queries.alike import nearest
from spoiwo.archive.rules.likeness import ALIKE, SAMPLE, likeness, prints
from spoiwo.archive.rules.states import SourceState
from spoiwo.archive.tests.test_reading import paper, read
from tests.cast import Cast, make_cast

NEWS = """Targi pracy w Płońsku

W hali sportowej przy ulicy Kopernika w Płońsku spotkało się w środę czterdziestu pracodawców i ponad tysiąc osób
szukających zajęcia. Targi przygotował powiatowy urząd pracy razem z gminami powiatu. Najwięcej ofert miały zakłady
przetwórstwa owoców, firmy transportowe i szpital. Doradcy zawodowi pomagali pisać życiorysy, a uczniowie technikum
oprowadzali gości po stoiskach. Kierownik targów zapowiedział, że jesienią odbędzie się druga edycja, tym razem z
osobną salą dla rzemieślników i spółdzielni socjalnych, które szukają nowych członków.
"""
OTHER = """Rada programowa partnerstwa przyjęła plan pracy na przyszły rok. Najpierw powstanie diagnoza potrzeb
pracodawców, potem gminy wskażą po dwa zadania, a na wiosnę odbędzie się warsztat odnowy z głosowaniem nad projektami.
Przewodnicząca podziękowała ustępującemu koordynatorowi i przedstawiła jego następczynię, dotychczasową doradczynię.
Sprawozdanie z minionego roku zostanie przedstawione radzie powiatu na sesji kwietniowej wraz z wnioskami na przyszłość.
"""
WORDS = st.lists(st.sampled_from(NEWS.split() + OTHER.split()), max_size=120)


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_whole_only_with_itself(one: list[str], other: list[str]) -> None:
    left, right = prints(" ".join(one)), prints(" ".join(other))
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 100
    assert likeness(left, left) == (100 if left else 0)
    assert len(left) <= SAMPLE and left == sorted(set(left))


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_estimate_is_near_the_share_of_common_runs(shared: int, own: int) -> None:
    one = " ".join(f"a{number}" for number in range(shared)) + " "
    left = prints(one + " ".join(f"b{number}" for number in range(own)))
    right = prints(one + " ".join(f"c{number}" for number in range(own)))
    if left and right and shared > 2:
        common = shared - 2
        assert abs(likeness(left, right) - 100 * common / (common + 2 * own)) < 25


def test_headings_and_stamps_are_not_compared() -> None:
    assert prints("Powiatowy Urząd Pracy w Płońsku, ul. Kopernika 12") == []


@pytest.mark.django_db
def test_the_text_with_another_edge_is_told_and_still_read(cast: Cast) -> None:
    [first] = read(cast, paper(NEWS, "a.txt"))
    [second] = read(
        cast, paper(f"{NEWS}\nRozmawiała i zdjęcia zrobiła redakcja gazety powiatowej.\n", "b.txt")
    )
    assert first.like is None
    assert second.like == first and second.likeness > 80
    assert second.state == SourceState.READ and second.doubt > first.doubt
    page = cast.anna.client.get(second.get_absolute_url(), headers={"accept-language": "en"}).content.decode()
    assert "stands in another source already" in page and first.get_absolute_url() in page
    queue = cast.anna.client.get("/archive/", headers={"accept-language": "en"}).content.decode()
    assert f"{second.likeness} % as in another source" in queue


@pytest.mark.django_db
def test_a_misread_copy_is_told(cast: Cast) -> None:
    misread = (
        NEWS.replace("środę", "srodq").replace("spółdzielni", "spótdzielni").replace("zajęcia", "zajqcia")
    )
    [first], [second] = read(cast, paper(NEWS, "a.txt")), read(cast, paper(misread + "Strona 2", "b.txt"))
    assert second.like == first and second.likeness >= ALIKE


@pytest.mark.django_db
def test_other_news_and_other_partnerships_are_not_told(cast: Cast) -> None:
    read(cast, paper(NEWS, "a.txt"))
    [other] = read(cast, paper(OTHER, "b.txt"))
    assert other.like is None
    Source.objects.update(partnership=cast.theirs)
    [again] = read(cast, paper(NEWS + "Koniec.", "c.txt"))
    assert again.like is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' SQLite has one connection")
def test_of_two_copies_read_at_the_same_moment_the_later_sees_the_other(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    cast = make_cast()
    files = [paper(NEWS, "a.txt"), paper(f"{NEWS}\nZdjęcia zrobiła redakcja gazety powiatowej.\n", "b.txt")]
    sources = list(bring(cast.ours, files, by=cast.anna.actor).sources.all())
    assert [source.state for source in sources] == [SourceState.WAITING] * 2

    def slowly(source: Source, own: Sequence[int]) -> tuple[Source | None, int]:
        found = nearest(source, own)
        time.sleep(0.5)  # the other has long come to the same place
        return found

    def read_one(source: Source) -> str:
        try:
            return tasks.read_source.func(source.pk)
        finally:
            connection.close()

    monkeypatch.setattr(tasks, "nearest", slowly)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(read_one, sources)) == [SourceState.READ] * 2
    assert sorted(Source.objects.values_list("likeness", flat=True))[1] > 80


@pytest.mark.django_db
def test_the_queue_tells_doubt_in_words_and_how_it_is_ordered(cast: Cast) -> None:
    read(cast, paper(NEWS, "a.txt"), paper(f"{NEWS}\nRozmawiała redakcja gazety powiatowej.\n", "b.txt"))
    Source.objects.filter(name="a.txt").update(doubt=120)
    Source.objects.filter(name="b.txt").update(doubt=480)

    def shown(sort: str) -> str:
        page = cast.anna.client.get(
            reverse("archive:queue"), {"sort": sort}, headers={"accept-language": "pl"}
        )
        return " ".join(page.content.decode().split())

    most_first, least_first = shown("doubt"), shown("-doubt")
    assert most_first.index("duże") < most_first.index("niewielkie")
    assert least_first.index("niewielkie") < least_first.index("duże")
    assert 'aria-sort="descending"' in most_first and 'aria-sort="ascending"' in least_first
