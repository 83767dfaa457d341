"""What else happens around an officer's quarter, scene by scene: requests, reviews, leaves, shared rows, rules.

Each scene begins with a command on each phone that it uses, so that it does not matter where their cards were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.officer.engineering_plan import POST
from tests.officer.mixed_plan import ECONOMIST, METROLOGIST, ROWS
from tests.officer.walkthrough import AfterStep
from tests.officer.watched import WatchedPhone
from tests.talk.test_editions import file_of
from tests.talk.worlds import World

INDICATOR = "Целевой индикатор: Доля исправного оборудования, %;;;;;;;;;"
THREE_DAYS_BEFORE = datetime(2024, 4, 2, 5, 0, tzinfo=UTC)
LATE = tuple(datetime(2024, 4, day, 5, 0, tzinfo=UTC) for day in (8, 9, 10, 11))
"""The working days after the reports were due: who is late is told first, their manager on the third."""

CLOSED = datetime(2024, 5, 28, 5, 0, tzinfo=UTC)
DAY = "30.04.2024"


@dataclass
class Office:
    """Who is in it. `after_step` follows each step on a watched phone; `use` is told what acts once and was pressed."""

    world: World
    officer: WatchedPhone
    metrologist: WatchedPhone
    manager: WatchedPhone
    chief: WatchedPhone
    after_step: AfterStep
    use: Callable[[str], None]

    async def tap(self, phone: WatchedPhone, *taps: tuple[object, ...]) -> None:
        """Taps one after the other; what is not on the card fails."""
        for action, *args in taps:
            await phone.tap(str(action), *args)
            await self.after_step(phone)

    async def type(self, phone: WatchedPhone, *texts: str) -> None:
        for text in texts:
            await phone.type(text)
            await self.after_step(phone)

    async def notice(self, phone: WatchedPhone, action: str) -> None:
        self.use(await phone.notice(action))
        await phone.settled(0.05)
        await self.after_step(phone)

    async def row(self, phone: WatchedPhone) -> int:
        """The report whose card the phone shows."""
        found = phone.card.row
        assert found is not None, phone.card.text
        return found


async def another_day(office: Office) -> None:
    """Asked for and taken back, asked for and granted, from the card; the officer goes on from the notice."""
    officer = office.officer
    await office.type(officer, "/report")
    row = await office.row(officer)
    await office.tap(officer, ("rq",))
    await office.type(officer, DAY)
    await office.tap(officer, ("rqset", row, "why"), ("rq",), ("rqback",), ("rq",), ("rqset", row, "report"))
    await office.tap(officer, ("rqset", row, "why"))
    await office.notice(office.manager, "rqyes")
    await office.notice(officer, "tocard")


async def not_required(office: Office) -> None:
    """Refused with a word, refused without, granted, and required again."""
    officer, manager = office.officer, office.manager
    await office.type(officer, "/report")
    await office.tap(officer, ("next",))
    row = await office.row(officer)
    for way in ("word", "none", "yes"):
        await office.tap(officer, ("rq",), ("rqnot",), ("rqset", row, "why"))
        await office.notice(manager, "rqyes" if way == "yes" else "rqno")
        if way == "word":
            await office.type(manager, "уточните")
        if way == "none":
            await office.tap(manager, ("rqno",))
        await office.type(officer, "/report")
        if way != "yes":
            await office.tap(officer, ("next",))
    await manager.old_notice(f"0.srep.{row}.0")
    await office.tap(manager, ("require",))


async def unreadable(office: Office) -> None:
    """A file turns out to be none after the officer has gone on: they come back to it from the notice.

    People wait a second for a bot that is busy; it fetches the file after four.
    """
    officer = office.officer
    await office.type(officer, "/report")
    await office.world.sandbox.fault("flood", "getFile", times=1, retry_after=4)
    before = officer.card.version
    await officer.document(b"torn", "акт.pdf", mime="application/pdf")
    await officer.sees(lambda card: card.version != before, "the file on the card")
    await officer.type("/tasks")
    await office.notice(officer, "tocard")
    await office.tap(officer, ("unpin",))


async def reminders(office: Office) -> None:
    """Three working days before: another day from the reminder, not today, and on with it."""
    officer = office.officer
    await office.world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    for action in ("snooze", "rqpick"):
        await office.notice(officer, action)
    begin = next(data for _, data, _ in officer.buttons() if data.startswith("0.begin"))
    await officer.old_notice(begin)
    await office.after_step(officer)


async def review(office: Office) -> None:
    """One is accepted, one comes back, is mended from the notice and handed in again."""
    officer, manager = office.officer, office.manager
    await office.type(manager, "/review")
    await office.tap(manager, ("srep",), ("rvok",), ("rvback",))
    await office.type(manager, "нужен акт")
    await office.notice(officer, "tocard")
    await office.tap(officer, ("plan",))
    await office.type(officer, "/tasks")
    await office.tap(officer, ("submit",), ("handin",))


async def correction(office: Office) -> None:
    """After the period has closed: what was handed in, another figure, and why."""
    officer = office.officer
    await office.world.sandbox.move_clock(to=CLOSED)
    await office.type(officer, "/history")
    await office.tap(officer, ("hlist", 1, "2024-Q1"), ("past",), ("card",), ("none",), ("why",), ("when",))
    await office.type(officer, "/history")
    await office.tap(officer, ("hlist", 1, "2024-Q1"), ("past",), ("card",))
    await office.type(officer, "/tasks")
    await office.tap(officer, ("heap", 1, "2024-Q1"), ("submit",), ("handin",))
    await office.type(officer, "ошибка в сумме")


async def another_plan(office: Office) -> None:
    """The chief sends a plan of shared rows, accepts it, has each report, names who gives the indicator's fact."""
    chief = office.chief
    await office.type(chief, "/plans")
    await chief.document(
        file_of(INDICATOR, *ROWS, title="Общий план на 2024 год"), "план.csv", mime="text/csv"
    )
    await chief.sees(lambda card: card.has("edno"), "whether it is a new edition")
    await office.tap(chief, ("edno",), ("rows",), ("pl",), ("accept",))
    if chief.card.has("pl"):
        await office.type(chief, "Больница № 1")
    plan = 2
    await office.tap(chief, ("ownok", plan))
    await office.type(chief, "/rules")
    await office.tap(
        chief, ("rules", plan), ("rset", plan, "who"), ("rtry", plan, "who", "each"), ("ruleok",)
    )
    await office.type(chief, "/plans")
    await office.tap(chief, ("pl", plan), ("inds",), ("ind", plan, 0))
    post = next(tap[3] for tap in chief.card.taps if tap[0] == "iown")
    await office.tap(chief, ("iown", plan, 0, post))


