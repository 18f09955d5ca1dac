"""A project that a source tells of."""

from collections.abc import Mapping
from typing import Any

from spoiwo.archive.models import Source
from spoiwo.kit.actor import Actor
from spoiwo.projects.actions.projects import Partner, record_project
from spoiwo.projects.models import Project

_FIELDS = (
    "title", "programme", "measure", "lead", "lead_organisation", "target_group", "summary", "results", "value",
    "starts_on", "ends_on", "state",
)  # fmt: skip


def make_project(source: Source, values: Mapping[str, Any], *, by: Actor) -> Project:
    """A project of the source's partnership; the source itself is tied to it by whoever calls."""
    fields = {name: values[name] for name in _FIELDS if values.get(name) not in (None, "")}
    partners = [Partner(name=name) for name in values.get("partners", ())]
    return record_project(source.partnership, by=by, partners=partners, **fields)
