"""A real browser against the house on a loopback port."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from spoiwo.accounts.models import User
from spoiwo.home.demo import load_demo
from spoiwo.kit.actor import SYSTEM
from spoiwo.places.actions import load_shipped_register
from tests.cast import Player

# Playwright keeps an event loop in this thread; the tests themselves are synchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CHROMIUM = os.environ.get("SPOIWO_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(
                    pytest.mark.skip(reason="Chromium is missing: install Debian’s package chromium")
                )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A SQLite of its own on disk: one in memory is a single connection, whose transactions the server’s threads
    and the test would break for each other."""
    default = connections.settings["default"]
    if default["ENGINE"].endswith("sqlite3"):
        default["TEST"]["NAME"] = str(tmp_path_factory.mktemp("browser") / "spoiwo.sqlite3")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def furnished(transactional_db: None) -> None:
    """The whole register of places and both example partnerships."""
    load_shipped_register(by=SYSTEM)
    load_demo()


@pytest.fixture
def open_as(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens a page for a person (an e-mail address or a player of the cast; None for nobody), signed in already."""
    contexts: list[BrowserContext] = []

    def opened(who: str | Player | None, **options: Any) -> Page:
        options.setdefault("locale", "pl-PL")
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        client = who.client if isinstance(who, Player) else Client()
        if isinstance(who, str):
            client.force_login(User.objects.get(email=who), backend=settings.AUTHENTICATION_BACKENDS[0])
        if settings.SESSION_COOKIE_NAME in client.cookies:
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}]
            )
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    _let_answers_end()


def _let_answers_end() -> None:
    """A page that was closed may still be answered; what is written then would land in the next test’s tables."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=20)
