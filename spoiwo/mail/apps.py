"""The fuse box of `mail`."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "spoiwo.mail"
    label = "mail"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.mail.audit import SENTENCES

        audit.register(SENTENCES)
