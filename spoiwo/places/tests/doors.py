"""Who may come in by each address of this room."""

DOORS = {
    "places:units": "public",
    "places:unit": "public",
    "places:edition_new": "admin",
    "places:edition_pending": "admin",
}
