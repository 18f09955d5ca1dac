"""Projects: recorded by hand or from a card, with their partners; who sees them; nothing typed is lost."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor, Role
from spoiwo.projects.audit import SENTENCES, Verb
from spoiwo.projects.models import Project
from spoiwo.projects.permissions import project_verbs
from spoiwo.projects.rules import ProjectState
from tests.cast import Cast
from tests.make import make_card, make_organisation
from tests.make_practices import make_project

PLAYERS = ["anna", "bartek", "celina", "dorota", "ewa", "roman", "olga", "adam", "nobody"]
HOSTILE = "<script>alert(1)</script> {{ 7 }} \"' ąęść"
NEW = reverse("projects:project_new")
pytestmark = pytest.mark.django_db


def posted(*partners: tuple[str, str], **fields: str) -> dict[str, str]:
    data = {"title": "Szlak rowerowy", "state": "running"} | fields
    data |= {"form-TOTAL_FORMS": str(len(partners)), "form-INITIAL_FORMS": "0"}
    for number, (name, part) in enumerate(partners):
        data |= {f"form-{number}-name": name, f"form-{number}-part": part}
    return data


def url(name: str, project: Project) -> str:
    return reverse(f"projects:{name}", args=[project.pk])


@pytest.mark.parametrize("player", PLAYERS)
def test_what_a_person_may_view_is_what_the_query_finds(cast: Cast, player: str) -> None:
    for partnership in (cast.ours, cast.theirs):
        for is_public in (True, False):
            make_project(partnership, is_public=is_public)
    actor = getattr(cast, player).actor
    seen = set(Project.objects.visible_to(actor))
    for project in Project.objects.all():
        can = project_verbs(actor, partnership_id=project.partnership_id, is_public=project.is_public)
        assert ("view" in can) == (project in seen)
        assert "view" in can or not can


@pytest.mark.parametrize("role", list(Role))
def test_no_role_elsewhere_opens_a_project_here(role: Role) -> None:
    stranger = Actor(user_id=1, roles={2: frozenset({role})})
    assert project_verbs(stranger, partnership_id=1, is_public=False) == set()


def test_a_project_is_recorded_with_its_partners_in_their_order(cast: Cast) -> None:
    body = make_organisation("Gmina Leoncin", nip="5310000000")
    data = posted(
        ("Nadleśnictwo Płock", "grunty"), ("", ""), ("gmina leoncin", ""),
        lead="Gmina Leoncin · 5310000000", value="1 200,50", starts_on="01.03.2026", ends_on="2027-02-28",
        programme="Program Leader",
    )  # fmt: skip
    response = cast.anna.client.post(NEW, data)
    made = Project.objects.get()
    assert response["Location"] == made.get_absolute_url()
    assert (made.lead, made.lead_organisation, made.value) == ("Gmina Leoncin", body, Decimal("1200.50"))
    assert (made.starts_on, made.ends_on) == (dt.date(2026, 3, 1), dt.date(2027, 2, 28))
    assert [(one.name, one.organisation, one.part) for one in made.partners.all()] == [
        ("Nadleśnictwo Płock", None, "grunty"),
        ("gmina leoncin", body, ""),
    ]
    assert not made.is_public
    page = unescape(cast.anna.client.get(url("project", made)).content.decode())
    assert "Nadleśnictwo Płock" in page and "1 200,50" in page.replace("\xa0", " ").replace("\u202f", " ")


def test_posting_the_same_form_twice_records_one_project(cast: Cast) -> None:
    cast.anna.client.post(NEW, posted())
    again = cast.anna.client.post(NEW, posted(("Nadleśnictwo Płock", "grunty")))
    assert again.status_code == 422
    assert "Nadleśnictwo Płock" in again.content.decode()
    assert Project.objects.count() == 1


def test_a_project_of_a_card_begins_with_its_texts_and_stands_on_its_trail(cast: Cast) -> None:
    card = make_card(cast.ours, state="agreed", target_group="Młodzi rolnicy")
    card.partners.create(name="Nadleśnictwo Płock", brings="grunty")
    page = cast.ewa.client.get(reverse("projects:card", args=[card.pk])).content.decode()
    address = f"{NEW}?card={card.pk}"
    assert address in page
    form = cast.ewa.client.get(address).content.decode()
    assert "Młodzi rolnicy" in form and "Nadleśnictwo Płock" in form and card.title in form
    cast.ewa.client.post(address, posted(title=card.title))
    made = Project.objects.get()
    assert (made.card, made.partnership) == (card, cast.ours)
    assert [step.url for step in trail.around(made, cast.ewa.actor)[0]] == [card.get_absolute_url()]
    assert made.title in cast.ewa.client.get(reverse("projects:card", args=[card.pk])).content.decode()


@pytest.mark.parametrize("asked", ["0", "x", "99999999999999999999", "٣"])
def test_a_card_that_is_none_makes_no_error_of_ours(cast: Cast, asked: str) -> None:
    assert cast.anna.client.get(NEW, {"card": asked}).status_code in (200, 404)


def test_a_card_of_others_gives_no_project(cast: Cast) -> None:
    theirs = make_card(cast.theirs)
    assert cast.anna.client.get(NEW, {"card": theirs.pk}).status_code == 404
    public = make_card(cast.theirs, state="agreed", is_public=True)
    assert cast.anna.client.post(f"{NEW}?card={public.pk}", posted()).status_code == 403
    assert not Project.objects.exists()


def test_nobody_records_for_a_partnership_of_others(cast: Cast) -> None:
    response = cast.celina.client.post(NEW, posted(partnership=str(cast.ours.pk)))
    assert response.status_code == 422
    assert [cast.bartek.client.get(NEW).status_code, cast.nobody.client.get(NEW).status_code] == [403, 302]


@pytest.mark.parametrize(
    "fields",
    [{"starts_on": "2026-03-01", "ends_on": "2026-02-01"}, {"value": "-5"}, {"value": "sto"}, {"title": ""}],
)
def test_what_cannot_be_saved_comes_back_as_it_was_typed(cast: Cast, fields: dict[str, str]) -> None:
    response = cast.anna.client.post(
        NEW, posted(("Nadleśnictwo Płock", "x"), results="dziesięć miejsc", **fields)
    )
    text = response.content.decode()
    assert response.status_code == 422
    assert "dziesięć miejsc" in text and "Nadleśnictwo Płock" in text
    assert all(value in text for value in fields.values())


def test_a_project_is_changed_and_its_partners_replaced(cast: Cast) -> None:
    project = make_project(cast.ours)
    project.partners.create(name="Dawny partner")
    assert "Dawny partner" in cast.anna.client.get(url("project_edit", project)).content.decode()
    cast.anna.client.post(url("project_edit", project), posted(("Nowy partner", ""), state="completed"))
    project.refresh_from_db()
    assert (project.state, [one.name for one in project.partners.all()]) == (
        ProjectState.COMPLETED,
        ["Nowy partner"],
    )
    said = [line.what for line in audit.history(kind="projects.project", object_id=project.pk).object_list]
    assert said == [str(SENTENCES[Verb.PROJECT_EDITED])]


def test_only_a_coordinator_shows_a_project_to_everybody(cast: Cast) -> None:
    project = make_project(cast.ours)
    address = url("project_publication", project)
    statuses = [
        getattr(cast, who).client.post(address, {"public": "1"}).status_code for who in ("ewa", "celina")
    ]
    assert statuses == [403, 404]
    cast.anna.client.post(address, {"public": "1"})
    assert cast.nobody.client.get(url("project", project)).status_code == 200
    cast.anna.client.post(address, {"public": "0"})
    assert cast.nobody.client.get(url("project", project)).status_code == 404


def test_the_list_is_searched_narrowed_exported_and_asks_as_often_for_many_as_for_few(
    cast: Cast, same_queries: Callable[..., None]
) -> None:
    make_project(cast.ours, "Szlak rowerowy", starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2021, 6, 1))
    make_project(cast.theirs, "Cudzy projekt")
    address, get = reverse("projects:project_list"), cast.anna.client.get

    def text(**asked: Any) -> str:
        response = get(address, asked)
        content = b"".join(response) if response.streaming else response.content
        return content.decode()

    assert "Szlak" in text(q="szlák") and "Cudzy" not in text()
    assert "Szlak" in text(year=2021) and "Szlak" not in text(year=2022)
    assert "Szlak" not in text(state="planned")
    assert "Szlak" in text(format="csv", partnership="nasze", sort="-value")
    same_queries(lambda: get(address), lambda: make_project(cast.ours))
    same_queries(lambda: get(address, {"format": "csv"}), lambda: make_project(cast.ours))


def test_hostile_texts_stay_texts(cast: Cast) -> None:
    project = make_project(cast.ours, HOSTILE, summary=HOSTILE, results=HOSTILE, lead=HOSTILE)
    for address in (url("project", project), url("project_edit", project), reverse("projects:project_list")):
        assert "<script>alert" not in cast.anna.client.get(address).content.decode()
