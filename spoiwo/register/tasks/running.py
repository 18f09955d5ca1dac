"""Carries out a confirmed import.

Progress and one transaction do not go together: what a transaction writes nobody else sees before its end, and on SQLite
nobody else can write meanwhile. So the work has two halves. The long half reads the file and checks every cell; it holds
no lock and writes its progress after each thousand rows. The short half compares with the register as it is at that
moment and writes everything at once; the page says so while it lasts.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from spoiwo import audit
from spoiwo.kit.actor import Actor
from spoiwo.polish import fold
from spoiwo.register.audit import Verb
from spoiwo.register.importers.rows import with_kind
from spoiwo.register.models import ImportBatch, Mandate, Organisation, OrganisationName, Person
from spoiwo.register.queries.organisation import old_names_of
from spoiwo.register.rules.importing import ImportState, states_before
from spoiwo.register.rules.names import keys_of, plain_name
from spoiwo.register.tasks.preparing import Prepared, clean, is_writable, match, report_of

_DAYS = ("founded_on", "since", "until")
_SEARCHED = ("name", "short_name", "nip", "regon", "krs", "town")
BATCH = 500


@task()
def run_import(pk: int) -> None:
    """Writes the batch's rows; may run twice or be begun anew: only the run that flips the state writes anything."""
    if not _flip(pk, ImportState.RUNNING, done_count=0, beat_at=timezone.now()):
        return
    batch = ImportBatch.objects.get(pk=pk)
    try:
        cleaned = clean(batch, beat=lambda count: _beat(pk, count))
        with transaction.atomic():
            if not _flip(pk, ImportState.DONE, finished_at=timezone.now(), content=b""):
                return
            prepared = match(batch, cleaned)
            report = report_of(cleaned, prepared)
            _write(batch, prepared)
            ImportBatch.objects.filter(pk=pk).update(report=report, done_count=batch.row_count)
    except Exception:
        # Nothing was written; the page says so and offers to begin anew, the log has the traceback.
        _flip(pk, ImportState.FAILED, finished_at=timezone.now())
        raise


def _flip(pk: int, state: ImportState, **fields: Any) -> bool:
    batches = ImportBatch.objects.filter(pk=pk, state__in=states_before(state))
    return bool(batches.update(state=state, **fields))


def _beat(pk: int, count: int) -> None:
    ImportBatch.objects.filter(pk=pk).update(done_count=count, beat_at=timezone.now())


def _write(batch: ImportBatch, prepared: Prepared) -> None:
    """All rows in a number of statements that grows with thousands of rows, not with rows."""
    organisations = _write_organisations(batch, prepared)
    people = _write_people(batch, prepared)
    mandates = [
        Mandate(
            organisation_id=organisations[post.body],
            person_id=people[post.human] if post.human is not None else None,
            **_typed(post.values),
        )
        for post in prepared.plan.posts
        if is_writable(post, prepared)
    ]
    Mandate.objects.bulk_create(mandates, batch_size=BATCH)
    by = Actor(user_id=batch.started_by_id, name=batch.started_by_name)
    _change_organisations(batch, prepared, by)
    _change_people(prepared)
    audit.record(
        Verb.IMPORT_FINISHED, batch, by=by,
        added=len([body for body in prepared.plan.bodies if body.pk is None]),
        changed=len(prepared.organisation_changes), people=len(people), mandates=len(mandates),
        left_out=len(prepared.plan.bad_rows),
    )  # fmt: skip


def _write_organisations(batch: ImportBatch, prepared: Prepared) -> list[int]:
    now, new = timezone.now(), []
    for body in prepared.plan.bodies:
        if body.pk is None:
            values = _typed(with_kind(body.values))
            code = values.pop("place", "")
            keys = keys_of(values["name"], *(values[name] for name in _SEARCHED[1:] if name in values))
            new.append(
                Organisation(
                    **values,
                    place_id=prepared.places.by_code[code].pk if code else None,
                    book_id=batch.book_id,
                    came_with_id=batch.pk,
                    created_at=now,
                    name_key=keys.name_key,
                    search_key=keys.search_key,
                )
            )
    made = iter(Organisation.objects.bulk_create(new, batch_size=BATCH))
    return [next(made).pk if body.pk is None else body.pk for body in prepared.plan.bodies]


def _write_people(batch: ImportBatch, prepared: Prepared) -> list[int]:
    now = timezone.now()
    new = [
        Person(
            **human.values,
            **_person_keys(human.values),
            book_id=batch.book_id,
            came_with_id=batch.pk,
            created_at=now,
        )
        for human in prepared.plan.humans
        if human.pk is None
    ]
    made = iter(Person.objects.bulk_create(new, batch_size=BATCH))
    return [next(made).pk if human.pk is None else human.pk for human in prepared.plan.humans]


def _change_organisations(batch: ImportBatch, prepared: Prepared, by: Actor) -> None:
    """Changed records one by one: they are few against the new ones, and each has its line in the history."""
    changes = prepared.organisation_changes
    old = old_names_of(changes)
    former = []
    for organisation in Organisation.objects.filter(pk__in=list(changes)).iterator() if changes else ():
        values = _typed(changes[organisation.pk])
        if "place" in values:
            values["place_id"] = prepared.places.by_code[values.pop("place")].pk
        if "name" in values and plain_name(values["name"]) != plain_name(organisation.name):
            former.append(
                OrganisationName(
                    organisation=organisation, name=organisation.name, search_key=fold(organisation.name)
                )
            )
            old[organisation.pk].append(organisation.name)
        for name, value in values.items():
            setattr(organisation, name, value)
        keys = keys_of(*(getattr(organisation, name) for name in _SEARCHED), *old[organisation.pk])
        Organisation.objects.filter(pk=organisation.pk).update(**values, **keys._asdict())
        audit.record(Verb.CHANGED_BY_IMPORT, organisation, by=by, batch=batch.pk, fields=sorted(values))
    OrganisationName.objects.bulk_create(former, batch_size=BATCH)


def _change_people(prepared: Prepared) -> None:
    for pk, values in prepared.people_changes.items():
        person = Person.objects.get(pk=pk)
        for name, value in values.items():
            setattr(person, name, value)
        shown = {name: getattr(person, name) for name in ("given_name", "family_name", "email", "phone")}
        Person.objects.filter(pk=pk).update(**values, **_person_keys(shown))


def _person_keys(values: dict[str, str]) -> dict[str, str]:
    given, family = values.get("given_name", ""), values.get("family_name", "")
    keys = keys_of(f"{given} {family}", values.get("email", ""), values.get("phone", ""))
    return {"name_key": keys_of(f"{family} {given}".strip()).name_key, "search_key": keys.search_key[:700]}


def _typed(values: dict[str, str]) -> dict[str, Any]:
    if not any(name in values for name in _DAYS):
        return dict(values)
    return {name: date.fromisoformat(value) if name in _DAYS else value for name, value in values.items()}
