"""Facts of a Polish text: agreements, meetings, awards, projects, trainings, and the names and numbers they rest on."""

from datetime import date
from importlib import import_module

from spoiwo.polish.gazetteer import Gazetteer
from spoiwo.reading.facts.fact import Fact, Field, Kind, to_json
from spoiwo.reading.facts.known import Known

__all__ = ["Fact", "Field", "Kind", "Known", "find_facts", "to_json"]


def find_facts(
    text: str,
    *,
    published: date | None = None,
    gazetteer: Gazetteer | None = None,
    known: Known | None = None,
) -> list[Fact]:
    """Return the facts of a Polish text in the order of their words; composite facts before what they are made of.

    ``published`` completes dates without a year; ``gazetteer`` is the shipped one unless given; ``known`` holds the
    names of the office's own register, which raise the confidence and give the key to link to. Never raises on any
    text. Some 20 ms for a page of news, linear in its length.
    """
    # The rules (70 modules) are loaded by the first text: a web process only shows what a worker has found.
    finding = import_module("spoiwo.reading.facts.finding")
    found: list[Fact] = finding.find_facts(text, published=published, gazetteer=gazetteer, known=known)
    return found
