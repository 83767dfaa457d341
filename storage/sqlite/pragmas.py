"""What every connection to SQLite is told first, so that it is safe: https://www.sqlite.org/pragma.html"""

from __future__ import annotations

BUSY_MS = 10_000
"""How long a transaction waits for another process to finish its own."""

SYNCHRONOUS = "FULL"
"""A commit waits for the disk, so that it outlives a power cut."""

READS_ONLY = ("PRAGMA query_only = ON",)
"""For a connection that refuses to write."""


def safe() -> tuple[str, ...]:
    """For every connection, in this order."""
    return (
        f"PRAGMA busy_timeout = {BUSY_MS}",
        "PRAGMA journal_mode = WAL",
        f"PRAGMA synchronous = {SYNCHRONOUS}",
        "PRAGMA foreign_keys = ON",
    )
