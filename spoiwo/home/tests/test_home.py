"""The front page, the desk, the language, the examples."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from spoiwo.home.demo import NOWY_DWOR, PLOCK, load_demo
from spoiwo.home.demo_contests import OFFICE
from spoiwo.kit.actor import SYSTEM
from spoiwo.mail.post import samples, written
from spoiwo.partnerships.models import Act, Partnership
from spoiwo.places.actions import load_shipped_register
from tests.cast import Cast
from tests.make import make_agreement, make_party

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"


def test_an_empty_house_says_what_to_do(cast: Cast, settings: Any) -> None:
    Partnership.objects.all().delete()
    settings.LANGUAGE_CODE = "en"
    assert "No partnership is public yet" in cast.nobody.client.get("/").content.decode()
    assert "Found a partnership" in cast.adam.client.get("/desk/").content.decode()


def test_the_desk_shows_what_waits_and_only_ones_own(cast: Cast, settings: Any) -> None:
    settings.LANGUAGE_CODE = "en"
    make_party(make_agreement(cast.ours, title="Porozumienie nasze"))
    make_party(make_agreement(cast.theirs, title="Porozumienie cudze"))
    body = cast.anna.client.get("/desk/").content.decode()
    assert "Porozumienie nasze" in body and "1 signature is missing" in body
    assert "Porozumienie cudze" not in body


@pytest.mark.parametrize(
    ("language", "word"), [("pl", "Partnerstwa"), ("en", "Partnerships"), ("uk", "Партнерства")]
)
def test_the_language_is_chosen_and_remembered(language: str, word: str, client: Client, db: None) -> None:
    answer = client.post("/language/", {"language": language, "next": "/partnerships/"})
    assert answer["Location"] == "/partnerships/"
    page = client.get("/partnerships/").content.decode()
    assert f'<html lang="{language}"' in page
    assert word in page


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_language_switch_never_leads_out_of_the_house(back: str, client: Client, db: None) -> None:
    assert client.post("/language/", {"language": "uk", "next": back})["Location"] == "/"


def test_every_letter_can_be_written_in_every_language(db: None) -> None:
    assert samples()
    for make in samples().values():
        draft = make()
        for language in ("pl", "en", "uk"):
            subject, body = written(type(draft)(**{**_fields(draft), "language": language}))
            assert subject and "\n" not in subject
            assert "{" not in body and "None" not in body


def _fields(draft: Any) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__slots__}


def test_the_examples_stand_with_their_dates_and_loading_again_adds_nothing(db: None) -> None:
    load_shipped_register(by=SYSTEM)
    load_demo()
    count = Act.objects.count()
    load_demo()
    assert Act.objects.count() == count == len(NOWY_DWOR.bodies) + len(PLOCK.bodies)
    assert set(Partnership.objects.exclude(slug=OFFICE).values_list("slug", "founded_on")) == {
        (NOWY_DWOR.slug, NOWY_DWOR.founded_on),
        (PLOCK.slug, PLOCK.founded_on),
    }
    assert all(act.party.organisation.place is not None for act in Act.objects.all())


@pytest.mark.shared
@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents (../shared) are not on this machine")
def test_the_examples_say_what_the_sources_say() -> None:
    text = " ".join(next(SOURCES.glob("003*")).read_text(encoding="utf-8").split())
    assert "18 września 2024" in text
    assert all(
        goal in text
        for goal in ("tworzeniu miejsc pracy", "rozwojowi lokalnemu", "integracji zawodowej i społecznej")
    )
    text = " ".join(next(SOURCES.glob("002*")).read_text(encoding="utf-8").split())
    assert "18 listopada 2003 roku w Warszawie" in text
    assert "Porozumienie w zakresie Wdrażania Modelu Partnerstwa Lokalnego" in text
