"""What of a reminder is still so when it is sent (domain, §7)."""

from __future__ import annotations

from core.ports.unit_of_work import Storage
from core.report.record import submit
from core.report.reminded import still_late, still_owed
from tests.core.office import PERIOD, recorded, someone, worklist
from tests.storage.samples import NOW, TODAY


async def test_what_was_handed_in_meanwhile_is_not_spoken_of(office: Storage) -> None:
    async with office.begin() as work:
        before = await worklist(work)
        ids = [o.id for o in before.obligations]
        plan, post = before.obligations[0].plan_id, before.obligations[0].post_id
        found = still_owed(before, ids)
        assert found is not None
        assert (len(found.owed), found.recorded, found.minutes, found.only_to_hand_in) == (2, (), 1, False)
        assert found.place == (plan, PERIOD)
        assert await still_late(work, ids) == {post: 2}

        first = await recorded(work)
        found = still_owed(await worklist(work), ids)
        assert found is not None
        assert ([o.id for o in found.recorded], found.only_to_hand_in) == ([first.id], False)

        await submit(work, await someone(work), [first], NOW, TODAY)
        second = await recorded(work, at=1)
        found = still_owed(await worklist(work), ids)
        assert found is not None
        assert ([o.id for o in found.owed], found.only_to_hand_in) == ([second.id], True)
        assert still_owed(await worklist(work), [first.id]) is None
        assert await still_late(work, [*ids, 999]) == {post: 1}
