"""The hospital's plan of 2024, and Kazakhstan's working days."""

from __future__ import annotations

import pytest

from bot.workdays import KazakhstanDays
from core.ports.unit_of_work import WorkingDays
from tests.core.samples import Live, hospital_2024


@pytest.fixture(scope="session")
def days() -> WorkingDays:
    return KazakhstanDays()


@pytest.fixture(scope="session")
def hospital() -> Live:
    return hospital_2024()
