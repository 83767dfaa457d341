"""The bot as a process of its own, started as people start it and killed as a power cut would."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
BEGINS = "2024-03-26T04:00:00+00:00"
START_SECONDS = 30.0
STOP_SECONDS = 20.0


class BotProcess:
    """`python -m bot run` in a new data folder of its own; its log goes on over restarts."""

    def __init__(self, folder: Path, api_url: str, token: str) -> None:
        folder.mkdir()
        self._folder = folder
        self._log = folder / "bot.log"
        self._logged = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._environment = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(REPOSITORY),
            "ORYNDA_TOKEN": token,
            "ORYNDA_API_URL": api_url,
            "ORYNDA_DATA_DIR": str(folder),
            "ORYNDA_NOW": BEGINS,
            "ORYNDA_LISTEN": "127.0.0.1:0",
            "ORYNDA_DOUBLE_TAP_SECONDS": "0",  # the script answers faster than a hand
        }
        self.started_at = 0.0

    @property
    def database(self) -> Path:
        return self._folder / "orynda.db"

    @property
    def files(self) -> Path:
        return self._folder / "files"

    def start(self) -> None:
        """Starts it; ready is what answers."""
        with self._log.open("ab") as log:
            self._logged = log.tell()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        self.started_at = time.monotonic()

    def kill(self) -> None:
        """SIGKILL; when this returns the process is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    async def stop(self) -> int:
        """SIGTERM, once it has started; → its exit status. One told to stop while it starts just ends, as by a kill."""
        if self._process is None:
            raise RuntimeError("the bot is not running")
        await self._started()
        self._process.terminate()
        status = await asyncio.to_thread(self._process.wait, STOP_SECONDS)
        self._process = None
        return status

    async def _started(self) -> None:
        """Waits until it says so, or ended by itself. Raises TimeoutError."""
        end = time.monotonic() + START_SECONDS
        while True:
            if self.died is not None or b'"started"' in self._log.read_bytes()[self._logged :]:
                return
            if time.monotonic() > end:
                raise TimeoutError(f"not started in {START_SECONDS:g} s")
            await asyncio.sleep(0.05)

    @property
    def died(self) -> int | None:
        """Its exit status where it ended by itself."""
        return None if self._process is None else self._process.poll()

    def log_tail(self, lines: int = 20, most: int = 600) -> str:
        """The end of its log; of a long line the end, where an exception says what it is."""
        return "\n".join(
            line if len(line) <= most else f"{line[:200]} … {line[200 - most :]}"
            for line in self._lines()[-lines:]
        )

    def errors(self) -> list[dict[str, Any]]:
        """What it logged as an error, over all its lives; a line cut short by a kill is none."""
        found = []
        for line in self._lines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and entry.get("level") in ("error", "critical"):
                found.append(entry)
        return found

    def _lines(self) -> list[str]:
        return self._log.read_text(errors="replace").splitlines() if self._log.exists() else []
