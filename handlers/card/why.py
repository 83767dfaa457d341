"""Why, and by when: the plan's usual reasons and the coming days as buttons, both also in one's own words."""

from __future__ import annotations

from datetime import date, timedelta
from zlib import crc32

from core.dates.typed_days import forecast_beside, read_forecast
from core.kernel.errors import Outdated, UnreadableInput
from core.kernel.periods import Period
from core.model.obligations import ReportingRule
from core.plan.reports import Draft
from core.report import draft_steps
from core.report.reasons import is_reason, reason_in
from core.summary.formatting import format_day
from handlers.card.walk import OFFICERS, answer, fitting, mine
from handlers.frame.registry import tap
from handlers.frame.screens import HALF_A_ROW, LONGEST_LABEL, Button, button, in_rows, shortened
from handlers.frame.turn import Turn

REASONS = ("money", "tender", "supplier", "people", "moved", "other-body")
"""The usual reasons that are built in; each has a text `reason-<name>`."""
FARTHEST_FORECAST = timedelta(days=3660)


@tap("why", roles=OFFICERS, step=True)
async def usual_reason(turn: Turn) -> None:
    worklist, o = await mine(turn)
    reason = usual_reasons(turn, worklist.plans[o.plan_id].plan.rule).get(turn.word(1))
    if reason is None:
        raise Outdated("card-outdated")
    await answer(turn, worklist, o, draft_steps.with_reason(o.draft, reason))


@tap("when", roles=OFFICERS, step=True)
async def forecast(turn: Turn) -> None:
    worklist, o = await mine(turn)
    try:
        day = date.fromisoformat(turn.word(1))
    except ValueError as error:
        raise Outdated("card-outdated") from error
    await answer(turn, worklist, o, draft_steps.with_forecast(o.draft, _coming(turn, day)))


def reason_typed(turn: Turn, draft: Draft, text: str) -> Draft:
    """The reason in one's own words, with the forecast where the message names one. Raises UnreadableInput."""
    found = forecast_beside(text, turn.deps.today())
    if found is None or found.day > turn.deps.today() + FARTHEST_FORECAST:
        return draft_steps.with_reason(draft, fitting(reason_in(text)))
    reason = found.rest if is_reason(found.rest) else ""
    return draft_steps.with_reason_and_forecast(draft, fitting(reason), found.day)


def forecast_typed(turn: Turn, draft: Draft, text: str) -> Draft:
    """The day that was typed; what is said besides goes to the account. Raises UnreadableInput."""
    found = read_forecast(text, turn.deps.today())
    changed = draft_steps.with_forecast(draft, _coming(turn, found.day))
    if len(found.rest.split()) < 2:
        return changed
    return changed.model_copy(update={"account": fitting(draft_steps.added_account(draft, text))})


def usual_reasons(turn: Turn, rule: ReportingRule) -> dict[str, str]:
    """The reasons offered, by the word that a button carries: the coordinator's own, else all that are built in."""
    chosen = [r.strip() for r in rule.reasons if r.strip()] or [f"#{name}" for name in REASONS]
    found: dict[str, str] = {}
    for reason in chosen:
        if not reason.startswith("#"):
            found[f"{crc32(reason.encode()):08x}"] = reason
        elif reason[1:] in REASONS:
            found[reason[1:]] = turn.plain(f"reason-{reason[1:]}")
    return found


def reason_rows(turn: Turn, rule: ReportingRule, action: str, *args: int | str) -> list[list[Button]]:
    """The usual reasons as buttons of that action: two short ones in a row, a long one by itself."""
    rows: list[list[Button]] = []
    for key, reason in usual_reasons(turn, rule).items():
        made = button(shortened(reason, LONGEST_LABEL), action, *args, key)
        beside = rows[-1] if rows and len(rows[-1]) == 1 else None
        if beside is not None and max(len(made.label), len(beside[0].label)) <= HALF_A_ROW:
            beside.append(made)
        else:
            rows.append([made])
    return rows


def forecast_rows(turn: Turn, o: int) -> list[list[Button]]:
    """The days that reports are usually put off to."""
    days = forecast_days(turn.deps.today())
    return in_rows(
        [
            button(format_day(d, turn.deps.texts, turn.language, "day"), "when", o, d.isoformat())
            for d in days
        ],
        2,
    )


def forecast_days(today: date) -> list[date]:
    """Days offered as a forecast: the ends of this month, the next, this quarter, the next, this year."""
    month = Period.holding(today, "month")
    quarter = Period.holding(today, "quarter")
    ends = {month.end, month.next().end, quarter.end, quarter.next().end, date(today.year, 12, 31)}
    return sorted(d for d in ends if d > today + timedelta(days=2))[:4]


def _coming(turn: Turn, day: date) -> date:
    """The day, if work can still be done by it. Raises UnreadableInput."""
    today = turn.deps.today()
    if day < today:
        raise UnreadableInput("forecast-past")
    if day > today + FARTHEST_FORECAST:
        raise UnreadableInput("forecast-far")
    return day
