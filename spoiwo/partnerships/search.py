"""Partnerships, agreements and files of acts as documents of the search."""

from collections.abc import Collection, Iterator

from spoiwo.kit.actor import Role
from spoiwo.partnerships.models import Act, Agreement, Partnership, Section
from spoiwo.search import EVERYBODY, Document, holders


def partnership_documents(pks: Collection[int]) -> Iterator[Document]:
    """Partnerships with their goals; three queries."""
    for one in Partnership.objects.filter(pk__in=pks).prefetch_related("area", "goals"):
        yield Document(
            object_id=one.pk,
            title=one.name,
            body="\n".join([one.short_name, one.summary, *(str(goal) for goal in one.goals.all())]),
            url=one.get_absolute_url(),
            audience=_audience(one.pk, is_public=one.is_public),
            day=one.founded_on,
            places=[unit.code for unit in one.area.all()],
            scope=one.pk,
        )


def agreement_documents(pks: Collection[int]) -> Iterator[Document]:
    """Agreements with the text of their latest version and the names of their parties; five queries."""
    rows = Agreement.objects.filter(pk__in=pks).select_related("partnership")
    texts: dict[int, list[str]] = {}
    sections = Section.objects.filter(version__agreement__in=pks).order_by("version__number", "order")
    for agreement_id, heading, body in sections.values_list("version__agreement", "heading", "body"):
        texts.setdefault(agreement_id, []).extend([heading, body])
    for one in rows.prefetch_related("parties", "partnership__area"):
        is_public = one.partnership.is_public and one.opened_on is not None
        parties = [party.name_then for party in one.parties.all()]
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n".join([*parties, *texts.get(one.pk, ())]),
            url=one.get_absolute_url(),
            audience=_audience(one.partnership_id, is_public=is_public),
            day=one.opened_on or one.created_at.date(),
            places=[unit.code for unit in one.partnership.area.all()],
            scope=one.partnership_id,
            note=one.partnership.short_name,
        )


def agreements_of(partnership_id: int) -> list[tuple[str, int]]:
    """What changes when a partnership is shown to everybody or hidden."""
    pks = Agreement.objects.filter(partnership=partnership_id).values_list("pk", flat=True)
    return [("partnerships.agreement", pk) for pk in pks]


def agreement_of_party(party_id: int) -> list[tuple[str, int]]:
    """The agreement a party belongs to."""
    pks = Agreement.objects.filter(parties=party_id).values_list("pk", flat=True)
    return [("partnerships.agreement", pk) for pk in pks]


def agreement_of_act(act_id: int) -> list[tuple[str, int]]:
    """The agreement an act belongs to."""
    pks = Act.objects.filter(pk=act_id).values_list("agreement", flat=True)
    return [("partnerships.agreement", pk) for pk in pks]


def _audience(partnership_id: int, *, is_public: bool) -> frozenset[str]:
    return frozenset({EVERYBODY}) if is_public else holders(partnership_id, Role)


def act_documents(pks: Collection[int]) -> Iterator[Document]:
    """Uploaded files of acts with their text, for those who may open them; one query."""
    for act in Act.objects.filter(pk__in=pks, file__isnull=False).select_related(
        "agreement", "party", "file"
    ):
        agreement = act.agreement
        yield Document(
            object_id=act.pk,
            title=str(act.file),
            body=f"{agreement.title}\n{act.party}",
            url=agreement.get_absolute_url(),
            audience=holders(agreement.partnership_id, [Role.COORDINATOR, Role.DIRECTOR]),
            day=act.done_on,
            scope=agreement.partnership_id,
            files=[act.file_id] if act.file_id else [],
            note=agreement.title,
        )
