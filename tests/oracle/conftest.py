"""The working days that both go by: which day is worked is known outside of either."""

from __future__ import annotations

import pytest

from bot.workdays import KazakhstanDays
from core.ports.unit_of_work import WorkingDays


@pytest.fixture(scope="session")
def days() -> WorkingDays:
    return KazakhstanDays()
