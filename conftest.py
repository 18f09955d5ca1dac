"""Fixtures every test may ask for."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, settings

from tests.cast import Cast, make_cast

# Properties are about what is true, not about how busy the machine is.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture
def cast(db: None) -> Cast:
    """The people of the house over two partnerships."""
    return make_cast()


@pytest.fixture
def same_queries(db: None) -> Callable[..., None]:
    """Visits a list with one row and with three and demands the same number of queries."""

    def check(get: Callable[[], Any], make: Callable[[], Any]) -> None:
        make()
        get()
        with CaptureQueriesContext(connection) as one:
            assert get().status_code == 200
        make()
        make()
        with CaptureQueriesContext(connection) as three:
            assert get().status_code == 200
        assert len(three) == len(one), "\n".join(query["sql"] for query in three)

    return check
