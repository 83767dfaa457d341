"""What a row is measured by in a period, and what its figures say of it (domain, §4 and §5)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from core.figures.sources import sources_of
from core.figures.stages import place_of, stages_of
from core.figures.typed_figures import scale_of
from core.kernel.text import clean, dashes
from core.model.obligations import ReportingRule
from core.plan.model import Activity, Unit
from core.plan.reports import Measure, Outcome
from core.plan.spans import span_of
from core.plan.values import as_decimal
from core.printed.direction import is_cumulative, is_less_better
from core.printed.goals import Goal, goals_of, read_goal

Better = Literal["up", "down"]

MAIN, SPENT, THRESHOLD = "main", "spent", "threshold"
"""Ids of measures; a second threshold of a row is `threshold2`, the second figure of its goal `goal2`."""

_LEAST = r"не\s+менее|не\s+ниже|не\s+меньше|кемінде|ең\s+аз(?:ы|ында)?|at\s+least|no(?:t)?\s+less\s+than"
_MOST = r"не\s+более|не\s+выше|не\s+больше|көп\s+дегенде|ең\s+көбі|at\s+most|no(?:t)?\s+more\s+than"
_NUMBER = r"([0-9]{1,3}(?:[.,][0-9]+)?)"
_THRESHOLD = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))\s*(?:чем\s+)?(?:на\s+)?[-:]?\s*{_NUMBER}\s*(?:%|процент|пайыз|per\s?cent)"
    rf"|{_NUMBER}\s*(?:%|пайыз)\w*(?:-\w+)?\s+(?:(?P<least_kk>кем\s+емес)|(?P<most_kk>артық\s+емес|көп\s+емес|аспа))",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said of a row's figures elsewhere than on the row.

    `stages` is the order of the whole plan's stages, `legend` what its letters mean; `better` and `cumulative` are
    the coordinator's word on the row (None: the row's own words count).
    """

    stages: tuple[str, ...] = ()
    legend: Mapping[str, str] = field(default_factory=dict)
    better: Better | None = None
    cumulative: bool | None = None

    @staticmethod
    def of(
        rule: ReportingRule, activity_id: int, stages: tuple[str, ...], legend: Mapping[str, str]
    ) -> Terms:
        """The terms of one row of a plan with that rule."""
        return Terms(stages, legend, rule.better.get(activity_id), rule.runs_on(activity_id))


NO_TERMS = Terms()


def measures_of(activity: Activity, period: str, terms: Terms = NO_TERMS) -> tuple[Measure, ...]:
    """The figures that a report on the row answers for the period; the first has the role "main".

    A row with a unit is measured in it; a stage's figure is its place among the row's stages, from 1. A row of prose goals is measured by the figures of its goal, the first of
    them as the main one ("6 школ на 3 150 мест"), or by a `TEXT` measure without a plan where there is none; its
    funding of the period is `spent`. A presence row whose expected result names a percentage ("не менее на 98%") has
    that too, as `threshold`: a tick alone would hide it. Money that comes from several sources may be told by source:
    those measures come last and are never asked for. An indicator's figure is a level: periods never add up.

    A year of a span ("2026-2030") is measured in what the span plans, and has no plan of its own: the span's would be
    counted once for each year.
    """
    target = activity.targets.get(period)
    span = span_of(activity.targets, period)
    found = _measured(activity, target if span is None else activity.targets[span], terms)
    if span is not None:
        found = tuple(m.model_copy(update={"plan": None}) for m in found)
    spent = _spent(activity, period) if activity.unit not in (Unit.MONEY, Unit.PRESENCE) else None
    return _with_sources((*found, spent) if spent and activity.indicator is None else found, activity)


def _measured(activity: Activity, target: str | None, terms: Terms) -> tuple[Measure, ...]:
    """The measures of what the row is of, without the money that goes with it."""
    if activity.indicator is not None:
        main = _directed(_main(activity, target), activity, target, terms)
        better = terms.better or activity.better or main.better
        return (main.model_copy(update={"better": better, "cumulative": True}),)
    if activity.unit is Unit.PRESENCE:
        found: tuple[Measure, ...] = (_main(activity, target), *_thresholds(activity.expected_result or ""))
    elif activity.unit is None or activity.unit is Unit.TEXT:
        found = _goals(activity, target or "")
    elif activity.unit is Unit.STAGE:
        found = (_stage(activity, target, terms),)
    else:
        found = (_main(activity, target),)
    return (_directed(found[0], activity, target, terms), *found[1:])


def is_planned_zero(measure: Measure) -> bool:
    """Whether the plan prints a zero: confirmed by its own button, and out of execution's denominator."""
    return measure.plan == 0 and measure.unit in (Unit.COUNT, Unit.PERCENT, Unit.MONEY)


def achievement(fact: Decimal, plan: Decimal | None, better: Better = "up") -> Decimal | None:
    """Fact / plan, or plan / fact where less is better (nothing at all is then full). None without a plan, or of zero."""
    if plan is None or plan == 0:
        return None
    if better == "up":
        return fact / plan
    return plan / fact if fact else Decimal(1)


def meets(fact: Decimal, measure: Measure) -> bool | None:
    """Whether the figure comes up to its plan; None where nothing is planned."""
    if measure.plan is None:
        return None
    return fact >= measure.plan if measure.better == "up" else fact <= measure.plan


def falls_short(figures: Mapping[str, Decimal], measures: Sequence[Measure]) -> bool:
    """Whether any figure given stays behind its plan: then the reason and the forecast are asked.

    Money spent on a goal counts as well: it is reported, though it does not decide the outcome.
    """
    return any(meets(figures[m.id], m) is False for m in measures if m.id in figures)


