"""The audience's vote: one voice per confirmed address and category."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from spoiwo.contests.actions.audience import award_audience, cast_voice, confirm_voice, hash_of
from spoiwo.contests.models import Edition, Entry, Voice
from spoiwo.contests.rules.audience import one_address, winners
from spoiwo.kit.request import Refused
from spoiwo.mail.models import Letter
from tests.cast import Cast
from tests.make import make_category, make_contest, make_edition, make_entry


@pytest.fixture
def entries(cast: Cast) -> list[Entry]:
    """Two entries of one category, the vote under way."""
    now = timezone.now()
    edition = make_edition(
        make_contest(cast.ours),
        state="sealed",
        audience_from=now - dt.timedelta(days=1),
        audience_until=now + dt.timedelta(days=1),
    )
    category = make_category(edition)
    return [make_entry(category, title) for title in ("Pierwsza", "Druga")]


def vote(entry: Entry, email: str, *, confirm: bool = True) -> None:
    cast_voice(entry, email, at=timezone.now())
    if confirm:
        confirm_voice(Voice.objects.get(address_hash=hash_of(email)), at=timezone.now())


@pytest.mark.parametrize(
    "same", ["ala@example.org", "ALA@Example.org", "ala+konkurs@example.org", " ala@example.org "]
)
def test_one_person_has_one_address_however_it_is_written(same: str) -> None:
    assert one_address(same) == "ala@example.org"


def test_a_tie_has_several_winners_and_silence_none() -> None:
    assert winners({1: 3, 2: 3, 3: 1}) == [1, 2] and winners({}) == [] and winners({1: 0}) == []


def test_a_voice_counts_only_once_its_letter_is_answered(entries: list[Entry], cast: Cast) -> None:
    page = cast.nobody.client.post(url(entries), form(entries[0], "ala@example.org"))
    assert page.status_code == 200 and Voice.objects.get().confirmed_at is None
    assert Letter.objects.get().to == "ala@example.org"
    there = f"/v/{Voice.objects.get().secret}/"
    cast.nobody.client.get(there)
    assert Voice.objects.get().confirmed_at is None, "looking at a link is not pressing its button"
    cast.nobody.client.post(there)
    assert Voice.objects.get().confirmed_at


def test_an_address_has_one_voice_in_a_category_and_a_confirmed_one_stays(entries: list[Entry]) -> None:
    vote(entries[0], "ala@example.org")
    vote(entries[1], "ALA+drugi@example.org", confirm=False)
    assert Voice.objects.get().entry == entries[0]


def test_nobodys_mailbox_is_filled(entries: list[Entry]) -> None:
    for _time in range(10):
        vote(entries[0], "ala@example.org", confirm=False)
    assert Letter.objects.count() == 3


def test_the_address_is_not_in_the_table(entries: list[Entry]) -> None:
    vote(entries[0], "ala@example.org")
    assert "ala" not in str(Voice.objects.values().get())


def test_outside_the_days_of_the_vote_nothing_is_taken(entries: list[Entry]) -> None:
    late = timezone.now() + dt.timedelta(days=2)
    with pytest.raises(Refused):
        cast_voice(entries[0], "ala@example.org", at=late)
    cast_voice(entries[0], "ala@example.org", at=timezone.now())
    with pytest.raises(Refused):
        confirm_voice(Voice.objects.get(), at=late)


def test_the_award_goes_to_both_who_tie_and_is_counted_once(entries: list[Entry], cast: Cast) -> None:
    vote(entries[0], "ala@example.org")
    vote(entries[1], "ola@example.org")
    edition, later = entries[0].edition, timezone.now() + dt.timedelta(days=2)
    with pytest.raises(Refused):
        award_audience(edition, by=cast.olga.actor, at=timezone.now())
    made = award_audience(edition, by=cast.olga.actor, at=later)
    assert {one.entry for one in made} == set(entries) and all(one.is_ex_aequo for one in made)
    with pytest.raises(Refused):
        award_audience(edition, by=cast.olga.actor, at=later)


def test_a_contest_without_such_a_vote_has_no_page_of_it(entries: list[Entry], cast: Cast) -> None:
    Edition.objects.update(audience_from=None, audience_until=None)
    assert cast.nobody.client.get(url(entries)).status_code == 404


@pytest.mark.parametrize("state", ["scoring", "deliberation", "called_off"])
def test_while_a_blind_jury_works_the_audience_does_not_see_who_entered(
    state: str, entries: list[Entry], cast: Cast
) -> None:
    Edition.objects.update(state=state)
    assert cast.nobody.client.get(url(entries)).status_code == 404


def test_a_strange_choice_is_an_error_at_its_place(entries: list[Entry], cast: Cast) -> None:
    bad = form(entries[0], "ala@example.org") | {f"c{entries[0].category_id}-entry": "99999"}
    assert cast.nobody.client.post(url(entries), bad).status_code == 422
    assert cast.nobody.client.get("/v/zgaduje/").status_code == 404


def url(entries: list[Entry]) -> str:
    """The page of the vote."""
    return f"{entries[0].edition.get_absolute_url()}vote/"


def form(entry: Entry, email: str) -> dict[str, Any]:
    """What the page posts."""
    prefix = f"c{entry.category_id}"
    return {"category": str(entry.category_id), f"{prefix}-entry": str(entry.pk), f"{prefix}-email": email}
