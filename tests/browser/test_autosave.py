"""Texts are saved while they are written: two at once, without a connection, and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from spoiwo.projects.models import ConceptCard
from tests.cast import Cast, make_cast
from tests.make import make_card

SOON = 15_000
Opener = Callable[..., Page]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast in a database that the live server sees, too."""
    return make_cast()


@pytest.fixture
def card(cast: Cast) -> ConceptCard:
    return make_card(cast.ours, goals="pierwszy")


def written(card: ConceptCard) -> str:
    return ConceptCard.objects.get(pk=card.pk).goals


def opened(open_as: Opener, who: object, card: ConceptCard, **options: object) -> Page:
    page = open_as(who, **options)
    page.goto(reverse("projects:card_edit", args=[card.pk]))
    return page


def state(page: Page, words: str) -> None:
    expect(page.locator("[data-autosave-state]")).to_have_text(re.compile(words), timeout=SOON)


def test_two_who_write_one_text_keep_both(cast: Cast, card: ConceptCard, open_as: Opener) -> None:
    anna, ewa = (opened(open_as, who, card, locale="en") for who in (cast.anna, cast.ewa))
    anna.locator("#id_goals").fill("pierwszy\ncel Anny")
    state(anna, "Saved|Zapisano")
    ewa.locator("#id_goals").fill("cel Ewy\npierwszy")
    expect(ewa.locator("#id_goals")).to_have_value("cel Ewy\npierwszy\ncel Anny", timeout=SOON)
    assert written(card) == "cel Ewy\npierwszy\ncel Anny"
    anna.locator("#id_goals").press("Control+End")
    anna.keyboard.type(" i powiatu")
    expect(anna.locator("#id_goals")).to_have_value("cel Ewy\npierwszy\ncel Anny i powiatu", timeout=SOON)


def test_what_is_typed_without_a_connection_is_sent_when_it_is_back(
    cast: Cast, card: ConceptCard, open_as: Opener
) -> None:
    page = opened(open_as, cast.anna, card)
    page.context.set_offline(True)
    page.locator("#id_goals").fill("pierwszy\nz pociągu")
    state(page, "No connection|Brak połączenia")
    assert written(card) == "pierwszy"
    page.context.set_offline(False)
    state(page, "Saved|Zapisano")
    assert written(card) == "pierwszy\nz pociągu"


def test_a_page_that_is_closed_and_opened_again_brings_back_what_was_not_sent(
    cast: Cast, card: ConceptCard, open_as: Opener
) -> None:
    page = opened(open_as, cast.anna, card)
    page.route("**/text/", lambda route: route.abort())
    page.locator("#id_goals").fill("pierwszy\nniewysłany")
    state(page, "No connection|Brak połączenia")
    ConceptCard.objects.update(goals="zero\npierwszy")
    page.unroute("**/text/")
    page.route("**/text/", lambda route: route.continue_())
    page.goto("about:blank")
    page.goto(reverse("projects:card_edit", args=[card.pk]))
    expect(page.locator("#id_goals")).to_have_value("zero\npierwszy\nniewysłany", timeout=SOON)
    assert written(card) == "zero\npierwszy\nniewysłany"


def test_an_answer_that_was_lost_doubles_nothing(cast: Cast, card: ConceptCard, open_as: Opener) -> None:
    page = opened(open_as, cast.anna, card)

    def lose(route) -> None:
        route.fetch()
        route.abort()

    page.route("**/text/", lose)
    page.locator("#id_goals").fill("pierwszy\ndrugi")
    state(page, "No connection|Brak połączenia")
    page.unroute("**/text/")
    page.locator("#id_goals").fill("pierwszy\ndrugi i trzeci")
    state(page, "Saved|Zapisano")
    expect(page.locator("#base_goals")).to_have_value("pierwszy\ndrugi i trzeci", timeout=SOON)
    assert written(card) == "pierwszy\ndrugi i trzeci"


def test_without_javascript_the_form_is_merged_whole(cast: Cast, card: ConceptCard, open_as: Opener) -> None:
    page = opened(open_as, cast.anna, card, java_script_enabled=False)
    ConceptCard.objects.update(goals="pierwszy\nod Ewy")
    page.locator("#id_goals").fill("od Anny\npierwszy")
    page.locator("form[data-autosave] button").click()
    assert written(card) == "od Anny\npierwszy\nod Ewy"
    assert page.locator("#id_goals").input_value() == "od Anny\npierwszy\nod Ewy"
