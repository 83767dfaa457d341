"""Runs Alembic over a connection that is given to it: no alembic.ini, no second connection."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_HERE = Path(__file__).parent


def upgrade(connection: Connection, to: str = "head") -> None:
    """Brings the schema up to that revision inside the connection's transaction."""
    command.upgrade(config(connection), to)


def downgrade(connection: Connection, to: str) -> None:
    """Takes the schema down to that revision ("base": to nothing)."""
    command.downgrade(config(connection), to)


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, with the connection for `env.py`."""
    made = Config()
    made.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made
