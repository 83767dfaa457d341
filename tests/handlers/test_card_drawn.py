"""The card of one report as people see it, drawn from its state alone: no database, no turn."""

from __future__ import annotations

from typing import Any

import pytest

from core.kernel.languages import LANGUAGES
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Outcome
from core.report.card_state import CardState, card_state
from core.report.draft_steps import FOLLOW_UPS, Ask
from core.report.told import FIELDS
from handlers.card.card_rows import ROWS, card_rows
from handlers.card.card_text import card_text
from handlers.card.follow_ups import ASKING
from handlers.frame.voice import Speech
from locales import texts
from tests.core.report.cards import ANSWERS, figures, level, owed, row, worklist

RU = Speech(texts(), "ru")
PARTIAL = Draft(outcome=Outcome.PARTIAL, figures=figures(main=10))


def state(one: Activity | None = None, draft: Draft | None = None, **opened: Any) -> CardState:
    o = owed(draft=draft, target="6000")
    return card_state(worklist([one or row()], [o]), o, (), None, **opened)


def drawn(*args: Any, **opened: Any) -> tuple[list[str], list[list[str]]]:
    """The card's lines and its buttons' labels."""
    found = state(*args, **opened)
    return card_text(RU, found).split("\n"), [[b.label for b in r] for r in card_rows(RU, found)]


def test_a_card_says_what_is_planned_and_offers_it_as_the_first_answer() -> None:
    lines, rows = drawn()
    assert lines[0] == "1 из 1 · Финансы"
    assert lines[1] == "<b>Закупить</b>"
    assert "6 млн тг" in lines[2].replace("\u00a0", " ")
    assert "ранее в году: 0 из 10 млн тг" in lines[2].replace("\u00a0", " ")
    assert [label.replace("\u00a0", " ") for label in rows[0]] == ["✅ Исполнено: 6 млн тг"]
    assert rows[1] == ["✏️ Другая сумма", "❌ Не исполнено"]
    assert rows[-1] == ["⬅️", "⏭ Позже", "☰"]


def test_a_tick_an_indicator_and_a_goal_in_words_have_answers_of_their_own() -> None:
    _, tick = drawn(row(unit=Unit.PRESENCE, targets={"2024-Q1": "+"}))
    assert tick[0] == ["✅ Есть", "❌ Нет"]
    lines, percent = drawn(level(targets={"2024-Q1": "90"}))
    assert lines[1].startswith("📈")
    assert [len(r) for r in percent[:2]] == [1, 1]
    _, words = drawn(row(unit=None, targets={"2024-Q1": "Провести"}))
    assert words[1] == ["🟡 Частично", "❌ Не исполнено"]


@pytest.mark.parametrize("follow_up", FOLLOW_UPS, ids=lambda question: question.ask)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_that_follows_is_put_with_its_buttons(follow_up: Any, language: str) -> None:
    """Where a question is new: its text is in every language, its answers can be tapped, and the answer is told."""
    voice, at = Speech(texts(), language), FOLLOW_UPS.index(follow_up)
    answered = {q.field: ANSWERS[q.field] for q in FOLLOW_UPS[:at]}
    found = state(None, PARTIAL.model_copy(update=answered))
    asking = ASKING[follow_up.ask]
    assert found.question == follow_up.ask
    assert card_text(voice, found).endswith(f"<b>{voice.plain(asking.text_id)}</b>")
    assert voice.plain(asking.text_id) != asking.text_id
    assert asking.rows(voice, found)
    assert follow_up.field in {field.name for field in FIELDS}


def test_whatever_a_card_can_ask_has_its_buttons() -> None:
    assert set(ROWS) | set(ASKING) == set(Ask)


def test_what_was_opened_has_the_way_back_alone() -> None:
    for opened in ("paper", "account", "figure"):
        lines, rows = drawn(None, PARTIAL, opened=opened)
        assert lines[-1].startswith("<b>")
        assert rows == [[RU.plain("walk-back")]]


def test_a_story_that_was_refused_can_be_kept() -> None:
    _, rows = drawn(text_refused=True)
    papers = next(at for at, r in enumerate(rows) if r[0].startswith("📎"))
    assert rows[papers - 1] == [RU.plain("walk-keep-told")]
