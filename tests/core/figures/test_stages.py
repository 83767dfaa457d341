"""Stages: their order, their places, how they stand, and how people type them (domain, §3)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures.stages import is_stage, read_stage, stage_at, stages_in_order, stages_of, standing
from core.kernel.errors import UnreadableInput
from core.owed.measures import Terms, measures_of, outcome_of
from core.plan.model import Activity, Unit
from core.plan.reports import Measure, Outcome, Stage

D = Decimal


def row(*codes: str) -> Activity:
    cells = {f"202{4 + at // 4}-Q{at % 4 + 1}": code for at, code in enumerate(codes) if code}
    return Activity(id="a1", title="Реестр", unit=Unit.STAGE, targets=cells)


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([row("R", "R", "F", "D")], "R F D"),
        ([row("F", "D"), row("R", "F", "D")], "R F D"),
        ([row("R", "D"), row("R", "F"), row("F", "D")], "R F D"),
        ([row("R", "F"), row("", "-", "F", "D")], "R F D"),
        ([row("П"), row("С", "П"), row("П", "Э")], "С П Э"),
        ([row("R", "F"), row("F", "R")], "R F"),  # where rows disagree, the first
        ([], ""),
    ],
)
def test_the_order_of_a_plans_stages(rows: list[Activity], order: str) -> None:
    assert " ".join(stages_in_order(rows)) == order


def test_a_rows_own_stages_keep_their_places_whatever_the_plan_adds() -> None:
    own = stages_of(row("F", "D"), (), {})
    assert [(s.code, s.place) for s in own] == [("F", D(1)), ("D", D(2))]
    wider = stages_of(row("F", "D"), ("R", "T", "F", "P", "D", "X"), {"f": "разработка"})
    assert [(s.code, s.place) for s in wider] == [
        ("R", D("0.1")),
        ("T", D("0.2")),
        ("F", D(1)),
        ("P", D("1.1")),
        ("D", D(2)),
        ("X", D("2.1")),
    ]
    assert stage_at(D(1), wider) == Stage(code="F", place=D(1), words="разработка")
    assert stage_at(D(0), wider) is None


@pytest.mark.parametrize(
    ("fact", "stands", "outcome"),
    [
        ("0", "behind", Outcome.NOT_DONE),
        ("1", "behind", Outcome.PARTIAL),
        ("2", "on-time", Outcome.DONE),
        ("3", "ahead", Outcome.DONE),
    ],
)
def test_behind_on_time_and_ahead(fact: str, stands: str, outcome: Outcome) -> None:
    main = measures_of(row("R", "F", "D"), "2024-Q2")[0]
    assert main.plan == 2
    assert standing(D(fact), main) == stands
    assert outcome_of({"main": D(fact)}, [main]) is outcome


def test_a_later_stage_of_the_plan_alone_is_ahead_and_an_earlier_one_behind() -> None:
    main = measures_of(row("F"), "2024-Q1", Terms(stages=("R", "F", "D")))[0]
    assert [standing(s.place, main) for s in main.stages] == ["behind", "on-time", "ahead"]


WORDED = Measure(
    id="main",
    unit=Unit.STAGE,
    plan=D(1),
    stages=(
        Stage(code="R", place=D(1), words="разработка требований"),
        Stage(code="F", place=D(2), words="разработка"),
        Stage(code="D", place=D(3), words="внедрение"),
    ),
)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("разработка", "2"),
        ("разработка требований", "1"),
        ("Завершена разработка требований", "1"),
        ("внедряем", "3"),
        ("внедрение завершено", "3"),
        ("R и F", None),
        ("", None),
    ],
)
def test_a_stage_by_its_words(typed: str, place: str | None) -> None:
    if place is None:
        with pytest.raises(UnreadableInput):
            read_stage(typed, WORDED)
    else:
        assert read_stage(typed, WORDED) == D(place)


def test_only_a_stage_alone_needs_no_confirmation() -> None:
    assert is_stage("F — разработка", WORDED)
    assert not is_stage("Завершили F, договор подписан", WORDED)


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_reader(typed: str) -> None:
    try:
        place = read_stage(typed, WORDED)
    except UnreadableInput as error:
        refused = error
    else:
        assert place in {D(0), D(1), D(2), D(3)}
        return
    assert refused.args_for_text["stages"] == "R, F, D"


@given(st.lists(st.lists(st.sampled_from("RFDPX"), max_size=8), max_size=6))
def test_the_order_has_each_stage_once(rows: list[list[str]]) -> None:
    found = stages_in_order([row(*codes) for codes in rows])
    assert len(set(found)) == len(found)
    assert set(found) == {code for codes in rows for code in codes}
