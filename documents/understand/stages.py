"""Stage plans: a letter per quarter (R, F, D); equal neighbours are one stage (domain, §3)."""

from __future__ import annotations

from core.kernel.periods import Period
from core.plan.model import Deadline, DeadlineKind
from documents.understand.context import Draft


def stage_values(draft: Draft) -> bool:
    """Whether the row's values are stages: a letter or two in each marked period."""
    values = [v for v in draft.targets.values() if v != "-"]
    return bool(values) and all(len(v) <= 2 and v.isalpha() and v.isupper() for v in values)


def stage_deadline(draft: Draft) -> Deadline | None:
    """The range from the first marked period to the last, for a row of stages with no deadline of its own."""
    if not stage_values(draft):
        return None
    try:
        marked = [Period.parse(code) for code, value in draft.targets.items() if value != "-"]
    except ValueError:
        return None
    return Deadline(
        kind=DeadlineKind.RANGE, start=min(p.start for p in marked), end=max(p.end for p in marked)
    )
