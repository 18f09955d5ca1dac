"""Words for states and decisions of this room, sentences for what is refused."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.newsroom.rules.states import ArticleState, Bar, Decision

STEP_LABELS = {
    ArticleState.SUBMITTED: _("Hand in for approval"),
    ArticleState.WITHDRAWN: _("Withdraw the article"),
    ArticleState.APPROVED: _("Put it back"),
    ArticleState.DRAFT: _("Take it back to work on it"),
}
STATE_LABELS = {
    ArticleState.DRAFT: pgettext_lazy("state of an article", "being written"),
    ArticleState.SUBMITTED: pgettext_lazy("state of an article", "waits for approval"),
    ArticleState.APPROVED: pgettext_lazy("state of an article", "approved"),
    ArticleState.WITHDRAWN: pgettext_lazy("state of an article", "withdrawn"),
}
DECISION_LABELS = {
    Decision.APPROVED: pgettext_lazy("decision on an article", "approved"),
    Decision.RETURNED: pgettext_lazy("decision on an article", "returned to the author"),
}
BAR_SENTENCES = {
    Bar.NOT_NEXT: _(
        "This step does not follow from the present state; somebody may have taken it meanwhile."
    ),
    Bar.NO_TITLE: _("Give the article a title."),
    Bar.NO_TEXT: _("Write the text of the article."),
    Bar.NO_ALT: _("Say of every picture what it shows, for those who cannot see it."),
    Bar.OWN: _("Another person of the partnership approves what you wrote."),
    Bar.NO_REASON: _("Write to the author what has to be changed."),
    Bar.NOT_READ: _("The article has been changed since you opened it. Read what stands now, then decide."),
}
