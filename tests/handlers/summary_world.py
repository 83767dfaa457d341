"""The hospital's plan in a database of its own, its first quarter reported on in part, and a manager who asks.

As of 10 April 2024: the first quarter was due on Friday, 5 April. One post reported in time, one late; the rest did not.
"""

from __future__ import annotations

import html as html_of
import itertools
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update

from bot.workdays import KazakhstanDays
from core.lifecycle import acceptance, row_owners
from core.model.obligations import Obligation, ReportState
from core.model.people import Person, Role
from core.owed.measures import measures_of
from core.plan.model import ReadPlan
from core.plan.reports import Draft, Evidence, Outcome
from core.ports.unit_of_work import Work
from core.report import draft_steps, record
from documents.reading import read_plan
from handlers.entry.answering import Answering
from handlers.entry.routing import choose
from handlers.frame.delivery import Shown
from handlers.frame.deps import Deps
from handlers.frame.screens import Screen
from locales import texts
from storage import Database, open_storage
from tests.core.report.cards import ANSWERS

MANAGER, OFFICER, LATE_OFFICER = 1, 2, 3
PLAN = Path(__file__).parents[2] / "documents" / "plans" / "hospital-2024.docx"
IN_TIME = datetime(2024, 4, 4, 10, 20, tzinfo=UTC)
LATE = datetime(2024, 4, 9, 4, 0, tzinfo=UTC)
NOW = datetime(2024, 4, 10, 13, 0, tzinfo=UTC)
ECONOMIST, METROLOGIST = "Экономист", "Метролог"


async def seed(path: Path, *, plan: bool = True) -> None:
    """Writes the people, the plan and its reports once; worlds are copies of it."""
    storage = await open_storage(f"sqlite+aiosqlite:///{path}")
    async with storage.begin() as work:
        for id, name, role in (
            (MANAGER, "Гульнара Сериковна", Role.MANAGER),
            (OFFICER, "Айгүл <Сәрсен>", Role.OFFICER),
            (LATE_OFFICER, "Ерлан Қ.", Role.OFFICER),
        ):
            person = Person(
                id=id,
                name=name,
                language="ru",
                roles=frozenset({role}),
                joined_at=IN_TIME,
                language_chosen=True,
            )
            await work.people.save(person)
        if plan:
            await _plan(work)
            await _reports(work)
    await storage.close()


async def _plan(work: Work) -> None:
    read = read_plan(PLAN)
    plan_id = await acceptance.put_forward(
        work, read, source_name=PLAN.name, source_sha256="0" * 64, by=MANAGER, now=IN_TIME
    )
    plan = await acceptance.proposed(work, plan_id)
    plan = plan.model_copy(update={"organisation": "Больница"})
    await acceptance.accept(work, plan, MANAGER, IN_TIME)
    await row_owners.confirm_owners(work, plan_id, MANAGER, IN_TIME, KazakhstanDays())
    posts = {p.name: p.id for p in await work.people.posts()}
    await work.people.hold(OFFICER, posts[ECONOMIST], IN_TIME)
    await work.people.hold(LATE_OFFICER, posts[METROLOGIST], IN_TIME)


async def _reports(work: Work) -> None:
    posts = {p.name: p.id for p in await work.people.posts()}
    rows = {a.id: a.row for a in await work.plans.activities(1)}
    first = [o for o in await work.obligations.of_plan(1) if o.period == "2024-Q1"]
    for at, o in enumerate(o for o in first if o.post_id == posts[ECONOMIST]):
        measures = measures_of(rows[o.activity_id], o.period)
        o = o if at else await _evidence(work, o)
        draft = draft_steps.as_planned(o.draft, measures) if at else draft_steps.not_done(o.draft, measures)
        if not at:
            draft = draft.changed(
                account="Закупки <не> проведены & перенесены. " * 30,
                **ANSWERS,
            )
        await _hand_in(work, OFFICER, o, draft, IN_TIME)
    for o in [o for o in first if o.post_id == posts[METROLOGIST]][:2]:
        draft = draft_steps.as_planned(o.draft, measures_of(rows[o.activity_id], o.period))
        await _hand_in(work, LATE_OFFICER, o, draft, LATE)


