"""How devices in the same network reach this machine: its address, and that address as a QR code for the terminal."""

import socket

from spoiwo.documents.codes import code_rows

# Where a packet would go tells which of our addresses it would leave by; none is sent. The first goes the way of the
# internet; the others lie in the networks that a laptop makes itself when it is the hall's access point.
PROBES = ("192.0.2.1", "10.42.0.2", "192.168.137.2", "192.168.43.2", "172.20.10.2")
BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def lan_address() -> str:
    """This machine's address as its neighbours see it, or its name where it has none. Nothing is sent."""
    for target in PROBES:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
            except OSError:
                continue
            address = str(probe.getsockname()[0])
            if not address.startswith("127."):
                return address
    return socket.gethostname()


def terminal_code(text: str) -> str:
    """The QR code of a text in half blocks, light on dark as on a terminal; two squares stand above each other in a line."""
    rows = code_rows(text, quiet=2)
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    # On a dark terminal the light squares must be drawn, so that any phone reads it.
    return "\n".join(
        "".join(BLOCKS[not above, not below] for above, below in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
