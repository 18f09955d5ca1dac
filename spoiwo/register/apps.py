"""The fuse box of `register`: audit sentences, the stop on the trail, what it hears from `places`."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "spoiwo.register"
    label = "register"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.register import receivers
        from spoiwo.register.audit import SENTENCES
        from spoiwo.register.queries.stops import organisation_steps

        audit.register(SENTENCES)
        trail.register("register.organisation", organisation_steps)
        receivers.connect()
