"""The folder of the bot's data: whose alone it is, and how much room there is on its disk."""

from __future__ import annotations

import asyncio
from pathlib import Path

import structlog

from bot.settings import Settings
from storage.engine import database_file
from storage.private import close_to_others, data, open_to_others

log = structlog.get_logger(__name__)


def files_of(settings: Settings) -> Path:
    """Where evidence is kept."""
    return settings.data_dir / "files"


def seen_by_others(settings: Settings) -> list[Path]:
    """What of the data more than its owner may read, write or enter."""
    return list(open_to_others(_data(settings)))


async def close_data(settings: Settings) -> None:
    """Takes away what rights others have to the data, and says so in the log."""
    mended, refused = await asyncio.to_thread(lambda: close_to_others(_data(settings)))
    if mended:
        log.warning("data were open to others, closed now", count=len(mended), first=str(mended[0]))
    if refused:
        log.error("data are open to others and cannot be closed", count=len(refused), first=str(refused[0]))


def _data(settings: Settings) -> list[Path]:
    folder = settings.data_dir
    return list(data(folder, database_file(settings.database), files_of(settings)))
