"""How far the jury is, without a score; reminders; cards opened again."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from spoiwo.contests.actions.progress import nudge
from spoiwo.contests.models import Edition, Reading
from spoiwo.mail.models import Letter
from tests.cast import Cast
from tests.make import (
    make_category,
    make_contest,
    make_edition,
    make_entry,
    make_member,
    make_reading,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast: Cast) -> Edition:
    """An edition whose jury is reading."""
    found = make_edition(make_contest(cast.ours), state="scoring")
    make_category(found)
    return found


def read_by(edition: Edition, name: str = "Jan Próbny", *states: str) -> Any:
    """A juror with a card in each of these states."""
    member = make_member(edition, make_user(name))
    for state in states:
        points = (4, 3) if state == "submitted" else ()
        make_reading(make_entry(edition.categories.get()), member, *points, state=state)
    return member


def test_each_juror_is_counted_and_no_score_shows(cast: Cast, edition: Edition) -> None:
    member = read_by(edition, "Jan Próbny", "assigned", "begun", "submitted", "submitted", "recused")
    sample = make_entry(edition.categories.get(), is_sample=True)
    make_reading(sample, member)
    Reading.objects.filter(state="submitted").first().scores.update(value="2.5")
    page = cast.olga.client.get(f"/editions/{edition.pk}/progress/")
    [row] = page.context["rows"]
    assert (row.all, row.begun, row.done, row.open) == (4, 1, 2, 2)
    assert [(one.of.name, one.all) for one in page.context["categories"]] == [("Urzędy pracy", 4)]
    assert "2,5" not in page.content.decode() and "2.5" not in page.content.decode()


def test_after_its_day_an_open_card_is_overdue(cast: Cast, edition: Edition) -> None:
    read_by(edition, "Jan Próbny", "begun")
    read_by(edition, "Ewa Próbna", "submitted")
    Edition.objects.update(scoring_until=timezone.now() - dt.timedelta(hours=1))
    rows = cast.olga.client.get(f"/editions/{edition.pk}/progress/").context["rows"]
    assert {str(row.of): row.is_late for row in rows} == {"Jan Próbny": True, "Ewa Próbna": False}


def test_jurors_with_open_cards_are_reminded_at_most_once_a_day(cast: Cast, edition: Edition) -> None:
    late = read_by(edition, "Jan Próbny", "begun", "assigned")
    read_by(edition, "Ewa Próbna", "submitted")
    url = f"/editions/{edition.pk}/progress/reminder/"
    cast.olga.client.post(url, {"all": "1"})
    cast.olga.client.post(url, {"all": "1"})
    cast.olga.client.post(url, {"members": [late.pk]})
    assert [one.to for one in Letter.objects.all()] == [late.user.email]
    Reading.objects.update(nudged_at=timezone.now() - dt.timedelta(days=1))
    assert nudge(edition, None, by=cast.olga.actor) == 1


def test_only_the_chosen_are_reminded(cast: Cast, edition: Edition) -> None:
    read_by(edition, "Jan Próbny", "begun")
    chosen = read_by(edition, "Ewa Próbna", "assigned")
    cast.olga.client.post(f"/editions/{edition.pk}/progress/reminder/", {"members": [chosen.pk, "x"]})
    assert [one.to for one in Letter.objects.all()] == [chosen.user.email]


def test_nobody_is_reminded_once_the_reading_is_over(cast: Cast, edition: Edition) -> None:
    read_by(edition, "Jan Próbny", "begun")
    Edition.objects.update(state="deliberation")
    cast.olga.client.post(f"/editions/{edition.pk}/progress/reminder/", {"all": "1"})
    assert not Letter.objects.exists()


def test_a_submitted_card_is_opened_again_with_its_scores(cast: Cast, edition: Edition) -> None:
    member = read_by(edition, "Jan Próbny", "submitted")
    card = Reading.objects.get()
    url = f"/editions/{edition.pk}/progress/"
    assert card.entry.code in cast.olga.client.get(f"{url}?juror={member.pk}").content.decode()
    cast.olga.client.post(f"{url}{card.pk}/reopening/")
    card.refresh_from_db()
    assert (card.state, card.submitted_at, card.scores.count()) == ("begun", None, 2)
    assert not Reading.objects.counted().exists()


def test_in_the_deliberation_no_card_is_opened_again(cast: Cast, edition: Edition) -> None:
    read_by(edition, "Jan Próbny", "submitted")
    Edition.objects.update(state="deliberation")
    card = Reading.objects.get()
    cast.olga.client.post(f"/editions/{edition.pk}/progress/{card.pk}/reopening/")
    card.refresh_from_db()
    assert card.state == "submitted"


def test_a_barred_secretary_opens_no_card_of_that_entry(cast: Cast, edition: Edition) -> None:
    read_by(edition, "Jan Próbny", "submitted")
    card = Reading.objects.get()
    secretary = make_member(edition, cast.olga.user, "secretary")
    card.entry.conflicts.create(member=secretary, source="member", tie="family", strength="bar")
    url = f"/editions/{edition.pk}/progress/{card.pk}/reopening/"
    assert cast.olga.client.post(url).status_code == 404
    assert cast.anna.client.post(url).status_code == 302


def test_the_progress_is_the_offices_business(cast: Cast, edition: Edition) -> None:
    read_by(edition, "Jan Próbny", "submitted")
    make_member(edition, cast.jurek.user)
    base = f"/editions/{edition.pk}/progress/"
    who = ("nobody", "celina", "jurek", "olga")
    assert [getattr(cast, one).client.get(base).status_code for one in who] == [302, 403, 403, 200]
    for url in ("reminder/", f"{Reading.objects.get().pk}/reopening/"):
        assert cast.jurek.client.post(base + url).status_code == 403


def test_the_page_asks_the_same_number_of_queries(cast: Cast, edition: Edition, same_queries: Any) -> None:
    same_queries(
        lambda: cast.olga.client.get(f"/editions/{edition.pk}/progress/"),
        lambda: read_by(edition, "Jan Próbny", "submitted", "begun"),
    )
