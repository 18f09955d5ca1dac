"""Facts of a Polish text: agreements, meetings, awards, projects, trainings, and the names and numbers they rest on."""

from spoiwo.reading.facts.fact import Fact, Field, Kind, to_json
from spoiwo.reading.facts.finding import find_facts
from spoiwo.reading.facts.known import Known

__all__ = ["Fact", "Field", "Kind", "Known", "find_facts", "to_json"]
