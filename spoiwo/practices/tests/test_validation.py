"""A card on its way into the catalogue: written, checked, judged, returned; who gets which letter; nothing happens twice."""

import datetime as dt

import pytest
from django.urls import reverse

from spoiwo import audit
from spoiwo.kit.actor import Role
from spoiwo.kit.dates import today
from spoiwo.mail.post import letters_about, written
from spoiwo.practices.emails.samples import SAMPLES
from spoiwo.practices.models import Practice, Review
from spoiwo.practices.rules.states import PracticeState
from tests.cast import Cast
from tests.make import make_grant, make_unit
from tests.make_practices import make_practice

HOSTILE = "<script>alert(1)</script> {{ 7 }} &amp; \"' ąęść"
pytestmark = pytest.mark.django_db


def url(name: str, practice: Practice) -> str:
    return reverse(f"practices:{name}", args=[practice.pk])


def letters(practice: Practice) -> list[str]:
    """Whom letters about the practice went to, in their order."""
    return list(letters_about("practices.practice", practice.pk).order_by("id").values_list("to", flat=True))


def head(**fields: str) -> dict[str, str]:
    return {
        "title": "Mobilny doradca", "summary": "Doradca dojeżdża.", "owner": "PUP w Płocku", "place": "1419",
        "scale": "county", "contact": "Maria Wójcik", "contact_address": "m.wojcik@example.org", "cost": "48 000",
    } | fields  # fmt: skip


def test_a_card_goes_all_the_way_into_the_catalogue(cast: Cast) -> None:
    make_unit("1419", "płocki")
    client = cast.ewa.client
    begun = client.post(reverse("practices:practice_new"), head())
    practice = Practice.objects.get()
    assert begun["Location"] == url("practice_texts", practice)
    assert "Say which problem the practice answers." in client.get(url("practice", practice)).content.decode()
    client.post(url("practice_state", practice), {"state": "formal"})
    assert Practice.objects.get().state == PracticeState.DRAFT
    texts = {"problem": "a", "actions": "b", "evidence": "c", "transfer": "d", "revision": "1"}
    client.post(url("practice_texts", practice), texts)
    client.post(url("practice_state", practice), {"state": "formal"})
    assert practice.title in cast.roman.client.get(reverse("practices:to_check")).content.decode()
    cast.roman.client.post(url("check", practice), {"decision": "passed", "expert": cast.jurek.user.email})
    cast.jurek.client.post(
        url("opinion", practice),
        {"decision": "passed", "evidence_grade": "compared", "appeal": "2", "feedback": "Dobrze policzone."},
    )
    practice.refresh_from_db()
    assert (practice.state, practice.evidence_grade, practice.appeal) == ("published", "compared", 2)
    assert practice.checked_revision == practice.revision == 2
    assert practice.review_on == today() + dt.timedelta(days=730)
    assert "Dobrze policzone." in cast.ewa.client.get(url("reviews", practice)).content.decode()
    assert letters(practice) == [cast.ewa.user.email, cast.jurek.user.email, cast.ewa.user.email]
    assert cast.nobody.client.get(url("practice", practice)).status_code == 200


def test_a_returned_card_says_why_and_can_be_sent_again(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="formal", author=cast.anna.user)
    silent = cast.roman.client.post(url("check", practice), {"decision": "returned"})
    assert silent.status_code == 422
    cast.roman.client.post(url("check", practice), {"decision": "returned", "feedback": "Skąd te liczby?"})
    assert Practice.objects.get().state == PracticeState.DRAFT
    assert letters(practice) == [cast.anna.user.email]
    assert "Skąd te liczby?" in cast.anna.client.get(url("reviews", practice)).content.decode()
    cast.anna.client.post(url("practice_state", practice), {"state": "formal"})
    assert Practice.objects.get().state == PracticeState.FORMAL


def test_a_step_ends_once_however_often_the_button_is_pressed(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="formal", author=cast.anna.user)
    data = {"decision": "passed", "expert": cast.jurek.user.email}
    cast.roman.client.post(url("check", practice), data)
    again = cast.roman.client.post(url("check", practice), data)
    assert again.status_code == 403
    assert (Review.objects.count(), len(letters(practice))) == (1, 2)


