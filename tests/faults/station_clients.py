"""Stations that upload one reading after another and repeat each until it is acknowledged, as the page at the door does."""

import http.client
import json
import threading
import time
import uuid
from dataclasses import dataclass, field


@dataclass
class Upload:
    """What one station has to upload, and what it was told: the outcome of each nonce."""

    path: str
    codes: list[str]
    outcomes: dict[str, str] = field(default_factory=dict)
    repeats: int = 0


def upload_all(port: int, uploads: list[Upload]) -> dict[str, object]:
    """All stations at once, each in a thread of its own, until everything is acknowledged."""
    threads = [threading.Thread(target=_upload, args=(port, one)) for one in uploads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcomes = {nonce: outcome for one in uploads for nonce, outcome in one.outcomes.items()}
    return {"outcomes": outcomes, "repeats": sum(one.repeats for one in uploads)}


def _upload(port: int, upload: Upload) -> None:
    link = None
    for code in upload.codes:
        row = {"nonce": str(uuid.uuid4()), "code": code}
        while row["nonce"] not in upload.outcomes:
            try:
                link = link or http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                link.request("POST", upload.path, json.dumps({"scans": [row]}), {"Host": "localhost"})
                response = link.getresponse()
                result = json.loads(response.read())["results"][0]
            except (OSError, http.client.HTTPException, ValueError, KeyError):
                link = None
                upload.repeats += 1
                time.sleep(0.005)
            else:
                upload.outcomes[row["nonce"]] = result["outcome"]
