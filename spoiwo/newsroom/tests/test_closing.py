"""A closing report becomes a draft in one step."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from spoiwo.meetings.actions.closing import close_meeting
from spoiwo.meetings.models import Meeting
from spoiwo.newsroom.models import Article
from spoiwo.trail import around
from tests.cast import Cast
from tests.make import make_meeting

pytestmark = pytest.mark.django_db
DECISIONS = "Powołano grupę roboczą.\n\nNastępne spotkanie w maju <2031>."


def closed(cast: Cast, **fields: Any) -> Meeting:
    starts = timezone.now() - dt.timedelta(hours=5)
    meeting = make_meeting(
        cast.ours,
        "Forum pracodawców",
        starts_at=starts,
        ends_at=starts + dt.timedelta(hours=3),
        venue="Hala",
        **fields,
    )
    Meeting.objects.filter(pk=meeting.pk).update(state="announced")
    meeting.programme.create(title="Powitanie", starts=dt.time(10), minutes=15, speaker="Jan Nowak")
    return close_meeting(meeting, head_count=41, decisions=DECISIONS, by=cast.anna.actor, at=timezone.now())


def test_one_press_makes_a_draft_with_the_reports_words(cast: Cast) -> None:
    meeting = closed(cast)
    address = reverse("newsroom:article_from_meeting", args=[meeting.pk])
    page = cast.ewa.client.get(meeting.get_absolute_url()).content.decode()
    assert f'action="{address}"' in page
    answer = cast.ewa.client.post(address)
    article = Article.objects.get()
    assert answer["Location"] == reverse("newsroom:article_edit", args=[article.slug])
    assert (article.title, article.state, article.closing) == ("Forum pracodawców", "draft", meeting)
    assert "Hala" in article.lead and "41" in article.lead
    assert "<li><p>10:00 Powitanie – Jan Nowak</p></li>" in article.body
    assert "<p>Następne spotkanie w maju &lt;2031&gt;.</p>" in article.body
    assert [step.label for step in around(meeting, cast.ewa.actor)[1]][-1].endswith("Forum pracodawców")
    assert cast.nobody.client.get(article.get_absolute_url()).status_code == 404


def test_a_second_press_gives_the_same_draft(cast: Cast) -> None:
    address = reverse("newsroom:article_from_meeting", args=[closed(cast).pk])
    first, second = cast.ewa.client.post(address), cast.anna.client.post(address)
    assert first["Location"] == second["Location"]
    assert Article.objects.count() == 1


def test_a_meeting_that_is_not_closed_gives_none(cast: Cast) -> None:
    meeting = make_meeting(cast.ours)
    address = reverse("newsroom:article_from_meeting", args=[meeting.pk])
    assert address not in cast.ewa.client.get(meeting.get_absolute_url()).content.decode()
    assert cast.ewa.client.post(address)["Location"] == meeting.get_absolute_url()
    assert not Article.objects.exists()


def test_who_does_not_write_for_the_partnership_makes_none(cast: Cast) -> None:
    address = reverse("newsroom:article_from_meeting", args=[closed(cast, is_public=True).pk])
    for who in ("celina", "bartek", "roman"):
        assert getattr(cast, who).client.post(address).status_code in (403, 404), who
    assert cast.nobody.client.post(address).status_code in (302, 403, 404)
    assert not Article.objects.exists()
