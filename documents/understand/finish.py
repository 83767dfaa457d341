"""The last pass: drafts become activities, with dates, names, parents and the checks that need the whole plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from core.kernel.periods import Period
from core.kernel.text import fold, one_line
from core.plan.counted import is_counted_thing
from core.plan.doubts import DoubtCode
from core.plan.model import Activity, Deadline, DeadlineKind, Doubt, Kept, PlanInfo, ReadPlan, Unit
from core.plan.values import as_number, in_unit, unit_of
from core.printed.deadline_between import deadline_between, parse_whole_deadline
from core.printed.deadline_bounds import is_far_off, is_outside
from core.printed.deadlines import parse_deadline
from core.printed.plan_year import school_year
from core.printed.responsibles import is_translated, split_responsibles, standing_alone
from core.printed.spellings import unified
from documents.grids.grid import Document, Paragraph
from documents.understand.calendar_marks import marked_deadline
from documents.understand.context import Draft, Reading, cut
from documents.understand.plan_checks import row_doubts, sum_doubts
from documents.understand.repeated import repeated
from documents.understand.stages import stage_deadline, stage_values
from documents.understand.tree import parents

_TERMS = ("start", "deadline", "duration")
_IN_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)\)\W*$")
_LONGEST_TWICE = 16  # words of a term in two languages


def finished(reading: Reading, info: PlanInfo, document: Document) -> ReadPlan:
    """The read plan of a reading whose rows are all taken."""
    info = _of_school_year(reading, info, document)
    _turned(reading.drafts)
    names = _Names(reading.drafts, document)
    years = _Years(reading.drafts)
    things = _things(reading.drafts)
    activities = [
        _activity(f"a{at}", draft, parent, reading, names, years, things)
        for at, (draft, parent) in enumerate(zip(reading.drafts, parents(reading.drafts), strict=True), 1)
    ]
    doubts = [_with_column(doubt, reading) for doubt in reading.doubts]
    doubts += repeated(activities, reading.taken)
    for activity, draft in zip(activities, reading.drafts, strict=True):
        doubts += [d.model_copy(update={"activity": activity.id}) for d in draft.doubts]
        doubts += row_doubts(activity, draft)
    doubts += names.doubts(activities) + sum_doubts(activities, reading.totals)
    return ReadPlan(
        plan=_info(info, activities),
        sections=tuple(reading.tree.sections),
        indicators=tuple(reading.indicators),
        activities=tuple(activities),
        totals=tuple(reading.totals),
        doubts=tuple(_once(doubts, {a.id: a.parent for a in activities})),
    )


def _of_school_year(reading: Reading, info: PlanInfo, document: Document) -> PlanInfo:
    """A plan of a school year is of September to August: a month of it has one year."""
    titles = (
        info.title or "",
        *islice((b.text for b in document.blocks if isinstance(b, Paragraph)), _TITLES),
    )
    span = next((found for text in titles if (found := school_year(text))), None)
    if span is None:
        return info
    reading.printed_period, reading.plan_year = span, None
    _august_first(reading.drafts)
    return info.model_copy(update={"period_start": span[0], "period_end": span[1]})


_AUGUST = re.compile(r"\b(?:август|тамыз|august|aug\b)", re.IGNORECASE)
_AUTUMN = re.compile(
    r"\b(?:сентябр|октябр|ноябр|қыркүйек|қазан|қараша|september|october|november|sept?\b|oct\b|nov\b)",
    re.IGNORECASE,
)


def _august_first(drafts: Sequence[Draft]) -> None:
    """Rows of August that stand before those of autumn in their section are of the August before the school year."""
    waiting: list[Draft] = []
    section: str | None = None
    for draft in drafts:
        printed = draft.fields.get("deadline", "")
        if draft.section != section:
            waiting, section = [], draft.section
        if _AUGUST.search(printed):
            waiting.append(draft)
        elif _AUTUMN.search(printed):
            for before in waiting:
                before.before_school = True
            waiting = []
        elif printed:
            waiting = []


def _with_column(doubt: Doubt, reading: Reading) -> Doubt:
    """The doubt with what its column prints in every row, now that all are read."""
    if "column" not in doubt.args:
        return doubt
    kept = (doubt.kept or Kept()).model_copy(update={"rows": reading.columns.get(doubt.as_printed or "", {})})
    return doubt.model_copy(update={"kept": kept})


_TITLES = 12  # paragraphs at the top, a plan's title among them
_TWICE = 3  # texts in two languages, from which on the whole document is
# What the same words ask again in another row.
_SAME_QUESTION = {DoubtCode.RESPONSIBLE_SPLIT, DoubtCode.MONEY_IN_WORDS}


def _once(doubts: Sequence[Doubt], parent_of: dict[str, str | None]) -> Iterator[Doubt]:
    """Each question once: not again for the same words, nor for a parent that repeats its only child's sum."""
    asked: set[tuple[str, ...]] = set()
    for doubt in doubts:
        key: tuple[str, ...] = ()
        if doubt.code in _SAME_QUESTION:
            key = (doubt.code, doubt.as_printed or "")
        elif doubt.code == DoubtCode.TOTAL_DIFFERS and doubt.activity:
            top = doubt.activity
            while (above := parent_of.get(top)) is not None:
                top = above
            key = (doubt.code, top, doubt.args["printed"], doubt.args["sum"])
        if not key or key not in asked:
            asked.add(key)
            yield doubt


