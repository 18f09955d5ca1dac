"""The fuse box of `newsroom`."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "spoiwo.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        from spoiwo import audit
        from spoiwo.newsroom.audit import SENTENCES

        audit.register(SENTENCES)
