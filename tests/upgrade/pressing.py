"""Opens the database in the program at hand, looks what comes of its start, and presses every button of every card.

Each press is on the database as it was after the start: where a press changed more than the card itself, the next one
begins from a copy. The bot runs in this process and takes its updates from here; the sandbox is a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import App, build_application
from bot.settings import load_settings
from tests.transcript import normal
from tests.transcript.running import TOKEN, Machine

Json = dict[str, Any]

STARTS = datetime(2024, 3, 26, 5, 20, tzinfo=UTC)
"""An hour after the people came to stand where they do."""

OWN_ROWS = frozenset({"inbox", "outbox", "card", "note", "sqlite_sequence"})
"""Tables that every press writes to; what is in the others is what it changed."""


@dataclass(frozen=True)
class Person:
    """Somebody of the database, in order of joining: their number in Telegram, and where they stand."""

    id: int
    name: str
    place: str


async def press_everything(database: bytes) -> Json:
    """{"started": what the start brought to each chat, "cards": [{place, view, shown, presses}]}."""
    with tempfile.TemporaryDirectory(prefix="orynda-upgrade-") as name:
        folder = Path(name)
        (folder / "orynda.db").write_bytes(database)
        people = _people(folder / "orynda.db")
        machine = Machine(folder, STARTS)
        machine.start_sandbox()
        try:
            async with aiohttp.ClientSession(machine.url) as http:
                presser = Presser(machine, http, people)
                return await presser.run()
        finally:
            machine.close()


def as_json(answers: Json) -> bytes:
    """As it is kept: a line a card, so that a difference is easy to see."""
    cards = ",\n".join(json.dumps(c, ensure_ascii=False, sort_keys=True) for c in answers["cards"])
    started = json.dumps(answers["started"], ensure_ascii=False, sort_keys=True)
    return f'{{"started": {started},\n"cards": [\n{cards}\n]}}\n'.encode()


def _people(path: Path) -> list[Person]:
    """Who stands where; the table with it is no part of the program's schema, and is taken out."""
    with closing(sqlite3.connect(path)) as connection, connection:
        rows = connection.execute("SELECT person_id, name, place FROM standing ORDER BY rowid").fetchall()
        connection.execute("DROP TABLE standing")
    return [Person(*row) for row in rows]


