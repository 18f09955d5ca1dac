"""The regulations of workshops, plain Python."""
