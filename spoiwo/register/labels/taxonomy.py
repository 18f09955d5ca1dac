"""The words for the register's kinds, sectors, channels, states and columns."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.register.rules import Channel, Kind, Sector, SuccessionKind
from spoiwo.register.rules.duplicates import Reason
from spoiwo.register.rules.importing import ImportState

SECTOR_LABELS = {
    Sector.GOVERNMENT: _("public administration"),
    Sector.LABOUR_MARKET: _("labour-market institutions"),
    Sector.BUSINESS: _("employers and business"),
    Sector.CIVIC: _("non-governmental organisations"),
    Sector.SOCIAL_ECONOMY: _("social economy"),
    Sector.EDUCATION: _("education and culture"),
    Sector.OTHER: _("other"),
}

KIND_LABELS = {
    Kind.COUNTY_LABOUR_OFFICE: _("county labour office"),
    Kind.VOIVODESHIP_LABOUR_OFFICE: _("voivodeship labour office"),
    Kind.LABOUR_MARKET_COUNCIL: _("labour-market council"),
    Kind.EMPLOYMENT_AGENCY: _("employment agency"),
    Kind.TRAINING_INSTITUTION: _("training institution"),
    Kind.VOLUNTARY_LABOUR_CORPS: _("Voluntary Labour Corps"),
    Kind.COMMUNE: _("commune or city authority"),
    Kind.COUNTY: _("county authority"),
    Kind.VOIVODESHIP: _("voivodeship authority"),
    Kind.STATE_OFFICE: _("state office"),
    Kind.WELFARE_CENTRE: _("social welfare centre"),
    Kind.VILLAGE_UNIT: _("village unit"),
    Kind.FOUNDATION: _("foundation"),
    Kind.ASSOCIATION: _("association"),
    Kind.LOCAL_ACTION_GROUP: _("local action group"),
    Kind.HOUSEWIVES_CIRCLE: _("rural housewives' circle"),
    Kind.FIRE_BRIGADE: _("volunteer fire brigade"),
    Kind.SPORTS_CLUB: _("sports club"),
    Kind.CHURCH: _("church or religious body"),
    Kind.TRADE_UNION: _("trade union"),
    Kind.SOCIAL_COOPERATIVE: _("social co-operative"),
    Kind.SOCIAL_ENTERPRISE: _("social enterprise"),
    Kind.SUPPORT_CENTRE: _("social-economy support centre"),
    Kind.INTEGRATION_CENTRE: _("social integration centre"),
    Kind.INTEGRATION_CLUB: _("social integration club"),
    Kind.ACTIVITY_ESTABLISHMENT: _("vocational activity establishment"),
    Kind.THERAPY_WORKSHOP: _("occupational therapy workshop"),
    Kind.EMPLOYER: _("employer"),
    Kind.SOLE_TRADER: _("sole trader"),
    Kind.FARM: _("farm"),
    Kind.PRODUCER_GROUP: _("producer group or cluster"),
    Kind.CHAMBER: _("chamber of commerce or crafts"),
    Kind.EMPLOYERS_ORGANISATION: _("employers' organisation"),
    Kind.BANK: _("bank"),
    Kind.SCHOOL: _("school"),
    Kind.UNIVERSITY: _("university"),
    Kind.CULTURE: _("culture institution or library"),
    Kind.HEALTH: _("health-care institution"),
    Kind.MEDIA: _("media"),
    Kind.OTHER: pgettext_lazy("kind of organisation", "other"),
}

CHANNEL_LABELS = {
    Channel.EMAIL: _("e-mail"),
    Channel.PHONE: pgettext_lazy("channel", "telephone"),
    Channel.LETTER: pgettext_lazy("channel", "letter"),
    Channel.E_DELIVERY: _("e-delivery"),
}

SUCCESSION_LABELS = {
    SuccessionKind.RENAMED: _("continued under a new name"),
    SuccessionKind.MERGED: _("merged with others"),
    SuccessionKind.SPLIT: _("split off"),
    SuccessionKind.TAKEN_OVER: _("tasks taken over"),
}

IMPORT_LABELS = {
    ImportState.UPLOADED: _("waiting for your confirmation"),
    ImportState.QUEUED: _("waiting in the queue"),
    ImportState.RUNNING: _("being written"),
    ImportState.DONE: _("finished"),
    ImportState.FAILED: _("stopped, nothing was written"),
    ImportState.DISCARDED: _("discarded"),
}

REASON_LABELS = {
    Reason.NUMBER: _("the same official number"),
    Reason.NAME: _("the same name"),
    Reason.SIMILAR: _("similar names"),
}

CASE_LABELS = {
    "genitive": pgettext_lazy("grammatical case", "genitive"),
    "dative": pgettext_lazy("grammatical case", "dative"),
    "accusative": pgettext_lazy("grammatical case", "accusative"),
    "instrumental": pgettext_lazy("grammatical case", "instrumental"),
    "locative": pgettext_lazy("grammatical case", "locative"),
    "vocative": pgettext_lazy("grammatical case", "vocative"),
}

TARGET_LABELS = {
    "name": _("organisation: full name"),
    "short_name": _("organisation: short name"),
    "kind": _("organisation: kind"),
    "sector": _("organisation: sector"),
    "place": _("organisation: commune (name or TERYT code)"),
    "county": _("organisation: county"),
    "voivodeship": _("organisation: voivodeship"),
    "nip": _("organisation: NIP"),
    "regon": _("organisation: REGON"),
    "krs": _("organisation: KRS"),
    "street": _("organisation: street and number"),
    "postcode": _("organisation: postcode"),
    "town": _("organisation: town"),
    "email": _("organisation: e-mail address"),
    "phone": _("organisation: telephone"),
    "website": _("organisation: website"),
    "e_delivery": _("organisation: e-delivery address"),
    "note": _("organisation: note"),
    "founded_on": _("organisation: founded on"),
    "person": _("person: given name and surname together"),
    "given_name": _("person: given name"),
    "family_name": _("person: surname"),
    "gender": _("person: form of address"),
    "person_email": _("person: e-mail address"),
    "person_phone": _("person: telephone"),
    "channel": _("person: preferred channel"),
    "function": _("function in the organisation"),
    "since": _("function: from"),
    "until": _("function: until"),
}