async def _hand_in(work: Work, who: int, o: Obligation, draft: Draft, at: datetime) -> None:
    person = await work.people.get(who)
    assert person is not None
    recorded = await record.record(work, person, o, draft, at)
    await record.submit(work, person, [recorded], at, at.date())


async def _evidence(work: Work, o: Obligation) -> Obligation:
    person = await work.people.get(OFFICER)
    assert person is not None
    common: dict[str, Any] = {"id": 0, "obligation_id": o.id, "added_by": OFFICER, "added_at": IN_TIME}
    pieces = [
        Evidence(kind="paper", form="Приказ", number="12-ө", dated=date(2024, 3, 5), **common),
        Evidence(kind="document", file_id="f1", file_name="Акт <1>.pdf", **common),
        *(Evidence(kind="photo", file_id=f"p{page}", album="album", **common) for page in range(3)),
    ]
    for piece in pieces:
        o = await record.attach(work, person, o, piece)
    return o


async def another_plan(deps: Deps, title: str) -> None:
    """A second live plan, with no row in it."""
    async with deps.storage.begin() as work:
        plan_id = await acceptance.put_forward(
            work, ReadPlan(), source_name="b.docx", source_sha256="1" * 64, by=MANAGER, now=IN_TIME
        )
        plan = await acceptance.proposed(work, plan_id)
        parts = {"title": title, "organisation": "Больница", "period_start": date(2024, 1, 1)}
        await acceptance.accept(work, plan.model_copy(update=parts), MANAGER, IN_TIME)


async def correct_first(deps: Deps, why: str) -> None:
    """The first report is submitted once more, as planned."""
    async with deps.storage.begin() as work:
        o, person = await _first(work), await work.people.get(OFFICER)
        row = next(a.row for a in await work.plans.activities(1) if a.id == o.activity_id)
        assert person is not None
        draft = draft_steps.as_planned(o.draft, measures_of(row, o.period))
        recorded = await record.record(work, person, o, draft, LATE)
        await record.submit(work, person, [recorded], LATE, LATE.date(), why)


async def overfill_first(deps: Deps, letter: str) -> None:
    """The first report gets twenty more files, nine versions, and the longest texts that can be sent."""
    long = " ".join([letter * 60] * 24)
    async with deps.storage.begin() as work:
        person = await work.people.get(OFFICER)
        assert person is not None
        common: dict[str, Any] = {"id": 0, "added_by": OFFICER, "added_at": LATE}
        for at in range(20):
            name = f"{at} {letter * 60}.pdf"
            o = await _first(work)
            file = {**common, "obligation_id": o.id, "file_id": f"x{at}", "file_name": name}
            await record.attach(work, person, o, Evidence(kind="document", **file))
        for version in range(9):
            o = await _first(work)
            draft = o.draft.changed(
                account=long, reason=f"{long} {version}", outcome=Outcome.PARTIAL, forecast=LATE.date()
            )
            recorded = await record.record(work, person, o, draft, LATE)
            await record.submit(work, person, [recorded], LATE, LATE.date(), long)


async def return_first(deps: Deps) -> None:
    async with deps.storage.begin() as work:
        o = await _first(work)
        assert await work.obligations.save_draft(o.id, o.revision, o.draft, ReportState.RETURNED)


async def _first(work: Work) -> Obligation:
    return next(o for o in await work.obligations.of_plan(1) if o.version)


class Clock:
    def now(self) -> datetime:
        return NOW


