"""Which updates are kept: a stranger's flood is not, an officer's every message is, and a link always opens."""

from __future__ import annotations

from typing import Any

import pytest

from bot.intake import door
from bot.intake.door import CHATTER, LINKS, TAPS, Door, Pace

STRANGER, OFFICER = 7, 8


class Members:
    """Whom the database knows, and how often it was asked."""

    def __init__(self, *ids: int) -> None:
        self.ids = set(ids)
        self.asked = 0

    async def __call__(self, person_id: int) -> bool:
        self.asked += 1
        return person_id in self.ids


@pytest.fixture
def members() -> Members:
    return Members(OFFICER)


@pytest.fixture
def at_the_door(members: Members) -> Door:
    return Door(members)


def message(text: str, chat: str = "private") -> dict[str, Any]:
    return {"update_id": 1, "message": {"chat": {"id": 7, "type": chat}, "text": text}}


def tap(data: str) -> dict[str, Any]:
    return {"update_id": 1, "callback_query": {"data": data, "message": {"chat": {"type": "private"}}}}


async def admitted(at_the_door: Door, person_id: int, *updates: dict[str, Any]) -> int:
    return sum([await at_the_door.admits(update, person_id) for update in updates])


async def test_a_strangers_flood_is_not_kept(at_the_door: Door) -> None:
    assert await admitted(at_the_door, STRANGER, *[message("спам")] * 900) == CHATTER.burst


async def test_who_takes_part_is_kept_whatever_they_send(at_the_door: Door, members: Members) -> None:
    sent = [*[message("5,8 млн")] * 300, *[tap("1.plan.1")] * 300]
    assert await admitted(at_the_door, OFFICER, *sent) == 600
    assert members.asked == 1


async def test_an_invitation_opens_after_a_flood(at_the_door: Door) -> None:
    await admitted(at_the_door, STRANGER, *[message("спам")] * 100)
    assert await admitted(at_the_door, STRANGER, message("/start abc"), tap("1.join")) == 2


@pytest.mark.parametrize(("update", "pace"), [(message("/start abc"), LINKS), (tap("0.askin"), TAPS)])
async def test_links_and_taps_without_end_are_not_kept(
    at_the_door: Door, update: dict[str, Any], pace: Pace
) -> None:
    assert await admitted(at_the_door, STRANGER, *[update] * 900) == pace.burst


async def test_who_joins_after_a_flood_is_heard_at_once(at_the_door: Door, members: Members) -> None:
    await admitted(at_the_door, STRANGER, *[message("спам")] * 100)
    members.ids.add(STRANGER)
    assert await admitted(at_the_door, STRANGER, *[message("5,8 млн")] * 20) == 20


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_what_is_said_in_groups_is_not_kept(at_the_door: Door, kind: str) -> None:
    assert not await at_the_door.admits(message("5,8 млн", kind), OFFICER)


async def test_what_has_no_person_or_chat_is_kept(at_the_door: Door) -> None:
    assert await at_the_door.admits({"update_id": 1, "poll": {"id": "1"}}, None)


async def test_no_more_people_are_remembered_than_fit(
    at_the_door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "REMEMBERED", 50)
    for person_id in range(1000, 1200):
        assert await at_the_door.admits(message("привет"), person_id)
    assert len(at_the_door._caught_up) == 50
