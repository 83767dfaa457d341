"""The composition root: puts the rooms together into one running bot. Nothing is created at import."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from telegram import Bot, BotCommand, Update

from bot.clock import SystemClock, VirtualClock
from bot.data_folder import MB, Disk, close_data, files_of
from bot.intake.door import Door
from bot.intake.fetching import Fetching
from bot.intake.inbox import Intake
from bot.intake.polling import ALLOWED_UPDATES, Polling
from bot.jobs import SLOW, Jobs
from bot.logs import log_unexpected
from bot.metrics import Metrics
from bot.sending.messenger import CardMessenger, sending
from bot.sending.no_room import NoRoom
from bot.sending.outbox import Outbox, Send
from bot.sending.sender import Sender
from bot.sending.transport import build_bot, build_updates_request, initialize, until_answered
from bot.settings import Settings
from bot.tasks import Tasks
from bot.workdays import KazakhstanDays
from bot.workers import Workers
from core.evidence.quota import Quota
from core.kernel.errors import DomainError
from core.kernel.languages import LANGUAGES
from core.ports.queues import Incoming, Outgoing
from core.ports.repositories import SEALED_AT_ONCE
from core.ports.unit_of_work import Clock, Storage
from documents.samples import sample_names
from handlers.entry.answering import Answering
from handlers.entry.routing import choose, is_for_us
from handlers.frame.delivery import Shown
from handlers.frame.deps import Deps
from handlers.frame.menu import commands_for
from handlers.frame.messages import Poison
from handlers.frame.render import render_message
from handlers.frame.turn import NO_VERSION, Turn
from locales import texts
from reminders.kinds import Reminder
from reminders.push import push
from reminders.registry import sent_again
from reminders.schedule import Schedule
from storage import open_storage
from storage.files import DiskFiles
from storage.full import is_full
from storage.holding import Hold, hold_of, take_patiently

if TYPE_CHECKING:
    from bot.intake.web import WebServer

log = structlog.get_logger(__name__)

STOP_SECONDS = 5.0
"""How long the message that is being sent may take when the bot stops."""

HOLD_SECONDS = 5.0
"""How often the hold on the database is looked after."""

UNHURRIED_SECONDS = 3.0
"""How long a start waits for what Telegram does not take at once, before it listens all the same."""

SWEEP_SECONDS = 5.0
"""How often cards that could not be shown (a long flood, a lost network) are tried again."""


@dataclass(slots=True)
class Parts:
    """What runs with or without: the scheduler, the intake of updates."""

    intake: bool = True
    scheduler: bool = True


class App:
    """One bot. `start`, then `stop`; `run` does both around waiting for `stopping`."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        clock: Clock,
        bot: Bot,
        parts: Parts,
        hold: Hold | None = None,
    ) -> None:
        """`hold` is that of the process which talks to people, taken; it is released at `stop`."""
        self.settings = settings
        self.storage = storage
        self._hold = hold
        self._hold_lost: DomainError | None = None
        self.clock = clock
        self.bot = bot
        self.parts = parts
        self.metrics = Metrics()
        self.days = KazakhstanDays()
        self.tasks = Tasks()
        self._sending = Tasks()
        self.stopping = asyncio.Event()
        self.workers = Workers()
        self.files = DiskFiles(files_of(settings))
        self.sender = Sender(bot, settings.sending_limit, self._unreached, self.metrics)
        self.deps = Deps(
            storage=storage,
            files=self.files,
            texts=texts(),
            clock=clock,
            days=self.days,
            zone=settings.zone,
            bot_name=bot.username,
            link_secret=settings.bot_token,
            shown=Shown(storage),
            wake=self._wake,
            double_tap_seconds=settings.double_tap_seconds,
            quota=Quota(settings.evidence_day_mb * MB, settings.evidence_total_mb * MB),
            samples=sample_names(),
        )
        self.disk = Disk(settings)
        self.no_room = NoRoom(storage, self.sender, self.deps.texts)
        self.answering = Answering(self.deps, CardMessenger(self.sender))
        self.jobs = Jobs(self.deps, self.answering, self.sender, self.workers)
        self.fetching = Fetching(
            storage,
            self.files,
            self.sender,
            clock,
            lambda: self.outbox.poke(),
            self.answering.show_all,
            lambda: not self.disk.is_for_reports_alone,
            lambda people: self.no_room.tell(people, "disk-full-file"),
        )
        self.outbox = Outbox(storage, clock, self.sender, self._render, sent_again, self.metrics, SLOW)
        self.intake = Intake(
            storage,
            clock,
            self._handle,
            self._poisoned,
            self.metrics,
            admits=Door(self._takes_part).admits,
            on_trouble=self._in_trouble,
        )
        self.schedule = Schedule(self.remind)
        self.polling: Polling | None = None
        self.listening: tuple[str, int] | None = None
        self._updates_request = None if settings.webhook_url else build_updates_request(settings)
        self._web: WebServer | None = None

    async def start(self) -> None:
        """Shows again what a crash left unshown, works off what was kept, then listens."""
        self.days.warm(self.clock.now().year)
        if self.parts.intake:
            await self._converse()
        if self.parts.scheduler:
            self.schedule.start()
        log.info(
            "started", bot=self.bot.username, updates="webhook" if self.settings.webhook_url else "polling"
        )

    async def _converse(self) -> None:
        """Everything that talks to people. One process does: what it was sending when it died, it resolves itself."""
        self.tasks.start(self._keep_hold(), name="hold on the database")
        menus = self.tasks.start(self._set_common_menus(), name="menus")
        self.tasks.start(self.deps.shown.run(), name="cards shown")
        self._sending.start(self.outbox.run(), name="outbox")
        self.tasks.start(self.fetching.run(), name="evidence")
        self.tasks.start(self._sweep(), name="cards not shown")
        stale = self.tasks.start(self.answering.show_stale(), name="cards that a crash left")
        # Whoever cannot be shown theirs now (a flood, no network) keeps nobody else waiting for an answer.
        await asyncio.wait({menus, stale}, timeout=UNHURRIED_SECONDS)
        await self.intake.start()
        await self._listen()

    async def run(self) -> None:
        """Runs until `stopping` is set. Everything is closed, also where the start fails.

        Raises DomainError `storage-held` where another process has taken the database over meanwhile.
        """
        try:
            await self.start()
            await self.stopping.wait()
        finally:
            await self.stop()
        if self._hold_lost is not None:
            raise self._hold_lost

    async def stop(self) -> None:
        """Takes nothing new, finishes what is under way, and closes everything."""
        if self.polling is not None:
            self.polling.stop()
        await self.schedule.stop()
        await self.intake.stop()
        self.outbox.stop()
        await self._sending.wait(STOP_SECONDS)
        await self.tasks.close()
        await self._sending.close()
        await self.deps.shown.write()
        await self.workers.close()
        if self._web is not None:
            await self._web.stop()
        if isinstance(self.clock, VirtualClock):
            await self.clock.stop()
        if self._updates_request is not None:
            await self._updates_request.shutdown()
        await self.bot.shutdown()
        await self.storage.close()
        if self._hold is not None:
            await self._hold.release()

    async def _keep_hold(self) -> None:
        """Looks again and again whether the hold is still ours: a database's server that was restarted has let it go."""
        while self._hold is not None:
            await asyncio.sleep(HOLD_SECONDS)
            try:
                await self._hold.take()
            except DomainError as error:
                log.error("another process talks to people on this database: this one stops")
                self._hold_lost = error
                self.stopping.set()
                return
            except Exception as error:
                log.warning("hold on the database not looked after", error=repr(error))

    async def claim_reminders(self) -> list[Reminder]:
        """Claims today's reminders once, and seals the journal; → those claimed now."""
        claimed = await push(self.storage, self.clock, self.days, self.settings.zone)
        full = True
        while full:
            async with self.storage.begin() as work:
                full = await work.journal.seal() == SEALED_AT_ONCE
        return claimed

    async def remind(self) -> None:
        """One tick: today's reminders are claimed once, and sent."""
        claimed = await self.claim_reminders()
        if claimed:
            log.info("reminders", count=len(claimed))
        self.outbox.poke()

    async def _listen(self) -> None:
        if self._updates_request is not None:
            await self._updates_request.initialize()
            self.polling = Polling(self.bot, self._updates_request, self.intake.accept)
            self.tasks.start(self.polling.run(), name="polling")
        if self.settings.address is not None:
            from bot.intake.web import Inside, WebServer, build_web

            secret = self.settings.webhook_secret
            inside = Inside(
                self.storage,
                self.intake,
                self.metrics,
                self.clock,
                self.polling,
                secret.get_secret_value() if secret else None,
                self.schedule.ring if self.parts.scheduler else None,
                self.disk,
            )
            self._web = web = WebServer(build_web(inside), self.settings.address)
            self.listening = await web.start()
        if self.settings.webhook_url and self.settings.webhook_secret is not None:
            await self._begin_webhook()

    async def _begin_webhook(self) -> None:
        """Tells Telegram the address; goes on trying beside everything else where it does not answer at once.

        Raises telegram.error.BadRequest where Telegram refuses the address.
        """
        setting = self.tasks.start(until_answered(self._set_webhook, "setWebhook"), name="webhook")
        await asyncio.wait({setting}, timeout=UNHURRIED_SECONDS)
        if setting.done():
            setting.result()

    async def _set_webhook(self) -> None:
        secret = self.settings.webhook_secret
        await self.bot.set_webhook(
            self.settings.webhook_url,
            secret_token=secret.get_secret_value() if secret else None,
            allowed_updates=ALLOWED_UPDATES,
        )

    async def _handle(self, incoming: Incoming) -> None:
        update = Update.de_json(_lightened(json.loads(incoming.payload)), self.bot)
        if update is None or not is_for_us(update) or update.my_chat_member is not None:
            await self._handle_quietly(incoming, update)
            return
        await self.answering.answer(update, choose)

    async def _handle_quietly(self, incoming: Incoming, update: Update | None) -> None:
        """What gets no reply: groups, and word that somebody blocked the bot or let it in again."""
        async with self.storage.begin() as work:
            change = update.my_chat_member if update is not None else None
            if (
                change is not None
                and incoming.person_id is not None
                and update is not None
                and is_for_us(update)
            ):
                person = await work.people.get(incoming.person_id)
                if person is not None:
                    gone = self.clock.now() if change.new_chat_member.status in ("kicked", "left") else None
                    await work.people.save(person.model_copy(update={"unreached_since": gone}))
            await work.inbox.done(incoming.update_id)

    async def _poisoned(self, incoming: Incoming, error_id: str) -> None:
        """An update was set aside: the person is told, with the code to give to the coordinator."""
        if incoming.person_id is None:
            return
        async with self.storage.begin() as work:
            key, said = f"poison:{incoming.update_id}:{error_id}", Poison(code=error_id)
            await work.outbox.put(key, said.kind, incoming.person_id, said.kept(), self.clock.now())
        self.outbox.poke()

    async def _takes_part(self, person_id: int) -> bool:
        async with self.storage.read() as work:
            person = await work.people.get(person_id)
        return person is not None and person.left_at is None

    async def _in_trouble(self, error: Exception, people: Sequence[int]) -> None:
        """Where the disk is full people are told so, beside what goes on: nobody waits for Telegram here."""
        if is_full(error):
            self.tasks.start(self.no_room.tell(people, "disk-full"), name="disk full")

    async def _unreached(self, chat_id: int) -> None:
        async with self.storage.begin() as work:
            person = await work.people.get(chat_id)
            if person is not None and person.unreached_since is None:
                await work.people.save(person.model_copy(update={"unreached_since": self.clock.now()}))

    async def _render(self, row: Outgoing) -> Sequence[Send]:
        """What to send for a row of the outbox, as things are at this moment."""
        job = self.jobs.kinds.get(row.kind)
        if job is not None:
            return await job(row)
        async with self.storage.read() as work:
            person, card = await work.people.session(row.person_id)
            turn = Turn(self.deps, work, row.person_id, person, card, self.deps.now())
            screen = await render_message(turn, row)
        return [sending(row.person_id, screen, NO_VERSION)] if screen is not None else []

    async def _set_common_menus(self) -> None:
        """The menu of who has not joined, in each language, the first for everybody else."""
        for language in (None, *LANGUAGES):
            listed = commands_for((), self.deps.texts, language or LANGUAGES[0])
            menu = [BotCommand(*one) for one in listed]
            setting = partial(self.bot.set_my_commands, menu, language_code=language)
            try:
                await until_answered(setting, "setMyCommands")
            except Exception as error:
                log_unexpected("menu not set", error)
                return

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            if unshown := self.answering.take_unshown():
                # Not waited for: one chat that takes nothing would keep the others' cards from their next try.
                self.tasks.start(self.answering.show_all(unshown), name="cards shown late")
            self.deps.library.let_go()

    def _wake(self) -> None:
        self.outbox.poke()
        self.fetching.poke()


