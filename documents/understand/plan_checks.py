"""What a plan says against itself: values outside a deadline, sums that differ. Reported, never mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from core.kernel.periods import Period
from core.kernel.text import fold
from core.plan.doubts import DoubtCode
from core.plan.model import Activity, Deadline, DeadlineKind, Doubt, Total, Unit
from core.plan.values import as_decimal, is_nearly_number, is_planned
from core.printed.goals import read_goal
from documents.understand.context import Draft, cut
from documents.understand.lexicon import source_of

_DATED = {
    DeadlineKind.DATE,
    DeadlineKind.MONTH,
    DeadlineKind.QUARTER,
    DeadlineKind.HALF_YEAR,
    DeadlineKind.RANGE,
}
_PART = re.compile(r"(в том числе|в т\.? ?ч|из них|оның ішінде|одан)\b")
_SCALED = re.compile(
    r"тыс|мың|млн|млрд|миллион|коэф|индекс|балл|ұпай|на 1|thous|million|mln|score|ratio|rate|per |index"
)
_THREE_BEHIND = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_NUMERIC = {Unit.COUNT, Unit.PERCENT, Unit.MONEY}


def row_doubts(activity: Activity, draft: Draft) -> list[Doubt]:
    """What is doubtful in one row once it is read."""
    found = [*_values(activity), *_timing(activity, draft), *_row_sums(activity)]
    if not activity.responsibles and activity.responsible_text:
        found.append(
            _doubt(
                activity,
                DoubtCode.RESPONSIBLE_UNCLEAR,
                "responsibles",
                activity.responsible_text,
                printed=activity.responsible_text,
            )
        )
    if draft.columns and not activity.targets and activity.unit_text:
        found.append(_doubt(activity, DoubtCode.TARGETS_BLANK, "targets", None))
    return found


def _doubt(activity: Activity, code: DoubtCode, field: str, printed: str | None, /, **args: str) -> Doubt:
    return Doubt(
        code=code,
        activity=activity.id,
        field=field,
        as_printed=printed,
        args={k: cut(v) for k, v in args.items()},
    )


def _values(activity: Activity) -> Iterable[Doubt]:
    for period, value in activity.targets.items():
        unread = activity.unit in _NUMERIC and value not in {"-", "+"} and not _is_read(value, activity.unit)
        if unread or is_nearly_number(value) or _may_be_thousands(value, activity):
            yield _doubt(activity, DoubtCode.VALUE_UNREAD, "targets", value, value=value, period=period)


def _may_be_thousands(value: str, activity: Activity) -> bool:
    """Whether a count of whole things has three figures behind its mark ("12,500 people"): twelve, or twelve thousand."""
    counts = activity.unit is Unit.COUNT and not _SCALED.search((activity.unit_text or "").lower())
    return counts and _THREE_BEHIND.fullmatch(value) is not None


def _is_read(value: str, unit: Unit | None) -> bool:
    """Whether the value is a number of the row's unit, or a goal whose one figure is ("не менее 90%")."""
    if as_decimal(value) is not None:
        return True
    goals = read_goal(value, None)
    only = goals[0] if len(goals) == 1 else None
    return only is not None and only.figure is not None and only.certain and only.unit is unit


def _timing(activity: Activity, draft: Draft) -> Iterable[Doubt]:
    planned = _periods(code for code, value in activity.targets.items() if is_planned(value))
    printed = activity.deadline_text or ""
    shown = ", ".join(p.code for p in planned)
    asked = any(d.code == DoubtCode.DEADLINE_OUTSIDE_PLAN for d in draft.doubts)  # once for one date
    if planned and not asked and activity.deadline.kind in _DATED and _outside(activity.deadline, planned):
        yield _doubt(
            activity, DoubtCode.TARGET_OUTSIDE_DEADLINE, "deadline", printed, deadline=printed, periods=shown
        )
    if (
        activity.deadline.kind is DeadlineKind.RECURRING
        and activity.targets
        and len(activity.targets) < draft.columns
    ):
        yield _doubt(
            activity,
            DoubtCode.TARGETS_MISSING_TURNS,
            "targets",
            printed,
            deadline=printed,
            periods=", ".join(activity.targets),
        )


def _periods(codes: Iterable[str]) -> list[Period]:
    return [period for code in codes if (period := _period(code))]


@lru_cache(maxsize=1_000)
def _period(code: str) -> Period | None:
    """The period of a column's code; None where it has no year."""
    try:
        return Period.parse(code)
    except ValueError:
        return None


def _outside(deadline: Deadline, planned: Sequence[Period]) -> bool:
    """Whether any planned value stands after the work is due, or none before its end."""
    end = max((d for d in (deadline.end, *deadline.also) if d), default=None)
    if end is None:
        return False
    late = [p for p in planned if p.start > end]
    start = deadline.start
    early = bool(start) and all(start is not None and p.end < start for p in planned)
    return bool(late) or early


