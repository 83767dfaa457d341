"""The programs of a story: a sandbox and a bot as processes, and how to know that the bot is at rest."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

TOKEN = "1000000001:sandbox-needs-no-secret-but-a-token-has-a-shape"
HOST = "127.0.0.1"
ROOT = Path(__file__).parents[2]
PLANS = ROOT / "documents" / "plans"
PATIENCE = 60.0
LOOK_EVERY = 0.004
SOON = timedelta(seconds=30)
"""What is to be sent later than this waits for the clock to be moved."""


class Stuck(Exception):
    """The bot did not come to rest in time."""


def free_port() -> int:
    """A port where nobody listens now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class Door:
    """Asks one server, over one connection that stays open."""

    def __init__(self, url: str) -> None:
        self._address = url.removeprefix("http://")
        self._connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> bytes:
        """The body of what came back."""
        connection = self._connection or http.client.HTTPConnection(self._address, timeout=PATIENCE)
        self._connection = None  # until the answer has come whole
        connection.request("GET", path)
        content = connection.getresponse().read()
        self._connection = connection
        return content

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


class Machine:
    """A sandbox and a bot on one folder of data, from a moment on (aware)."""

    def __init__(self, folder: Path, begins: datetime) -> None:
        self.folder = folder
        self.begins = begins
        self.url = f"http://{HOST}:{free_port()}"
        self.bot_url = f"http://{HOST}:{free_port()}"
        self.http = httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False)
        self.inside = httpx.Client(base_url=self.bot_url, timeout=PATIENCE, trust_env=False)
        self._sandbox, self._bot = Door(self.url), Door(self.bot_url)
        self.updates = 0
        self._processes: list[subprocess.Popen[bytes]] = []
        self._virtual = begins
        self._since = time.monotonic()

    # Processes

    def environment(self) -> dict[str, str]:
        """What a command of the program is told."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("ORYNDA_")}
        return kept | {
            "ORYNDA_TOKEN": TOKEN,
            "ORYNDA_API_URL": self.url,
            "ORYNDA_DATA_DIR": str(self.folder),
            "ORYNDA_DATABASE_URL": "",
            "ORYNDA_NOW": self.begins.isoformat(),
            "ORYNDA_TIMEZONE": "Asia/Almaty",
            "ORYNDA_LISTEN": self.bot_url.removeprefix("http://"),
            "ORYNDA_WEBHOOK_URL": "",
            "ORYNDA_WEBHOOK_SECRET": "",
            "ORYNDA_DOUBLE_TAP_SECONDS": "0",
            "ORYNDA_SENDING_LIMIT": "0",
        }

    def start_sandbox(self) -> None:
        """The sandbox, without Telegram's limits."""
        port = self.url.rpartition(":")[2]
        begins = self.begins.astimezone(UTC).isoformat()
        self._run("sandbox", "--port", port, "--token", TOKEN, "--now", begins, "--username", "orynda_bot")
        self._until(lambda: self.http.get("/sandbox/state").status_code == 200, "the sandbox")
        self.post("/sandbox/limits", on=False)

    def start_bot(self) -> None:
        """The bot, which hears of the clock."""
        self._run("bot", "run")
        self._until(lambda: self.inside.get("/health").status_code == 200, "the bot")
        self.post("/sandbox/clock/subscribers", url=f"{self.bot_url}/clock")

    def _run(self, *words: str) -> None:
        log = (self.folder / f"{words[0]}.log").open("ab")
        self._processes.append(
            subprocess.Popen(
                [sys.executable, "-m", *words], cwd=ROOT, env=self.environment(), stdout=log, stderr=log
            )
        )

    def _until(self, found: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found():
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        raise Stuck(f"{what} did not start")

    def command(self, *words: str) -> tuple[int, str]:
        """`python -m bot …` → exit status and what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).decode()

    def close(self) -> None:
        """Ends both processes."""
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            process.wait(PATIENCE)
        for one in (self.http, self.inside, self._sandbox, self._bot):
            one.close()

    # The sandbox's doors

    def post(self, path: str, **body: Any) -> Any:
        """Posts JSON; → what came back. Raises where it was refused."""
        answer = self.http.post(path, json=body)
        if answer.is_error:
            raise ValueError(f"{path}: {answer.text}")
        return answer.json()

    def chat(self, person: int, after: int) -> Any:
        """What changed in a chat after that revision."""
        return json.loads(self._sandbox.get(f"/sandbox/people/{person}/chat?after={after}"))

    def file(self, file_id: str) -> bytes:
        """A file's bytes."""
        return self.http.get(f"/sandbox/files/{file_id}").raise_for_status().content

    def move_clock(self, to: datetime) -> None:
        """Moves both clocks on."""
        self.post("/sandbox/clock", to=to.isoformat())
        self._virtual, self._since = to, time.monotonic()

    def tick(self) -> None:
        """Moves both clocks on by a second, at which the bot looks who is to be reminded."""
        self.post("/sandbox/clock", by=1)
        self._virtual += timedelta(seconds=1)

    # Rest

    def rest(self) -> None:
        """Waits until the bot has taken every update that was sent, and sent what is due."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._is_idle() and self._nothing_waits():
                return
            time.sleep(LOOK_EVERY)
        raise Stuck(f"{self.updates} updates; {self._waiting()}")

    def _is_idle(self) -> bool:
        told = self._bot.get("/metrics").decode()
        return _figure(told, "orynda_updates_total") >= self.updates and not _figure(told, "orynda_backlog")

    def _nothing_waits(self) -> bool:
        return not any(self._waiting())

    def _waiting(self) -> list[int]:
        now = self._virtual + timedelta(seconds=time.monotonic() - self._since) + SOON
        due = "SELECT count(*) FROM outbox WHERE state = 'calling' OR (state = 'waiting' AND not_before <= ?)"
        unread = "SELECT count(*) FROM evidence WHERE sha256 IS NULL AND file_id IS NOT NULL AND removed_at IS NULL"
        with closing(self.database()) as connection:
            return [
                connection.execute(due, (now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),)).fetchone()[
                    0
                ],
                connection.execute(unread).fetchone()[0],
            ]

    def view_of(self, person: int) -> str:
        """The name of the view that a person's card shows; "" before the first."""
        with closing(self.database()) as connection:
            row = connection.execute("SELECT view FROM card WHERE person_id = ?", (person,)).fetchone()
        return str(json.loads(row[0])["name"]) if row else ""

    def database(self) -> sqlite3.Connection:
        """The bot's database, to be read."""
        return sqlite3.connect(f"file:{self.folder / 'orynda.db'}?mode=ro", uri=True)


def _figure(metrics: str, name: str) -> float:
    """One figure in Prometheus' text format."""
    return float(metrics.partition(f"\n{name} ")[2].partition("\n")[0])


@contextmanager
def machine(begins: datetime, template: Path | None = None, *, bot: bool = True) -> Iterator[Machine]:
    """A running machine; on a copy of the template's data. Without its bot it is for the administrator's commands."""
    with tempfile.TemporaryDirectory(prefix="orynda-transcript-") as name:
        folder = Path(name)
        if template is not None:
            shutil.copytree(template, folder, dirs_exist_ok=True)
        found = Machine(folder, begins)
        try:
            found.start_sandbox()
            if bot:
                found.start_bot()
            yield found
        finally:
            found.close()
