"""One way of writing facts down, so that anybody who writes them down again gets the same hash."""

import hashlib
import json
from typing import Any


def canonical(facts: Any) -> str:
    """JSON with sorted keys, no spaces, no escapes beyond the necessary; equal facts give equal text.

    Takes what JSON takes; numbers should be strings or integers, since fractions are written differently elsewhere.
    """
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits: what `sha256sum` prints of a file with that content."""
    return hashlib.sha256(text.encode()).hexdigest()