class _Names:
    """Posts and bodies over the whole document: abbreviations that stand alone, and variants of one name."""

    def __init__(self, drafts: Sequence[Draft], document: Document) -> None:
        cells = [d.fields.get("responsible", "") for d in drafts]
        self._alone = standing_alone(cells)
        self._paired = any("/" in cell for cell in cells) and _is_in_two_languages(document)
        found = [
            name for cell in cells for name in split_responsibles(cell, self._alone, paired=self._paired)[0]
        ]
        self.same = unified(found, document.texts)

    def of(self, draft: Draft) -> tuple[str, ...]:
        """A row's responsibles, each under the one name that it has in this plan."""
        printed = draft.fields.get("responsible", "")
        names, codes = split_responsibles(printed, self._alone, paired=self._paired)
        kept = tuple(dict.fromkeys(self.same.get(name, name) for name in names))
        for code in codes:
            draft.doubt(code, "responsibles", printed, printed=printed, names=", ".join(kept))
        return kept

    def doubts(self, activities: Sequence[Activity]) -> list[Doubt]:
        """One doubt for each respelling, at the first row that has it."""
        found: list[Doubt] = []
        for printed, name in self.same.items():
            if printed.casefold() == name.casefold():
                continue
            row = next((a for a in activities if name in a.responsibles and _mentions(a, printed)), None)
            found.append(
                Doubt(
                    code=DoubtCode.RESPONSIBLE_VARIANT, activity=row.id if row else None, field="responsibles",
                    as_printed=printed, args={"printed": cut(printed), "name": cut(name)},
                )
            )  # fmt: skip
        return found


def _is_in_two_languages(document: Document) -> bool:
    """Whether the document says things twice, Russian and Kazakh with a slash between, in its headers or its cells."""
    return sum(is_translated(text) for text in document.texts() if "/" in text) >= _TWICE


def _mentions(activity: Activity, printed: str) -> bool:
    text = one_line(activity.responsible_text or "").casefold()
    return all(word.casefold() in text for word in printed.split()[1:2] or printed.split())


