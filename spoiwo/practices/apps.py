"""The fuse box of `practices`."""

from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "spoiwo.practices"
    label = "practices"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from spoiwo import audit, search, trail
        from spoiwo.kit import links
        from spoiwo.mail.post import register
        from spoiwo.practices import receivers
        from spoiwo.practices.audit import SENTENCES
        from spoiwo.practices.emails.samples import SAMPLES
        from spoiwo.practices.models import Practice
        from spoiwo.practices.queries import cards
        from spoiwo.practices.search import practice_documents

        audit.register(SENTENCES)
        trail.register("practices.practice", cards.practice_steps)
        trail.register("contests.award", cards.award_steps)
        links.register("projects.project", cards.links_of_project)
        search.register(
            "practices.practice",
            _("Good practices"),
            practice_documents,
            narrowed=Practice.objects.visible_to,
        )
        for name, sample in SAMPLES.items():
            register(f"practices/{name}", sample)
        receivers.connect()
