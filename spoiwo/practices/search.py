"""Practices as documents of the search: title, summary, all texts, modules and the texts of files."""

from collections.abc import Collection, Iterator

from spoiwo.practices.models import Practice
from spoiwo.practices.rules.states import TEXTS, PracticeState
from spoiwo.search import EVERYBODY, KNOWN, Document


def practice_documents(pks: Collection[int]) -> Iterator[Document]:
    """Practices by id; four queries. What is not published is narrowed by `visible_to`: no word tells checkers and experts."""
    rows = Practice.objects.filter(pk__in=pks).select_related("place")
    for one in rows.prefetch_related("modules", "files", "terms"):
        texts = [one.summary, *(getattr(one, name) for name in TEXTS)]
        texts += [f"{module.title}\n{module.text}" for module in one.modules.all()]
        texts += [term.name for term in one.terms.all()]
        yield Document(
            object_id=one.pk,
            title=one.title,
            body="\n\n".join(text for text in texts if text.strip()),
            url=one.get_absolute_url(),
            audience={EVERYBODY} if one.state == PracticeState.PUBLISHED else {KNOWN},
            day=(one.published_at or one.created_at).date(),
            places=[one.place.code] if one.place else [],
            scope=one.partnership_id,
            files=[row.file_id for row in one.files.all()],
            note=one.owner,
        )
