"""An outcome told by the row's own words: done and not done of a tick, of a number not done alone."""

from __future__ import annotations

import pytest

from core.figures.row_outcomes import outcome_of_row
from core.plan.reports import Outcome

ROW = "Утвердить график ППР"
DONE = """
Утвержден; утверждён; график утвержден; да, утвердили; да уже утвержден; утвержден спасибо; бекітілді; иа бекитилди; бекіттік;
Ия, график бекітілген; approved; yes, approved; it has been approved
"""
NOT_DONE = """
не утвержден; не был утвержден; график не утвержден; еще не утвержден; к сожалению пока не утвердили; бекітілген жоқ; әлі бекітілмеді;
бекитилмеди; not approved; not yet approved; unfortunately it has not been approved yet
"""
NEITHER = """
утвержден?; почти утвержден; утвердим; будет утвержден; проект утвержден; график разработан; подписан; утвержден частично;
утвержден, но не подписан; никем не утвержден; утвердили другой график; чужой график утвержден; утвержден в прошлом году;
половина утверждена; нет, не утвержден ли; не, утвержден; пока утвержден; бекітілді, жоқ; жоқ, бекітілді; бекітілуі керек; бекітілсе;
should be approved; to be approved; must be approved; was approved last year; approved yet
"""
TRAINING, CHECKS, REPAIR = "Обучение персонала чел.", "Поверка манометров шт.", "Капитальный ремонт"


def parts(table: str) -> list[str]:
    return [" ".join(text.split()) for text in table.split(";") if text.strip()]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        *((text, Outcome.DONE) for text in parts(DONE)),
        *((text, Outcome.NOT_DONE) for text in parts(NOT_DONE)),
        *((text, None) for text in parts(NEITHER)),
    ],
)
def test_the_rows_own_verb_is_done(text: str, outcome: Outcome | None) -> None:
    assert outcome_of_row(text, ROW, ticked=True) is outcome


def test_of_two_verbs_one_is_not_all() -> None:
    assert outcome_of_row("утвержден", "Разработать и утвердить график", ticked=True) is None


def test_of_two_things_one_is_not_all() -> None:
    row = "Утвердить положение, штатное расписание"
    assert outcome_of_row("положение утверждено", row, ticked=True) is None
    assert outcome_of_row("утверждены", row, ticked=True) is Outcome.DONE
    assert outcome_of_row("поверка не проведена", "Поверка манометров и термометров", ticked=False) is None


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Обучение не проводилось", TRAINING),
        ("оқыту өткізілген жоқ", TRAINING),
        ("training was not carried out", TRAINING),
        ("поверка манометров не проведена", CHECKS),
        ("поверка жасалмады", CHECKS),
        ("ремонт не начат", REPAIR),
        ("жөндеу басталған жоқ", REPAIR),
        ("repair not started", REPAIR),
    ],
)
def test_nothing_of_what_is_counted(text: str, row: str) -> None:
    assert outcome_of_row(text, row, ticked=False) is Outcome.NOT_DONE


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("обучение проведено", TRAINING),  # how much of it is a figure
        ("обучение частично не проведено", TRAINING),
        ("поверка не проведена", TRAINING),
        ("ремонт не закончен", REPAIR),  # a part of it may be
        ("repair is not finished", REPAIR),
        ("закуп не проведен", CHECKS),
    ],
)
def test_no_number_is_taken_for_nothing(text: str, row: str) -> None:
    assert outcome_of_row(text, row, ticked=False) is None
