"""What is recorded on a card, in words: figures, stages, outcomes, the last thing that was recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.figures.stages import standing
from core.model.obligations import Obligation
from core.plan.model import Unit
from core.plan.reports import Draft, Measure
from core.report.worklist import Worklist
from core.summary.formatting import format_figure, format_number
from handlers.frame.screens import Html, shortened
from handlers.frame.turn import Turn
from handlers.words.summary_words import MARKS


def figures_of(turn: Turn, worklist: Worklist, o: Obligation) -> str:
    """The recorded figures in words; empty where a tick says it all."""
    return figure_words(turn, worklist.measures(o), o.draft.figures)


def figure_words(turn: Turn, measures: Sequence[Measure], figures: Mapping[str, Decimal]) -> str:
    """Figures in words, money with its parts: «12 поликлиник, 450,0 млн тг (МБ 300, РБ 150)»; no ticks."""
    shown = []
    for m in measures:
        if m.id not in figures or m.unit is Unit.PRESENCE or m.role == "by_source":
            continue
        parts = [
            f"{part.noun} {format_number(figures[part.id], turn.language)}"
            for part in measures
            if part.part_of == m.id and part.id in figures
        ]
        figure = format_figure(figures[m.id], m, turn.deps.texts, turn.language)
        shown.append(f"{figure} ({', '.join(parts)})" if parts else figure)
    return ", ".join(shown)


def waiting_words(turn: Turn, measures: Sequence[Measure], draft: Draft) -> str:
    """The figures that wait to be confirmed, in words."""
    return figure_words(turn, measures, draft.odd)


def standing_line(turn: Turn, main: Measure, draft: Draft) -> list[Html]:
    """🔻 Отстаёт · ✔️ По графику · 🔺 С опережением, where a stage was planned and one is recorded."""
    found = standing(draft.figures[main.id], main) if main.id in draft.figures else None
    return [turn.say(f"stage-{found}", plan=planned_words(turn, main))] if found else []


def planned_words(turn: Turn, measure: Measure) -> str:
    """The plan value with its unit."""
    if measure.plan is None:
        return turn.plain("walk-plan-none")
    return format_figure(measure.plan, measure, turn.deps.texts, turn.language)


def after(mark: str, words: str) -> str:
    """The words behind a mark of punctuation, nothing where there are none."""
    return f"{mark}{words}" if words else ""


def recorded_words(turn: Turn, worklist: Worklist, o: Obligation) -> str:
    """ "5 800,0 тыс. тг", or the outcome where a tick says it all."""
    figures = figures_of(turn, worklist, o)
    if figures or o.draft.outcome is None:
        return figures
    return turn.plain(f"outcome-{o.draft.outcome.value.replace('_', '-')}")


def last_line(turn: Turn, worklist: Worklist, last: int) -> Html | None:
    """What was recorded just before, in a line; None where nothing is (any more)."""
    found = next((o for o in worklist.obligations if o.id == last), None)
    if found is None or found.draft.outcome is None:
        return None
    title = shortened(worklist.row(found).title, 60)
    figure = after(": ", figures_of(turn, worklist, found))
    return turn.say("walk-last", mark=MARKS[found.draft.outcome], title=title, figure=figure)