class Presser:
    """One run over one database."""

    def __init__(self, machine: Machine, http: aiohttp.ClientSession, people: list[Person]) -> None:
        self.machine = machine
        self.http = http
        self.people = people
        self.offset = 0
        self.newest: dict[int, int] = {}
        self.before: dict[str, list[Any]] = {}
        self.base = machine.folder / "base.db"
        self.database = machine.folder / "orynda.db"

    async def run(self) -> Json:
        """The start, then every button of every card."""
        await self._phones()
        started = await self._start()
        shutil.copy(self.database, self.base)
        with closing(sqlite3.connect(self.base)) as connection, connection:
            # All are answered; Telegram's stand-in goes on counting updates from where the older one began.
            connection.execute("DELETE FROM inbox")
        return {"started": started, "cards": await self._press_all()}

    # The start

    async def _phones(self) -> None:
        """The people as Telegram knows them, whom the bot may write to."""
        for person in self.people:
            made = await self._post("/sandbox/people", first_name=person.name)
            assert made["id"] == person.id, "the sandbox gives people other numbers than it did"
            await self._post(f"/sandbox/people/{person.id}/messages", text="/start")
        while await self._updates():  # the last are acknowledged by asking for more
            continue

    async def _start(self) -> Json:
        """The bot as it starts on the database: cards are shown, what was queued is sent, what was asked is answered."""
        app = await self._open()
        await app.start()
        try:
            await self._rest()
        finally:
            await app.stop()
        return {person.place: await self._chat(person.id) for person in self.people}

    async def _rest(self) -> None:
        """Waits until nothing waits."""
        waiting: list[int] = []
        for _ in range(1500):
            await asyncio.sleep(0.02)
            with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
                queries = (
                    "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'calling') AND not_before < '2024-03-27'",
                    "SELECT count(*) FROM inbox WHERE state = 'waiting'",
                    "SELECT count(*) FROM card WHERE stale",
                )
                waiting = [connection.execute(query).fetchone()[0] for query in queries]
            if not any(waiting):
                return
        raise AssertionError(f"the bot did not come to rest after its start: {waiting}")

    # The presses

    async def _press_all(self) -> list[Json]:
        app = await self._fresh()
        self.before = self._rows()
        cards = []
        for person in self.people:
            message = await self._card(person.id)
            told: Json = {"place": person.place, "view": self.machine.view_of(person.id), "presses": []}
            for row in (message or {}).get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if "callback_data" not in button:
                        continue
                    told["presses"].append(await self._press(app, person, message or {}, button))
                    if self._rows() != self.before or self._moved(person):
                        await self._close(app)
                        app = await self._fresh()
                    else:
                        self._undo()
            cards.append(told)
        await self._close(app)
        return cards

    async def _press(self, app: App, person: Person, message: Json, button: Json) -> Json:
        """One press; → the toast, the card after it, and what was queued for whom."""
        last = self._last_queued()
        body = {"message_id": message["message_id"], "data": button["callback_data"], "forge": True}
        pressing = asyncio.create_task(self._post(f"/sandbox/people/{person.id}/press?wait=10", **body))
        updates = await self._updates(wait=5)
        await app.intake.accept(updates)
        assert await app.intake.settled(10)
        answer = (await pressing)["answer"]
        newest = self.newest[person.id]
        shown = [
            m
            for m in await self._messages(person.id)
            if m["message_id"] == message["message_id"] or m["message_id"] > newest
        ]
        self.newest[person.id] = max(m["message_id"] for m in shown)
        return {
            "press": button["callback_data"],
            "label": normal.words(button["text"]),
            "toast": normal.words((answer or {}).get("text") or ""),
            "alert": bool((answer or {}).get("show_alert")),
            "view": self.machine.view_of(person.id),
            "shown": [self._told(m) for m in shown],
            "queued": self._queued(last),
        }

    # The bot

    async def _open(self) -> App:
        settings = load_settings(
            token=TOKEN,
            api_url=self.machine.url,
            data_dir=self.machine.folder,
            database_url=f"sqlite+aiosqlite:///{self.database}",
            timezone="Asia/Almaty",
            now=STARTS,
            listen="",
            webhook_url="",
            webhook_secret="",
            double_tap_seconds=0,
            sending_limit=0,
        )
        return await build_application(settings)

    async def _fresh(self) -> App:
        """A bot on the database as it was after the start, which takes its updates from here."""
        for path in self.machine.folder.glob("orynda.db*"):
            path.unlink()
        shutil.copy(self.base, self.database)
        return await self._open()

    @staticmethod
    async def _close(app: App) -> None:
        await app.intake.stop()
        await app.bot.shutdown()
        await app.storage.close()

    # The database

    def _rows(self) -> dict[str, list[Any]]:
        """All rows that a press may change."""
        with closing(sqlite3.connect(self.database)) as connection:
            names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                n: connection.execute(f'SELECT * FROM "{n}"').fetchall() for n in names if n not in OWN_ROWS
            }

    def _undo(self) -> None:
        """Cards and queues as they were after the start."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute("ATTACH ? AS base", (str(self.base),))
            for table in ("card", "outbox", "inbox"):
                connection.execute(f"DELETE FROM main.{table}")
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM base.{table}")

    def _moved(self, person: Person) -> bool:
        """Whether the card is another message now: the bot remembers that beside the database."""
        query = "SELECT place FROM card WHERE person_id = ?"
        with closing(sqlite3.connect(self.database)) as connection:
            found = connection.execute(query, (person.id,)).fetchone()
        return found is None or found[0] != "edit"

    def _last_queued(self) -> int:
        with closing(sqlite3.connect(self.database)) as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM outbox").fetchone()[0])

    def _queued(self, after: int) -> list[Json]:
        """What waits to be sent since: its kind, and for whom. What it is about is the program's own."""
        query = "SELECT kind, person_id FROM outbox WHERE id > ? ORDER BY id"
        with closing(sqlite3.connect(self.database)) as connection:
            rows = connection.execute(query, (after,)).fetchall()
        return [{"kind": kind, "for": person} for kind, person in rows]

    # The sandbox

    async def _post(self, path: str, **body: Any) -> Json:
        async with self.http.post(path, json=body) as answer:
            found: Json = await answer.json()
            assert answer.status == 200, found
            return found

    async def _updates(self, wait: int = 0) -> list[Json]:
        """What people did since the last call, as Telegram would give it."""
        query = {"offset": str(self.offset), "timeout": str(wait), "limit": "100"}
        found: list[Json] = []
        while True:
            async with self.http.get(f"/bot{TOKEN}/getUpdates", params=query) as answer:
                batch: list[Json] = (await answer.json())["result"]
            found += batch
            if batch:
                self.offset = batch[-1]["update_id"] + 1
                query |= {"offset": str(self.offset), "timeout": "0"}
            if len(batch) < 100:
                return found

    async def _messages(self, person: int) -> list[Json]:
        async with self.http.get(f"/sandbox/people/{person}/chat") as answer:
            found: list[Json] = (await answer.json())["messages"]
        return found

    async def _card(self, person: int) -> Json | None:
        """The message that is the person's card."""
        with closing(sqlite3.connect(self.database)) as connection:
            found = connection.execute(
                "SELECT message_id FROM card WHERE person_id = ?", (person,)
            ).fetchone()
        messages = {m["message_id"]: m for m in await self._messages(person)}
        self.newest[person] = max(messages, default=0)
        return messages.get(found[0]) if found else None

    async def _chat(self, person: int) -> list[Json]:
        return [self._told(m) for m in await self._messages(person) if m["from"]["is_bot"]]

    def _told(self, raw: Json) -> Json:
        return normal.message(raw, self.machine.file)
