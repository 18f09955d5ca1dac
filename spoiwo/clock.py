"""What time alone brings about: offers that expire, data whose term has ended, embargoes, the watched folder."""

import logging
import time
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from spoiwo.archive.actions.bringing import bring_from_folder
from spoiwo.meetings.actions.privacy import erase_due
from spoiwo.meetings.actions.seats import expire_offers
from spoiwo.search.touching import renew_due


def run_clock() -> None:
    """Every minute for as long as the worker lives; a mistake is written down and does not end it."""
    while True:
        try:
            tick()
        except Exception:
            logging.getLogger("spoiwo.clock").exception("The clock could not finish its round.")
        close_old_connections()
        time.sleep(60)


def tick() -> None:
    """One round."""
    expire_offers(timezone.now())
    erase_due(timezone.now())
    renew_due(timezone.now())
    if settings.ARCHIVE_FOLDER:
        bring_from_folder(Path(settings.ARCHIVE_FOLDER))
