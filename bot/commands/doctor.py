"""`python -m bot doctor`: whether everything that the bot needs is there and answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.commands.error_words import in_words
from bot.data_folder import MB, Disk, seen_by_others
from bot.settings import Settings, SettingsError, load_settings
from core.kernel.errors import DomainError
from storage.private import make_folder


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    words: str


class Amiss(Exception):
    """What was looked at is not as it should be, in words."""


async def examine() -> list[Finding]:
    """Looks at settings, data folder, database, Telegram, calendar and reader, in that order."""
    try:
        settings = load_settings()
    except SettingsError as error:
        return [Finding(False, f"settings: {error}")]
    looks: list[tuple[str, Callable[[Settings], Awaitable[str]]]] = [
        ("data folder", _folder),
        ("database", _database),
        ("telegram", _telegram),
        ("working days", _calendar),
        ("plan reader", _reader),
    ]
    return [Finding(True, "settings"), *[await _look(name, look, settings) for name, look in looks]]


async def _look(name: str, look: Callable[[Settings], Awaitable[str]], settings: Settings) -> Finding:
    try:
        return Finding(True, f"{name}: {await look(settings)}")
    except DomainError as error:
        return Finding(False, f"{name}: {in_words(error)}")
    except Amiss as error:
        return Finding(False, f"{name}: {error}")
    except Exception as error:  # whatever is wrong with it is what the doctor is asked for
        return Finding(False, f"{name}: {type(error).__name__}: {error}")


async def _folder(settings: Settings) -> str:
    make_folder(settings.data_dir)
    probe = settings.data_dir / ".doctor"
    probe.write_bytes(b"ok")
    probe.unlink()
    seen = seen_by_others(settings)
    if seen:
        raise Amiss(
            f"others can get at {len(seen)} of its files and folders ({seen[0]}): a start of the bot closes them"
        )
    disk = Disk(settings)
    if disk.is_low:
        raise Amiss(
            f"{disk.free // MB} MiB are free on its disk, {settings.min_free_mb} are wanted (ORYNDA_MIN_FREE_MB)"
        )
    return f"can be written, by its owner alone; {disk.free // MB} MiB are free"


async def _database(settings: Settings) -> str:
    from bot.commands.output import journal_in_words
    from storage import open_storage

    storage = await open_storage(settings.database, bot_id=settings.bot_id, way_to_sqlite=settings.sqlite)
    try:
        is_whole, words = await journal_in_words(storage)
        async with storage.read() as work:
            waiting = len(await work.inbox.waiting())
    finally:
        await storage.close()
    if not is_whole:
        raise Amiss(words)
    return f"answers, {waiting} updates waiting, {words}"


async def _telegram(settings: Settings) -> str:
    from bot.commands.loading import bot_name

    return f"@{await bot_name(settings)} answers"


async def _calendar(_settings: Settings) -> str:
    from datetime import date

    from bot.workdays import KazakhstanDays

    if KazakhstanDays().is_working_day(date(2024, 3, 25)):
        raise Amiss("25 March 2024 should be a day off: is the package `holidays` current?")
    return "known"


async def _reader(_settings: Settings) -> str:
    from pathlib import Path

    from documents.reading import read_plan

    sample = Path(__file__).parents[2] / "documents" / "plans" / "hospital-2024.docx"
    return f"reads {len(read_plan(sample.read_bytes(), sample.name).activities)} rows of {sample.name}"
