"""What leads other devices here: the address is never one that means only this machine."""

import pytest
from django.test import RequestFactory

from spoiwo.documents.codes import code_rows
from spoiwo.kit.request import root_for_others
from spoiwo.neighbours import lan_address, terminal_code


def test_the_address_for_neighbours_is_not_this_machine_s_own() -> None:
    assert not lan_address().startswith("127.")


def test_the_code_on_the_terminal_has_every_square() -> None:
    rows = code_rows("http://192.168.1.20:8000/", quiet=2)
    lines = terminal_code("http://192.168.1.20:8000/").split("\n")
    upper = {" ": True, "▄": True, "▀": False, "█": False}
    assert len(lines) == (len(rows) + 1) // 2
    assert [[upper[sign] for sign in line] for line in lines] == rows[::2]


@pytest.mark.parametrize(
    ("host", "root"),
    [
        ("localhost:8000", "http://192.168.1.20:8000"),
        ("127.0.0.1:8000", "http://192.168.1.20:8000"),
        ("192.168.7.9:8000", "http://192.168.7.9:8000"),
        ("spoiwo.powiat.pl", "http://spoiwo.powiat.pl"),
    ],
)
def test_a_link_for_phones_is_never_localhost(host: str, root: str, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.PUBLIC_URL = "http://192.168.1.20:8000/"
    assert root_for_others(RequestFactory().get("/", headers={"host": host})) == root
