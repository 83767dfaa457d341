"""The real plans that ship, read from their files and compared with a perfect reading."""

from __future__ import annotations

import pickle

import pytest

from core.plan.doubts import DoubtCode
from core.plan.model import ReadPlan
from documents.reading import read_plan
from tests.documents.compare import PLANS, expected, share
from tests.documents.count import FILES, silent

READ: dict[str, ReadPlan] = {}


def plan(name: str) -> ReadPlan:
    if name not in READ:
        READ[name] = read_plan(PLANS / f"{name}.{FILES[name]}")
    return READ[name]


@pytest.mark.parametrize("name", FILES)
def test_fidelity(name: str) -> None:
    got, wrong = share(expected(name), plan(name))
    assert got >= 0.99, wrong


@pytest.mark.parametrize("name", FILES)
def test_every_target_and_deadline_is_right(name: str) -> None:
    _, wrong = share(expected(name), plan(name))
    assert [w for w in wrong if w[1] in {"targets", "deadline", "row"}] == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_wrong_without_a_doubt(name: str) -> None:
    """Every cell that was read otherwise has a doubt about its row and field, or about its name."""
    read = plan(name)
    assert silent(read, share(expected(name), read)[1]) == []


@pytest.mark.parametrize("name", FILES)
def test_doubts_are_few(name: str) -> None:
    """At most one doubt for five rows that have nothing wrong."""
    read = plan(name)
    assert len(read.doubts) <= len(read.activities) / 5


@pytest.mark.parametrize("name", FILES)
def test_every_doubt_is_of_the_closed_list(name: str) -> None:
    assert {d.code for d in plan(name).doubts} <= set(DoubtCode)


@pytest.mark.parametrize("name", FILES)
def test_a_read_plan_crosses_to_another_process(name: str) -> None:
    assert pickle.loads(pickle.dumps(plan(name))) == plan(name)


def test_the_first_row_of_the_hospital_is_doubted() -> None:
    doubt = plan("hospital-2024").doubts[0]
    assert (doubt.activity, doubt.code, doubt.field) == ("a1", DoubtCode.TARGET_OUTSIDE_DEADLINE, "deadline")
    assert doubt.args == {"deadline": "4 квартал 2024 года", "periods": "2024-Q1"}


def test_the_hospital_plan_says_its_title_and_year() -> None:
    info = plan("hospital-2024").plan
    assert info.title == "План мероприятий по стратегическим направлениям на 2024 год"
    assert info.organisation is None
    assert (str(info.period_start), str(info.period_end)) == ("2024-01-01", "2024-12-31")


def test_sections_and_indicators_of_the_hospital() -> None:
    want, got = expected("hospital-2024"), plan("hospital-2024")
    assert [(s.kind, s.number, s.title) for s in got.sections] == [
        (s["kind"], s["number"], s["title"]) for s in want["sections"]
    ]
    assert [(i.number, i.title) for i in got.indicators] == [
        (i["number"], i["title"]) for i in want["indicators"]
    ]
