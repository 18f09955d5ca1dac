"""Every letter of this room, filled with an invented article, for /ui/letters/."""

import datetime as dt
from collections.abc import Callable

from spoiwo.accounts.models import User
from spoiwo.mail.post import Draft
from spoiwo.newsroom.emails import decision, to
from spoiwo.newsroom.models import Approval, Article
from spoiwo.newsroom.rules.states import ArticleState, Decision

NOTE = "Proszę podać, ile osób znalazło pracę, i dodać zdjęcie z podpisania porozumienia."


def _author() -> User:
    return User(pk=0, email="m.wojcik@example.org", name="Maria Wójcik")


def _article(state: ArticleState) -> Article:
    return Article(
        pk=0,
        title="Targi pracy w Opocznie: pięćdziesięciu wystawców",
        slug="targi-pracy-w-opocznie",
        partnership_id=0,
        state=state,
        publish_at=dt.datetime(2026, 9, 1, 8, tzinfo=dt.UTC),
    )


def _decided(outcome: Decision, note: str = "") -> Draft:
    state = ArticleState.APPROVED if outcome == Decision.APPROVED else ArticleState.DRAFT
    approval = Approval(decision=outcome, note=note, by_name="Roman Kamiński")
    return decision(_article(state), approval, _author())


SAMPLES: dict[str, Callable[[], Draft]] = {
    "approved": lambda: _decided(Decision.APPROVED),
    "returned": lambda: _decided(Decision.RETURNED, NOTE),
    "waiting": lambda: to(_author(), _article(ArticleState.SUBMITTED), "waiting", by_name="Celina Dąbrowska"),
}
