"""Plan files on the command line: read under the limits of time and memory that the bot reads under."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bot.commands import cli
from bot.commands.loading import read_by_map
from core.kernel.errors import UnreadableFile
from core.plan.columns import ReadingMap
from core.plan.model import PlanInfo, ReadPlan

PLAN = Path(__file__).parents[2] / "documents" / "plans" / "hospital-2024.docx"
TOO_SLOW = (
    "The file is too complex to be read in time. Leave only the plan’s table in it and send it again.\n"
)


def who_reads(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    return ReadPlan(plan=PlanInfo(title=str(os.getpid())))


def hang(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    while True:
        pass


def eat(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    return ReadPlan(plan=PlanInfo(title=str(len(bytearray(2 << 30)))))


def die(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    os._exit(1)


async def test_a_file_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.plan_reader.read_in_worker", who_reads)
    read = await read_by_map(b"", "plan.csv", ReadingMap())
    assert read.plan.title not in (None, str(os.getpid()))


async def test_a_file_that_takes_more_memory_than_there_is_ends_its_own_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.plan_reader.read_in_worker", eat)
    with pytest.raises(MemoryError):
        await read_by_map(b"", "plan.csv", ReadingMap())
    monkeypatch.setattr("bot.plan_reader.read_in_worker", die)
    with pytest.raises(UnreadableFile, match="file-too-slow"):
        await read_by_map(b"", "plan.csv", ReadingMap())


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_file_that_is_not_read_in_time_is_refused_in_one_sentence(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.plan_reader.read_in_worker", hang)
    monkeypatch.setattr("bot.plan_reader.READING_SECONDS", 0.5)
    monkeypatch.setenv("ORYNDA_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["orynda", "plan", command, str(PLAN)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert capsys.readouterr() == ("", TOO_SLOW)
