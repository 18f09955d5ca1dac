"""The doors of this room."""

DOORS = {
    "projects:cards": "public",
    "projects:card_new": "leader",
    "projects:card": "public",
    "projects:card_edit": "leader",
    "projects:card_text": "post",
    "projects:card_people": "leader",
    "projects:card_partners": "leader",
    "projects:card_budget": "leader",
    "projects:card_state": "leader",
    "projects:card_dropping": "leader",
    "projects:card_publication": "coordinator",
    "projects:card_paper": "public",
    "projects:programme": "public",
    "projects:project_list": "public",
    "projects:project_new": "leader",
    "projects:project": "public",
    "projects:project_edit": "leader",
    "projects:project_publication": "coordinator",
}
