"""A plan without a year takes the one that it is given on acceptance."""

from __future__ import annotations

from datetime import date

from core.plan_year import needs_year, with_year
from tests.documents.sketch import read, table


def test_the_year_goes_where_the_reading_left_it_open() -> None:
    plan = read(
        "План мероприятий",
        table(
            "№ | Мероприятие | Срок | Исполнитель | 1 кв. | 2 кв.",
            "1 | Ремонт | май | Завхоз | 5 | 6",
            "2 | Осмотры | ежеквартально | Терапевт | 1 | 1",
        ),
    )
    assert needs_year(plan)
    dated = with_year(plan, 2025)
    assert not needs_year(dated)
    assert dated.activities[0].targets == {"2025-Q1": "5", "2025-Q2": "6"}
    assert dated.activities[0].deadline.end == date(2025, 5, 31)
    assert (dated.activities[1].deadline.start, dated.activities[1].deadline.end) == (
        date(2025, 1, 1),
        date(2025, 12, 31),
    )
    assert (dated.plan.period_start, dated.plan.period_end) == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_printed_year_stays() -> None:
    plan = read(
        "План мероприятий",
        table("№ | Мероприятие | Срок | Исполнитель", "1 | Ремонт | май 2023 года | Завхоз"),
    )
    assert with_year(plan, 2025).activities[0].deadline.end == date(2023, 5, 31)
