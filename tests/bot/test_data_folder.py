"""Data that others could get at are closed when the bot starts, and the log says so."""

from __future__ import annotations

from pathlib import Path

from structlog.testing import capture_logs

from bot.data_folder import close_data, seen_by_others
from bot.settings import Settings


def settings(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url="", _env_file=None)


async def test_a_folder_that_was_open_is_closed_at_the_start_and_said(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "orynda.db").write_bytes(b"")
    (folder / "orynda.db").chmod(0o644)
    folder.chmod(0o755)
    assert seen_by_others(settings(folder)) == [folder, folder / "orynda.db"]
    with capture_logs() as said:
        await close_data(settings(folder))
        await close_data(settings(folder))
    assert [(line["log_level"], line["count"]) for line in said] == [("warning", 2)]
    assert seen_by_others(settings(folder)) == []
    assert (folder / "orynda.db").stat().st_mode & 0o777 == 0o600


async def test_a_folder_that_is_not_there_yet_is_no_trouble(tmp_path: Path) -> None:
    with capture_logs() as said:
        await close_data(settings(tmp_path / "none"))
    assert said == []
