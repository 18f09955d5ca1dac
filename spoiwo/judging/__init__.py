"""Entries to jurors and scores to a ranking: the two halves of a jury that can be trusted."""
