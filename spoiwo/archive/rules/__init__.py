"""The regulations of the archive reader."""
