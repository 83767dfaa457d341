"""Writing a plan of the register as a file, from the command line."""

from __future__ import annotations

from core.kernel.errors import Missing
from core.kernel.text import fold
from core.model.editions import PlanEdition, PlanStatus
from core.plan.model import ReadPlan
from core.ports.unit_of_work import Storage, Work
from documents.written.plan_layout import plan_words
from documents.written.plan_writer import write_plan
from locales import texts


async def exported(storage: Storage, called: str, format: str, language: str) -> bytes:
    """The plan of that number or title as a file, with the coordinator's answers in it.

    Raises Missing where no plan, or more than one, is called so, and UnreadableInput for an unknown format.
    """
    async with storage.read() as work:
        plan = await work.plans.get(await _called(work, called))
        assert plan is not None
    return write_plan(_as_known(plan), plan_words(texts(), language), format)


async def _called(work: Work, called: str) -> int:
    """The id of the plan of a number, or the one of a title: a live one before those that wait."""
    plans = await work.plans.with_status(*PlanStatus)
    by_number = [p for p in plans if str(p.id) == called.strip()]
    titled = [p for p in plans if p.title and fold(p.title) == fold(called)]
    found = by_number or [p for p in titled if p.status is PlanStatus.LIVE] or titled
    if len(found) != 1:
        names = "; ".join(f"{p.id} {p.title or p.source_name}" for p in plans) or "-"
        raise Missing("plan-unknown", called=called, names=names)
    return found[0].id


def _as_known(plan: PlanEdition) -> ReadPlan:
    """The settled reading under the title, organisation and period that were confirmed."""
    known = {
        "title": plan.title or plan.source_name,
        "organisation": plan.organisation,
        "period_start": plan.period_start,
        "period_end": plan.period_end,
    }
    read = plan.settled_reading
    return read.model_copy(update={"plan": read.plan.model_copy(update=known)})
