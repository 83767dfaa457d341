"""Money by source: which sources a row names, and how their parts are told in one message (domain, §1 and §4)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures.answer_parser import is_understood, read_answers
from core.figures.required import asked_for
from core.figures.sources import read_parts, sources_of
from core.kernel.errors import UnreadableInput
from core.owed.measures import measures_of
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report import draft_steps

D = Decimal
YEAR = "2023"


def row(sources: str | None = "МБ, РБ, ЧИ", **fields: Any) -> Activity:
    given = {
        "targets": {YEAR: "Открытие 8 кабинетов"},
        "funding": {YEAR: "500"},
        "funding_unit": "million KZT",
    }
    return Activity(id="a1", title="Кабинеты", funding_source_text=sources, **(given | fields))


MEASURES = measures_of(row(), YEAR)
PARTS = [m for m in MEASURES if m.role == "by_source"]
TICKED = measures_of(row(targets={YEAR: "Разработка ПСД"}), YEAR)


@pytest.mark.parametrize(
    ("printed", "sources"),
    [
        ("МБ, РБ, ЧИ", ("МБ", "РБ", "ЧИ")),
        ("МБ", ("МБ",)),
        ("РБ; МБ", ("РБ", "МБ")),
        ("ЖБ, РБ", ("ЖБ", "РБ")),
        ("МБ, спонсоры", ()),
        ("В пределах выделенных средств", ()),
        (None, ()),
    ],
)
def test_the_sources_of_a_row(printed: str | None, sources: tuple[str, ...]) -> None:
    assert sources_of(row(printed)) == sources


def test_several_sources_are_measures_that_are_never_asked_for() -> None:
    assert [m.id for m in MEASURES] == ["main", "spent", "spent:МБ", "spent:РБ", "spent:ЧИ"]
    assert [m.id for m in asked_for(MEASURES)] == ["main", "spent"]
    assert [m.id for m in measures_of(row("МБ"), YEAR)] == ["main", "spent"]
    money = row(unit=Unit.MONEY, targets={YEAR: "500"})
    assert [m.id for m in measures_of(money, YEAR)] == ["main", "main:МБ", "main:РБ", "main:ЧИ"]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("МБ 300, РБ 150 млн", {"МБ": "300", "РБ": "150"}),
        ("мб 300,5 рб 150", {"МБ": "300.5", "РБ": "150"}),
        ("300 МБ и 150 РБ", {"МБ": "300", "РБ": "150"}),
        ("300 млн МБ, 150 млн РБ", {"МБ": "300", "РБ": "150"}),
        ("МБ - 300 млн, РБ - 1,2 млрд тг", {"МБ": "300", "РБ": "1200"}),
        ("МБ: 300; РБ: 150; ЧИ: 0", {"МБ": "300", "РБ": "150", "ЧИ": "0"}),
        ("МБ=300\nРБ=150", {"МБ": "300", "РБ": "150"}),
        ("МБ 300 + РБ 150", {"МБ": "300", "РБ": "150"}),
        ("МБ 300 рб нет", {"МБ": "300", "РБ": "0"}),
        ("МБ 300", {"МБ": "300"}),
        ("МБ 300 тыс, РБ 150", {"МБ": "0.3", "РБ": "150"}),
        ("Освоено: МБ 300, РБ 10", {"МБ": "300", "РБ": "10"}),
        ("местный 300, республиканский 150", {"МБ": "300", "РБ": "150"}),
        ("жергілікті 300 млн, республикалық 150 млн", {"МБ": "300", "РБ": "150"}),
        ("local 300, republican 150", {"МБ": "300", "РБ": "150"}),
        ("450", {}),
        ("450 млн", {}),
        ("Средства МБ перечислены 15 мая", {}),
        ("МБ", {}),
    ],
)
def test_parts_are_read(typed: str, parts: dict[str, str]) -> None:
    assert read_parts(typed, PARTS, "ru") == {f"spent:{name}": D(value) for name, value in parts.items()}


def test_the_sum_of_the_parts_is_what_was_spent() -> None:
    given = read_answers("МБ 300, РБ 200 млн", MEASURES, MEASURES[1], "ru")
    draft = draft_steps.with_figures(Draft(figures={"main": D(8)}), MEASURES, given)
    assert draft.outcome is Outcome.DONE
    assert draft.figures == {"main": D(8), "spent": D(500), "spent:МБ": D(300), "spent:РБ": D(200)}
    again = draft_steps.with_figure(draft, MEASURES, D(480), measure=MEASURES[1])
    assert again.figures == {"main": D(8), "spent": D(480)}, "a sum told anew takes the place of its parts"


@pytest.mark.parametrize(
    ("typed", "measures", "given"),
    [
        ("8 кабинетов, 480 млн тг", MEASURES, {"main": "8", "spent": "480"}),
        ("8; 480", MEASURES, {"main": "8", "spent": "480"}),
        ("8 және 480 млн", MEASURES, {"main": "8", "spent": "480"}),
        ("8 rooms and 480 mln", MEASURES, {"main": "8", "spent": "480"}),
        ("480 млн тг", MEASURES, {"spent": "480"}),
        ("8", MEASURES, {"main": "8"}),
        ("480", TICKED, {"spent": "480"}),
    ],
)
def test_one_message_answers_a_goal_and_its_money(
    typed: str, measures: tuple[Measure, ...], given: dict[str, str]
) -> None:
    found = read_answers(typed, measures, draft_steps.answered_measure(measures), "ru")
    assert found == {id: D(value) for id, value in given.items()}


@pytest.mark.parametrize("typed", ["8, 9, 480", "8 и 9 и 10 кабинетов"])
def test_more_figures_than_are_asked_for_are_refused(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_answers(typed, MEASURES, MEASURES[0], "ru")
    assert refused.value.message_id == "figure-many"


@given(st.text("МБРЧИмбр0123456789 ,.;:-млнтыс\n", max_size=40))
def test_nothing_typed_breaks_the_reader(typed: str) -> None:
    try:
        parts = read_parts(typed, PARTS, "ru")
    except UnreadableInput as error:
        refused = error
    else:
        assert all(value >= 0 for value in parts.values())
        return
    assert refused.message_id.startswith("figure-")


SOURCES = [
    ("МБ 40, РБ 110, ЧИ 5", True),
    ("МБ 40 млн, РБ 110 млн, ЧИ нет 0", True),
    ("РБ 150", False),
    ("МБ 40, РБ 110", False),
    ("республиканский бюджет 150", False),
    ("РБ 150 млн тг", False),
    ("ЖБ 40, РБ 110", False),
    ("республикалық бюджет 150", False),
    ("local 40, republican 110", False),
    ("private 5", False),
]


@pytest.mark.parametrize(("text", "whole"), SOURCES)
def test_money_of_some_of_its_sources_is_shown_back(text: str, whole: bool) -> None:
    asked = next(m for m in MEASURES if m.id == "spent")
    told = read_answers(text, MEASURES, asked, "ru")
    assert is_understood(text, told, MEASURES, "ru") is whole