@dataclass
class Phone:
    """Takes what the bot shows, as Telegram would."""

    shown: list[tuple[Screen, int]] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    stripped: list[int] = field(default_factory=list)
    _ids: Any = field(default_factory=lambda: itertools.count(100))

    async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
        self.shown.append((screen, version))
        return int(next(self._ids))

    async def edit(self, person_id: int, message_id: int, screen: Screen, version: int) -> bool:
        self.shown.append((screen, version))
        return True

    async def strip(self, person_id: int, message_id: int) -> None:
        self.stripped.append(message_id)

    async def answer(self, query_id: str, text: str | None, alert: bool) -> None:
        if text:
            self.toasts.append(text)


@dataclass
class Chat:
    """One person's chat with the bot: `send` and `press` act as that person, `text` is what they read."""

    deps: Deps
    person: int
    phone: Phone = field(default_factory=Phone)
    _updates: Any = field(default_factory=lambda: itertools.count(1))

    @property
    def text(self) -> str:
        """The last message without its markup."""
        return html_of.unescape(re.sub(r"</?(b|blockquote)>", "", self.phone.shown[-1][0].text))

    @property
    def labels(self) -> list[str]:
        return [b.label for row in self.phone.shown[-1][0].rows for b in row]

    async def send(self, text: str) -> str:
        user = self._user()
        message = {"message_id": 5, "date": 0, "chat": {"id": self.person, "type": "private"}, "from": user}
        return await self._update({"message": {**message, "text": text}})

    async def press(self, label: str) -> str:
        """Presses the one button whose label begins so."""
        screen, version = self.phone.shown[-1]
        found = [b for row in screen.rows for b in row if b.label.startswith(label)]
        assert len(found) == 1, f"{label!r} among {self.labels}"
        return await self.tap(found[0].data(version))

    async def tap(self, data: str, message_id: int | None = None) -> str:
        """Presses a button of the card, or of another message."""
        async with self.deps.storage.read() as work:
            _, card = await work.people.session(self.person)
        at = message_id or self.deps.shown.known(card).message_id or 5
        chat = {"id": self.person, "type": "private"}
        message = {"message_id": at, "date": 1, "chat": chat, "text": "…"}
        query = {"id": "1", "from": self._user(), "chat_instance": "1", "data": data, "message": message}
        return await self._update({"callback_query": query})

    def _user(self) -> dict[str, Any]:
        return {"id": self.person, "is_bot": False, "first_name": "Имя", "language_code": "ru"}

    async def _update(self, of: dict[str, Any]) -> str:
        update = Update.de_json({"update_id": next(self._updates), **of})
        await Answering(self.deps, self.phone).answer(update, choose)
        return self.text if self.phone.shown else ""


@asynccontextmanager
async def world(seeded: Path, tmp_path: Path, language: str = "ru") -> AsyncIterator[Deps]:
    """A copy of the seeded database, open, with the people's language set."""
    copy = tmp_path / "orynda.db"
    shutil.copy(seeded, copy)
    storage = await open_storage(f"sqlite+aiosqlite:///{copy}")
    async with storage.begin() as work:
        for person in await work.people.everyone():
            await work.people.save(person.model_copy(update={"language": language}))
    try:
        yield _deps(storage)
    finally:
        await storage.close()


def _deps(storage: Database) -> Deps:
    return Deps(
        storage=storage,
        files=None,  # type: ignore[arg-type]  # no file is read here
        texts=texts(),
        clock=Clock(),
        days=KazakhstanDays(),
        zone=ZoneInfo("Asia/Almaty"),
        bot_name="orynda_bot",
        link_secret="secret",
        shown=Shown(storage),
        wake=lambda: None,
        double_tap_seconds=0.0,
    )


def bars(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match("[▓░]{10}", line)]


def share_of(text: str, label: str) -> Decimal:
    """The percentage on the line with that label."""
    line = next(x for x in text.splitlines() if label in x)
    found = re.search(r"(\d+)", line.replace("\u2007", " "))
    assert found is not None
    return Decimal(found[1])
