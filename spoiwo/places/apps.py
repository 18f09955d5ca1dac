"""The fuse box of `places`."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "spoiwo.places"
    label = "places"

    def ready(self) -> None:
        """Tells the audit trail how this room's verbs read."""
        from spoiwo import audit
        from spoiwo.places.audit import SENTENCES

        audit.register(SENTENCES)
