"""`python -m bot demo` as a newcomer runs it: a process of its own, stopped by Ctrl+C."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS_TO_PAGE = 60.0
SECONDS_TO_STOP = 20.0


class RunningDemo:
    """The process, the address it printed, and after `stop` what else it said."""

    def __init__(self, port: int = 0) -> None:
        begun = time.monotonic()
        # A process group of its own, as a terminal gives it: Ctrl+C reaches the bot's own processes too.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo", "--port", str(port)],
            cwd=ROOT,
            env={key: value for key, value in os.environ.items() if not key.startswith("ORYNDA_")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._lines: list[str] = []
        self._first = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._first.wait(SECONDS_TO_PAGE)
        self.seconds_to_page = time.monotonic() - begun
        found = re.search(r"http://\S+", self.said)
        if found is None:
            self._process.kill()
            raise AssertionError(f"the demo said no address within {SECONDS_TO_PAGE:g} s: {self.said}")
        self.address = found.group()

    @property
    def said(self) -> str:
        """All that stands on the terminal."""
        return "".join(self._lines)

    def stop(self) -> int:
        """Ctrl+C; → the exit status. Raises where the demo does not end by itself in time."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGINT)
        try:
            status = self._process.wait(SECONDS_TO_STOP)
        finally:
            if self._process.poll() is None:
                self._process.kill()
        self._reader.join(SECONDS_TO_STOP)
        return status

    def left_behind(self) -> bool:
        """Whether some process that the demo started is still there."""
        try:
            os.killpg(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)
            self._first.set()
        self._first.set()
