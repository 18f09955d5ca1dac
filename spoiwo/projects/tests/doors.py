"""The doors of this room."""

DOORS = {
    "projects:cards": "public",
    "projects:card": "public",
}
