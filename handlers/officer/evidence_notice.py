"""Word to who sent a file that Telegram no longer hands out, or that looks amiss once its bytes are here."""

from __future__ import annotations

from core.model.obligations import Obligation
from core.owed.plan_cache import OpenPlan
from handlers.frame.messages import EvidenceLost, EvidencePointedOut
from handlers.frame.registry import message
from handlers.frame.screens import Screen, lines, shortened
from handlers.frame.turn import Turn
from handlers.officer.notice_card import way_to_card
from handlers.words.evidence_words import remark_lines


@message(EvidenceLost)
async def show_lost(turn: Turn, args: EvidenceLost) -> Screen | None:
    """Which row it was for, so that it can be sent again. Nothing where it was taken off or came after all."""
    evidence = await turn.work.evidence.get(args.evidence)
    if evidence is None or evidence.removed_at is not None or evidence.sha256 is not None:
        return None
    row = await _row(turn, evidence.obligation_id)
    if row is None or not turn.is_member:
        return None
    now_with, rows = await way_to_card(turn, row[1], "evidence-open")
    return Screen(lines(turn.say("evidence-lost", title=_title(*row)), now_with), rows)


@message(EvidencePointedOut)
async def show_pointed_out(turn: Turn, args: EvidencePointedOut) -> Screen | None:
    """What the bytes of a file said after the person had gone on. Nothing where that is settled meanwhile."""
    row = await _row(turn, args.o)
    attached = await turn.work.evidence.of_obligations([args.o])
    wanted = [e for e in attached if e.pointed_out and e.added_by == turn.person_id]
    if row is None or not wanted or not turn.is_member:
        return None
    now_with, rows = await way_to_card(turn, row[1], "evidence-open")
    said = turn.say("evidence-pointed-out", title=_title(*row))
    return Screen(lines(said, *remark_lines(turn, row[0], wanted), now_with), rows)


async def _row(turn: Turn, obligation_id: int) -> tuple[OpenPlan, Obligation] | None:
    """The report and the plan that it belongs to; None where it is there no more."""
    o = await turn.work.obligations.get(obligation_id)
    if o is None:
        return None
    return await turn.deps.library.plan(turn.work, o.plan_id, about=(o,)), o


def _title(plan: OpenPlan, o: Obligation) -> str:
    return shortened(plan.activities[o.activity_id].row.title, 300)
