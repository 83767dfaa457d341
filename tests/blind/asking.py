"""Types what a blind set has on a card of the living bot, and looks into the database for what was made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.model.delegation import Substitution
from core.model.obligations import Obligation, ReportState
from core.plan.reports import Draft, Evidence, Outcome
from sandbox.client.client import Phone
from tests.blind.rows import POSTS, officer_of
from tests.talk.worlds import World

ROW_OF = {"forecast": "staff", "reason": "staff", "paper": "tick", "leave": "staff"}
"""On which row a kind is asked that names none."""

BEFORE = {
    "figure": Draft(),
    "reason": Draft(outcome=Outcome.PARTIAL, figures={"main": Decimal(30)}),
    "forecast": Draft(outcome=Outcome.PARTIAL, figures={"main": Decimal(30)}, reason="Ждём поставку"),
}
"""What is recorded already when each kind is asked."""

MOST_RESTS = 60
SUBSTITUTE = "Айгүл"
WHO = {"ru": "Назначить замещающего", "kk": "Орнымды", "en": "Name a substitute"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What is in the database after a text, and what the bot said last."""

    draft: Draft
    papers: Sequence[Evidence]
    leave: Substitution | None
    today: date
    said: str


class Asker:
    """Types on the cards of one world; each row and language has an officer of its own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._phones: dict[tuple[str, str], Phone] = {}
        self._reports: dict[str, int] = {}
        self._substitute: Phone | None = None

    async def ask(self, item: dict[str, Any]) -> Taken:
        """Asks what the item is an answer to, and types it."""
        kind, row = item["kind"], item.get("row") or ROW_OF[item["kind"]]
        phone = await self._phone(row, item["lang"])
        await self._rest()
        o = await self._obligation(row)
        await self._forget(o, BEFORE.get(kind, Draft()))
        if kind == "leave":
            await self._ask_for_leave(phone, item["lang"])
        else:
            await phone.send("/report")
            if kind == "paper":
                await phone.press("📎")
        await phone.send(item["text"])
        await self._rest()
        said = (await phone.last()).text
        async with self.world.app.storage.read() as work:
            after = await work.obligations.get(o.id)
            kept = await work.evidence.of_obligations([o.id])
            leaves = await work.substitutions.standing(self.world.app.deps.today())
        assert after is not None
        papers = [e for e in kept if e.removed_at is None]
        return Taken(after.draft, papers, next(iter(leaves), None), self.world.app.deps.today(), said)

    async def _phone(self, row: str, language: str) -> Phone:
        if (row, language) not in self._phones:
            self._phones[row, language] = await officer_of(self.world, row, language)
        return self._phones[row, language]

    async def _rest(self) -> None:
        """Waits until the bot has done all: on a busy machine that is longer than a person waits."""
        for _ in range(MOST_RESTS):
            if await self.world.at_rest():
                return
        raise AssertionError("the bot does not come to rest")

    async def _obligation(self, row: str) -> Obligation:
        """The report of the first quarter on that row."""
        async with self.world.app.storage.read() as work:
            if row not in self._reports:
                ids = {p.name: p.id for p in await work.people.posts()}
                owed = [o for plan in (1, 2) for o in await work.obligations.of_plan(plan)]
                self._reports |= {o_row: _first(owed, ids[post]).id for o_row, post in POSTS.items()}
            found = await work.obligations.get(self._reports[row])
        assert found is not None
        return found

    async def _forget(self, o: Obligation, draft: Draft) -> None:
        """The report as it stands when the item is typed: no paper, nobody on leave, that much recorded."""
        async with self.world.app.storage.begin() as work:
            now = self.world.app.clock.now()
            for piece in await work.evidence.of_obligations([o.id]):
                await work.evidence.remove(piece.id, now)
            for leave in await work.substitutions.standing(self.world.app.deps.today()):
                await work.substitutions.end(leave.id, now)
            assert await work.obligations.save_draft(o.id, o.revision, draft, ReportState.DRAFT)

    async def _ask_for_leave(self, phone: Phone, language: str) -> None:
        if self._substitute is None:
            self._substitute = await self.world.join(SUBSTITUTE, POSTS["gauges"])
        await phone.send("/settings")
        await phone.press(WHO[language])
        await phone.press(SUBSTITUTE)


def _first(owed: Sequence[Obligation], post_id: int) -> Obligation:
    return next(o for o in owed if o.post_id == post_id and o.period == "2024-Q1")
