"""What the newsroom holds to, in plain Python."""