def outcome_of(figures: Mapping[str, Decimal], measures: Sequence[Measure]) -> Outcome | None:
    """What the figures say of the row; None while a deciding figure is missing or has nothing to be held against.

    Done where each comes up to its plan; not done where the thing itself came to nothing; else partial. A tick of a
    presence row is 1, its absence 0.
    """
    deciding = [m for m in measures if m.role in ("main", "threshold", "goal")]
    verdicts = [_verdict(figures.get(m.id), m) for m in deciding]
    if Outcome.NOT_DONE in (v for v, m in zip(verdicts, deciding, strict=True) if m.role == "main"):
        return Outcome.NOT_DONE
    if not verdicts or None in verdicts:
        return None
    return Outcome.DONE if set(verdicts) == {Outcome.DONE} else Outcome.PARTIAL


def _main(activity: Activity, target: str | None) -> Measure:
    unit = activity.unit or Unit.TEXT
    plan = as_decimal(target) if target else None
    if plan is None and unit in (Unit.COUNT, Unit.PERCENT):
        worded = (g for g in read_goal(target or "", None) if g.unit is unit or not g.unit_word)
        plan = next((g.value for g in worded if g.value is not None), None)
    scale = scale_of(activity.money_scale) if unit is Unit.MONEY else 0
    return Measure(id=MAIN, unit=unit, scale=scale, plan=plan)


def _stage(activity: Activity, target: str | None, terms: Terms) -> Measure:
    stages = stages_of(activity, terms.stages, terms.legend)
    return Measure(id=MAIN, unit=Unit.STAGE, plan=place_of(target, stages), stages=stages)


def _directed(main: Measure, activity: Activity, target: str | None, terms: Terms) -> Measure:
    """The main measure with what is better, and whether it runs over the year: the rule first, then the row's words."""
    if main.unit in (Unit.PRESENCE, Unit.STAGE) or (main.unit is Unit.TEXT and main.plan is None):
        return main
    down = main.better == "down" or is_less_better(activity, main.plan, target)
    cumulative = terms.cumulative
    if cumulative is None:
        cumulative = main.cumulative or is_cumulative(activity, target)
    better: Better = terms.better or ("down" if down else "up")
    return main.model_copy(update={"better": better, "cumulative": cumulative})


def _with_sources(measures: tuple[Measure, ...], activity: Activity) -> tuple[Measure, ...]:
    """The measures with the parts of the money, where it comes from several sources."""
    money = next((m for m in measures if m.id == SPENT or (m.id == MAIN and m.unit is Unit.MONEY)), None)
    sources = sources_of(activity)
    if money is None or len(sources) < 2:
        return measures
    parts = (
        Measure(id=f"{money.id}:{name}", unit=Unit.MONEY, role="by_source", scale=money.scale, noun=name,
                part_of=money.id)
        for name in sources
    )  # fmt: skip
    return (*measures, *parts)


def _goals(activity: Activity, target: str) -> tuple[Measure, ...]:
    """The measures of a row without a unit: its goal's figures, in their order."""
    if "%" not in target and (number := as_decimal(target)) is not None:
        return (Measure(id=MAIN, unit=Unit.TEXT, plan=number),)
    goals = [g for g in goals_of(activity, target, None) if g.figure is not None]
    if not goals:
        return (Measure(id=MAIN, unit=Unit.TEXT),)
    return tuple(_of_goal(goal, at) for at, goal in enumerate(goals, 1))


def _of_goal(goal: Goal, at: int) -> Measure:
    is_money = goal.unit is Unit.MONEY
    return Measure(
        id=MAIN if at == 1 else f"goal{at}",
        role="main" if at == 1 else "goal",
        unit=goal.unit,
        scale=goal.scale if is_money else 0,
        plan=goal.figure if is_money else goal.value,
        # "до 80 км" alone is not certain to be a limit: reaching it is then what counts.
        better="down" if goal.comparison == "at_most" and goal.certain else "up",
        cumulative=goal.kind == "level" and goal.unit is not Unit.PERCENT,
        noun=(goal.unit_word or "") if goal.unit is Unit.COUNT else "",
        words=goal.text,
    )


def _spent(activity: Activity, period: str) -> Measure | None:
    span = span_of(activity.funding, period)
    plan = as_decimal(activity.funding.get(span or period, ""))
    if plan is None:
        return None
    return Measure(
        id=SPENT,
        unit=Unit.MONEY,
        role="spent",
        scale=scale_of(activity.funding_unit),
        plan=plan if span is None else None,
    )


def _thresholds(expected: str) -> tuple[Measure, ...]:
    found: list[Measure] = []
    for match in _THRESHOLD.finditer(dashes(clean(expected)).lower()):
        number = Decimal(next(g for g in (match[3], match[4]) if g).replace(",", "."))
        better: Better = "up" if match["least"] or match["least_kk"] else "down"
        id = THRESHOLD if not found else f"{THRESHOLD}{len(found) + 1}"
        found.append(Measure(id=id, unit=Unit.PERCENT, role="threshold", plan=number, better=better))
    return tuple(found)


def _verdict(fact: Decimal | None, measure: Measure) -> Outcome | None:
    if fact is None:
        return None
    if measure.unit is Unit.PRESENCE:
        return Outcome.DONE if fact > 0 else Outcome.NOT_DONE
    met = meets(fact, measure)
    if met is None:
        return None
    if met:
        return Outcome.DONE
    came_to_nothing = measure.plan == 0 if measure.better == "down" else fact <= 0
    return Outcome.NOT_DONE if came_to_nothing else Outcome.PARTIAL
