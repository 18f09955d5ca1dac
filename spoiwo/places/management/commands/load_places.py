"""`manage.py load_places`: loads the register of places shipped with the program, once."""

from typing import Any

from django.core.management.base import BaseCommand

from spoiwo.kit.actor import SYSTEM
from spoiwo.places.actions import load_shipped_register
from spoiwo.places.models import Unit


class Command(BaseCommand):
    """Safe to call at every start: where any edition was loaded, nothing changes."""

    help = "Loads the register of places shipped with the program, unless one was loaded already."

    def handle(self, *args: Any, **options: Any) -> None:
        edition = load_shipped_register(SYSTEM)
        self.stdout.write(f"{edition}: {Unit.objects.valid().count()} places")
