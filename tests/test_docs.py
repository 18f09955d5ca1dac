"""Documentation that can fail: settings, permissions, commands and targets are described as they are."""

import re
from pathlib import Path

import pytest

from tools.permissions_table import table

ROOT = Path(__file__).resolve().parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_described() -> None:
    used = set(re.findall(r'"(SPOIWO_[A-Z0-9_]+)"', read("spoiwo/settings.py")))
    described = set(re.findall(r"`(SPOIWO_[A-Z0-9_]+)`", read("docs/settings.md")))
    assert used and used == described & used
    assert not {name for name in described - used if name not in {"SPOIWO_SECRET_KEY_FILE"}}


def test_the_table_of_permissions_is_current() -> None:
    assert read("docs/permissions.md") == table()


@pytest.mark.parametrize("target", ["make start", "make test"])
def test_the_readme_names_both_commands(target: str) -> None:
    assert target in read("README.md")
    assert target in read("README.pl.md")


def test_every_command_is_in_the_manual() -> None:
    commands = re.findall(r'add_parser\("([a-z]+)"', read("spoiwo/cli.py"))
    assert commands and all(f"`spoiwo {command}" in read("docs/operating.md") for command in commands)


def test_every_dependency_has_its_reason() -> None:
    block = re.search(r"^dependencies = \[(.*?)^\]", read("pyproject.toml"), re.MULTILINE | re.DOTALL)
    names = re.findall(r'"([a-z0-9-]+)', block.group(1)) if block else []
    reasons = read("docs/decisions/0002-dependencies.md")
    assert names and not [name for name in names if f"`{name}`" not in reasons]
