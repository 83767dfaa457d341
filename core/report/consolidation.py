"""The consolidated report (свод) of a row that several posts owe: who has reported, what it comes to, who is missing.

By the rule `each` every post or body of a row owes its own report; the lead's is the consolidated one, and it alone
supplies the activity's fact (domain, §3). Counts and money of the others add up; levels (percent, shares, stages,
cumulative figures) do not. Everything here is a pure function of the reports on one row and one period.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from zlib import crc32

from pydantic import BaseModel, ConfigDict

from core.figures.required import asked_for, is_ticked, main_measure
from core.model.obligations import Obligation, ReportingRule
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report.draft_steps import FOLLOW_UPS, answered, taking


class AddedUp(BaseModel):
    """What the reports of the others come to. `figures` are those that could be made of them, by measure.

    `terms` are the figures given, in the order of the posts. `outcome` is what all say, of a row that is ticked.
    `complete`: nothing but one tap is needed. `unknown` counts reports of work done that give no figure.
    """

    model_config = ConfigDict(frozen=True)
    figures: dict[str, Decimal] = {}
    terms: dict[str, tuple[Decimal, ...]] = {}
    outcome: Outcome | None = None
    complete: bool = False
    unknown: int = 0


def adds_up(measure: Measure) -> bool:
    """Whether the figures of several bodies are one figure together: counts and money, unless cumulative."""
    return measure.unit in (Unit.COUNT, Unit.MONEY) and not measure.cumulative


def as_ruled(measures: Sequence[Measure], activity_id: int, rule: ReportingRule) -> tuple[Measure, ...]:
    """The measures of a row that the plan's rule marks as cumulative or as not, or as they are."""
    said = rule.runs_on(activity_id)
    if said is None:
        return tuple(measures)
    return tuple(m.model_copy(update={"cumulative": said}) for m in measures)


