"""A client of few parts that asks for one address all the time on some kept-alive connections; run as a process.

    python -m bench.hall_polls < order.json

The order has `port`, `path`, `headers`, `status` (the only one allowed), `connections`, `seconds`. Printed as JSON:
requests, seconds, the client's own CPU seconds.
"""

import json
import selectors
import socket
import sys
import time
from typing import Any


class Asking:
    """One connection with one question under way; an answer of 304 has no body."""

    def __init__(self, port: int, request: bytes, status: int) -> None:
        self.request, self.status, self.waiting = request, str(status).encode(), b""
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> None:
        """Sends the question once."""
        self.socket.sendall(self.request)

    def is_answered(self) -> bool:
        """Reads what has come; True where an answer is whole. Raises RuntimeError for another status."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise RuntimeError("the server closed a connection")
        self.waiting += piece
        head, found, body = self.waiting.partition(b"\r\n\r\n")
        if not found:
            return False
        if head[9:12] != self.status:
            raise RuntimeError(head[:60].decode(errors="replace"))
        if len(body) < (0 if self.status == b"304" else _length(head)):
            return False
        self.waiting = b""
        return True


def _length(head: bytes) -> int:
    start = head.lower().index(b"content-length:") + 15
    return int(head[start:].split(b"\r\n", 1)[0])


def load(
    port: int, path: str, headers: dict[str, str], status: int, connections: int, seconds: float
) -> dict[str, Any]:
    """Asks on all connections until the time is over."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n".encode()
    selector = selectors.DefaultSelector()
    for _number in range(connections):
        asking = Asking(port, request, status)
        selector.register(asking.socket, selectors.EVENT_READ, asking)
        asking.ask()
    count, start, cpu = 0, time.perf_counter(), time.process_time()
    while (spent := time.perf_counter() - start) < seconds:
        for key, _events in selector.select(timeout=5):
            if key.data.is_answered():
                count += 1
                key.data.ask()
    cpu = time.process_time() - cpu
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    return {"requests": count, "seconds": spent, "cpu": cpu}


if __name__ == "__main__":
    print(json.dumps(load(**json.load(sys.stdin))))
