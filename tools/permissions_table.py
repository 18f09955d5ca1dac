"""Writes docs/permissions.md out of the permission functions themselves: `python -m tools.permissions_table`."""

from collections.abc import Callable
from pathlib import Path

from spoiwo.accounts.permissions import account_verbs
from spoiwo.contests.permissions import contest_verbs, edition_verbs
from spoiwo.contests.permissions import house_verbs as contests_verbs
from spoiwo.contests.rules.states import EditionState, MemberKind
from spoiwo.kit.actor import NOBODY, Actor, Role
from spoiwo.meetings.permissions import (
    campaign_verbs,
    mark_verbs,
    meeting_verbs,
    privacy_verbs,
    series_verbs,
    template_verbs,
)
from spoiwo.meetings.permissions import house_verbs as planning_verbs
from spoiwo.meetings.rules.states import CampaignState, MeetingState
from spoiwo.newsroom.permissions import article_verbs
from spoiwo.newsroom.permissions import house_verbs as newsroom_verbs
from spoiwo.newsroom.rules.states import ArticleState
from spoiwo.partnerships.permissions import agreement_verbs, house_verbs, partnership_verbs
from spoiwo.places.permissions import places_verbs
from spoiwo.practices.permissions import adoption_verbs, practice_verbs
from spoiwo.practices.permissions import house_verbs as catalogue_verbs
from spoiwo.practices.rules.states import PracticeState
from spoiwo.projects.permissions import card_verbs, project_verbs
from spoiwo.projects.permissions import house_verbs as projects_verbs
from spoiwo.projects.rules import CardState
from spoiwo.register.permissions import organisation_verbs, person_verbs, register_verbs
from spoiwo.workshops.permissions import house_verbs as workshops_verbs
from spoiwo.workshops.permissions import template_verbs as template_step_verbs
from spoiwo.workshops.permissions import vote_verbs, workshop_verbs

HERE, BOOK = 1, 1
TARGET = Path(__file__).resolve().parent.parent / "docs" / "permissions.md"

