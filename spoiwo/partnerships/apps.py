"""The fuse box of `partnerships`: audit sentences, stops of the trail, a sample of each letter."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "spoiwo.partnerships"
    label = "partnerships"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.mail.post import register
        from spoiwo.partnerships import receivers  # noqa: F401 - importing connects it
        from spoiwo.partnerships.audit import SENTENCES
        from spoiwo.partnerships.emails import sample_notice
        from spoiwo.partnerships.queries import stops

        audit.register(SENTENCES)
        trail.register("partnerships.partnership", stops.partnership_steps)
        trail.register("partnerships.agreement", stops.agreement_steps)
        register("partnerships/act_notice", sample_notice)
