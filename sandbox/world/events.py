"""Server-sent events: one queue for each listener; nothing is made where nobody listens."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

KEEP_ALIVE_SECONDS = 15.0


class Hub:
    """Hands every event to every listener."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str | None]] = set()

    def emit(self, kind: str, **fields: Any) -> None:
        """Sends `{"type": kind, …fields}` to who listens."""
        if not self._listeners:
            return
        line = json.dumps({"type": kind, **fields}, ensure_ascii=False)
        for queue in self._listeners:
            queue.put_nowait(line)

    def close(self) -> None:
        """Ends every stream (the server is stopping)."""
        for queue in self._listeners:
            queue.put_nowait(None)

    async def stream(self) -> AsyncIterator[str]:
        """The body of an event stream: `data:` lines, and a comment now and then to keep the line open."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield ": hello\n\n"
            while True:
                try:
                    line = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if line is None:
                    return
                yield f"data: {line}\n\n"
        finally:
            self._listeners.discard(queue)
