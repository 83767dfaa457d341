"""What one typed message or caption tells: the figures in it, the measure that each is for, and whether it is a story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.figures.plan_beside import without_plan
from core.figures.required import asked_for
from core.figures.sources import read_parts, tells_more
from core.figures.stages import is_stage
from core.figures.typed_figures import (
    find_figure,
    has_scale,
    is_unit_word,
    read_figure,
    refused,
)
from core.figures.understood import PARTS, Beside, beside
from core.kernel.errors import UnreadableInput
from core.kernel.text import fold
from core.plan.model import Unit
from core.plan.reports import Measure

_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])\.?\s+(?=\d)")
_FEW = 1000
_STEM = 4
_REFUSALS = {
    Beside.DENIED: "figure-not-fact",
    Beside.OTHER_UNIT: "figure-other-unit",
    Beside.TORN: "figure-many",
}


def read_answer(
    text: str, measures: Sequence[Measure], asked: Measure, language: str | None
) -> tuple[Measure, Decimal]:
    """The figure that a text gives and the measure it is for: another one where the unit says so ("450 млн тг").

    Raises UnreadableInput, of the measure that was asked for.
    """
    text = without_plan(text, asked, language)
    money = _money_meant(text, asked, measures)
    try:
        return (money or asked), read_figure(text, money or asked, language)
    except UnreadableInput as refusal:
        if refusal.message_id == "figure-other-unit":
            for other in asked_for(measures):
                figure = find_figure(text, other, language)
                if figure is not None:
                    return other, figure
        raise


def read_answers(
    text: str, measures: Sequence[Measure], asked: Measure, language: str | None, row: str = ""
) -> dict[str, Decimal]:
    """Every figure that one message gives, by measure: one, several of a row in their order, or money by its source.

    "12 поликлиник, 480 млн тг" answers a goal and its money; "МБ 300, РБ 150 млн" gives the parts and their sum.
    `row` is what the row prints. Raises UnreadableInput, of the measure that was asked for; with the id "figure-not-fact"
    where what stands beside a figure says that it is not the fact ("осталось 40").
    """
    given = _given(text, measures, asked, language)
    refusal = _REFUSALS.get(beside(text, given, measures, language, row))
    if refusal is not None:
        raise refused(refusal, text)
    return given


def is_understood(
    text: str, given: Mapping[str, Decimal], measures: Sequence[Measure], language: str | None, row: str = ""
) -> bool:
    """Whether nothing stands beside the figures that could make them other than they were read."""
    return beside(text, given, measures, language, row) is Beside.NOTHING


def _given(
    text: str, measures: Sequence[Measure], asked: Measure, language: str | None
) -> dict[str, Decimal]:
    parts = [m for m in measures if m.role == "by_source"]
    by_source = read_parts(text, parts, language)
    if by_source:
        of = next(m.part_of for m in parts if m.part_of)
        return {of: sum(by_source.values(), Decimal(0)), **by_source}
    several = _one_after_another(text, measures, asked, language)
    if several:
        return several
    measure, value = read_answer(text, measures, asked, language)
    return {measure.id: value}


def is_story(
    text: str, given: Mapping[str, Decimal], measures: Sequence[Measure], language: str | None
) -> bool:
    """Whether a text tells more than the figures that were read from it (`says_more`, of each of its parts)."""
    told = [m for m in measures if m.id in given and m.role != "by_source"]
    if len(told) < len(given):
        return tells_more(text, [m for m in measures if m.role == "by_source"])
    if len(told) == 1:
        return says_more(without_plan(text, told[0], language), told[0], language)
    return any(
        all(_told_in(part, m, language) != given[m.id] or says_more(part, m, language) for m in told)
        for part in _parts(text)
    )


def says_more(text: str, measure: Measure, language: str | None) -> bool:
    """Whether a text tells a story around its figure: "Закупили в феврале на 5,8 млн", but not "5,8 млн тенге".

    A word belongs to the figure where it says its unit, or where the figure is read otherwise, or not at all, without
    it.
    """
    if measure.unit is Unit.STAGE and is_stage(text, measure):
        return False
    figure = find_figure(text, measure, language)
    words = text.split()
    beside = 0
    for at, word in enumerate(words):
        without = " ".join(words[:at] + words[at + 1 :])
        said = any(c.isalpha() for c in word) and not is_unit_word(word)
        beside += said and find_figure(without, measure, language) == figure
    return figure is not None and beside > 1


def _one_after_another(
    text: str, measures: Sequence[Measure], asked: Measure, language: str | None
) -> dict[str, Decimal]:
    """Figures for several measures from the parts of a text, from the one that is asked on; nothing where a part has a
    figure that answers none of them ("12 врачей и 7 сестёр"). What stands between them is a story (`is_story`)."""
    text = without_plan(text, asked, language)
    order = asked_for(measures)
    waiting = order[order.index(asked) :] if asked in order else []
    found = _of_parts(_parts(text), waiting, language)
    money = [m for m in waiting if m.unit is Unit.MONEY]
    if found or any(find_figure(text, m, language) is not None for m in money):  # "5 млн 800 тыс"
        return found
    return _of_parts(_BEFORE_NUMBER.split(text), waiting, language, named=True)  # "12 поликлиник 480 млн"


def _of_parts(
    parts: Sequence[str], waiting: Sequence[Measure], language: str | None, *, named: bool = False
) -> dict[str, Decimal]:
    """`named`: nothing parts the figures, so that each but the first has to say what it is of: "6 из 9" is one thing."""
    found: dict[str, Decimal] = {}
    for part in parts:
        left = [m for m in waiting if m.id not in found]
        if not found and not any(c.isdigit() for c in part):
            continue  # "нет, только 10": a word for nothing before any figure is none
        money = next((m for m in left if _money_meant(part, m, left)), None)
        tried = left if money is None else sorted(left, key=lambda m: m.unit is not Unit.MONEY)
        figures = ((m, _told_in(part, m, language)) for m in tried)
        measure, figure = next(((m, f) for m, f in figures if f is not None), (None, None))
        if measure is not None and figure is not None:
            if named and found and not _names(part, measure):
                return {}
            found[measure.id] = figure
        elif any(c.isdigit() for c in part):
            return {}
    return found if len(found) > 1 else {}


def _names(part: str, measure: Measure) -> bool:
    """Whether a part says its figure's unit or noun: "480 млн", "3150 мест"; not "24" in "8 кабинетов (всего 24)"."""
    if "%" in part or any(is_unit_word(word) for word in part.split()):
        return True
    stem = fold(measure.noun)[:_STEM]
    return bool(stem) and any(fold(word.strip(" .,;:()")).startswith(stem) for word in part.split())


def _told_in(part: str, measure: Measure, language: str | None) -> Decimal | None:
    return find_figure(without_plan(part, measure, language), measure, language)


def _money_meant(text: str, asked: Measure, measures: Sequence[Measure]) -> Measure | None:
    """The row's money, where a word of scale cannot speak of the few things that are asked for ("6 млн", 12 clinics)."""
    few = asked.unit is Unit.COUNT and asked.plan is not None and asked.plan < _FEW
    money = [m for m in measures if m.unit is Unit.MONEY and m.role != "by_source"]
    return money[0] if few and len(money) == 1 and has_scale(text) else None


def _parts(text: str) -> list[str]:
    return [part for part in PARTS.split(text) if part.strip()]
