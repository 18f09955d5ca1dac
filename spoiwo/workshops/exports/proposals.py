"""The list of proposals as a table."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from spoiwo.documents.table import Column, Table
from spoiwo.workshops.models import Proposal
from spoiwo.workshops.queries.proposals import words_of
from spoiwo.workshops.rules.proposals import TEXTS


def proposal_table(proposals: Iterable[Proposal]) -> Table:
    """All proposals with their texts, for CSV and XLSX."""
    texts = [(name, words_of(name)) for name in TEXTS]
    columns = [
        Column("number", _("Number"), kind="integer"),
        *(Column(name, label[:1].upper() + label[1:]) for name, label in texts),
        Column("theme", _("Theme")),
        Column("table", _("Group")),
        Column("cost", _("Estimated cost (zł)")),
        Column("state", _("State")),
        Column("meeting", _("Meeting")),
    ]
    rows = (
        (
            one.number,
            *(getattr(one, name) for name in TEXTS),
            one.theme,
            one.table.name if one.table else "",
            one.cost,
            one.get_state_display(),
            one.step.meeting.title,
        )
        for one in proposals
    )
    return Table(_("Proposals of projects"), columns, rows)
