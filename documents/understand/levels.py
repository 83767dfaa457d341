"""A column that says of each row what it is: "Подпрограмма 1", "Основное мероприятие 1.1", "Контрольное событие 1.1.1"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.kernel.text import dashes, one_line
from core.plan.columns import ColumnRole as Role
from documents.understand.layout import Column, Layout, Row, distinct
from documents.understand.row_kinds import cell_at, is_cross, text_at

_WORDS = (
    (0, r"(?:государственная |муниципальная |целевая )?программа|(?:мемлекеттік )?бағдарлама|programme|program"),
    (1, r"подпрограмма|раздел|направление|компонент|комплекс (?:процессных )?мероприятий|кіші бағдарлама|бөлім|бағыт|sub-?program(?:me)?|section|component|direction"),
    (2, r"цель|мақсат|goal|outcome"),
    (3, r"задача|міндет|objective|output"),
    (4, r"основное мероприятие|(?:ведомственный |региональный )?проект|негізгі іс-? ?шара|жоба|(?:main|key) (?:activity|measure)|project"),
    (5, r"мероприятие|іс-? ?шара|activity|measure"),
    (6, r"контрольн(?:ое событие|ая точка)|подмероприятие|веха|бақылау (?:оқиғасы|нүктесі)|milestone|control event|sub-?activity"),
)  # fmt: skip
_LEVELS = tuple((level, re.compile(rf"(?:{words})\s*(?:№\s*)?(?P<n>\d{{1,3}}(?:\.\d{{1,3}})*|[IVX]{{1,5}})?\.?", re.IGNORECASE)) for level, words in _WORDS)  # fmt: skip
_LONGEST = 60  # characters
_FEWEST = 3  # cells of such a column
_RANK = 6  # in the tree of sections, inside whatever stands over the table


def level_said(text: str) -> tuple[int, str | None] | None:
    """How deep a row is that a cell calls so, the outermost 0, and its number; None where it is none of these words."""
    plain = one_line(text)
    if len(plain) > _LONGEST:
        return None
    found = ((level, m) for level, pattern in _LEVELS if (m := pattern.fullmatch(plain)))
    return next(((level, m["n"]) for level, m in found), None)


def with_levels(columns: Sequence[Column], body: Sequence[Row]) -> list[Column]:
    """The columns, that which says what each row is marked so; it numbers the rows where no other does."""
    numbered = any(c.role is Role.NUMBER for c in columns)
    return [
        replace(
            c, levels=True, role=Role.FACT if numbered else Role.NUMBER, period=None, guessed=False, unsure=False
        )
        if c.role not in {Role.TITLE, Role.INDICATOR} and _says_levels(c, body)
        else c
        for c in columns
    ]  # fmt: skip


def _says_levels(column: Column, body: Sequence[Row]) -> bool:
    texts = [text for row in body if len(distinct(row)) > 1 and (text := text_at(row, column))]
    if len(texts) < _FEWEST or level_said(texts[0]) is None:
        return False
    said = [found[0] for text in texts if (found := level_said(text))]
    return len(said) * 5 >= len(texts) * 4 and len(set(said)) > 1


def level_of(row: Row, layout: Layout) -> tuple[int, str | None] | None:
    """How deep a row is and its number, where a column of its table says so."""
    column = next((c for c in layout.columns if c.levels), None)
    return level_said(text_at(row, column)) if column else None


def heads_rows(row: Row, layout: Layout, below: Row) -> bool:
    """Whether a row that a column calls by its level heads those under it: it prints nothing else, and the next row is
    deeper. One that prints a term, people or values is work of its own, with parts."""
    own, under = level_of(row, layout), level_of(below, layout)
    if own is None or not text_at(row, layout.first(Role.TITLE)) or (under and under[0] <= own[0]):
        return False
    if not under and not below:
        return False
    silent = {Role.TITLE, Role.NUMBER, Role.FACT}
    return all(
        not cell.text or is_cross(cell.text) or set(dashes(cell.text)) == {"-"}
        for column in layout.columns
        if not column.levels and column.role not in silent and (cell := cell_at(row, column))
    )


def rank_of(level: int) -> float:
    """Where a level stands in the tree of sections."""
    return _RANK + level / 10
