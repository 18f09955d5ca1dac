"""Feeds and metadata: well formed, only what is out, whole addresses, first days kept."""

import datetime as dt
import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from spoiwo.newsroom.tasks import draw_share_image
from tests.cast import Cast
from tests.make_newsroom import make_article

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = '„Targi" <b>& spółka</b> ]]> </script>'


def feed(cast: Cast, name: str, *args: Any) -> ElementTree.Element:
    answer = cast.nobody.client.get(reverse(f"newsroom:{name}", args=args))
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.content)


def test_atom_names_what_is_out_the_newest_first(cast: Cast) -> None:
    now = timezone.now()
    make_article(cast.ours, "Starszy", publish_at=now - dt.timedelta(days=2))
    make_article(cast.theirs, NASTY, publish_at=now - dt.timedelta(days=1), author="Ewa & Co")
    make_article(cast.ours, "Jutro", publish_at=now + dt.timedelta(days=1))
    make_article(cast.ours, "Szkic", state="draft")
    entries = feed(cast, "atom").findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [NASTY, "Starszy"]
    assert entries[0].findtext(f"{ATOM}author/{ATOM}name") == "Ewa & Co"
    links = [link.attrib["href"] for link in entries[0].findall(f"{ATOM}link")]
    assert links and all(link.startswith("http") for link in links)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2


def test_rss_keeps_the_day_of_first_publication_and_names_the_share_image(cast: Cast) -> None:
    article = make_article(cast.ours, first_published_on=dt.date(2005, 3, 14))
    draw_share_image.func(article.pk)
    item = feed(cast, "rss").find("channel/item")
    assert item is not None
    assert "14 Mar 2005" in (item.findtext("pubDate") or "")
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib["type"] == "image/png" and int(enclosure.attrib["length"]) > 1000


def test_a_partnerships_feed_holds_its_own_news_only(cast: Cast) -> None:
    make_article(cast.ours, "Nasz")
    make_article(cast.theirs, "Cudzy")
    for name in ("partnership_atom", "partnership_rss"):
        assert "Cudzy" not in ElementTree.tostring(feed(cast, name, cast.ours.slug), encoding="unicode")
    assert cast.nobody.client.get(reverse("newsroom:partnership_atom", args=["zadne"])).status_code == 404


def test_words_that_look_like_html_are_words_to_readers_of_feeds(cast: Cast) -> None:
    make_article(cast.ours, lead="Ile to 2 < 3? <script>alert(1)</script>")
    for name, path in (("atom", f"{ATOM}entry/{ATOM}summary"), ("rss", "channel/item/description")):
        assert (feed(cast, name).findtext(path) or "").startswith("Ile to 2 &lt; 3? &lt;script&gt;")


def test_a_partnership_without_news_is_not_told_apart_from_none(cast: Cast) -> None:
    make_article(cast.ours, state="draft")
    for slug in (cast.ours.slug, "zadne"):
        assert cast.nobody.client.get(reverse("newsroom:partnership_rss", args=[slug])).status_code == 404


def test_a_person_signed_in_gets_the_same_feed(cast: Cast) -> None:
    make_article(cast.ours, "Szkic", state="draft")
    make_article(cast.ours, "Gotowy")
    answer = cast.anna.client.get(reverse("newsroom:atom"))
    assert "Szkic" not in answer.content.decode() and "Gotowy" in answer.content.decode()


def test_the_page_says_to_machines_what_it_is(cast: Cast) -> None:
    article = make_article(
        cast.ours, NASTY, slug="targi", author="Ewa", lead="Lead </script><script>alert(1)</script>"
    )
    page = cast.nobody.client.get(article.get_absolute_url()).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    said = json.loads(found[1])
    assert (said["@type"], said["headline"], said["author"]["name"]) == ("NewsArticle", NASTY, "Ewa")
    assert said["mainEntityOfPage"].endswith("/news/targi/")
    assert "<script>alert(1)" not in page
    assert '<link rel="canonical" href="http' in page


def test_a_draft_says_nothing_to_machines(cast: Cast) -> None:
    article = make_article(cast.ours, state="draft")
    page = cast.anna.client.get(article.get_absolute_url()).content.decode()
    assert "ld+json" not in page and "noindex" in page