def _row_sums(activity: Activity) -> Iterable[Doubt]:
    """A row's own total against its periods and against its sources."""
    total = as_decimal(activity.funding_total or "")
    if total is None:
        return
    for of, values in (("periods", activity.funding), ("sources", activity.funding_sources)):
        added = _sum(values.values())
        if added is not None and added != total:
            yield _doubt(
                activity,
                DoubtCode.TOTAL_DIFFERS,
                "funding_total",
                activity.funding_total,
                printed=str(total),
                sum=str(added),
                of=of,
            )
            return


def _sum(values: Iterable[str]) -> Decimal | None:
    numbers = [n for n in map(as_decimal, values) if n is not None]
    return sum(numbers, Decimal(0)) if numbers else None


def sum_doubts(activities: Sequence[Activity], totals: Sequence[Total]) -> list[Doubt]:
    """Parents against their children, and printed totals against the rows that they may add up."""
    children: dict[str, list[Activity]] = {}
    for activity in activities:
        if activity.parent:
            children.setdefault(activity.parent, []).append(activity)
    found = [d for a in activities if a.id in children for d in _parent(a, children[a.id])]
    found += _lacking(activities, children)
    sums = _Sums(activities)
    return found + [d for total in totals for d in _total(total, sums)]


def _lacking(activities: Sequence[Activity], children: Mapping[str, Sequence[Activity]]) -> Iterable[Doubt]:
    """Rows at the end of a branch that say neither when nor what for which period, or name no one, nor do their parents."""
    by_id = {a.id: a for a in activities}
    anyone = any(a.responsible_text for a in activities)
    if activities and not anyone:
        yield Doubt(code=DoubtCode.RESPONSIBLE_MISSING, field="responsibles")
    for activity in activities:
        if activity.id in children:
            continue
        line = list(_line(activity, by_id))
        if anyone and not any(a.responsibles or a.responsible_text for a in line):
            yield _doubt(activity, DoubtCode.RESPONSIBLE_MISSING, "responsibles", None)
        if not any(_says_when(a) for a in line):
            yield _doubt(activity, DoubtCode.DEADLINE_MISSING, "deadline", None)


def _says_when(activity: Activity) -> bool:
    dated = activity.deadline_text or activity.deadline.kind is not DeadlineKind.NONE
    return bool(dated or activity.targets or activity.funding or activity.kpi)


def _line(activity: Activity, by_id: Mapping[str, Activity]) -> Iterable[Activity]:
    at: Activity | None = activity
    while at is not None:
        yield at
        at = by_id.get(at.parent or "")


def _parent(activity: Activity, children: Sequence[Activity]) -> Iterable[Doubt]:
    for period, value in {**activity.funding, "total": activity.funding_total or ""}.items():
        own = as_decimal(value)
        added = _sum(
            c.funding_total or "" if period == "total" else c.funding.get(period, "") for c in children
        )
        if own is not None and added is not None and own != added:
            yield _doubt(
                activity,
                DoubtCode.TOTAL_DIFFERS,
                "funding",
                value,
                printed=str(own),
                sum=str(added),
                at=period,
                of="rows",
            )
            return


class _Sums:
    """What the outermost rows add up to, worked out once for all totals that count the same rows."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self._rows = [a for a in activities if a.parent is None]
        self._known: dict[tuple[str | None, str], dict[str | None, Decimal]] = {}

    def of(self, total: Total, period: str) -> set[Decimal | None]:
        """The sums that a total may print for a period: of its section's rows and of all, None where there is none."""
        unit = None if total.unit_text is None else fold(total.unit_text)
        if (unit, period) not in self._known:
            self._known[unit, period] = self._by_section(unit, period)
        by_section = self._known[unit, period]
        whole = sum(by_section.values(), Decimal(0)) if by_section else None
        return {by_section.get(total.section), whole}

    def _by_section(self, unit: str | None, period: str) -> dict[str | None, Decimal]:
        found: dict[str | None, Decimal] = {}
        for row in self._rows:
            number = as_decimal(_money(row, period)) if _is_counted_in(row, unit) else None
            if number is not None:
                found[row.section] = found.get(row.section, Decimal(0)) + number
        return found


def _total(total: Total, sums_of: _Sums) -> Iterable[Doubt]:
    """A total of its section, or else of the whole plan: counted on the outermost rows alone."""
    if source_of(total.title) or _PART.match(fold(total.title)):
        return  # a part of the total above: which rows it counts is not printed
    for period, value in {**total.values, "total": total.total or ""}.items():
        own = as_decimal(value)
        if own is None:
            continue
        sums = sums_of.of(total, period)
        if own not in sums and (own or sums != {None}):  # a zero under blanks is no difference
            added = max((s for s in sums if s is not None), default=Decimal(0))
            yield Doubt(
                code=DoubtCode.TOTAL_DIFFERS, field="totals", as_printed=total.title,
                args={"printed": str(own), "sum": str(added), "at": period, "of": "rows"},
            )  # fmt: skip
            return


def _is_counted_in(activity: Activity, unit: str | None) -> bool:
    """A total with a unit of its own counts the rows of that unit."""
    return unit is None or fold(activity.unit_text or "") == unit


def _money(activity: Activity, period: str) -> str:
    if period == "total":
        return activity.funding_total or ""
    return activity.funding.get(period) or activity.targets.get(period, "")
