"""What the workbook shows of each obligation."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from core.kernel.languages import LANGUAGES
from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import Due, Obligation, ObligationKind, ReportState
from core.plan.model import Activity, ReadPlan, Section, Unit
from core.plan.reports import Draft, Outcome
from core.summary.workbook import ReportRow, SummaryTable, summary_table
from locales import texts
from tests.core.samples import summarise

D = Decimal
Q1 = "2024-Q1"
SECTIONS = (Section(id="d1", number="1", title="Финансы"), Section(id="g1", parent="d1", title="База"))
PLAN = PlanEdition(
    id=1,
    title=None,
    organisation=None,
    period_start=None,
    period_end=None,
    read=ReadPlan(sections=SECTIONS),
    source_name="",
    source_sha256="",
    imported_by=None,
    imported_at=datetime(2024, 1, 1, tzinfo=UTC),
)


def activity(**row: Any) -> LiveActivity:
    fields = {"unit": Unit.MONEY, "money_scale": "thousand KZT", "targets": {Q1: "6000.0"}} | row
    return LiveActivity(
        id=7, plan_id=1, position=5, row=Activity(id="a5", section="g1", title="Закуп", **fields)
    )


def obligation(
    answer: Draft | None = None, *, sent: bool = True, first: date | None = date(2024, 4, 8), **more: Any
) -> Obligation:
    answer = answer or Draft()
    fields: dict[str, Any] = {
        "state": ReportState.SUBMITTED,
        "submitted": answer,
        "version": 1,
        "first_submitted_on": first,
    }
    return Obligation(
        id=3,
        plan_id=1,
        activity_id=7,
        post_id=2,
        kind=ObligationKind.TARGET,
        period=Q1,
        due=Due(
            deadline=date(2024, 3, 31),
            opens=date(2024, 3, 21),
            report_due=date(2024, 4, 5),
            closes=date(2024, 4, 19),
        ),
        draft=answer,
        **({"target": "6000.0"} | (fields if sent else {}) | more),
    )


def made(
    row: LiveActivity, owed: Obligation, as_of: date = date(2024, 4, 8), language: str = "ru"
) -> SummaryTable:
    posts = {2: "Метролог"}
    summary = summarise(PLAN, [row], [owed], as_of, Q1, posts=posts)
    return summary_table(PLAN, summary, [row], [owed], texts(), language, posts=posts, evidence={3: 2})


def only(row: LiveActivity, owed: Obligation, as_of: date = date(2024, 4, 8)) -> ReportRow:
    return made(row, owed, as_of).rows[0]


def test_a_submitted_report() -> None:
    answer = Draft(
        outcome=Outcome.PARTIAL,
        figures={"main": D(4500)},
        account="Куплено",
        reason="Срыв поставки",
        forecast=date(2024, 5, 31),
    )
    shown = only(activity(), obligation(answer))
    assert (shown.number, shown.section, shown.owner, shown.unit) == (
        "6",
        "Финансы › База",
        "Метролог",
        "тыс. тг",
    )
    assert (shown.plan, shown.fact, shown.achievement) == (D(6000), D(4500), D("0.75"))
    assert (shown.outcome, shown.standing) == ("исполнено частично", "с опозданием")
    assert shown.told == {
        "account": "Куплено",
        "reason": "Срыв поставки",
        "forecast": date(2024, 5, 31),
    }
    assert shown.evidence == 2


@pytest.mark.parametrize(
    ("owed", "as_of", "standing"),
    [
        (obligation(first=date(2024, 4, 5)), date(2024, 4, 8), "в срок"),
        (obligation(sent=False), date(2024, 4, 5), "не сдан"),
        (obligation(sent=False), date(2024, 4, 6), "просрочен"),
        (obligation(Draft(account="Готово"), sent=False), date(2024, 4, 5), "записан, не сдан"),
        (obligation(Draft(account="Готово"), state=ReportState.RETURNED), date(2024, 4, 8), "возвращён"),
    ],
)
def test_how_a_report_stands(owed: Obligation, as_of: date, standing: str) -> None:
    assert only(activity(), owed, as_of).standing == standing


def test_what_is_not_sent_is_not_shown() -> None:
    draft = Draft(outcome=Outcome.DONE, figures={"main": D(6000)}, account="Готово")
    shown = only(activity(), obligation(draft, sent=False))
    assert (shown.fact, shown.outcome, shown.told["account"], shown.achievement) == (None, "", "", None)


def test_a_presence_is_told_in_words_and_a_goal_as_printed() -> None:
    tick = activity(unit=Unit.PRESENCE, targets={Q1: "+"})
    shown = only(tick, obligation(Draft(figures={"main": D(1)}), target="+"))
    assert (shown.plan, shown.fact, shown.achievement) == ("+", "есть", None)
    goal = "Открытие 8 кабинетов"
    shown = only(
        activity(unit=None, targets={Q1: goal}), obligation(Draft(figures={"main": D(6)}), target=goal)
    )
    assert (shown.plan, shown.fact, shown.achievement) == (goal, D(6), D("0.75"))


def test_a_goal_with_money_tells_what_was_spent_on_it() -> None:
    goal = "Открытие 8 кабинетов"
    row = activity(
        unit=None, money_scale=None, targets={Q1: goal}, funding={Q1: "500"}, funding_unit="million KZT"
    )
    answer = Draft(outcome=Outcome.DONE, figures={"main": D(8), "spent": D(480)})
    shown = only(row, obligation(answer, target=goal))
    assert (shown.fact, shown.money_plan, shown.money_spent) == (D(8), D(500), D(480))
    table = made(row, obligation(answer, target=goal))
    assert table.labels["sheet-money-spent"] == "Освоено, млн тг"
    unsent = only(row, obligation(answer, target=goal, sent=False))
    assert (unsent.money_plan, unsent.money_spent) == (D(500), None), "nothing counts before it is handed in"


def test_all_money_of_the_sheet_is_in_one_scale() -> None:
    goal = "Открытие 8 кабинетов"
    funded = {
        "unit": None,
        "money_scale": None,
        "targets": {Q1: goal},
        "funding": {Q1: "500"},
        "funding_unit": "million KZT",
    }
    rows = [activity(), activity(**funded).model_copy(update={"id": 8, "position": 6})]
    owed = [
        obligation(Draft(outcome=Outcome.DONE, figures={"main": D(6000)})),
        obligation(
            Draft(outcome=Outcome.DONE, figures={"main": D(8), "spent": D(480)}), target=goal
        ).model_copy(update={"id": 4, "activity_id": 8}),
    ]
    summary = summarise(PLAN, rows, owed, date(2024, 4, 8), Q1)
    table = summary_table(PLAN, summary, rows, owed, texts(), "ru")
    assert [(r.money_plan, r.money_spent) for r in table.rows] == [
        (D(6000), D(6000)),
        (D(500_000), D(480_000)),
    ]
    assert (table.total.money_plan, table.total.money_fact) == (D(506_000), D(486_000))
    assert table.labels["sheet-money-plan"] == "Деньги по плану, тыс. тг"


def test_a_row_without_money_leaves_the_cells_empty() -> None:
    tick = activity(unit=Unit.PRESENCE, targets={Q1: "+"})
    shown = only(tick, obligation(Draft(figures={"main": D(1)}), target="+"))
    assert (shown.money_plan, shown.money_spent) == (None, None)


@pytest.mark.parametrize(
    ("language", "title", "money"),
    [
        ("ru", "План без названия", "План, тыс. тг"),
        ("kk", "Атауы жоқ жоспар", "Жоспар, мың тг"),
        ("en", "Untitled plan", "Plan, KZT thousand"),
    ],
)
def test_words_are_of_the_language(language: str, title: str, money: str) -> None:
    table = made(activity(), obligation(), language=language)
    assert table.title == title
    assert table.labels["summary-money-plan"] == money
    assert language in LANGUAGES
    assert not any("{" in word for word in table.labels.values())
