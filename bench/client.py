"""A client of few parts for the loopback: N kept-alive connections, one request at a time on each; run as a process.

    python -m bench.client PORT PATH CONNECTIONS SECONDS

It prints requests, seconds, its own CPU seconds, and the bytes of one body, as JSON.
"""

import json
import selectors
import socket
import sys
import time

LIMIT = 500_000  # requests in one run, whatever the clock says


class Answers:
    """What came back on one connection so far."""

    def __init__(self, port: int, request: bytes) -> None:
        self.request = request
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.waiting = b""

    def ask(self) -> None:
        """Sends the request once."""
        self.socket.sendall(self.request)

    def read(self) -> int | None:
        """The length of the body where the answer is whole, else None; raises RuntimeError unless it is 200."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise RuntimeError("the server closed a connection")
        self.waiting += piece
        head, found, body = self.waiting.partition(b"\r\n\r\n")
        if not found:
            return None
        if b" 200 " not in head[:16]:
            raise RuntimeError(head[:60].decode(errors="replace"))
        start = head.lower().index(b"content-length:") + 15
        length = int(head[start:].split(b"\r\n", 1)[0])
        if len(body) < length:
            return None
        self.waiting = body[length:]
        return length


def load(port: int, path: str, connections: int, seconds: float) -> dict[str, float]:
    """Asks for the page on all connections until the time is over."""
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: pl\r\n\r\n".encode()
    selector = selectors.DefaultSelector()
    for _number in range(connections):
        answers = Answers(port, request)
        selector.register(answers.socket, selectors.EVENT_READ, answers)
        answers.ask()
    count, length = 0, 0
    start, cpu = time.perf_counter(), time.process_time()
    while (spent := time.perf_counter() - start) < seconds and count < LIMIT:
        for key, _events in selector.select(timeout=5):
            whole = key.data.read()
            if whole is not None:
                count, length = count + 1, whole
                key.data.ask()
    cpu = time.process_time() - cpu
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    return {"requests": count, "seconds": spent, "cpu": cpu, "length": length}


if __name__ == "__main__":
    print(json.dumps(load(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
