"""Indicators: rows of a table of figures by period, and headings that name one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from core.kernel.text import fold, one_line
from core.plan.columns import ColumnRole as Role
from core.plan.doubts import DoubtCode
from core.plan.model import Indicator, Kept, Section
from core.plan.values import plan_value
from core.printed.same_indicator import is_nearly
from core.printed.title_units import split_unit
from documents.grids.grid import Cell
from documents.grids.period_headers import period_in
from documents.understand.context import Reading, figure_of, unnoted
from documents.understand.headings import read_heading
from documents.understand.layout import Layout
from documents.understand.profile import is_number
from documents.understand.row_kinds import cell_at, is_cross, text_at

_DOWN = re.compile(
    r"сниж|сокращ|уменьш|отсутстви|недопущ|смертност|летальност|заболеваемост|текучест|инвалидизац|безработиц|дефицит|"
    r"жалоб|расхождени|износ|потер|азайт|төменд|қысқарт|өлім|жұмыссыздық|не более"
)
_UP = re.compile(
    r"увелич|рост|повыш|расшир|охват|удовлетворенност|обеспеченност|укомплектованност|доступност|объем|оказани|"
    r"ожидаемая продолжительность|не менее|доля обученн|ұлғай|арттыр|қамту|өсу|өсім"
)
_BRACKETS = re.compile(r"\(\s*(?:19|20)\d\d\b[^()]*\)\s*[.;]?$")
_BY_YEAR = re.compile(
    r"((?:19|20)\d\d)\s*(?:г\w*\.?|ж\w*\.?)?\s*[-–—:]\s*(\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?\s*%?)"
)
_NUMBER = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3})*)[.)]?")


def better(title: str) -> Literal["up", "down"] | None:
    """Which way an indicator's words say is better, where they say it."""
    text = fold(title)
    down, up = _DOWN.search(text), _UP.search(text)
    if down and up:
        return "down" if down.start() < up.start() else "up"
    return "down" if down else "up" if up else None


def from_heading(section: Section, reading: Reading) -> None:
    """A heading "Целевой индикатор: …" is an indicator whose values, if any, are in its words."""
    printed, values = _values_in(section.title)
    title, unit = split_unit(printed)
    unit = unit or ("%" if "%" in section.title else None)
    _add(reading, Indicator(
        code="", section=section.id, number=section.number, title=title, unit=unit, better=better(title), values=values,
    ))  # fmt: skip


def _values_in(printed: str) -> tuple[str, dict[str, str]]:
    """Values by year in brackets behind a title: "… (2022 г. – 73,7, 2023 г. – 74,1)"."""
    match = _BRACKETS.search(printed)
    found = _BY_YEAR.findall(match.group()) if match else []
    values = {year: value for year, text in found if (value := plan_value(text))}
    return (printed[: match.start()].strip(), values) if match and values else (printed, {})


def _add(reading: Reading, indicator: Indicator) -> str:
    """Adds an indicator, or its values to the one of the same name (a heading and a row of the table of figures).

    One worded a little otherwise is joined with a doubt. → its code.
    """
    for at, known in enumerate(reading.indicators):
        same = fold(known.title) == fold(indicator.title)
        if (same or is_nearly(known, indicator)) and not (
            known.values and indicator.values and known.section == indicator.section
        ):
            reading.indicators[at] = _joined(reading, known, indicator, same=same)
            return known.code
    reading.indicators.append(indicator.model_copy(update={"code": f"i{len(reading.indicators) + 1}"}))
    return reading.indicators[-1].code


def _joined(reading: Reading, known: Indicator, indicator: Indicator, *, same: bool) -> Indicator:
    """Two printings as one: in the words of that with the more figures, a row of the table of figures mostly."""
    first, second = (known, indicator) if len(indicator.values) <= len(known.values) else (indicator, known)
    if not same:
        _doubt_joined(reading, known.code, first, second)
    return known.model_copy(update={
        "title": known.title if same else first.title,
        "values": {**known.values, **indicator.values},
        "unit": indicator.unit or known.unit,
        "section": known.section or indicator.section,
    })  # fmt: skip


