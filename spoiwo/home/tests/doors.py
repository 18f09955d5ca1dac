"""The doors of this room."""

DOORS = {
    "home:front": "public",
    "home:desk": "signed-in",
    "home:search": "public",
    "home:search_suggestions": "public",
    "home:language": "post",
    "home:components": "public",
    "home:letters": "admin",
    "home:accessibility": "public",
    "home:health": "public",
}
