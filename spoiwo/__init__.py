"""Spoiwo holds local labour-market partnerships together."""
