"""What hostile people and odd values try in the newsroom."""

from typing import Any

import pytest
from django.urls import reverse

from spoiwo.newsroom.actions import articles as actions
from spoiwo.newsroom.models import Approval, Article, FormerAddress
from tests.cast import Cast
from tests.make_newsroom import make_article

pytestmark = pytest.mark.django_db
HTML = '<svg onload=alert(1)><script>alert(1)</script><a href="javascript:alert(1)">x</a>'
VALUES = [
    "",
    "\0",
    "9" * 30,
    "-1",
    "²",
    "ł" * 5000,
    "0001-01-01",
    "9999-12-31T23:59",
    "31.02.2020",
    HTML,
    "../../etc",
    "\ud7ff",
]
PAGES = ("article_edit", "article_publication", "article_approval", "article_removal", "pictures")


def url(name: str, *args: Any) -> str:
    return reverse(f"newsroom:{name}", args=args)


def test_nobody_writes_or_approves_articles_of_others(cast: Cast) -> None:
    out, draft = make_article(cast.ours, "Gala"), make_article(cast.ours, "Szkic", state="submitted")
    before = list(Article.objects.order_by("pk").values())
    form = {
        "state": "withdrawn",
        "title": "X",
        "slug": "x",
        "decision": "approved",
        "revision": "1",
        "paths": "/x",
    }
    for name in (*PAGES, "article_state"):
        for who in ("celina", "bartek", "roman", "olga", "jurek", "nobody"):
            for one in (out, draft):
                answer = getattr(cast, who).client.post(url(name, one.slug), form)
                assert answer.status_code in (302, 403, 404), (name, who)
                assert answer.status_code != 302 or "/account/login/" in answer["Location"]
    assert list(Article.objects.order_by("pk").values()) == before
    assert not Approval.objects.exists() and not FormerAddress.objects.exists()


def test_a_facilitator_changes_nothing_that_is_approved(cast: Cast) -> None:
    out = make_article(cast.ours, "Gala")
    for name in ("article_edit", "article_publication", "pictures"):
        assert cast.ewa.client.post(url(name, out.slug), {"title": "X", "slug": "x"}).status_code == 403
    for state in ("withdrawn", "draft", "approved"):
        cast.ewa.client.post(url("article_state", out.slug), {"state": state})
    out.refresh_from_db()
    assert (out.title, out.slug, out.state) == ("Gala", "gala", "approved")


def test_a_draft_is_not_taken_for_another_partnership(cast: Cast) -> None:
    form = {
        "partnership": str(cast.theirs.pk),
        "title": "X",
        "lead": "",
        "body": "x",
        "author": "",
        "place": "",
    }
    cast.ewa.client.post(url("article_new"), form)
    assert not Article.objects.filter(partnership=cast.theirs).exists()


@pytest.mark.parametrize("value", VALUES)
def test_odd_values_are_answered_with_words_and_break_nothing(cast: Cast, value: str) -> None:
    draft = make_article(cast.ours, "Szkic", state="submitted", written_by=cast.ewa.user)
    names = (
        "title", "lead", "body", "author", "place", "revision", "slug", "publish_at", "first_published_on", "source_note",
        "paths", "decision", "note", "state", "partnership",
    )  # fmt: skip
    for page in (*PAGES[:3], "article_state"):
        for odd in names:
            form = {
                "title": "Szkic",
                "body": "x",
                "slug": "szkic",
                "decision": "returned",
                "note": "x",
                "revision": "1",
            }
            answer = cast.anna.client.post(url(page, draft.slug), form | {odd: value})
            assert answer.status_code in (200, 302, 403, 422), (page, odd)
            Article.objects.filter(pk=draft.pk).update(state="submitted", slug="szkic", publish_at=None)
            page_now = cast.anna.client.get(url("article", "szkic"))
            assert page_now.status_code == 200
            assert "<script>alert" not in page_now.content.decode()
    for query in ("q", "year", "partnership", "sort", "page", "state"):
        for page in ("articles", "desk"):
            assert cast.anna.client.get(url(page), {query: value}).status_code == 200, (page, query)


def test_html_in_titles_and_leads_is_text(cast: Cast) -> None:
    make_article(cast.ours, HTML, slug="atak", lead=HTML, author=HTML, source_note=HTML)
    for address in (url("article", "atak"), url("articles")):
        page = cast.nobody.client.get(address).content.decode()
        assert "<script>alert" not in page and "<svg onload" not in page


def test_a_text_of_a_megabyte_is_refused_and_not_lost(cast: Cast) -> None:
    draft = make_article(cast.ours, "Szkic", state="draft")
    text = "<p>słowo</p>" * 40_000
    answer = cast.ewa.client.post(
        url("article_edit", draft.slug), {"title": "Szkic", "body": text, "revision": "1"}
    )
    assert answer.status_code == 422
    assert answer.content.decode().count("słowo") >= 40_000


def test_a_former_address_never_hides_a_page_of_the_house(cast: Cast) -> None:
    article = make_article(cast.ours, "Gala")
    paths = ["/partnerships", "/account/login", "/news/gala"]
    actions.set_publication(article, slug="gala", paths=paths, by=cast.anna.actor)
    for address in ("/partnerships/", "/account/login/", "/news/gala/"):
        assert cast.nobody.client.get(address).status_code == 200


def test_a_withdrawn_article_tells_nothing_under_any_address(cast: Cast) -> None:
    article = make_article(cast.ours, "Gala")
    actions.set_publication(article, slug="wielka-gala", paths=["/a.php"], by=cast.anna.actor)
    Article.objects.update(state="withdrawn")
    for address in ("/news/gala/", "/news/wielka-gala/", "/a.php", "/news/wielka-gala/share.png"):
        assert cast.nobody.client.get(address).status_code == 404
        assert cast.celina.client.get(address).status_code == 404
    assert cast.ewa.client.get("/news/gala/")["Location"] == "/news/wielka-gala/"


def test_nothing_is_looked_up_for_what_is_posted_to_an_old_address(cast: Cast) -> None:
    article = make_article(cast.ours, "Gala")
    actions.set_publication(article, slug="gala", paths=["/a.php"], by=cast.anna.actor)
    assert cast.nobody.client.post("/a.php").status_code == 404
