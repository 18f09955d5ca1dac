"""Web servers as processes of their own: ours as `spoiwo serve` starts it, the bare project under the same command."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.house import PARTNERSHIP, ROOT, House

PAGE = f"/partnerships/{PARTNERSHIP}/"
PATIENCE = 30.0
PORT = "{port}"
APPLICATION = "spoiwo.wsgi:application"


class Server:
    """One server on a free port of the loopback; leaving the `with` block ends it with all its processes."""

    def __init__(self, command: list[str], environment: dict[str, str], page: str) -> None:
        self.port = free_port()
        self.command, self.environment, self.page = command, environment, page

    def __enter__(self) -> Self:
        self.started = time.perf_counter()
        command = [str(self.port) if part == PORT else part for part in self.command]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)
        try:
            self.seconds_until_first_page = self._wait()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    def get(self, path: str, cookie: str = "") -> tuple[int, dict[str, str], bytes]:
        """One request over a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Accept-Language": "pl"} | ({"Cookie": cookie} if cookie else {})
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return (
                response.status,
                {name.lower(): value for name, value in response.getheaders()},
                response.read(),
            )
        finally:
            connection.close()

    @property
    def web_process(self) -> int:
        """The id of the process that answers: the server's only child; needs /proc."""
        for entry in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                if int(entry.read_text().rpartition(")")[2].split()[1]) == self.process.pid:
                    return int(entry.parent.name)
        return self.process.pid

    def _wait(self) -> float:
        while time.perf_counter() - self.started < PATIENCE:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}")
            with contextlib.suppress(OSError, HTTPException):
                status, _headers, _body = self.get(self.page)
                if status == 200:
                    return time.perf_counter() - self.started
                raise RuntimeError(f"the server answered {status} for {self.page}")
            time.sleep(0.002)
        raise RuntimeError("the server did not answer in time")

    def _end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def our_server(house: House, database: Path | None = None) -> Server:
    """`spoiwo serve` with one web process."""
    command = [sys.executable, "-m", "spoiwo", "serve", "--port", PORT]
    return Server(command, house.environment_on(database or house.examples), PAGE)


def bare_server(house: House, like: Server) -> Server:
    """The bare project with the bytes of our public page, under the very command that `like` runs.

    The command is read from the running process, so that the two can never drift apart; needs /proc.
    """
    command = command_like(like, "bench.bare:application")
    saved = house.folder / "page.json"
    _status, headers, body = like.get(PAGE)
    kept = {name: value for name, value in headers.items() if name not in {"date", "server"}}
    saved.write_text(json.dumps({"headers": kept, "body": body.decode()}), encoding="utf-8")
    environment = {
        name: value for name, value in house.environment.items() if name != "DJANGO_SETTINGS_MODULE"
    }
    return Server(command, environment | {"BENCH_PAGE": str(saved)}, "/")


def command_like(server: Server, application: str) -> list[str]:
    """The command that runs `server`, with another application and a port to be filled in; needs /proc."""
    told = Path(f"/proc/{server.process.pid}/cmdline").read_bytes().decode().split("\0")[:-1]
    command = [part.replace(APPLICATION, application) for part in told]
    command[command.index("--port") + 1] = PORT
    if command == told or application not in command:
        raise RuntimeError(f"this is not the server's command: {told}")
    return command


def free_port() -> int:
    """A port of the loopback that nobody holds at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
