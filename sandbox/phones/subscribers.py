"""Who asked to be told when the virtual clock jumps: each is told, and its answer waited for."""

import asyncio
from datetime import datetime
from typing import Any

import aiohttp

from sandbox.world.clock import iso

ANSWER_SECONDS = 60.0


class Subscribers:
    """Addresses that take `POST {"now": ISO}`; one that nobody listens at any more is forgotten."""

    def __init__(self) -> None:
        self._urls: dict[str, None] = {}

    def add(self, url: str) -> None:
        """Asks for `url` to be told; asking twice is the same as once."""
        self._urls[url] = None

    async def tell(self, now: datetime) -> list[dict[str, Any]]:
        """Tells all at once; → `[{url, status, error}]`, one for each."""
        if not self._urls:
            return []
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            return list(await asyncio.gather(*(self._tell(session, url, now) for url in self._urls)))

    async def _tell(self, session: aiohttp.ClientSession, url: str, now: datetime) -> dict[str, Any]:
        try:
            async with session.post(url, json={"now": iso(now)}) as answer:
                return {"url": url, "status": answer.status, "error": None}
        except aiohttp.ClientConnectorError as error:
            self._urls.pop(url, None)
            return {"url": url, "status": None, "error": f"forgotten: {error}"}
        except (aiohttp.ClientError, TimeoutError) as error:
            return {"url": url, "status": None, "error": f"{type(error).__name__}: {error}"}
