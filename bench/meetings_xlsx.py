"""Streams the addressees of one campaign as XLSX and tells how far the peak memory of this process grew.

    python -m bench.meetings_xlsx CAMPAIGN

Printed as JSON: bytes of the file, seconds, megabytes. Needs /proc.
"""

import json
import sys
import time
from pathlib import Path

import django


def peak() -> float:
    """The most memory this process ever held, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not tell the peak")


def main(pk: str) -> dict[str, float]:
    """One page before, so that what any request loads is loaded."""
    from django.urls import reverse

    from bench.asking import Asker, sign_in
    from bench.house import STAFF
    from spoiwo.accounts.models import User

    asker = Asker(session=sign_in(User.objects.get(email=STAFF)))
    address = reverse("meetings:addressees", args=[pk])
    asker.get(f"{address}?q=nobody-of-that-name&format=xlsx")
    before, start = peak(), time.perf_counter()
    count = sum(map(len, asker.pieces(f"{address}?format=xlsx")))
    return {"bytes": count, "seconds": time.perf_counter() - start, "grown": peak() - before}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(sys.argv[1])))
