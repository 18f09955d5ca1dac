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
DOORS = HALLS | STEPS | SHEETS
