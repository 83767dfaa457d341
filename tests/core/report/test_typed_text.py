"""Which reading of a typed text applies, and what it makes of the report: a table, without a conversation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.figures.required import plan_mark
from core.kernel.errors import PlanChanged, UnreadableInput
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report.typed_text import (
    CardShown,
    Explains,
    NotSo,
    Reading,
    Step,
    Tells,
    beside_papers,
    is_story_refused,
    read_typed,
)
from tests.core.report.cards import TODAY, figures, owed

MONEY = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(6000)),)
TICK = (Measure(id="main", unit=Unit.PRESENCE),)
WORDS = (Measure(id="main", unit=Unit.TEXT),)
ZERO = (Measure(id="main", unit=Unit.COUNT, plan=Decimal(0)),)
WAITS = Draft(odd=figures(main=60))
PARTIAL = Draft(outcome=Outcome.PARTIAL, figures=figures(main=10))
WHY = PARTIAL.model_copy(update={"reason": "нет денег"})


def read(
    text: str, draft: Draft | None = None, measures: tuple[Measure, ...] = MONEY, **shown: object
) -> Reading:
    card = CardShown("ru", TODAY, **shown)  # type: ignore[arg-type]
    return read_typed(text, owed(draft=draft), measures, card)


def step(reading: Reading | None) -> Draft:
    assert isinstance(reading, Step)
    return reading.draft


def test_a_figure_is_recorded_and_held_against_the_plan() -> None:
    done, partial = step(read("6000")), step(read("5 800"))
    assert (done.outcome, partial.outcome) == (Outcome.DONE, Outcome.PARTIAL)
    assert partial.figures == figures(main=5800)


def test_a_figure_in_a_sentence_is_shown_back_first() -> None:
    shown = step(read("закупили оборудование на 5 800 тыс. тенге у двух поставщиков"))
    assert (shown.outcome, shown.odd) == (None, figures(main=5800))


@pytest.mark.parametrize(
    ("text", "measures", "outcome", "told"),
    [
        ("да", MONEY, Outcome.DONE, {"main": 6000}),
        ("не сделано", MONEY, Outcome.NOT_DONE, {"main": 0}),
        ("не было", ZERO, Outcome.DONE, {"main": 0}),
        ("частично", WORDS, Outcome.PARTIAL, {}),
        ("нет", WORDS, Outcome.NOT_DONE, {}),
        ("есть", TICK, Outcome.DONE, {}),
    ],
)
def test_a_short_answer_is_what_its_button_would_record(
    text: str, measures: tuple[Measure, ...], outcome: Outcome, told: dict[str, int]
) -> None:
    draft = step(read(text, measures=measures))
    assert (draft.outcome, draft.figures) == (outcome, figures(**told))


def test_yes_confirms_what_waits_and_no_was_a_slip() -> None:
    assert step(read("да", WAITS)).figures == figures(main=60)
    assert read("нет", WAITS) == NotSo()


def test_yes_answers_the_plan_that_the_card_showed() -> None:
    assert step(read("да", mark=plan_mark(MONEY))).outcome is Outcome.DONE
    with pytest.raises(PlanChanged):
        read("да", mark="0" * 8)


def test_while_it_asks_why_a_text_is_the_reason_or_mends_the_figure() -> None:
    assert step(read("нет финансирования", PARTIAL)).reason == "нет финансирования"
    assert step(read("5 900", PARTIAL)).figures == figures(main=5900)
    assert step(read("поставщик задержал, до 15 мая", PARTIAL)).forecast == date(2024, 5, 15)


def test_while_it_asks_by_when_a_text_is_the_day_and_more_goes_to_the_account() -> None:
    assert step(read("15.05", WHY)).forecast == date(2024, 5, 15)
    told = step(read("15.05, ждём второй транш", WHY))
    assert (told.forecast, told.account) == (date(2024, 5, 15), "15.05, ждём второй транш")
    with pytest.raises(UnreadableInput, match="forecast-past"):
        read("01.02.2024", WHY)


def test_a_button_of_the_card_goes_before_what_the_walk_asks() -> None:
    assert step(read("5 900", WHY, opened=True, named="main")).figures == figures(main=5900)


def test_papers_are_kept_and_what_stands_beside_them_is_shown_back() -> None:
    told = read("Акт №12 от 05.03.2024, закупили на 5,8 млн")
    assert isinstance(told, Tells)
    assert (len(told.said.papers), told.said.figures) == (1, figures(main=5800))


def test_a_paper_while_it_asks_why_leaves_the_rest_as_the_reason() -> None:
    reading = read("Письмо №3 от 01.03.2024; поставщик задержал", PARTIAL, forms=("Письмо",))
    assert isinstance(reading, Explains)
    o, card = owed(draft=PARTIAL), CardShown("ru", TODAY)
    assert (len(reading.papers), reading.rest) == (1, "поставщик задержал")
    assert step(beside_papers(reading.rest, o, MONEY, card)).reason == "поставщик задержал"
    assert beside_papers("", o, MONEY, card) is None
    word = beside_papers("задержка", o, MONEY, card)
    assert isinstance(word, Tells)
    assert (word.said.account, word.said.answers) == ("задержка", False)


def test_an_outcome_in_a_story_is_shown_back() -> None:
    told = read("Закупили аппарат. Исполнено")
    assert isinstance(told, Tells)
    assert (told.said.outcome, told.said.account) == (Outcome.DONE, "Закупили аппарат. Исполнено")


@pytest.mark.parametrize(
    ("text", "measures", "refused", "is_story"),
    [
        ("купили один аппарат у завода", MONEY, "figure-not-read", True),
        ("много", MONEY, "figure-not-read", False),
        ("ведётся работа", MONEY, "figure-under-way", False),
        ("работа ведётся", MONEY, "figure-under-way", False),
        ("жұмыс жүріп жатыр", MONEY, "figure-under-way", False),
        ("орындалуда", MONEY, "figure-under-way", False),
        ("work in progress", MONEY, "figure-under-way", False),
        ("partly done", MONEY, "figure-under-way", False),
        ("прошло хорошо", TICK, "presence-not-read", True),
        ("провели семинар", WORDS, "tick-not-read", True),
    ],
)
def test_a_story_is_refused_as_a_figure_and_may_be_kept(
    text: str, measures: tuple[Measure, ...], refused: str, is_story: bool
) -> None:
    with pytest.raises(UnreadableInput) as found:
        read(text, measures=measures)
    assert found.value.message_id == refused
    assert is_story_refused(found.value, text) is is_story


@pytest.mark.parametrize("text", ["выполнено на 100%", "100 пайыз орындалды", "100% done"])
def test_a_hundred_percent_done_mends_nothing_where_another_share_is_planned(text: str) -> None:
    share = (Measure(id="main", unit=Unit.PERCENT, plan=Decimal(86)),)
    none = Draft(outcome=Outcome.NOT_DONE, figures=figures(main=0))
    with pytest.raises(UnreadableInput, match="reason-not-said"):
        read(text, none, share)
    assert step(read("100%", none, share)).figures == figures(main=100)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("budget revised (decision No. 214 of 01.03.2024), spend moved to Q2", ()),
        ("бюджет нақтыланды (01.03.2024 № 214), игеру екінші тоқсанға ауысты", ()),
        ("бюджет уточнён (решение маслихата № 214 от 01.03.2024), освоение перенесено", ("приказ",)),
        ("Письмо №3 от 01.03.2024; поставщик задержал", ("акт",)),
        ("поставщик задержал, письмо № 3 от 01.03.2024", ()),
        ("supplier is late, letter No. 3 of 1 March 2024", ("order",)),
        ("жеткізуші кешіктірді, 01.03.2024 № 3 хат", ("бұйрық",)),
        ("№ 3 от 01.03.2024, поставщик задержал поставку", ("акт",)),
        ("закупка перенесена (решение № 214 от 15.05.2024)", ()),
        ("tender moved (decision No. 214, 15.05.2024)", ()),
    ],
)
def test_a_paper_of_the_reason_stays_in_it(text: str, forms: tuple[str, ...]) -> None:
    kept = step(read(text, PARTIAL, forms=forms))
    assert (kept.reason, kept.forecast) == (text, None)


def test_a_reason_with_a_paper_keeps_its_whole_text_beside_the_forecast() -> None:
    text = "бюджет уточнён (решение № 214 от 01.03.2024), закроем к 15 мая"
    kept = step(read(text, PARTIAL))
    assert (kept.reason, kept.forecast) == (text, date(2024, 5, 15))


@pytest.mark.parametrize("text", ["Письмо № 3 от 01.03.2024", "Письмо № 3 от 01.03.2024, приложено"])
def test_a_paper_alone_while_it_asks_why_is_kept(text: str) -> None:
    reading = read(text, PARTIAL)
    assert isinstance(reading, Explains)
    assert [p.paper.number for p in reading.papers] == ["3"]
