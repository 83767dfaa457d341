"""Target indicators as they are reported on: each is a row of its own once the coordinator names who gives its fact.

A plan prints an indicator with its plan values by year (or quarter) and with no responsible (domain, §1), so nothing
is owed for it until a post is named. From then on it is an activity like any other: owed for each period that has a
plan value, or for each year of the plan where none is printed, walked, submitted and summed up as the others are.
Its figures are levels: those of two periods never add up (domain, §5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from core.kernel.errors import Missing
from core.kernel.periods import Period
from core.kernel.text import fold
from core.lifecycle import renewal, row_owners
from core.model.editions import LiveActivity, PlanEdition
from core.model.people import Post
from core.plan.model import Activity, Deadline, DeadlineKind, Indicator, ReadPlan, Unit
from core.plan.values import unit_of
from core.ports.unit_of_work import Work, WorkingDays

PREFIX = "indicator:"

Measured = tuple[Unit, str | None]
"""A unit, and the scale of money."""

UNITS: dict[str, Measured] = {
    "percent": (Unit.PERCENT, None),
    "number": (Unit.COUNT, None),
    "thousand": (Unit.MONEY, "thousand KZT"),
    "million": (Unit.MONEY, "million KZT"),
}
"""What the coordinator can name where the plan prints no unit."""


def unit_in(indicator: Indicator) -> Measured | None:
    """What its figure is measured in, as printed; None where nothing says."""
    printed = indicator.unit or ("%" if any("%" in value for value in indicator.values.values()) else "")
    unit, scale = unit_of(printed) if printed else (None, None)
    if unit in (Unit.PERCENT, Unit.MONEY):
        return unit, scale
    return (Unit.COUNT, None) if printed else None


def row_of(
    indicator: Indicator, read: ReadPlan, since: date | None, named: Measured | None = None
) -> Activity:
    """The row that is reported on; `named` is the coordinator's unit, where none is printed. A bare number without.

    Values of years before the plan begins (`since`) are where it started from, and nobody owes them.
    """
    unit, scale = unit_in(indicator) or named or UNITS["number"]
    owed = {code: value for code, value in indicator.values.items() if not _is_before(code, since)}
    return Activity(
        id=PREFIX + indicator.code,
        number=indicator.number,
        section=_section(indicator, read),
        title=indicator.title,
        unit=unit,
        unit_text=indicator.unit,
        money_scale=scale,
        targets=owed,
        deadline=Deadline() if any(owed.values()) else Deadline(kind=DeadlineKind.RECURRING, every="year"),
        indicator=indicator.code,
        better=indicator.better,
    )


async def name_owner(
    work: Work,
    plan: PlanEdition,
    code: str,
    post_id: int,
    by: int,
    now: datetime,
    days: WorkingDays,
    named: Measured | None = None,
) -> LiveActivity:
    """Says which post gives the fact of an indicator of a live plan, from now on; → its row.

    Raises Missing where the plan has no such indicator, NotAllowed for a group that nobody answers for.
    """
    indicator = next((i for i in plan.read.indicators if i.code == code), None)
    if indicator is None:
        raise Missing("unknown")
    found = reported(await work.plans.activities(plan.id)).get(code)
    if found is None:
        found = await work.plans.add_row(plan.id, row_of(indicator, plan.read, plan.period_start, named))
    await row_owners.set_owner(work, plan, found, post_id, by, now)
    await renewal.bring_up_to_date(work, plan.id, days, by, now)
    return found


def at_place(read: ReadPlan, at: int) -> Indicator:
    """An indicator by its place in the reading. Raises Missing."""
    if at >= len(read.indicators):
        raise Missing("unknown")
    return read.indicators[at]


def posts_for(posts: Iterable[Post], owner: int | None) -> list[Post]:
    """The single posts that can give a fact, who does so now first, then by name."""
    return sorted((p for p in posts if not p.is_group), key=lambda p: (p.id != owner, p.name))


def reported(activities: Iterable[LiveActivity]) -> dict[str, LiveActivity]:
    """The rows of indicators, by the indicator's code."""
    return {a.row.indicator: a for a in activities if a.row.indicator is not None}


def carried_over(
    before: Sequence[LiveActivity], read: ReadPlan, since: date | None
) -> list[tuple[int, Activity]]:
    """The rows of indicators that a new edition still has, as it prints them, with their permanent ids.

    An indicator is the same where its title is, under the same number first: numbers start again in every section.
    """
    free = list(read.indicators)
    found: list[tuple[int, Activity]] = []
    for activity in sorted(reported(before).values(), key=lambda a: a.position):
        same = [i for i in free if fold(i.title) == fold(activity.row.title)]
        same.sort(key=lambda i: i.number != activity.row.number)
        if same:
            free.remove(same[0])
            named = activity.row.unit or Unit.COUNT, activity.row.money_scale
            found.append((activity.id, row_of(same[0], read, since, named)))
    return found


def _is_before(code: str, since: date | None) -> bool:
    try:
        return since is not None and Period.parse(code).end < since
    except ValueError:
        return True  # a value under what is no period ("всего") is owed by nobody


def _section(indicator: Indicator, read: ReadPlan) -> str | None:
    """The heading that it hangs on: not the one that only repeats its own title."""
    section = read.section(indicator.section)
    repeats = (
        section is not None and section.kind == "indicator" and fold(section.title) == fold(indicator.title)
    )
    return section.parent if section is not None and repeats else indicator.section
