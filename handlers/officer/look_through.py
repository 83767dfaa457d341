"""Looking through what is ready before it is handed in: of each row its figures, reason, day, account and papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.figures.required import main_measure
from core.model.obligations import Obligation
from core.plan.reports import Evidence
from core.report.demands import by_obligation
from core.report.heaps import Heap
from core.report.told import told
from core.report.worklist import Worklist
from core.summary.formatting import format_period
from handlers.card.walk import OFFICERS
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import (
    LONGEST_TITLE,
    Screen,
    bold,
    button,
    html,
    lines,
    pages,
    shortened,
)
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Look
from handlers.officer.submit import hand_in_button
from handlers.words.recorded_words import figure_words, outcome_word, standing_line
from handlers.words.row_labels import mark_in, row_label
from handlers.words.told_words import LOOK, told_lines

PAGE = 5
"""Rows on a page: with all that they can say they fit one message."""

LONGEST_FIGURES = 160


@tap("look", roles=OFFICERS)
async def open_look(turn: Turn) -> None:
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.number(), turn.word(1))
    page = turn.number(2) if turn.tap and len(turn.tap.args) > 2 else 0
    turn.show(Look(plan=heap.plan_id, period=heap.period, page=page))


@view(Look, on_walk=True)
async def show_look(turn: Turn, args: Look) -> Screen:
    """What would be handed in, then what waits for a file; a tap opens the row's card."""
    worklist = await worklist_of(turn)
    heap = worklist.heap(args.plan, args.period)
    recorded = [*heap.ready, *heap.held]
    page, first, count = pages(len(recorded), args.page, PAGE)
    shown = recorded[first : first + PAGE]
    pieces = by_obligation(await turn.work.evidence.of_obligations([o.id for o in shown]))
    period = format_period(heap.period, turn.deps.texts, turn.language, "bare")
    text = lines(
        bold(turn.say("look-title", period=period, ready=len(heap.ready))),
        turn.say("look-held") if heap.held else None,
        *(
            line
            for at, o in enumerate(shown, first + 1)
            for line in ("", *_said(turn, worklist, heap, o, at, pieces))
        ),
    )
    place: tuple[int, str] = (heap.plan_id, heap.period)
    rows = [
        [
            button(
                f"{mark_in(heap, o)} {at}. {row_label(turn, worklist, heap, o, LONGEST_TITLE)}", "card", o.id
            )
        ]
        for at, o in enumerate(shown, first + 1)
    ]
    rows.append(page_buttons(turn, page, count, "look", *place))
    if heap.ready:
        rows.append([hand_in_button(turn, heap)])
    rows.append([button(turn.plain("back"), "submit", *place)])
    return Screen(text, rows)


def _said(
    turn: Turn,
    worklist: Worklist,
    heap: Heap,
    o: Obligation,
    at: int,
    pieces: Mapping[int, Sequence[Evidence]],
) -> list[str | None]:
    """ "1. ✅ Закуп аппарата Холтер", below it the outcome with its figures, and all that was told besides."""
    measures, draft = worklist.measures(o), o.draft
    figures = figure_words(turn, measures, draft.figures)
    outcome = ", ".join(part for part in (outcome_word(turn, draft.outcome), figures) if part)
    own: dict[str, Sequence[str | None]] = {
        "outcome": [
            html(shortened(outcome, LONGEST_FIGURES)),
            *standing_line(turn, main_measure(measures), draft),
        ],
        **dict.fromkeys(("figures", "gathered", "said"), ()),
    }
    title = row_label(turn, worklist, heap, o, 90)
    return [
        bold(f"{at}. {mark_in(heap, o)} {title}"),
        *told_lines(turn, told(draft, measures, pieces.get(o.id, ())), LOOK, own),
    ]
