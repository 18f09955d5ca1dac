"""Letters of the catalogue: decisions to the author, the card to its expert, an adoption to the giver."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse

from spoiwo.accounts.models import User
from spoiwo.mail.post import Draft
from spoiwo.practices.models import Adoption, Practice, Review
from spoiwo.practices.queries.people import writers_of
from spoiwo.practices.rules.states import Decision, Step


def decision_letters(review: Review) -> Iterator[Draft]:
    """How a step of the validation ended, to the author; nobody is written to where the author is unknown."""
    if review.practice.author is not None:
        yield decision(review, review.practice.author)


def expert_letters(practice: Practice, by_name: str) -> Iterator[Draft]:
    """The card waits for the expert's opinion."""
    if practice.expert is not None:
        yield to(practice.expert, practice, "expert_named", "practices:reviews", by_name=by_name)


def adoption_letters(adoption: Adoption, by_name: str) -> Iterator[Draft]:
    """Somebody took the practice over, to the people who write for its partnership."""
    practice = adoption.practice
    for person in writers_of(practice.partnership_id):
        yield to(person, practice, "adopted", "practices:adoptions", adoption=adoption, by_name=by_name)


def consent_letters(practice: Practice) -> Iterator[Draft]:
    """The laureate took the consent back, to the people who write the card."""
    for person in writers_of(practice.partnership_id):
        yield to(person, practice, "consent_withdrawn", "practices:practice")


def decision(review: Review, author: User) -> Draft:
    """One of three letters: returned, passed on to the expert, or in the catalogue."""
    if review.decision == Decision.RETURNED:
        name = "returned"
    else:
        name = "passed" if review.step == Step.FORMAL else "published"
    return to(author, review.practice, name, "practices:reviews", review=review)


def to(person: User, practice: Practice, template: str, page: str, **context: Any) -> Draft:
    """A letter about the practice with the way to one of its pages."""
    link = settings.PUBLIC_URL.rstrip("/") + reverse(page, args=[practice.pk])
    return Draft(
        to=person.email,
        to_name=person.name,
        template=f"practices/email/{template}",
        context={"practice": practice, "link": link, **context},
        about_kind="practices.practice",
        about_id=practice.pk,
        scope=practice.partnership_id,
    )
