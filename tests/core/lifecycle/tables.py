"""Tables as a reader saw them, for tests of what is said of their columns."""

from __future__ import annotations

from core.model.editions import PlanEdition
from core.plan.columns import ColumnRole, ColumnSeen, ReadingMap, TableSeen
from core.plan.model import Activity, ReadPlan
from tests.storage.samples import new_plan

R = ColumnRole
MONTHS = tuple(f"2025-M{n:02}" for n in range(1, 13))


def column(at: int, header: str, role: ColumnRole = R.UNKNOWN, *samples: str, **more: object) -> ColumnSeen:
    kept = {"at": at, "header": header, "role": role, "samples": samples, **more}
    return ColumnSeen.model_validate(kept)


STAGES = TableSeen(
    place=0,
    header=3,
    rows=14,
    layout="stages",
    columns=(
        column(0, "№ п/п", R.NUMBER, "1", "2"),
        column(1, "Этапы работы", R.TITLE, "Разработка ТЗ", "Закуп", sure=False),
        column(2, "Начало", R.START, "01.02.2025"),
        column(3, "Конец", R.DEADLINE, "28.02.2025"),
        column(4, "Кто делает", R.UNKNOWN, "Отдел закупа", "Юрист"),
    ),
)
"""A table of a plan, of which one column is doubtful and one unknown."""

WIDE = TableSeen(
    place=1,
    name="По месяцам",
    header=0,
    rows=40,
    layout="wide",
    columns=(
        column(0, "Наименование", R.TITLE, "Закуп"),
        *(column(n, f"месяц {n}", R.TARGET, "10", period=code) for n, code in enumerate(MONTHS, 1)),
        column(13, "Итого", R.UNKNOWN, "120", "36,5"),
    ),
)


def plan_of(*tables: TableSeen, rows: int = 1, said: ReadingMap | None = None, **more: object) -> PlanEdition:
    """A waiting plan whose file has these tables; `rows` were found in them."""
    activities = tuple(Activity(id=f"a{n}", title=f"Работа {n}") for n in range(rows))
    read = ReadPlan(tables=tables, activities=activities)
    kept = {**dict(new_plan()), "read": read, "said": said or ReadingMap(), **more}
    return PlanEdition.model_validate({"id": 7, **kept})