def _lightened(update: dict[str, Any]) -> dict[str, Any]:
    """Without what the tapped message shows: the card is known here, and each of its buttons would become an object."""
    tap = update.get("callback_query")
    if isinstance(tap, dict) and isinstance(tap.get("message"), dict):
        tap["message"] = {k: v for k, v in tap["message"].items() if k in ("message_id", "date", "chat")}
    return update


async def build_application(
    settings: Settings,
    *,
    storage: Storage | None = None,
    clock: Clock | None = None,
    parts: Parts | None = None,
    patient: bool = False,
) -> App:
    """Opens the database, asks Telegram who the bot is, and puts everything together; nothing runs yet.

    `patient` waits for a Telegram that does not answer.

    Raises SettingsError without a token, telegram.error.InvalidToken for a wrong one, DomainError for a newer database, or for
    one on which another process talks to people already.
    """
    parts = parts or Parts()
    bot = build_bot(settings)
    hold = hold_of(settings.database) if parts.intake else None
    async with AsyncExitStack() as opened:
        if hold is not None:
            opened.push_async_callback(hold.release)
            await take_patiently(hold)
        await close_data(settings)
        storage = storage or await open_storage(
            settings.database, bot_id=settings.bot_id, way_to_sqlite=settings.sqlite
        )
        opened.push_async_callback(storage.close)
        clock = clock or await open_clock(settings.now, storage)
        await initialize(bot, patient=patient)
        opened.pop_all()
    return App(settings, storage, clock, bot, parts, hold)


async def open_clock(begins: datetime | None, storage: Storage) -> Clock:
    """The machine's clock, or the virtual one where its beginning is set."""
    return SystemClock() if begins is None else await VirtualClock.open(storage, begins)
