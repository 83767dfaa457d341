"""The inbox, the outbox, the journal and its chain, the notes."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from core.ports.unit_of_work import Work
from storage import Database, open_storage
from storage.stores import journal
from storage.verifying import broken_line, unsealed_lines
from tests.storage.samples import NOW, OFFICER, incoming, later, line


async def test_updates_are_kept_once_and_wait_in_order_of_arrival(storage: Database) -> None:
    nine, three, five = incoming(9), incoming(3, person_id=None), incoming(5, payload='{"text":"ә\\u0000"}')
    async with storage.begin() as work:
        assert await work.inbox.keep([nine, three]) == [nine, three]
        assert await work.inbox.keep([]) == []
    async with storage.begin() as work:
        assert await work.inbox.keep([three, five, nine, five]) == [five]
        assert await work.inbox.keep([five]) == []
    async with storage.read() as work:
        assert await work.inbox.waiting() == [nine, three, five]


async def test_each_bot_has_an_inbox_of_its_own(url: str) -> None:
    """Update numbers are each bot's: after a change of token, no number may pass for one that was done."""
    one, other = await open_storage(url, bot_id=1), await open_storage(url, bot_id=2)
    try:
        async with one.begin() as work:
            await work.inbox.keep([incoming(7)])
            await work.inbox.done(7)
        async with other.begin() as work:
            assert await work.inbox.keep([incoming(7)]) == [incoming(7)]
            assert await work.inbox.waiting() == [incoming(7)]
        async with one.read() as work:
            assert await work.inbox.waiting() == []
    finally:
        await one.close()
        await other.close()


async def test_an_update_that_is_done_waits_no_more_and_is_not_taken_again(storage: Database) -> None:
    async with storage.begin() as work:
        await work.inbox.keep([incoming(1), incoming(2)])
        await work.inbox.done(1)
        assert [await work.inbox.is_waiting(n) for n in (1, 2, 3)] == [False, True, False]
        assert await work.inbox.waiting() == [incoming(2)]
        assert await work.inbox.keep([incoming(1)]) == []


async def test_a_poisoned_update_is_set_aside_after_three_tries(storage: Database) -> None:
    async with storage.begin() as work:
        await work.inbox.keep([incoming(1), incoming(2)])
        assert not await work.inbox.failed(1, "first")
        assert not await work.inbox.failed(1, "second")
        assert [(u.update_id, u.tries) for u in await work.inbox.waiting()] == [(1, 2), (2, 0)]
        assert await work.inbox.failed(1, "third")
        assert [u.update_id for u in await work.inbox.waiting()] == [2]
        assert await work.inbox.failed(2, "at once", set_aside_after=1)
        assert not await work.inbox.failed(99, "never kept")


async def test_only_what_is_done_and_old_is_pruned(storage: Database) -> None:
    old, aside, new, waiting = incoming(1), incoming(2), incoming(3, received_at=later(days=2)), incoming(4)
    async with storage.begin() as work:
        await work.inbox.keep([old, aside, new, waiting])
        await work.inbox.done(1)
        await work.inbox.failed(2, "poison", set_aside_after=1)
        await work.inbox.done(3)
        assert await work.inbox.prune(later(days=1)) == 1
        assert await work.inbox.prune(later(days=1)) == 0
        assert await work.inbox.keep([old, aside, new, waiting]) == [old]
        assert await work.inbox.waiting() == [waiting, old]


async def put(work: Work, key: str, **hours: float) -> bool:
    return await work.outbox.put(key, "digest", OFFICER, {"day": "2024-04-05", "ids": [1, 2]}, later(**hours))


async def test_a_message_is_queued_once_for_its_key(storage: Database) -> None:
    async with storage.begin() as work:
        assert await put(work, "digest:1:2024-04-05")
        assert not await put(work, "digest:1:2024-04-05", hours=1)
        sent = await work.outbox.claim(NOW)
        assert sent is not None
        await work.outbox.sent(sent.id, NOW, 55)
        assert not await put(work, "digest:1:2024-04-05")
    assert (sent.key, sent.kind, sent.person_id) == ("digest:1:2024-04-05", "digest", OFFICER)
    assert sent.args == {"day": "2024-04-05", "ids": [1, 2]}
    assert (sent.not_before, sent.state, sent.tries) == (NOW, "calling", 1)


async def test_of_many_who_claim_a_key_at_once_one_wins(storage: Database) -> None:
    async def claim() -> bool:
        async with storage.begin() as work:
            return await put(work, "one")

    assert (await asyncio.gather(*(claim() for _ in range(8)))).count(True) == 1


