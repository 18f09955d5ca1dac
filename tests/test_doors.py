"""The door map: every address is in it, and each is visited by those who may and those who may not."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.cast import Cast, Player
from tests.doors import ROOMS, door_map
from tests.world import World, furnish

DOORS = door_map()
# What the generic names of a pattern's parameters mean, address by address.
PARAMETERS = {
    "workshops:sheet_photo": {"photo_pk": "sheet_photo_pk"},
    "workshops:vote_edit": {"vote_pk": "draft_vote_pk"},
    "workshops:vote_new": {"step_pk": "vote_step_pk"},
    "partnerships:text": {"pk": "draft_pk"},
    "partnerships:organ": {"pk": "organ_pk"},
    "partnerships:seat_end": {"pk": "organ_pk"},
    "partnerships:role_end": {"pk": "grant_pk"},
    "partnerships:letter": {"pk": "letter_pk"},
    "partnerships:document": {"pk": "agreement_pk"},
    "partnerships:declaration": {"pk": "agreement_pk"},
    "meetings:launch": {"campaign_pk": "draft_campaign_pk"},
    "projects:card_edit": {"card_pk": "draft_card_pk"},
    "projects:card_text": {"card_pk": "draft_card_pk"},
    "practices:check": {"practice_pk": "checked_practice_pk"},
    "practices:opinion": {"practice_pk": "judged_practice_pk"},
    "practices:expert": {"practice_pk": "judged_practice_pk"},
    "practices:file": {"file_pk": "practice_file_pk"},
    "practices:file_removal": {"file_pk": "practice_file_pk"},
    "accounts:user": {"pk": "user_pk"},
    "accounts:user_closing": {"pk": "user_pk"},
    "archive:proposal": {"proposal_pk": "proposal_pk_of_source"},
    "archive:proposal_joining": {"proposal_pk": "proposal_pk_of_source"},
    "archive:proposal_rejection": {"proposal_pk": "proposal_pk_of_source"},
    "archive:proposal_reopening": {"proposal_pk": "proposal_pk_of_source"},
}
# Addresses of a contest's edition that is announced, of the one that takes entries, and of people's own secrets.
_SEALED = (
    "minutes",
    "cards_paper",
    "diplomas",
    "laureates_paper",
    "correction_new",
    "result_letters",
    "publication",
)
_OWN_SECRET = {
    "writing_confirmation": "sent_secret",
    "writing_conflicts": "sent_secret",
    "writing_withdrawal": "sent_secret",
    "entry_from_entry": "sent_secret",
    "writing_agreement": "agreement_secret",
    "writing_appeal": "appeal_secret",
    "audience_confirmation": "voice_secret",
    "practice_consent": "consent_secret",
}
for _name in DOORS:
    _room, _, _noun = _name.partition(":")
    if _room == "contests":
        PARAMETERS[_name] = {"slug": "contest_slug", "secret": _OWN_SECRET.get(_noun, "writer_secret")}
        if _noun in _SEALED:
            PARAMETERS[_name] |= {"edition_pk": "sealed_edition_pk", "sitting_pk": "sealed_sitting_pk"}
        if _noun.startswith("copy_"):
            PARAMETERS[_name] |= {"file_pk": "blind_file_pk"}
    if _room == "newsroom":
        is_read = DOORS[_name] == "public"
        PARAMETERS[_name] = {"slug": "article_slug" if is_read else "draft_slug", "partnership": "slug"}
        PARAMETERS[_name] |= {} if is_read else {"picture_pk": "draft_picture_pk"}
PARAMETERS["contests:laureate"]["award_pk"] = "announced_award_pk"
PARAMETERS["contests:enter"]["year"] = "open_year"
PARAMETERS["contests:extension"]["edition_pk"] = "open_edition_pk"
PARAMETERS["contests:entry_from_card"] = {"card_pk": "card_pk"}
PARAMETERS["contests:writing_download"]["file_pk"] = "writer_file_pk"
PARAMETERS["contests:appeal_decision"]["entry_pk"] = "appeal_entry_pk"
for _name in DOORS:
    if _name.startswith(("register:organisation", "register:merge_choose")):
        PARAMETERS[_name] = {"pk": "organisation_pk"}
    elif _name.startswith("register:person"):
        PARAMETERS[_name] = {"pk": "person_pk"}
    elif _name.startswith("register:mandate"):
        PARAMETERS[_name] = {"pk": "mandate_pk"}
# Doors without a record of ours: whoever holds the role anywhere comes in, to what is their own.
OWN = {
    "archive:queue",
    "archive:upload",
    "archive:conflicts",
    "archive:provenance",
    "partnerships:partnership_new",
    "register:people",
    "register:person_new",
    "register:organisation_new",
    "register:duplicates",
    "register:import_start",
    "register:organisation_mandate_new",
    "meetings:campaign_new",
    "meetings:meeting_new",
    "meetings:series_new",
    "meetings:mark_new",
    "meetings:template_new",
    "meetings:template_copy",
    "meetings:rules",
    "meetings:rule_new",
    "meetings:terms",
    "meetings:person_search",
    "projects:card_new",
    "projects:project_new",
    "workshops:cycles",
    "contests:contest_new",
    "practices:practice_new",
    "practices:adoption_new",
    "newsroom:desk",
    "newsroom:article_new",
}
# Doors whose records the small world has not; the rooms' own tests open them.
ELSEWHERE = {
    "archive:source_page",
    "register:merge",
    "register:unmerge",
    "register:import",
    "register:import_errors",
    "places:edition_pending",
    "register:organisation_keep",
    "meetings:campaign_state",
    "meetings:letters_posted",
    "meetings:here_code",
    "meetings:rule_removal",
    "meetings:person_data",
    "meetings:person_erasure",
    "workshops:pulse",
    "workshops:desk_card",
    "workshops:sheet_new",
    "workshops:template_step_removal",
    "contests:award_reasons",
    "contests:award_removal",
    "contests:assignment_applying",
    "contests:reading_new",
    "contests:reading_removal",
    "contests:reading_submission",
    "contests:reading_file",
}
FIXED = {
    "size": "small",
    "sheet": "badges",
    "purpose": "invitation",
    "paper": "silent",
    "kind": "agreement",
    "step": "end",
    "name": "parties",
    "format": "pdf",
}
# who is let in by which audience word (of our partnership's records)
ALLOWED = {
    "public": {"nobody", "celina", "bartek", "roman", "dorota", "ewa", "olga", "jurek", "anna", "adam"},
    "signed-in": {"celina", "bartek", "roman", "dorota", "ewa", "olga", "jurek", "anna", "adam"},
    "staff": {"celina", "roman", "dorota", "ewa", "olga", "anna", "adam"},
    "insider": {"bartek", "roman", "dorota", "ewa", "anna", "adam"},
    "people": {"roman", "dorota", "ewa", "anna", "adam"},
    "director": {"dorota", "ewa", "anna", "adam"},
    "coordinator": {"anna", "adam"},
    "leader": {"anna", "ewa", "adam"},
    "keeper": {"anna", "olga", "adam"},
    "commission": {"anna", "olga", "jurek", "adam"},
    "chair": {"jurek"},
    "records": {"dorota", "anna", "adam"},
    "book-reader": {"dorota", "ewa", "anna", "adam"},
    "book-keeper": {"anna", "adam"},
    "checker": {"roman", "adam"},
    "expert": {"jurek", "adam"},
    "admin": {"adam"},
}
ONLY_POST = {
    "meetings:meeting_state",
    "meetings:publication",
    "meetings:series_announcement",
    "meetings:series_removal",
    "meetings:template_copy",
    "meetings:invitation_removal",
    "meetings:offer",
    "meetings:absence",
    "meetings:reopening",
    "meetings:thanks",
    "meetings:survey_new",
    "projects:card_state",
    "projects:card_publication",
    "projects:project_publication",
    "newsroom:article_from_meeting",
    "newsroom:article_state",
    "newsroom:picture_removal",
    "practices:practice_state",
    "practices:file_removal",
    "accounts:user_closing",
    "partnerships:party_removal",
    "partnerships:publication",
    "partnerships:representative",
    "workshops:vote_removal",
    "workshops:vote_opening",
    "workshops:vote_closing",
    "workshops:vote_publication",
    "workshops:vote_cards",
    "workshops:hall_opening",
    "workshops:hall_entry",
    "workshops:hall_move",
    "workshops:step_state",
    "workshops:step_notes",
    "workshops:proposal_state",
    "workshops:step_place",
    "workshops:table_address",
    "workshops:table_removal",
    "workshops:tables_adoption",
    "workshops:tables_seating",
    "workshops:step_removal",
    "workshops:template_step_place",
    "workshops:template_step_removal",
    "partnerships:role_end",
    "partnerships:seat_end",
    "contests:assignment_applying",
    "contests:reading_new",
    "contests:reading_removal",
    "contests:audience_count",
    "contests:copies_making",
    "contests:copies_approval",
    "contests:copy_box_removal",
    "contests:copy_leaving",
    "contests:conflicts_search",
    "contests:edition_state",
    "contests:result_letters",
    "contests:nudge",
    "contests:reading_reopening",
    "contests:reading_submission",
    "contests:results_computing",
    "contests:category_removal",
    "contests:field_place",
    "contests:field_removal",
    "contests:sitting_closing",
    "contests:award_removal",
    "contests:publication",
}
PLAYERS = ("nobody", "celina", "bartek", "roman", "dorota", "ewa", "olga", "jurek", "anna", "adam")


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named pattern of our rooms."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, f"{pattern.namespace}:" if pattern.namespace else prefix)
        elif prefix:
            yield prefix + (pattern.name or "?"), pattern


PATTERNS = dict(patterns())


def test_every_address_is_in_the_door_map() -> None:
    assert {name for name in PATTERNS if name.split(":")[0] in ROOMS} == set(DOORS)


def address(name: str, world: World) -> str:
    """The address of `name` for the furnished records."""
    names = PATTERNS[name].pattern.regex.groupindex
    meaning = {"pk": "agreement_pk", **PARAMETERS.get(name, {})}
    values = {key: FIXED.get(key, world.arguments.get(meaning.get(key, key))) for key in names}
    return reverse(name, kwargs=values)


CHECKED = sorted(name for name, audience in DOORS.items() if audience in ALLOWED and name not in ELSEWHERE)


@pytest.mark.parametrize("name", CHECKED)
def test_a_door_opens_for_its_audience_and_for_nobody_else(name: str, cast: Cast) -> None:
    cast.ours.is_public = DOORS[name] == "public"
    cast.ours.save()
    world = furnish(cast, cast.ours)
    world.arguments["user_pk"] = cast.bartek.user.pk
    allowed = ALLOWED[DOORS[name]] | ({"celina"} if name in OWN else set())
    url = address(name, world)
    seen = {player: visit(getattr(cast, player), url, name in ONLY_POST) for player in PLAYERS}
    assert {player for player, status in seen.items() if status == 200} == allowed, seen
    assert {seen[player] for player in set(PLAYERS) - allowed} <= {302, 403, 404}, seen


def visit(player: Player, url: str, by_post: bool) -> int:
    """200 for being let in, else the status; being sent on after a POST, or from the front page to one's desk, is in."""
    response = player.client.post(url) if by_post else player.client.get(url)
    if response.status_code == 302 and (by_post or response["Location"] == "/desk/"):
        return 302 if "/account/login/" in response["Location"] else 200
    return response.status_code


def test_nobody_is_sent_to_sign_in_and_brought_back(cast: Cast) -> None:
    response = cast.nobody.client.get("/desk/")
    assert (response.status_code, response["Location"]) == (302, "/account/login/?next=/desk/")
