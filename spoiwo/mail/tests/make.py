"""Makers of letters."""

from typing import Any

from spoiwo.mail.models import Letter
from spoiwo.mail.post import server_of


def letter(**fields: Any) -> Letter:
    """A saved e-mail that waits, to an addressee of its own."""
    number = Letter.objects.count()
    values = {
        "channel": "email",
        "to": f"a{number}@example.org",
        "subject": "Zaproszenie",
        "text": "Zapraszamy.\n",
        "message_id": f"<{number}@spoiwo.example>",
        **fields,
    }
    return Letter.objects.create(**{"server": server_of(values["to"]), **values})
