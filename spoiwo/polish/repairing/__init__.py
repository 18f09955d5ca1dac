"""Lost Polish letters restored: the dictionary, a model of damage and the neighbours of a word decide."""

from spoiwo.polish.repairing.changes import Change, Repaired
from spoiwo.polish.repairing.repair import repair

__all__ = ["Change", "Repaired", "repair"]
