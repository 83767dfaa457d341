"""The money of a plan, planned and spent, each tenge once (domain, §1 and §5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, computed_field

from core.figures.typed_figures import scale_of
from core.kernel.periods import Period
from core.model.obligations import Obligation, ReportingRule
from core.model.plan_tree import PlanTree
from core.owed.measures import MAIN, SPENT
from core.owed.status import sent_figure
from core.plan.model import Activity, Unit
from core.plan.values import as_decimal
from core.printed.direction import is_cumulative


class Money(BaseModel):
    """Money planned and spent, in one scale (a power of ten of tenge), summed on one level of the plan."""

    model_config = ConfigDict(frozen=True)
    plan: Decimal
    fact: Decimal
    scale: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def share(self) -> Decimal | None:
        """Освоение: fact / plan."""
        return self.fact / self.plan if self.plan else None


@dataclass(frozen=True, slots=True)
class Purse:
    """The money that one report carries: what is planned, in which scale, and the measure that tells what was spent."""

    plan: Decimal
    scale: int
    measure: str


def purse_of(row: Activity, obligation: Obligation) -> Purse | None:
    """The money of a money row is its plan value, that of any other row (a goal) its funding of the period.

    A year of a span ("2026-2030") has no plan to hold its money against.
    """
    if row.unit is Unit.MONEY:
        plan = as_decimal(obligation.target) if obligation.target is not None else None
        return Purse(plan, scale_of(row.money_scale), MAIN) if plan is not None else None
    plan = as_decimal(row.funding.get(obligation.period, "")) if row.unit is not Unit.PRESENCE else None
    return Purse(plan, scale_of(row.funding_unit), SPENT) if plan is not None else None


class PlanMoney:
    """The money of a plan: which obligations carry it, each tenge once.

    A parent row carries its children's sum: where a row below it is counted, the parent is not. `supplying` are the
    reports of one post for each row and period (`core.summary.tallies.suppliers`). Of a row whose figure runs since the year
    began, the year's last period alone has the plan, its last report the fact.
    """

    def __init__(self, tree: PlanTree, supplying: Sequence[Obligation], rule: ReportingRule) -> None:
        purses = {o.id: purse_of(tree.activities[o.activity_id].row, o) for o in supplying}
        planned = [o for o in supplying if purses[o.id] is not None]
        rows = {o.activity_id for o in planned}
        carried = {above for row in rows for above in tree.ancestors(tree.activities[row])}
        once = {(o.activity_id, o.period): o for o in planned if o.activity_id not in carried}
        self._purses = {o.id: purse for o in once.values() if (purse := purses[o.id]) is not None}
        self._common = min((p.scale for p in self._purses.values()), default=0)
        running = [o for o in once.values() if _runs_on(tree.activities[o.activity_id].row, o, rule)]
        self._planless = _all_but_last(running)
        self._factless = _all_but_last(o for o in running if self._fact(o) is not None) | {
            o.id for o in running if self._fact(o) is None
        }

    def total(self, found: Sequence[Obligation]) -> Money | None:
        """Plan and fact of those obligations that carry money; None where none does. All totals share one scale."""
        carrying = [o for o in found if o.id in self._purses]
        if not carrying:
            return None
        plans = (
            self._common_money(self._purses[o.id].plan, o) for o in carrying if o.id not in self._planless
        )
        facts = (self._common_money(self._fact(o), o) for o in carrying if o.id not in self._factless)
        return Money(plan=sum(plans, Decimal(0)), fact=sum(facts, Decimal(0)), scale=self._common)

    def _fact(self, obligation: Obligation) -> Decimal | None:
        return sent_figure(obligation, self._purses[obligation.id].measure)

    def _common_money(self, value: Decimal | None, obligation: Obligation) -> Decimal:
        return (value or Decimal(0)).scaleb(self._purses[obligation.id].scale - self._common)


def _runs_on(row: Activity, obligation: Obligation, rule: ReportingRule) -> bool:
    """Whether the row's money is told since the year began."""
    if row.unit is not Unit.MONEY:
        return False
    said = rule.runs_on(obligation.activity_id)
    return is_cumulative(row, obligation.target) if said is None else said


def _all_but_last(running: Iterable[Obligation]) -> set[int]:
    """The ids of all but the last of each row's obligations in each year."""
    last: dict[tuple[int, int], tuple[Period, int]] = {}
    every = set()
    for o in running:
        every.add(o.id)
        period = Period.parse(o.period)
        key = o.activity_id, period.end.year
        if key not in last or period.end > last[key][0].end:
            last[key] = period, o.id
    return every - {id for _, id in last.values()}
