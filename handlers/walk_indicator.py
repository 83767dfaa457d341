"""The card of an indicator: its last fact, and its own answers, since a level is neither done nor not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.asked_measures import main_measure, plan_mark
from core.measures import MAIN
from core.numbers import format_figure, format_period
from core.obligations import Obligation
from core.periods import Period
from core.reports import Measure
from handlers.desk import Desk
from handlers.screens import Button, Html, button
from handlers.turn import Turn
from handlers.walk_measures import kind_of
from handlers.walk_words import planned_words


def indicator_lines(turn: Turn, desk: Desk, o: Obligation, main: Measure) -> list[Html]:
    """📈 that it is one, and the fact of the period before, where it was given."""
    if desk.row(o).indicator is None:
        return []
    return [turn.say("walk-indicator"), *_before(turn, desk.obligations, o, main)]


def running_lines(turn: Turn, desk: Desk, o: Obligation, main: Measure) -> list[Html]:
    """The running total that the post last submitted in the year: what is told now goes on from it (domain, §5)."""
    if not main.cumulative or desk.row(o).indicator is not None:
        return []
    same = [x for x in desk.obligations if x.post_id == o.post_id and x.period[:4] == o.period[:4]]
    return _before(turn, same, o, main)


def _before(turn: Turn, among: Sequence[Obligation], o: Obligation, main: Measure) -> list[Html]:
    before = _fact_before(among, o)
    if before is None:
        return []
    value = format_figure(before[1], main, turn.deps.texts, turn.language)
    period = format_period(before[0], turn.deps.texts, turn.language, "short")
    return [turn.say("walk-indicator-before", value=value, period=period)]


def _fact_before(among: Sequence[Obligation], o: Obligation) -> tuple[str, Decimal] | None:
    """The last period before this one whose fact was submitted, and the fact."""
    facts = [
        (Period.parse(x.period).end, x.period, x.submitted.figures[MAIN])
        for x in among
        if x.activity_id == o.activity_id and x.submitted is not None and MAIN in x.submitted.figures
    ]
    earlier = [fact for fact in facts if fact[0] < Period.parse(o.period).end]
    return max(earlier)[1:] if earlier else None


def indicator_answers(turn: Turn, o: int, measures: Sequence[Measure]) -> list[list[Button]]:
    """✅ as planned, ✏️ another figure; nothing where no value is planned: then it is typed."""
    main = main_measure(measures)
    if main.plan is None:
        return []
    same = button(turn.plain("walk-same", value=planned_words(turn, main)), "plan", o, plan_mark(measures))
    other = button(turn.plain(f"walk-other-{kind_of(main)}"), "figure", o, main.id)
    return [[same], [other]]
