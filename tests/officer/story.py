"""Some people around three posts, and what they may do, each act by its name and a number that chooses among its ways."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta

from core.kernel.errors import DomainError
from core.model.obligations import Obligation
from core.model.people import Role
from core.model.requests import Request
from core.people.handover import hand_over
from core.people.substituting import name_substitute
from sandbox.client.client import Phone
from tests.crash.phonecard import Card, card_in
from tests.officer.engineering_plan import POST
from tests.officer.mixed_plan import ECONOMIST, METROLOGIST
from tests.talk.test_evidence import picture
from tests.talk.worlds import World

QUIET = 0.02

TYPED = (
    "3",
    "5,8 млн",
    "0",
    "нет",
    "97,5 %",
    "12-ө от 05.03.2024",
    "поставщик задержал, к 15 мая",
    "30 июня",
    "сделано",
    "МБ 80, ЧИ 40",
    "200 млрд",
    "ъ",
)
COMMANDS = ("/tasks", "/report", "/history", "/cancel", "/settings", "/joint")
CAPTIONS = ("", "Акт № 5 от 10.03.2024, 12", "сделано", "закупили на 5,8 млн")
DAYS = ("30.04.2024", "15.05.2024", "01.08.2024")

ASKED = (
    (("rqset", "report"), ("rqset", "why")),
    (("rqfor", "work"), ("rqset", "work"), ("rqset", "why")),
    (("rqnot",), ("rqset", "why")),
)
"""The ways of a request from its first card on: another day for the report or the work, or not required."""


class Story:
    """The people: `officer` and `colleague` on one post, the other posts' `metrologist` and `economist`, a `manager`,
    a `chief` who coordinates. Those who only look into the chat now and then say which card they want first.
    """

    def __init__(self, world: World, phones: dict[str, Phone]) -> None:
        self.world = world
        self.phones = phones
        self.officer, self.manager, self.chief = phones["officer"], phones["manager"], phones["chief"]
        self.done: Counter[str] = Counter()

    async def act(self, action: str, number: int) -> None:
        await getattr(self, action.replace(" ", "_"))(number)
        await self.officer.settled(quiet=QUIET)
        self.done[action] += 1

    # The officer, on the card that is there

    async def press(self, number: int) -> None:
        await self._press(self.officer, number)

    async def type(self, number: int) -> None:
        await self.officer.send(TYPED[number])

    async def photo(self, number: int) -> None:
        await self.officer.photo(picture(number), CAPTIONS[number])

    async def command(self, number: int) -> None:
        await self.officer.send(COMMANDS[number])

    async def answer(self, number: int) -> None:
        await self._answers(self.officer, number)

    async def all_as_planned(self, number: int) -> None:
        await self._through(self.officer, "/tasks", ("bulk",), ("bulkok",))

    async def hand_in(self, number: int) -> None:
        """What is ready; a correction after closing with its reason."""
        await self._hand_in(self.officer)

    async def ask(self, number: int) -> None:
        await self._through(self.officer, "/report", ("rq",), *ASKED[number % 3])

    async def ask_back(self, number: int) -> None:
        await self._through(self.officer, "/report", ("rq",), ("rqback",))

    # The others, each from the beginning

    async def colleague(self, number: int) -> None:
        await self._answers(self.phones["colleague"], number)

    async def metrologist(self, number: int) -> None:
        await self._other(self.phones["metrologist"], number)

    async def economist(self, number: int) -> None:
        await self._other(self.phones["economist"], number)

    async def both(self, number: int) -> None:
        """The two who share rows with the officer report on all that they owe now."""
        for phone in (self.phones["metrologist"], self.phones["economist"]):
            for at in range(5):
                await phone.send("/report")
                if not await self._tap(phone, ("plan",)):
                    await phone.send(str(7 + (number + at) % 2))
            await self._hand_in(phone)

    async def correct(self, number: int) -> None:
        """Opens something that was handed in, says it otherwise, and hands it in with its reason."""
        if await self._through(self.officer, "/history", ("hlist",), ("past",), ("card",)):
            await self.officer.send(("97,5 %", "12", "нет")[number % 3])
            for more in ("sure", "why", "when"):
                await self._tap(self.officer, (more,))
            await self._hand_in(self.officer)

    async def accept(self, number: int) -> None:
        """Some of what waits, one after the other."""
        await self._through(self.manager, "/review", ("srep",), *[("rvok",)] * (number + 1))

    async def _other(self, phone: Phone, number: int) -> None:
        """Takes part in somebody else's row, or answers some of their own and hands in."""
        way, choice = number % 5, number // 5
        if way == 0:
            await self._through(phone, "/joint", ("jrow",))
            await phone.send(TYPED[choice % len(TYPED)])
        elif way == 1:
            await self._through(phone, "/joint", ("jrow",))
            await phone.photo(picture(choice), CAPTIONS[choice % len(CAPTIONS)])
        elif way == 2:
            await self._through(phone, "/joint", ("jrow",), ("jback",))
        else:
            await self._answers(phone, choice)
            await self._answers(phone, choice // 2)
            await self._hand_in(phone)

    async def manage(self, number: int) -> None:
        """Through what waits: accepts, or presses something else."""
        await self._through(self.manager, "/review", ("srep",))
        if number % 2 or not await self._tap(self.manager, ("rvok",)):
            await self._press(self.manager, number // 2)

    async def look(self, number: int) -> None:
        """A manager opens some report from the notice about it, and presses one of its buttons."""
        await self._opens(number // 6)
        await self._press(self.manager, number % 6)

    async def give_back(self, number: int) -> None:
        await self._opens(number)
        await self._tap(self.manager, ("rvback",))
        await self.manager.send("уточните сумму")

    async def require_again(self, number: int) -> None:
        for o in await self._owed():
            if o.excused:
                await self._notice(self.manager, f"0.srep.{o.id}.0")
                await self._tap(self.manager, ("require",))
                return

    async def decide(self, number: int) -> None:
        """On the last request, whatever became of it: yes, no without a word, no with one; on an older one sometimes."""
        asked = [r.id for o in await self._owed() for r in await self._asked(o.id)]
        request = max(asked, default=1) if number < 8 else min(asked, default=1)
        way = ("rqyes.{}", "rqyes.{}", "rqno.{}.x", "rqno.{}")[number % 4].format(request)
        await self._notice(self.manager, f"0.{way}")
        if number % 4 == 3:
            await self.manager.send("не сейчас")

    async def on_behalf(self, number: int) -> None:
        """The chief reports for a post, or goes on with it, or ends it."""
        if number % 3 == 0:
            await self._through(self.chief, "/people", ("post", await self._post(number // 3)), ("behalf",))
        await self._answers(self.chief, number // 3)
        if number % 3 == 2:
            await self._hand_in(self.chief)
            await self._through(self.chief, "/tasks", ("behalfend",))

    async def rule(self, number: int) -> None:
        """The chief has everybody report, or one again; or asks for files, or not; or moves the due day."""
        part, value = (
            ("who", "each"),
            ("who", "one"),
            ("due", "10"),
            ("due", "5"),
        )[number % 4]
        await self._through(self.chief, "/rules", ("rset", 1, part))
        card = await self._card(self.chief)
        if card is not None and await self._press_tap(self.chief, card, ("rtry", 1, part, value)):
            await self._tap(self.chief, ("ruleok",))

    async def owner(self, number: int) -> None:
        """The chief gives some row to some post."""
        row, post = number % 7 + 1, await self._post(number // 7)
        await self._through(
            self.chief, "/plans", ("pl",), ("orows",), ("orow", 1, row), ("own", 1, row, post)
        )

    async def stand_in(self, number: int) -> None:
        """The manager reports, where somebody's leave or a hand-over lets them."""
        await self._answers(self.manager, number)
        if number % 2:
            await self._hand_in(self.manager)

    async def substitute(self, number: int) -> None:
        await self._refusable(self._names_substitute(number))

    async def hand_over(self, number: int) -> None:
        pair = (self.officer, self.manager) if number else (self.manager, self.officer)
        await self._refusable(self._hands_over(*pair))

    # What happens to all

    async def restart(self, number: int) -> None:
        await self.world.app.tasks.close()  # else its endless loops take two seconds to end
        await self.world.restart()

    async def many_days(self, number: int) -> None:
        """Long enough for a period to close."""
        await self.days(number + 12)

    async def days(self, number: int) -> None:
        # Not by `move_clock`: it would complain of the bot that was stopped before a restart.
        seconds = timedelta(days=number).total_seconds()
        await self.world.sandbox.request("POST", "/sandbox/clock", json={"by": seconds})

    # How it is done

    async def _owed(self) -> list[Obligation]:
        async with self.world.app.storage.read() as work:
            return list(await work.obligations.of_plan(1))

    async def _asked(self, obligation_id: int) -> list[Request]:
        async with self.world.app.storage.read() as work:
            return await work.requests.of_obligation(obligation_id)

    async def _post(self, number: int) -> int:
        async with self.world.app.storage.read() as work:
            posts = {p.name: p.id for p in await work.people.posts()}
        names = [name for name in (POST, METROLOGIST, ECONOMIST) if name in posts]
        return posts[names[number % len(names)]]

    async def _opens(self, number: int) -> None:
        """One of the reports that were handed in, or the first of all."""
        owed = await self._owed()
        found = [o for o in owed if o.version] or owed
        await self._notice(self.manager, f"0.srep.{found[number % len(found)].id}.0")

    async def _notice(self, phone: Phone, data: str) -> None:
        """A button of a notice, which stays clickable for ever."""
        first = next(m for m in await phone.messages() if m.from_bot)
        await phone.press_data(first, data, forge=True)

    @staticmethod
    async def _refusable(act: Coroutine[None, None, None]) -> None:
        """What the domain may refuse, such as a leave from a post that was handed over."""
        with contextlib.suppress(DomainError):
            await act

    async def _names_substitute(self, days: int) -> None:
        """The officer goes on leave from today on; the manager stands in."""
        today = self.world.app.clock.now().date()
        async with self.world.app.storage.begin() as work:
            officer = await work.people.get(self.officer.id)
            assert officer is not None
            await name_substitute(
                work,
                officer,
                post_ids=await work.people.posts_of(officer.id),
                absent_id=officer.id,
                substitute_id=self.manager.id,
                starts=today,
                ends=today + timedelta(days=days),
                today=today,
                now=self.world.app.clock.now(),
            )

    async def _hands_over(self, one: Phone, other: Phone) -> None:
        now = self.world.app.clock.now()
        async with self.world.app.storage.begin() as work:
            post = next(p.id for p in await work.people.posts() if p.name == POST)
            await hand_over(
                work, post, taken_from=one.id, to=other.id, by=self.manager.id, today=now.date(), now=now
            )

    async def _answers(self, phone: Phone, number: int) -> None:
        """Goes on with the walk: as planned or as the others say, not done, in part, a figure; then why and by when."""
        way, choice = number % 6, number // 6
        first = (("gather",), ("plan",), ("none",), ("part",), ("stage",), ("undo",))[way]
        await phone.send("/report")
        if not await self._tap(phone, first):
            await phone.send(TYPED[choice % len(TYPED)])
        for _ in range(4):
            card = await self._card(phone)
            more = next((m for m in ("gsure", "sure", "why", "when") if card and card.has(m)), None)
            if card is None or more is None:
                return
            await self._press_tap(phone, card, (more,))

    async def _hand_in(self, phone: Phone) -> None:
        if not await self._through(phone, "/tasks", ("submit",), ("handin",)):
            return
        card = await self._card(phone)
        if card is not None and {tap[0] for tap in card.taps} - {"lwhy"} == {"submit"}:
            await phone.send("нашлась ошибка в сумме")

    async def _begun(self, phone: Phone, command: str, number: int) -> None:
        await phone.send(command)
        await self._press(phone, number)

    async def _through(self, phone: Phone, command: str, *taps: tuple[object, ...]) -> bool:
        """A command, then these taps for as long as the card has them; → whether it had all."""
        await phone.send(command)
        for tap in taps:
            if not await self._tap(phone, tap):
                return False
        return True

    async def _tap(self, phone: Phone, wanted: tuple[object, ...]) -> bool:
        card = await self._card(phone)
        return card is not None and await self._press_tap(phone, card, wanted)

    @staticmethod
    async def _press_tap(phone: Phone, card: Card, wanted: tuple[object, ...]) -> bool:
        tap = card.tap(str(wanted[0]), *_after_row(card, wanted))
        if tap is not None:
            await phone.press_data(card.message, card.taps[tap][1], forge=True)
        return tap is not None

    async def _press(self, phone: Phone, number: int) -> None:
        """The n-th button of the card, round and round."""
        card = await self._card(phone)
        if card is not None:
            data = [data for _, data in card.taps.values()]
            await phone.press_data(
                card.message, data[number % len(data)], forge=True
            )  # it may just have changed

    @staticmethod
    async def _card(phone: Phone) -> Card | None:
        await phone.settled(quiet=QUIET)
        return card_in(await phone.messages())


def _after_row(card: Card, wanted: tuple[object, ...]) -> tuple[object, ...]:
    """The arguments of a tap; those of a request name the report before what is chosen."""
    if wanted[0] not in ("rqset", "rqfor"):
        return wanted[1:]
    row = next((tap[1] for tap in card.taps if tap[0] == wanted[0]), None)
    return (row, *wanted[1:])


async def people(world: World) -> dict[str, Phone]:
    """Who takes part; a post that the plan does not have is held by nobody."""
    async with world.app.storage.read() as work:
        posts = {p.name for p in await work.people.posts()}
    third, fourth = ([post] if post in posts else [] for post in (METROLOGIST, ECONOMIST))
    joined = await asyncio.gather(
        world.join("Данияр", POST),
        world.join("Ерлан", POST),
        world.join("Болат", *third),
        world.join("Айша", *fourth),
        world.join("Гүлнар", role=Role.MANAGER),
        world.coordinator(),
    )
    names = ("officer", "colleague", "metrologist", "economist", "manager", "chief")
    return dict(zip(names, joined, strict=True))
