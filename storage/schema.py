"""Which schema a database has, and how it comes to have ours.

A new database is made from the tables at once; an older one is upgraded by Alembic, which is imported only then
(a test holds that both ways end in the same schema). A newer one is refused: this program would not know what it
writes there.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from core.kernel.errors import DomainError
from storage import tables, triggers

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""Every revision that this program knows, oldest first. A test compares them with `migrations/versions`."""

HEAD = REVISIONS[-1]
_VERSION_TABLE = "alembic_version"
_LOCK = 0x4F72796E


def revision_of(connection: Connection) -> str | None:
    """The revision of the database, None where it is empty."""
    if not inspect(connection).has_table(_VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar()


def bring_up(connection: Connection, *, migrate: bool) -> None:
    """Makes or upgrades the schema inside the transaction. Raises DomainError where it may not or cannot.

    `storage-newer` (revision): a newer program was here; `storage-older`: an upgrade is needed and was not asked for.
    """
    if connection.dialect.name == "postgresql":
        # Two processes that start at once take turns here; SQLite has one writer anyway.
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    revision = revision_of(connection)
    if revision == HEAD:
        return
    if revision is not None and revision not in REVISIONS:
        raise DomainError("storage-newer", revision=revision)
    if not migrate:
        raise DomainError("storage-older", revision=revision or "")
    if revision is None:
        _make(connection)
    else:
        from storage.migrations.run import upgrade

        upgrade(connection)


def _make(connection: Connection) -> None:
    tables.metadata.create_all(connection, checkfirst=False)
    for statement in triggers.create(connection.dialect.name):
        connection.exec_driver_sql(statement)
    connection.execute(
        text(
            f"CREATE TABLE IF NOT EXISTS {_VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
            f"CONSTRAINT {_VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text(f"INSERT INTO {_VERSION_TABLE} VALUES (:head)"), {"head": HEAD})
