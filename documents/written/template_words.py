"""Every word of an empty plan in a language, and the lines of its sheet of explanations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Literal

from core.plan.rhythms import Rhythm
from core.ports.unit_of_work import Texts
from documents.written.template_columns import INDICATOR_COLUMNS, YEARS, Column, groups, plan_columns

LineKind = Literal["title", "head", "name", "text", "example"]
OWN = (
    "sheet",
    "help-sheet",
    "indicators-sheet",
    "title",
    "title-years",
    "owner",
    "key",
    "needed",
    "units",
    "terms",
    "terms-weeks",
)
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "how": ("fill", "drop", "add", "send"),
    "columns": (),
    "say-when": ("day", "month", "quarter", "half", "year", "range", "several", "event"),
    "say-often": ("week", "day-of-week", "month", "quarter", "always"),
    "say-who": ("several", "terms"),
    "say-where": ("section", "parent"),
    "say-stages": ("letters", "term"),
    "say-money": ("source", "parts"),
    "say-indicators": ("sheet", "blank"),
}
"""The chapters of the explanations, and the lines of each."""
_NOT_IN = {"say-stages": set(Rhythm) - {Rhythm.STAGES}, "say-money": {Rhythm.WEEKS}}


def template_words(texts: Texts, language: str, year: int, rhythm: Rhythm) -> dict[str, str]:
    """Every word of the template by the ending of its id, plain, so that it can go to another process."""
    years = {"year": str(year), "until": str(year + YEARS - 1)}
    words = {name: texts(language, f"template-{name}", **years) for name in OWN}
    for chapter, lines in CHAPTERS.items():
        words[chapter] = texts(language, f"template-{chapter}")
        words |= {
            f"{chapter}-{line}": texts(language, f"template-{chapter}-{line}", **years) for line in lines
        }
    for column in (*plan_columns(rhythm), *INDICATOR_COLUMNS):
        words[column.key] = texts(language, f"template-{column.name}", **_turn(column, year))
        words[f"{column.name}-help"] = texts(language, f"template-{column.name}-help", **years)
        words[f"{column.name}-example"] = texts(language, f"template-{column.name}-example", **years)
    return words


def _turn(column: Column, year: int) -> dict[str, object]:
    """What a heading of one of several columns prints of it."""
    turn = column.turn or 0
    return {"turn": turn, "year": str(year + turn), "quarter": str(turn)}


def help_lines(words: Mapping[str, str], rhythm: Rhythm) -> Iterator[tuple[LineKind, str]]:
    """The sheet of explanations from above. No line is one that a reader of plans takes for a heading of rows."""
    yield "title", words["help-sheet"]
    for chapter, lines in CHAPTERS.items():
        if rhythm in _NOT_IN.get(chapter, set()):
            continue
        yield "head", words[chapter]
        yield from (("text", words[f"{chapter}-{line}"]) for line in lines)
        if chapter == "columns":
            yield from _columns(words, plan_columns(rhythm))
        elif chapter == "say-indicators":
            yield from _columns(words, INDICATOR_COLUMNS[1:2])


def _columns(words: Mapping[str, str], columns: tuple[Column, ...]) -> Iterator[tuple[LineKind, str]]:
    """Each column in a sentence with an example; those of one name once."""
    return chain.from_iterable(_column(words, first, last) for first, last in groups(columns))


def _column(words: Mapping[str, str], first: Column, last: Column) -> Iterator[tuple[LineKind, str]]:
    name = words[first.key] if first == last else f"{words[first.key]} … {words[last.key]}"
    yield "name", f"{name} ({words['needed']})" if first.needed else name
    yield "text", words[f"{first.name}-help"]
    yield "example", words[f"{first.name}-example"]
