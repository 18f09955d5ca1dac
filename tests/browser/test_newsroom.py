"""An article from the first word to its readers: written in the editor, given a picture, approved, read, found."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page, expect

from spoiwo.newsroom.models import Article
from spoiwo.search.tasks import renew
from tests.browser.test_soundness import visit
from tests.cast import Cast, make_cast

Opener = Callable[..., Page]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast in a database that the live server sees, too."""
    return make_cast()


def write(page: Page) -> None:
    """Title and lead, then bold words, a heading, a list and a table in the editor, by keyboard but for the table."""
    page.goto(reverse("newsroom:article_new"))
    page.locator("#id_title").fill("Dzień otwarty urzędu pracy")
    page.locator("#id_lead").fill("Przyszło sto dwadzieścia osób.")
    page.get_by_role("textbox", name="Text").click()
    keys = page.keyboard
    keys.type("Doradcy rozmawiali z ")
    keys.press("Control+b")
    keys.type("maturzystami")
    keys.press("Control+b")
    keys.type(".")
    keys.press("Enter")
    keys.type("## Co dalej")
    keys.press("Enter")
    keys.type("- dyżury")
    keys.press("Enter")
    keys.type("targi")
    keys.press("Enter")
    keys.press("Enter")
    page.get_by_role("toolbar").get_by_role("button", name="Insert a table").click()
    asked = page.get_by_role("dialog")
    # Our word for the editor's “Yes”, which its dialog leaves in English; a table begins with a row of headings.
    expect(asked.locator("option:checked")).to_have_text("yes")
    asked.get_by_role("button", name="Insert").click()
    expect(asked).to_be_hidden()
    expect(page.locator(".tiptap.ProseMirror")).to_be_focused()
    keys.type("Gmina")
    page.get_by_role("button", name="Save").click()


def test_an_article_comes_to_its_readers(cast: Cast, open_as: Opener) -> None:
    said: list[str] = []
    page = open_as(cast.ewa, locale="en", viewport={"width": 1280, "height": 900})
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    write(page)
    expect(page.get_by_role("heading", name="Co dalej")).to_be_visible()
    article = Article.objects.get()
    assert "<strong>maturzystami</strong>" in article.body
    assert "<li><p>targi</p></li>" in article.body
    assert re.search(r"<th[^>]*><p>Gmina</p></th>", article.body), article.body
    give_a_picture(page, article)
    page.goto(article.get_absolute_url())
    page.get_by_role("button", name="Hand in for approval").click()
    expect(page.get_by_text("waits for approval").first).to_be_visible()
    boss = open_as(cast.dorota, locale="en")
    boss.goto(reverse("home:desk"))
    boss.get_by_role("link", name=article.title).click()
    boss.get_by_label("approved", exact=True).check()
    boss.get_by_role("button", name="Save the decision").click()
    expect(boss.get_by_role("heading", name=article.title)).to_be_visible()
    renew.func()
    read_it(open_as(None, locale="en", viewport={"width": 390, "height": 800}), article)
    assert said == []


def give_a_picture(page: Page, article: Article) -> None:
    """Without words for those who cannot see it, the article is not taken; with them it is."""
    content = io.BytesIO()
    Image.new("RGB", (900, 600), "#0e5a4b").save(content, "JPEG")
    picture: Any = {"name": "hala.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
    page.goto(reverse("newsroom:pictures", args=[article.slug]))
    page.locator("[name=files]").set_input_files([picture])
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("describe the picture that has no words yet")).to_be_visible()
    page.goto(article.get_absolute_url())
    page.get_by_role("button", name="Hand in for approval").click()
    expect(page.get_by_text("Say of every picture what it shows")).to_be_visible()
    page.goto(reverse("newsroom:pictures", args=[article.slug]))
    page.locator("#id_picture-0-alt").fill("Stoiska w hali sportowej")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("no words yet")).to_have_count(0)


def read_it(page: Page, article: Article) -> None:
    """Somebody with a phone finds it by another form of a word, reads it and sees the picture."""
    page.goto(reverse("home:search") + "?q=maturzysta")
    page.locator(".sp-results").get_by_role("link", name=article.title).click()
    expect(page.get_by_role("heading", name=article.title, level=1)).to_be_visible()
    shown = page.get_by_role("img", name="Stoiska w hali sportowej")
    shown.scroll_into_view_if_needed()
    expect(shown).to_be_visible()
    page.wait_for_function("image => image.naturalWidth > 100", arg=shown.element_handle())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_editor_is_open_to_everybody(cast: Cast, open_as: Opener) -> None:
    page = open_as(
        cast.ewa, bypass_csp=True, reduced_motion="reduce", viewport={"width": 1280, "height": 900}
    )
    assert visit(page, reverse("newsroom:article_new")) == []
