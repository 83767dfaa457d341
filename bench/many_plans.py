"""`python -m bench.many_plans [PLANS]`: many live plans, and what one question over all of them costs everybody else.

In this process, from `Answering.answer` to the screen, on SQLite: how long the event loop stands still at most, how long
the answer takes, and the memory. Every plan has posts of its own, so that the register is as long as the plans are many.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from telegram import Update

from bench.seeding import PARTS, PLAN
from bench.watching import Watch, resident
from bot.commands.loading import load
from bot.workdays import KazakhstanDays
from core.model.people import Person, Role
from handlers.entry.answering import Answering
from handlers.entry.routing import choose
from handlers.frame.delivery import Shown
from handlers.frame.deps import Deps
from handlers.frame.screens import Screen
from locales import texts
from reminders.push import push
from storage import open_storage

ROOT = Path(__file__).parent.parent
PLANS = 475
NOW = datetime(2024, 5, 20, 6, 0, tzinfo=UTC)
"""A working hour in May: what the first quarter owed is late."""

OFFICER, MANAGER, COORDINATOR = 11, 12, 13
ASKED = (
    (MANAGER, "/overdue"),
    (MANAGER, "/review"),
    (MANAGER, "/summary"),
    (OFFICER, "/report"),
    (OFFICER, "/joint"),
    (COORDINATOR, "/plans"),
    (COORDINATOR, "/people"),
    (COORDINATOR, "/rules"),
)


class Standing:
    def now(self) -> datetime:
        return NOW


class Quiet:
    """A Telegram that takes everything."""

    async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
        return 1

    async def edit(self, person_id: int, message_id: int, screen: Screen, version: int) -> bool:
        return True

    async def strip(self, person_id: int, message_id: int) -> None: ...

    async def answer(self, query_id: str, text: str | None, alert: bool) -> None: ...


async def main(plans: int) -> None:
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as name:
        file = Path(name) / "many.db"
        await _seed(file)
        await asyncio.to_thread(_copy, file, plans)
        async with _bot(file) as (deps, answering):
            print(f"{plans} live plans, {resident():.0f} MiB at the start")
            for (person, text), update in zip(ASKED, count(1), strict=False):
                async with Watch() as watch:
                    await answering.answer(_said(person, text, update), choose)
                _show(f"{text} of {person}", watch)
            async with Watch() as watch:
                await push(deps.storage, deps.clock, deps.days, deps.zone)
            _show("reminders", watch)


def _show(what: str, watch: Watch) -> None:
    print(
        f"{what:18} {watch.seconds:7.2f} s, the loop stood still for {watch.stall * 1000:6.0f} ms at most, "
        f"{watch.peak:5.0f} MiB",
        flush=True,
    )


def _said(person: int, text: str, number: int) -> Update:
    user = {"id": person, "is_bot": False, "first_name": "Имя"}
    message = {
        "message_id": number,
        "date": 0,
        "chat": {"id": person, "type": "private"},
        "from": user,
        "text": text,
    }
    return Update.de_json({"update_id": number, "message": message})


@asynccontextmanager
async def _bot(file: Path) -> AsyncIterator[tuple[Deps, Answering]]:
    storage = await open_storage(f"sqlite+aiosqlite:///{file}")
    days = KazakhstanDays()
    days.warm(2024)
    deps = Deps(
        storage=storage,
        files=None,  # type: ignore[arg-type]  # nothing of it is asked here
        texts=texts(),
        clock=Standing(),
        days=days,
        zone=ZoneInfo("Asia/Almaty"),
        bot_name="bench_bot",
        link_secret="secret",
        shown=Shown(storage),
        wake=lambda: None,
    )
    yield deps, Answering(deps, Quiet())
    await storage.close()


async def _seed(file: Path) -> None:
    """One live plan with everything that hangs on it, and three people; the officer holds the post that owes most."""
    storage = await open_storage(f"sqlite+aiosqlite:///{file}")
    await load(storage, PLAN.read_bytes(), PLAN.name, accept=True, parts=PARTS, now=NOW.replace(month=1))
    async with storage.begin() as work:
        owed = [o.post_id for o in await work.obligations.of_plan(1)]
        for person, role in (
            (OFFICER, Role.OFFICER),
            (MANAGER, Role.MANAGER),
            (COORDINATOR, Role.COORDINATOR),
        ):
            roles = frozenset({role})
            await work.people.save(
                Person(id=person, name=role, language="ru", roles=roles, joined_at=NOW.replace(month=2))
            )
        await work.people.hold(OFFICER, max(owed, key=owed.count), NOW.replace(month=2))
    await storage.close()


def _copy(file: Path, plans: int) -> None:
    """The plan as often as is wanted, each with rows, posts and reports of its own, by SQL."""
    with closing(sqlite3.connect(file)) as database:
        posts, rows, owed = (
            [r[0] for r in database.execute(f"SELECT max(id) FROM {table}")][0]
            for table in ("post", "activity", "obligation")
        )
        for n in range(1, plans):
            shift = {"n": n, "posts": n * posts, "rows": n * rows, "owed": n * owed}
            moved = (
                ("plan", {"id": "id + :n", "title": "title || ' ' || :n"}, "id = 1"),
                (
                    "post",
                    {
                        "id": "id + :posts",
                        "name": "name || ' ' || :n",
                        "folded": "folded || ' ' || :n",
                        "reports": "reports + :posts",
                    },
                    f"id <= {posts}",
                ),
                (
                    "activity",
                    {
                        "id": "id + :rows",
                        "plan_id": "plan_id + :n",
                        "owner": "owner + :posts",
                        "supervisor": "supervisor + :posts",
                        "contributors": f"(SELECT json_group_array(value + {n * posts}) FROM json_each(contributors))",
                        # Each row prints its own title, as in plans that are not copies of one another.
                        "printed": "json_set(printed, '$.title', json_extract(printed, '$.title') || ' ' || :n)",
                    },
                    "plan_id = 1",
                ),
                (
                    "obligation",
                    {
                        "id": "id + :owed",
                        "plan_id": "plan_id + :n",
                        "activity_id": "activity_id + :rows",
                        "post_id": "post_id + :posts",
                    },
                    "plan_id = 1",
                ),
            )
            for table, changes, where in moved:
                names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
                values = ", ".join(changes.get(name, f'"{name}"') for name in names)
                columns = ", ".join(f'"{name}"' for name in names)
                database.execute(
                    f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {where}", shift
                )
            # What another plan prints is another text, which is parsed of its own.
            database.execute(
                "UPDATE plan SET reading = json_set(reading, '$.plan.title', title) WHERE id = :n + 1", shift
            )
        # Of each plan two reports lie with the manager.
        database.execute(
            "UPDATE obligation SET state = 'submitted', submitted = draft, version = 1 WHERE id % :owed < 2",
            {"owed": owed},
        )
        database.commit()
        database.execute("ANALYZE")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else PLANS))
