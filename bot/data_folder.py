"""The folder of the bot's data: whose alone it is, and how much room there is on its disk."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import structlog

from bot.settings import Settings
from storage.engine import database_file
from storage.private import close_to_others, data, open_to_others

MB = 1 << 20

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


class Disk:
    """The room that is left for what the bot writes, where its files lie and where an SQLite database lies."""

    def __init__(self, settings: Settings) -> None:
        database = database_file(settings.database)
        self._places = [settings.data_dir, *([database.parent] if database is not None else [])]
        self._wanted = settings.min_free_mb * MB

    @property
    def free(self) -> int:
        """Bytes."""
        return min(shutil.disk_usage(_there(place)).free for place in self._places)

    @property
    def is_low(self) -> bool:
        """Less is free than the settings want: time to see to it."""
        return self.free < self._wanted

    @property
    def is_for_reports_alone(self) -> bool:
        """So little that files must wait: the rest is for what people report, which takes little."""
        return self.free < self._wanted // 2


def _there(place: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    place = place.absolute()
    while not place.exists():
        place = place.parent
    return place


def _data(settings: Settings) -> list[Path]:
    folder = settings.data_dir
    return list(data(folder, database_file(settings.database), files_of(settings)))
