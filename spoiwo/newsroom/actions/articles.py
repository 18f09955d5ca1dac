"""Articles: begun, written, addressed, handed in, withdrawn, put back, removed."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.accounts.models import User
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.newsroom import emails
from spoiwo.newsroom.audit import Verb
from spoiwo.newsroom.labels import BAR_SENTENCES
from spoiwo.newsroom.models import Article, FormerAddress
from spoiwo.newsroom.queries.articles import wordless_count
from spoiwo.newsroom.rules.addresses import LONGEST, slug_of
from spoiwo.newsroom.rules.bodies import clean, is_empty
from spoiwo.newsroom.rules.states import STEPS, ArticleState, Bar, Decision, bar_to_submit
from spoiwo.newsroom.tasks import draw_share_image
from spoiwo.partnerships.models import Partnership
from spoiwo.polish import collation_key, fold

WRITTEN = ("title", "lead", "body", "author", "place")


@transaction.atomic
def start_article(partnership: Partnership, *, by: Actor, **fields: Any) -> Article:
    """A draft with what is known of `WRITTEN` (and `closing`); its address comes of the title.

    The same words sent twice by the same person begin one article.
    """
    Partnership.objects.select_for_update(of=("self",)).get(pk=partnership.pk)
    article = Article(partnership=partnership, written_by=_account(by), **fields)
    _set_keys(article)
    if begun := _begun_already(article):
        return begun
    article.slug = free_slug(slug_of(article.title))
    article.save()
    audit.record(Verb.ARTICLE_STARTED, article, by=by, scope=partnership.pk)
    return article


@transaction.atomic
def write_article(article: Article, *, read_revision: int, by: Actor, **fields: Any) -> Article:
    """Replaces what was written. Raises `Refused` where somebody else changed the article since it was read.

    The address of a draft that was never out follows its title; others keep theirs.
    """
    held = lock(article)
    if held.revision != read_revision:
        raise Refused(
            _("Somebody else changed this article meanwhile. Compare your text with theirs, then save again.")
        )
    before = held.title
    for name, value in fields.items():
        setattr(held, name, value)
    _set_keys(held)
    if held.publish_at is None and _is_of(before, held.slug):
        held.slug = free_slug(slug_of(held.title), but=held)
    raise_revision(held)
    audit.record(Verb.ARTICLE_EDITED, held, by=by, scope=held.partnership_id)
    draw_later(held)
    return held


@transaction.atomic
def set_publication(article: Article, *, slug: str, paths: Sequence[str], by: Actor, **dates: Any) -> Article:
    """Address, dates and where it was published first; `paths` are all its addresses on older sites.

    Whoever comes by the address it had is led on. Raises `Refused` for an address that is another article's.
    """
    held = lock(article)
    taken = Article.objects.exclude(pk=held.pk).filter(slug=slug).exists()
    if taken or FormerAddress.objects.exclude(article=held).filter(slug=slug).exists():
        raise Refused(_("This address leads to another article."), "slug")
    others = FormerAddress.objects.exclude(article=held).filter(path__in=paths).exclude(path="")
    if other := others.select_related("article").first():
        said = _("%(path)s leads to “%(title)s” already.")
        raise Refused(said % {"path": other.path, "title": other.article.title}, "paths")
    if slug != held.slug:
        FormerAddress.objects.filter(slug=slug).delete()
        if held.publish_at is not None:
            FormerAddress.objects.get_or_create(slug=held.slug, defaults={"article": held})
        held.slug = slug
    for name, value in dates.items():
        setattr(held, name, value)
    if held.state == ArticleState.APPROVED and held.publish_at is None:
        held.publish_at = timezone.now()
    held.former_addresses.exclude(path="").exclude(path__in=paths).delete()
    known = set(held.former_addresses.values_list("path", flat=True))
    FormerAddress.objects.bulk_create(
        FormerAddress(article=held, path=path) for path in dict.fromkeys(paths) if path not in known
    )
    _set_keys(held)
    raise_revision(held)  # day and source are read with the text: who approves sees them anew
    audit.record(Verb.ADDRESS_CHANGED, held, by=by, scope=held.partnership_id, slug=slug)
    draw_later(held)
    return held


@transaction.atomic
def move_article(article: Article, to: ArticleState, *, by: Actor) -> Article:
    """A step without a decision: handed in, taken back, withdrawn, put back. Raises `Refused` where it does not follow."""
    held = lock(article)
    if to not in STEPS[ArticleState(held.state)]:
        raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
    if to == ArticleState.SUBMITTED:
        wordless = wordless_count(held)
        if bar := bar_to_submit(
            title=held.title, is_empty=is_empty(held.body), pictures_without_words=wordless
        ):
            raise Refused(BAR_SENTENCES[bar])
        held.written_by = _account(by) or held.written_by
    before, held.state = held.state, to
    held.save()
    audit.record(Verb.ARTICLE_MOVED, held, by=by, scope=held.partnership_id, before=before, after=str(to))
    if to == ArticleState.SUBMITTED:
        post(emails.waiting_letters(held, by))
    return held


@transaction.atomic
def remove_article(article: Article, *, by: Actor) -> None:
    """A draft goes with its pictures; raises `Refused` for what was ever approved."""
    held = lock(article)
    if held.state != ArticleState.DRAFT or held.approvals.filter(decision=Decision.APPROVED).exists():
        raise Refused(_("Only a draft that was never published can be removed. Withdraw it instead."))
    files = [file for one in held.pictures.select_related("file", "small") for file in (one.file, one.small)]
    files += [held.share_image] if held.share_image else []
    audit.record(Verb.ARTICLE_REMOVED, held, by=by, scope=held.partnership_id, title=held.title)
    held.delete()
    for file in files:
        store.discard(file)


def lock(article: Article) -> Article:
    """The article as it stands now, held until the transaction ends."""
    return Article.objects.select_for_update(of=("self",)).get(pk=article.pk)


def raise_revision(held: Article) -> None:
    """Saves a locked article that says something else than before."""
    held.revision += 1
    held.save()


def draw_later(article: Article) -> None:
    """The share image is drawn by the worker once this is committed."""
    transaction.on_commit(lambda: draw_share_image.enqueue(article.pk))


def free_slug(wanted: str, but: Article | None = None) -> str:
    """`wanted`, or with the first number that no article has or had."""
    stem = wanted[:LONGEST]
    rows, former = Article.objects.all(), FormerAddress.objects.all()
    if but is not None:
        rows, former = rows.exclude(pk=but.pk), former.exclude(article=but)
    taken = {
        slug
        for kept in (rows, former)
        for slug in kept.filter(slug__startswith=stem).values_list("slug", flat=True)
    }
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _begun_already(article: Article) -> Article | None:
    """The draft this person began with these very words, pressing twice."""
    same = {name: getattr(article, name) for name in ("partnership", "title", "lead", "body", "written_by")}
    return Article.objects.filter(
        state=ArticleState.DRAFT, revision=1, closing=article.closing, **same
    ).first()


def _is_of(title: str, slug: str) -> bool:
    """Whether the address came of that title, with or without a number."""
    return re.fullmatch(rf"{slug_of(title)}(-\d+)?", slug) is not None


def _set_keys(article: Article) -> None:
    article.title = " ".join(article.title.split())
    article.body = clean(article.body)
    article.name_key = collation_key(article.title)[:500]
    article.search_key = fold(" ".join([article.title, article.lead]))[:900]
    day = timezone.localdate(article.publish_at) if article.publish_at else timezone.localdate()
    article.shown_on = article.first_published_on or day


def _account(by: Actor) -> User | None:
    return User.objects.filter(pk=by.user_id).first() if by.user_id else None
