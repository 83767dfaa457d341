"""A typed figure that is likely a slip with a remedy: tenge in a row of millions, a part in place of a total (domain, §4 and §5)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures.typed_figures import oddities
from core.model.obligations import ReportingRule
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report.draft_steps import with_figures
from core.report.likely_typos import mended, slip_of, take_mended
from core.report.running_totals import runs_on, with_already

D = Decimal
MILLIONS = Measure(id="main", unit=Unit.MONEY, scale=6, plan=D("12.5"))
THOUSANDS = Measure(id="main", unit=Unit.MONEY, scale=3, plan=D(6000))
RUNNING = Measure(id="main", unit=Unit.COUNT, plan=D(20), cumulative=True, already=D(15))
TOTAL = Measure(id="main", unit=Unit.COUNT, plan=D(12), already=D(8))
SPENT = Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=D(450))
SOURCES = tuple(
    Measure(id=f"spent:{name}", unit=Unit.MONEY, role="by_source", scale=6, noun=name, part_of="spent")
    for name in ("МБ", "РБ")
)


@pytest.mark.parametrize(
    ("measure", "value", "slip"),
    [
        (MILLIONS, "12500000", ("bare-tenge", "12.5")),
        (MILLIONS, "1250000", ("bare-tenge", "1.25")),  # a tenth of the plan, and ten times it
        (MILLIONS, "125000000", ("bare-tenge", "125")),
        (MILLIONS, "1249999", None),
        (MILLIONS, "125000001", None),
        (MILLIONS, "12.5", None),
        (MILLIONS, "12500", None),  # neither tenge nor millions
        (THOUSANDS, "6000000", ("bare-tenge", "6000")),
        (THOUSANDS, "6050500", ("bare-tenge", "6050.5")),
        (THOUSANDS, "60000", None),
        (THOUSANDS.model_copy(update={"plan": None}), "6000000", None),
        (THOUSANDS.model_copy(update={"plan": D(0)}), "6000000", None),
        (Measure(id="main", unit=Unit.MONEY, plan=D(6)), "6000", None),
        (Measure(id="main", unit=Unit.COUNT, plan=D(6)), "6000", None),
        (RUNNING, "12", ("below-running", "27")),
        (RUNNING, "0", ("below-running", "15")),  # nothing was added
        (RUNNING, "15", None),
        (RUNNING, "16", None),
        (TOTAL, "4", ("below-others", "12")),
        (TOTAL, "7.5", ("below-others", "15.5")),
        (TOTAL, "8", None),
        (TOTAL, "0", ("below-others", "8")),  # nothing of the lead's own
    ],
)
def test_slips(measure: Measure, value: str, slip: tuple[str, str] | None) -> None:
    found = slip_of(D(value), measure)
    assert (found and (found.code, str(found.instead))) == slip


@pytest.mark.parametrize(
    ("measure", "value", "odd"),
    [
        (RUNNING, "12", ("below-running",)),
        (RUNNING, "0", ("below-running",)),
        (RUNNING, "1", ("under-a-tenth", "below-running")),
        (RUNNING, "15", ()),
        (TOTAL, "4", ("below-others",)),
        (TOTAL, "8", ()),
        (MILLIONS, "12500000", ("over-ten-times",)),
    ],
)
def test_what_is_there_already_makes_less_of_it_odd(
    measure: Measure, value: str, odd: tuple[str, ...]
) -> None:
    assert oddities(D(value), measure) == odd


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from([MILLIONS, THOUSANDS, RUNNING, TOTAL]),
)
def test_every_slip_is_asked_about(value: Decimal, measure: Measure) -> None:
    found = slip_of(value, measure)
    if found is not None:
        assert oddities(value, measure)
        assert found.instead >= (measure.already or 0)
        assert Draft().odd != with_figures(Draft(), (measure,), {"main": value}).odd


def test_money_told_by_source_is_mended_with_its_parts() -> None:
    told = {"spent": D(450_000_000), "spent:МБ": D(300_000_000), "spent:РБ": D(150_000_000)}
    assert mended(told, (SPENT, *SOURCES)) == {"spent": D(450), "spent:МБ": D(300), "spent:РБ": D(150)}


def test_parts_by_source_are_not_those_of_another_total() -> None:
    """The sum alone could be mended, and what the sources gave would be lost: only asked about."""
    told = {"spent": D(100), "spent:МБ": D(60), "spent:РБ": D(40)}
    assert mended(told, (SPENT.model_copy(update={"already": D(120)}), *SOURCES)) is None


def test_of_several_figures_the_others_stay() -> None:
    assert mended({"main": D(4), "spent": D(450)}, (TOTAL, SPENT)) == {"main": D(12), "spent": D(450)}
    assert mended({"main": D(9), "spent": D(450)}, (TOTAL, SPENT)) is None


def test_a_mended_figure_is_recorded_and_can_be_undone() -> None:
    waiting = with_figures(Draft(account="Открыто"), (TOTAL,), {"main": D(4)})
    taken = take_mended(waiting, (TOTAL,), {"main": D(12)})
    assert (taken.outcome, taken.figures, taken.odd) == (Outcome.DONE, {"main": D(12)}, {})
    assert taken.account == "Открыто"
    assert taken.before == waiting.without_past()


def test_a_mended_figure_that_is_another_slip_is_asked_about_in_its_turn() -> None:
    """12 500 000 tenge where 15 million were reported since the year began: 12.5 million is below that."""
    running = MILLIONS.model_copy(update={"cumulative": True, "already": D(15), "plan": D(20)})
    waiting = with_figures(Draft(), (running,), {"main": D(12_500_000)})
    taken = take_mended(waiting, (running,), {"main": D("12.5")})
    assert (taken.outcome, taken.odd) == (None, {"main": D("12.5")})
    assert mended(taken.odd, (running,)) == {"main": D("27.5")}


@pytest.mark.parametrize(
    ("measure", "kept"),
    [
        (RUNNING, D(15)),
        (RUNNING.model_copy(update={"unit": Unit.MONEY}), D(15)),
        (RUNNING.model_copy(update={"unit": Unit.PERCENT}), None),
        (RUNNING.model_copy(update={"better": "down"}), None),
        (RUNNING.model_copy(update={"cumulative": False}), None),
    ],
)
def test_a_running_total_goes_on_from_the_last(measure: Measure, kept: Decimal | None) -> None:
    before = measure.model_copy(update={"already": None})
    assert with_already((before,), {"main": D(15)}, running=True)[0].already == kept


@pytest.mark.parametrize(
    ("title", "rule", "runs"),
    [
        ("Оцифровано паспортов (нарастающим итогом)", ReportingRule(), True),
        ("Оцифровано паспортов (нарастающим итогом)", ReportingRule(not_cumulative=frozenset({7})), False),
        ("Увеличение числа врачей до 40", ReportingRule(), False),  # a level may fall
        ("Увеличение числа врачей до 40", ReportingRule(cumulative=frozenset({7})), True),
    ],
)
def test_which_rows_run_since_the_year_began(title: str, rule: ReportingRule, runs: bool) -> None:
    row = Activity(id="7", title=title, unit=Unit.COUNT, targets={"2024-Q1": "10"})
    assert runs_on(row, 7, "10", rule) is runs
