"""An agreement that a source tells of, with its parties and, where its day is known, their signatures."""

from collections.abc import Mapping
from typing import Any

from spoiwo.archive.actions.accepting.names import body_named
from spoiwo.archive.models import Source
from spoiwo.kit.actor import Actor
from spoiwo.partnerships.actions.acts import Deed, add_party, record_act
from spoiwo.partnerships.actions.agreements import add_agreement, agree_text
from spoiwo.partnerships.models import Agreement, Party
from spoiwo.partnerships.rules import ActKind


def make_agreement(source: Source, values: Mapping[str, Any], *, by: Actor) -> Agreement:
    """An agreement of the source's partnership. Nobody is written to: it is history.

    `values["parties"]` are mappings with name, organisation (or None), signatory. Without a day it stays a draft.
    """
    agreement = add_agreement(
        source.partnership,
        by=by,
        has_text=False,
        kind=values["kind"],
        title=values["title"],
        signed_at=values.get("signed_at", ""),
    )
    parties: list[tuple[Party, Mapping[str, Any]]] = []
    for told in values.get("parties", ()):
        body = body_named(source, told["name"], told.get("organisation"), by=by)
        if all(body != party.organisation for party, _told in parties):
            parties.append((add_party(agreement, body, by=by), told))
    day = values.get("signed_on")
    if day and parties:
        agree_text(agreement, by=by, on=day)
        for party, told in parties:
            deed = Deed(kind=ActKind.SIGNED, done_on=day, signatory=told.get("signatory", "")[:200])
            record_act(party, deed, by=by, notify=False)
    return agreement
