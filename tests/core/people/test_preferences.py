"""Language, hour of reminders, snooze: what can be set and what is refused (domain, §7)."""

from __future__ import annotations

from datetime import date

import pytest

from core.kernel.errors import Outdated
from core.people.preferences import choose_hour, choose_language, next_working_day, snooze
from core.ports.unit_of_work import Storage, WorkingDays
from tests.core.office import OFFICER, someone

FRIDAY, MONDAY = date(2024, 3, 29), date(2024, 4, 1)


async def test_what_is_chosen_is_kept(office: Storage) -> None:
    async with office.begin() as work:
        assert not (await someone(work)).language_chosen
        await choose_language(work, await someone(work), "en")
        await choose_hour(work, await someone(work), 14)
        kept = await someone(work)
        assert (kept.language, kept.language_chosen, kept.reminder_hour) == ("en", True, 14)


async def test_what_no_button_offers_is_refused(office: Storage) -> None:
    async with office.begin() as work:
        for change in (
            choose_language(work, await someone(work), "zz"),
            choose_hour(work, await someone(work), 3),
        ):
            with pytest.raises(Outdated):
                await change


async def test_a_snooze_lasts_until_the_next_working_day(office: Storage, days: WorkingDays) -> None:
    assert next_working_day(FRIDAY, days) == MONDAY
    async with office.begin() as work:
        assert await snooze(work, await someone(work), "2024-03-29", FRIDAY, days) == MONDAY
        assert (await someone(work, OFFICER)).snoozed_until == MONDAY


async def test_a_reminder_of_another_day_snoozes_nothing(office: Storage, days: WorkingDays) -> None:
    async with office.begin() as work:
        for said in ("2024-03-28", "x", ""):
            with pytest.raises(Outdated):
                await snooze(work, await someone(work), said, FRIDAY, days)
        assert (await someone(work)).snoozed_until is None
