"""Parties and acts: what was signed, acceded, withdrawn; nothing is ever changed afterwards."""

import datetime as dt
import secrets
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from spoiwo import audit, trail
from spoiwo.files import store
from spoiwo.files.models import StoredFile
from spoiwo.files.tasks import examine_signatures
from spoiwo.kit.actor import Actor
from spoiwo.kit.dates import today
from spoiwo.kit.request import Refused
from spoiwo.mail.post import post
from spoiwo.partnerships import emails, rules
from spoiwo.partnerships.audit import Verb
from spoiwo.partnerships.labels import PROBLEM_SENTENCES
from spoiwo.partnerships.models import Act, Agreement, Party
from spoiwo.partnerships.queries.agreements import facts_of, version_on
from spoiwo.partnerships.rules import ActKind, Authority, DateRule, Form
from spoiwo.register.models import Mandate, Organisation
from spoiwo.register.rules import holds_on


@dataclass(frozen=True, slots=True)
class Deed:
    """One act as it stands on paper; which of its days counts is told by the agreement's rule."""

    kind: ActKind
    done_on: dt.date
    mandate: Mandate | None = None
    signatory: str = ""
    authority: Authority = Authority.OFFICE
    authority_note: str = ""
    form: Form = Form.PAPER
    resolved_on: dt.date | None = None
    received_on: dt.date | None = None
    consented_on: dt.date | None = None
    successor: Organisation | None = None
    corrects: Act | None = None
    text: str = ""
    file: Any = None
    token: str = field(default_factory=lambda: secrets.token_hex(16))


@transaction.atomic
def add_party(
    agreement: Agreement, organisation: Organisation, *, by: Actor, is_founding: bool = True, **fields: Any
) -> Party:
    """A body that is expected to sign or accede; one body, or one tax number, only once."""
    same = agreement.parties.filter(organisation=organisation)
    if organisation.nip:
        same = same | agreement.parties.filter(organisation__nip=organisation.nip)
    if twin := same.select_related("organisation").first():
        raise Refused(
            _("This body is among the parties already as “%(name)s”.") % {"name": twin.organisation.name},
            "organisation",
        )
    party = Party.objects.create(
        agreement=agreement,
        organisation=organisation,
        is_founding=is_founding,
        order=agreement.parties.count(),
        name_then=organisation.name,
        **fields,
    )
    trail.link(organisation, agreement, "party", by=by)
    audit.record(Verb.PARTY_ADDED, party, by=by, scope=agreement.partnership_id, organisation=organisation.pk)
    return party


@transaction.atomic
def remove_party(party: Party, *, by: Actor) -> None:
    """Takes out a body that did nothing yet; with an act on record it can only withdraw."""
    if party.acts.exists() or party.successions.exists():
        raise Refused(_("This party has acts on record. Record a withdrawal instead of removing it."))
    audit.record(Verb.PARTY_REMOVED, party, by=by, scope=party.agreement.partnership_id)
    party.delete()


@transaction.atomic
def name_representative(party: Party, mandate: Mandate | None, *, by: Actor) -> Party:
    """Who represents the party in letters and documents."""
    party.representative = mandate
    party.save(update_fields=["representative"])
    audit.record(Verb.REPRESENTATIVE_NAMED, party, by=by, scope=party.agreement.partnership_id)
    return party


def record_act(party: Party, deed: Deed, *, by: Actor, notify: bool = True) -> Act:
    """Adds an act, examines its file, and posts a notice to every party; the same token twice gives the same act.

    Raises `Refused` with the field at fault where the act does not fit what stands on record.
    """
    if same := Act.objects.filter(token=deed.token).first():
        return same
    try:
        return _record(party, deed, by=by, notify=notify)
    except IntegrityError:
        # Two presses at once: the second finds the act the first one wrote.
        if same := Act.objects.filter(token=deed.token).first():
            return same
        raise


