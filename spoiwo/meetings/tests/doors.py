"""The doors of this room."""

CAMPAIGNS = {
    "meetings:campaigns": "signed-in",
    "meetings:campaign_new": "coordinator",
    "meetings:campaign": "people",
    "meetings:campaign_edit": "coordinator",
    "meetings:launch": "coordinator",
    "meetings:campaign_state": "coordinator",
    "meetings:desk": "coordinator",
    "meetings:addressees": "director",
    "meetings:segment": "coordinator",
    "meetings:pick": "coordinator",
    "meetings:list_new": "coordinator",
    "meetings:guest_list": "coordinator",
    "meetings:invitation": "director",
    "meetings:invitation_edit": "coordinator",
    "meetings:invitation_removal": "coordinator",
}
ANSWERS = {
    "meetings:code": "public",
    "meetings:answer": "public",
    "meetings:deputy": "public",
    "meetings:needs": "public",
    "meetings:question": "public",
    "meetings:image": "public",
    "meetings:offer": "public",
    "meetings:answer_calendar": "public",
    "meetings:unsubscribe": "public",
    "meetings:office": "public",
}
DOORS = CAMPAIGNS | ANSWERS
