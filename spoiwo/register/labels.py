"""The words for the register's kinds, sectors and channels."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spoiwo.register.rules import Channel, Kind, Sector, SuccessionKind

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
