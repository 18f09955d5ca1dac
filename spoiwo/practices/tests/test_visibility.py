"""Who sees and may do what with practices: permissions equal the queries and the search, for every role and state."""

import pytest
from django.utils import timezone

from spoiwo.kit.actor import Actor, Role
from spoiwo.kit.dates import today
from spoiwo.practices.models import Practice
from spoiwo.practices.permissions import adoption_verbs, practice_verbs
from spoiwo.practices.queries.cards import facts_of
from spoiwo.practices.rules.states import PracticeState
from spoiwo.practices.search import practice_documents
from spoiwo.search.asking import Filters
from spoiwo.search.finding import find
from spoiwo.search.indexing import write
from spoiwo.search.models import Item
from tests.cast import Cast
from tests.make import make_grant, make_unit
from tests.make_practices import make_practice

PLAYERS = ["anna", "bartek", "celina", "dorota", "ewa", "roman", "olga", "jurek", "adam", "nobody"]
pytestmark = pytest.mark.django_db


def all_states(cast: Cast) -> None:
    for partnership in (cast.ours, cast.theirs):
        for state in PracticeState:
            make_practice(partnership, f"Praktyka {state}", state=state, expert=cast.jurek.user)
        make_practice(partnership, "Bez eksperta", state=PracticeState.EXPERT)
        make_practice(partnership, "Anna ocenia", state=PracticeState.EXPERT, expert=cast.anna.user)


@pytest.mark.parametrize("player", PLAYERS)
def test_what_a_person_may_view_is_what_the_query_finds(cast: Cast, player: str) -> None:
    all_states(cast)
    actor = getattr(cast, player).actor
    seen = set(Practice.objects.visible_to(actor))
    for practice in Practice.objects.all():
        can = practice_verbs(actor, **facts_of(practice))
        assert ("view" in can) == (practice in seen), practice.title
        assert "view" in can or can <= {"advance"}


@pytest.mark.parametrize("player", PLAYERS)
def test_what_is_found_is_what_may_be_seen(cast: Cast, player: str) -> None:
    all_states(cast)
    make_grant(cast.theirs, cast.roman.user, Role.COORDINATOR)
    pks = list(Practice.objects.values_list("pk", flat=True))
    write("practices.practice", pks, list(practice_documents(pks)))
    actor = getattr(cast, player).actor
    found = find("doradca", Filters(kind="practices.practice"), actor, today())
    items = Item.objects.filter(pk__in=found.numbers).values_list("object_id", flat=True)
    assert set(items) == set(Practice.objects.visible_to(actor).values_list("pk", flat=True))


def test_documents_ask_as_often_for_many_as_for_few(cast: Cast, django_assert_num_queries) -> None:
    first = make_practice(cast.ours)
    with django_assert_num_queries(4):
        list(practice_documents([first.pk]))
    more = [make_practice(cast.ours, f"Praktyka {number}").pk for number in range(3)]
    with django_assert_num_queries(4):
        assert len(list(practice_documents(more))) == 3


def test_nobody_checks_or_judges_what_their_own_partnership_wrote() -> None:
    both = Actor(user_id=7, roles={1: frozenset({Role.COORDINATOR, Role.REGIONAL_OFFICER})})
    formal = practice_verbs(both, partnership_id=1, state="formal", expert_id=7)
    expert = practice_verbs(both, partnership_id=1, state="expert", expert_id=7)
    assert not (formal | expert) & {"check", "judge", "name_expert"}
    elsewhere = practice_verbs(both, partnership_id=2, state="formal", expert_id=7)
    assert "check" in elsewhere


@pytest.mark.parametrize("role", list(Role))
def test_no_role_elsewhere_opens_a_draft(role: Role) -> None:
    stranger = Actor(user_id=1, roles={2: frozenset({role})})
    for state in (PracticeState.DRAFT, PracticeState.WITHDRAWN):
        assert practice_verbs(stranger, partnership_id=1, state=state, expert_id=1) == set()


def test_an_adoption_is_its_takers_and_a_report_is_the_givers() -> None:
    giver = Actor(user_id=1, roles={1: frozenset({Role.COORDINATOR})})
    taker = Actor(user_id=2, roles={2: frozenset({Role.FACILITATOR})})
    assert adoption_verbs(giver, taker_id=2, giver_id=1) == set()
    assert adoption_verbs(taker, taker_id=2, giver_id=1) == {"edit", "remove"}
    assert adoption_verbs(giver, taker_id=None, giver_id=1) == {"remove"}


def test_a_place_found_under_the_units_above_it(cast: Cast) -> None:
    commune = make_unit("1014032", "Błaszki")
    practice = make_practice(cast.ours, place=commune, published_at=timezone.now())
    document = next(iter(practice_documents([practice.pk])))
    assert (list(document.places), document.scope) == (["1014032"], cast.ours.pk)
