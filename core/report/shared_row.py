"""A row that several posts owe: the lead's consolidated report and the parts of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.kernel.errors import NotAllowed
from core.model.obligations import Obligation
from core.owed.plan_cache import OpenPlan
from core.plan.reports import Draft, Measure
from core.ports.unit_of_work import Work
from core.report import consolidation
from core.report.consolidation import AddedUp
from core.report.running_totals import others_sum
from core.report.worklist import Worklist


@dataclass(frozen=True)
class SharedRow:
    """What the posts of a row owe for one period. `mine` is the report whose card is shown, the lead's or a part."""

    plan: OpenPlan
    mine: Obligation
    lead: Obligation
    parts: Sequence[Obligation]
    measures: tuple[Measure, ...]
    """As the row has them, for all together."""

    @property
    def is_lead(self) -> bool:
        return self.mine.id == self.lead.id

    @cached_property
    def missing(self) -> list[Obligation]:
        return consolidation.missing_of(self.parts)

    @cached_property
    def proposal(self) -> AddedUp | None:
        """What the parts come to."""
        return consolidation.propose(self.parts, self.measures)

    @cached_property
    def changed(self) -> list[Obligation]:
        """Who reported or corrected after the lead's draft was made."""
        return consolidation.changed_since(self.mine.draft, self.parts) if self.is_lead else []

    @property
    def is_open(self) -> bool:
        """Whether there is a proposal that the draft does not have yet."""
        found, draft = self.proposal, self.mine.draft
        if found is None or draft.odd:
            return False
        taken = all(draft.figures.get(name) == value for name, value in found.figures.items())
        begun = draft.outcome is not None or (bool(draft.figures) and not found.complete)
        return not (begun and taken) or bool(self.changed)

    @property
    def consolidated(self) -> Draft | None:
        """The lead's draft as the parts come to it now, as one step; None where they come to nothing."""
        if self.proposal is None:
            return None
        return consolidation.consolidated(self.mine.draft, self.measures, self.proposal, self.parts)

    def step_waiting(self, kept: Draft, *, summed: bool) -> Draft | None:
        """The lead's answer that waits for a yes: the sum as the parts come to it now, or `kept`, a figure of their own.

        None where nothing is left of the sum: the reports were returned.
        """
        if summed:
            return self.consolidated
        told = {name: getattr(kept, name) for name in Draft.model_fields if name != "before"}
        return self.mine.draft.changed(**told)

    def fingerprint_of(self, step: Draft) -> str:
        """What a question shows that is asked before such a step: its figures, its outcome, and who is missing."""
        return consolidation.fingerprint(step.figures, step.outcome, self.missing)

    def post(self, o: Obligation) -> str:
        return self.plan.post(o.post_id)

    def part(self, obligation_id: int) -> Obligation:
        """A part that was handed in. Raises NotAllowed: what is not of this row, or a draft, is not shown."""
        found = next((o for o in self.parts if o.id == obligation_id), None)
        if found is None or consolidation.content_of(found) is None:
            raise NotAllowed("not-yours")
        return found


async def shared_row_of(work: Work, worklist: Worklist, o: Obligation) -> SharedRow | None:
    """The reports on the obligation's row and period; None where one post alone owes it, without any reading."""
    lead_post = worklist.lead_post(o)
    if lead_post is None:
        return None
    row = await work.obligations.of_row(o.activity_id, o.period)
    same = [x for x in row if x.kind == o.kind and not x.withdrawn]
    lead = next((x for x in same if x.post_id == lead_post), None)
    if lead is None:
        return None
    plan = worklist.plans[o.plan_id]
    measures = consolidation.as_ruled(worklist.planned(o), o.activity_id, plan.plan.rule)
    return SharedRow(plan, o, lead, consolidation.parts_of(same, lead), measures)


async def with_others(work: Work, worklist: Worklist, o: Obligation) -> Worklist:
    """The worklist with what the others' reports on the row come to, where `o` is the lead's."""
    if worklist.lead_post(o) != o.post_id:
        return worklist
    return knowing_others(worklist, await shared_row_of(work, worklist, o))


def knowing_others(worklist: Worklist, found: SharedRow | None) -> Worklist:
    """The same of a row that was read already."""
    if found is None or not found.is_lead:
        return worklist
    return replace(worklist, others={found.mine.id: others_sum(found.proposal, found.measures)})
