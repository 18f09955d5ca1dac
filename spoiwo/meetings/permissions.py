"""What a person may do with meetings and campaigns; proved equal to the queries by the house tests."""

from spoiwo.kit.actor import STAFF, Actor, Role
from spoiwo.meetings.rules.states import CampaignState, MeetingState

INSIDERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR, Role.PARTNER, Role.REGIONAL_OFFICER})
PEOPLE_READERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR})


def house_verbs(actor: Actor) -> set[str]:
    """Verbs that need no record: beginning a series, a meeting or a campaign."""
    return {"plan"} if actor.is_admin or actor.partnerships_as(Role.COORDINATOR) else set()


def meeting_verbs(actor: Actor, *, partnership_id: int, is_public: bool, state: str) -> set[str]:
    """Verbs over one meeting. `is_public`: it has a public page; a planned one is shown to insiders only."""
    can: set[str] = set()
    if is_public and state != MeetingState.PLANNED:
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view", "view_figures"}
    if actor.is_admin or actor.has(partnership_id, *PEOPLE_READERS):
        can |= {"view_people", "print"}
        can |= {"check_in"} if state in (MeetingState.ANNOUNCED, MeetingState.HELD) else set()
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit", "advance", "view_needs", "publish", "export"}
        can |= {"issue", "ask"} if state in (MeetingState.ANNOUNCED, MeetingState.HELD) else set()
    return can


def campaign_verbs(actor: Actor, *, partnership_id: int, state: str) -> set[str]:
    """Verbs over one campaign; the people in it are for those who work with them, its figures for the region too."""
    can: set[str] = set()
    if actor.is_admin or actor.has(partnership_id, *PEOPLE_READERS, Role.REGIONAL_OFFICER):
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, *PEOPLE_READERS):
        can |= {"view_people"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"view_needs", "export", "erase"}
        if state != CampaignState.CLOSED:
            can |= {"edit", "add_addressees", "enter_answers"}
        if state == CampaignState.DRAFT:
            can |= {"launch", "discard"}
        if state == CampaignState.LAUNCHED:
            can |= {"remind", "send", "close"}
        if state == CampaignState.CLOSED:
            can |= {"reopen"}
    return can


def series_verbs(actor: Actor, *, partnership_id: int, is_public: bool) -> set[str]:
    """Verbs over a series: the meetings in it decide for themselves."""
    can: set[str] = {"view"} if is_public else set()
    if actor.is_admin or actor.has(partnership_id, *INSIDERS):
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit"}
    return can


def template_verbs(actor: Actor, *, partnership_id: int | None) -> set[str]:
    """Verbs over a template of series; the shipped ones belong to no partnership and are the administrator's."""
    if not actor.is_staff:
        return set()
    can = {"view"}
    if house_verbs(actor):
        can |= {"copy", "begin"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit"}
    return can


def mark_verbs(actor: Actor, *, partnership_id: int | None) -> set[str]:
    """Verbs over a funding mark; the common ones belong to no partnership and are the administrator's."""
    is_common = partnership_id is None and actor.is_staff
    can: set[str] = set()
    if actor.is_admin or is_common or actor.has(partnership_id, *STAFF):
        can |= {"view"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit"}
    return can


def privacy_verbs(actor: Actor, *, partnership_id: int | None = None) -> set[str]:
    """Verbs over processing rules and over people's data; rules common to all partnerships are the administrator's.

    Without a partnership: what the actor may open at all.
    """
    can: set[str] = set()
    if house_verbs(actor):
        can |= {"view_rules", "find_person"}
    if actor.is_admin or actor.has(partnership_id, Role.COORDINATOR):
        can |= {"edit_rule"}
    return can
