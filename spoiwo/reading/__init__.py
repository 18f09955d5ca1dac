"""Facts read from Polish documents: who agreed, met, was awarded, when and where, each tied to its words.

Importing this package is cheap: the dictionary is loaded by the first text.
"""

from spoiwo.reading.facts import Fact, Field, Kind, Known, find_facts, to_json

__all__ = ["Fact", "Field", "Kind", "Known", "find_facts", "to_json"]
