"""The declaration of impartiality, as the page shows it and the paper bears it."""

from django.utils.translation import gettext as _

from spoiwo.contests.models import Conflict, Edition, Member
from spoiwo.contests.rules.states import Strength


def declaration_text(edition: Edition) -> list[str]:
    """The paragraphs of the declaration, in the reader's language."""
    words = {"edition": edition.name}
    return [
        _("I undertake to work on the contest “%(edition)s” impartially and to the best of my knowledge.")
        % words,
        _(
            "I have gone through the list of entrants and have stated every connection known to me that could "
            "raise doubts about my impartiality: family or household, work, functions in their bodies, common "
            "projects and agreements, personal or financial dependence."
        ),
        _(
            "I will neither read, score nor discuss an entry with whose entrant I am so connected. Should I learn "
            "of such a connection later, I will tell the secretary at once and withdraw."
        ),
        _(
            "I will keep to myself what I learn of entries, scores and deliberations until the result is "
            "announced, and personal data for good; I will not try to find out whose a blind entry is."
        ),
        _("Nobody will influence my scores, and I accept no advantage for them."),
    ]


def exclusions_of(member: Member) -> list[Conflict]:
    """What shuts the person out, one line for each entrant; one query."""
    rows = Conflict.objects.filter(
        entry__edition=member.edition_id, member__user=member.user_id, is_dismissed=False
    )
    rows = rows.exclude(strength=Strength.NOTE).select_related("entry").order_by("entry__name_key", "pk")
    return list({one.entry.organisation_name: one for one in reversed(rows)}.values())[::-1]
