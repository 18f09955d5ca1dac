"""The doors of this room."""

DOORS = {
    "api:index": "public",
    "api:openapi": "public",
    "api:partnerships": "public",
    "api:parties": "public",
}
