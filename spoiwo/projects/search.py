"""Concept cards and projects as documents of the search."""

from collections.abc import Collection, Iterator

from spoiwo.projects.models import ConceptCard, Project
from spoiwo.projects.permissions import INSIDERS
from spoiwo.projects.rules import IN_PROGRAMME, TEXTS
from spoiwo.search import EVERYBODY, Document, holders


def card_documents(pks: Collection[int]) -> Iterator[Document]:
    """Concept cards with their texts; two queries. Leaders and their contacts are not searched."""
    rows = ConceptCard.objects.filter(pk__in=pks).select_related("partnership").prefetch_related("partners")
    for one in rows:
        is_public = one.is_public and one.state in IN_PROGRAMME
        words = [getattr(one, name) for name in TEXTS] + [partner.name for partner in one.partners.all()]
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n".join(filter(None, words)),
            url=one.get_absolute_url(),
            audience={EVERYBODY} if is_public else holders(one.partnership_id, INSIDERS),
            day=one.changed_at.date(),
            scope=one.partnership_id,
            note=one.partnership.short_name,
        )


def project_documents(pks: Collection[int]) -> Iterator[Document]:
    """Projects with their partners and results; two queries."""
    rows = Project.objects.filter(pk__in=pks).select_related("partnership").prefetch_related("partners")
    for one in rows:
        words = [one.programme, one.measure, one.lead, one.target_group, one.summary, one.results]
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n".join(filter(None, [*words, *(partner.name for partner in one.partners.all())])),
            url=one.get_absolute_url(),
            audience={EVERYBODY} if one.is_public else holders(one.partnership_id, INSIDERS),
            day=one.starts_on or one.created_at.date(),
            scope=one.partnership_id,
            note=", ".join(filter(None, [one.partnership.short_name, one.programme])),
        )
