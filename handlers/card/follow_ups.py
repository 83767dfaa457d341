"""The questions that follow an outcome: how each is asked, its buttons, and what a tap on one of them records.

Which there are, in what order, and what a typed answer makes of the draft is core's: `core.report.draft_steps.FOLLOW_UPS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from core.kernel.errors import Outdated
from core.model.obligations import ReportingRule
from core.report.card_state import CardState
from core.report.draft_steps import Ask, with_forecast, with_reason
from core.report.reasons import forecast_days, offered_reasons, still_to_come
from core.summary.formatting import format_day
from handlers.card.walk import OFFICERS, answer, mine
from handlers.frame.registry import tap
from handlers.frame.screens import HALF_A_ROW, LONGEST_LABEL, Button, button, in_rows, shortened
from handlers.frame.turn import Turn
from handlers.frame.voice import Voice

Rows = list[list[Button]]


@dataclass(frozen=True, slots=True)
class Asking:
    """How a question is put: the id of its text, and its buttons."""

    text_id: str
    rows: Callable[[Voice, CardState], Rows]


@tap("why", roles=OFFICERS, step=True)
async def usual_reason(turn: Turn) -> None:
    worklist, o = await mine(turn)
    reason = usual_reasons(turn, worklist.plans[o.plan_id].plan.rule).get(turn.word(1))
    if reason is None:
        raise Outdated("card-outdated")
    await answer(turn, worklist, o, with_reason(o.draft, reason))


@tap("when", roles=OFFICERS, step=True)
async def forecast(turn: Turn) -> None:
    worklist, o = await mine(turn)
    try:
        day = date.fromisoformat(turn.word(1))
    except ValueError as error:
        raise Outdated("card-outdated") from error
    await answer(turn, worklist, o, with_forecast(o.draft, still_to_come(day, worklist.today)))


def usual_reasons(voice: Voice, rule: ReportingRule) -> dict[str, str]:
    """The reasons offered, as they are recorded, by the word that a button carries."""
    return {
        key: voice.plain(f"reason-{key}") if reason.startswith("#") else reason
        for key, reason in offered_reasons(rule).items()
    }


def reason_rows(voice: Voice, rule: ReportingRule, action: str, *args: int | str) -> Rows:
    """The usual reasons as buttons of that action: two short ones in a row, a long one by itself."""
    rows: Rows = []
    for key, reason in usual_reasons(voice, rule).items():
        made = button(shortened(reason, LONGEST_LABEL), action, *args, key)
        beside = rows[-1] if rows and len(rows[-1]) == 1 else None
        if beside is not None and max(len(made.label), len(beside[0].label)) <= HALF_A_ROW:
            beside.append(made)
        else:
            rows.append([made])
    return rows


def _day_rows(voice: Voice, state: CardState) -> Rows:
    """The days that reports are usually put off to."""
    days = [(day, format_day(day, voice.texts, voice.language, "day")) for day in forecast_days(state.today)]
    return in_rows([button(label, "when", state.o.id, day.isoformat()) for day, label in days], 2)


ASKING: dict[Ask, Asking] = {
    Ask.REASON: Asking("ask-reason", lambda voice, state: reason_rows(voice, state.rule, "why", state.o.id)),
    Ask.FORECAST: Asking("ask-forecast", _day_rows),
}
"""What the answer says, once it is given, is `core.report.told`'s."""
