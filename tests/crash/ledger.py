"""Holds the database against what the officers saw: straight from SQLite, by SQL of its own."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from storage import open_storage
from storage.verifying import broken_line
from tests.crash.officer import Officer
from tests.crash.script import Line, said

ANSWERS = ("recorded", "attached", "submitted")
KEPT_OF = {
    "recorded": ("outcome", "figures", "account", "reason", "forecast", "odd"),
    "submitted": ("outcome", "figures", "account", "reason", "forecast", "odd"),
    "attached": ("kind", "number"),
}


@contextmanager
def copied(database: Path) -> Iterator[sqlite3.Connection]:
    """The database as a kill left it, its write-ahead log included, without touching it."""
    with tempfile.TemporaryDirectory() as folder:
        for part in (database, *database.parent.glob(database.name + "-*")):
            shutil.copy(part, folder)
        with closing(sqlite3.connect(Path(folder) / database.name)) as connection:
            yield connection


def open_read(database: Path) -> closing[sqlite3.Connection]:
    """The database beside the running bot, read only."""
    return closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5.0))


def unsettled(connection: sqlite3.Connection) -> Counter[str]:
    """What a bot still has to do: updates kept, cards not shown, messages not sent, files not fetched."""
    questions = {
        "updates waiting": "SELECT count(*) FROM inbox WHERE state = 'waiting'",
        "cards stale": "SELECT count(*) FROM card WHERE stale",
        "messages unsent": "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'calling')",
        "files unfetched": "SELECT count(*) FROM evidence WHERE sha256 IS NULL AND file_id IS NOT NULL",
    }
    found = {name: connection.execute(sql).fetchone()[0] for name, sql in questions.items()}
    return Counter({name: count for name, count in found.items() if count})


def hold_journal(connection: sqlite3.Connection, officer: Officer) -> None:
    """Every answer that was shown as taken stands once, in order; one under way may, and nothing else does."""
    lines = journal_of(connection, officer.phone.id)
    sure = [line for group in officer.confirmed for line in group]
    open_ends = [sure]
    for group in officer.under_way:
        open_ends.append([*open_ends[-1], *group])
    wanted = [_in_groups(lines_so_far, officer) for lines_so_far in open_ends]
    if _in_groups(lines, officer) not in wanted:
        raise AssertionError(_difference(lines, sure, officer))


def journal_of(connection: sqlite3.Connection, person: int) -> list[Line]:
    """The person's answers, in the order in which they were written."""
    rows = connection.execute(
        "SELECT action, subject, after FROM journal WHERE person_id = ? ORDER BY id", (person,)
    )
    return [
        (action, int(subject.partition(":")[2]), said(_kept(action, json.loads(after or "{}"))))
        for action, subject, after in rows
        if action in ANSWERS
    ]


def _kept(action: str, after: dict[str, Any]) -> dict[str, Any]:
    return {name: after[name] for name in KEPT_OF[action] if name in after}


def _in_groups(lines: Sequence[Line], officer: Officer) -> list[tuple[Line, ...]]:
    """Lines cut where the officer's messages end; lines of one message stand in no order."""
    groups, at = [], 0
    for size in (len(group) for group in (*officer.confirmed, *officer.under_way)):
        groups.append(tuple(sorted(lines[at : at + size])))
        at += size
    return [group for group in (*groups, *((line,) for line in lines[at:])) if group]


def _difference(lines: Sequence[Line], sure: Sequence[Line], officer: Officer) -> str:
    missing, surplus = Counter(sure) - Counter(lines), Counter(lines) - Counter(sure)
    return (
        f"{officer.seat.post}: the journal is not what the phone showed\n"
        f"confirmed and not there: {list(missing.elements())}\nthere and not confirmed: {list(surplus.elements())}\n"
        f"under way: {officer.under_way}"
    )


