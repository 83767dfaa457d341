"""`python -m tests.upgrade.make FOLDER`: the database, and what the program at hand answers to it.

Run in the older revision: what it writes is what a newer one is held to. `--answers` leaves the database as it is; in a newer
revision that is for what is meant to differ, and for nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.transcript.phones import Book, Scene
from tests.transcript.running import machine
from tests.transcript.stories import BEGINS, LINKS, make_template, without_logs
from tests.upgrade.pressing import Person, as_json, press_everything
from tests.upgrade.standing import stand

DATABASE = "written-by-0.1.0.db.gz"
ASKED = ("engineer: history", "manager: review", "coordinator: plans")
"""Who has written and was not answered: the command that brought them where they stand, once more."""

ANSWERS = "answers-of-0.1.0.json.gz"


def main() -> None:
    """Writes both files."""
    asked = argparse.ArgumentParser(prog="python -m tests.upgrade.make", description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--answers", action="store_true")
    given = asked.parse_args()
    if not given.answers:
        (given.folder / DATABASE).write_bytes(gzip.compress(written(), mtime=0))
    answers = asyncio.run(press_everything(gzip.decompress((given.folder / DATABASE).read_bytes())))
    (given.folder / ANSWERS).write_bytes(gzip.compress(as_json(answers), mtime=0))
    pressed = sum(len(c["presses"]) for c in answers["cards"])
    sys.stdout.write(f"{len(answers['cards'])} cards, {pressed} buttons\n")


def written() -> bytes:
    """The database after everybody has come to stand where they do."""
    with tempfile.TemporaryDirectory(prefix="orynda-standing-") as name:
        template = Path(name) / "data"
        with machine(BEGINS, bot=False) as made:
            make_template(made)
            without_logs(made.folder, template)
        first = (template / LINKS).read_text().split("\n")[-1]
        kept = Path(name) / "orynda.db"
        with machine(BEGINS, template) as running:
            book = Book("standing", "ru")
            people = stand(Scene(running, book), first)
            standing = [Person(p.id, p.name, where) for where, p in people]
            views = {where: running.view_of(p.id) for where, p in people}
            running.close()
            written_to = running.folder / "orynda.db"
            with closing(sqlite3.connect(written_to)) as source, closing(sqlite3.connect(kept)) as target:
                source.backup(target)
        _as_a_crash_left_it(kept, standing)
        sys.stdout.write(json.dumps(views, ensure_ascii=False, indent=1) + "\n")
        missing = [line["did"] for line in book.lines if any(k.startswith("looks") for k in line["did"])]
        sys.stdout.write("not there: " + json.dumps(missing, ensure_ascii=False) + "\n")
        return kept.read_bytes()


def _as_a_crash_left_it(path: Path, people: list[Person]) -> None:
    """As after a crash, and updates that were answered are pruned.

    Every card waits to be shown, in messages that no chat has any more; of each kind of message some wait to be sent, and
    one was being sent; three people have written and were not answered; where the clock stood is not known.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE card SET stale = 1, message_id = message_id + 1000")
        connection.execute("DELETE FROM note WHERE name = 'virtual clock'")
        last = "SELECT id FROM outbox o WHERE kind NOT IN ('read-plan') AND 2 > (SELECT count(*) FROM outbox p WHERE p.kind = o.kind AND p.id > o.id)"
        connection.execute(
            f"UPDATE outbox SET state = 'waiting', tries = 0, sent_at = NULL, message_id = NULL WHERE id IN ({last})"
        )
        connection.execute("DELETE FROM outbox WHERE state = 'sent'")
        connection.execute(
            "UPDATE outbox SET state = 'calling', tries = 1 WHERE id = (SELECT max(id) FROM outbox WHERE state = 'waiting')"
        )
        asked = [p.id for p in people if p.place in ASKED]
        kept = "SELECT max(seq) FROM inbox WHERE person_id IN (SELECT value FROM json_each(?)) GROUP BY person_id"
        connection.execute(f"DELETE FROM inbox WHERE seq NOT IN ({kept})", (json.dumps(asked),))
        connection.execute("UPDATE inbox SET state = 'waiting', tries = 0")
        connection.execute("CREATE TABLE standing (person_id INTEGER, name TEXT, place TEXT)")
        connection.executemany(
            "INSERT INTO standing VALUES (?, ?, ?)", [(p.id, p.name, p.place) for p in people]
        )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")


if __name__ == "__main__":
    main()