ACTORS: dict[str, Actor] = {
    "nobody": NOBODY,
    "signed in": Actor(user_id=1),
    **{
        role.value.replace("_", " "): Actor(
            user_id=1, roles={HERE: frozenset({role})}, books={BOOK: frozenset({role})}
        )
        for role in Role
    },
    "coordinator elsewhere": Actor(
        user_id=1, roles={2: frozenset({Role.COORDINATOR})}, books={2: frozenset({Role.COORDINATOR})}
    ),
    "administrator": Actor(user_id=1, is_admin=True),
}
SUBJECTS: dict[str, Callable[[Actor], set[str]]] = {
    "The house": house_verbs,
    "Accounts": account_verbs,
    "Places": places_verbs,
    "The register as a whole": register_verbs,
    "An organisation kept in the partnership’s book": lambda actor: organisation_verbs(actor, book_id=BOOK),
    "An organisation kept in nobody’s book": lambda actor: organisation_verbs(actor, book_id=None),
    "A person kept in the partnership’s book": lambda actor: person_verbs(actor, book_id=BOOK),
    "A public partnership": lambda actor: partnership_verbs(actor, partnership_id=HERE, is_public=True),
    "A partnership that is not public": lambda actor: partnership_verbs(
        actor, partnership_id=HERE, is_public=False
    ),
    "An agreement in draft": lambda actor: agreement_verbs(
        actor, partnership_id=HERE, is_public=True, is_opened=False, is_text_frozen=False
    ),
    "An agreement open for signature in a public partnership": lambda actor: agreement_verbs(
        actor, partnership_id=HERE, is_public=True, is_opened=True
    ),
    "An agreement open for signature in a partnership that is not public": lambda actor: agreement_verbs(
        actor, partnership_id=HERE, is_public=False, is_opened=True
    ),
    "Planning meetings": planning_verbs,
    "A series that is not public": lambda actor: series_verbs(actor, partnership_id=HERE, is_public=False),
    "A planned meeting": lambda actor: meeting_verbs(
        actor, partnership_id=HERE, is_public=True, state=MeetingState.PLANNED
    ),
    "An announced public meeting": lambda actor: meeting_verbs(
        actor, partnership_id=HERE, is_public=True, state=MeetingState.ANNOUNCED
    ),
    "A template of a partnership’s series": lambda actor: template_verbs(actor, partnership_id=HERE),
    "A partnership’s funding mark": lambda actor: mark_verbs(actor, partnership_id=HERE),
    "A partnership’s processing rules and people’s data": lambda actor: privacy_verbs(
        actor, partnership_id=HERE
    ),
    "A campaign in preparation": lambda actor: campaign_verbs(
        actor, partnership_id=HERE, state=CampaignState.DRAFT
    ),
    "A campaign under way": lambda actor: campaign_verbs(
        actor, partnership_id=HERE, state=CampaignState.LAUNCHED
    ),
    "A closed campaign": lambda actor: campaign_verbs(actor, partnership_id=HERE, state=CampaignState.CLOSED),
    "Beginning concept cards and projects": projects_verbs,
    "A concept card being worked out": lambda actor: card_verbs(
        actor, partnership_id=HERE, is_public=False, state=CardState.DRAFT
    ),
    "An agreed concept card that is public": lambda actor: card_verbs(
        actor, partnership_id=HERE, is_public=True, state=CardState.AGREED
    ),
    "A dropped concept card": lambda actor: card_verbs(
        actor, partnership_id=HERE, is_public=False, state=CardState.DROPPED
    ),
    "A project that is not public": lambda actor: project_verbs(actor, partnership_id=HERE, is_public=False),
    "A public project": lambda actor: project_verbs(actor, partnership_id=HERE, is_public=True),
    "Cycles of workshops": workshops_verbs,
    "A workshop: steps, hall, tables, sheets, ideas, proposals": lambda actor: workshop_verbs(
        actor, partnership_id=HERE
    ),
    "A vote whose result is not published": lambda actor: vote_verbs(
        actor, partnership_id=HERE, is_published=False
    ),
    "A vote whose result is published": lambda actor: vote_verbs(
        actor, partnership_id=HERE, is_published=True
    ),
    "Steps of a partnership’s template": lambda actor: template_step_verbs(actor, partnership_id=HERE),
    "Founding contests": contests_verbs,
    "A contest": lambda actor: contest_verbs(actor, partnership_id=HERE),
    **{
        title: lambda actor, state=state: edition_verbs(actor, partnership_id=HERE, state=state)
        for title, state in (
            ("An edition of a contest in preparation", EditionState.DRAFT),
            ("An edition that takes entries, is checked or scored", EditionState.SCORING),
            ("An edition that is deliberated on, sealed or announced", EditionState.DELIBERATION),
        )
    },
    **{
        f"An edition being {words}, for its {kind.value}": lambda actor, kind=kind, state=state: (
            edition_verbs(actor, partnership_id=HERE, state=state, kinds={kind})
        )
        for words, state in (("scored", EditionState.SCORING), ("deliberated on", EditionState.DELIBERATION))
        for kind in MemberKind
    },
    "The catalogue of good practices": catalogue_verbs,
    **{
        f"A good practice: {state.value}": lambda actor, state=state: practice_verbs(
            actor, partnership_id=HERE, state=state, expert_id=None
        )
        for state in PracticeState
    },
    "The newsroom": newsroom_verbs,
    **{
        f"An article: {words}": lambda actor, state=state, is_out=is_out: article_verbs(
            actor, partnership_id=HERE, state=state, is_out=is_out
        )
        for words, state, is_out in (
            ("draft", ArticleState.DRAFT, False),
            ("waiting for approval", ArticleState.SUBMITTED, False),
            ("approved, not out yet", ArticleState.APPROVED, False),
            ("out", ArticleState.APPROVED, True),
            ("withdrawn", ArticleState.WITHDRAWN, False),
        )
    },
    "An adoption that this partnership recorded": lambda actor: adoption_verbs(
        actor, taker_id=HERE, giver_id=2
    ),
    "An adoption of this partnership’s practice, reported without an account": lambda actor: adoption_verbs(
        actor, taker_id=None, giver_id=HERE
    ),
}


def table() -> str:
    """The whole page."""
    parts = [
        "# Who may do what",
        "",
        "Made by `python -m tools.permissions_table` out of the functions in each room’s `permissions.py`. The same truth in",
        "SQL (`visible_to`) is proved equal to it by tests. A verb in the table is the word of the address, the action and the trail.",
    ]
    for title, verbs in SUBJECTS.items():
        held = {name: verbs(actor) for name, actor in ACTORS.items()}
        words = sorted(set().union(*held.values()))
        parts += [
            "",
            f"## {title}",
            "",
            "| who | " + " | ".join(words) + " |",
            "|---" * (len(words) + 1) + "|",
        ]
        parts += [
            f"| {name} | " + " | ".join("yes" if word in can else "–" for word in words) + " |"
            for name, can in held.items()
        ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
