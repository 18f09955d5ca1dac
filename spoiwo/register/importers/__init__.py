"""From the bytes of a table to clean rows and a plan of what to write: plain Python, no Django, no database."""
