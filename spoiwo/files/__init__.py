"""Uploads: checked by content, kept under their hash, handed out only by the room that owns the record."""