async def shared_rows(office: Office) -> None:
    """The metrologist reports a part; the lead looks at it, asks to go without the rest, waits, and does."""
    metrologist, officer = office.metrologist, office.officer
    await office.type(metrologist, "/report")
    await office.type(metrologist, "5")
    await office.type(metrologist, "/tasks")
    await office.tap(metrologist, ("submit",), ("handin",))
    await office.type(officer, "/tasks")
    await office.tap(officer, ("heap", 2), ("list",), ("card", await _at(office, 2, POST)))
    await office.tap(officer, ("gparts",), ("gpart",), ("gparts",), ("card",), ("gather",))
    await office.tap(officer, ("card",), ("gather",), ("gsure",))


async def _at(office: Office, row: int, post: str) -> int:
    """The report of a post on a row of the second plan."""
    async with office.world.app.storage.read() as work:
        rows = {a.id: a.position for a in await work.plans.activities(2)}
        posts = {p.name: p.id for p in await work.people.posts()}
        return next(
            o.id
            for o in await work.obligations.of_plan(2)
            if o.post_id == posts[post] and rows[o.activity_id] == row - 1
        )


async def leave(office: Office) -> None:
    """The officer names who stands in; who does sees it, the chief undoes it."""
    officer = office.officer
    await office.type(officer, "/settings")
    await office.tap(officer, ("sub",), ("subwho", office.metrologist.id), ("subset",))
    await office.notice(office.metrologist, "home")
    await office.notice(office.chief, "unsub")


async def on_behalf(office: Office) -> None:
    """The chief reports for a post."""
    chief = office.chief
    await office.type(chief, "/people")
    await office.tap(chief, ("post", await _post(office, METROLOGIST)), ("behalf",))
    await office.type(chief, "/report")
    await office.tap(chief, ("next",), ("next",))
    await office.type(chief, "/tasks")
    await office.tap(chief, ("behalfend",))


async def _post(office: Office, name: str) -> int:
    async with office.world.app.storage.read() as work:
        return next(p.id for p in await work.people.posts() if p.name == name)


async def joining(office: Office) -> None:
    """Somebody joins, and the chief takes it back."""
    await office.world.join("Марат", ECONOMIST)
    await office.notice(office.chief, "unjoin")


async def late(office: Office) -> None:
    """The manager is told what is late, and looks at it."""
    for day in LATE:
        await office.world.sandbox.move_clock(to=day)
    await office.notice(office.manager, "over")
    await office.type(office.manager, "/summary")


BEFORE = (another_day, not_required, unreadable, reminders)
AFTER = (review, another_plan, joining, shared_rows, leave, on_behalf, late, correction)
"""The scenes before and after the officer's seventeen rows."""
