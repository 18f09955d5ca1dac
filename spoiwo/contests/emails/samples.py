"""Every letter of this room, filled with an invented entry, for /ui/letters/."""

import datetime as dt
from collections.abc import Callable

from django.utils import timezone

from spoiwo.accounts.models import User
from spoiwo.contests.emails.addresses import link_of, to_writer
from spoiwo.contests.emails.audience import confirmation
from spoiwo.contests.emails.jury import appointment, to_member
from spoiwo.contests.emails.results import consent_link
from spoiwo.contests.models import (
    Award,
    Contest,
    Edition,
    Entry,
    FormalDecision,
    Member,
    Submission,
    Voice,
    Writer,
)
from spoiwo.contests.queries.editions import deadline_in_words
from spoiwo.contests.rules.states import Appeal, MemberKind
from spoiwo.mail.post import Draft

AT = dt.datetime(2026, 5, 29, 12, 4, 31, tzinfo=dt.UTC)
REASONS = [{"paragraph": "§ 3 ust. 4", "question": "", "note": "Załącznika nie da się otworzyć."}]


def _writer() -> Writer:
    contest = Contest(pk=0, name="Lider aktywizacji osób młodych", slug="lider-aktywizacji", partnership_id=0)
    edition = Edition(
        pk=0,
        contest=contest,
        year=2026,
        name="Lider aktywizacji osób młodych 2026",
        closes_at=AT + dt.timedelta(hours=2),
        scoring_until=AT + dt.timedelta(days=30),
    )
    entry = Entry(
        pk=0,
        edition=edition,
        number=17,
        title="Mobilny doradca w szkołach branżowych",
        organisation_name="Powiatowy Urząd Pracy w Opocznie",
        withdrawn_at=AT,
        withdrawn_because="Praktyka zostanie zgłoszona po zakończeniu projektu.",
    )
    return Writer(pk=0, entry=entry, name="Agnieszka Dudek", email="a.dudek@example.org", secret="przyklad")  # noqa: S106


def _to_writer(template: str, **context: object) -> Draft:
    writer = _writer()
    context |= {"deadline": deadline_in_words(writer.entry.edition)}
    return to_writer(writer, writer.entry, template, **context)


def _decided(template: str) -> Draft:
    entry = _writer().entry
    decision = FormalDecision(
        pk=0,
        entry=entry,
        reasons=REASONS,
        due_on=timezone.localdate(AT) + dt.timedelta(days=7),
        appeal=Appeal.GRANTED,
        appeal_reason="Komisja obejrzała załącznik na innym urządzeniu i stwierdziła, że jest czytelny.",
    )
    return _to_writer(template, decision=decision, fields=["Materiały o praktyce"])


def _received() -> Draft:
    submission = Submission(pk=0, title=_writer().entry.title, number=2, at=AT, digest="3f2a9c" * 10 + "71b0")
    return _to_writer("entry_submitted", submission=submission)


def _nominated() -> Draft:
    return _to_writer("entry_nominated", agreement=link_of(_writer(), "contests:writing_agreement"))


def _awarded() -> Draft:
    edition = _writer().entry.edition
    award = Award(pk=0, edition=edition, name="I miejsce", is_ex_aequo=True, consent_secret="przyklad")  # noqa: S106
    comments = ["Praktyka łatwa do powtórzenia, materiały są bardzo przydatne."]
    page = link_of(_writer())
    return _to_writer("result", awards=[award], comments=comments, consent=consent_link(award), page=page)


def _member() -> Member:
    user = User(pk=0, email="t.urban@example.org", name="Tomasz Urban")
    return Member(pk=0, edition=_writer().entry.edition, kind=MemberKind.JUROR, user=user)


def _voice() -> Draft:
    return confirmation(Voice(pk=0, entry=_writer().entry, secret="przyklad"), "ktos@example.org")  # noqa: S106


SAMPLES: dict[str, Callable[[], Draft]] = {
    "appeal": lambda: _decided("appeal"),
    "check_admitted": lambda: _decided("check_admitted"),
    "check_corrections": lambda: _decided("check_corrections"),
    "check_rejected": lambda: _decided("check_rejected"),
    "entry_begun": lambda: _to_writer("entry_begun", again=False, is_nomination=False),
    "entry_invited": lambda: _to_writer("entry_invited", invited_by="Rafał Sikora"),
    "entry_nominated": _nominated,
    "entry_submitted": _received,
    "entry_withdrawn": lambda: _to_writer("entry_withdrawn"),
    "jury_appointed": lambda: appointment(_member(), "Olga Nowak"),
    "jury_assigned": lambda: to_member(_member(), "jury_assigned", count=7),
    "jury_reminder": lambda: to_member(_member(), "jury_reminder"),
    "result": _awarded,
    "voice": _voice,
}
