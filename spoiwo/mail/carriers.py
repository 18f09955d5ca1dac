"""Ways on which letters leave: our mail server over one connection, or any other e-mail backend of Django."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

from spoiwo.mail.composing import Unsendable, compose, envelope_address, mailbox, sender
from spoiwo.mail.models import Letter
from spoiwo.mail.rules import Outcome


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it, and the server's words."""

    outcome: Outcome
    words: str = ""


class Carrier(Protocol):
    """Takes letters one after another."""

    def open(self) -> Answer | None:
        """Makes ready; an answer means that it could not."""

    def hand(self, letter: Letter, at: datetime) -> Answer:
        """Hands one letter over; never raises for what servers and networks do."""

    def close(self) -> None:
        """Says good-bye; never raises."""


def carrier() -> Carrier:
    """The way that EMAIL_BACKEND names."""
    backend = get_connection()
    return Smtp(backend) if type(backend) is EmailBackend else Plain(backend)


class Plain:
    """Console, folder, memory of the tests: what Django brings."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def open(self) -> Answer | None:
        """Nothing to wait for; these backends open by themselves. Only the sender must be one."""
        try:
            sender(settings.DEFAULT_FROM_EMAIL)
        except Unsendable as problem:
            return Answer(Outcome.CLOSED, str(problem))
        return None

    def hand(self, letter: Letter, at: datetime) -> Answer:
        """One message of Django's; whatever it raises is tried again later."""
        try:
            self._message(letter).send()
        except Unsendable as problem:
            return Answer(Outcome.NEVER, str(problem))
        except Exception as problem:
            return Answer(Outcome.LATER, f"{type(problem).__name__}: {problem}"[:2000])
        return Answer(Outcome.ACCEPTED)

    def close(self) -> None:
        """Closes what was opened."""
        self._backend.close()

    def _message(self, letter: Letter) -> EmailMessage:
        headers = {
            "To": _unfolded(mailbox(letter.to_name, letter.to)),
            "Message-ID": letter.message_id,
            "Auto-Submitted": "auto-generated",
        }
        if letter.unsubscribe_url:
            headers["List-Unsubscribe"] = f"<{letter.unsubscribe_url}>"
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        name, address = sender(settings.DEFAULT_FROM_EMAIL)
        return EmailMessage(
            " ".join(letter.subject.split()),
            letter.text,
            from_email=_unfolded(mailbox(letter.from_name or name, address)),
            to=[letter.to],
            reply_to=[letter.reply_to] if letter.reply_to else None,
            connection=self._backend,
            headers=headers,
        )


class Smtp:
    """One connection to our mail server; Django's backend opens it, with its encryption and password.

    Where the server offers PIPELINING (RFC 2920), sender, addressee and DATA go in one write, so a letter takes two
    journeys to the server and back instead of four.
    """

    def __init__(self, backend: EmailBackend) -> None:
        self._backend = backend
        self._link: Any = None
        self._must_reset = False

    def open(self) -> Answer | None:
        """Connects, encrypts, signs in; each step waits for the server no longer than EMAIL_TIMEOUT."""
        try:
            self._sender = sender(settings.DEFAULT_FROM_EMAIL)[1]
            self._backend.open()
            self._link = self._backend.connection
            self._link.ehlo_or_helo_if_needed()
        except (OSError, ValueError) as problem:
            return Answer(Outcome.CLOSED, _said(problem))
        self._pipelines = self._link.has_extn("pipelining")
        return None

    def hand(self, letter: Letter, at: datetime) -> Answer:
        """The envelope, then the words; what a broken link means depends on whether the last word had gone."""
        try:
            to, content = envelope_address(letter.to), compose(letter, at)
        except Unsendable as problem:
            return Answer(Outcome.NEVER, str(problem))
        try:
            refusal = self._refusal(to)
            if refusal is not None:
                return refusal
            # An error here means that not even our own system has taken the last word.
            self._write(_stuffed(content) + b".\r\n")
        except OSError as problem:
            return Answer(Outcome.CUT, _said(problem))
        try:
            code, words = self._link.getreply()
        except OSError as problem:
            return Answer(Outcome.LOST, _said(problem))
        if 200 <= code < 300:
            return Answer(Outcome.ACCEPTED)
        return _refused(code, words) if 400 <= code < 600 else Answer(Outcome.LOST, _words(code, words))

    def close(self) -> None:
        """Says QUIT and does not wait long for the answer."""
        try:
            link: Any = self._backend.connection
            if link is not None and link.sock is not None:
                link.sock.settimeout(2)
                link.quit()
        except OSError:
            pass
        finally:
            self._backend.connection = None

    def _refusal(self, to: str) -> Answer | None:
        """Says who writes to whom; None where the server now waits for the words."""
        commands = [f"MAIL FROM:<{self._sender}>", f"RCPT TO:<{to}>", "DATA"]
        if self._must_reset:
            self._ask(["RSET"])
            self._must_reset = False
        replies = self._ask(commands)
        bad = [
            place for place, (code, _text) in enumerate(replies) if code // 100 != (3 if place == 2 else 2)
        ]
        if not bad:
            return None
        self._must_reset = True
        if len(replies) == 3 and replies[2][0] == 354:
            # It waits for words although it refused the addressee: RFC 2920 3.1 ends them at once.
            self._write(b".\r\n")
            self._link.getreply()
        code, text = replies[bad[0]]
        # A refusal of ourselves says nothing about this letter: the next one would fare the same.
        return Answer(Outcome.CLOSED, _words(code, text)) if bad[0] == 0 else _refused(code, text)

    def _ask(self, commands: list[str]) -> list[tuple[int, bytes]]:
        """The replies in order; without PIPELINING nothing is said after a refusal."""
        if self._pipelines:
            self._write("".join(f"{command}\r\n" for command in commands).encode("ascii"))
            return [self._link.getreply() for _command in commands]
        replies: list[tuple[int, bytes]] = []
        for command in commands:
            self._write(f"{command}\r\n".encode("ascii"))
            replies.append(self._link.getreply())
            if not 200 <= replies[-1][0] < 400:
                break
        return replies

    def _write(self, data: bytes) -> None:
        if self._link.sock is None:
            raise ConnectionError("the connection is closed")
        self._link.sock.sendall(data)


def _stuffed(content: bytes) -> bytes:
    """No line of the text may look like the end of it (RFC 5321 4.5.2); the text ends with a line end."""
    if b"\n." in content:
        content = content.replace(b"\r\n.", b"\r\n..")
    return content if content.endswith(b"\r\n") else content + b"\r\n"


def _refused(code: int, text: bytes) -> Answer:
    if code == 421:  # the server closes the connection
        return Answer(Outcome.CUT, _words(code, text))
    return Answer({4: Outcome.LATER, 5: Outcome.NEVER}.get(code // 100, Outcome.CUT), _words(code, text))


def _words(code: int, text: bytes) -> str:
    return f"{code} {text.decode('utf-8', 'replace')}"[:2000]


def _said(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}"[:2000]


def _unfolded(value: str) -> str:
    return " ".join(value.split())
