"""The virtual clock: flows, is moved on, and never goes back over a restart."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import clock as clock_module
from bot.clock import SystemClock, VirtualClock
from core.ports.unit_of_work import Storage

BEGINS = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)


def near(seen: datetime, expected: datetime) -> bool:
    return timedelta() <= seen - expected < timedelta(seconds=2)


class RealTime:
    """Stands for the machine's clock."""

    shift = timedelta()

    @classmethod
    def now(cls, zone: object) -> datetime:
        return datetime.now(UTC) + cls.shift


def test_the_system_clock_is_aware() -> None:
    assert SystemClock().now().utcoffset() == timedelta()


async def test_it_begins_where_it_is_told_and_flows(storage: Storage) -> None:
    clock = await VirtualClock.open(storage, BEGINS.astimezone())
    first = clock.now()
    await asyncio.sleep(0.02)
    assert near(first, BEGINS)
    assert timedelta(seconds=0.015) < clock.now() - first < timedelta(seconds=1)
    assert clock.now().utcoffset() == timedelta()


async def test_a_jump_goes_on_only(storage: Storage) -> None:
    clock = await VirtualClock.open(storage, BEGINS)
    assert near(await clock.jump(BEGINS + timedelta(days=10)), BEGINS + timedelta(days=10))
    assert near(await clock.jump(BEGINS), BEGINS + timedelta(days=10))
    with pytest.raises(ValueError, match="aware"):
        await clock.jump(datetime(2030, 1, 1))  # noqa: DTZ001


async def test_after_an_orderly_stop_it_goes_on_where_it_stood(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = await VirtualClock.open(storage, BEGINS)
    await clock.jump(BEGINS + timedelta(days=10))
    await clock.stop()
    monkeypatch.setattr(RealTime, "shift", timedelta(days=3))
    monkeypatch.setattr(clock_module, "datetime", RealTime)
    again = await VirtualClock.open(storage, BEGINS)
    assert near(again.now(), BEGINS + timedelta(days=10))


@pytest.mark.parametrize("away", [timedelta(), timedelta(hours=5), timedelta(hours=-5)])
async def test_after_a_kill_it_never_goes_back(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, away: timedelta
) -> None:
    """The machine's clock itself may have been set back meanwhile."""
    clock = await VirtualClock.open(storage, BEGINS)
    await clock.jump(BEGINS + timedelta(days=10))
    await asyncio.sleep(0.05)
    last = clock.now()
    monkeypatch.setattr(RealTime, "shift", away)
    monkeypatch.setattr(clock_module, "datetime", RealTime)
    again = await VirtualClock.open(storage, BEGINS)
    if away < timedelta():
        assert again.now() >= BEGINS + timedelta(days=10)
    else:
        assert again.now() >= last
        assert near(again.now(), last + away)


async def test_a_later_beginning_wins(storage: Storage) -> None:
    await (await VirtualClock.open(storage, BEGINS)).stop()
    later = await VirtualClock.open(storage, BEGINS + timedelta(days=90))
    assert near(later.now(), BEGINS + timedelta(days=90))
