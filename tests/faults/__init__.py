"""Fault runs: killed processes and unfriendly servers, slower than the ordinary suite and run apart from it."""
