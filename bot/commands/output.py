"""What the command line prints of plans and summaries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.commands.map_file import map_lines
from bot.data_folder import files_of
from bot.settings import Settings
from bot.workdays import KazakhstanDays
from core.kernel.errors import UnreadableInput
from core.lifecycle.said_columns import offered
from core.plan.columns import ColumnRole, TableSeen
from core.plan.model import Doubt, ReadPlan
from core.ports.unit_of_work import Storage
from locales import texts
from storage.verifying import broken_line, unsealed_lines

if TYPE_CHECKING:
    from handlers.frame.deps import Deps


def lines_of(read: ReadPlan) -> list[str]:
    """A reading in lines for a terminal: counts, what the columns were taken for, then each doubt with its row."""
    counts = (
        f"{len(read.sections)} headings, {len(read.indicators)} indicators, {len(read.activities)} activities"
    )
    titles = {a.id: f"{at}. {a.title[:70]}" for at, a in enumerate(read.activities, 1)}
    return [
        read.plan.title or "(no title)",
        f"{counts}, {len(read.posts())} posts, {len(read.doubts)} doubts",
        *map_lines(read.tables),
        *(_doubt_line(doubt, titles) for doubt in read.doubts),
    ]


def without_rows(read: ReadPlan, name: str) -> str | None:
    """Of a file in which no row was found: the tables that were seen, the headings that are known, and what helps, in one
    line; None where rows or indicators were read."""
    if read.activities or read.indicators:
        return None
    tables = "; ".join(_table_seen(table) for table in offered(read.tables))
    return (
        f"No row of a plan was found in {name}. Seen: {tables}. Say what the columns are in a map "
        "(`plan check FILE --write-map map.toml`, edit it, then `--map map.toml`), or fill in the empty template "
        "(`plan template -o plan.xlsx`)."
    )


def _table_seen(table: TableSeen) -> str:
    name = f" “{table.name}”" if table.name else ""
    known = [
        f"{' '.join(c.header.split())[:40]} = {c.role}"
        for c in table.columns
        if c.header and c.sure and c.role is not ColumnRole.UNKNOWN
    ]
    headings = f"headings known: {', '.join(known)}" if known else "no heading is known"
    return f"table {table.place + 1}{name} ({table.rows} rows, {len(table.columns)} columns); {headings}"


def _doubt_line(doubt: Doubt, titles: dict[str, str]) -> str:
    words = texts()("en", f"doubt-{doubt.code}", **doubt.args)
    return f"  ? {titles.get(doubt.activity or '', 'the plan')}: {words}"


async def make_summary(
    storage: Storage, settings: Settings, plan_id: int, period: str | None, format: str, language: str
) -> bytes:
    """The summary of a plan as text, JSON or a workbook. Raises UnreadableInput for another format."""
    from handlers.manager.export import summary_json, summary_text, summary_workbook_data

    deps = await _reading_deps(storage, settings)
    async with storage.read() as work:
        if format == "text":
            return (await summary_text(deps, work, language, plan_id, period)).encode() + b"\n"
        if format == "json":
            found = await summary_json(deps, work, language, plan_id, period)
            return json.dumps(found, ensure_ascii=False, indent=1, default=str).encode() + b"\n"
        if format != "xlsx":
            raise UnreadableInput("format-unknown", typed=format)
        data = await summary_workbook_data(deps, work, language, plan_id, period)
    from documents.written.summary_xlsx import make_summary_xlsx

    return make_summary_xlsx(data)


async def journal_in_words(storage: Storage) -> tuple[bool, str]:
    """Whether the chain of the journal holds, in one line; lines that no hash protects yet are counted apart."""
    broken = await broken_line(storage)
    unsealed = await unsealed_lines(storage)
    if broken is not None:
        return False, f"line {broken} of the journal is not what it was"
    if unsealed:
        return True, f"the sealed journal is whole; lines not sealed yet: {unsealed}"
    return True, "the journal is whole"


async def _reading_deps(storage: Storage, settings: Settings) -> Deps:
    from bot.app import open_clock
    from handlers.frame.delivery import Shown
    from handlers.frame.deps import Deps
    from storage.files import DiskFiles

    return Deps(
        storage=storage,
        files=DiskFiles(files_of(settings)),
        texts=texts(),
        clock=await open_clock(settings.now, storage),
        days=KazakhstanDays(),
        zone=settings.zone,
        bot_name="",
        link_secret="",
        shown=Shown(storage),
        wake=lambda: None,
    )