def _activity(
    id: str,
    draft: Draft,
    parent: int | None,
    reading: Reading,
    names: _Names,
    years: _Years,
    things: frozenset[str],
) -> Activity:
    fields = draft.fields
    deadline, text = _deadline(draft, reading, years)
    unit_text = fields.get("unit")
    unit, scale = unit_of(unit_text) if unit_text else (None, None)
    if unit_text and unit is None and fold(unit_text) in things:
        unit = Unit.COUNT
    elif unit_text and unit is None:
        draft.doubt(DoubtCode.UNIT_UNKNOWN, "unit", unit_text, unit=unit_text)
    staged = stage_values(draft)
    if unit is None and not unit_text:
        unit = (
            Unit.STAGE if staged else Unit.PRESENCE if set(draft.targets.values()) - {"-"} == {"+"} else None
        )
    return Activity(
        id=id,
        number=fields.get("number"),
        parent=f"a{parent + 1}" if parent is not None else None,
        section=draft.section,
        title=fields["title"],
        objective=_line(fields.get("objective")),
        completion_form=_line(fields.get("completion_form")),
        deadline_text=_line(text),
        deadline=deadline,
        unit_text=_line(unit_text),
        unit=unit,
        money_scale=scale,
        responsible_text=_line(fields.get("responsible")),
        responsibles=names.of(draft),
        targets=_in_unit(draft.targets, unit_text) if unit_text else draft.targets,
        funding=draft.funding,
        funding_total=_number(fields.get("funding_total")),
        funding_unit=draft.funding_unit if draft.funding or fields.get("funding_total") else None,
        funding_source_text=_line(fields.get("funding_source")) or ", ".join(draft.by_source) or None,
        funding_sources=draft.by_source,
        funding_text=draft.funding_text,
        kpi=draft.kpi,
        expected_result=_line(fields.get("expected_result")),
        note=_line(fields.get("note")),
    )


def _things(drafts: Sequence[Draft]) -> frozenset[str]:
    """The units, folded, that no list knows and that all rows' whole numbers show to be names of things."""
    values: dict[str, list[str]] = {}
    printed: dict[str, str] = {}
    for draft in drafts:
        text = draft.fields.get("unit")
        if text and unit_of(text)[0] is None:
            printed.setdefault(fold(text), text)
            values.setdefault(fold(text), []).extend(_in_unit(draft.targets, text).values())
    return frozenset(unit for unit, found in values.items() if is_counted_thing(printed[unit], found))


def _in_unit(values: dict[str, str], unit: str) -> dict[str, str]:
    """Values of a row whose unit is printed: it says what a unit beside the number would say again."""
    return {period: in_unit(value, unit) for period, value in values.items()}


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _number(text: str | None) -> str | None:
    return (as_number(text) or text) if text else None


def _deadline(draft: Draft, reading: Reading, years: _Years) -> tuple[Deadline, str | None]:
    parts = [draft.fields.get(name) for name in _TERMS]
    plan_year, period = reading.time_of(draft.year)
    of_plan = reading.printed_period
    if draft.before_school and period:
        of_plan = period = period[0].replace(month=8, day=1), period[1].replace(month=7, day=31)
    printed = " - ".join(one_line(p) for p in parts if p)
    if not printed:
        return (marked_deadline(draft, reading) or stage_deadline(draft) or Deadline()), None
    start, end, duration = (one_line(p) if p else "" for p in parts)
    if not start and not end and (marked := marked_deadline(draft, reading)):
        return marked, None  # how long a bar of the calendar is stands beside it
    if start or duration:
        deadline, codes = deadline_between(start, end, duration, plan_year, period)
    else:
        deadline, codes = _read_once(end, plan_year, period)
    codes = [*codes, *_out_of_time(deadline, of_plan, years.printed)]
    year = str(plan_year or "")
    if DoubtCode.DEADLINE_YEAR_MISSING in codes and deadline.kind is DeadlineKind.RECURRING and years.span:
        # "Ежегодно, декабрь" in a plan whose years only its other deadlines tell.
        deadline, _ = parse_deadline(end, None, years.span)
        codes, year = [DoubtCode.DEADLINE_YEAR_ASSUMED], f"{years.span[0].year}–{years.span[1].year}"
    if DoubtCode.DEADLINE_END_MISSING in codes and not printed.endswith("…"):
        printed = f"{printed} – …"  # read by itself again, a start stays one
    for code in codes:
        draft.doubt(code, "deadline", printed, deadline=printed, year=year)
    return _bounded(deadline, reading, years), printed


