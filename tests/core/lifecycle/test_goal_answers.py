"""What the coordinator says of goals: what each answer makes of the measures, what is refused, what is remembered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.kernel.errors import Missing, UnreadableInput
from core.lifecycle import acceptance, goal_answers
from core.lifecycle.edition_diff import FieldChange, compare, rows_of
from core.lifecycle.goal_answers import find, printed_goals, said_of, typed, unsure
from core.owed.measures import measures_of
from core.plan.model import Activity, GoalSaid, PlanInfo, ReadPlan
from core.printed.goals import goals_of
from storage import open_storage
from tests.storage.samples import NOW

ROOMS = "Открытие 8 кабинетов"
UP_TO = "до 80 км"


def row(text: str, *said: GoalSaid, **more: object) -> Activity:
    kept = {"id": "a1", "title": "Развитие", "targets": {"2025": text}, "goals": said, **more}
    return Activity.model_validate(kept)


def said(text: str, **what: object) -> GoalSaid:
    return GoalSaid.model_validate({"text": text, **what})


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        (ROOMS, None, {"plan": Decimal(8), "noun": "кабинетов", "cumulative": False, "better": "up"}),
        (ROOMS, said(ROOMS, kind="level"), {"plan": Decimal(8), "cumulative": True}),
        (ROOMS, said(ROOMS, words="12 классов"), {"plan": Decimal(12), "noun": "классов", "cumulative": False}),
        (ROOMS, said(ROOMS, words="12%"), {"plan": Decimal(12), "unit": "percent"}),
        (ROOMS, said(ROOMS, comparison="at_most"), {"better": "down"}),
        (ROOMS, said("Другие слова", kind="level"), {"cumulative": False}),
        (ROOMS, said(ROOMS, at=5, kind="level"), {"cumulative": False}),
        (ROOMS, said(ROOMS, none=True), {"plan": None, "unit": "text"}),
        (UP_TO, None, {"better": "up"}),
        (UP_TO, said(UP_TO), {"better": "down"}),
        (UP_TO, said(UP_TO, comparison="at_least"), {"better": "up"}),
    ],
)  # fmt: skip
def test_a_report_is_measured_by_what_was_said(
    text: str, answer: GoalSaid | None, expected: dict[str, object]
) -> None:
    activity = row(text, answer) if answer else row(text)
    measure = measures_of(activity, "2025")[0]
    assert {name: getattr(measure, name) for name in expected} == expected


def test_one_of_two_figures_is_told_and_a_day_is_given() -> None:
    text = "6 школ на 3 150 мест"
    activity = row(text, said(text, at=1, kind="level", due=date(2025, 9, 1)))
    first, second = goals_of(activity, text, 2025)
    assert (first.value, first.kind, first.due) == (Decimal(6), "increment", None)
    assert (second.value, second.kind, second.due) == (Decimal(3150), "level", date(2025, 9, 1))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("не менее 150 чел.", {"words": "не менее 150 чел.", "due": None}),
        ("кемінде 150 адам", {"words": "кемінде 150 адам"}),
        ("  12 % ", {"words": "12 %"}),
        ("до 31.12.2025", {"words": None, "due": date(2025, 12, 31), "kind": "level"}),
        ("100 чел. до 31.12.2025", {"words": "100 чел. до 31.12.2025", "due": date(2025, 12, 31)}),
    ],
)
def test_a_goal_is_typed_in_other_words(words: str, expected: dict[str, object]) -> None:
    told = typed(said(ROOMS, kind="level"), words)
    assert {name: getattr(told, name) for name in expected} == expected


@pytest.mark.parametrize("words", ["", "как получится", "6 школ на 3 150 мест", "1 чел. " * 60])
def test_what_is_no_goal_is_refused(words: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        typed(said(ROOMS), words)
    assert refused.value.message_id == "goal-not-read"


def test_goals_are_listed_once_for_the_same_words_and_only_where_something_was_understood() -> None:
    activity = row(ROOMS, targets={"2024": ROOMS, "2025": ROOMS, "2026": "12", "2027": "+", "2028": UP_TO})
    assert [(p.text, p.periods) for p in printed_goals(activity)] == [
        (ROOMS, ("2024", "2025")),
        (UP_TO, ("2028",)),
    ]
    assert printed_goals(activity.model_copy(update={"unit": "count"})) == []
    read = ReadPlan(activities=(row("да"), activity))
    assert unsure(read) == [(1, 1, 0)]
    assert find(read, 1, 1, 0)[2].figure == Decimal(80)
    for place in ((0, 0, 0), (1, 2, 0), (1, 0, 1), (9, 0, 0)):
        with pytest.raises(Missing):
            find(read, *place)
    told = activity.model_copy(update={"goals": (said(UP_TO, none=True),)})
    assert [p.text for p in printed_goals(told)] == [ROOMS, UP_TO]
    assert unsure(ReadPlan(activities=(told,))) == []


async def test_an_answer_is_kept_beside_the_reading_and_known_to_the_next_one(tmp_path: Path) -> None:
    info = PlanInfo(title="План", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    async with storage.begin() as work:

        async def read(*rows: Activity) -> int:
            plan = ReadPlan(plan=info, activities=rows)
            return await acceptance.put_forward(work, plan, source_name="x", source_sha256="x", by=1, now=NOW)

        plan = await acceptance.proposed(work, await read(row(ROOMS)))
        activity, printed, _ = find(plan.settled_reading, 0, 0, 0)
        answer = said_of(activity, printed, 0).model_copy(update={"kind": "level"})
        plan = await goal_answers.say(work, plan, activity, answer, 1, NOW)
        assert await acceptance.proposed(work, plan.id) == plan
        assert plan.read.activities[0].goals == ()
        assert plan.settled_reading.activities[0].goals == (answer,)
        corrected = await read(row("12%", id="a1", title="Иное"), row(ROOMS, id="a2"))
        again = (await acceptance.proposed(work, corrected)).settled_reading
        assert [a.goals for a in again.activities] == [(), (answer,)]
        (line, *_) = await work.journal.lines(f"plan:{plan.id}")
        assert (line.action, line.after and line.after["how"]) == ("goal-said", '{"kind":"level"}')
    await storage.close()


def test_a_goal_understood_otherwise_is_a_change_of_the_row() -> None:
    old = rows_of(ReadPlan(activities=(row(ROOMS),)), [7])
    new = rows_of(ReadPlan(activities=(row(ROOMS, said(ROOMS, kind="level", comparison="at_least")),)))
    (pair,) = compare(old, new).pairs
    assert pair.certain
    assert pair.changes == (FieldChange("goals:2025", "+8 кабинетов", "≥ 8 кабинетов"),)


def test_what_was_said_is_no_part_of_the_exchanged_shape() -> None:
    assert "goals" not in ReadPlan(activities=(row(ROOMS),)).as_json()["activities"][0]


def test_a_button_says_a_kind_a_comparison_or_that_there_is_no_figure() -> None:
    said = GoalSaid(text="8 кабинетов", at=0)
    assert goal_answers.chosen(said, "level").kind == "level"
    assert goal_answers.chosen(said, "at_most").comparison == "at_most"
    none = goal_answers.chosen(said, "none")
    assert none.none
    assert not goal_answers.chosen(none, "yes").none
    with pytest.raises(Missing):
        goal_answers.chosen(said, "anything")
