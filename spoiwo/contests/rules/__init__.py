"""The regulations of contests, plain Python."""
