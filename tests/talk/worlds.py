"""A world to talk in: the sandbox, a real bot over HTTP, and what is in the bot's database."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from bot.app import App, build_application
from bot.settings import load_settings
from core.lifecycle import reporting_rules
from core.lifecycle.beginning import beginning
from core.model.editions import PlanStatus
from core.model.obligations import Obligation
from core.model.people import Role
from core.people.joining import invite
from core.plan.reports import Evidence
from core.ports.repositories import JournalLine
from locales import texts
from sandbox import Running, create_app, serve
from sandbox.client.client import Message, Phone, Sandbox
from tests.talk.direct import DirectSandbox, directly
from tests.talk.rest import Rest

BEGINS = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)
"""Tuesday, 26 March 2024, nine in the morning in Almaty: the first quarter's reports are open."""

TOKEN = "1000000001:sandbox-needs-no-secret-but-a-token-has-a-shape"
PLAN = Path(__file__).parents[2] / "documents" / "plans" / "hospital-2024.docx"
METROLOGIST = "Метролог"
ECONOMIST = "Экономист"
QUALITY = "Заместитель главного врача по ККМУ"
ECONOMY = "Заместитель главного врача по ЭР"


class World:
    """The sandbox, the bot, and what is in its database."""

    def __init__(
        self, sandbox: Sandbox, running: Running, folder: Path, double_tap: float, paced: bool = False
    ) -> None:
        self.sandbox = sandbox
        self.sandbox.at_rest = self.at_rest
        self.running = running
        self.paced = paced
        self.folder = folder
        self.double_tap = double_tap
        self.app: App
        self._rest: Rest | None = None

    async def start(self) -> None:
        """Starts the bot, on the data that is there."""
        pace = {} if self.paced else {"sending_limit": 0}
        settings = load_settings(
            token=TOKEN,
            api_url=self.sandbox.base_url,
            data_dir=self.folder,
            database_url=f"sqlite+aiosqlite:///{self.folder / 'orynda.db'}",
            timezone="Asia/Almaty",
            now=BEGINS,
            listen="127.0.0.1:0",
            webhook_url="",
            webhook_secret="",
            double_tap_seconds=self.double_tap,
            **pace,
        )
        self.app = await build_application(settings)
        await self.app.start()
        self._rest = Rest(self.app, self.running, self.folder / "orynda.db")
        assert self.app.listening is not None
        url = "http://{}:{}/clock".format(*self.app.listening)
        await self.sandbox.request("POST", "/sandbox/clock/subscribers", json={"url": url})

    async def at_rest(self) -> bool:
        """Waits until the bot has answered all that was sent to it and has said all that is due; → whether it has."""
        return self._rest is not None and await self._rest.come()

    async def restart(self) -> None:
        """Stops the bot and starts it again."""
        await self.app.stop()
        self._forget()
        await self.start()

    def _forget(self) -> None:
        """Closes the connection that only watches."""
        assert self._rest is not None
        self._rest.close()
        self._rest = None

    async def link(
        self, role: Role = Role.OFFICER, *posts: str, by: int | None = None, at: datetime | None = None
    ) -> str:
        """The token of an invitation's link, made as the coordinator's chat makes it."""
        async with self.app.storage.begin() as work:
            ids = {p.name: p.id for p in await work.people.posts()}
            made = await invite(
                work,
                secret=TOKEN,
                nonce=secrets.token_urlsafe(12),
                role=role,
                post_ids=[ids[post] for post in posts],
                plan_id=None,
                by=by,
                now=at or self.app.clock.now(),
            )
        return made.token

    async def join(
        self,
        name: str,
        *posts: str,
        role: Role = Role.OFFICER,
        language: str = "ru",
        last_name: str | None = None,
    ) -> Phone:
        """A person who opened a link and said yes."""
        phone = await self.sandbox.person(name, last_name=last_name, language=language)
        await phone.start(await self.link(role, *posts))
        await phone.press(texts()(language, "invitation-yes"))
        return phone

    async def coordinator(self, name: str = "Сауле", language: str = "ru") -> Phone:
        return await self.join(name, role=Role.COORDINATOR, language=language)

    # What the database says

    async def report(self, post: str, row: int, period: str = "2024-Q1") -> Obligation:
        """The obligation of a post for the plan's n-th row."""
        async with self.app.storage.read() as work:
            ids = {p.name: p.id for p in await work.people.posts()}
            rows = {a.id: a.position for a in await work.plans.activities(1)}
            return next(
                o
                for o in await work.obligations.of_plan(1)
                if o.post_id == ids[post] and rows[o.activity_id] == row - 1 and o.period == period
            )

    async def evidence(self, obligation: Obligation) -> list[Evidence]:
        async with self.app.storage.read() as work:
            return list(await work.evidence.of_obligations([obligation.id]))

    async def kept_files(self, obligation: Obligation, count: int = 1) -> list[Evidence]:
        """The evidence once so many of its files are on disk."""
        for _ in range(100):
            found = await self.evidence(obligation)
            if sum(1 for e in found if e.sha256) >= count:
                return found
            await asyncio.sleep(0.05)
        raise AssertionError(f"files did not come to disk: {found}")

    async def ask_for_past(self) -> None:
        """The coordinator asks for everything that was due before the plan came in."""
        now, days = self.app.clock.now(), self.app.deps.days
        async with self.app.storage.begin() as work:
            for head in await work.plans.with_status(PlanStatus.LIVE):
                plan = await reporting_rules.live_plan(work, head.id)
                past = beginning(plan.period_start or BEGINS.date(), None)
                await reporting_rules.change(work, plan, past, None, now, days)
        self.app.deps.library.forget()

    async def journal(self, action: str) -> list[JournalLine]:
        async with self.app.storage.read() as work:
            return [line for line in await work.journal.lines(limit=500) if line.action == action]


