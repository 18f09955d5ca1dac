"""Results: ranking from the cards, ties, hidden entries, revised scores."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from spoiwo.contests.actions.ranking import compute_ranking, revise_scores
from spoiwo.contests.models import Edition, Entry, Member, Ranking, Score
from spoiwo.contests.queries.results import result_tables, stored_ranking
from spoiwo.contests.rules.results import Mark
from spoiwo.kit.request import Refused
from tests.cast import Cast
from tests.make import (
    make_category,
    make_contest,
    make_copy,
    make_edition,
    make_entry,
    make_member,
    make_reading,
    make_user,
)

pytestmark = pytest.mark.django_db
TITLES = ("Pierwsza", "Druga", "Trzecia", "Czwarta")


def judged(
    cast: Cast, *points: tuple[int, int], laureates: int | None = 1
) -> tuple[Edition, list[Entry], list[Member]]:
    """An edition in deliberation: every juror read every entry; `points` are (from the mild, from the severe) by entry."""
    edition = make_edition(make_contest(cast.ours), state="deliberation")
    category = make_category(edition, laureates=laureates)
    entries = [make_entry(category, title) for title, _two in zip(TITLES, points, strict=False)]
    jury = [make_member(edition, cast.jurek.user), make_member(edition, make_user("Zofia Lis"))]
    for entry, two in zip(entries, points, strict=True):
        make_copy(entry, title=f"[{entry.code}]")
        for member, value in zip(jury, two, strict=True):
            make_reading(entry, member, value, value)
    return edition, entries, jury


def table(edition: Edition, cast: Cast) -> Any:
    """The one category as the secretary reads it."""
    ranking = compute_ranking(edition, by=cast.olga.actor)
    return result_tables(edition, ranking.data, cast.olga.actor, with_names=True)[0]


def test_a_full_design_is_ranked_by_its_plain_means(cast: Cast) -> None:
    edition, _entries, _jury = judged(cast, (5, 3), (4, 2), (3, 2), (2, 1))
    rows = table(edition, cast).rows
    assert [row.name for row in rows] == list(TITLES)
    assert [row.raw_mean for row in rows] == pytest.approx([row.calibrated for row in rows])
    assert rows[0].is_proposed and not rows[1].is_proposed


def test_two_entries_tied_first_share_the_place_and_are_both_proposed(cast: Cast) -> None:
    edition, _entries, _jury = judged(cast, (5, 3), (5, 3), (3, 2), (2, 1))
    found = table(edition, cast)
    assert [row.place for row in found.rows] == [1, 1, 3, 4]
    assert Mark.TIED in found.rows[0].marks and len(found.ties[0]) == 2
    assert [row.is_proposed for row in found.rows] == [True, True, False, False]


def test_a_juror_reads_codes_and_the_secretary_names(cast: Cast) -> None:
    edition, entries, _jury = judged(cast, (5, 3), (4, 2), (3, 2))
    compute_ranking(edition, by=cast.olga.actor)
    url = f"/editions/{edition.pk}/results/"
    assert "Pierwsza" in cast.olga.client.get(url).content.decode()
    page = cast.jurek.client.get(url).content.decode()
    assert "Pierwsza" not in page and "Opoczn" not in page and entries[0].code in page
    assert "Opoczn" not in cast.jurek.client.get(f"{url}{entries[0].pk}/").content.decode()


def test_nobody_sees_a_result_while_the_jury_reads(cast: Cast) -> None:
    edition, entries, _jury = judged(cast, (5, 3), (4, 2))
    Edition.objects.update(state="scoring")
    for player in (cast.olga, cast.jurek, cast.adam):
        assert player.client.get(f"/editions/{edition.pk}/results/").status_code == 403
        assert player.client.get(f"/editions/{edition.pk}/results/{entries[0].pk}/").status_code == 403


def test_who_is_barred_from_an_entry_sees_neither_it_nor_a_gap(cast: Cast) -> None:
    edition, entries, _jury = judged(cast, (5, 3), (4, 2), (3, 2), (2, 1))
    me = make_member(edition, cast.olga.user, "secretary")
    me.conflicts.create(entry=entries[0], source="member", tie="family", strength="bar")
    compute_ranking(edition, by=cast.anna.actor)
    page = cast.olga.client.get(f"/editions/{edition.pk}/results/").content.decode()
    assert "Pierwsza" not in page and "Druga" in page
    rows = result_tables(edition, stored_ranking(edition).data, cast.olga.actor, with_names=True)[0].rows
    assert [row.place for row in rows] == [1, 2, 3] and rows[0].expected_rank is None
    assert cast.olga.client.get(f"/editions/{edition.pk}/results/{entries[0].pk}/").status_code == 404


def test_a_juror_with_an_own_card_open_does_not_see_the_others(cast: Cast) -> None:
    edition, entries, jury = judged(cast, (5, 3), (4, 2))
    entries[0].readings.filter(member=jury[0]).update(state="begun")
    assert cast.jurek.client.get(f"/editions/{edition.pk}/results/{entries[0].pk}/").status_code == 404
    assert cast.jurek.client.get(f"/editions/{edition.pk}/results/{entries[1].pk}/").status_code == 200


def test_a_jury_in_two_parts_gets_no_ranking_and_learns_where_it_parts(cast: Cast) -> None:
    edition = make_edition(make_contest(cast.ours), state="deliberation")
    category = make_category(edition)
    for name in ("Zofia Lis", "Adam Lech"):
        member = make_member(edition, make_user(name))
        for title in TITLES[:2]:
            make_reading(make_entry(category, title), member, 3, 4)
    compute_ranking(edition, by=cast.olga.actor)
    page = cast.olga.client.get(f"/editions/{edition.pk}/results/").content.decode()
    assert "Zofia Lis" in page and "Adam Lech" in page and not result_rows(edition)


def test_a_revised_score_stands_beside_the_first_and_makes_a_new_ranking(cast: Cast) -> None:
    edition, entries, jury = judged(cast, (5, 3), (4, 2), (3, 2))
    before = compute_ranking(edition, by=cast.olga.actor).digest
    reading = entries[2].readings.get(member=jury[0])
    pk = reading.scores.first().criterion_id
    revise_scores(reading, {pk: Decimal(5)}, "Kolega pokazał efekty.", by=cast.jurek.actor)
    score = Score.objects.get(reading=reading, criterion=pk)
    assert (score.value, score.first_value) == (5, 3)
    assert Ranking.objects.get(edition=edition).digest != before, "the worker has ranked anew"


@pytest.mark.parametrize(
    "points", [Decimal(6), Decimal(-1), Decimal("0.5"), Decimal("NaN"), Decimal("Infinity")]
)
def test_points_off_the_scale_are_refused(points: Decimal, cast: Cast) -> None:
    _edition, entries, jury = judged(cast, (5, 3), (4, 2))
    reading = entries[0].readings.get(member=jury[0])
    with pytest.raises(Refused):
        revise_scores(reading, {reading.scores.first().criterion_id: points}, "bo tak", by=cast.jurek.actor)


def test_nobody_revises_somebody_elses_scores(cast: Cast) -> None:
    _edition, entries, jury = judged(cast, (5, 3), (4, 2))
    reading = entries[0].readings.get(member=jury[1])
    assert cast.jurek.client.get(f"/judging/readings/{reading.pk}/revision/").status_code == 404
    with pytest.raises(Refused):
        revise_scores(reading, {}, "bo tak", by=cast.jurek.actor)


def test_an_entry_withdrawn_after_scoring_leaves_the_ranking(cast: Cast) -> None:
    edition, entries, _jury = judged(cast, (5, 3), (4, 2), (3, 2))
    Entry.objects.filter(pk=entries[0].pk).update(state="withdrawn")
    assert [row.name for row in table(edition, cast).rows] == ["Druga", "Trzecia"]


def test_a_sealed_edition_keeps_its_ranking(cast: Cast) -> None:
    edition, _entries, _jury = judged(cast, (5, 3), (4, 2))
    edition.state = "sealed"
    with pytest.raises(Refused):
        compute_ranking(edition, by=cast.olga.actor)


def test_the_page_asks_the_same_number_of_queries_for_any_number_of_entries(
    cast: Cast, same_queries: Callable
) -> None:
    edition, entries, jury = judged(cast, (5, 3), (4, 2))

    def more() -> None:
        make_reading(make_entry(entries[0].category, "Nowa"), jury[0], 3, 4)
        compute_ranking(edition, by=cast.olga.actor)

    same_queries(lambda: cast.olga.client.get(f"/editions/{edition.pk}/results/"), more)


def test_every_page_of_the_result_opens(cast: Cast) -> None:
    edition, entries, _jury = judged(cast, (5, 3), (4, 2), (3, 2))
    compute_ranking(edition, by=cast.olga.actor)
    for page in ("", "jurors/", f"{entries[0].pk}/"):
        assert cast.olga.client.get(f"/editions/{edition.pk}/results/{page}").status_code == 200
    assert cast.nobody.client.get("/contests/method/").status_code == 200


def result_rows(edition: Edition) -> list[Any]:
    """What the stored ranking lists."""
    return stored_ranking(edition).data.get("entries", [])
