"""The columns of a printed plan, and what a row prints in each: periods, figures, names and deadlines in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.kernel.periods import Period
from core.plan.model import Activity, Deadline, DeadlineKind, PlanInfo, ReadPlan
from core.plan.values import as_number
from core.printed.deadlines import parse_deadline
from core.printed.responsibles import split_responsibles, standing_alone
from core.printed.spellings import unified
from documents.understand.lexicon import SOURCES

Text = Callable[[Activity], str | None]


@dataclass(frozen=True, slots=True)
class Column:
    """`heads` are the header's cells from above, equal ones side by side are one; `of` gives a row's text."""

    heads: tuple[str, ...]
    width: float
    of: Text
    figure: bool = False
    period: str | None = None
    summed: bool = False  # a total's value of the period stands here
    key: str = ""


NONE = "–"
"""Printed where a row has no goal or result and others have one: a blank would mean the one above."""


def columns_of(plan: ReadPlan, scale: str | None, words: Mapping[str, str]) -> Iterator[Column]:
    """The columns that any row of the plan needs; number, work, deadline and responsible always."""
    rows = plan.activities
    yield Column((words["number"],), 7, lambda a: a.number)
    if any(a.objective for a in rows):
        yield Column((words["objective"],), 28, lambda a: a.objective or NONE)
    yield Column((words["activity"],), 46, lambda a: a.title, key="title")
    if any(a.completion_form for a in rows):
        yield Column((words["form"],), 24, lambda a: a.completion_form)
    yield Column((words["deadline"],), 22, Deadlines(plan.plan))
    yield Column((words["responsible"],), 30, _Responsibles(rows))
    if any(a.unit_text for a in rows):
        yield Column((words["unit"],), 13, lambda a: a.unit_text, key="unit")
    yield from _by_period(plan, scale, words)
    yield from _money(plan, scale, words)
    yield from _by_year(rows, words)
    if any(a.expected_result for a in rows):
        yield Column((words["result"],), 28, lambda a: a.expected_result or NONE)
    if any(a.note for a in rows):
        yield Column((words["note"],), 28, lambda a: a.note)


def _by_period(plan: ReadPlan, scale: str | None, words: Mapping[str, str]) -> Iterator[Column]:
    """A column for each period, or two under one head: goal and money."""
    rows = plan.activities
    goals = {code for a in rows for code in a.targets}
    money = {code for a in rows for code in (*a.funding, *a.funding_text)} - {"total"}
    totals = {code for t in plan.totals for code in t.values}
    goals |= totals - money
    for code in sorted(goals | money, key=in_time):
        head = period_words(code, words)
        heads = (head, words["goal"]) if money else (head,)
        if code in goals:
            yield Column(heads, 14, _goal_of(code), True, code, code not in money)
        if code in money:
            heads = (
                (head, _scaled("funding", scale, words))
                if goals or len(money) > 1
                else (f"{_scaled('funding', scale, words)}, {head}",)
            )
            yield Column(heads, 15, _money_of(code), True, code, True)


def _money(plan: ReadPlan, scale: str | None, words: Mapping[str, str]) -> Iterator[Column]:
    rows = plan.activities
    if any(a.funding_total or a.funding_text.get("total") for a in rows) or any(t.total for t in plan.totals):
        yield Column(
            (_scaled("total", scale, words),),
            15,
            lambda a: figure(a.funding_total or a.funding_text.get("total")),
            True,
            key="total",
        )
    known = list(dict.fromkeys(SOURCES.values()))
    named = {name for a in rows for name in a.funding_sources}
    sources = [*(name for name in known if name in named), *sorted(named.difference(known))]
    if any(a.funding_source_text != _said_by(sources, a) for a in rows):
        yield Column((words["source"],), 18, lambda a: a.funding_source_text)
    for source in sources:
        yield Column((source,), 13, _source_of(source), True)


def _said_by(sources: Sequence[str], activity: Activity) -> str | None:
    """What the columns of sources alone say of where a row's money comes from."""
    return ", ".join(name for name in sources if name in activity.funding_sources) or None


