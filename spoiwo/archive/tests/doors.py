"""Who may come in by each address of this room."""

DOORS = {
    "archive:queue": "director",
    "archive:upload": "coordinator",
    "archive:conflicts": "director",
    "archive:shipment": "director",
    "archive:provenance": "director",
    "archive:source": "director",
    "archive:source_file": "director",
    "archive:source_page": "director",
    "archive:source_reading": "post",
    "archive:source_state": "post",
    "archive:source_removal": "post",
    "archive:notes": "post",
    "archive:missing": "post",
    "archive:known": "post",
    "archive:proposal": "coordinator",
    "archive:proposal_joining": "post",
    "archive:proposal_rejection": "post",
    "archive:proposal_reopening": "post",
}
