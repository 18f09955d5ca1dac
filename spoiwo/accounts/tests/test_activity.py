"""The use of a session is noted, but not at every page."""

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast


@pytest.fixture(autouse=True)
def _nothing_noted(db: None) -> None:
    cache.clear()


def writes(cast: Cast, **headers: str) -> list[str]:
    """What one page of Anna's changes in the table of sessions."""
    with CaptureQueriesContext(connection) as queries:
        assert cast.anna.client.get("/accessibility/", **headers).status_code == 200
    found = [query["sql"] for query in queries if "usersessions_usersession" in query["sql"]]
    return [sql for sql in found if sql.startswith(("INSERT", "UPDATE"))]


def test_the_first_page_notes_the_session_and_the_next_writes_nothing(cast: Cast) -> None:
    assert len(writes(cast)) == 1
    assert writes(cast) == []
    assert UserSession.objects.filter(user=cast.anna.user).count() == 1


def test_another_browser_or_address_is_noted_at_once(cast: Cast) -> None:
    writes(cast)
    assert len(writes(cast, HTTP_USER_AGENT="Another/1.0")) == 1
    assert len(writes(cast, REMOTE_ADDR="192.0.2.7")) == 1
    session = UserSession.objects.get(user=cast.anna.user)
    assert (session.ip, session.user_agent) == ("192.0.2.7", "")


def test_a_session_that_was_ended_elsewhere_is_over_at_once(cast: Cast) -> None:
    writes(cast)
    UserSession.objects.get(user=cast.anna.user).end()
    assert cast.anna.client.get("/desk/").status_code == 302
