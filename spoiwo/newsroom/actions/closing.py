"""An article out of a meeting's closing report, in one step."""

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.meetings.models import Meeting
from spoiwo.meetings.rules.states import MeetingState
from spoiwo.newsroom.actions.articles import lock, start_article
from spoiwo.newsroom.actions.pictures import copy_photos
from spoiwo.newsroom.models import Article
from spoiwo.newsroom.queries.closing import told


@transaction.atomic
def article_of_meeting(meeting: Meeting, *, by: Actor) -> Article:
    """A draft with the report's words and the photographs everybody may see; it stands on the meeting's trail.

    Raises `Refused` where the meeting is not closed. A second press makes no second draft: the one of this meeting that is
    still being written is given back.
    """
    held = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if held.state != MeetingState.HELD:
        raise Refused(_("Close the meeting first: the article is made of its closing report."))
    if begun := held.articles.filter(state="draft").order_by("pk").first():
        return begun
    article = start_article(held.partnership, by=by, closing=held, place=held.commune, **told(held))
    trail.link(held, article, "article", by=by)
    copy_photos(article, held.photos.exclude(published_at=None).select_related("file", "small"), by=by)
    return lock(article)
