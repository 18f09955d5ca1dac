"""Cards as actions write them: two at once lose nothing, an agreed card stays whole, the history says who."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from spoiwo import audit, trail
from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.kit.request import Refused
from spoiwo.projects.actions.cards import (
    move_card,
    publish_card,
    save_card,
    start_card,
    write_field,
    write_fields,
)
from spoiwo.projects.actions.rows import Cost, Partner, save_costs, save_partners
from spoiwo.projects.models import ConceptCard
from spoiwo.projects.permissions import card_verbs
from spoiwo.projects.queries import programme_of, total_of
from spoiwo.projects.rules import LONGEST, CardState
from tests.cast import Cast
from tests.make import make_card, make_meeting, make_partnership

PLAYERS = ["anna", "bartek", "celina", "dorota", "ewa", "roman", "adam", "nobody"]
SYSTEM = Actor(user_id=1, name="Anna Zielińska")
pytestmark = pytest.mark.django_db


def lines(card: ConceptCard) -> list[str]:
    return [line.what for line in audit.history(kind="projects.conceptcard", object_id=card.pk).object_list]


@pytest.mark.parametrize("player", PLAYERS)
def test_what_a_person_may_view_is_what_the_query_finds(cast: Cast, player: str) -> None:
    for partnership in (cast.ours, cast.theirs):
        for state in CardState:
            make_card(partnership, f"{state}", state=state)
            if state in (CardState.AGREED, CardState.PRESENTED):
                make_card(partnership, f"{state} publiczna", state=state, is_public=True)
    actor = getattr(cast, player).actor
    seen = set(ConceptCard.objects.visible_to(actor))
    for card in ConceptCard.objects.all():
        facts = {"is_public": card.is_public, "state": card.state}
        can = card_verbs(actor, partnership_id=card.partnership_id, **facts)
        assert ("view" in can) == (card in seen)
        assert "view" in can or not can


@pytest.mark.parametrize("role", list(Role))
def test_no_role_elsewhere_opens_a_card_here(role: Role) -> None:
    stranger = Actor(user_id=1, roles={2: frozenset({role})})
    for state in CardState:
        assert card_verbs(stranger, partnership_id=1, is_public=False, state=state) == set()


def test_cards_are_numbered_within_their_partnership_and_tied_to_their_origin(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    one = start_card(cast.ours, "Szlak  rowerowy", by=cast.anna.actor, origin=meeting)
    two = start_card(
        cast.ours, "Inkubator", texts={"aim": "a\r\nb"}, by=cast.anna.actor, group_label="Grupa 1"
    )
    other = start_card(cast.theirs, "Szlak rowerowy", by=cast.celina.actor)
    assert [one.number, two.number, other.number] == [1, 2, 1]
    assert (one.title, two.aim) == ("Szlak rowerowy", "a\nb")
    origins, _results = trail.around(one, cast.anna.actor)
    assert [step.label for step in origins] == [meeting.title]


def test_the_same_title_twice_is_refused_unless_the_first_was_dropped(cast: Cast) -> None:
    one = start_card(cast.ours, "Szlak", by=cast.anna.actor)
    with pytest.raises(Refused):
        start_card(cast.ours, "Szlak", by=cast.anna.actor)
    move_card(one, CardState.DROPPED, by=cast.anna.actor, reason="Brak chętnych")
    assert start_card(cast.ours, "Szlak", by=cast.anna.actor).number == 2


def test_a_text_that_cards_do_not_have_is_a_mistake_of_the_caller(cast: Cast) -> None:
    with pytest.raises(ValueError, match="is_public"):
        start_card(cast.ours, "Szlak", texts={"is_public": "1"}, by=cast.anna.actor)
    with pytest.raises(Refused):
        write_field(make_card(cast.ours), "title", "", "x", by=cast.anna.actor)


def test_two_with_stale_bases_lose_no_line(cast: Cast) -> None:
    card = make_card(cast.ours, goals="pierwszy\ndrugi")
    stale = ConceptCard.objects.get(pk=card.pk)
    write_field(card, "goals", "pierwszy\ndrugi", "pierwszy\ndrugi\ntrzeci", by=NOBODY, writer="Grupa 1")
    merged = write_field(
        stale, "goals", "pierwszy\ndrugi", "zero\npierwszy\ndrugi", by=NOBODY, writer="Grupa 2"
    )
    assert merged.both
    assert stale.goals == "zero\npierwszy\ndrugi\ntrzeci"
    assert stale.revision == 2
    assert ConceptCard.objects.get(pk=card.pk).goals == stale.goals


def test_the_same_text_sent_twice_counts_once(cast: Cast) -> None:
    card = make_card(cast.ours, risks="")
    for _time in range(2):
        write_field(card, "risks", "", "susza", by=NOBODY, writer="Grupa 1")
    assert (card.risks, card.revision) == ("susza", 1)


def test_one_sitting_of_one_writer_is_one_line_in_the_history(cast: Cast) -> None:
    card = make_card(cast.ours, risks="")
    for text in ("s", "su", "susza"):
        write_field(card, "risks", card.risks, text, by=NOBODY, writer="Grupa 1")
    write_field(card, "risks", "susza", "susza\npowódź", by=NOBODY, writer="Grupa 2")
    history = audit.history(kind="projects.conceptcard", object_id=card.pk).object_list
    assert [line.who for line in history] == ["Grupa 2", "Grupa 1"]
    ConceptCard.objects.update(noted_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    write_field(card, "risks", card.risks, "", by=NOBODY, writer="Grupa 2")
    assert len(lines(card)) == 3


def test_an_agreed_text_is_not_changed_under_anybodys_hands(cast: Cast) -> None:
    card = make_card(cast.ours, state=CardState.AGREED)
    with pytest.raises(Refused):
        write_field(card, "aim", card.aim, "inny", by=cast.anna.actor)
    assert not write_field(card, "aim", card.aim, card.aim, by=cast.anna.actor).both


def test_a_text_that_is_too_long_is_refused_at_its_field(cast: Cast) -> None:
    card = make_card(cast.ours)
    with pytest.raises(Refused) as refused:
        write_fields(card, {"risks": ("", "x" * (LONGEST + 1))}, by=cast.anna.actor)
    assert refused.value.field == "risks"
    assert ConceptCard.objects.get(pk=card.pk).risks == ""


def test_a_card_goes_its_way_and_what_is_not_whole_stays(cast: Cast) -> None:
    card = make_card(cast.ours, deputy_name="")
    with pytest.raises(Refused):
        move_card(card, CardState.AGREED, by=cast.anna.actor)
    save_card(card, by=cast.anna.actor, deputy_name="Piotr Zając")
    move_card(card, CardState.AGREED, by=cast.anna.actor)
    with pytest.raises(Refused) as refused:
        save_card(card, by=cast.anna.actor, deputy_name="maria wiśniewska")
    assert refused.value.field == "deputy_name"
    publish_card(card, by=cast.anna.actor, is_public=True)
    move_card(card, CardState.PRESENTED, by=cast.anna.actor)
    dropped = move_card(card, CardState.DROPPED, by=cast.anna.actor, reason="Brak środków")
    assert (dropped.is_public, dropped.dropped_because) == (False, "Brak środków")
    with pytest.raises(Refused):
        save_card(card, by=cast.anna.actor, next_step="coś")
    assert move_card(card, CardState.DRAFT, by=cast.anna.actor).dropped_because == ""


def test_a_card_in_work_is_never_public_not_even_by_hand(cast: Cast) -> None:
    card = make_card(cast.ours)
    with pytest.raises(Refused):
        publish_card(card, by=cast.anna.actor, is_public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConceptCard.objects.filter(pk=card.pk).update(is_public=True)


def test_partners_and_costs_are_saved_as_a_whole(cast: Cast) -> None:
    card = make_card(cast.ours)
    save_partners(card, [Partner("Gmina Leoncin", "sala"), Partner("Nadleśnictwo")], by=cast.anna.actor)
    save_partners(card, [Partner("Gmina Leoncin")], by=cast.anna.actor)
    save_costs(
        card, [Cost("tablice", Decimal("1200.50")), Cost("projekt", Decimal(800), "LGD")], by=cast.anna.actor
    )
    assert [one.name for one in card.partners.all()] == ["Gmina Leoncin"]
    assert total_of(card) == Decimal("2000.50")
    with pytest.raises(Refused):
        save_costs(card, [Cost("x", Decimal(-1))], by=cast.anna.actor)
    assert card.costs.count() == 2


def test_the_programme_holds_the_agreed_cards_that_the_reader_may_see(cast: Cast) -> None:
    for state in CardState:
        make_card(cast.ours, f"{state}", state=state)
    make_card(cast.ours, "publiczna", state=CardState.AGREED, is_public=True)
    assert [one.title for one in programme_of(cast.ours, cast.bartek.actor)] == [
        "agreed",
        "presented",
        "publiczna",
    ]
    assert [one.title for one in programme_of(cast.ours, NOBODY)] == ["publiczna"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' SQLite has one connection")
def test_twenty_writers_at_once_lose_no_line() -> None:
    card = make_card(make_partnership(), goals="")

    def write(number: int) -> None:
        try:
            write_field(card, "goals", "", f"cel {number}", by=NOBODY, writer=f"Grupa {number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(20)))
    kept = ConceptCard.objects.get(pk=card.pk)
    assert sorted(kept.goals.split("\n")) == sorted(f"cel {number}" for number in range(20))
    assert kept.revision == 20
