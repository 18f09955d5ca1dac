"""Each page of the register, visited by the whole cast."""

import pytest
from django.urls import reverse

from spoiwo.kit.actor import SYSTEM
from spoiwo.register import actions
from tests.cast import Cast
from tests.make import make_mandate, make_organisation, make_person

PLAYERS = ("nobody", "bartek", "celina", "roman", "ewa", "dorota", "anna", "adam")
SHUT = {
    "staff": {"nobody": 302, "bartek": 403},
    "reader": {"nobody": 302, "bartek": 403, "roman": 403, "celina": 200},
    "any-keeper": {"nobody": 302, "bartek": 403, "roman": 403, "ewa": 403, "dorota": 403},
    "our-reader": {"nobody": 302, "bartek": 403, "celina": 403, "roman": 403},
    "our-keeper": {"nobody": 302, "bartek": 403, "celina": 403, "roman": 403, "ewa": 403, "dorota": 403},
    "our-people": {"nobody": 302, "bartek": 404, "celina": 404, "roman": 404},
    "our-people-keeper": {
        "nobody": 302,
        "bartek": 404,
        "celina": 404,
        "roman": 404,
        "ewa": 403,
        "dorota": 403,
    },
    "our-file": {"nobody": 302, "bartek": 404, "celina": 404, "roman": 404, "ewa": 404, "dorota": 404},
}
PAGES = {
    "organisations": "staff",
    "organisation_suggestions": "staff",
    "organisation_new": "any-keeper",
    "organisation": "staff",
    "organisation_edit": "our-keeper",
    "organisation_history": "our-reader",
    "organisation_rename": "our-keeper",
    "organisation_succession": "our-keeper",
    "organisation_mandate_new": "any-keeper",
    "merge_choose": "our-keeper",
    "merge": "our-keeper",
    "unmerge": "our-keeper",
    "people": "reader",
    "person": "our-people",
    "person_history": "our-people",
    "person_new": "any-keeper",
    "person_edit": "our-people-keeper",
    "person_mandate_new": "our-people-keeper",
    "mandate_edit": "our-people-keeper",
    "mandate_end": "our-people-keeper",
    "duplicates": "any-keeper",
    "import_start": "any-keeper",
    "import": "our-file",
    "import_errors": "our-file",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_its_audience_only(name: str, cast: Cast) -> None:
    book = cast.ours.book
    ours = make_organisation("Gmina Leoncin", book=book)
    other = make_organisation("Urząd Gminy Leoncin", book=book)
    absorbed = make_organisation("Gmina Leoncin (stary wpis)", book=book)
    merge = actions.merge_organisations(ours, absorbed, by=SYSTEM, choices={})
    person = make_person(book=book)
    mandate = make_mandate(ours, "wójt", person=person)
    batch = actions.start_import(b"Nazwa;NIP\nGmina;1\n", by=SYSTEM, book=book, file_name="a.csv")
    ids = {"person": person, "mandate": mandate, "import": batch, "unmerge": merge}
    arguments = {
        "merge": [ours.pk, other.pk],
        **{key: [] for key in ("organisations", "organisation_suggestions", "organisation_new", "people")},
        **{key: [] for key in ("person_new", "duplicates", "import_start")},
    }
    thing = next((value for word, value in ids.items() if name.startswith(word)), ours)
    url = reverse(f"register:{name}", args=arguments.get(name, [thing.pk]))
    seen = {player: getattr(cast, player).client.get(url).status_code for player in PLAYERS}
    assert seen == {**dict.fromkeys(PLAYERS, 200), **SHUT[PAGES[name]]}


@pytest.mark.parametrize("name", ["organisation_confirm", "organisation_keep"])
def test_a_change_of_our_organisation_is_refused_to_another_coordinator(name: str, cast: Cast) -> None:
    ours = make_organisation(book=cast.ours.book)
    url = reverse(f"register:{name}", args=[ours.pk])
    assert cast.celina.client.post(url).status_code == 403
    assert cast.bartek.client.post(url).status_code == 403
    assert cast.nobody.client.post(url).status_code == 302
    ours.refresh_from_db()
    assert (ours.confirmed_on, ours.book) == (None, cast.ours.book)


def test_an_answer_to_a_form_is_refused_where_the_form_is(cast: Cast) -> None:
    ours = make_organisation("Gmina Leoncin", book=cast.ours.book)
    person = make_person(book=cast.ours.book)
    edit = reverse("register:organisation_edit", args=[ours.pk])
    assert cast.celina.client.post(edit, {"name": "Zmieniona"}).status_code == 403
    assert cast.dorota.client.post(reverse("register:person_edit", args=[person.pk]), {}).status_code == 403
    ours.refresh_from_db()
    assert ours.name == "Gmina Leoncin"


def test_another_coordinator_adds_her_own_person_to_our_organisation_but_no_unnamed_function(
    cast: Cast,
) -> None:
    ours = make_organisation(book=cast.ours.book)
    make_person("Olga", "Obca", book=cast.theirs.book)
    url = reverse("register:organisation_mandate_new", args=[ours.pk])
    assert cast.celina.client.post(url, {"function": "sekretarz"}).status_code == 403
    assert cast.celina.client.post(url, {"function": "sekretarz", "person": "Olga Obca"}).status_code == 302
    assert [(str(one.person), one.function) for one in ours.mandates.all()] == [("Olga Obca", "sekretarz")]
    page = cast.anna.client.get(ours.get_absolute_url()).content.decode()
    assert "Obca" not in page
