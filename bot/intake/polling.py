"""Fetches updates by long polling: get them, keep them, and only then ask for the next ones (decision 3)."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter
from telegram.request import BaseRequest

from bot.sending.transport import seconds_of

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
POLL_SECONDS = 30
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0, 30.0)
CONFLICT_SECONDS = 5.0

Accept = Callable[[Sequence[Mapping[str, Any]]], Awaitable[object]]


class Polling:
    """The loop. `request` carries getUpdates alone; `accept` returns when the updates are durably kept."""

    def __init__(
        self,
        bot: Bot,
        request: BaseRequest,
        accept: Accept,
        *,
        allowed_updates: Sequence[str] = ALLOWED_UPDATES,
        poll_seconds: int = POLL_SECONDS,
        pauses: Sequence[float] = PAUSES,
        conflict_seconds: float = CONFLICT_SECONDS,
    ) -> None:
        self._bot = bot
        self._request = request
        self._accept = accept
        self._allowed = json.dumps(list(allowed_updates))
        self._poll_seconds = poll_seconds
        self._pauses = pauses
        self._conflict_seconds = conflict_seconds
        self._offset: int | None = None
        self._stopping = asyncio.Event()
        self._fetching: asyncio.Task[Any] | None = None
        self._answered_at: float | None = None

    @property
    def age(self) -> float | None:
        """Seconds since Telegram last answered getUpdates; None before the first time."""
        return None if self._answered_at is None else time.monotonic() - self._answered_at

    async def run(self) -> None:
        """Polls until `stop`; errors are logged and waited out, whatever they are."""
        failures, webhook_off = 0, False
        while not self._stopping.is_set():
            try:
                if not webhook_off:
                    webhook_off = await self._bot.delete_webhook()
                await self._once()
                failures = 0
            except asyncio.CancelledError:
                if not self._stopping.is_set():
                    raise
            except Exception as error:
                failures += 1
                await self._wait_out(error, failures)

    def stop(self) -> None:
        """Ends the loop: a poll under way is broken off, keeping what came is not."""
        self._stopping.set()
        if self._fetching is not None:
            self._fetching.cancel()

    async def _once(self) -> None:
        updates = await self._fetch()
        self._answered_at = time.monotonic()
        if not updates:
            # The empty answer confirmed everything before; forgotten, the offset cannot hide updates that are
            # numbered anew after a quiet week.
            self._offset = None
            return
        await self._accept(updates)
        self._offset = int(updates[-1]["update_id"]) + 1

    async def _fetch(self) -> list[dict[str, Any]]:
        """One getUpdates, as raw JSON: an update that the library cannot read must not block the others."""
        query: dict[str, Any] = {"timeout": self._poll_seconds, "allowed_updates": self._allowed}
        if self._offset is not None:
            query["offset"] = self._offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        self._fetching = asyncio.current_task()
        try:
            payload = await self._request.retrieve(url, read_timeout=self._poll_seconds + 10.0)
        finally:
            self._fetching = None
        result: list[dict[str, Any]] = self._request.parse_json_payload(payload)["result"]
        return result

    async def _wait_out(self, error: Exception, failures: int) -> None:
        pause = self._pauses[min(failures, len(self._pauses)) - 1]
        if isinstance(error, RetryAfter):
            pause = seconds_of(error)
        elif isinstance(error, Conflict):
            pause = self._conflict_seconds
        log.warning(
            "no updates", error=type(error).__name__, why=str(error), again_in=pause, failures=failures
        )
        try:
            await asyncio.wait_for(self._stopping.wait(), pause)
        except TimeoutError:
            return