async def test_messages_are_claimed_when_their_time_has_come_the_longest_due_first(storage: Database) -> None:
    async with storage.begin() as work:
        assert await work.outbox.next_at() is None
        for key, hours in (("late", 3), ("second", 1), ("first", 0), ("third", 1)):
            await put(work, key, hours=hours)
        assert await work.outbox.next_at() == NOW
        claimed = [await work.outbox.claim(later(hours=1)) for _ in range(4)]
        assert [c and c.key for c in claimed] == ["first", "second", "third", None]
        assert await work.outbox.next_at() == later(hours=3)


async def test_jobs_and_messages_are_claimed_apart(storage: Database) -> None:
    async with storage.begin() as work:
        for key, kind, hours in (("export", "export", 0), ("word", "digest", 1), ("plan", "read-plan", 2)):
            await work.outbox.put(key, kind, OFFICER, {}, later(hours=hours))
        jobs, end = ("export", "read-plan"), later(hours=3)
        assert await work.outbox.next_at(but=jobs) == later(hours=1)
        assert await work.outbox.next_at(only=("read-plan",)) == later(hours=2)
        assert await work.outbox.next_at(only=()) is None
        messages = [await work.outbox.claim(end, but=jobs) for _ in range(2)]
        assert [c and c.key for c in messages] == ["word", None]
        only = [await work.outbox.claim(end, only=jobs) for _ in range(3)]
    assert [c and c.key for c in only] == ["export", "plan", None]


async def test_what_went_out_long_ago_is_forgotten_and_what_waits_is_not(storage: Database) -> None:
    async with storage.begin() as work:
        for key in ("sent", "failed", "late", "called", "waits"):
            await put(work, key)
        rows = [await work.outbox.claim(NOW) for _ in range(4)]
        sent, failed, late, _ = [row.id for row in rows if row]
        await work.outbox.sent(sent, NOW, 1)
        await work.outbox.failed(failed, "Forbidden")
        await work.outbox.sent(late, later(hours=2), 2)
        assert await work.outbox.prune(later(hours=1)) == 2
        assert [await put(work, key) for key in ("sent", "failed", "late", "called", "waits")] == [
            True,
            True,
            False,
            False,
            False,
        ]


async def test_many_who_claim_at_once_get_different_messages(storage: Database) -> None:
    async with storage.begin() as work:
        for number in range(6):
            await put(work, f"key {number}")

    async def claim() -> str | None:
        async with storage.begin() as work:
            claimed = await work.outbox.claim(NOW)
            await asyncio.sleep(0.02)
            return claimed.key if claimed else None

    claimed = await asyncio.gather(*(claim() for _ in range(8)))
    assert sorted(key for key in claimed if key) == [f"key {number}" for number in range(6)]
    assert claimed.count(None) == 2


async def test_what_was_being_called_is_unknown_until_it_is_decided(storage: Database) -> None:
    async with storage.begin() as work:
        for number in range(4):
            await put(work, f"key {number}")
        one, two, three, four = [await work.outbox.claim(NOW) for _ in range(4)]
        assert one is not None
        assert two is not None
        assert three is not None
        assert four is not None
        assert await work.outbox.unknown() == [one, two, three, four]
        await work.outbox.sent(one.id, NOW, None)
        await work.outbox.failed(two.id, "Forbidden: bot was blocked by the user")
        await work.outbox.retry(three.id, later(hours=1))
        assert await work.outbox.unknown() == [four]
        assert await work.outbox.claim(NOW) is None
        again = await work.outbox.claim(later(hours=1))
    assert again == three.model_copy(update={"tries": 2, "not_before": later(hours=1)})


async def test_journal_lines_come_newest_first(storage: Database) -> None:
    lines = [
        line("a", before={"figure": "1"}, after={"figure": "2", "why": "«опечатка»"}),
        line("b", person_id=None),
        line("a", at=later(days=-1)),
    ]
    async with storage.begin() as work:
        await work.journal.add(*lines[:2])
        await work.journal.add(lines[2])
        await work.journal.add()
        assert await work.journal.lines() == lines[::-1]
        assert await work.journal.lines("a") == [lines[2], lines[0]]
        assert await work.journal.lines(limit=1) == [lines[2]]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET action = 'other'",
        "DELETE FROM journal",
        "UPDATE journal_seal SET hash = 'other'",
        "DELETE FROM journal_seal",
    ],
)
async def test_the_journal_only_grows(storage: Database, change: str) -> None:
    async with storage.begin() as work:
        await work.journal.add(line())
        await work.journal.seal()
    with pytest.raises(DBAPIError, match="never changed"):
        async with storage._writer.begin() as connection:
            await connection.execute(text(change))


