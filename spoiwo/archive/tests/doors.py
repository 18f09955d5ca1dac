"""Who may come in by each address of this room."""

DOORS = {
    "archive:queue": "people",
    "archive:upload": "coordinator",
    "archive:conflicts": "people",
    "archive:shipment": "people",
    "archive:provenance": "people",
    "archive:source": "people",
    "archive:source_file": "people",
    "archive:source_page": "people",
    "archive:source_reading": "post",
    "archive:source_state": "post",
    "archive:source_removal": "post",
    "archive:notes": "post",
    "archive:known": "post",
    "archive:proposal": "coordinator",
    "archive:proposal_joining": "post",
    "archive:proposal_rejection": "post",
    "archive:proposal_reopening": "post",
}
