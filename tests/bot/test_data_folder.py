"""Data that others could get at are closed when the bot starts, and the log says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.data_folder import MB, Disk, close_data, seen_by_others
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


@pytest.mark.parametrize(
    ("free_mb", "is_low", "is_for_reports_alone"),
    [(1000, False, False), (499, True, False), (250, True, False), (249, True, True)],
)
def test_at_half_of_the_room_that_is_wanted_files_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free_mb: int, is_low: bool, is_for_reports_alone: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**12, 0, free_mb * MB))
    disk = Disk(settings(tmp_path / "not" / "there").model_copy(update={"min_free_mb": 500}))
    assert (disk.free, disk.is_low, disk.is_for_reports_alone) == (free_mb * MB, is_low, is_for_reports_alone)
