"""A process that has imported the bot once: each command of the command line is run in a child forked from it.

`python -m tests.bot.forking` reads a command a line (JSON: words, cwd, env) and answers each with a line: the exit
status, what was printed, what was said of errors. A child is to a command what a process of its own would be: its own
memory, environment, folder, standard output and error, exit status. Only what is imported is there already.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any

from bot import workers

ROOT = Path(__file__).parents[2]
SECONDS = 60.0
MOST_FILES = 1024
IMPORTED = (
    *("bot.commands.cli", "bot.commands.doctor", "bot.commands.exporting", "bot.commands.loading"),
    *("bot.commands.map_file", "bot.commands.output", "bot.running", "tests.has_read"),
)


class CommandLine:
    """The process; `run` is one command in a child of it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bot.forking"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, words: list[str], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Raises RuntimeError where the process is gone, as after a command that took too long."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"words": words, "cwd": str(cwd), "env": env}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{words}: the process of all commands has ended")
        status, out, err = json.loads(answer)
        return subprocess.CompletedProcess(words, status, out, err)

    def close(self) -> None:
        """Ends the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def serve(commands: IO[str], answers: IO[str]) -> None:
    """Runs each command until there are no more."""
    for line in commands:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                _become(json.loads(line), out.fileno(), err.fileno())
            answers.write(json.dumps([_status(child), _whole(out), _whole(err)]) + "\n")
            answers.flush()


def _become(command: dict[str, Any], out: int, err: int) -> None:
    """`python -m bot …` in this child, which ends with it as an interpreter ends."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for ours, its in ((nothing, 0), (out, 1), (err, 2)):
        os.dup2(ours, its)
    os.chdir(command["cwd"])
    os.environ.clear()
    os.environ.update(command["env"])
    time.tzset()
    sys.argv = ["-m", *command["words"]]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
    sys.exit(0)


def _status(child: int) -> int:
    """The exit status once it has ended; what does not end in time is killed."""
    end = time.monotonic() + SECONDS
    pause = 0.001
    while time.monotonic() < end:
        pid, ended = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(ended)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)
    os.kill(child, 9)
    os.waitpid(child, 0)
    raise TimeoutError(f"a command took more than {SECONDS:g} s")


def _whole(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


_serve = workers._serve


def _alone(pipe: Connection, memory_bytes: int) -> None:
    """The life of a document worker without the files that its command has open: its end of the pipe among them."""
    os.closerange(3, pipe.fileno())
    os.closerange(pipe.fileno() + 1, MOST_FILES)
    _serve(pipe, memory_bytes)


def main() -> None:
    """Imports what commands need, then serves. Document workers are forked from their command."""
    for name in IMPORTED:
        import_module(name)
    workers.BEGUN_BY = "fork"
    workers._serve = _alone
    gc.collect()
    gc.freeze()  # or each child would go through all of that again at its end
    serve(sys.stdin, sys.stdout)


if __name__ == "__main__":
    main()
