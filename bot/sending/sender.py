"""Calls to Telegram in two lanes: answers to people first, bulk with what the budget leaves (decision 6)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import aiohttp
import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.metrics import Metrics
from bot.sending.budget import CHAT_PAUSE, Budget, Lane
from bot.sending.refusals import (
    CardGone,
    ChatMoved,
    NotDelivered,
    QueryTooOld,
    Refused,
    TryLater,
    Unconfirmed,
    Unreached,
)
from bot.sending.transport import seconds_of

log = structlog.get_logger(__name__)

T = TypeVar("T")
Make = Callable[[Bot], Awaitable[T]]
"""Makes the call anew at each try: `lambda bot: bot.send_message(chat_id, "…")`."""

OnUnreached = Callable[[int], Awaitable[None]]

PATIENCE = 60.0
"""Seconds that a call waits for floods and lost connections to pass before it gives up with TryLater."""

PAUSES = (0.3, 1.0, 3.0, 10.0)

_NOT_MODIFIED = "message is not modified"
_TOO_OLD = ("query is too old", "query id is invalid")
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
)
_NOBODY = ("chat not found",)
_TOO_LARGE = "request entity too large"


class Sender:
    """The only way out to people.

    `idempotent` says that a call may be repeated when nobody knows whether it was done: an edit, an answer to a
    tap, or a message of which two are better than none. `cost` is how many messages it makes (an album: as many
    as it has parts; an answer to a tap, a download, a deletion: 0); `is_new` is False for an edit. Raises one of
    `bot.sending.refusals`.
    """

    def __init__(
        self,
        bot: Bot,
        limit_per_second: float,
        on_unreached: OnUnreached,
        metrics: Metrics,
        *,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._bot = bot
        self._budget = Budget(limit_per_second)
        self._on_unreached = on_unreached
        self._metrics = metrics
        self._pauses = pauses

    async def answer(
        self,
        make: Make[T],
        chat_id: int,
        *,
        idempotent: bool,
        cost: int = 1,
        is_new: bool = True,
        patience: float = PATIENCE,
    ) -> T | None:
        """A call that a person waits for. → what it gives, None where Telegram says nothing was modified."""
        return await self._send("answer", make, chat_id, idempotent, cost, is_new, patience)

    async def bulk(
        self,
        make: Make[T],
        chat_id: int,
        *,
        idempotent: bool = False,
        cost: int = 1,
        patience: float = PATIENCE,
    ) -> T | None:
        """A call that nobody waits for; one message a second in a chat."""
        return await self._send("bulk", make, chat_id, idempotent, cost, True, patience)

    async def _send(
        self,
        lane: Lane,
        make: Make[T],
        chat_id: int,
        idempotent: bool,
        cost: int,
        is_new: bool,
        patience: float,
    ) -> T | None:
        until, attempt = time.monotonic() + patience, 0
        while True:
            if cost:
                self._hold_up_nobody(lane, chat_id, until)
                await self._budget.take(lane, chat_id, cost, is_new=is_new)
            try:
                result = await make(self._bot)
            except TelegramError as error:
                if isinstance(error, BadRequest) and _NOT_MODIFIED in str(error).lower():
                    self._taken(lane, cost)
                    return None
                pause = await self._pause_after(error, lane, chat_id, idempotent, attempt, cost)
                if time.monotonic() + pause > until:
                    raise TryLater(pause, str(error)) from error
                if not (cost and isinstance(error, RetryAfter)):  # a chat's pause is the budget's to keep
                    await asyncio.sleep(pause)
                attempt += 1
            else:
                self._taken(lane, cost)
                return result

    def _taken(self, lane: Lane, cost: int) -> None:
        if cost:
            self._budget.taken()
        self._count(lane, "ok")

    def _hold_up_nobody(self, lane: Lane, chat_id: int, until: float) -> None:
        """Raises TryLater where the chat keeps the call waiting for too long: others' messages wait behind it."""
        wait = self._budget.wait_for_chat(lane, chat_id)
        if wait > max(until - time.monotonic(), CHAT_PAUSE):
            raise TryLater(wait, "the chat takes nothing for now")

    async def _pause_after(
        self, error: TelegramError, lane: Lane, chat_id: int, idempotent: bool, attempt: int, cost: int
    ) -> float:
        """Seconds until the call is to be made again; raises what it came to where it is not."""
        if isinstance(error, RetryAfter):
            self._count(lane, "flood")
            self._metrics.floods.inc()
            if cost:
                self._budget.flooded(chat_id, seconds_of(error))
            log.warning("flood", lane=lane, chat_id=chat_id, retry_after=seconds_of(error))
            return seconds_of(error)
        refusal = _refusal_of(error)
        if refusal is None and (idempotent or was_never_sent(error)):
            self._count(lane, "retry")
            return self._pauses[min(attempt, len(self._pauses) - 1)]
        refusal = refusal or Unconfirmed(str(error))
        self._count(lane, type(refusal).__name__)
        if isinstance(refusal, Unreached):
            await self._on_unreached(chat_id)
        raise refusal from error

    def _count(self, lane: Lane, outcome: str) -> None:
        self._metrics.calls.labels(lane, outcome).inc()


def was_never_sent(error: BaseException) -> bool:
    """Whether a network error came before anything was sent: no connection was made, or none was free."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
            return True
        cause = cause.__cause__
    return False


def _refusal_of(error: TelegramError) -> NotDelivered | None:
    """What an error means, None where it is the network's or a 5xx. PTB changes the case of descriptions."""
    words = str(error).lower()
    if isinstance(error, Forbidden) or any(part in words for part in _NOBODY):
        return Unreached(str(error))
    if isinstance(error, ChatMigrated):
        return ChatMoved(error.new_chat_id)
    if any(part in words for part in _TOO_OLD):
        return QueryTooOld(str(error))
    if any(part in words for part in _GONE):
        return CardGone(str(error))
    if isinstance(error, BadRequest) or not isinstance(error, NetworkError) or _TOO_LARGE in words:
        return Refused(str(error))
    return None
