"""A plan that prints no year anywhere: the year that the coordinator gives is put where the reading left it open."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.lifecycle.acceptance import with_part
from core.model.editions import PlanEdition
from documents.reading import read_plan

TABLE = (
    "№;Мероприятия;Срок исполнения;Ед. изм.;Ответственные исполнители;1 кв.;2 кв.;3 кв.;4 кв.\n"
    "1;Закуп оборудования;В течение года;тыс. тенге;Метролог;100,0;0,0;0,0;50,0\n"
    "2;Отчет о доходах;Ежеквартально;Наличие;Экономист;+;+;+;+\n"
)


def test_the_year_given_on_acceptance_dates_the_columns() -> None:
    read = read_plan(TABLE.encode(), "plan.csv")
    plan = PlanEdition(
        id=1,
        title="План",
        organisation="Больница",
        period_start=read.plan.period_start,
        period_end=read.plan.period_end,
        read=read,
        source_name="plan.csv",
        source_sha256="0" * 64,
        imported_by=None,
        imported_at=datetime(2024, 3, 26, tzinfo=UTC),
    )
    assert plan.lacks == ("year",)
    dated = with_part(plan, "year", "2024")
    assert dated.lacks == ()
    first, second = dated.settled_reading.activities
    assert first.targets == {"2024-Q1": "100.0", "2024-Q2": "0.0", "2024-Q3": "0.0", "2024-Q4": "50.0"}
    assert set(second.targets) == {f"2024-Q{n}" for n in range(1, 5)}
    assert first.deadline.end == date(2024, 12, 31)
