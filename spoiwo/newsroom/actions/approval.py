"""The decision on an article that was handed in."""

from django.db import transaction
from django.utils import timezone

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.newsroom import emails
from spoiwo.newsroom.actions.articles import draw_later, lock
from spoiwo.newsroom.audit import Verb
from spoiwo.newsroom.labels import BAR_SENTENCES
from spoiwo.newsroom.models import Approval, Article
from spoiwo.newsroom.queries.articles import other_approvers
from spoiwo.newsroom.rules.states import ArticleState, Bar, Decision, bar_to_decide


@transaction.atomic
def decide(article: Article, decision: Decision, *, note: str, read_revision: int, by: Actor) -> Article:
    """Approves the article or returns it with a note. Raises `Refused` where that cannot be.

    What is approved comes out at its moment, or at once where none was set or it went by while the article waited.
    """
    held = lock(article)
    if held.state != ArticleState.SUBMITTED:
        raise Refused(BAR_SENTENCES[Bar.NOT_NEXT])
    bar = bar_to_decide(
        is_author=held.written_by_id is not None and held.written_by_id == by.user_id,
        others_may=other_approvers(held, by.user_id, today()),
        decision=decision,
        note=note,
        has_changed=held.revision != read_revision,
    )
    if bar:
        raise Refused(BAR_SENTENCES[bar], "note" if bar == Bar.NO_REASON else None)
    if decision == Decision.APPROVED:
        now, was_out = timezone.now(), held.approvals.filter(decision=Decision.APPROVED).exists()
        if held.publish_at is None or (held.publish_at < now and not was_out):
            held.publish_at = now
        held.shown_on = held.first_published_on or timezone.localdate(held.publish_at)
    held.state = ArticleState.APPROVED if decision == Decision.APPROVED else ArticleState.DRAFT
    held.save()
    approval = Approval.objects.create(
        article=held,
        decision=decision,
        note=note.strip(),
        revision=held.revision,
        by_id=by.user_id,
        by_name=by.name,
    )
    audit.record(Verb.ARTICLE_DECIDED, held, by=by, scope=held.partnership_id, decision=str(decision))
    post(emails.decision_letters(held, approval))
    draw_later(held)
    return held
