"""What a plan demands of a report's evidence: a file for every form of completion, one for a row that prints none.

Domain, §4 and §6. Indicators are figures and ask for no paper; nor does what has nothing to show yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.evidence.papers import forms_of, next_form
from core.model.obligations import Obligation, ReportingRule
from core.plan.model import Activity
from core.plan.reports import Evidence, Outcome
from core.ports.unit_of_work import Work

ANY_PAPER = ""
"""Stands for the form of completion of a row that prints none: any file proves it."""


def asked_next(form: str | None, evidence: Sequence[Evidence], rule: ReportingRule) -> str | None:
    """The form of completion that is asked for next; where a file is demanded, number and date do not answer one."""
    return next_form(form, {e.form for e in evidence if e.is_file or not rule.demands_file})


def lacking(row: Activity, evidence: Sequence[Evidence], rule: ReportingRule) -> tuple[str, ...]:
    """The forms of completion that lack the file which the plan demands; `ANY_PAPER` where the row prints none."""
    if not rule.demands_file or row.indicator is not None:
        return ()
    files = [e for e in evidence if e.is_file]
    forms = forms_of(row.completion_form)
    if not forms:
        return () if files else (ANY_PAPER,)
    answered = {e.form for e in files}
    return tuple(f for f in forms if f not in answered)


def held_back(
    obligation: Obligation, row: Activity, evidence: Sequence[Evidence], rule: ReportingRule
) -> bool:
    """Whether a report that is recorded in full cannot be submitted yet: it says "done" and a demanded file lacks.

    What was not done, or in part, has nothing to show yet and can be told at once; so has a zero that was planned.
    """
    draft = obligation.draft
    nothing_to_show = bool(draft.figures) and not any(draft.figures.values())
    return draft.outcome is Outcome.DONE and not nothing_to_show and bool(lacking(row, evidence, rule))


async def held_among(work: Work, obligations: Iterable[Obligation]) -> frozenset[int]:
    """The ids of those that are held back, by the rules, rows and files as they are kept now."""
    of_plan: dict[int, list[Obligation]] = defaultdict(list)
    for o in obligations:
        of_plan[o.plan_id].append(o)
    held: set[int] = set()
    for plan_id, owed in of_plan.items():
        rule = await work.plans.rule_of(plan_id)
        if rule is not None and rule.demands_file:
            rows = {a.id: a.row for a in await work.plans.activities(plan_id)}
            pieces = by_obligation(await work.evidence.of_obligations([o.id for o in owed]))
            held |= {o.id for o in owed if held_back(o, rows[o.activity_id], pieces.get(o.id, ()), rule)}
    return frozenset(held)


def by_obligation(evidence: Iterable[Evidence]) -> dict[int, tuple[Evidence, ...]]:
    """Obligation → what is attached to it, in the order given."""
    found: dict[int, tuple[Evidence, ...]] = {}
    for e in evidence:
        found[e.obligation_id] = (*found.get(e.obligation_id, ()), e)
    return found