async def test_the_chain_is_sealed_on_from_where_it_ended(storage: Database) -> None:
    assert await broken_line(storage) is None
    async with storage.begin() as work:
        await work.journal.add(line("a"), line("b"))
    assert await unsealed_lines(storage) == 2
    async with storage.begin() as work:
        assert await work.journal.seal() == 2
        assert await work.journal.seal() == 0
        await work.journal.add(line("c", before={"x": "é"}))
    assert await unsealed_lines(storage) == 1
    assert await broken_line(storage) is None
    async with storage.begin() as work:
        assert await work.journal.seal() == 1
    assert await broken_line(storage) is None
    assert await unsealed_lines(storage) == 0


async def test_so_many_lines_are_sealed_at_once(storage: Database) -> None:
    async with storage.begin() as work:
        await work.journal.add(*(line(f"number:{n}") for n in range(5)))
    for count in (2, 2, 1, 0):
        async with storage.begin() as work:
            assert await work.journal.seal(2) == count
    assert await broken_line(storage) is None
    assert await unsealed_lines(storage) == 0


async def test_sealing_looks_at_what_is_new_alone(storage: Database) -> None:
    """Neither of its questions goes through a table from the beginning."""
    if storage._writer.dialect.name != "sqlite":
        pytest.skip("a small table is gone through by PostgreSQL in any case")
    for asked in (journal._LAST_SEAL, journal._LAST_SEALED, journal._LINES_AFTER):
        found = asked.compile(dialect=storage._reader.dialect, compile_kwargs={"render_postcompile": True})
        values = [{"after": 7, "most": 10}.get(name, 1) for name in found.positiontup or ()]
        async with storage._reader.connect() as connection:
            way = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {found}", tuple(values))
            steps = [str(row._mapping["detail"]) for row in way]
        assert all(step.startswith("SEARCH") or asked is journal._LAST_SEAL for step in steps), steps


async def test_a_line_that_is_committed_late_is_sealed_too(storage: Database) -> None:
    """On PostgreSQL its number may be lower than that of a line that was committed before."""
    if storage._writer.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer: no line is committed out of order")
    async with storage.begin() as slow:
        await slow.journal.add(line("slow"))
        async with storage.begin() as work:
            await work.journal.add(line("quick"))
        async with storage.begin() as work:
            assert await work.journal.seal() == 0, "somebody is writing still"
    async with storage.begin() as work:
        assert await work.journal.seal() == 2
    assert await unsealed_lines(storage) == 0
    assert await broken_line(storage) is None


async def test_verifying_waits_for_nobody_who_writes(storage: Database) -> None:
    """Nor do they wait for it: a look goes on beside a transaction that writes."""
    async with storage.begin() as work:
        await work.journal.add(line("a"))
        await work.journal.seal()
    async with storage.begin() as work:
        await work.journal.add(line("b"))
        assert await broken_line(storage) is None
        assert await unsealed_lines(storage) == 0, "what is not committed is not seen"
    assert await unsealed_lines(storage) == 1


TAMPERING = {
    "a figure": "UPDATE journal SET after = '{}' WHERE id = 1200",
    "a person": "UPDATE journal SET person_id = NULL WHERE id = 1200",
    "a line that is gone": "DELETE FROM journal WHERE id = 1200",
    "a seal": "UPDATE journal_seal SET hash = 'x' WHERE journal_id = 1200",
}


@pytest.mark.parametrize("how", TAMPERING)
async def test_a_line_changed_behind_the_programs_back_is_found(storage: Database, how: str) -> None:
    async with storage.begin() as work:
        await work.journal.add(*(line(f"number:{n}", after={"n": n}) for n in range(1300)))
        assert await work.journal.seal(5000) == 1300
    assert await broken_line(storage) is None
    async with storage._writer.begin() as connection:
        if connection.dialect.name == "sqlite":
            for table in ("journal", "journal_seal"):
                for event in ("update", "delete"):
                    await connection.execute(text(f"DROP TRIGGER {table}_no_{event}"))
        else:
            await connection.execute(text("SET LOCAL session_replication_role = replica"))
        await connection.execute(text(TAMPERING[how]))
    assert await broken_line(storage) == 1200


async def test_notes_are_replaced(storage: Database) -> None:
    async with storage.begin() as work:
        assert await work.notes.read("clock") is None
        await work.notes.write("clock", "1")
        await work.notes.write("clock", "2")
        assert await work.notes.read("clock") == "2"
