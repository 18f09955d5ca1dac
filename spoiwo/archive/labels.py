"""Words for origins, states, kinds and fields of this room, sentences for what cannot be read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.archive.rules.doubt import Level
from spoiwo.archive.rules.states import FactKind, Origin, Problem, ProposalState, SourceState

ORIGIN_LABELS = {
    Origin.UPLOAD: pgettext_lazy("origin of a source", "brought in on the page"),
    Origin.FOLDER: pgettext_lazy("origin of a source", "from the watched folder"),
    Origin.MAIL: pgettext_lazy("origin of a source", "from an e-mail"),
}
STATE_LABELS = {
    SourceState.WAITING: pgettext_lazy("state of a source", "waits to be read"),
    SourceState.READ: pgettext_lazy("state of a source", "to be decided on"),
    SourceState.UNREADABLE: pgettext_lazy("state of a source", "could not be read"),
    SourceState.DONE: pgettext_lazy("state of a source", "decided"),
    SourceState.SET_ASIDE: pgettext_lazy("state of a source", "set aside"),
}
DOUBT_LABELS = {
    Level.NONE: pgettext_lazy("doubt about a source", "none"),
    Level.LITTLE: pgettext_lazy("doubt about a source", "little"),
    Level.SOME: pgettext_lazy("doubt about a source", "some"),
    Level.MUCH: pgettext_lazy("doubt about a source", "much"),
}
PROPOSAL_LABELS = {
    ProposalState.PROPOSED: pgettext_lazy("state of a proposed record", "proposed"),
    ProposalState.ACCEPTED: pgettext_lazy("state of a proposed record", "accepted"),
    ProposalState.JOINED: pgettext_lazy("state of a proposed record", "joined with a record"),
    ProposalState.NOTED: pgettext_lazy("state of a proposed record", "confirmed"),
    ProposalState.REJECTED: pgettext_lazy("state of a proposed record", "rejected"),
}
KIND_LABELS = {
    FactKind.ORGANISATION: pgettext_lazy("kind of fact", "organisation"),
    FactKind.PERSON: pgettext_lazy("kind of fact", "person"),
    FactKind.AGREEMENT: pgettext_lazy("kind of fact", "agreement"),
    FactKind.MEETING: pgettext_lazy("kind of fact", "meeting"),
    FactKind.TRAINING: pgettext_lazy("kind of fact", "training"),
    FactKind.PROJECT: pgettext_lazy("kind of fact", "project"),
    FactKind.AWARD: pgettext_lazy("kind of fact", "award"),
    FactKind.PLACE: pgettext_lazy("kind of fact", "place"),
    FactKind.DATE: pgettext_lazy("kind of fact", "date"),
    FactKind.NUMBER: pgettext_lazy("kind of fact", "number"),
}
FIELD_LABELS = {
    "form": pgettext_lazy("field of a fact", "form"),
    "subject": pgettext_lazy("field of a fact", "subject"),
    "date": pgettext_lazy("field of a fact", "date"),
    "end_date": pgettext_lazy("field of a fact", "last day"),
    "end": pgettext_lazy("field of a fact", "last day"),
    "party": pgettext_lazy("field of a fact", "party"),
    "representative": pgettext_lazy("field of a fact", "represented by"),
    "title": pgettext_lazy("field of a fact", "title"),
    "place": pgettext_lazy("field of a fact", "place"),
    "venue": pgettext_lazy("field of a fact", "venue"),
    "organiser": pgettext_lazy("field of a fact", "organiser"),
    "topic": pgettext_lazy("field of a fact", "topic"),
    "speaker": pgettext_lazy("field of a fact", "speaker"),
    "invited": pgettext_lazy("field of a fact", "invited"),
    "came": pgettext_lazy("field of a fact", "came"),
    "came_percent": pgettext_lazy("field of a fact", "came (%)"),
    "audience": pgettext_lazy("field of a fact", "audience"),
    "contest": pgettext_lazy("field of a fact", "contest"),
    "edition": pgettext_lazy("field of a fact", "edition"),
    "category": pgettext_lazy("field of a fact", "category"),
    "laureate": pgettext_lazy("field of a fact", "laureate"),
    "prize": pgettext_lazy("field of a fact", "prize"),
    "rank": pgettext_lazy("field of a fact", "which in the laureate's row"),
    "received_by": pgettext_lazy("field of a fact", "received by"),
    "practice": pgettext_lazy("field of a fact", "practice"),
    "patron": pgettext_lazy("field of a fact", "patron"),
    "name": pgettext_lazy("field of a fact", "name"),
    "programme": pgettext_lazy("field of a fact", "programme"),
    "measure": pgettext_lazy("field of a fact", "measure"),
    "lead": pgettext_lazy("field of a fact", "lead"),
    "partner": pgettext_lazy("field of a fact", "partner"),
    "target_group": pgettext_lazy("field of a fact", "for whom"),
    "result": pgettext_lazy("field of a fact", "result"),
    "value": pgettext_lazy("field of a fact", "value"),
    "participants": pgettext_lazy("field of a fact", "participants"),
    "kind": pgettext_lazy("field of a fact", "kind"),
    "function": pgettext_lazy("field of a fact", "function"),
    "teryt": pgettext_lazy("field of a fact", "TERYT code"),
    "unit": pgettext_lazy("field of a fact", "kind of place"),
    "counts": pgettext_lazy("field of a fact", "what is counted"),
    "approximate": pgettext_lazy("field of a fact", "approximate"),
    "percent": pgettext_lazy("field of a fact", "per cent"),
    "organisation": pgettext_lazy("field of a fact", "organisation"),
}
VALUE_LABELS = {
    "kind": {
        "pup": pgettext_lazy("kind of organisation in a fact", "county labour office"),
        "wup": pgettext_lazy("kind of organisation in a fact", "voivodeship labour office"),
        "urząd": pgettext_lazy("kind of organisation in a fact", "public office"),
        "samorząd": pgettext_lazy("kind of organisation in a fact", "local government"),
        "fundacja": pgettext_lazy("kind of organisation in a fact", "foundation"),
        "stowarzyszenie": pgettext_lazy("kind of organisation in a fact", "association"),
        "szkoła": pgettext_lazy("kind of organisation in a fact", "school"),
        "klub": pgettext_lazy("kind of organisation in a fact", "club"),
        "spółdzielnia": pgettext_lazy("kind of organisation in a fact", "co-operative"),
        "firma": pgettext_lazy("kind of organisation in a fact", "firm"),
        "ministerstwo": pgettext_lazy("kind of organisation in a fact", "ministry"),
        "rada": pgettext_lazy("kind of organisation in a fact", "council"),
        "inna": pgettext_lazy("kind of organisation in a fact", "another kind"),
    },
    "unit": {
        "voivodeship": pgettext_lazy("kind of place in a fact", "voivodeship"),
        "county": pgettext_lazy("kind of place in a fact", "county"),
        "commune": pgettext_lazy("kind of place in a fact", "commune"),
        "town": pgettext_lazy("kind of place in a fact", "town"),
        "village": pgettext_lazy("kind of place in a fact", "village"),
        "country": pgettext_lazy("kind of place in a fact", "country"),
    },
}
PROBLEM_SENTENCES = {
    Problem.EMPTY: _("The file is empty or holds no words."),
    Problem.ENCRYPTED: _("The file is locked with a password. Save it without one and bring it in again."),
    Problem.BROKEN: _("The file is damaged or cut off. Bring in another copy."),
    Problem.NOT_A_DOCUMENT: _(
        "This is no document the program reads: PDF, DOCX, HTML, RTF, TXT, EML, or a scan as PNG, JPEG or TIFF."
    ),
    Problem.TOO_LONG: _("The document has more than 300 pages. Split it and bring in the parts that matter."),
    Problem.TOO_BIG: _("The file is larger than what is taken."),
    Problem.BOMB: _("Unpacked, the file would be far larger than any document; it was not opened."),
    Problem.PICTURES_ONLY: _(
        "The document holds pictures of pages and no text. Recognising it needs Tesseract with Polish on the server."
    ),
    Problem.TOOK_TOO_LONG: _("Reading took too long and was stopped; the other files were read."),
    Problem.SAME_FILE: _("The same file is in the archive already."),
    Problem.SAME_TEXT: _("A document with the same words is in the archive already."),
}
