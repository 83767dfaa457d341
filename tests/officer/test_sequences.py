"""Whatever an officer does, in whatever order: the database holds what the domain allows, and the journal replays to it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.errors import DomainError
from core.handing_over import hand_over
from core.people import Role
from core.substituting import name_substitute
from sandbox.client import Phone
from tests.crash.phonecard import card_in
from tests.officer import invariants
from tests.officer.engineering_plan import POST
from tests.talk.test_evidence import picture
from tests.talk.worlds import World, living

EXAMPLES = int(os.environ.get("ORYNDA_SEQUENCES") or 0)
"""How many random sequences to live through; without it the same few each time, so that a run says the same twice."""

FEW = 25
STEPS = 30

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
COMMANDS = ("/tasks", "/report", "/history", "/cancel", "/settings")
CAPTIONS = ("", "Акт № 5 от 10.03.2024, 12", "сделано", "закупили на 5,8 млн")

OFFICER = st.one_of(
    st.tuples(st.just("press"), st.integers(0, 11)),
    st.tuples(st.just("press"), st.integers(0, 2)),
    st.tuples(st.just("type"), st.integers(0, len(TYPED) - 1)),
    st.tuples(st.just("photo"), st.integers(0, len(CAPTIONS) - 1)),
    st.tuples(st.just("command"), st.integers(0, len(COMMANDS) - 1)),
)
WORLD = st.one_of(
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("days"), st.integers(1, 12)),
    st.tuples(st.just("manage"), st.integers(0, 11)),
    st.tuples(st.just("colleague"), st.integers(0, 5)),
    st.tuples(st.just("all as planned"), st.just(0)),
    st.tuples(st.just("hand in"), st.just(0)),
    st.tuples(st.just("substitute"), st.integers(0, 3)),
    st.tuples(st.just("stand in"), st.integers(0, 5)),
    st.tuples(st.just("hand over"), st.integers(0, 1)),
)
ACTIONS = st.lists(st.one_of(OFFICER, OFFICER, OFFICER, OFFICER, WORLD), min_size=STEPS // 2, max_size=STEPS)


class Story:
    """Some people around one post, and what they do."""

    def __init__(self, world: World, officer: Phone, colleague: Phone, manager: Phone) -> None:
        self.world, self.officer, self.colleague, self.manager = world, officer, colleague, manager
        self.done: Counter[str] = Counter()

    async def act(self, action: str, number: int) -> None:
        match action:
            case "press":
                await self._press(self.officer, number)
            case "type":
                await self.officer.send(TYPED[number])
            case "photo":
                await self.officer.photo(picture(number), CAPTIONS[number])
            case "command":
                await self.officer.send(COMMANDS[number])
            case "restart":
                await self.world.restart()
            case "days":
                # Not by `move_clock`: it would complain of the bot that was stopped before a restart.
                seconds = timedelta(days=number).total_seconds()
                await self.world.sandbox.request("POST", "/sandbox/clock", json={"by": seconds})
            case "manage":
                await self.manager.send("/review")
                await self._quiet(self.manager)
                await self._press(self.manager, number)
            case "colleague":
                await self.colleague.send("/report")
                await self._quiet(self.colleague)
                await self._press(self.colleague, number)
            case "stand in":
                await self.manager.send("/report")
                await self._quiet(self.manager)
                await self._press(self.manager, number)
            case "substitute":
                await self._refusable(self._names_substitute(number))
            case "hand over":
                pair = (self.officer, self.manager) if number else (self.manager, self.officer)
                await self._refusable(self._hands_over(*pair))
            case "all as planned":
                await self._through(self.officer, "/tasks", "bulk", "bulkok")
            case "hand in":
                await self._through(self.officer, "/tasks", "submit", "handin")
        await self._quiet(self.officer)
        self.done[action] += 1

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

    async def _through(self, phone: Phone, command: str, *actions: str) -> None:
        """A command, then taps on these actions for as long as the card has them."""
        await phone.send(command)
        for action in actions:
            await self._quiet(phone)
            card = card_in(await phone.messages())
            tap = card.tap(action) if card else None
            if card is None or tap is None:
                return
            await phone.press_data(card.message, card.taps[tap][1], forge=True)

    async def _press(self, phone: Phone, number: int) -> None:
        """The n-th button of the card, round and round."""
        card = card_in(await phone.messages())
        if card is not None:
            data = [data for _, data in card.taps.values()]
            await phone.press_data(
                card.message, data[number % len(data)], forge=True
            )  # it may just have changed

    @staticmethod
    async def _quiet(phone: Phone) -> None:
        await phone.settled(quiet=0.03)


async def live(template: Path, actions: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with living(Path(folder), template) as world:
            officer = await world.join("Данияр", POST)
            colleague = await world.join("Ерлан", POST)
            manager = await world.join("Гүлнар", role=Role.MANAGER)
            story = Story(world, officer, colleague, manager)
            for action, number in actions:
                await story.act(action, number)
                await invariants.hold(world)


@settings(
    max_examples=EXAMPLES or FEW,
    derandomize=not EXAMPLES,
    deadline=None,
    database=None,
    phases=(Phase.generate,),  # a failing story is short enough to read; making it shorter takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(actions=ACTIONS)
def test_no_sequence_of_acts_leaves_what_the_domain_forbids(
    engineering: Path, actions: list[tuple[str, int]]
) -> None:
    asyncio.run(live(engineering, actions))
