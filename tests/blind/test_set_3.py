"""The third blind set (`tests.blind.held`)."""

from __future__ import annotations

from pathlib import Path

from tests.blind.held import hold


async def test_nothing_is_wrong_in_silence(tmp_path: Path) -> None:
    await hold("set-3.jsonl", 217, tmp_path, over_http=True)