def shares_of(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures as one body of several answers them: what adds up is planned for all together, not for each."""
    return tuple(m.model_copy(update={"plan": None}) if adds_up(m) else m for m in measures)


def untold(draft: Draft, measures: Sequence[Measure]) -> list[Measure]:
    """The figures without which work that was done cannot be added up with that of the others, in their order.

    Of a shared row in counts or money; of one that is told by a tick nothing is owed but the tick.
    """
    if draft.outcome in (None, Outcome.NOT_DONE) or not adds_up(main_measure(measures)):
        return []
    return [m for m in asked_for(measures) if adds_up(m) and m.id not in draft.figures]


def parts_of(row: Sequence[Obligation], lead: Obligation) -> list[Obligation]:
    """What the others owe on the lead's row and period."""
    return [
        o
        for o in row
        if (o.activity_id, o.kind, o.period) == (lead.activity_id, lead.kind, lead.period)
        and o.post_id != lead.post_id
        and not o.withdrawn
        and not o.excused
    ]


def content_of(part: Obligation) -> Draft | None:
    """What was handed in; None where nothing is with the manager now (returned reports are not)."""
    return part.submitted if part.is_submitted else None


def missing_of(parts: Sequence[Obligation]) -> list[Obligation]:
    """Those who have not reported."""
    return [o for o in parts if content_of(o) is None]


def versions_of(parts: Sequence[Obligation]) -> dict[int, int]:
    """Obligation → the version that is taken in now; 0 where nothing is there (`Draft.gathered`)."""
    return {o.id: 0 if content_of(o) is None else o.version for o in parts}


def left_out(draft: Draft) -> list[int]:
    """The obligations of those whom the consolidated report was made without."""
    return [number for number, version in draft.gathered.items() if version == 0]


def changed_since(draft: Draft, parts: Sequence[Obligation]) -> list[Obligation]:
    """Those who reported, corrected theirs or had it returned after the consolidated report was made."""
    if draft.outcome is None:
        return []
    now = versions_of(parts)
    return [o for o in parts if draft.gathered.get(o.id, 0) != now[o.id]]


def needs_asking(before: Draft, after: Draft, parts: Sequence[Obligation]) -> bool:
    """Whether the lead is asked before consolidating without those who are missing: once for the same ones."""
    if after.outcome is None or not answers_anew(before, after):
        return False
    known = set(left_out(before)) if before.outcome is not None else set()
    return not {o.id for o in missing_of(parts)} <= known


def answers_anew(before: Draft, after: Draft) -> bool:
    """Whether a step changes what the report says came of it, not only its words."""
    return (before.outcome, before.figures) != (after.outcome, after.figures)


def gathering(draft: Draft, parts: Sequence[Obligation]) -> Draft:
    """The draft with what it was made of."""
    return draft.model_copy(update={"gathered": versions_of(parts)})


def propose(parts: Sequence[Obligation], measures: Sequence[Measure]) -> AddedUp | None:
    """What the reports that are there come to; None where they come to nothing that could be proposed."""
    contents = [c for c in map(content_of, parts) if c is not None]
    if not contents:
        return None
    ticked = _by_tick(measures)
    main = main_measure(measures)
    asked = [m for m in measures if m is not main or not ticked]
    terms = {m.id: _terms(m, contents) for m in asked}
    figures = {m.id: value for m in asked if (value := _together(m, terms[m.id], len(contents))) is not None}
    outcomes = {c.outcome for c in contents}
    outcome = outcomes.pop() if ticked and len(outcomes) == 1 else None
    none_done = outcome is Outcome.NOT_DONE and main.unit is Unit.PRESENCE
    complete = none_done or (len(figures) == len(asked) and (outcome is not None or not ticked))
    if not figures and not complete:
        return None
    unknown = sum(
        1
        for c in contents
        if c.outcome is not Outcome.NOT_DONE and any(adds_up(m) and m.id not in c.figures for m in asked)
    )
    return AddedUp(figures=figures, terms=terms, outcome=outcome, complete=complete, unknown=unknown)


def consolidated(
    draft: Draft, measures: Sequence[Measure], proposal: AddedUp, parts: Sequence[Obligation]
) -> Draft:
    """The lead's draft as it is proposed: one step, and what could not be proposed is still asked."""
    made = draft.model_copy(update={"outcome": None, "figures": {}, "short": False, "odd": {}})
    none_done = proposal.complete and proposal.outcome is Outcome.NOT_DONE
    if proposal.figures and not none_done:
        made = taking(made, measures, proposal.figures)
    if proposal.complete and proposal.outcome is not None and made.outcome is None:
        made = answered(made, measures, proposal.outcome)
    if made.outcome is Outcome.DONE and main_measure(measures).plan is None:
        made = made.model_copy(update={"outcome": _outcome_of(parts)})
    return gathering(draft.changed(**_answer(made)), parts)


def fingerprint(
    figures: Mapping[str, Decimal], outcome: Outcome | None, missing: Sequence[Obligation] = ()
) -> str:
    """A few characters that differ where the figures, the outcome or who is missing differ: what a button was shown with."""
    told = sorted((name, format(value.normalize(), "f")) for name, value in figures.items())
    return f"{crc32(repr((told, outcome and outcome.value, sorted(o.id for o in missing))).encode()):x}"


def _answer(made: Draft) -> dict[str, object]:
    names = ("outcome", "figures", "short", "odd", *(question.field for question in FOLLOW_UPS))
    return {name: getattr(made, name) for name in names}


def _by_tick(measures: Sequence[Measure]) -> bool:
    return main_measure(measures).unit is Unit.PRESENCE or is_ticked(measures)


def _terms(measure: Measure, contents: Sequence[Draft]) -> tuple[Decimal, ...]:
    """The figures that were given; work that was not done is nothing where figures add up."""
    nothing = Decimal(0) if adds_up(measure) else None
    given = (c.figures.get(measure.id, nothing if c.outcome is Outcome.NOT_DONE else None) for c in contents)
    return tuple(value for value in given if value is not None)


def _together(measure: Measure, terms: Sequence[Decimal], reports: int) -> Decimal | None:
    """The sum of what adds up; of levels the one that all gave, else None."""
    if adds_up(measure):
        return sum(terms, Decimal(0)) if terms else None
    return terms[0] if len(terms) == reports and len(set(terms)) == 1 else None


def _outcome_of(parts: Sequence[Obligation]) -> Outcome:
    """What a figure with no plan to be held against leaves open: done where all say so, not done where none does."""
    outcomes = {c.outcome for c in map(content_of, parts) if c is not None}
    if outcomes <= {Outcome.DONE}:
        return Outcome.DONE
    return Outcome.NOT_DONE if outcomes == {Outcome.NOT_DONE} else Outcome.PARTIAL