def _by_year(rows: Sequence[Activity], words: Mapping[str, str]) -> Iterator[Column]:
    for code in sorted({code for a in rows for code in a.kpi}, key=in_time):
        heads = (words["kpi"], period_words(code, words))
        yield Column(heads, 14, _kpi_of(code), True)


def _goal_of(code: str) -> Text:
    return lambda a: figure(a.targets.get(code))


def _money_of(code: str) -> Text:
    return lambda a: figure(a.funding.get(code) or a.funding_text.get(code))


def _source_of(name: str) -> Text:
    return lambda a: figure(a.funding_sources.get(name))


def _kpi_of(code: str) -> Text:
    return lambda a: figure(a.kpi.get(code))


def in_time(code: str) -> tuple[object, ...]:
    """Periods in order, a year before the span that begins with it and after its own parts."""
    try:
        period = Period.parse(code)
    except ValueError:
        return (1, code)
    return (0, period.start.year, period.end, (period.end - period.start).days)


def period_words(code: str, words: Mapping[str, str]) -> str:
    """A period as a header prints it: "1 кв. 2024 года", "2026–2030 годы"."""
    year, _, rest = code.partition("-")
    if not rest:
        return words["year"].replace("{y}", year)
    if rest.isdigit():
        return words["years"].replace("{y}", year).replace("{u}", rest)
    part = rest[1:].lstrip("0")
    if rest[0] == "M":
        return words["month"].replace("{p}", words[f"month-{part}"]).replace("{y}", year)
    name = {"Q": "quarter", "H": "half"}.get(rest[0])
    return words[name].replace("{p}", part).replace("{y}", year) if name else code


def _scaled(name: str, scale: str | None, words: Mapping[str, str]) -> str:
    known = words.get(scale) if scale else None
    return words[f"{name}-scaled"].replace("{s}", known) if known else words[name]


def figure(value: str | None) -> str:
    """A figure with a comma for decimals, as plans print it; words as they are."""
    if value is None:
        return ""
    number = value.removesuffix("%")
    return value.replace(".", ",") if re.fullmatch(r"-?\d+\.\d+", number) and as_number(number) else value


class _Responsibles:
    """Whom a row names: the printed words where they are read as its names, else the names one after the other."""

    def __init__(self, rows: Sequence[Activity]) -> None:
        printed = [a.responsible_text or "" for a in rows]
        self._alone = standing_alone(printed)
        self._same = unified([name for text in printed for name in self._split(text)], lambda: printed)

    def _split(self, text: str) -> list[str]:
        return split_responsibles(text, self._alone)[0]

    def _read(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._same.get(name, name) for name in self._split(text)))

    def __call__(self, activity: Activity) -> str | None:
        printed, names = activity.responsible_text, activity.responsibles
        tried = [printed or "", ", ".join(names), "\n".join(names)]
        best = next((text for text in tried if self._read(text) == names), printed)
        return best or None


class Deadlines:
    """A row's deadline in words: the printed ones, or the day alone where a day was given and no words say it."""

    def __init__(self, info: PlanInfo) -> None:
        start, end = info.period_start, info.period_end
        self._period = (start, end) if start and end else None
        self.year = start.year if start and end and start.year == end.year else None

    def parsed(self, printed: str) -> Deadline:
        """What the words say under the plan's period."""
        return parse_deadline(printed, self.year, self._period)[0]

    def __call__(self, activity: Activity) -> str | None:
        printed, deadline = activity.deadline_text, activity.deadline
        if deadline.kind is not DeadlineKind.DATE or deadline.end is None or deadline.also:
            return printed
        if printed and self.parsed(printed) == deadline:
            return printed
        return f"{deadline.end:%d.%m.%Y}"
