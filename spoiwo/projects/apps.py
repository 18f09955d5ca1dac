"""The fuse box of `projects`."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ProjectsConfig(AppConfig):
    name = "spoiwo.projects"
    label = "projects"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.projects import search as documents
        from spoiwo.projects.audit import SENTENCES
        from spoiwo.projects.queries import card_steps, project_steps
        from spoiwo.search import registry

        audit.register(SENTENCES)
        trail.register("projects.conceptcard", card_steps)
        trail.register("projects.project", project_steps)
        registry.register(
            "projects.conceptcard",
            pgettext_lazy("kind of thing found", "concept cards"),
            documents.card_documents,
        )
        registry.register(
            "projects.project", pgettext_lazy("kind of thing found", "projects"), documents.project_documents
        )
