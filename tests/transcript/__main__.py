"""`python -m tests.transcript --out FILE`, `--compare ONE OTHER`; how to compare two revisions is said in `__init__`."""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.transcript.coverage import not_met
from tests.transcript.phones import Book, Scene
from tests.transcript.running import machine
from tests.transcript.stories import BEGINS, STORIES, make_template, without_logs
from tests.transcript.words import SAID

DIFFERENCES_SHOWN = 20


def main() -> int:
    """→ the exit status: 1 where the two differ."""
    asked = argparse.ArgumentParser(prog="python -m tests.transcript", description=__doc__)
    asked.add_argument(
        "--out", type=Path, help="where to write the transcript (JSON lines; packed where it ends in .gz)"
    )
    asked.add_argument("--compare", type=Path, nargs=2, metavar=("ONE", "OTHER"))
    asked.add_argument(
        "--language", choices=[*SAID], action="append", help="only this one; may be given again"
    )
    asked.add_argument(
        "--story", choices=[*STORIES], action="append", help="only this one; may be given again"
    )
    asked.add_argument("--at-once", type=int, default=2, help="stories played side by side")
    given = asked.parse_args()
    if given.compare:
        return compare(*given.compare)
    if given.out is None:
        asked.error("say --out or --compare")
    books = play(given.language or [*SAID], given.story or [*STORIES], given.at_once)
    write(given.out, books)
    report(books)
    return 0


def play(languages: list[str], stories: list[str], at_once: int) -> list[Book]:
    """Plays each story in each language."""
    with tempfile.TemporaryDirectory(prefix="orynda-template-") as name:
        template = Path(name) / "data"
        with machine(BEGINS, bot=False) as made:
            make_template(made)
            without_logs(made.folder, template)
        books = [Book(story, language) for story in stories for language in languages]
        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(lambda book: _play(book, template), books))
    return books


def _play(book: Book, template: Path) -> None:
    began = time.monotonic()
    with machine(BEGINS, template if book.story == "quarter" else None) as running:
        STORIES[book.story](Scene(running, book))
        for line in (running.folder / "bot.log").read_text().splitlines():
            if any(word in line for word in ('"level": "error"', '"level": "critical"', "Traceback")):
                sys.stderr.write(f"{book.story} {book.language}: {line[:300]}\n")
    sys.stderr.write(
        f"{book.story} {book.language}: {len(book.lines)} steps, {time.monotonic() - began:.0f} s\n"
    )


def write(path: Path, books: list[Book]) -> None:
    """One line a step."""
    lines = [json.dumps(line, ensure_ascii=False, sort_keys=True) for book in books for line in book.lines]
    content = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
    sys.stdout.write(f"{path}: {len(lines)} steps, {len(content)} bytes\n")


def report(books: list[Book]) -> None:
    """What the stories met, and what they did not."""
    total: dict[str, Counter[str]] = {}
    for book in books:
        for name in ("seen", "pressed", "commands", "views"):
            total.setdefault(name, Counter()).update(getattr(book, name))
    for line in not_met(total):
        sys.stdout.write(line + "\n")


def read(path: Path) -> list[Any]:
    content = path.read_bytes()
    text = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    return [json.loads(line) for line in text.decode().splitlines()]


def compare(one: Path, other: Path) -> int:
    """Says where two transcripts differ, the first steps in full; → 1 where they do."""
    first, second = read(one), read(other)
    keyed = [{(x["story"], x["language"], x["step"]): x for x in lines} for lines in (first, second)]
    different = [key for key in {**keyed[0], **keyed[1]} if keyed[0].get(key) != keyed[1].get(key)]
    for key in different[:DIFFERENCES_SHOWN]:
        sys.stdout.write(f"--- {key}\n")
        for sign, lines in zip("-+", keyed, strict=True):
            line = lines.get(key)
            sys.stdout.write(f"{sign} {json.dumps(line, ensure_ascii=False, sort_keys=True)}\n")
    sys.stdout.write(f"{len(first)} and {len(second)} steps, {len(different)} differ\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
