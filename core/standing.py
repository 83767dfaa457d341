"""How an obligation stands, derived from its dates and states and never stored (domain, §4 and §5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.measures import MAIN
from core.obligations import Obligation
from core.periods import Period


def in_period(obligation: Obligation, period: str | None) -> bool:
    """Whether an obligation is counted in the period: its own period ends within it. None counts everything.

    Raises ValueError where a code names no period.
    """
    if period is None:
        return True
    return Period.parse(period).holds(Period.parse(obligation.period).end)


def is_on_time(obligation: Obligation) -> bool:
    """First submitted by the end of the day it was due."""
    first = obligation.first_submitted_on
    return first is not None and first <= obligation.due.report_due


def is_late(obligation: Obligation) -> bool:
    """First submitted after the day it was due."""
    first = obligation.first_submitted_on
    return first is not None and first > obligation.due.report_due


def is_overdue(obligation: Obligation, as_of: date) -> bool:
    """Not submitted, and the day it was due has passed."""
    return not obligation.is_submitted and as_of > obligation.due.report_due


def is_recorded(obligation: Obligation) -> bool:
    """Something is recorded and not sent: still owed."""
    return not obligation.is_submitted and not obligation.draft.is_empty


def main_fact(obligation: Obligation) -> Decimal | None:
    """The figure that a submitted report gives for the row's main measure."""
    if not obligation.is_submitted or obligation.submitted is None:
        return None
    return obligation.submitted.figures.get(MAIN)
