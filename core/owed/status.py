"""How an obligation stands, derived from its dates and states and never stored (domain, §4 and §5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.kernel.periods import Period
from core.model.obligations import Obligation, ReportState
from core.owed.measures import MAIN


def in_period(obligation: Obligation, period: str | None) -> bool:
    """Whether an obligation is counted in the period: its own period ends within it. None counts everything.

    Raises ValueError where a code names no period.
    """
    if period is None:
        return True
    return Period.parse(period).holds(Period.parse(obligation.period).end)


def is_on_time(obligation: Obligation) -> bool:
    """First submitted by the end of the day that the plan had it due, whatever an extension granted."""
    first = obligation.first_submitted_on
    return first is not None and first <= obligation.due.report_due


def is_late(obligation: Obligation) -> bool:
    """First submitted after the day it was due, as extended."""
    first = obligation.first_submitted_on
    return first is not None and first > obligation.due_now.report_due


def is_overdue(obligation: Obligation, as_of: date) -> bool:
    """Still to be submitted, and the day it was due, as extended, has passed."""
    return is_outstanding(obligation) and as_of > obligation.due_now.report_due


def is_outstanding(obligation: Obligation) -> bool:
    """Not with the manager, and not agreed as not required."""
    return not (obligation.is_submitted or obligation.excused)


def is_extended(obligation: Obligation) -> bool:
    """Whether one of its days was moved."""
    return obligation.extension is not None


def is_closed(obligation: Obligation, as_of: date) -> bool:
    """Its period has closed: a correction needs a reason now (domain, §4)."""
    return as_of > obligation.due_now.closes


def awaits_review(obligation: Obligation) -> bool:
    """A report lies with the manager, neither accepted nor returned, and is not being corrected by the officer."""
    return obligation.state is ReportState.SUBMITTED and not (obligation.withdrawn or obligation.excused)


def is_recorded(obligation: Obligation) -> bool:
    """Something is recorded and not sent: still owed."""
    return is_outstanding(obligation) and not obligation.draft.is_empty


def main_fact(obligation: Obligation) -> Decimal | None:
    """The figure that a submitted report gives for the row's main measure."""
    return sent_figure(obligation, MAIN)


def sent_figure(obligation: Obligation, measure: str) -> Decimal | None:
    """The figure that a submitted report gives for the measure of that id; None while nothing is submitted."""
    if not obligation.is_submitted or obligation.submitted is None:
        return None
    return obligation.submitted.figures.get(measure)
