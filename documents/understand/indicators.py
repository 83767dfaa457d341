"""Indicators: rows of a table of figures by period, and headings that name one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from core.plan import Indicator, Section
from core.plan_values import plan_value
from core.text import fold, one_line
from documents.grid import Cell
from documents.understand.context import Reading
from documents.understand.header import Layout
from documents.understand.lexicon import Role
from documents.understand.rows import text_at

_DOWN = re.compile(
    r"сниж|сокращ|уменьш|отсутстви|недопущ|смертност|летальност|заболеваемост|текучест|инвалидизац|безработиц|дефицит|"
    r"жалоб|расхождени|износ|потер|азайт|төменд|қысқарт|өлім|жұмыссыздық|не более"
)
_UP = re.compile(
    r"увелич|рост|повыш|расшир|охват|удовлетворенност|обеспеченност|укомплектованност|доступност|объем|оказани|"
    r"ожидаемая продолжительность|не менее|доля обученн|ұлғай|арттыр|қамту|өсу|өсім"
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
    unit = "%" if "%" in section.title else None
    reading.indicators.append(
        Indicator(
            code=f"i{len(reading.indicators) + 1}", section=section.id, number=section.number, title=section.title,
            unit=unit, better=better(section.title),
        )
    )  # fmt: skip


def take_indicator(row: Sequence[Cell | None], layout: Layout, reading: Reading) -> None:
    """One row of a table of indicators."""
    title = one_line(text_at(row, layout.first(Role.INDICATOR)))
    values = {
        column.period: value
        for column in layout.columns
        if column.role in {Role.TARGET, Role.FACT}
        and column.period
        and (value := plan_value(text_at(row, column)))
    }
    if not title:
        return
    number = _NUMBER.match(text_at(row, layout.first(Role.NUMBER)).strip())
    reading.indicators.append(
        Indicator(
            code=f"i{len(reading.indicators) + 1}", section=reading.tree.current, number=number["n"] if number else None,
            title=title, unit=one_line(text_at(row, layout.first(Role.UNIT))) or None, better=better(title), values=values,
        )
    )  # fmt: skip
    reading.tree.row_seen()