@pytest.mark.parametrize(
    "data",
    [
        {"decision": "passed"},
        {"decision": "passed", "expert": "nikt@example.org"},
        {"decision": "passed", "expert": "ewa"},
        {"decision": "published"},
        {},
    ],
)
def test_a_check_that_cannot_end_so_comes_back_as_it_was_typed(cast: Cast, data: dict[str, str]) -> None:
    practice = make_practice(cast.ours, state="formal")
    response = cast.roman.client.post(url("check", practice), data | {"feedback": "moje uwagi"})
    assert response.status_code == 422
    assert "moje uwagi" in response.content.decode()
    assert Practice.objects.get().state == PracticeState.FORMAL


def test_nobody_judges_a_card_of_the_own_partnership(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="formal")
    data = {"decision": "passed", "expert": cast.ewa.user.email.upper()}
    response = cast.roman.client.post(url("check", practice), data)
    assert response.status_code == 422
    assert "own partnership" in response.content.decode()
    # Who becomes a writer there after being named does not judge either.
    judged = make_practice(cast.ours, "Inna", state="expert", expert=cast.jurek.user)
    make_grant(cast.ours, cast.jurek.user, Role.COORDINATOR)
    assert cast.jurek.client.post(url("opinion", judged), {}).status_code == 403


def test_an_opinion_without_a_grade_publishes_nothing(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="expert", expert=cast.jurek.user)
    response = cast.jurek.client.post(url("opinion", practice), {"decision": "passed", "appeal": "5"})
    assert response.status_code == 422
    assert "Grade the evidence" in response.content.decode()
    wrong = cast.jurek.client.post(
        url("opinion", practice), {"decision": "passed", "evidence_grade": "certain", "appeal": "9"}
    )
    assert wrong.status_code == 422
    assert Practice.objects.get().state == PracticeState.EXPERT


def test_another_expert_is_named_in_place_of_one_who_cannot(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="expert", expert=cast.jurek.user)
    for _time in range(2):
        cast.roman.client.post(url("expert", practice), {"expert": cast.celina.user.email})
    assert Practice.objects.get().expert == cast.celina.user
    assert letters(practice) == [cast.celina.user.email]
    assert cast.jurek.client.get(url("practice", practice)).status_code == 404
    assert cast.celina.client.get(url("reviews", practice)).status_code == 200


def test_an_expert_who_returned_a_card_does_not_see_it_any_more(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="expert", expert=cast.jurek.user)
    response = cast.jurek.client.post(
        url("opinion", practice), {"decision": "returned", "feedback": "Brak danych."}
    )
    assert response["Location"] == reverse("practices:practices")
    assert cast.jurek.client.get(url("practice", practice)).status_code == 404


@pytest.mark.parametrize("state", list(PracticeState))
@pytest.mark.parametrize("wanted", ["expert", "published", "nonsense", ""])
def test_no_post_of_an_author_skips_the_validation(cast: Cast, state: str, wanted: str) -> None:
    practice = make_practice(cast.ours, state=state, published_at=None)
    cast.anna.client.post(url("practice_state", practice), {"state": wanted})
    assert Practice.objects.get().state == state


def test_a_practice_is_withdrawn_and_put_back(cast: Cast) -> None:
    practice = make_practice(cast.ours)
    cast.anna.client.post(url("practice_state", practice), {"state": "withdrawn"})
    assert cast.nobody.client.get(url("practice", practice)).status_code == 404
    cast.anna.client.post(url("practice_state", practice), {"state": "published"})
    assert cast.nobody.client.get(url("practice", practice)).status_code == 200


