"""The doors of this room."""

DOORS = {
    "accounts:me": "signed-in",
    "accounts:users": "admin",
    "accounts:user_new": "admin",
    "accounts:user": "admin",
    "accounts:user_closing": "admin",
}
