"""The button that takes back a step names what it takes back, and fits a phone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.kernel.languages import LANGUAGES
from core.plan.reports import Draft, Outcome
from core.report import draft_steps
from core.report.card_state import card_state
from handlers.card.card_rows import card_rows
from handlers.frame.screens import LONGEST_LABEL
from handlers.frame.voice import Speech
from handlers.words.recorded_words import undo_label, undo_row_label
from locales import texts
from tests.core.report.cards import owed, row, worklist

RU = Speech(texts(), "ru")
OWED = owed(target="6000")
MEASURES = worklist([row()], [OWED]).measures(OWED)
SHORT = draft_steps.with_figure(Draft(), MEASURES, Decimal(5800))
WHY = draft_steps.with_reason(SHORT, "Поставщик задержал отделку и мебель, договор ещё не закрыт")


@pytest.mark.parametrize(
    ("draft", "label"),
    [
        (SHORT, "↩️ Отменить: 5,8 млн тг"),
        (draft_steps.not_done(Draft(), MEASURES), "↩️ Отменить: не исполнено"),
        (WHY, "↩️ Отменить: Поставщик задержал…"),
        (draft_steps.with_forecast(WHY, date(2024, 6, 30)), "↩️ Отменить: 30 июня"),
        (draft_steps.with_account(SHORT, "Закуплено в марте"), "↩️ Отменить: Закуплено в марте"),
        (draft_steps.with_figure(Draft(), MEASURES, Decimal(90000)), "↩️ Отменить: 90 млн тг"),
    ],
)
def test_what_is_taken_back(draft: Draft, label: str) -> None:
    assert undo_label(RU, MEASURES, draft).replace("\u00a0", " ") == label


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_another_card_its_number_and_title(language: str) -> None:
    title = "Обучение медсестёр приёмного покоя и операционного блока"
    rows = [row(title, number="1.2"), row("Закупить")]
    done = owed(1, Draft(outcome=Outcome.DONE).changed(outcome=Outcome.DONE))
    found = worklist(rows, [done, owed(2)])
    last = found.just_recorded(1)
    assert last is not None
    voice = Speech(texts(), language)
    label = undo_row_label(voice, last)
    assert "1.2 Обучение" in label
    assert len(label) <= LONGEST_LABEL
    state = card_state(found, owed(2), (), None, last=1)
    assert label in [b.label for r in card_rows(voice, state) for b in r]
