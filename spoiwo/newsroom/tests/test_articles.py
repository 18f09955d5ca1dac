"""From a draft to the public page: written, handed in, decided on, scheduled, withdrawn, found under its old addresses."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from spoiwo.audit.models import Entry
from spoiwo.kit.actor import Role
from spoiwo.kit.request import Refused
from spoiwo.newsroom.actions import approval
from spoiwo.newsroom.actions import articles as actions
from spoiwo.newsroom.models import Article, FormerAddress
from spoiwo.newsroom.rules.states import ArticleState, Decision
from tests.cast import Cast
from tests.make import make_grant, make_user
from tests.make_newsroom import make_article

pytestmark = pytest.mark.django_db
TEXT = {
    "title": "Dzień otwarty urzędu",
    "lead": "Przyszło 120 osób.",
    "body": "Zapraszamy\n\nza rok.",
    "author": "",
    "place": "",
}


def url(name: str, *args: Any) -> str:
    return reverse(f"newsroom:{name}", args=args)


def approve(article: Article, cast: Cast, **options: Any) -> Article:
    article.refresh_from_db()
    given = {"note": "", "read_revision": article.revision} | options
    return approval.decide(article, Decision.APPROVED, by=cast.dorota.actor, **given)


def test_the_whole_way_through_the_pages(cast: Cast) -> None:
    answer = cast.ewa.client.post(url("article_new"), TEXT)
    article = Article.objects.get()
    assert answer["Location"] == url("article", "dzien-otwarty-urzedu") == article.get_absolute_url()
    assert article.body == "<p>Zapraszamy</p><p>za rok.</p>"
    assert cast.nobody.client.get(article.get_absolute_url()).status_code == 404
    cast.ewa.client.post(url("article_state", article.slug), {"state": "submitted"})
    page = cast.dorota.client.get(url("article_approval", article.slug))
    assert "Once approved, the article comes out at once." in page.content.decode()
    decision = {"decision": "approved", "note": "", "revision": "1"}
    assert cast.ewa.client.post(url("article_approval", article.slug), decision).status_code == 403
    cast.dorota.client.post(url("article_approval", article.slug), decision)
    page = cast.nobody.client.get(article.get_absolute_url()).content.decode()
    assert "<p>Zapraszamy</p><p>za rok.</p>" in page and "Przyszło 120 osób." in page
    assert "Dorota" not in page and "Approval" not in page
    verbs = list(
        Entry.objects.filter(verb__startswith="newsroom.").order_by("pk").values_list("verb", flat=True)
    )
    assert verbs == ["newsroom.article_started", "newsroom.article_moved", "newsroom.article_decided"]


def test_nobody_approves_their_own_article_where_another_may(cast: Cast) -> None:
    article = actions.start_article(cast.ours, by=cast.anna.actor, title="A", body="x")
    actions.move_article(article, ArticleState.SUBMITTED, by=cast.anna.actor)
    with pytest.raises(Refused, match="Another person"):
        approval.decide(article, Decision.APPROVED, note="", read_revision=1, by=cast.anna.actor)
    assert approve(article, cast).state == ArticleState.APPROVED


def test_who_is_alone_approves_their_own(cast: Cast) -> None:
    cast.ours.grants.filter(user=cast.dorota.user).delete()
    article = actions.start_article(cast.ours, by=cast.anna.actor, title="A", body="x")
    actions.move_article(article, ArticleState.SUBMITTED, by=cast.anna.actor)
    approval.decide(article, Decision.APPROVED, note="", read_revision=1, by=cast.anna.actor)
    assert Article.objects.get().is_out


def test_a_returned_article_comes_back_with_the_note(cast: Cast) -> None:
    article = make_article(cast.ours, state="submitted", written_by=cast.ewa.user)
    answer = cast.anna.client.post(
        url("article_approval", article.slug), {"decision": "returned", "note": " ", "revision": "1"}
    )
    assert answer.status_code == 422 and "Write to the author" in answer.content.decode()
    cast.anna.client.post(
        url("article_approval", article.slug),
        {"decision": "returned", "note": "Skrócić lead.", "revision": "1"},
    )
    assert "Skrócić lead." in cast.ewa.client.get(article.get_absolute_url()).content.decode()


def test_what_was_changed_after_it_was_read_is_read_again(cast: Cast) -> None:
    article = make_article(cast.ours, state="submitted", written_by=cast.ewa.user)
    actions.write_article(article, read_revision=1, by=cast.ewa.actor, body="Coś innego")
    answer = cast.dorota.client.post(
        url("article_approval", article.slug), {"decision": "approved", "note": "", "revision": "1"}
    )
    assert answer.status_code == 422 and "changed since you opened it" in answer.content.decode()
    assert 'value="2"' in answer.content.decode()
    assert Article.objects.get().state == ArticleState.SUBMITTED


def test_a_day_or_source_changed_after_it_was_read_is_read_again(cast: Cast) -> None:
    article = make_article(cast.ours, state="submitted", written_by=cast.ewa.user)
    form = {
        "slug": article.slug,
        "publish_at": "",
        "first_published_on": "",
        "source_note": "Zmyślone",
        "paths": "",
    }
    cast.ewa.client.post(url("article_publication", article.slug), form)
    with pytest.raises(Refused, match="changed since you opened it"):
        approve(article, cast, read_revision=1)


def test_the_same_words_sent_twice_begin_one_article(cast: Cast) -> None:
    addresses = {cast.ewa.client.post(url("article_new"), TEXT)["Location"] for _press in range(2)}
    assert len(addresses) == Article.objects.count() == 1
    assert cast.anna.client.post(url("article_new"), TEXT)["Location"] not in addresses


def test_a_second_decision_is_refused(cast: Cast) -> None:
    article = make_article(cast.ours, state="submitted", written_by=cast.ewa.user)
    approve(article, cast)
    with pytest.raises(Refused, match="does not follow"):
        approve(article, cast)
    assert article.approvals.count() == 1


def test_a_scheduled_article_waits_for_its_moment(cast: Cast) -> None:
    later = timezone.now() + dt.timedelta(days=2)
    article = make_article(cast.ours, state="submitted", written_by=cast.ewa.user, publish_at=later)
    approve(article, cast)
    assert cast.nobody.client.get(article.get_absolute_url()).status_code == 404
    assert article.title not in cast.nobody.client.get(url("articles")).content.decode()
    assert article.title not in cast.nobody.client.get(url("atom")).content.decode()
    assert "comes out" in cast.ewa.client.get(article.get_absolute_url()).content.decode()
    Article.objects.update(publish_at=timezone.now())
    assert cast.nobody.client.get(article.get_absolute_url()).status_code == 200
    assert article.title in cast.nobody.client.get(url("articles")).content.decode()


def test_a_moment_that_went_by_while_the_article_waited_counts_from_the_approval(cast: Cast) -> None:
    past = timezone.now() - dt.timedelta(days=2)
    article = make_article(cast.ours, state="submitted", written_by=cast.ewa.user, publish_at=past)
    assert timezone.now() - approve(article, cast).publish_at < dt.timedelta(minutes=1)


def test_withdrawn_and_put_back_it_keeps_its_moment_and_its_first_day(cast: Cast) -> None:
    first = dt.date(2005, 3, 14)
    article = make_article(
        cast.ours, state="submitted", written_by=cast.ewa.user, first_published_on=first, source_note="Kurier"
    )
    moment = approve(article, cast).publish_at
    cast.anna.client.post(url("article_state", article.slug), {"state": "withdrawn"})
    assert cast.nobody.client.get(article.get_absolute_url()).status_code == 404
    cast.anna.client.post(url("article_state", article.slug), {"state": "approved"})
    article.refresh_from_db()
    assert (article.publish_at, article.shown_on) == (moment, first)
    page = cast.nobody.client.get(article.get_absolute_url()).content.decode()
    assert "First published" in page and '"datePublished": "2005-03-14"' in page
    listed = cast.nobody.client.get(url("articles") + "?year=2005").content.decode()
    assert article.title in listed


def test_who_writes_second_sees_the_first_ones_text_and_loses_nothing(cast: Cast) -> None:
    article = make_article(cast.ours, state="draft")
    actions.write_article(article, read_revision=1, by=cast.anna.actor, body="Tekst Anny")
    answer = cast.ewa.client.post(
        url("article_edit", article.slug), TEXT | {"revision": "1", "body": "Tekst Ewy"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and "Tekst Anny" in page and "Tekst Ewy" in page
    cast.ewa.client.post(url("article_edit", article.slug), TEXT | {"revision": "2", "body": "Tekst Ewy"})
    assert Article.objects.get().body == "<p>Tekst Ewy</p>"


def test_the_address_of_a_draft_follows_its_title_and_of_a_published_one_does_not(cast: Cast) -> None:
    draft = actions.start_article(cast.ours, by=cast.ewa.actor, title="Robocze", body="x")
    assert actions.write_article(draft, read_revision=1, by=cast.ewa.actor, title="Targi").slug == "targi"
    out = make_article(cast.ours, "Gala")
    assert actions.write_article(out, read_revision=1, by=cast.anna.actor, title="Wielka gala").slug == "gala"
    again = actions.start_article(cast.ours, by=cast.ewa.actor, title="Gala", body="x")
    assert again.slug == "gala-2"


def test_the_old_address_leads_to_the_new_one(cast: Cast) -> None:
    article = make_article(cast.ours, "Gala")
    form = {"slug": "wielka-gala", "publish_at": "", "first_published_on": "", "source_note": "", "paths": ""}
    cast.anna.client.post(url("article_publication", "gala"), form)
    answer = cast.nobody.client.get(url("article", "gala"))
    assert (answer.status_code, answer["Location"]) == (301, url("article", "wielka-gala"))
    assert answer["Cache-Control"] == "max-age=600"
    cast.anna.client.post(url("article_publication", "wielka-gala"), form | {"slug": "gala"})
    assert cast.nobody.client.get(url("article", "gala")).status_code == 200
    assert cast.nobody.client.get(url("article", "wielka-gala"))["Location"] == url("article", "gala")
    taken = actions.start_article(cast.ours, by=cast.ewa.actor, title="Wielka gala", body="x")
    assert taken.slug == "wielka-gala-2"
    assert article.former_addresses.count() == 1


@pytest.mark.parametrize("asked", ["/news.php?id=12", "/aktualno%C5%9Bci/2005/", "/aktualno%C5%9Bci/2005"])
def test_addresses_of_an_older_site_lead_here(cast: Cast, asked: str) -> None:
    article = make_article(cast.ours, "Gala")
    paths = "https://stara.example.org/news.php?id=12\n/aktualności/2005/"
    form = {"slug": "gala", "publish_at": "", "first_published_on": "", "source_note": "", "paths": paths}
    cast.anna.client.post(url("article_publication", "gala"), form)
    answer = cast.nobody.client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, article.get_absolute_url())
    assert cast.nobody.client.get("/news.php?id=13").status_code == 404
    Article.objects.update(state="withdrawn")
    assert cast.nobody.client.get(asked).status_code == 404


def test_an_address_of_another_article_is_refused_at_its_field(cast: Cast) -> None:
    one, other = make_article(cast.ours, "Gala"), make_article(cast.ours, "Targi")
    FormerAddress.objects.create(article=one, slug="dawna")
    FormerAddress.objects.create(article=one, path="/a.php")
    base = {"publish_at": "", "first_published_on": "", "source_note": "", "paths": ""}
    for given in (
        {"slug": "gala"},
        {"slug": "dawna"},
        {"slug": "targi", "paths": "/a.php"},
        {"slug": "desk"},
    ):
        answer = cast.anna.client.post(url("article_publication", other.slug), base | given)
        assert answer.status_code == 422, given
        assert url("article", "targi") in answer.content.decode()
    other.refresh_from_db()
    assert other.slug == "targi"


def test_only_a_draft_never_published_is_removed(cast: Cast) -> None:
    draft, out = make_article(cast.ours, "Szkic", state="draft"), make_article(cast.ours, "Gala")
    assert cast.ewa.client.post(url("article_removal", out.slug)).status_code == 403
    returned = make_article(cast.ours, "Raz wydany", state="submitted", written_by=cast.ewa.user)
    approve(returned, cast)
    Article.objects.filter(pk=returned.pk).update(state="draft")
    assert cast.ewa.client.post(url("article_removal", returned.slug)).status_code == 422
    assert cast.ewa.client.get(url("article_removal", draft.slug)).status_code == 200
    cast.ewa.client.post(url("article_removal", draft.slug))
    assert set(Article.objects.values_list("title", flat=True)) == {"Gala", "Raz wydany"}


def test_lists_ask_as_often_for_many_as_for_few(cast: Cast, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        make_article(cast.ours, f"Artykuł {number}")
    with django_assert_max_num_queries(8):
        cast.nobody.client.get(url("articles"))
    with django_assert_max_num_queries(14):
        cast.anna.client.get(url("desk"))


def test_an_approver_of_another_partnership_is_no_second_pair_of_eyes(cast: Cast) -> None:
    cast.ours.grants.filter(user=cast.dorota.user).delete()
    make_grant(cast.ours, make_user("zamknieta", is_active=False), Role.DIRECTOR)
    article = make_article(cast.ours, state="submitted", written_by=cast.anna.user)
    approval.decide(article, Decision.APPROVED, note="", read_revision=1, by=cast.anna.actor)
    assert Article.objects.get().state == ArticleState.APPROVED


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_lists_are_loaded_down_as_tables(cast: Cast, format: str) -> None:
    make_article(cast.ours, "Gala")
    make_article(cast.ours, "Szkic", state="draft")
    public = b"".join(cast.nobody.client.get(url("articles"), {"format": format}))
    own = b"".join(cast.ewa.client.get(url("desk"), {"format": format}))
    assert len(public) > 50 and len(own) > 50
    if format == "csv":
        assert b"Gala" in public and b"Szkic" not in public and b"Szkic" in own


def test_without_any_partnership_the_way_to_the_first_one_is_shown(client: Any) -> None:
    client.force_login(make_user("Adam Nowicki", is_admin=True))
    page = client.get(url("article_new")).content.decode()
    assert "There is no partnership yet" in page and reverse("partnerships:partnership_new") in page
    answer = client.post(url("article_new"), TEXT)
    assert answer.status_code == 422 and "Zapraszamy" in answer.content.decode()
