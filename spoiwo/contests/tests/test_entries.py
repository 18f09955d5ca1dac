"""Entries at the office: the list, exports, one entry, the tie to the register, withdrawal on the entrant's word."""

from collections.abc import Callable
from typing import Any

import pytest

from spoiwo.contests.models import Category, Conflict, Entry
from spoiwo.mail.models import Letter
from tests.cast import Cast
from tests.make import (
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_member,
    make_organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def category(cast: Cast) -> Category:
    return make_category(make_edition(make_contest(cast.ours)))


def listed(category: Category) -> str:
    return f"/editions/{category.edition_id}/entries/"


def test_the_list_takes_the_same_queries_however_long_it_is(
    cast: Cast, category: Category, same_queries: Callable[..., None]
) -> None:
    same_queries(lambda: cast.olga.client.get(listed(category)), lambda: make_entry(category))


def test_drafts_are_counted_and_none_of_their_words_is_shown(cast: Cast, category: Category) -> None:
    found = make_entry(category, "Tajny pomysł", state="draft")
    page = cast.anna.client.get(listed(category))
    assert page.context["drafts"]["count"] == 1
    assert "Tajny pomysł" not in page.content.decode()
    assert cast.anna.client.get(f"{listed(category)}{found.pk}/").status_code == 404


def test_who_is_barred_sees_the_entry_nowhere(cast: Cast, category: Category) -> None:
    found = make_entry(category, "Praktyka szwagra")
    member = make_member(category.edition, cast.olga.user, "secretary")
    Conflict.objects.create(entry=found, member=member, source="entrant", tie="family")
    assert "Praktyka szwagra" not in cast.olga.client.get(listed(category)).content.decode()
    export = cast.olga.client.get(f"{listed(category)}?format=csv")
    assert (
        "szwagra" not in b"".join(export.streaming_content if export.streaming else [export.content]).decode()
    )
    for part in ("", "register/", "withdrawal/", "files/1/"):
        assert cast.olga.client.get(f"{listed(category)}{found.pk}/{part}").status_code == 404
    assert cast.anna.client.get(f"{listed(category)}{found.pk}/").status_code == 200


def test_jurors_and_partners_do_not_come_in(cast: Cast, category: Category) -> None:
    found = make_entry(category)
    make_member(category.edition, cast.jurek.user)
    for player in (cast.jurek, cast.bartek, cast.celina, cast.dorota):
        assert player.client.get(listed(category)).status_code in (403, 404)
        assert player.client.get(f"{listed(category)}{found.pk}/").status_code in (403, 404)


def test_search_filters_and_export_give_the_same_rows(cast: Cast, category: Category) -> None:
    make_entry(category, "Targi pracy")
    make_entry(category, "Doradztwo", state="withdrawn")
    page = cast.olga.client.get(f"{listed(category)}?q=targi")
    assert [one.title for one in page.context["listing"].page] == ["Targi pracy"]
    page = cast.olga.client.get(f"{listed(category)}?state=withdrawn")
    assert [one.title for one in page.context["listing"].page] == ["Doradztwo"]
    export = cast.olga.client.get(f"{listed(category)}?format=csv&q=targi")
    text = b"".join(export.streaming_content if export.streaming else [export.content]).decode("utf-8-sig")
    assert "Targi pracy" in text and "Doradztwo" not in text
    workbook = cast.olga.client.get(f"{listed(category)}?format=xlsx")
    assert workbook.status_code == 200
    workbook.close()


def test_the_page_of_an_entry_shows_answers_writers_and_never_a_secret(
    cast: Cast, category: Category
) -> None:
    found = make_entry(category)
    page = cast.olga.client.get(f"{listed(category)}{found.pk}/").content.decode()
    writer = found.writers.get()
    assert "Cykl spotkań z uczniami." in page and writer.email in page
    assert writer.secret not in page
    assert f"<title>{found.title}" not in page


def test_letters_to_an_entrant_are_listed_without_their_words(cast: Cast, category: Category) -> None:
    found = make_entry(category)
    cast.anna.client.post(f"{listed(category)}{found.pk}/withdrawal/", {"reason": "Na prośbę", "sure": "on"})
    letter = Letter.objects.get()
    page = cast.anna.client.get(f"{listed(category)}{found.pk}/").content.decode()
    assert letter.subject in page and found.writers.get().secret not in page
    found.refresh_from_db()
    assert (found.state, found.withdrawn_because) == ("withdrawn", "Na prośbę")


def test_an_entry_is_tied_to_the_register_and_untied(cast: Cast, category: Category) -> None:
    body = make_organisation("Powiatowy Urząd Pracy w Opocznie")
    found = make_entry(category)
    there = f"{listed(category)}{found.pk}/register/"
    assert body.name in cast.olga.client.get(there).content.decode()
    cast.olga.client.post(there, {"organisation": body.name})
    assert Entry.objects.get().organisation == body
    cast.olga.client.post(there, {"organisation": ""})
    assert Entry.objects.get().organisation is None
    assert cast.olga.client.post(there, {"organisation": "Nie ma takiej"}).status_code == 422


def test_a_checker_reads_entries_and_changes_none(cast: Cast, category: Category) -> None:
    found = make_entry(category)
    make_member(category.edition, cast.jurek.user, "checker")
    client: Any = cast.jurek.client
    assert client.get(f"{listed(category)}{found.pk}/").status_code == 200
    assert client.get(f"{listed(category)}{found.pk}/register/").status_code == 403
    assert (
        client.post(f"{listed(category)}{found.pk}/withdrawal/", {"reason": "x", "sure": "on"}).status_code
        == 403
    )
