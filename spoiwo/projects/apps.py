"""The fuse box of `projects`."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "spoiwo.projects"
    label = "projects"

    def ready(self) -> None:
        from spoiwo import audit, trail
        from spoiwo.projects.audit import SENTENCES
        from spoiwo.projects.queries import card_steps

        audit.register(SENTENCES)
        trail.register("projects.conceptcard", card_steps)
