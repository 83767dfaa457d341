"""Word to who sent a file that Telegram no longer hands out."""

from __future__ import annotations

from typing import Any

from handlers.registry import message
from handlers.screens import Screen, button, shortened
from handlers.turn import Turn


@message("evidence-lost")
async def show_lost(turn: Turn, args: dict[str, Any]) -> Screen | None:
    """Which row it was for, so that it can be sent again. Nothing where it was taken off or came after all."""
    evidence = await turn.work.evidence.get(int(args["evidence"]))
    if evidence is None or evidence.removed_at is not None or evidence.sha256 is not None:
        return None
    obligation = await turn.work.obligations.get(evidence.obligation_id)
    if obligation is None:
        return None
    plan = await turn.deps.library.plan(turn.work, obligation.plan_id, activity_id=obligation.activity_id)
    title = shortened(plan.activities[obligation.activity_id].row.title, 300)
    return Screen(turn.say("evidence-lost", title=title), [[button(turn.plain("home-button"), "home")]])
