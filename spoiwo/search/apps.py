"""The fuse box of `search`."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "spoiwo.search"
    label = "search"

    def ready(self) -> None:
        from spoiwo.search import receivers

        receivers.connect()
