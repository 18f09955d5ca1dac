"""The fuse box of `register`: audit sentences, the stop on the trail, what it hears from `places`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class RegisterConfig(AppConfig):
    name = "spoiwo.register"
    label = "register"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.register import receivers
        from spoiwo.register import search as documents
        from spoiwo.register.audit import SENTENCES
        from spoiwo.register.queries.stops import organisation_steps
        from spoiwo.search import registry

        audit.register(SENTENCES)
        trail.register("register.organisation", organisation_steps)
        receivers.connect()
        registry.register(
            "register.organisation",
            pgettext_lazy("kind of thing found", "organisations"),
            documents.organisation_documents,
        )
        registry.register(
            "register.person", pgettext_lazy("kind of thing found", "people"), documents.person_documents
        )
        registry.part_of("register.mandate", documents.people_of_mandate)
        registry.part_of("register.importbatch", documents.came_with)
