"""The way of one answer: find person and card, let the feature act, write it all at once, then show it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping
from weakref import WeakValueDictionary

from telegram import Update

from core.kernel.errors import (
    ChangedElsewhere,
    DomainError,
    NotAllowed,
    Outdated,
    UnreadableFile,
    UnreadableInput,
)
from core.model.cards import Card, View
from core.ports.unit_of_work import Work
from handlers.card.left_behind import left_behind
from handlers.frame.delivery import NOTHING_LEFT, Messenger, RefusedForGood, bring
from handlers.frame.deps import Deps
from handlers.frame.registry import ANYBODY, Entry, registry
from handlers.frame.render import render
from handlers.frame.screens import Html, Screen
from handlers.frame.turn import NO_VERSION, Tap, Turn
from handlers.frame.views import Home
from handlers.notices.on_behalf import back_to_own
from handlers.officer.access_refusals import no_longer_theirs, stands_in
from handlers.people.join import meet

Choose = Callable[[Turn], Entry | None]

SHOWN_AT_ONCE = 8

log = logging.getLogger(__name__)


class Answering:
    """Runs one update through one feature. The composition root gives it the ports and the messenger."""

    def __init__(self, deps: Deps, messenger: Messenger) -> None:
        self.deps = deps
        self.messenger = messenger
        self._unshown: set[int] = set()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def answer(self, update: Update, choose: Choose) -> None:
        """Acts, commits, shows. A domain error undoes what was done and is told in one line instead."""
        async with self._turn_of(update.effective_user.id if update.effective_user else 0):
            try:
                turn, screen = await self._act(update, lambda turn: self._feature(turn, choose))
            except DomainError as error:
                refusal = error
                turn, screen = await self._act(update, lambda turn: self._refuse(turn, refusal))
            if turn.wakes:
                self.deps.wake()
            await self._bring(turn, screen)

    def _turn_of(self, person_id: int) -> asyncio.Lock:
        """The person's lock: one change of their card at a time, until it is shown. It goes with its last user."""
        lock = self._locks.get(person_id)
        if lock is None:
            lock = self._locks[person_id] = asyncio.Lock()
        return lock

    async def _act(
        self, update: Update, act: Callable[[Turn], Awaitable[None]]
    ) -> tuple[Turn, Screen | None]:
        turn: Turn | None = None
        try:
            async with self.deps.storage.begin() as work:
                turn = await Turn.open(self.deps, work, update)
                await act(turn)
                await turn.close()
                screen = await render(turn) if turn.wants_show else None
                turn.left = await left_behind(turn) if turn.wants_show else {}
        finally:
            # Somebody may have read the plan again before this was committed, or this turn did and it never was.
            if turn is not None and turn.plans_changed:
                self.deps.library.forget()
        return turn, screen

    async def _feature(self, turn: Turn, choose: Choose) -> None:
        if turn.tap is not None and not self._is_meant(turn):
            return
        entry = choose(turn)
        if entry is None:
            raise Outdated("card-outdated")
        if entry.roles != ANYBODY:
            if turn.person is None or turn.person.left_at is not None:
                meet(turn)
                return
            if not turn.person.may(*entry.roles) and not await stands_in(turn, entry.roles):
                raise NotAllowed("not-allowed")
        if entry.own_work and turn.tap is not None and turn.tap.version == NO_VERSION:
            await back_to_own(turn)
        await entry.body(turn)

    def _is_meant(self, turn: Turn) -> bool:
        """Whether a tap is on the current card and not the second half of a double tap."""
        tap = turn.tap
        if tap is None:
            return True
        if tap.version == NO_VERSION:
            entry = registry.taps.get(tap.action)
            if entry is not None and entry.of_message:
                return True
            raise Outdated("card-outdated")
        if self.deps.shown.same_tap(turn.person_id, _meaning(tap), self.deps.double_tap_seconds):
            return False
        if tap.message_id == turn.card.message_id and tap.version == turn.card.version:
            return True
        raise Outdated("card-outdated")

    async def _refuse(self, turn: Turn, error: DomainError) -> None:
        gone = await no_longer_theirs(turn, error)
        if gone is not None:
            await self._say_gone(turn, gone)
            return
        if isinstance(error, ChangedElsewhere):
            turn.saw(error.obligation_id, error.revision)
        if turn.tap is None:
            # What was not understood is said in a line; what changed elsewhere has to be seen whole.
            lost = isinstance(error, UnreadableInput | UnreadableFile)
            show = turn.show_short if lost else turn.show_again
            show(turn.say(error.message_id, **error.args_for_text), **error.for_card)
            return
        turn.toast = turn.plain(error.message_id, **error.args_for_text)
        if isinstance(error, Outdated):  # shown even to who has not joined: a crash may have lost the toast
            turn.place_below = turn.tap.message_id != turn.card.message_id
            turn.show_again(**error.for_card)

    async def _say_gone(self, turn: Turn, error: DomainError) -> None:
        """Home, in the place of a card whose report is somebody else's by now."""
        notice = turn.say(error.message_id, **error.args_for_text)
        if turn.tap is not None:
            turn.toast = turn.plain(error.message_id, **error.args_for_text)
            turn.alert = True
            turn.place_below = turn.tap.message_id != turn.card.message_id
        turn.show(Home(), notice=notice)

    async def _bring(self, turn: Turn, screen: Screen | None) -> None:
        calls: list[Awaitable[object]] = []
        if turn.tap is not None:
            calls.append(self.messenger.answer(turn.tap.query_id, turn.toast, turn.alert))
        if screen is not None:
            action = _meaning(turn.tap) if turn.tap else None
            calls.append(self.bring(turn.card, screen, action, turn.left))
        if turn.gave_up is not None:
            calls.append(self.messenger.strip(turn.person_id, turn.gave_up))
        await asyncio.gather(*calls)

    async def bring(
        self, card: Card, screen: Screen, action: str | None = None, left: Mapping[int, Html] = NOTHING_LEFT
    ) -> None:
        """Shows a card and remembers that it was shown; what fails on the way is shown later (`take_unshown`)."""
        try:
            message_id = await bring(self.messenger, card, screen, left)
        except RefusedForGood:
            code = secrets.token_hex(3)
            log.exception("card %s of %s refused, code %s", card.view.name, card.person_id, code)
            await self._show_home(card, code)
            return
        except Exception:
            self._unshown.add(card.person_id)
            raise
        self._shown(card, message_id, action)

    def _shown(self, card: Card, message_id: int | None, action: str | None = None) -> None:
        self._unshown.discard(card.person_id)
        if message_id is not None:
            self.deps.shown.add(card, message_id, action)

    async def _show_home(self, refused: Card, code: str) -> None:
        """The home card in the place of one that cannot be shown; where that is refused too, nothing more is tried."""
        try:
            async with self.deps.storage.begin() as work:
                turn = await self._out_of_turn(work, refused.person_id)
                turn.place_below = refused.place == "below"
                turn.show(Home(), notice=turn.say("error-unexpected", code=code))
                await turn.close()
                screen = await render(turn)
            self._shown(turn.card, await bring(self.messenger, turn.card, screen))
        except RefusedForGood:
            self._unshown.discard(refused.person_id)
            log.exception("home card of %s refused, code %s", refused.person_id, code)
        except Exception:
            self._unshown.add(refused.person_id)
            raise

    async def _out_of_turn(self, work: Work, person_id: int) -> Turn:
        """A turn that the person did not begin."""
        person, card = await work.people.session(person_id)
        return Turn(self.deps, work, person_id, person, self.deps.shown.known(card).redrawn, self.deps.now())

    def take_unshown(self) -> set[int]:
        """Whose cards could not be brought to Telegram since the last call."""
        taken, self._unshown = self._unshown, set()
        return taken

    async def put(self, person_id: int, change: Callable[[Turn], Awaitable[View]]) -> None:
        """Changes a person's card out of turn (a job is done) and shows it in the message that is the card.

        Waits for the person's own turn to end. What was committed is done: a card that could not be shown then is
        shown later, and nothing is raised, or the job would be done again.
        """
        async with self._turn_of(person_id):
            async with self.deps.storage.begin() as work:
                turn = await self._out_of_turn(work, person_id)
                view = await change(turn)
                await work.cards.save(turn.card.showing(view, "edit"))
            await self._try_to_show(person_id)

    async def show_stale(self) -> int:
        """Shows every card again that a crash kept from being shown; → how many there were."""
        async with self.deps.storage.read() as work:
            cards = await work.cards.stale()
        await self.show_all([card.person_id for card in cards], only_stale=True)
        return len(cards)

    async def show_all(self, person_ids: Iterable[int], *, only_stale: bool = False) -> None:
        """Shows these people's cards, a few at once. One that fails is logged, and is taken up again later.

        `only_stale` leaves alone what their own turn has shown since.
        """
        room = asyncio.Semaphore(SHOWN_AT_ONCE)

        async def show(person_id: int) -> None:
            async with room, self._turn_of(person_id):
                if not only_stale or await self._is_stale(person_id):
                    await self._try_to_show(person_id)

        await asyncio.gather(*(show(person_id) for person_id in person_ids))

    async def _is_stale(self, person_id: int) -> bool:
        async with self.deps.storage.read() as work:
            _, card = await work.people.session(person_id)
        return self.deps.shown.known(card).stale

    async def _try_to_show(self, person_id: int) -> None:
        try:
            await self.show_current(person_id)
        except Exception:
            self._unshown.add(person_id)
            log.warning("card of %s not shown", person_id, exc_info=True)

    async def show_current(self, person_id: int) -> None:
        """Shows a person's card as it is in the database now."""
        async with self.deps.storage.read() as work:
            turn = await self._out_of_turn(work, person_id)
            screen = await render(turn)
        await self.bring(turn.card, screen)


def _meaning(tap: Tap) -> str:
    """What two taps share that count as one double tap."""
    entry = registry.taps.get(tap.action)
    return tap.meaning(is_step=entry is not None and entry.step)
