"""The main story, clicked through: a clerk founds the Nowy Dwór Mazowiecki partnership of 18 September 2024."""

import os
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from spoiwo.kit.actor import SYSTEM
from spoiwo.partnerships.models import Act, Partnership
from spoiwo.places.actions import load_shipped_register
from tests.browser.conftest import ROOT
from tests.make import make_user

DAY = "2024-09-18"
TITLE = "Porozumienie o zawarciu partnerstwa lokalnego na rzecz rozwoju ekonomii społecznej"
BODIES = [
    ("Powiat Nowodworski", "county", "powiat nowodworski (1414)", "Starosta Nowodworski"),
    ("Powiatowy Urząd Pracy w Nowym Dworze Mazowieckim", "county_labour_office", "1414", "Dyrektor PUP"),
    ("Gmina Leoncin", "commune", "1414032", "Wójt"),
]


@pytest.fixture
def empty_house(transactional_db: None) -> None:
    """An installation as it is on its first day: places and one administrator."""
    load_shipped_register(by=SYSTEM)
    make_user("Adam Nowicki", email="adam@example.org", is_admin=True)


def fill(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"main [name='{name}']").last.fill(value)


def test_a_clerk_founds_the_partnership_from_an_empty_house(
    empty_house: None, open_as: Callable[..., Page]
) -> None:
    page = open_as("adam@example.org", viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto("/desk/")
    page.get_by_role("link", name="Załóż partnerstwo").first.click()
    fill(
        page,
        name="Partnerstwo lokalne w powiecie nowodworskim",
        short_name="Nowy Dwór Mazowiecki",
        area_text="powiat nowodworski (1414)",
        founded_on=DAY,
    )
    page.locator("main form .btn-primary").click()
    base = page.url
    assert base.endswith("/partnerships/nowy-dwor-mazowiecki/")
    for name, kind, place, _function in BODIES:
        page.goto("/register/organisations/new/")
        fill(page, name=name)
        page.locator("main [name='kind']").select_option(kind)
        page.locator("main [name='place']").fill(place)
        page.locator("main form .btn-primary").last.click()
        expect(page.locator("h1")).to_have_text(name)
    page.goto(f"{base}agreements/new/")
    fill(page, title=TITLE, signed_at="Nowy Dwór Mazowiecki")
    page.locator("main [name='effect']").select_option("last_signature")
    page.locator("main form .btn-primary").click()
    page.locator("textarea[name='body']").first.fill("Zawarte w sali Starostwa Powiatowego.")
    page.locator("main form .btn-primary").click()
    agreement = page.url
    for name, *_rest in BODIES[:2]:
        page.goto(f"{agreement}parties/new/")
        fill(page, organisation=name)
        page.locator("main form .btn-primary").click()
    page.goto(f"{agreement}steps/signature/")
    fill(page, on=DAY)
    page.locator("main form .btn-primary").click()
    for name, _kind, _place, function in BODIES[:2]:
        page.goto(agreement)
        page.get_by_role("row", name=name).get_by_role("link", name=re.compile("^Wpisz podpis")).click()
        fill(page, done_on=DAY, signatory=function)
        page.locator("main form .btn-primary").click()
    accede(page, agreement, BODIES[2][0], BODIES[2][3])
    page.goto(base)
    page.get_by_role("button", name="Udostępnij stronę publiczną").click()
    assert Act.objects.count() == 3
    ask_in_public(open_as(None), base)
    assert complaints == []


def accede(page: Page, agreement: str, name: str, function: str) -> None:
    """A body accedes afterwards, on 8 October."""
    page.goto(f"{agreement}parties/new/")
    fill(page, organisation=name)
    page.locator("main form .btn-primary").click()
    page.locator(".sp-actions .btn-primary").click()
    page.locator("main [name='kind']").select_option("acceded")
    fill(page, done_on="2024-10-08", signatory=function)
    page.locator("main form .btn-primary").click()
    expect(page.locator("h1")).to_have_text(name)


def ask_in_public(page: Page, base: str) -> None:
    """Anybody asks who was a party on two days, and takes the agreement as a PDF."""
    page.goto(f"{base}parties?at={DAY}")
    expect(page.get_by_role("row", name="Powiat Nowodworski")).to_contain_text("strona")
    expect(page.get_by_role("row", name="Gmina Leoncin")).to_contain_text("brak jeszcze podpisu")
    page.locator("[name='at']").fill("2024-10-08")
    page.get_by_role("button", name="Pokaż").click()
    expect(page.get_by_role("row", name="Gmina Leoncin")).to_contain_text("przystąpienie")
    slug = Partnership.objects.get().slug
    answer = page.request.get(f"/api/v1/partnerships/{slug}/parties?at={DAY}")
    assert [line["name"] for line in answer.json()["agreements"][0]["parties"]] == [
        body[0] for body in BODIES[:2]
    ]


def test_the_public_page_works_without_javascript_and_on_a_phone(
    furnished: None, open_as: Callable[..., Page]
) -> None:
    page = open_as(None, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto("/")
    page.get_by_role("link", name=re.compile("powiecie nowodworskim")).click()
    page.get_by_role("link", name=re.compile("Kto był stroną")).click()
    page.locator("[name='at']").fill("2024-09-17")
    page.get_by_role("button", name="Pokaż").click()
    expect(page.locator("main")).to_contain_text("0 stron tego dnia")


def test_the_keyboard_reaches_the_content_and_the_language_switch(
    furnished: None, open_as: Callable[..., Page]
) -> None:
    page = open_as(None)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Przejdź do treści")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator("button[lang='uk']").press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "uk")


def test_the_picture_for_the_readme(furnished: None, open_as: Callable[..., Page], tmp_path: Any) -> None:
    page = open_as("anna@example.org", viewport={"width": 1280, "height": 860})
    page.goto("/partnerships/nowy-dwor-mazowiecki/")
    page.evaluate("document.fonts.ready")
    target = (
        ROOT / "docs" / "screenshot.png" if os.environ.get("SPOIWO_PICTURE") else tmp_path / "screenshot.png"
    )
    page.screenshot(path=target)
    assert target.stat().st_size > 30_000
