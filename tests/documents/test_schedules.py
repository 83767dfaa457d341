"""Schedules as project offices draw them: bands of days and weeks, paint, captions over the works of a phase."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.plan.columns import ColumnRole, ColumnSaid, ReadingMap, TableSaid
from core.plan.doubts import DoubtCode
from core.plan.model import ReadPlan
from documents.grids.grid import Cell, Table
from documents.grids.period_headers import period_in
from documents.understand.header_rows import header_end
from documents.understand.lexicon import role_of
from documents.understand.plan import understand
from tests.documents.sketch import column, document, headings, read, table, titles

PAINT = "A8D08D"


def painted(sheet: Table, *places: tuple[int, int]) -> Table:
    """The table with cells that print nothing and are painted, by row and column."""
    for at, place in places:
        sheet.rows[at][place] = Cell("", at, place, paint=PAINT)
    return sheet


def test_a_caption_over_the_columns_of_words_is_a_section_though_its_months_are_painted() -> None:
    sheet = painted(
        table(
            "№ | Работа | Ответственный | Длительность | Дата начала | Январь 2026 | Февраль 2026 | Март 2026 | Апрель 2026 | Май 2026 | Июнь 2026",
            "Подготовка | > | > | > | > | | | | | |",
            "1.1 | Собрать заявки школ | Методист | 2 недели | 12.01.2026 | | | | | |",
            "1.2 | Составить смету | Бухгалтер | 3 дня | 02.02.2026 | | | | | |",
            "Проведение | > | > | > | > | | | | | |",
            "2.1 | Закупить парты | Завхоз | 1 неделя | 02.03.2026 | | | | | |",
        ),
        (1, 5), (1, 6), (2, 5), (3, 6), (4, 7), (5, 7),
    )  # fmt: skip
    plan = read("План ремонта школ на 2026 год", sheet)
    assert titles(plan) == ["Собрать заявки школ", "Составить смету", "Закупить парты"]
    assert [list(headings(plan, a)) for a in plan.activities] == [
        ["Подготовка"],
        ["Подготовка"],
        ["Проведение"],
    ]
    assert column(plan, "responsibles") == [("Методист",), ("Бухгалтер",), ("Завхоз",)]


def test_a_band_of_quarters_over_a_whole_header_belongs_to_it() -> None:
    plan = read(
        "Annual work plan 2026",
        table(
            " | | | | Q 1 (Jan-Mar) | > | Q2 (Apr-Jun) | > | Q3 (Jul-Sep) | > | Q4 (Oct-Dec) | >",
            "Sl no. | Activity | Output | Other partners of note | Planned | Status | Planned2 | Status2 | Planned3 | Status3 | Planned4 | Status4",
            "1 | Train the nurses of the district | Nurses trained | UNICEF | Y | Ongoing | Y | | | | | ",
            "2 | Print the leaflets on hygiene | Leaflets printed | WHO | | | | | Y | | Y | ",
            "3 | Hold a conference of partners | Conference held | FAO | | | Y | Ongoing | | | | ",
        ),
    )
    assert titles(plan) == [
        "Train the nurses of the district",
        "Print the leaflets on hygiene",
        "Hold a conference of partners",
    ]
    assert [sorted(a.targets) for a in plan.activities] == [
        ["2026-Q1", "2026-Q2"],
        ["2026-Q3", "2026-Q4"],
        ["2026-Q2"],
    ]


@pytest.mark.parametrize(
    "printed",
    ["Q 1 (Jan-Mar)", "I квартал (январь – март)", "1-тоқсан (қаңтар-наурыз)", "Q1 (Jan, Feb, Mar)"],
)
def test_a_quarter_with_its_months_in_brackets_is_a_quarter(printed: str) -> None:
    period = period_in(printed)
    assert period
    assert period.code() == "Q1"


def test_one_heading_with_a_colon_makes_no_key_of_a_header() -> None:
    plan = read(
        "Project plan 2026",
        table(
            "Activity | Assigned To: | Start | End | Days | Status",
            "Kick-off of the project | Luke | 02.02.2026 | 30.03.2026 | 44 | In progress",
            "Purchase of equipment | John | 20.02.2026 | 10.05.2026 | 57 | Blocked",
            "Training of users | Kate | 10.03.2026 | 23.08.2026 | 119 | Blocked",
        ),
    )
    assert titles(plan) == ["Kick-off of the project", "Purchase of equipment", "Training of users"]
    assert column(plan, "responsibles") == [("Luke",), ("John",), ("Kate",)]


def test_names_joined_by_low_lines_are_words() -> None:
    plan = read(
        "Project schedule",
        table(
            "WBS_ID | Task_Name | Owner | Baseline_Start | Baseline_Finish | Effort_hrs | Actual_Start | Actual_Finish | %_Complete",
            "1 | Planning of the migration | PM | 01.04.2026 | 05.04.2026 | 40 | 01.04.2026 | 06.04.2026 | 100",
            "1.1 | Kick-off and charter | PM | 01.04.2026 | 02.04.2026 | 16 | 02.04.2026 | 04.04.2026 | 100",
            "2 | Design of the solution | Architect | 08.04.2026 | 19.04.2026 | 80 | 08.04.2026 | 21.04.2026 | 100",
        ),
    )
    assert titles(plan) == ["Planning of the migration", "Kick-off and charter", "Design of the solution"]
    assert column(plan, "number") == ["1", "1.1", "2"]
    assert [str(a.deadline.end) for a in plan.activities] == ["2026-04-05", "2026-04-02", "2026-04-19"]


def test_a_header_whose_other_cells_are_days_one_after_another_heads_a_plan() -> None:
    days = [date(2026, 1, 5) + timedelta(days=n) for n in range(30)]
    sheet = painted(
        table(
            "N | Activity | Duration | " + " | ".join(f"{d:%d.%m.%Y}" for d in days),
            "1 | Clear the site of rubbish | 3 days" + " | " * 30,
            "2 | Level the land for building | 2 days" + " | " * 30,
            "3 | Survey the site with the client | 1 day" + " | " * 30,
        ),
        (1, 3), (1, 4), (1, 5), (2, 6), (2, 7), (3, 9),
    )  # fmt: skip
    plan = read("Schedule", sheet)
    assert [(str(a.deadline.start), str(a.deadline.end)) for a in plan.activities] == [
        ("2026-01-05", "2026-01-07"), ("2026-01-08", "2026-01-09"), ("2026-01-11", "2026-01-11"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        "Owner | Task_Name | Sum of Baseline_Effort | Sum of Actual_Effort | Task_Name | Sum of Variance",
        "Исполнитель | Задача | Сумма по полю План | Сумма по полю Факт | Задача | Количество по полю Срок",
    ],
)
def test_a_pivot_of_the_plan_on_another_sheet_is_no_plan(header: str) -> None:
    plan_itself = table(
        "№ | Задача | Исполнитель | Срок",
        "1 | Собрать заявки школ | Методист | 12.01.2026",
        "2 | Составить смету | Бухгалтер | 02.02.2026",
    )
    pivot = table(
        header,
        "Методист | Собрать заявки школ | 80 | 86 | Составить смету | 6",
        " | Составить смету | 40 | 42 | Общий итог | 8",
    )
    plan_itself.name, pivot.name = "План", "Сводная"
    assert titles(read("План на 2026 год", plan_itself, pivot)) == ["Собрать заявки школ", "Составить смету"]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("S.NO", ColumnRole.NUMBER), ("Sl no.", ColumnRole.NUMBER), ("TEAM MEMBER", ColumnRole.RESPONSIBLE), ("Resourcing", ColumnRole.RESPONSIBLE),
        ("COMPLETION PERCENTAGE", ColumnRole.FACT), ("PCT OF TASK COMPLETE", ColumnRole.FACT), ("Depends On", ColumnRole.NOTE),
        ("Prerequisites", ColumnRole.NOTE),
    ],
)  # fmt: skip
def test_words_that_schedules_have(header: str, role: ColumnRole) -> None:
    assert role_of(header) is role


def test_a_row_of_words_that_headers_have_is_no_second_header() -> None:
    roles = table(
        "Role | Responsibility", "Project manager | Planning of the work", "Work lead | Schedule of the event"
    )
    assert header_end(roles.rows, 0) == 1
    parts = table("№ | Мероприятие | Срок | Сумма | >", " | | | 2026 | 2027", "1 | Ремонт | май | 5 | 6")
    assert header_end(parts.rows, 0) == 2


@pytest.mark.parametrize(
    "weeks", ["1 нед | 2 нед | 3 нед | 4 нед", "Неделя 1 | Неделя 2 | Неделя 3 | Неделя 4", "1 | 2 | 3 | 4"]
)
def test_bars_over_numbered_weeks_are_not_asked_about_beside_a_start_and_a_duration(weeks: str) -> None:
    def sheet(*marks: str) -> Table:
        first, second = marks or ("| | | ", "| | | ")
        return painted(
            table(
                "№ | Работа | Ответственный | Длительность | Дата начала | Временные рамки проекта | > | > | >",
                f"^ | ^ | ^ | ^ | ^ | {weeks}",
                f"1.1 | Собрать заявки школ | Методист | 2 недели | 12.01.2026 | {first}",
                f"1.2 | Составить смету | Бухгалтер | 1 неделя | 26.01.2026 | {second}",
            ),
            (2, 5), (2, 6), (3, 7),
        )  # fmt: skip

    def asked(plan: ReadPlan) -> list[str]:
        return [d.code for d in plan.doubts if d.code == DoubtCode.COLUMN_UNKNOWN]

    plan = read("План ремонта школ на 2026 год", sheet())
    assert [(str(a.deadline.start), str(a.deadline.end)) for a in plan.activities] == [
        ("2026-01-12", "2026-01-25"), ("2026-01-26", "2026-02-01"),
    ]  # fmt: skip
    assert asked(plan) == []
    printed = read("План ремонта школ на 2026 год", sheet("| | | ", "| | | ◆"))
    assert column(printed, "note") == [None, "◆"]


@pytest.mark.parametrize("left_open", ["…", "...", "–"])
def test_a_row_that_a_form_leaves_open_is_no_work(left_open: str) -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Работа | Ответственный | Срок",
            "1 | Собрать заявки школ | Методист | 12.01.2026",
            f" | {left_open} | | ",
            "2 | Составить смету | Бухгалтер | 02.02.2026",
        ),
    )
    assert titles(plan) == ["Собрать заявки школ", "Составить смету"]
    assert not plan.doubts


def test_a_header_said_to_stand_in_an_empty_row_ends_in_no_error() -> None:
    sheet = table(
        " | | ", "Собрать заявки школ | Методист | 12.01.2026", "Составить смету | Бухгалтер | 02.02.2026"
    )
    columns = tuple(
        ColumnSaid(at=at, role=role)
        for at, role in enumerate((ColumnRole.TITLE, ColumnRole.RESPONSIBLE, ColumnRole.DEADLINE))
    )
    plan = understand(
        document("План на 2026 год", sheet), ReadingMap(tables={0: TableSaid(header=0, columns=columns)})
    )
    assert titles(plan) == ["Собрать заявки школ", "Составить смету"]
