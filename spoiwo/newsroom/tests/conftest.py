"""Pages in the language of their source, whatever catalogues are there, and none kept from the test before."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from spoiwo.partnerships.middleware import PublicPages


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    """English pages; the stamp of kept pages is asked anew, because a test's entries have the ids of the last one's."""
    settings.LANGUAGE_CODE = "en"
    PublicPages.stamped_at = 0.0
    with override("en"):
        yield
