"""What the database itself refuses: a change of a submission or of the journal, whoever asks."""

from __future__ import annotations

IMMUTABLE = ("submission", "journal", "journal_seal")
"""The tables that only grow."""

_POSTGRESQL_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of this table are never changed: %', TG_TABLE_NAME;
END $$
"""


def create(dialect: str) -> list[str]:
    """The statements that put the refusals up, for "sqlite" or "postgresql"."""
    if dialect == "sqlite":
        return [_sqlite(table, event) for table in IMMUTABLE for event in ("UPDATE", "DELETE")]
    return [_POSTGRESQL_FUNCTION] + [one for table in IMMUTABLE for one in _postgresql(table)]


def _sqlite(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of this table are never changed: {table}'); END"
    )


def _postgresql(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    ]
