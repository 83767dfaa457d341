"""What a report says is said once: each field of it is told, or named with the reason why it is not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from core.kernel.languages import LANGUAGES
from core.plan.model import Unit
from core.plan.reports import Contribution, Draft, Evidence, Measure, Outcome
from core.report.told import COLUMNS, FIELDS, NOT_TOLD, Kind, brief, told
from core.summary.workbook import LABELS
from locales import texts

MAIN = Measure(id="main", unit=Unit.COUNT)
PAPER = Evidence(id=1, obligation_id=1, kind="paper", added_by=1, added_at=datetime(2024, 4, 1, tzinfo=UTC))
WHOLE = Draft(
    outcome=Outcome.PARTIAL,
    figures={"main": Decimal(4)},
    short=True,
    account="Куплено",
    reason="Срыв поставки",
    forecast=date(2024, 5, 31),
    evidence=(1,),
    gathered={2: 1},
    said=(Contribution(post_id=1, person_id=1, name="Айша", at=datetime(2024, 4, 1, tzinfo=UTC)),),
)


def test_every_field_of_a_draft_is_told_or_named_as_not() -> None:
    names = [field.name for field in FIELDS]
    assert len(set(names)) == len(names)
    assert sorted([*names, *NOT_TOLD]) == sorted(Draft.model_fields)
    assert all(NOT_TOLD.values())


def test_what_a_report_says_in_order() -> None:
    said = told(WHOLE, [MAIN], [PAPER])
    assert [one.name for one in said] == [field.name for field in FIELDS]
    assert {one.name: one.value for one in said} | {"evidence": (1,)} == {
        name: getattr(WHOLE, name) for name in Draft.model_fields if name not in NOT_TOLD
    }
    assert said[-1].value == (PAPER,)
    assert next(one for one in said if one.name == "figures").measures == (MAIN,)


def test_what_is_left_open_is_not_told() -> None:
    assert told(Draft()) == []
    assert [one.name for one in told(Draft(account="Куплено", odd={"main": Decimal(1)}))] == ["account"]


def test_a_version_is_told_briefly() -> None:
    assert [one.name for one in brief(told(WHOLE, [MAIN]))] == ["outcome", "figures"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_field_has_its_texts(language: str) -> None:
    labelled = [field.name for field in FIELDS if field.kind in (Kind.WORDS, Kind.DAY)]
    ids = [f"{place}-{name}" for place in ("walk", "report") for name in labelled]
    ids += [f"sheet-{field.name}" for field in COLUMNS]
    assert [id for id in ids if not texts().has(language, id)] == []
    assert [f"sheet-{field.name}" for field in COLUMNS if f"sheet-{field.name}" not in LABELS] == []
