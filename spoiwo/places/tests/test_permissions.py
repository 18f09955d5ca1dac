"""Who may do what with places."""

import pytest

from spoiwo.kit.actor import NOBODY, SYSTEM, Actor, Role
from spoiwo.places.permissions import places_verbs

COORDINATOR = Actor(1, "Anna", roles={1: frozenset(Role)})


@pytest.mark.parametrize(
    ("actor", "verbs"),
    [
        (NOBODY, {"view"}),
        (COORDINATOR, {"view"}),
        (Actor(2, "Adam", is_admin=True), {"view", "load"}),
        (SYSTEM, {"view", "load"}),
    ],
)
def test_everybody_reads_and_administrators_load(actor: Actor, verbs: set[str]) -> None:
    assert places_verbs(actor) == verbs