@transaction.atomic
def _record(party: Party, deed: Deed, *, by: Actor, notify: bool) -> Act:
    # Every writer touches the agreement first, so that two acts of one agreement are weighed one after the other;
    # read again afterwards, because what the page had loaded may be older than another clerk's act.
    Agreement.objects.filter(pk=party.agreement_id).update(title=F("title"))
    agreement = Agreement.objects.select_related("partnership").get(pk=party.agreement_id)
    counts_on = _day_that_counts(agreement, deed)
    successor = _successor_party(party, deed, by)
    new = rules.Fact(
        number=(Act.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1,
        kind=deed.kind,
        party=party.pk,
        counts_on=counts_on,
        successor=successor.pk if successor else None,
        corrects=deed.corrects.pk if deed.corrects else None,
    )
    if deed.corrects is not None and deed.corrects.party_id != party.pk:
        raise Refused(PROBLEM_SENTENCES[rules.Problem.NOTHING_TO_CORRECT], "corrects")
    if problem := rules.may_record(facts_of(agreement), new, opened_on=agreement.opened_on, today=today()):
        raise Refused(PROBLEM_SENTENCES[problem], _field_at_fault(problem, agreement))
    act = Act.objects.create(
        agreement=agreement,
        party=party,
        version=version_on(agreement, counts_on),
        kind=deed.kind,
        successor=successor,
        mandate=deed.mandate,
        signatory=deed.signatory or (deed.mandate.function if deed.mandate else ""),
        is_mandate_held=_is_held(deed),
        authority=deed.authority,
        authority_note=deed.authority_note,
        form=deed.form,
        done_on=deed.done_on,
        resolved_on=deed.resolved_on,
        received_on=deed.received_on,
        consented_on=deed.consented_on,
        counts_on=counts_on,
        text=deed.text,
        file=_kept(agreement, deed, by),
        corrects=deed.corrects,
        recorded_by_id=by.user_id,
        token=deed.token,
    )
    verb = Verb.ACT_CORRECTED if deed.corrects else Verb.ACT_RECORDED
    audit.record(
        verb, act, by=by, scope=agreement.partnership_id, kind=deed.kind, party=party.pk, on=str(counts_on)
    )
    if act.file_id:
        examine_signatures.enqueue(act.file_id)
    if notify:
        post(emails.act_notices(act))
    return act


def _kept(agreement: Agreement, deed: Deed, by: Actor) -> StoredFile | None:
    """The uploaded document under the agreement's own archive marks."""
    if not deed.file:
        return None
    return store.keep(
        deed.file,
        by=by,
        case_mark=agreement.case_mark,
        archive_class=agreement.archive_class,
        archive_category=agreement.archive_category,
    )


def _day_that_counts(agreement: Agreement, deed: Deed) -> dt.date:
    day = rules.date_that_counts(
        DateRule(agreement.date_rule if deed.kind in rules.ENTERS else DateRule.SIGNATURE),
        done_on=deed.done_on,
        resolved_on=deed.resolved_on,
        received_on=deed.received_on,
        consented_on=deed.consented_on,
    )
    if day is None:
        raise Refused(
            PROBLEM_SENTENCES[rules.Problem.DATE_MISSING], rules.DATE_FIELDS[DateRule(agreement.date_rule)]
        )
    return day


def _field_at_fault(problem: rules.Problem, agreement: Agreement) -> str | None:
    if problem in {rules.Problem.BEFORE_AGREEMENT, rules.Problem.IN_FUTURE}:
        return rules.DATE_FIELDS[DateRule(agreement.date_rule)]
    if problem in {rules.Problem.NO_SUCCESSOR, rules.Problem.SUCCESSOR_IS_PARTY}:
        return "successor"
    return "kind" if problem != rules.Problem.NOTHING_TO_CORRECT else "corrects"


def _successor_party(party: Party, deed: Deed, by: Actor) -> Party | None:
    if deed.kind != ActKind.SUCCEEDED or deed.successor is None:
        return None
    known = party.agreement.parties.filter(organisation=deed.successor).first()
    return known or add_party(party.agreement, deed.successor, by=by, is_founding=False, role=party.role)


def _is_held(deed: Deed) -> bool:
    return deed.mandate is None or holds_on(deed.mandate.since, deed.mandate.until, deed.done_on)
