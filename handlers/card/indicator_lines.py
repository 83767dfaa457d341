"""The card of an indicator: its last fact, and its own answers, since a level is neither done nor not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures.required import main_measure, plan_mark
from core.model.obligations import Obligation
from core.plan.reports import Measure
from core.report.running_totals import fact_before, total_before
from core.report.worklist import Worklist
from core.summary.formatting import format_figure, format_period
from handlers.card.measure_lines import kind_of
from handlers.frame.screens import Button, Html, button
from handlers.frame.turn import Turn
from handlers.words.walk_words import planned_words


def indicator_lines(turn: Turn, worklist: Worklist, o: Obligation, main: Measure) -> list[Html]:
    """📈 that it is one, and the fact of the period before, where it was given."""
    if worklist.row(o).indicator is None:
        return []
    return [turn.say("walk-indicator"), *_before(turn, fact_before(worklist.obligations, o), main)]


def running_lines(turn: Turn, worklist: Worklist, o: Obligation, main: Measure) -> list[Html]:
    """The running total that the post last submitted in the year: what is told now goes on from it (domain, §5)."""
    if not main.cumulative or worklist.row(o).indicator is not None:
        return []
    return _before(turn, total_before(worklist.obligations, o), main)


def _before(turn: Turn, before: tuple[str, Decimal] | None, main: Measure) -> list[Html]:
    if before is None:
        return []
    value = format_figure(before[1], main, turn.deps.texts, turn.language)
    period = format_period(before[0], turn.deps.texts, turn.language, "short")
    return [turn.say("walk-indicator-before", value=value, period=period)]


def indicator_answers(turn: Turn, o: int, measures: Sequence[Measure]) -> list[list[Button]]:
    """✅ as planned, ✏️ another figure; nothing where no value is planned: then it is typed."""
    main = main_measure(measures)
    if main.plan is None:
        return []
    same = button(turn.plain("walk-same", value=planned_words(turn, main)), "plan", o, plan_mark(measures))
    other = button(turn.plain(f"walk-other-{kind_of(main)}"), "figure", o, main.id)
    return [[same], [other]]
