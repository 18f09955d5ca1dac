"""Adoptions: recorded by the taker's people, tied to whom they learned from and to what came of it; awards become cards."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from spoiwo import trail
from spoiwo.contests.actions.history import agree_to_publish, withdraw_consent
from spoiwo.contests.models import Award
from spoiwo.kit.actor import SYSTEM, Role
from spoiwo.mail.models import Letter
from spoiwo.mail.post import letters_about
from spoiwo.practices.models import Adoption, Practice
from tests.cast import Cast
from tests.make import make_card, make_contest, make_edition, make_grant, make_organisation, make_unit
from tests.make_practices import make_practice, make_project

pytestmark = pytest.mark.django_db


def url(name: str, practice: Practice, *rest: int) -> str:
    return reverse(f"practices:{name}", args=[practice.pk, *rest])


def record(**fields: Any) -> dict[str, str]:
    given = {
        "taker": "PUP w Opocznie",
        "place": "1419",
        "adopted_on": "01.09.2029",
        "state": "running",
    } | fields
    return {name: str(value) for name, value in given.items()}


def test_a_taker_records_what_was_changed_and_the_giver_gets_a_letter(cast: Cast) -> None:
    practice = make_practice(cast.ours)
    module = practice.modules.create(title="Dyżur")
    project = make_project(cast.theirs, "Projekt Celiny")
    data = record(
        modules=module.pk, changed="co dwa tygodnie", cost="21 000,50", result="88 osób", project=project.pk
    )
    response = cast.celina.client.post(url("adoption_new", practice), data)
    assert response["Location"] == url("adoptions", practice)
    made = Adoption.objects.get()
    assert (made.partnership, str(made.cost), list(made.modules.all())) == (cast.theirs, "21000.50", [module])
    people = letters_about("practices.practice", practice.pk).values_list("to", flat=True)
    assert set(people) == {cast.anna.user.email, cast.ewa.user.email}
    shown = cast.celina.client.get(url("adoptions", practice)).content.decode()
    assert "co dwa tygodnie" in shown and "Projekt Celiny" in shown
    public = cast.nobody.client.get(url("practice", practice)).content.decode()
    assert "co dwa tygodnie" in public and "Projekt Celiny" not in public
    assert (
        practice.title
        in cast.celina.client.get(reverse("projects:project", args=[project.pk])).content.decode()
    )


def test_posting_the_same_record_twice_makes_one(cast: Cast) -> None:
    practice = make_practice(cast.ours)
    cast.celina.client.post(url("adoption_new", practice), record())
    again = cast.celina.client.post(url("adoption_new", practice), record(changed="drugi raz"))
    assert again.status_code == 422 and "drugi raz" in again.content.decode()
    assert Adoption.objects.count() == 1


def test_what_belongs_to_others_cannot_be_chosen(cast: Cast) -> None:
    practice, other = make_practice(cast.ours), make_practice(cast.ours, "Inna")
    alien = {
        "partnership": cast.ours.pk,
        "project": make_project(cast.ours).pk,
        "card": make_card(cast.ours).pk,
        "modules": other.modules.create(title="Obcy").pk,
        "taken_from": other.adoptions.create(taker="X", place=other.place, adopted_on="2029-01-01").pk,
    }
    for name, value in alien.items():
        response = cast.celina.client.post(url("adoption_new", practice), record(**{name: value}))
        assert response.status_code == 422, name
    assert not practice.adoptions.exists()


def test_a_project_must_be_of_the_partnership_that_takes_over(cast: Cast) -> None:
    make_grant(cast.theirs, cast.anna.user, Role.COORDINATOR)
    practice = make_practice(cast.ours)
    data = record(partnership=cast.theirs.pk, project=make_project(cast.ours).pk)
    assert cast.anna.client.post(url("adoption_new", practice), data).status_code == 422


def test_only_a_published_practice_is_taken_over_and_only_by_those_who_write(cast: Cast) -> None:
    draft = make_practice(cast.ours, state="draft")
    assert cast.anna.client.post(url("adoption_new", draft), record()).status_code == 403
    practice = make_practice(cast.ours, "Inna")
    statuses = [
        getattr(cast, who).client.get(url("adoption_new", practice)).status_code
        for who in ("bartek", "roman")
    ]
    assert statuses == [403, 403]


def test_the_tree_shows_who_learned_from_whom_and_bites_no_tail(cast: Cast) -> None:
    practice = make_practice(cast.ours)
    first = practice.adoptions.create(
        taker="Pierwszy", place=practice.place, adopted_on="2028-01-01", partnership=cast.theirs
    )
    cast.celina.client.post(url("adoption_new", practice), record(taker="Drugi", taken_from=first.pk))
    second = practice.adoptions.get(taker="Drugi")
    page = cast.nobody.client.get(url("adoptions", practice)).content.decode()
    assert page.index("Pierwszy") < page.index("<ul>", page.index("Pierwszy")) < page.index("Drugi")
    tail = cast.celina.client.post(
        url("adoption_edit", practice, first.pk), record(taker="Pierwszy", taken_from=second.pk)
    )
    assert tail.status_code == 422
    cast.celina.client.post(url("adoption_removal", practice, first.pk))
    second.refresh_from_db()
    assert (second.taken_from, practice.adoptions.count()) == (None, 1)


def test_nobody_changes_the_record_of_others(cast: Cast) -> None:
    practice = make_practice(cast.ours)
    theirs = practice.adoptions.create(
        taker="PUP", place=practice.place, adopted_on="2028-01-01", partnership=cast.theirs
    )
    told = practice.adoptions.create(taker="Gmina", place=practice.place, adopted_on="2028-02-01")
    assert cast.anna.client.post(url("adoption_edit", practice, theirs.pk), record()).status_code == 403
    assert cast.anna.client.post(url("adoption_removal", practice, theirs.pk)).status_code == 403
    assert cast.celina.client.post(url("adoption_removal", practice, told.pk)).status_code == 403
    assert cast.anna.client.post(url("adoption_removal", practice, told.pk)).status_code == 302
    other = make_practice(cast.ours, "Inna")
    assert cast.celina.client.get(url("adoption_edit", other, theirs.pk)).status_code == 404
    changed = cast.celina.client.post(url("adoption_edit", practice, theirs.pk), record(result="120 osób"))
    assert changed.status_code == 302
    assert practice.adoptions.get().result == "120 osób"


def award_of(cast: Cast, **fields: Any) -> Award:
    edition = make_edition(make_contest(cast.ours), state="published")
    return Award.objects.create(
        edition=edition,
        name="I miejsce",
        organisation_name="PUP w Opocznie",
        practice="Edukacja dla pracy",
        **fields,
    )


def test_a_laureates_consent_makes_one_card_in_the_contests_partnership(cast: Cast) -> None:
    award = award_of(cast)
    for text in ("Nasz cykl spotkań.", "Poprawiony tekst."):
        agree_to_publish(award, text, "Maria Wójcik")
    practice = Practice.objects.get()
    assert (practice.partnership, practice.state, practice.title) == (
        cast.ours,
        "draft",
        "Edukacja dla pracy",
    )
    assert (practice.actions, practice.contact, practice.owner) == (
        "Nasz cykl spotkań.",
        "Maria Wójcik",
        "PUP w Opocznie",
    )
    assert [step.label for step in trail.around(practice, SYSTEM)[0]] == [
        f"{award.edition.name}: I miejsce, PUP w Opocznie"
    ]


def test_a_laureate_who_coordinates_a_partnership_gets_the_card_there(cast: Cast) -> None:
    body = make_organisation("Powiatowy Urząd Pracy w Opocznie")
    cast.theirs.coordinator = body
    cast.theirs.save()
    agree_to_publish(
        award_of(cast, organisation=body, place=make_unit("1007", "opoczyński")), "Tekst.", "Maria"
    )
    practice = Practice.objects.get()
    assert (practice.partnership, practice.place.code) == (cast.theirs, "1007")


@pytest.mark.parametrize(
    ("state", "after"),
    [("published", "withdrawn"), ("expert", "draft"), ("draft", "draft"), ("withdrawn", "withdrawn")],
)
def test_a_consent_taken_back_takes_the_card_out_of_sight_and_its_writers_are_told(
    cast: Cast, state: str, after: str
) -> None:
    award = agree_to_publish(award_of(cast), "Nasz cykl spotkań.", "Maria Wójcik")
    Practice.objects.update(state=state, published_at=timezone.now())
    Letter.objects.all().delete()
    withdraw_consent(award)
    assert Practice.objects.get().state == after
    told = set(Letter.objects.values_list("to", flat=True))
    assert told == (set() if state == "withdrawn" else {cast.anna.user.email, cast.ewa.user.email})
    withdraw_consent(award)
    assert Practice.objects.get().state == after
    assert set(Letter.objects.values_list("to", flat=True)) == told


def test_a_card_of_the_same_title_does_not_stop_the_consent(cast: Cast) -> None:
    make_practice(cast.ours, "Edukacja dla pracy")
    award = agree_to_publish(award_of(cast), "Tekst.", "Maria")
    assert award.consented_at is not None
    assert Practice.objects.count() == 1


def test_a_project_is_described_as_a_practice_with_its_words(cast: Cast) -> None:
    make_unit("1419", "płocki")
    project = make_project(cast.ours, "Szlak rowerowy", summary="Trasa przez pięć gmin.")
    address = f"{reverse('practices:practice_new')}?project={project.pk}"
    assert address in cast.anna.client.get(reverse("projects:project", args=[project.pk])).content.decode()
    assert "Trasa przez pięć gmin." in cast.anna.client.get(address).content.decode()
    cast.anna.client.post(address, {"title": "Szlak rowerowy", "scale": "county", "owner": "LGD"})
    assert [step.label for step in trail.around(Practice.objects.get(), SYSTEM)[0]] == [
        "Project: Szlak rowerowy"
    ]
    assert cast.celina.client.get(address).status_code == 404
