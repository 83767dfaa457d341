"""The schema: made at once or by Alembic it is the same; up, down, up; a newer one is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine.interfaces import ReflectedIndex
from sqlalchemy.ext.asyncio import AsyncEngine

from core.kernel.errors import DomainError
from storage import open_storage
from storage.engine import url_of, writing
from storage.migrations.run import config, downgrade, upgrade
from storage.schema import HEAD, REVISIONS, bring_up, revision_of
from storage.tables import metadata
from tests.storage.samples import OFFICER, person


async def schema(engine: AsyncEngine) -> dict[str, object]:
    """Everything that the database says of its tables, indexes and triggers."""
    async with engine.connect() as connection:
        return await connection.run_sync(_schema)


def _schema(connection: Connection) -> dict[str, object]:
    look = inspect(connection)
    found: dict[str, object] = {}
    for table in sorted(look.get_table_names()):
        found[table] = (
            [(c["name"], str(c["type"]), c["nullable"], c.get("comment")) for c in look.get_columns(table)],
            look.get_pk_constraint(table),
            sorted(look.get_unique_constraints(table), key=str),
            sorted(look.get_foreign_keys(table), key=str),
            sorted(_index(index) for index in look.get_indexes(table)),
        )
    question = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
    )
    found["triggers"] = [tuple(row) for row in connection.execute(text(question))]
    return found


def _index(index: ReflectedIndex) -> tuple[str, str, bool, list[str]]:
    options = sorted(f"{name}={value}" for name, value in index.get("dialect_options", {}).items())
    return str(index["name"]), str(index["column_names"]), bool(index["unique"]), options


async def test_up_down_and_up_again(url: str) -> None:
    engine = writing(url_of(url))
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
    first = await schema(engine)
    async with engine.begin() as connection:
        await connection.run_sync(downgrade, "base")
    bare = await schema(engine)
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
    assert await schema(engine) == first
    assert set(bare) == {"alembic_version", "triggers"}
    assert bare["triggers"] == []
    await engine.dispose()


async def test_a_schema_made_at_once_is_the_one_that_migrations_make(new_url_pair: tuple[str, str]) -> None:
    engines = [writing(url_of(url)) for url in new_url_pair]
    async with engines[0].begin() as connection:
        await connection.run_sync(upgrade)
    async with engines[1].begin() as connection:
        await connection.run_sync(lambda c: bring_up(c, migrate=True))
    migrated, made = [await schema(engine) for engine in engines]
    assert made == migrated
    assert len(made["triggers"]) == 6  # type: ignore[arg-type]
    for engine in engines:
        await engine.dispose()


async def test_the_tables_equal_the_migrations(url: str) -> None:
    engine = writing(url_of(url))
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
    async with engine.connect() as connection:
        found = await connection.run_sync(
            lambda c: compare_metadata(MigrationContext.configure(c, opts={"compare_type": True}), metadata)
        )
    assert found == []
    await engine.dispose()


def test_the_revisions_that_the_program_knows_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory.from_config(config())
    assert [script.revision for script in scripts.walk_revisions()] == list(reversed(REVISIONS))
    assert scripts.get_current_head() == HEAD


async def test_opening_again_changes_nothing(url: str) -> None:
    first = await open_storage(url)
    async with first.begin() as work:
        await work.people.save(person())
    await first.close()
    second = await open_storage(url, migrate=False)
    async with second.read() as work:
        assert await work.people.get(OFFICER) == person()
    await second.close()


async def test_a_newer_schema_is_refused_and_left_alone(url: str) -> None:
    await (await open_storage(url)).close()
    engine = writing(url_of(url))
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DomainError) as refused:
        await open_storage(url)
    assert refused.value.message_id == "storage-newer"
    assert refused.value.args_for_text == {"revision": "9999"}
    async with engine.connect() as connection:
        assert await connection.run_sync(revision_of) == "9999"
    await engine.dispose()


async def test_an_empty_database_is_left_alone_unless_a_schema_is_asked_for(url: str) -> None:
    with pytest.raises(DomainError) as refused:
        await open_storage(url, migrate=False)
    assert refused.value.message_id == "storage-older"
    engine = writing(url_of(url))
    async with engine.connect() as connection:
        assert await connection.run_sync(lambda c: inspect(c).get_table_names()) == []
    await engine.dispose()


async def test_a_database_that_alembic_left_empty_is_upgraded(url: str) -> None:
    engine = writing(url_of(url))
    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
        await connection.run_sync(downgrade, "base")
    await engine.dispose()
    storage = await open_storage(url)
    async with storage.begin() as work:
        await work.people.save(person())
    await storage.close()


def test_a_database_that_is_up_to_date_is_opened_without_alembic(tmp_path: Path) -> None:
    program = f"""
import asyncio, sys
from storage import open_storage
async def run():
    for _ in range(2):
        storage = await open_storage("sqlite:///{tmp_path}/new/orynda.db")
        async with storage.begin() as work:
            await work.notes.write("a", "b")
        await storage.close()
asyncio.run(run())
assert not [name for name in sys.modules if name.split(".")[0] in ("alembic", "mako")]
"""
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True, timeout=60)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite://", "sqlite+aiosqlite:///:memory:"])
async def test_a_database_that_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(ValueError):
        await open_storage(url)
