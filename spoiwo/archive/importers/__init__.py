"""Parsers of what comes in as one file and holds several."""
