"""The way of one answer: find person and card, let the feature act, write it all at once, then show it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable

from telegram import Update

from core.cards import Card, View
from core.errors import DomainError, NotAllowed, Outdated
from handlers.deps import Deps
from handlers.registry import ANYBODY, Entry
from handlers.screens import Screen
from handlers.showing import Messenger, bring
from handlers.turn import NO_VERSION, Turn, render

Choose = Callable[[Turn], Entry | None]

SHOWN_AT_ONCE = 8

log = logging.getLogger(__name__)


class Answering:
    """Runs one update through one feature. The composition root gives it the ports and the messenger."""

    def __init__(self, deps: Deps, messenger: Messenger) -> None:
        self.deps = deps
        self.messenger = messenger
        self._unshown: set[int] = set()

    async def answer(self, update: Update, choose: Choose) -> None:
        """Acts, commits, shows. A domain error undoes what was done and is told in one line instead."""
        try:
            turn, screen = await self._act(update, lambda turn: self._feature(turn, choose))
        except DomainError as error:
            refusal = error
            turn, screen = await self._act(update, lambda turn: self._refuse(turn, refusal))
        if turn.wakes:
            self.deps.wake()
        await self._bring(turn, screen)

    async def _act(
        self, update: Update, act: Callable[[Turn], Awaitable[None]]
    ) -> tuple[Turn, Screen | None]:
        async with self.deps.storage.begin() as work:
            turn = await Turn.open(self.deps, work, update)
            await act(turn)
            await turn.close()
            screen = await render(turn) if turn.wants_show else None
        if turn.plans_changed:
            self.deps.library.forget()  # somebody may have read the plan again before this was committed
        return turn, screen

    async def _feature(self, turn: Turn, choose: Choose) -> None:
        if turn.tap is not None and not self._is_meant(turn):
            return
        entry = choose(turn)
        if entry is None:
            raise Outdated("card-outdated")
        if entry.roles != ANYBODY:
            if turn.person is None or turn.person.left_at is not None:
                await _meet_stranger(turn)
                return
            if not turn.person.may(*entry.roles):
                raise NotAllowed("not-allowed")
        await entry.body(turn)

    def _is_meant(self, turn: Turn) -> bool:
        """Whether a tap is on the current card and not the second half of a double tap."""
        tap = turn.tap
        if tap is None or tap.version == NO_VERSION:
            return True
        if self.deps.shown.same_tap(turn.person_id, tap.meaning, self.deps.double_tap_seconds):
            return False
        if tap.message_id == turn.card.message_id and tap.version == turn.card.version:
            return True
        raise Outdated("card-outdated")

    async def _refuse(self, turn: Turn, error: DomainError) -> None:
        if turn.tap is None:
            turn.show_again(notice=turn.say(error.message_id, **error.args_for_text))
            return
        turn.toast = turn.plain(error.message_id, **error.args_for_text)
        if isinstance(error, Outdated):  # shown even to who has not joined: a crash may have lost the toast
            turn.place_below = turn.tap.message_id != turn.card.message_id
            turn.show_again()

    async def _bring(self, turn: Turn, screen: Screen | None) -> None:
        calls: list[Awaitable[object]] = []
        if turn.tap is not None:
            calls.append(self.messenger.answer(turn.tap.query_id, turn.toast, turn.alert))
        if screen is not None:
            action = turn.tap.meaning if turn.tap else None
            calls.append(self.bring(turn.card, screen, action))
        if turn.gave_up is not None:
            calls.append(self.messenger.strip(turn.person_id, turn.gave_up))
        await asyncio.gather(*calls)

    async def bring(self, card: Card, screen: Screen, action: str | None = None) -> None:
        """Shows a card and remembers that it was shown; what fails on the way is shown later (`take_unshown`)."""
        try:
            message_id = await bring(self.messenger, card, screen)
        except Exception:
            self._unshown.add(card.person_id)
            raise
        if message_id is not None:
            self.deps.shown.add(card, message_id, action)

    def take_unshown(self) -> set[int]:
        """Whose cards could not be brought to Telegram since the last call."""
        taken, self._unshown = self._unshown, set()
        return taken

    async def put(self, person_id: int, change: Callable[[Turn], Awaitable[View]]) -> None:
        """Changes a person's card out of turn (a job is done), below what they sent meanwhile, and shows it."""
        async with self.deps.storage.begin() as work:
            person, card = await work.people.session(person_id)
            turn = Turn(self.deps, work, person_id, person, self.deps.shown.known(card), self.deps.now())
            view = await change(turn)
            await work.cards.save(turn.card.showing(view, "edit"))
        await self.show_current(person_id)

    async def show_stale(self) -> int:
        """Shows every card again that a crash kept from being shown; → how many there were."""
        async with self.deps.storage.read() as work:
            cards = await work.cards.stale()
        await self.show_all([card.person_id for card in cards])
        return len(cards)

    async def show_all(self, person_ids: Iterable[int]) -> None:
        """Shows these people's cards, a few at once. One that fails is logged, and is taken up again later."""
        room = asyncio.Semaphore(SHOWN_AT_ONCE)

        async def show(person_id: int) -> None:
            async with room:
                try:
                    await self.show_current(person_id)
                except Exception:
                    self._unshown.add(person_id)
                    log.warning("card of %s not shown", person_id, exc_info=True)

        await asyncio.gather(*(show(person_id) for person_id in person_ids))

    async def show_current(self, person_id: int) -> None:
        """Shows a person's card as it is in the database now."""
        async with self.deps.storage.read() as work:
            person, card = await work.people.session(person_id)
            card = self.deps.shown.known(card)
            turn = Turn(self.deps, work, person_id, person, card, self.deps.now())
            screen = await render(turn)
        await self.bring(card, screen)


async def _meet_stranger(turn: Turn) -> None:
    turn.show("stranger", language=turn.user.language_code if turn.user else None)