def test_who_writes_second_sees_what_the_first_one_wrote_and_loses_nothing(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="draft")
    typed = {"problem": "mój tekst", "revision": "1"}
    cast.anna.client.post(url("practice_texts", practice), {"problem": "jej tekst", "revision": "1"})
    response = cast.ewa.client.post(url("practice_texts", practice), typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert "mój tekst" in page and "jej tekst" in page and 'value="2"' in page
    cast.ewa.client.post(url("practice_texts", practice), typed | {"revision": "2"})
    assert Practice.objects.get().problem == "mój tekst"


def test_a_published_card_that_changes_says_so(cast: Cast) -> None:
    practice = make_practice(cast.ours)
    said = "changed since it was validated"
    assert said not in cast.nobody.client.get(url("practice", practice)).content.decode()
    cast.anna.client.post(url("practice_texts", practice), {"problem": "inny", "revision": "1"})
    assert said in cast.nobody.client.get(url("practice", practice)).content.decode()


def test_two_years_later_insiders_are_told_to_look_and_say_so(cast: Cast) -> None:
    practice = make_practice(cast.ours, review_on=dt.date(2020, 1, 1), since_year=2015)
    other = make_practice(cast.ours, "Nowsza praktyka")
    assert "should have been looked at" in cast.anna.client.get(url("practice", practice)).content.decode()
    assert (
        "should have been looked at" not in cast.nobody.client.get(url("practice", practice)).content.decode()
    )
    assert (
        cast.anna.client.post(url("practice_review_date", practice), {"until_year": "2010"}).status_code
        == 422
    )
    cast.anna.client.post(
        url("practice_review_date", practice), {"until_year": "2024", "superseded_by": str(other.pk)}
    )
    practice.refresh_from_db()
    assert (practice.until_year, practice.superseded_by) == (2024, other)
    assert practice.review_on == today() + dt.timedelta(days=730)
    assert "Nowsza praktyka" in cast.nobody.client.get(url("practice", practice)).content.decode()
    draft = make_practice(cast.theirs, "Ukryta", state="draft")
    hidden = cast.anna.client.post(url("practice_review_date", practice), {"superseded_by": str(draft.pk)})
    assert hidden.status_code == 422


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"place": "Nibylandia"},
        {"since_year": "2020", "until_year": "2019"},
        {"cost": "dużo"},
        {"scale": "world"},
        {"themes": "99999"},
    ],
)
def test_a_head_that_cannot_be_saved_comes_back_as_it_was_typed(cast: Cast, fields: dict[str, str]) -> None:
    make_unit("1419", "płocki")
    response = cast.anna.client.post(reverse("practices:practice_new"), head(cost_note="rok pracy") | fields)
    assert response.status_code == 422
    assert "rok pracy" in response.content.decode()
    assert not Practice.objects.exists()


def test_a_card_is_begun_once_and_only_for_the_own_partnership(cast: Cast) -> None:
    make_unit("1419", "płocki")
    for _time in range(2):
        cast.anna.client.post(reverse("practices:practice_new"), head(title="Mobilny  doradca"))
    assert Practice.objects.count() == 1
    alien = cast.celina.client.post(reverse("practices:practice_new"), head(partnership=str(cast.ours.pk)))
    assert alien.status_code == 422
    assert cast.bartek.client.get(reverse("practices:practice_new")).status_code == 403


def test_hostile_texts_stay_texts(cast: Cast) -> None:
    fields = dict.fromkeys(("summary", "problem", "actions", "owner", "contact"), HOSTILE)
    practice = make_practice(cast.ours, HOSTILE, state="draft", **fields)
    practice.modules.create(title=HOSTILE)
    for name in (
        "practice",
        "practice_edit",
        "practice_texts",
        "modules",
        "files",
        "reviews",
        "adoptions",
        "comparison",
    ):
        assert "<script>alert" not in cast.anna.client.get(url(name, practice)).content.decode()
    for kind in ("pdf", "docx"):
        address = reverse("practices:practice_document", args=[practice.pk, kind])
        assert cast.anna.client.get(address).status_code == 200
    assert (
        cast.anna.client.get(reverse("practices:practice_document", args=[practice.pk, "exe"])).status_code
        == 404
    )


def test_the_history_says_every_step(cast: Cast) -> None:
    practice = make_practice(cast.ours, state="draft")
    cast.anna.client.post(url("practice_state", practice), {"state": "formal"})
    cast.roman.client.post(url("check", practice), {"decision": "returned", "feedback": "x"})
    lines = audit.history(kind="practices.practice", object_id=practice.pk).object_list
    assert [line.what for line in lines] == [
        "ended a step of the validation of a good practice",
        "changed the state of a good practice",
    ]


def test_every_letter_has_a_sample_that_is_filled() -> None:
    for name, make in SAMPLES.items():
        draft = make()
        subject, body = written(draft)
        assert draft.template == f"practices/email/{name}"
        assert subject and "http" in body and "None" not in body
