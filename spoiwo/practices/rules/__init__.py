"""The regulations of the catalogue of good practices."""