def _bounded(deadline: Deadline, reading: Reading, years: _Years) -> Deadline:
    """Recurring work of a plan that prints no period goes on through the one year that all its deadlines print."""
    endless = deadline.kind is DeadlineKind.RECURRING and deadline.start is None and deadline.end is None
    span = years.span
    if not endless or reading.printed_period or span is None or span[0].year != span[1].year:
        return deadline
    return deadline.model_copy(update={"start": span[0], "end": span[1]})


_ENGLISH_DAY = re.compile(r"(?<!\d)(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")


def _month_first(drafts: Sequence[Draft]) -> bool:
    """Whether days are written month first: the second figure goes over twelve somewhere, the first one nowhere."""
    found = [m for d in drafts for name in _TERMS for m in _ENGLISH_DAY.finditer(d.fields.get(name, ""))]
    return any(int(m[3]) > 12 for m in found) and not any(int(m[1]) > 12 for m in found)


def _turned(drafts: Sequence[Draft]) -> None:
    """Puts the day first where a table writes the month first: "07-14-2023"."""
    if not _month_first(drafts):
        return
    for draft in drafts:
        for name in _TERMS:
            if name in draft.fields:
                draft.fields[name] = _ENGLISH_DAY.sub(r"\3.\1.\4", draft.fields[name])


def _read_once(
    printed: str, year: int | None, period: tuple[date, date] | None
) -> tuple[Deadline, list[DoubtCode]]:
    """A term; where a cell says one in two languages, once: both halves are read the same."""

    def parsed(text: str) -> tuple[Deadline, list[DoubtCode]]:
        return parse_whole_deadline(text, year, period)

    deadline, codes = parsed(printed)
    if (deadline.also or codes) and (explained := _IN_BRACKETS.search(printed)):
        said, doubts = parsed(explained[1])
        if not doubts and said.end is not None:
            return (
                said,
                doubts,
            )  # "не позднее чем за 45 дней до дня голосования (не позднее 30 июля 2026 года)"
    words = printed.split()
    if (deadline.also or codes) and 4 <= len(words) <= _LONGEST_TWICE:
        for at in range(2, len(words) - 1):
            (one, doubts), (other, _) = (
                parsed(" ".join(words[:at]).rstrip("/")),
                parsed(" ".join(words[at:]).lstrip("/ ")),
            )
            if one == other and one.kind is not DeadlineKind.NONE and not doubts and not one.also:
                return one, doubts
    return deadline, codes


def _out_of_time(
    deadline: Deadline, period: tuple[date, date] | None, years: Sequence[int]
) -> list[DoubtCode]:
    outside = is_outside(deadline, period) if period else is_far_off(deadline, years)
    return [DoubtCode.DEADLINE_OUTSIDE_PLAN] if outside else []


class _Years:
    """The years that the deadlines of a plan print: all of them, and from the first to the last."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        cells = [d.fields.get("deadline", "") for d in drafts]
        self.printed = [int(y) for cell in cells for y in re.findall(r"(?<!\d)(?:1[89]|2\d)\d\d(?!\d)", cell)]
        usual = [year for year in self.printed if 2000 <= year < 2100]
        self.span = (date(min(usual), 1, 1), date(max(usual), 12, 31)) if usual else None


def _info(info: PlanInfo, activities: Sequence[Activity]) -> PlanInfo:
    """Where no period is printed, it is what columns and deadlines span."""
    if info.period_start:
        return info
    starts: list[date] = []
    ends: list[date] = []
    for activity in activities:
        for code in (*activity.targets, *activity.funding):
            try:
                period = Period.parse(code)
            except ValueError:
                continue
            starts.append(period.start)
            ends.append(period.end)
        if activity.deadline.kind is not DeadlineKind.NONE:
            starts += [d for d in (activity.deadline.start,) if d]
            ends += [d for d in (activity.deadline.end, *activity.deadline.also) if d]
    if not ends:
        return info
    return info.model_copy(update={"period_start": min(starts) if starts else None, "period_end": max(ends)})
