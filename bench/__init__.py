"""Each job of the house beside its physical reference, measured by turns in one run: `python -m bench`."""