@asynccontextmanager
async def living(
    folder: Path,
    database: Path | None,
    double_tap: float = 0.0,
    *,
    paced: bool = False,
    over_http: bool = True,
) -> AsyncIterator[World]:
    """A world until the block ends; without a database it begins with nothing.

    In a paced one both Telegram and the bot count how many messages go out in a second, as in life: then what is said
    here waits for nothing but time. Without HTTP the sandbox's doors are called (`tests.talk.direct`).
    """
    if database is not None:
        shutil.copy(database, folder / "orynda.db")
    page = create_app(token=TOKEN, username="orynda_bot", first_name="Орында", now=BEGINS)
    running: Running
    async with serve(page) as running:
        people = Sandbox(running.base_url) if over_http else DirectSandbox(running.base_url, page)
        async with people as sandbox:
            await sandbox.limits(on=paced)
            world = World(sandbox, running, folder, double_tap, paced)
            with nullcontext() if over_http else directly(page):
                await world.start()
            try:
                yield world
            finally:
                await world.app.tasks.close()  # `stop` alone gives its endless loops two seconds to end
                await world.app.stop()
                world._forget()


async def card_of(phone: Phone) -> Message:
    """The newest message of the bot with buttons: the living card."""
    return [m for m in await phone.messages() if m.from_bot and m.buttons][-1]


async def eventually(found: Callable[[], Awaitable[bool]], what: str, seconds: float = 5.0) -> None:
    """Waits until something outside the chat is so."""
    for _ in range(int(seconds / 0.05)):
        if await found():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"it did not come to this: {what}")


async def home(phone: Phone) -> Message:
    """Asks for the home card and waits for it."""
    await phone.send("/tasks")
    return await phone.expect("Сдать")


async def at_row(phone: Phone, title: str) -> Message:
    """Opens the card of a row from the list, by words of its title there; → the card."""
    await home(phone)
    await phone.press("Список")
    listed = await phone.expect("не начато")
    for page in range(1, 20):
        if (number := _number_in(listed, title)) is not None:
            break
        await phone.press("▶️")
        listed = await phone.expect(f"\n{page * 8 + 1}. ")
    await phone.press(f" {number}. ")
    return await phone.expect("План на")


def _number_in(listed: Message, title: str) -> str | None:
    """The number of the row in the list: a button has only the beginning of its title."""
    found = [line for line in listed.text.split("\n")[2:] if title in line]
    return found[0].partition(".")[0] if found else None


async def open_post(coordinator: Phone, post: str) -> Message:
    """Opens the card of a post from the list of them, whichever page it is on; → the card."""
    await coordinator.send("/people")
    listed = await coordinator.expect("Люди и должности")
    for _ in range(9):
        if listed.place(post) is not None:
            break
        await coordinator.press("▶️")
        listed = await coordinator.expect("Люди и должности")
    await coordinator.press(post)
    return await coordinator.expect(post)
