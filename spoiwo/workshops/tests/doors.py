"""The doors of this room."""

HALLS = {
    "workshops:hall": "leader",
    "workshops:hall_opening": "leader",
    "workshops:hall_entry": "leader",
    "workshops:hall_move": "leader",
    "workshops:step_state": "leader",
    "workshops:step_notes": "leader",
    "workshops:slips": "leader",
    "workshops:slips_paper": "leader",
    "workshops:screen": "public",
    "workshops:join_code": "public",
    "workshops:pulse": "public",
    "workshops:join": "public",
    "workshops:seat": "public",
}
STEPS = {
    "workshops:steps": "insider",
    "workshops:step": "insider",
    "workshops:step_new": "leader",
    "workshops:step_edit": "leader",
    "workshops:step_place": "leader",
    "workshops:step_removal": "leader",
    "workshops:steps_copying": "leader",
}
CYCLES = {
    "workshops:cycles": "insider",
    "workshops:cycle": "insider",
    "workshops:cycle_copying": "leader",
    "workshops:template_steps": "staff",
    "workshops:template_step_new": "coordinator",
    "workshops:template_step": "coordinator",
    "workshops:template_step_place": "coordinator",
    "workshops:template_step_removal": "coordinator",
}
SHEETS = {
    "workshops:desk": "public",
    "workshops:desk_lines": "public",
    "workshops:desk_photos": "post",
    "workshops:desk_done": "post",
    "workshops:sheet": "insider",
    "workshops:sheet_lines": "leader",
    "workshops:sheet_photo": "insider",
    "workshops:sheet_new": "leader",
}
IDEAS = {
    "workshops:seat_idea": "post",
    "workshops:seat_idea_back": "post",
    "workshops:seat_near": "public",
    "workshops:ideas": "leader",
}
PROPOSALS = {
    "workshops:proposals": "insider",
    "workshops:proposal": "insider",
    "workshops:proposal_edit": "leader",
    "workshops:proposal_text": "post",
    "workshops:proposal_state": "leader",
    "workshops:desk_proposal_new": "post",
    "workshops:desk_proposal": "public",
    "workshops:desk_proposal_text": "post",
}
SCREENING = {
    "workshops:criteria": "leader",
    "workshops:screening": "insider",
    "workshops:seat_rating": "post",
}
CARDS = {
    "workshops:cards": "leader",
    "workshops:desk_card": "public",
    "workshops:desk_card_text": "post",
}
TABLES = {
    "workshops:tables": "insider",
    "workshops:tables_building": "leader",
    "workshops:tables_seating": "leader",
    "workshops:tables_adoption": "leader",
    "workshops:tables_paper": "director",
    "workshops:signs_paper": "leader",
    "workshops:table": "insider",
    "workshops:table_new": "leader",
    "workshops:table_edit": "leader",
    "workshops:table_removal": "leader",
    "workshops:table_address": "leader",
    "workshops:seat_table": "post",
}
PAPERS = {
    "workshops:papers": "insider",
    "workshops:report": "insider",
    "workshops:handout": "insider",
    "workshops:handout_slides": "insider",
}
VOTES = {
    "workshops:vote_new": "leader",
    "workshops:vote": "public",
    "workshops:vote_edit": "leader",
    "workshops:vote_removal": "leader",
    "workshops:vote_opening": "leader",
    "workshops:vote_closing": "leader",
    "workshops:vote_publication": "leader",
    "workshops:vote_ballots": "public",
    "workshops:vote_pabulib": "public",
    "workshops:vote_cards": "leader",
    "workshops:vote_tie": "leader",
    "workshops:vote_casting": "leader",
    "workshops:vote_paper": "leader",
    "workshops:vote_paper_file": "leader",
    "workshops:seat_ballot": "post",
}
DOORS = VOTES | PAPERS | TABLES | SCREENING | CARDS | PROPOSALS | CYCLES | IDEAS | HALLS | STEPS | SHEETS