def hold_reports(connection: sqlite3.Connection, officer: Officer) -> None:
    """Each report is submitted once, as the person gave it; no step was written twice."""
    for obligation, answer in officer.submitted.items():
        state, version, revision, draft, submitted = connection.execute(
            "SELECT state, version, revision, draft, submitted FROM obligation WHERE id = ?", (obligation,)
        ).fetchone()
        steps = [line for line in journal_of(connection, officer.phone.id) if line[1] == obligation]
        recorded = sum(1 for line in steps if line[0] in ("recorded", "attached"))
        assert (state, version, revision) == ("submitted", 1, recorded), f"{obligation}: {state} {version}"
        assert _report(draft) == _report(submitted) == said(answer.parts()), f"{obligation}: {draft}"
        versions = connection.execute(
            "SELECT version, content, submitted_by FROM submission WHERE obligation_id = ?", (obligation,)
        ).fetchall()
        assert [(v, _report(c), by) for v, c, by in versions] == [
            (1, said(answer.parts()), officer.phone.id)
        ], f"{obligation}: {versions}"
    assert set(officer.submitted) == set(officer.rows), "something was not handed in"


def _report(text: str) -> tuple[tuple[str, Any], ...]:
    given = {name: value for name, value in json.loads(text).items() if value not in (None, {})}
    return said(_kept("submitted", given))


def hold_evidence(connection: sqlite3.Connection, officers: Sequence[Officer], files: Path) -> None:
    """Each picture is there once, for its own report, and lies on disk byte for byte."""
    sent = Counter(
        (o, hashlib.sha256(content).hexdigest(), len(content))
        for officer in officers
        for o, pictures in officer.pictures.items()
        for content in pictures
    )
    kept = Counter(
        connection.execute(
            "SELECT obligation_id, sha256, size FROM evidence WHERE file_id IS NOT NULL AND removed_at IS NULL"
        ).fetchall()
    )
    assert kept == sent, (
        f"pictures lost {list((sent - kept).elements())}, doubled {list((kept - sent).elements())}"
    )
    for _, sha256, size in sent:
        content = (files / sha256[:2] / sha256[2:]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == sha256, sha256
        assert len(content) == size
    on_disk = {f.parent.name + f.name for f in files.glob("??/*") if not f.name.startswith(".new-")}
    assert on_disk == {sha256 for _, sha256, _ in sent}, "files that nobody sent"


def hold_rest(connection: sqlite3.Connection, officers: Sequence[Officer]) -> None:
    """Nothing is left over, nobody else's reports were touched, everybody joined once."""
    assert not unsettled(connection), unsettled(connection)
    aside = connection.execute("SELECT payload, error FROM inbox WHERE state <> 'done'").fetchall()
    assert not aside, aside
    failed = connection.execute("SELECT key, kind, error FROM outbox WHERE state <> 'sent'").fetchall()
    assert not failed, failed
    ours = {o for officer in officers for o in officer.rows}
    touched = {
        row[0] for row in connection.execute("SELECT id FROM obligation WHERE revision > 0 OR version > 0")
    }
    assert touched == ours, touched ^ ours
    people = {officer.phone.id for officer in officers}
    for table in ("holding", "invitation WHERE used_by IS NOT NULL", "journal WHERE action = 'joined'"):
        column = "used_by" if table.startswith("invitation") else "person_id"
        found = [row[0] for row in connection.execute(f"SELECT {column} FROM {table}")]
        assert sorted(found) == sorted(people), (table, found)
    others = connection.execute(
        "SELECT count(*) FROM journal WHERE person_id IS NOT NULL AND action NOT IN "
        "('recorded', 'attached', 'submitted', 'joined')"
    ).fetchone()[0]
    assert others == 0, "acts that nobody made"
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


async def hold_chain(database: Path) -> None:
    """The journal's chain of hashes is whole, and covers every line once it is sealed."""
    storage = await open_storage(f"sqlite+aiosqlite:///{database}")
    try:
        async with storage.begin() as work:
            await work.journal.seal(1_000_000)
        assert await broken_line(storage) is None
    finally:
        await storage.close()
    with open_read(database) as connection:
        lines, seals = connection.execute(
            "SELECT (SELECT count(*) FROM journal), (SELECT count(DISTINCT journal_id) FROM journal_seal)"
        ).fetchone()
    assert lines == seals
