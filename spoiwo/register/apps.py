"""The fuse box of `register`."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "spoiwo.register"
    label = "register"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.register import receivers
        from spoiwo.register.audit import SENTENCES

        audit.register(SENTENCES)
        receivers.connect()
