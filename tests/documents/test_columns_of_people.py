"""Columns of people beside one another: a name never runs on from one into the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from documents.grids.grid import Document
from documents.reading import read_plan
from tests.documents.sketch import column, read, table
from tests.documents.writers import as_csv, as_docx, as_pdf, as_xlsx, one_table

Write = Callable[[Document], bytes]


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_pdf, as_csv])
@pytest.mark.parametrize(
    ("header", "lead", "others"),
    [
        ("№ | Мероприятие | Срок | Ответственные исполнители | Соисполнители", "Отдел жилищно-коммунального хозяйства и транспорта", "акимы сельских округов"),
        ("№ | Іс-шара | Мерзімі | Жауапты орындаушылар | Бірлесіп орындаушылар", "Тұрғын үй-коммуналдық шаруашылық бөлімі", "ауылдық округтердің әкімдері"),
        ("No. | Activity | Deadline | Lead agency | Supporting partners", "Department of Housing and Communal Services", "rural district mayors"),
    ],
)  # fmt: skip
def test_a_name_does_not_run_on_into_the_next_column(write, header, lead, others) -> None:  # type: ignore[no-untyped-def]
    rows = [header.split(" | "), *([str(n), f"{header.split(' | ')[1]} {'абв'[n - 1] * 3}", "2026", lead, others] for n in (1, 2, 3))]  # fmt: skip
    plan = read_plan(write(one_table(rows, "План на 2026 год")))
    assert [a.responsibles for a in plan.activities] == [(lead, others[0].upper() + others[1:])] * 3


@pytest.mark.parametrize("others", ["волонтёры", "жители домов", "«Жасыл ел»"])
def test_co_executors_are_so_whoever_they_are(others: str) -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Срок | Ответственный исполнитель | Соисполнители",
            f"1 | Провести субботник | апрель | Директор школы | {others}",
            f"2 | Высадить деревья | май | Заместитель директора | {others}",
        ),
    )
    assert [len(a.responsibles) for a in plan.activities] == [2, 2]


def test_one_name_in_both_columns_is_one() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Срок | Ответственный | Соисполнители",
            "1 | Провести субботник | апрель | Завхоз | Завхоз",
            "2 | Вывезти снег | март | Отдел ЖКХ, | акимы сёл; отдел полиции",
            "3 | Подвести итоги | декабрь |  | Отдел ЖКХ",
        ),
    )
    assert column(plan, "responsibles") == [
        ("Завхоз",), ("Отдел ЖКХ", "Акимы сёл", "Отдел полиции"), ("Отдел ЖКХ",),
    ]  # fmt: skip


HEADER = "№ | Мероприятие | Срок | Ответственный исполнитель | Соисполнители"


def test_a_row_that_a_page_cuts_goes_on_in_each_of_its_columns() -> None:
    first = table(
        HEADER,
        "1 | Очистить русло | март | Отдел ЖКХ | акимы сёл",
        "2 | Вывезти снег у | март | Отдел жилищно-коммунального | акимы сельских округов",
    )
    second = table(
        " | домов и школ | | хозяйства | и посёлков", "3 | Подвести итоги | май | Отдел ЖКХ | акимы сёл"
    )
    first.cut = second.cut = True
    plan = read("План на 2026 год", first, second)
    assert column(plan, "responsibles")[1:] == [
        ("Отдел жилищно-коммунального хозяйства", "Акимы сельских округов и посёлков"),
        ("Отдел ЖКХ", "Акимы сёл"),
    ]


def test_a_ditto_repeats_its_own_column() -> None:
    plan = read(
        "План на 2026 год",
        table(
            HEADER,
            "1 | Очистить русло | март | Отдел ЖКХ | акимы сёл",
            "2 | Вывезти снег | март | -//- | отдел полиции",
        ),
    )
    assert column(plan, "responsibles")[1] == ("Отдел ЖКХ", "Отдел полиции")
