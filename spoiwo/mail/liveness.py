"""Tells whether the process that claimed a letter is still alive.

Each process that sends holds a lock on a file of its own in SPOIWO_HOME/senders, and its claims carry the file's name.
The kernel lets go of the lock when the process ends, however it ends, and no later process can be taken for it, as could
happen with a process number. So a file that can be locked belongs to a dead sender. A claim whose file is not in this
folder was made on another machine: of that only time can tell.
"""

import os
import secrets
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

try:
    import fcntl
except ImportError:  # Windows: there only time tells
    fcntl = None  # type: ignore[assignment]


def own_name() -> str:
    """The name under which this process claims letters; the first call takes the lock."""
    return _sign_on(os.getpid(), settings.HOME)


def dead_senders() -> Iterator[str]:
    """Names of senders that ended. Each is forgotten once the caller has dealt with it and asks for the next.

    One listing of a folder; a sender that is signing on just now is not seen yet.
    """
    for path in _folder(settings.HOME).glob("*.lock") if fcntl else ():
        try:
            file = os.open(path, os.O_RDWR)
        except OSError:  # somebody else has just forgotten it
            continue
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            continue
        else:
            yield path.stem
            path.unlink(missing_ok=True)
        finally:
            os.close(file)


@lru_cache(maxsize=1)
def _sign_on(pid: int, home: Path) -> str:
    """A forked child has another number and signs on anew."""
    name = f"{pid}-{secrets.token_hex(8)}"
    if fcntl:
        # Locked before it bears a name that others look for. The descriptor stays open as long as the process lives.
        path = _folder(home) / f"{name}.new"
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.rename(path.with_suffix(".lock"))
        except OSError:  # a file system without locks
            path.unlink(missing_ok=True)
            os.close(file)
    return name


def _folder(home: Path) -> Path:
    folder = home / "senders"
    folder.mkdir(exist_ok=True)
    return folder
