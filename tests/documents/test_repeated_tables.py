"""A plan that a file prints twice is asked about once for each table; works of one name in several plans are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.plan.doubts import DoubtCode
from core.plan.model import Doubt, ReadPlan
from core.resolution.settling import answers, moot, settle
from documents.grids.grid import Document, Table
from documents.reading import read_plan
from tests.documents.sketch import document, read, table, titles
from tests.documents.writers import as_docx, as_sheets

HEAD = "№ | Мероприятие | Срок | Ответственный"
ROWS = (
    "1 | Ремонт кровли | март 2026 года | Завхоз",
    "2 | Закуп мебели | май 2026 года | Юрист",
    "3 | Обучение врачей |  | Кадры",
)


def sheet(name: str | None, *rows: str, head: str = HEAD) -> Table:
    return replace(table(head, *rows), name=name)


def asked(plan: ReadPlan) -> list[tuple[str, str, str]]:
    found = [d.args for d in plan.doubts if d.code == DoubtCode.ROW_REPEATED]
    return [(a["table"], a["first"], a["count"]) for a in found]


def doubt_of(plan: ReadPlan) -> tuple[int, Doubt]:
    return next((at, d) for at, d in enumerate(plan.doubts) if d.code == DoubtCode.ROW_REPEATED)


def test_a_copied_sheet_is_asked_about_and_both_stay_until_it_is_answered() -> None:
    plan = read("План на 2026 год", sheet("План", *ROWS), sheet("Копия", *ROWS))
    assert len(plan.activities) == 6
    assert asked(plan) == [("Копия", "План", "3")]
    at, doubt = doubt_of(plan)
    assert answers(plan, doubt) == ("kept", "once")
    assert settle(plan, at, "kept") == plan
    once = settle(plan, at, "once")
    assert titles(once) == ["Ремонт кровли", "Закуп мебели", "Обучение врачей"]
    assert [a.id for a in once.activities] == ["a1", "a2", "a3"]


def test_tables_without_a_name_are_called_by_their_place() -> None:
    plan = read("План на 2026 год", table(HEAD, *ROWS), "Приложение", table(HEAD, *ROWS))
    assert asked(plan) == [("2", "1", "3")]


def test_each_table_that_repeats_another_is_asked_about() -> None:
    plan = read("План на 2026 год", *(sheet(name, *ROWS) for name in ("А", "Б", "В")))
    assert asked(plan) == [("Б", "А", "3"), ("В", "А", "3")]


def test_only_what_repeats_is_left_out_and_new_rows_go_under_the_first_ones() -> None:
    first = (
        "1 | Ремонт | март 2026 года | Завхоз",
        *(f"1.{n} | Этап {n} | май 2026 года | Завхоз" for n in range(1, 6)),
    )
    plan = read(
        "План на 2026 год",
        sheet("План", *first),
        sheet("Новый", *first, "1.6 | Приёмка | май 2026 года | Юрист"),
    )
    assert asked(plan) == [("Новый", "План", "6")]
    once = settle(plan, doubt_of(plan)[0], "once")
    assert titles(once)[-1] == "Приёмка"
    assert len(once.activities) == 7
    assert once.activities[-1].parent == once.activities[0].id
    known = {s.id for s in once.sections}
    assert all(a.section is None or a.section in known for a in once.activities)


def test_an_older_version_in_which_a_day_differs_is_asked_about() -> None:
    older = (ROWS[0].replace("март", "апрель"), *ROWS[1:])
    assert asked(read("План на 2026 год", sheet("План", *ROWS), sheet("Старый", *older))) == [
        ("Старый", "План", "3")
    ]


@pytest.mark.parametrize(
    "other",
    [
        [row.replace("Завхоз", "ИТ").replace("Юрист", "ИТ").replace("Кадры", "ИТ") for row in ROWS],
        [row.replace("март", "июнь").replace("май", "июль") for row in ROWS],
        [
            row.replace(" | ", ") | ", 1)
            for row in (r.replace("1", "7").replace("2 ", "8 ") for r in ROWS[:2])
        ],
        [ROWS[0], "2 | Лекция | май 2026 года | Юрист", "3 | Поверка | июнь 2026 года | Метролог"],
        [ROWS[0]],
    ],
    ids=["other people", "other months", "other numbers", "one row alike", "one row alone"],
)
def test_works_of_one_name_in_two_plans_are_not_taken_for_one(other: list[str]) -> None:
    plan = read("План на 2026 год", sheet("А", *ROWS), sheet("Б", *other))
    assert len(plan.activities) == 3 + len(other)
    assert asked(plan) == []


def test_the_same_works_planned_for_other_quarters_are_another_plan() -> None:
    sheets = [
        sheet(name, "1 | Приёмы | чел. | 5", "2 | Лекции | шт. | 6", head=f"№ | Мероприятие | Единица | {name} 2026 года")
        for name in ("1 квартал", "2 квартал")
    ]  # fmt: skip
    assert asked(read("План на 2026 год", *sheets)) == []


def test_doubts_of_rows_that_were_left_out_are_answered_by_that() -> None:
    plan = read("План на 2026 год", sheet("План", *ROWS), sheet("Копия", *ROWS))
    missing = {d.activity: at for at, d in enumerate(plan.doubts) if d.code == DoubtCode.DEADLINE_MISSING}
    assert set(missing) == {"a3", "a6"}
    at, _ = doubt_of(plan)
    assert moot(plan, {str(at): "once"}) == {missing["a6"]}
    assert moot(plan, {str(at): "kept"}) == frozenset()


@pytest.mark.parametrize("write", [as_docx, as_sheets])
def test_in_real_files(write: Callable[[Document], bytes]) -> None:
    file = write(document("План на 2026 год", sheet("План", *ROWS), "Приложение", sheet("Копия", *ROWS)))
    assert len(asked(read_plan(file, "план"))) == 1