def _doubt_joined(reading: Reading, code: str, first: Indicator, second: Indicator) -> None:
    """The doubt that two printings are one indicator, with what it takes to part them again."""
    values = {f"target:{period}": value for period, value in second.values.items()}
    own = {"title": second.title, "number": second.number, "unit": second.unit}
    kept = Kept(
        cells={**{name: text for name, text in own.items() if text}, **values},
        joined=tuple(f"target:{period}" for period in second.values if period not in first.values),
        above=code,
        section=second.section,
    )
    reading.doubt(
        DoubtCode.INDICATOR_JOINED, second.title, "indicators", kept, printed=second.title, name=first.title
    )


def is_of_another_table(row: Sequence[Cell | None], layout: Layout) -> bool:
    """Whether a row cannot be an indicator: its title is drawn over values, or it prints years where values stand."""
    title = layout.first(Role.INDICATOR)
    periods = [c for c in layout.columns if c.period and c.role in {Role.TARGET, Role.FACT}]
    cells = [cell for c in periods if (cell := cell_at(row, c)) and cell.text]
    named = cell_at(row, title) if title else None
    if any(cell is named for cell in cells):
        return True
    return bool(cells) and all(not is_number(cell.text) and period_in(cell.text) for cell in cells)


def sums_nothing(row: Sequence[Cell | None], layout: Layout) -> bool:
    """Whether a total under indicators has no value of its own: "Итого", of the weights alone."""
    return not any(text_at(row, c) for c in layout.columns if c.period)


def among_measures(row: Sequence[Cell | None], layout: Layout) -> bool:
    """Whether a row in a table of measures is an indicator: it says so ("Показатель: …"), or "х" stands where measures
    have people or money; it prints figures, and neither people nor a term."""
    title = text_at(row, layout.first(Role.TITLE))
    named = read_heading(title)
    said = named.named and named.kind == "indicator"
    crossed = layout.leaves_out and any(
        is_cross(text_at(row, c)) for role in (*_OF_MEASURES, Role.FUNDING_TOTAL) for c in layout.of(role)
    )
    if not title or not (said or crossed):
        return False
    if any(_prints(text_at(row, c)) for role in _OF_MEASURES for c in layout.of(role)):
        return False
    return any(
        is_number(text) for c in layout.of(Role.TARGET) if c.period and _prints(text := text_at(row, c))
    )


_OF_MEASURES = (Role.RESPONSIBLE, Role.DEADLINE, Role.START, Role.FUNDING_SOURCE)


def _prints(text: str) -> bool:
    return bool(text) and not is_cross(text) and plan_value(text) != "-"


def take_indicator(row: Sequence[Cell | None], layout: Layout, reading: Reading) -> None:
    """One row of a table of indicators, or one among measures."""
    printed = text_at(row, layout.first(Role.INDICATOR) or layout.first(Role.TITLE))
    heading = read_heading(printed)
    whole = heading.title if heading.kind == "indicator" and heading.named else printed
    printed_unit = one_line(text_at(row, layout.first(Role.UNIT)))
    title, own_unit = split_unit(whole)
    if printed_unit and own_unit and fold(printed_unit) != fold(own_unit):
        title, own_unit = (
            one_line(whole),
            None,
        )  # "… per 1,000 bed-days" in "cases": its words are the title's own
    values = {
        column.period: value
        for column in layout.columns
        if column.role in {Role.TARGET, Role.FACT}
        and column.period
        and not (layout.leaves_out and is_cross(text_at(row, column)))
        and (value := plan_value(figure_of(unnoted(text_at(row, column)), reading)))
    }
    if not title:
        return
    number = _NUMBER.match(text_at(row, layout.first(Role.NUMBER)).strip())
    unit = printed_unit or own_unit
    code = _add(reading, Indicator(
        code="", section=reading.tree.current, number=number["n"] if number else None, title=title, unit=unit,
        better=better(title), values=values,
    ))  # fmt: skip
    for column in layout.of(Role.FACT):
        if column.period:
            reading.note_cell(column.header, code, text_at(row, column))
    reading.tree.row_seen()
