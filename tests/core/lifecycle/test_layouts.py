"""What is remembered of a file's tables for the next file of the same form, and what is not."""

from __future__ import annotations

from pathlib import Path

from core.lifecycle.layouts import is_read_by_layout, known_layouts, read_by, remember, spelt_out
from core.plan.columns import ColumnRole, ColumnSaid, ReadingMap, TableSaid
from core.plan.model import ReadPlan
from storage import open_storage
from tests.core.lifecycle.tables import STAGES, WIDE, plan_of
from tests.storage.samples import NOW

SAID = TableSaid(columns=(ColumnSaid(at=4, role=ColumnRole.RESPONSIBLE),))
OUT = TableSaid(out=True)
TWIN = STAGES.model_copy(update={"place": 5})


async def remembered(tmp_path: Path, *tables: object, said: ReadingMap) -> ReadingMap:
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'o.db'}")
    try:
        async with storage.begin() as work:
            await remember(work, plan_of(*tables, said=said), 1, NOW)  # type: ignore[arg-type]
            return await known_layouts(work)
    finally:
        await storage.close()


async def test_what_was_said_is_kept_by_layout_and_silence_is_not(tmp_path: Path) -> None:
    known = await remembered(tmp_path, STAGES, WIDE, said=ReadingMap(tables={0: SAID}))
    assert known == ReadingMap(layouts={"stages": SAID})


async def test_one_of_two_tables_of_a_layout_that_is_left_out_says_nothing_of_the_next(
    tmp_path: Path,
) -> None:
    known = await remembered(tmp_path, STAGES, TWIN, said=ReadingMap(tables={0: OUT}))
    assert known == ReadingMap()
    known = await remembered(tmp_path, STAGES, TWIN, said=ReadingMap(tables={0: OUT, 5: SAID}))
    assert known == ReadingMap(layouts={"stages": SAID})


async def test_a_table_that_is_left_out_is_left_out_of_the_next_file_too(tmp_path: Path) -> None:
    known = await remembered(tmp_path, STAGES, WIDE, said=ReadingMap(tables={1: OUT}))
    assert known == ReadingMap(layouts={"wide": OUT})


async def test_a_table_without_a_layout_is_not_remembered(tmp_path: Path) -> None:
    bare = STAGES.model_copy(update={"layout": ""})
    assert await remembered(tmp_path, bare, said=ReadingMap(tables={0: SAID})) == ReadingMap()


def test_a_file_is_read_again_by_what_its_card_shows() -> None:
    said = ReadingMap(tables={1: OUT}, layouts={"stages": SAID, "wide": SAID})
    assert spelt_out(plan_of(STAGES, WIDE, said=said)) == ReadingMap(tables={0: SAID, 1: OUT})
    assert spelt_out(plan_of(STAGES, WIDE)) == ReadingMap()


def test_a_file_was_read_by_those_layouts_that_it_has() -> None:
    read = ReadPlan(tables=(STAGES,))
    said = read_by(read, ReadingMap(layouts={"stages": SAID, "wide": OUT}))
    assert said == ReadingMap(layouts={"stages": SAID})
    assert is_read_by_layout(plan_of(STAGES, said=said))
    assert not is_read_by_layout(plan_of(STAGES, said=ReadingMap(tables={0: SAID}, layouts=said.layouts)))
