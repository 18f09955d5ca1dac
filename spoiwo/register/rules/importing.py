"""The life of an import, from the uploaded file to the written rows."""

from enum import StrEnum


class ImportState(StrEnum):
    """Where an import stands; only `DONE` has changed the register."""

    UPLOADED = "uploaded"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    DISCARDED = "discarded"


NEXT = {
    ImportState.UPLOADED: {ImportState.QUEUED, ImportState.DISCARDED},
    ImportState.QUEUED: {ImportState.RUNNING, ImportState.DISCARDED},
    ImportState.RUNNING: {ImportState.RUNNING, ImportState.DONE, ImportState.FAILED},
    ImportState.FAILED: {ImportState.QUEUED, ImportState.DISCARDED},
    ImportState.DONE: set(),
    ImportState.DISCARDED: set(),
}
UNDER_WAY = frozenset({ImportState.QUEUED, ImportState.RUNNING})
SILENT_SECONDS = 120


def states_before(state: ImportState) -> list[ImportState]:
    """The states from which one may come to `state`."""
    return [before for before, after in NEXT.items() if state in after]
