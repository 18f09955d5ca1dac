"""The table of verbs, and that SQL says the same."""

import pytest

from spoiwo.kit.actor import Actor, Role
from spoiwo.register.models import ImportBatch, Mandate, Organisation, Person
from spoiwo.register.permissions import (
    import_verbs,
    mandate_verbs,
    organisation_verbs,
    person_verbs,
    register_verbs,
)
from tests.cast import Cast
from tests.make import make_book, make_mandate, make_organisation, make_person

OURS, THEIRS = 1, 2
PLAYERS = ("nobody", "bartek", "celina", "roman", "ewa", "dorota", "anna", "adam")


def actor(role: Role) -> Actor:
    return Actor(user_id=1, roles={7: frozenset({role})}, books={OURS: frozenset({role})})


COORDINATOR, DIRECTOR, FACILITATOR = map(actor, (Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR))
OFFICER, PARTNER, ADMIN, NOBODY = (
    actor(Role.REGIONAL_OFFICER),
    actor(Role.PARTNER),
    Actor(1, is_admin=True),
    Actor(),
)
EDITS = {"view", "history", "edit", "merge", "confirm"}


@pytest.mark.parametrize(
    ("who", "ours", "theirs", "nobodys"),
    [
        (COORDINATOR, EDITS, {"view"}, {"view", "keep"}),
        (DIRECTOR, {"view", "history"}, {"view"}, {"view"}),
        (FACILITATOR, {"view", "history"}, {"view"}, {"view"}),
        (OFFICER, {"view"}, {"view"}, {"view"}),
        (PARTNER, set(), set(), set()),
        (NOBODY, set(), set(), set()),
        (ADMIN, EDITS, EDITS, EDITS),
    ],
)
def test_verbs_of_an_organisation(who: Actor, ours: set, theirs: set, nobodys: set) -> None:
    assert organisation_verbs(who, book_id=OURS) == ours
    assert organisation_verbs(who, book_id=THEIRS) == theirs
    assert organisation_verbs(who, book_id=None) == nobodys


@pytest.mark.parametrize(
    ("who", "ours"),
    [
        (COORDINATOR, {"view", "edit", "history"}),
        (DIRECTOR, {"view", "history"}),
        (FACILITATOR, {"view", "history"}),
        (OFFICER, set()),
        (PARTNER, set()),
        (NOBODY, set()),
    ],
)
def test_verbs_of_a_person(who: Actor, ours: set) -> None:
    assert person_verbs(who, book_id=OURS) == ours
    assert person_verbs(who, book_id=THEIRS) == set()


@pytest.mark.parametrize(
    ("who", "verbs"),
    [
        (COORDINATOR, {"list", "list_people", "add", "import", "find_duplicates"}),
        (ADMIN, {"list", "list_people", "add", "import", "find_duplicates"}),
        (DIRECTOR, {"list", "list_people"}),
        (OFFICER, {"list"}),
        (PARTNER, set()),
        (NOBODY, set()),
    ],
)
def test_verbs_of_the_register(who: Actor, verbs: set) -> None:
    assert register_verbs(who) == verbs


@pytest.mark.parametrize("player", PLAYERS)
def test_view_is_among_the_verbs_exactly_when_the_row_is_in_the_query(player: str, cast: Cast) -> None:
    books = [cast.ours.book, cast.theirs.book, make_book()]
    for book in [*books, None]:
        organisation = make_organisation(book=book)
        make_mandate(organisation)
        for keeper in books:
            make_mandate(organisation, person=make_person(book=keeper))
    for book in books:
        ImportBatch.objects.create(book=book, file_name="a.csv", content=b"")
    actor = getattr(cast, player).actor
    for organisation in Organisation.objects.all():
        can = organisation_verbs(actor, book_id=organisation.book_id)
        assert ("view" in can) == Organisation.objects.visible_to(actor).filter(pk=organisation.pk).exists()
    for person in Person.objects.all():
        can = person_verbs(actor, book_id=person.book_id)
        assert ("view" in can) == Person.objects.visible_to(actor).filter(pk=person.pk).exists()
    for one in Mandate.objects.select_related("person", "organisation"):
        can = mandate_verbs(
            actor,
            person_book_id=one.person.book_id if one.person else None,
            organisation_book_id=one.organisation.book_id,
        )
        assert ("view" in can) == Mandate.objects.visible_to(actor).filter(pk=one.pk).exists()
    for batch in ImportBatch.objects.all():
        can = import_verbs(actor, book_id=batch.book_id)
        assert ("view" in can) == ImportBatch.objects.visible_to(actor).filter(pk=batch.pk).exists()
