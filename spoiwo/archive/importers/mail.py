"""Attachments of a saved e-mail."""

import email
import email.policy
from email.message import EmailMessage

MOST = 50


def attachments(content: bytes) -> list[tuple[str, bytes]]:
    """Names and bytes of the files attached to an e-mail (.eml), at most fifty; nothing for what is no e-mail."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    found = []
    if isinstance(message, EmailMessage):
        for number, part in enumerate(message.iter_attachments(), 1):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body:
                found.append((part.get_filename() or f"zalacznik-{number}", body))
    return found[:MOST]
