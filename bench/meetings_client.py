"""Stations at a door as one process: each has a kept-alive connection and uploads one ticket after another.

    python -m bench.meetings_client < order.json

The order has `port`, `paths` (one for each station) and `bodies` (JSON texts, each uploaded once by whichever station is
free). Printed as JSON: milliseconds of each upload and what was answered, in the order of the bodies.
"""

import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator


class Station:
    """One connection with at most one upload under way."""

    def __init__(self, port: int, path: str, uploads: Iterator[tuple[int, str]]) -> None:
        self.head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.uploads, self.waiting = uploads, b""

    def upload(self) -> bool:
        """Sends the next body; False where none is left."""
        self.number, body = next(self.uploads, (-1, ""))
        if self.number < 0:
            return False
        content = body.encode()
        request = f"{self.head}Content-Length: {len(content)}\r\n\r\n".encode() + content
        self.started = time.perf_counter()
        self.socket.sendall(request)
        return True

    def read(self) -> tuple[float, str] | None:
        """Milliseconds and the answer once it is whole; raises RuntimeError unless it is 200."""
        piece = self.socket.recv(262_144)
        spent = time.perf_counter() - self.started
        if not piece:
            raise RuntimeError("the server closed a connection")
        self.waiting += piece
        head, found, body = self.waiting.partition(b"\r\n\r\n")
        if not found:
            return None
        if b" 200 " not in head[:16]:
            raise RuntimeError(f"{head[:60]!r} {body[:200]!r}")
        start = head.lower().index(b"content-length:") + 15
        length = int(head[start:].split(b"\r\n", 1)[0])
        if len(body) < length:
            return None
        self.waiting = body[length:]
        return spent * 1000, body[:length].decode()


def upload_all(port: int, paths: list[str], bodies: list[str]) -> dict[str, list]:
    """Every body once, by all stations at the same time."""
    selector = selectors.DefaultSelector()
    uploads = iter(list(enumerate(bodies)))
    for path in paths:
        station = Station(port, path, uploads)
        if station.upload():
            selector.register(station.socket, selectors.EVENT_READ, station)
    spent, answers = [0.0] * len(bodies), [""] * len(bodies)
    while selector.get_map():
        for key, _events in selector.select(timeout=30):
            number = key.data.number
            if (answer := key.data.read()) is None:
                continue
            spent[number], answers[number] = answer
            if not key.data.upload():
                selector.unregister(key.fileobj)
                key.data.socket.close()
    return {"spent": spent, "answers": answers}


if __name__ == "__main__":
    print(json.dumps(upload_all(**json.load(sys.stdin))))
