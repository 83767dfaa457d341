"""The list of a heap, and what was handed in before."""

from __future__ import annotations

from core.model.obligations import Obligation
from core.plan.reports import Outcome
from core.report.heaps import Heap
from core.report.past_reports import submitted_heaps
from core.report.worklist import Worklist
from core.summary.formatting import format_period
from handlers.card.walk import OFFICERS
from handlers.frame.paging import first_of, page_buttons
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import (
    LONGEST_NAME,
    LONGEST_TITLE,
    Button,
    Screen,
    bold,
    button,
    html,
    lines,
    pages,
    shortened,
)
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import History, ListOfHeap
from handlers.officer.former_posts import given_part, others_lines
from handlers.words.request_words import closed_line
from handlers.words.row_labels import mark_in, row_label, stood_in_mark

PAGE = 8


@tap("list", roles=OFFICERS)
async def open_list(turn: Turn) -> None:
    """The page that holds the card one came from."""
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.number(), turn.word(1))
    came_from = turn.number(2) if turn.tap and len(turn.tap.args) > 2 else 0
    at = next((i for i, o in enumerate(heap.obligations) if o.id == came_from), 0)
    turn.show(ListOfHeap(plan=heap.plan_id, period=heap.period, page=at // PAGE))


@tap("hlist", roles=OFFICERS)
async def open_history_list(turn: Turn) -> None:
    """The list, where a tap on what was submitted opens its versions."""
    turn.show(ListOfHeap(plan=turn.number(), period=turn.word(1), page=0, history=True))


@tap("lpage", roles=OFFICERS)
async def turn_page(turn: Turn) -> None:
    turn.show(turn.on(ListOfHeap).but(page=turn.number(2)))


@view(ListOfHeap, on_walk=True)
async def show_list(turn: Turn, args: ListOfHeap) -> Screen:
    """Every obligation of the heap with its mark; a tap opens its card."""
    worklist = await worklist_of(turn)
    heap = worklist.heap(args.plan, args.period)
    page, first, count = pages(len(heap.obligations), args.page, PAGE)
    shown = heap.obligations[first : first + PAGE]
    period = format_period(heap.period, turn.deps.texts, turn.language, "full")
    text = lines(
        bold(turn.say("list-title", period=period, total=len(heap.counted), left=len(heap.open))),
        closed_line(turn, heap.obligations, worklist.today),
        turn.say("list-legend"),
        turn.say("home-held", count=len(heap.held)) if heap.held else None,
        "",
        *(
            html(f"{at}. {mark_in(heap, o)} {_line(turn, worklist, heap, o)}")
            for at, o in enumerate(shown, first + 1)
        ),
    )
    history = args.history
    rows = [
        [_opener(f"{mark_in(heap, o)} {at}. {row_label(turn, worklist, heap, o, LONGEST_TITLE)}", o, history)]
        for at, o in enumerate(shown, first + 1)
    ]
    rows.append(page_buttons(turn, page, count, "lpage", heap.plan_id, heap.period))
    rows.append([button(turn.plain("back"), "history" if history else "home")])
    return Screen(text, rows)


def _opener(label: str, o: Obligation, history: bool) -> Button:
    return button(label, "past", o.id, "h") if history and o.version else button(label, "card", o.id)


def _line(turn: Turn, worklist: Worklist, heap: Heap, o: Obligation) -> str:
    title = stood_in_mark(o) + shortened(worklist.row(o).title, 90)
    if o.period == heap.period:
        return title
    return f"{title} · {format_period(o.period, turn.deps.texts, turn.language, 'full')}"


@command("history", roles=OFFICERS)
@tap("history", roles=OFFICERS)
async def history(turn: Turn) -> None:
    turn.show(History())


@view(History, on_walk=True)
async def show_history(turn: Turn, args: History) -> Screen:
    """What was submitted, by plan and period, the newest first; each opens its list, where it can be corrected."""
    worklist = await worklist_of(turn)
    found = submitted_heaps(worklist)
    others = await others_lines(turn, worklist)
    past = await given_part(turn, worklist)
    text = lines(
        bold(turn.say("history-title")),
        "",
        *first_of(turn, [_history_line(turn, worklist, h) for h in found], 20),
        *others,
        *past.lines,
    )
    if not found and not past.lines:
        text = turn.say("history-empty")
    rows = [[button(_history_label(turn, worklist, h), "hlist", h.plan_id, h.period)] for h in found[:20]]
    return Screen(text, [*rows, *past.rows, [button(turn.plain("back"), "home")]])


def _history_label(turn: Turn, worklist: Worklist, heap: Heap) -> str:
    period = format_period(heap.period, turn.deps.texts, turn.language, "short")
    return shortened(f"{period} · {worklist.plans[heap.plan_id].title}", LONGEST_NAME)


def _history_line(turn: Turn, worklist: Worklist, heap: Heap) -> str:
    return turn.say(
        "history-line",
        period=format_period(heap.period, turn.deps.texts, turn.language, "full"),
        plan=shortened(worklist.plans[heap.plan_id].title, 60),
        count=len(heap.obligations),
        done=heap.outcomes(Outcome.DONE),
        partial=heap.outcomes(Outcome.PARTIAL),
        none=heap.outcomes(Outcome.NOT_DONE),
    )
