"""The text of an agreement: sections, versions, milestones."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.partnerships.audit import Verb
from spoiwo.partnerships.models import Agreement, Partnership, Section, SkeletonSection, Version
from spoiwo.partnerships.queries.agreements import is_writable
from spoiwo.partnerships.queries.skeletons import skeleton_for
from spoiwo.partnerships.rules import State

SectionText = tuple[str, str]


@transaction.atomic
def add_agreement(
    partnership: Partnership,
    *,
    by: Actor,
    copy_from: Version | None = None,
    has_text: bool = True,
    **fields: Any,
) -> Agreement:
    """A new agreement in draft; its sections begin as the skeleton's or as a copy of another text.

    Without `has_text` it has none: an old paper tells of an agreement, not what stood in it.
    """
    agreement = Agreement.objects.create(partnership=partnership, **fields)
    version = Version.objects.create(agreement=agreement, number=1)
    source: list[Any] = list(copy_from.sections.all()) if copy_from else []
    source = source if copy_from or not has_text else list(skeleton_for(agreement))
    Section.objects.bulk_create(
        Section(version=version, order=order, heading=part.heading, body=part.body, hint=part.hint)
        for order, part in enumerate(source)
    )
    audit.record(Verb.AGREEMENT_ADDED, agreement, by=by, scope=partnership.pk)
    trail.link(partnership, agreement, "founded_by", by=by)
    if agreement.parent:
        trail.link(agreement.parent, agreement, "annex", by=by)
    return agreement


@transaction.atomic
def edit_agreement(agreement: Agreement, *, by: Actor, **fields: Any) -> Agreement:
    """Changes title, place, rules; once an act stands, the rules that give dates their meaning are frozen."""
    frozen = {"date_rule", "effect", "fixed_day", "kind"}
    changed = {name for name, value in fields.items() if getattr(agreement, name) != value}
    if changed & frozen and agreement.acts.exists():
        raise Refused(
            _("Acts were recorded under these rules already, so they cannot be changed any more."),
            "date_rule",
        )
    for name in changed:
        setattr(agreement, name, fields[name])
    agreement.save(update_fields=sorted(changed))
    audit.record(
        Verb.AGREEMENT_EDITED, agreement, by=by, scope=agreement.partnership_id, fields=sorted(changed)
    )
    return agreement


@transaction.atomic
def write_text(version: Version, sections: Iterable[SectionText], *, by: Actor) -> Version:
    """Replaces the sections of a version that is being written; a frozen version is refused, but for one without a text:
    that was agreed before anybody wrote it down here."""
    if not is_writable(version):
        raise Refused(_("This version was agreed and cannot be changed. Begin a new version instead."))
    hints = dict(version.sections.values_list("heading", "hint"))
    version.sections.all().delete()
    Section.objects.bulk_create(
        Section(version=version, order=order, heading=heading, body=body, hint=hints.get(heading, ""))
        for order, (heading, body) in enumerate(sections)
    )
    agreement = version.agreement
    audit.record(Verb.TEXT_EDITED, agreement, by=by, scope=agreement.partnership_id, version=version.number)
    return version


@transaction.atomic
def consult_text(agreement: Agreement, *, by: Actor, on: dt.date, note: str = "") -> Agreement:
    """The text went to the future parties for remarks."""
    if agreement.milestones.exists():
        raise Refused(_("The text was sent for consultation already."))
    agreement.milestones.create(state=State.CONSULTED, on=on, note=note)
    audit.record(Verb.AGREEMENT_CONSULTED, agreement, by=by, scope=agreement.partnership_id)
    return agreement


@transaction.atomic
def agree_text(agreement: Agreement, *, by: Actor, on: dt.date, note: str = "") -> Agreement:
    """The text is agreed: it is frozen and open for signature from that day."""
    frozen = agreement.versions.filter(frozen_at=None).update(frozen_at=timezone.now())
    if not frozen or agreement.opened_on:
        raise Refused(_("The text of this agreement was agreed already."))
    consulted = agreement.milestones.filter(state=State.CONSULTED).first()
    if consulted and on < consulted.on:
        raise Refused(_("The text cannot be agreed before it was sent for consultation."), "on")
    agreement.milestones.create(state=State.AGREED, on=on, note=note)
    agreement.opened_on = on
    agreement.save(update_fields=["opened_on"])
    audit.record(Verb.AGREEMENT_AGREED, agreement, by=by, scope=agreement.partnership_id)
    return agreement


@transaction.atomic
def end_agreement(agreement: Agreement, *, by: Actor, on: dt.date, note: str = "") -> Agreement:
    """The agreement ended on that day as a whole."""
    if agreement.opened_on is None:
        raise Refused(_("This agreement was never opened for signature."))
    if on < agreement.opened_on:
        raise Refused(_("An agreement cannot end before it was opened for signature."), "on")
    if agreement.milestones.filter(state=State.ENDED).exists():
        raise Refused(_("The end of this agreement was recorded already."))
    agreement.milestones.create(state=State.ENDED, on=on, note=note)
    audit.record(Verb.AGREEMENT_ENDED, agreement, by=by, scope=agreement.partnership_id)
    return agreement


@transaction.atomic
def begin_amendment(agreement: Agreement, *, by: Actor, note: str) -> Version:
    """A new version as a copy of the newest; only one is written at a time."""
    newest = agreement.versions.order_by("-number").first()
    if newest is None or newest.frozen_at is None:
        raise Refused(_("A version is being written already."))
    version = Version.objects.create(agreement=agreement, number=newest.number + 1, note=note)
    Section.objects.bulk_create(
        Section(version=version, order=part.order, heading=part.heading, body=part.body, hint=part.hint)
        for part in newest.sections.all()
    )
    audit.record(
        Verb.AMENDMENT_BEGUN, agreement, by=by, scope=agreement.partnership_id, version=version.number
    )
    return version


@transaction.atomic
def agree_amendment(version: Version, *, by: Actor, effective_on: dt.date) -> Version:
    """The new version is frozen and in force from that day."""
    agreement = version.agreement
    if agreement.opened_on and effective_on < agreement.opened_on:
        raise Refused(_("An amendment cannot come into force before the agreement itself."), "effective_on")
    if not Version.objects.filter(pk=version.pk, frozen_at=None).update(
        frozen_at=timezone.now(), effective_on=effective_on
    ):
        raise Refused(_("This version was agreed already."))
    audit.record(
        Verb.AMENDMENT_AGREED, agreement, by=by, scope=agreement.partnership_id, version=version.number
    )
    version.refresh_from_db()
    return version


@transaction.atomic
def write_skeleton(kind: str, sections: Iterable[tuple[str, str, str]], *, by: Actor) -> None:
    """Replaces the sections new agreements of that kind begin with: heading, text, hint."""
    SkeletonSection.objects.filter(kind=kind).delete()
    rows = [
        SkeletonSection(kind=kind, order=order, heading=heading, body=body, hint=hint)
        for order, (heading, body, hint) in enumerate(sections)
    ]
    SkeletonSection.objects.bulk_create(rows)
    first = SkeletonSection.objects.filter(kind=kind).first()
    if first:
        audit.record(Verb.SKELETON_EDITED, first, by=by, count=len(rows))
