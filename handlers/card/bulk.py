"""All as planned: the obligations that a plain plan value answers, ticked; exceptions are unticked and walked after."""

from __future__ import annotations

from core.model.obligations import Obligation
from core.report.all_as_planned import is_measured, mark_of_all, plainly_planned, record_as_planned
from core.report.heaps import Heap
from core.report.worklist import Worklist
from core.summary.formatting import format_period
from handlers.card.walk import OFFICERS, go_on
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import LONGEST_LABEL, Screen, bold, button, lines, pages, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Bulk
from handlers.words.recorded_words import planned_words
from handlers.words.row_labels import row_label

PAGE = 8
LONGEST_VALUE = 20
"""Title and value together: a button with more text is cut by a phone."""


@tap("bulk", roles=OFFICERS)
async def open_bulk(turn: Turn) -> None:
    turn.show(Bulk(plan=turn.number(), period=turn.word(1), off=[], page=0))


@tap("tick", roles=OFFICERS)
async def toggle(turn: Turn) -> None:
    off = set(turn.on(Bulk).off)
    off ^= {turn.number()}
    turn.show(turn.on(Bulk).but(off=sorted(off)))


@tap("bpage", roles=OFFICERS)
async def turn_page(turn: Turn) -> None:
    turn.show(turn.on(Bulk).but(page=turn.number()))


@view(Bulk, on_walk=True)
async def show_bulk(turn: Turn, args: Bulk) -> Screen:
    """Ticks on everything but indicators; a tap takes one off; one button records the rest."""
    worklist = await worklist_of(turn)
    heap = worklist.heap(args.plan, args.period)
    answered = plainly_planned(worklist, heap)
    off = set(args.off)
    page, first, count = pages(len(answered), args.page, PAGE)
    period = format_period(heap.period, turn.deps.texts, turn.language, "full")
    ticked = sum(1 for o in answered if o.id not in off)
    measured = sum(1 for o in heap.open if is_measured(worklist, o))
    text = lines(
        bold(turn.say("bulk-title", period=period)),
        turn.say("bulk-what", ticked=ticked, total=len(answered), rest=len(heap.open) - ticked),
        turn.say("bulk-indicators", count=measured) if measured else None,
    )
    rows = [
        [button(_label(turn, worklist, heap, o, o.id in off), "tick", o.id)]
        for o in answered[first : first + PAGE]
    ]
    rows.append(page_buttons(turn, page, count, "bpage"))
    if ticked:
        rows.append(
            [button(turn.plain("bulk-confirm", count=ticked), "bulkok", mark_of_all(worklist, answered))]
        )
    rows.append([button(turn.plain("back"), "home")])
    return Screen(text, rows)


@tap("bulkok", roles=OFFICERS, step=True, style="success")
async def confirm(turn: Turn) -> None:
    """Records every ticked one as planned, then walks through the exceptions alone."""
    shown, worklist = turn.on(Bulk), await worklist_of(turn)
    heap = worklist.heap(shown.plan, shown.period)
    turn.worklist, count = await record_as_planned(
        turn.work, turn.me, worklist, heap, shown.off, turn.word(0), turn.now
    )
    turn.toast = turn.plain("bulk-done", count=count)
    go_on(turn, turn.worklist.heap(shown.plan, shown.period))


def _label(turn: Turn, worklist: Worklist, heap: Heap, o: Obligation, off: bool) -> str:
    planned = [planned_words(turn, m) for m in worklist.measures(o) if m.plan is not None]
    value = shortened(", ".join(planned), LONGEST_VALUE)
    mark = "⬜" if off else "☑️"
    # Figures are narrower than letters, and the tick and the dot take their room too.
    title = row_label(turn, worklist, heap, o, LONGEST_LABEL - 8 - len(value) * 3 // 4)
    return f"{mark} {title}{' · ' + value if value else ''}"
