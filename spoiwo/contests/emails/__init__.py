"""The letters of this room, by noun."""
