"""What is typed while a card asks why: a figure that mends, an outcome that contradicts, a word that is no reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.kernel.errors import UnreadableInput
from core.model.obligations import ReportingRule
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome, Stage
from core.report.reasons import (
    REASONS,
    explained,
    forecast_days,
    forecast_told,
    mended_figures,
    mended_outcome,
    offered_reasons,
    reason_in,
    says_a_unit,
    still_to_come,
)

TODAY = date(2024, 3, 26)
MONEY = (Measure(id="main", unit=Unit.MONEY, scale=6, plan=Decimal(6)),)
PERCENT = (Measure(id="main", unit=Unit.PERCENT, plan=Decimal(90)),)
SCHOOLS = (Measure(id="main", unit=Unit.COUNT, plan=Decimal(15), noun="школ"),)
PEOPLE = (Measure(id="main", unit=Unit.COUNT, plan=Decimal(2000)),)
THRESHOLD = (
    Measure(id="main", unit=Unit.PRESENCE),
    Measure(id="threshold", unit=Unit.PERCENT, role="threshold", plan=Decimal(98)),
)
STAGES = (
    Measure(
        id="main",
        unit=Unit.STAGE,
        plan=Decimal(2),
        stages=(Stage(code="R", place=Decimal(1)), Stage(code="F", place=Decimal(2))),
    ),
)
SOURCES = (
    *MONEY,
    Measure(id="main:МБ", unit=Unit.MONEY, scale=6, role="by_source", noun="МБ", part_of="main"),
    Measure(id="main:РБ", unit=Unit.MONEY, scale=6, role="by_source", noun="РБ", part_of="main"),
)
CLINICS = (*SCHOOLS, Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=Decimal(500)))
TICK = (Measure(id="main", unit=Unit.PRESENCE),)

STATIONS = (
    Measure(id="main", unit=Unit.COUNT, plan=Decimal(2), noun="станции"),
    Measure(id="goal2", unit=Unit.COUNT, role="goal", plan=Decimal(3150), noun="новых мест"),
    Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=Decimal(500)),
)

FIGURES: list[tuple[str, tuple[Measure, ...], dict[str, str]]] = [
    ("5,8 млн", MONEY, {"main": "5.8"}),
    ("5.8 млн тг", MONEY, {"main": "5.8"}),
    ("5,8", MONEY, {"main": "5.8"}),
    ("5.8", MONEY, {"main": "5.8"}),  # of the plan's order, and no month of two digits
    ("5 800 000 теңге", MONEY, {"main": "5.8"}),
    ("0", MONEY, {"main": "0"}),
    ("ноль", MONEY, {"main": "0"}),
    ("86 %", PERCENT, {"main": "86"}),
    ("86 пайыз", PERCENT, {"main": "86"}),
    ("12", SCHOOLS, {"main": "12"}),
    ("12 школ", SCHOOLS, {"main": "12"}),
    ("12 шт.", SCHOOLS, {"main": "12"}),
    ("12 человек", PEOPLE, {"main": "12"}),
    ("2025", PEOPLE, {"main": "2025"}),
    ("96 %", THRESHOLD, {"threshold": "96"}),
    ("F", STAGES, {"main": "2"}),
    ("1 станция", STATIONS, {"main": "1"}),
    ("1 станция.", STATIONS, {"main": "1"}),
    ("3 000 мест", STATIONS, {"goal2": "3000"}),
    ("1,2 тыс мест", STATIONS, {"goal2": "1200"}),
    ("450 млн тг", STATIONS, {"spent": "450"}),
    ("МБ 3, РБ 2", SOURCES, {"main": "5", "main:МБ": "3", "main:РБ": "2"}),
]


@pytest.mark.parametrize(("typed", "measures", "figures"), FIGURES)
def test_a_figure_mends_what_was_recorded(
    typed: str, measures: tuple[Measure, ...], figures: dict[str, str]
) -> None:
    assert mended_figures(typed, measures, "ru", TODAY) == {m: Decimal(v) for m, v in figures.items()}


NO_FIGURES: list[tuple[str, tuple[Measure, ...]]] = [
    ("не хватает 3 врачей", SCHOOLS),
    ("3 врача", SCHOOLS),
    ("нет", MONEY),
    ("-", MONEY),
    ("нет 2 млн", MONEY),
    ("поставщик задержал", MONEY),
    ("15.05", SCHOOLS),
    ("15.05.2024", MONEY),
    ("15 мая", SCHOOLS),
    ("к 15 мая", SCHOOLS),
    ("2025", SCHOOLS),
    ("II квартал", SCHOOLS),
    ("через 2 недели", SCHOOLS),
    ("5 и 6", SCHOOLS),
    ("12 школ, 480 млн", CLINICS),  # which of two figures was wrong is not known
    ("12", CLINICS),
    ("1", STATIONS),
    ("1 вагон", STATIONS),
    ("нет 1 станции", STATIONS),
    ("1 станция, 450 млн", STATIONS),
    ("да", TICK),
    ("Ждём решения по фазе F", STAGES),
    ("Закупили на 5,8 млн, остальное позже", MONEY),
]


@pytest.mark.parametrize(("typed", "measures"), NO_FIGURES)
def test_what_is_a_reason_or_a_day_is_no_figure(typed: str, measures: tuple[Measure, ...]) -> None:
    assert mended_figures(typed, measures, "ru", TODAY) is None


@pytest.mark.parametrize(
    "typed",
    ["нет", "Нет.", "да", "ок", "ok", "👍", "жоқ", "иә", "no", "yes", "сделано", "не исполнено", "орындалмады", "done",
     "частично", "12", "5,8 млн", "?", "...", "-", "а"],
)  # fmt: skip
def test_a_short_word_is_no_reason(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        reason_in(typed)
    assert (refusal.value.message_id, refusal.value.args_for_text) == ("reason-not-said", {"typed": typed})


@pytest.mark.parametrize(
    "typed",
    [
        "нет денег",
        "Ремонт",
        "болезнь",
        "қаржы жоқ",
        "no money",
        "в работе",
        "орындалуда",
        "не сделано из-за тендера",
    ],
)
def test_a_reason_is_taken_as_it_is(typed: str) -> None:
    assert reason_in(typed) == typed


@pytest.mark.parametrize(
    ("typed", "recorded", "ticked", "said"),
    [
        ("исполнено", Outcome.NOT_DONE, False, Outcome.DONE),
        ("орындалды", Outcome.NOT_DONE, False, Outcome.DONE),
        ("исполнено", Outcome.PARTIAL, False, None),  # the figure that falls short may be meant to stand
        ("исполнено", Outcome.PARTIAL, True, Outcome.DONE),
        ("частично", Outcome.NOT_DONE, True, Outcome.PARTIAL),
        ("не исполнено", Outcome.PARTIAL, True, Outcome.NOT_DONE),
        ("не исполнено", Outcome.NOT_DONE, True, None),
        ("в работе", Outcome.NOT_DONE, True, None),
        ("да", Outcome.NOT_DONE, True, None),
    ],
)
def test_an_outcome_that_contradicts(
    typed: str, recorded: Outcome, ticked: bool, said: Outcome | None
) -> None:
    assert mended_outcome(typed, Draft(outcome=recorded), ticked) is said


def test_a_unit_is_told_from_a_day() -> None:
    assert [says_a_unit(t) for t in ("5.8 млн", "86 %", "86%", "5,8млн тг", "15.05", "15 мая", "к 5")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (TODAY, [date(2024, 3, 31), date(2024, 4, 30), date(2024, 6, 30), date(2024, 12, 31)]),
        (date(2024, 3, 30), [date(2024, 4, 30), date(2024, 6, 30), date(2024, 12, 31)]),
        (date(2024, 12, 30), [date(2025, 1, 31), date(2025, 3, 31)]),
    ],
)
def test_the_ends_of_the_coming_periods_are_offered(today: date, days: list[date]) -> None:
    assert forecast_days(today) == days


def test_a_coordinators_own_reasons_take_the_place_of_the_built_in_ones() -> None:
    assert list(offered_reasons(ReportingRule())) == list(REASONS)
    own = offered_reasons(ReportingRule(reasons=("#money", " Нет подрядчика ", "#unknown", " ")))
    assert list(own.values()) == ["#money", "Нет подрядчика"]
    assert list(own)[0] == "money"


def test_a_forecast_is_a_day_on_which_work_can_still_be_done() -> None:
    assert still_to_come(TODAY, TODAY) == TODAY
    for day, refused in ((date(2024, 3, 25), "forecast-past"), (date(2054, 1, 1), "forecast-far")):
        with pytest.raises(UnreadableInput, match=refused):
            still_to_come(day, TODAY)


@pytest.mark.parametrize(
    ("text", "reason", "day"),
    [
        ("нет финансирования", "нет финансирования", None),
        ("до 15 мая", "", date(2024, 5, 15)),
        ("поставщик задержал, до 15 мая", "поставщик задержал", date(2024, 5, 15)),
    ],
)
def test_a_reason_may_name_its_forecast(text: str, reason: str, day: date | None) -> None:
    assert explained(text, TODAY) == (reason, day)


def test_more_than_the_day_is_told_to_the_account() -> None:
    assert forecast_told("15.05", TODAY) == (date(2024, 5, 15), False)
    assert forecast_told("15.05, ждём второй транш", TODAY) == (date(2024, 5, 15), True)
