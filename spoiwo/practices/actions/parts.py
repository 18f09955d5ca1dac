"""The parts of a card: modules and files; and the terms of the catalogue."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoiwo import audit
from spoiwo.files import store
from spoiwo.kit.actor import Actor
from spoiwo.kit.request import Refused
from spoiwo.practices.actions.practices import lock, touch_revision
from spoiwo.practices.audit import Verb
from spoiwo.practices.models import Module, Practice, PracticeFile, Term
from spoiwo.practices.rules.written import Part, Word

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "terms.pl.toml"


@transaction.atomic
def save_modules(practice: Practice, parts: Sequence[Part], *, by: Actor) -> Practice:
    """The modules in their order. One that is left out goes; raises `Refused` where somebody has taken it over."""
    held = lock(practice)
    known = {module.pk: module for module in held.modules.all()}
    kept = [part.pk for part in parts if part.pk in known]
    for pk, module in known.items():
        if pk not in kept:
            _leave_out(module)
    for order, part in enumerate(parts, 1):
        module = known.get(part.pk or 0) or Module(practice=held)
        module.order, module.title, module.text = order, part.title, part.text
        module.needs, module.is_alone = part.needs, part.is_alone
        module.save()
    touch_revision(held)
    held.save()
    audit.record(Verb.MODULES_EDITED, held, by=by, scope=held.partnership_id, modules=len(parts))
    return held


@transaction.atomic
def add_file(practice: Practice, file: Any, title: str, *, by: Actor) -> PracticeFile:
    """A file that belongs to the practice. Raises `Refused` for what is no PDF or picture, is empty or too large."""
    held = lock(practice)
    stored = store.keep(file, by=by)
    row = PracticeFile.objects.create(practice=held, file=stored, title=title.strip() or stored.name)
    audit.record(Verb.FILE_ADDED, held, by=by, scope=held.partnership_id, file=row.title)
    return row


@transaction.atomic
def remove_file(file: PracticeFile, *, by: Actor) -> None:
    """The file and its bytes go."""
    practice, stored = file.practice, file.file
    audit.record(Verb.FILE_REMOVED, practice, by=by, scope=practice.partnership_id, file=file.title)
    file.delete()
    store.discard(stored)


@transaction.atomic
def save_terms(words: Sequence[Word], *, by: Actor) -> int:
    """Themes and groups in their order; how many there are. Raises `Refused` for one written twice, and where one that
    practices bear would be taken out."""
    known = Term.objects.select_for_update().in_bulk()
    named = [word for word in words if word.name]
    others = known.keys() - {word.pk for word in words}  # added by somebody else meanwhile
    names = [(word.facet, word.name.casefold()) for word in named]
    names += [(known[pk].facet, known[pk].name.casefold()) for pk in others]
    if len(set(names)) < len(names):
        raise Refused(_("The same words stand here twice."))
    for word in words:
        if word.pk in known and not word.name:
            _take_out(known[word.pk])
    for word in named:  # two terms may change their names with each other
        Term.objects.filter(pk=word.pk or 0).exclude(facet=word.facet, name=word.name).update(
            name=f"~{word.pk}"
        )
    for order, word in enumerate(named, 1):
        term = known.get(word.pk or 0) or Term()
        term.facet, term.name, term.order = word.facet, word.name, order
        term.save()
    audit.record(Verb.TERMS_EDITED, Term.objects.first() or Term(pk=0), by=by, terms=len(named))
    return len(named)


@transaction.atomic
def load_shipped_terms(by: Actor) -> int:
    """The program's own themes and groups where there is no term yet; how many were loaded. Safe at every start."""
    if Term.objects.exists():
        return 0
    with SHIPPED.open("rb") as file:
        words = tomllib.load(file)
    terms = [
        Term(facet=facet, name=name, order=order)
        for facet in (Term.THEME, Term.GROUP)
        for order, name in enumerate(words[facet], 1)
    ]
    Term.objects.bulk_create(terms, ignore_conflicts=True)
    return len(terms)


def _leave_out(module: Module) -> None:
    if module.adoptions.exists():
        raise Refused(
            _("“%(title)s” was taken over by somebody and cannot be left out.") % {"title": module.title}
        )
    module.delete()


def _take_out(term: Term) -> None:
    if count := term.practices.count():
        raise Refused(
            _("“%(name)s” stands on cards (%(count)d) and cannot be taken out.")
            % {"name": term.name, "count": count}
        )
    term.delete()
