"""Indicators as rows that are reported on: units, periods, headings, and what a new edition keeps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from core.lifecycle.indicators import UNITS, carried_over, reported, row_of, unit_in
from core.model.editions import LiveActivity
from core.model.obligations import ReportingRule
from core.owed.measures import measures_of
from core.owed.reporting_periods import occasions
from core.plan.model import Indicator, ReadPlan, Section, Unit

SINCE = date(2024, 1, 1)
READ = ReadPlan(
    sections=(
        Section(id="s1", kind="direction", title="Пациенты"),
        Section(id="s2", parent="s1", kind="indicator", number="2.1", title="Удовлетворённость пациентов"),
        Section(id="s3", parent="s1", title="Качество"),
    )
)


def indicator(**parts: Any) -> Indicator:
    return Indicator(**{"code": "i1", "title": "Удовлетворённость пациентов", "section": "s2", **parts})


@pytest.mark.parametrize(
    ("unit", "values", "expected"),
    [
        ("%", {}, (Unit.PERCENT, None)),
        ("процент", {}, (Unit.PERCENT, None)),
        ("млн тенге", {}, (Unit.MONEY, "million KZT")),
        ("на 1000 населения", {}, (Unit.COUNT, None)),
        ("баллов по шкале ВОЗ", {}, (Unit.COUNT, None)),
        (None, {"2024": "86 %"}, (Unit.PERCENT, None)),
        (None, {"2024": "86"}, None),
        (None, {}, None),
    ],
)
def test_its_unit_is_the_printed_one(
    unit: str | None, values: dict[str, str], expected: tuple[Unit, str | None] | None
) -> None:
    assert unit_in(indicator(unit=unit, values=values)) == expected


def test_a_printed_value_is_owed_for_its_period_and_what_came_before_the_plan_by_nobody() -> None:
    row = row_of(
        indicator(unit="%", values={"2022": "80", "2024": "86", "2025": "-", "всего": "9"}), READ, SINCE
    )
    assert row.targets == {"2024": "86", "2025": "-"}
    found = occasions(row, ReportingRule().cycle, (SINCE, date(2025, 12, 31)))
    assert [(o.period.code, o.target, o.deadline) for o in found] == [("2024", "86", date(2024, 12, 31))]


def test_quarterly_values_are_owed_each_quarter() -> None:
    row = row_of(indicator(unit="%", values={"2024-Q1": "85", "2024-Q2": "86"}), READ, SINCE)
    found = occasions(row, "quarter", (SINCE, date(2024, 12, 31)))
    assert [o.period.code for o in found] == ["2024-Q1", "2024-Q2"]


def test_without_values_the_fact_is_owed_for_each_year_of_the_plan() -> None:
    row = row_of(indicator(), READ, SINCE, UNITS["million"])
    assert (row.unit, row.money_scale) == (Unit.MONEY, "million KZT")
    found = occasions(row, "quarter", (SINCE, date(2025, 12, 31)))
    assert [(o.period.code, o.target) for o in found] == [("2024", None), ("2025", None)]


def test_it_hangs_above_a_heading_that_only_repeats_it() -> None:
    assert row_of(indicator(), READ, SINCE).section == "s1"
    assert row_of(indicator(section="s3"), READ, SINCE).section == "s3"


def test_its_figure_has_its_own_direction() -> None:
    row = row_of(indicator(unit="ед.", values={"2024": "5"}, better="down"), READ, SINCE)
    (measure,) = measures_of(row, "2024")
    assert (measure.unit, measure.plan, measure.better) == (Unit.COUNT, Decimal(5), "down")


def live(id: int, row_indicator: Indicator) -> LiveActivity:
    return LiveActivity(
        id=id, plan_id=1, position=id, row=row_of(row_indicator, READ, SINCE, UNITS["percent"])
    )


def test_a_new_edition_keeps_those_of_the_same_title_and_number_first() -> None:
    before = [
        live(7, indicator(code="a", number="1.1")),
        live(8, indicator(code="b", number="2.1")),
        live(9, indicator(code="c", title="Оборот койки")),
    ]
    read = READ.model_copy(
        update={
            "indicators": (
                indicator(code="x", number="2.1", values={"2024": "90"}),
                indicator(code="y", number="1.1", title="Удовлетворенность  пациентов"),
            )
        }
    )
    kept = carried_over(before, read, SINCE)
    assert [(id, row.indicator, row.unit) for id, row in kept] == [
        (7, "y", Unit.PERCENT),
        (8, "x", Unit.PERCENT),
    ]
    assert kept[1][1].targets == {"2024": "90"}


def test_rows_of_indicators_are_told_from_the_others() -> None:
    activity = live(7, indicator(code="a"))
    plain = LiveActivity(id=1, plan_id=1, position=0, row=activity.row.model_copy(update={"indicator": None}))
    assert reported([plain, activity]) == {"a": activity}
