"""The home card: what is to be handed in, how far it is, and one button to go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.model.obligations import Obligation
from core.model.people import Role
from core.owed.calendar import working_days_between
from core.plan.reports import Outcome
from core.report.heaps import Heap
from core.report.home_choices import Step, about, may_owe, steps
from core.report.worklist import Worklist
from core.summary.formatting import bar, format_day, format_period
from handlers.card.joint import takes_part
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import Button, Html, Screen, bold, button, lines, on_button, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import HeapCard, Home


@command("tasks", "home")
@tap("home", own_work=True)
async def home(turn: Turn) -> None:
    """The home card; the button of a notice turns the notice into it, and is about one's own."""
    turn.take_over()
    turn.show(Home())


@view(Home, on_walk=True)
async def show_home(turn: Turn, args: Home) -> Screen:
    """Officers see their heaps; who only manages or coordinates sees what they can do."""
    me = turn.me
    worklist = await worklist_of(turn)
    rows = _rows(turn, worklist)
    if await takes_part(turn, worklist):
        rows.append([button(turn.plain("joint-button"), "joint", 0)])
    if me.may(Role.MANAGER, Role.COORDINATOR):
        rows.append([button(turn.plain("home-summary"), "sum")])
    if me.may(Role.MANAGER):
        rows[-1].append(button(turn.plain("review-button"), "rv"))
    if me.may(Role.COORDINATOR):
        rows.append([button(turn.plain("home-plans"), "plans"), button(turn.plain("home-people"), "people")])
    rows.append([*deadlines_button(turn, worklist), button(turn.plain("home-settings"), "set")])
    return Screen(_text(turn, worklist), rows)


def deadlines_button(turn: Turn, worklist: Worklist) -> list[Button]:
    """📅 of who reports or may have to: officers, who stands in, who reports for a post; nothing for others."""
    return [button(turn.plain("deadlines-button"), "due")] if may_owe(turn.me, worklist) else []


def _text(turn: Turn, worklist: Worklist) -> Html:
    what = about(turn.me, worklist)
    if what == "heap":
        return _one(turn, worklist, worklist.heaps[0])
    if what == "heaps":
        return lines(bold(turn.say("home-several")), "", *(_line(turn, worklist, h) for h in worklist.heaps))
    return turn.say(f"home-{what}")


def _one(turn: Turn, worklist: Worklist, heap: Heap) -> Html:
    title = shortened(worklist.plans[heap.plan_id].title, 120)
    period = format_period(heap.period, turn.deps.texts, turn.language, "full")
    done, total = len(heap.recorded), len(heap.counted)
    return lines(
        bold(turn.say("home-title", period=period, plan=title)),
        due_line(turn, heap),
        turn.say("home-progress", bar=bar(done / total if total else None), done=done, total=total),
        outcome_line(turn, heap),
        _trouble(turn, worklist, heap),
        _unsubmitted(turn, heap),
        turn.say("home-held", count=len(heap.held)) if heap.held else None,
    )


def _unsubmitted(turn: Turn, heap: Heap) -> Html | None:
    """What is recorded and not submitted; of corrections alone `due_line` tells."""
    return turn.say("home-unsubmitted", count=len(heap.ready)) if heap.ready and heap.owed else None


def _line(turn: Turn, worklist: Worklist, heap: Heap) -> Html:
    period = format_period(heap.period, turn.deps.texts, turn.language, "short")
    title = shortened(worklist.plans[heap.plan_id].title, 60)
    submitted = sum(1 for o in heap.counted if o.is_submitted)
    return lines(
        bold(turn.say("home-title", period=period, plan=title)),
        due_line(turn, heap),
        turn.say("home-submitted", done=submitted, total=len(heap.counted)),
        turn.say("home-held", count=len(heap.held)) if heap.held else None,
        _trouble(turn, worklist, heap),
        _unsubmitted(turn, heap),
        "",
    )


def due_line(turn: Turn, heap: Heap) -> Html:
    """By when the heap is to be handed in, and how many working days are left or gone."""
    if not heap.owed and heap.corrected:
        return turn.say("home-corrected", count=len(heap.corrected))
    if not heap.owed:
        return turn.say("home-all-submitted")
    today = turn.deps.today()
    day = format_day(heap.due, turn.deps.texts, turn.language, "by")
    left = working_days_between(turn.deps.days, today, heap.due)
    if heap.due == today:
        return turn.say("home-due-today")
    if heap.due < today:
        on = format_day(heap.due, turn.deps.texts, turn.language, "on")
        return turn.say("home-due-gone", day=on, count=-left)
    return turn.say("home-due", day=day, count=left)


def outcome_line(turn: Turn, heap: Heap) -> Html:
    """✅ 9  🟡 1  ❌ 1, of what is recorded, submitted or not."""
    return _outcomes(turn, heap.recorded)


def ready_line(turn: Turn, heap: Heap) -> Html:
    """The same of what handing in would submit alone."""
    return _outcomes(turn, heap.ready)


def _outcomes(turn: Turn, obligations: Sequence[Obligation]) -> Html:
    counted = Counter(o.draft.outcome for o in obligations)
    return turn.say(
        "outcome-counts",
        done=counted[Outcome.DONE],
        partial=counted[Outcome.PARTIAL],
        none=counted[Outcome.NOT_DONE],
    )


def _trouble(turn: Turn, worklist: Worklist, heap: Heap) -> Html | None:
    overdue, returned = heap.overdue(worklist.today), heap.returned
    if not overdue and not returned:
        return None
    return turn.say("home-trouble", overdue=overdue, returned=returned)


def _rows(turn: Turn, worklist: Worklist) -> list[list[Button]]:
    if len(worklist.heaps) == 1:
        return heap_rows(turn, worklist.heaps[0])
    plans = Counter(heap.plan_id for heap in worklist.heaps)
    return [[_opener(turn, worklist, heap, by_period=plans[heap.plan_id] > 1)] for heap in worklist.heaps]


def _opener(turn: Turn, worklist: Worklist, heap: Heap, *, by_period: bool) -> Button:
    """Opens one heap of several: its plan by title, behind the period where the plan has several heaps."""
    title, left = worklist.plans[heap.plan_id].title, len(heap.owed) + len(heap.corrected)
    count = f" ({left})" if left else ""
    if by_period:
        title = f"{format_period(heap.period, turn.deps.texts, turn.language, 'short')} · {title}"
    return button(on_button(title, count), "heap", heap.plan_id, heap.period)


def heap_rows(turn: Turn, heap: Heap) -> list[list[Button]]:
    """The buttons of one heap: go on, hand in, all as planned, the list."""
    offered = {step: _step(turn, heap, step) for step in steps(heap)}
    beside = [offered.pop(step) for step in ("as-planned", "list") if step in offered]
    return [*([one] for one in offered.values()), beside]


def _step(turn: Turn, heap: Heap, step: Step) -> Button:
    place: tuple[int, str] = (heap.plan_id, heap.period)
    match step:
        case "begin" | "go-on":
            return button(turn.plain(f"home-{step}", count=len(heap.open)), "go", *place)
        case "hand-in":
            return button(turn.plain("home-submit", count=len(heap.ready)), "submit", *place)
        case "attach":
            return attach_rows(turn, heap)[0][0]
        case "mend":
            return button(turn.plain("home-mend", count=len(heap.unfinished)), "card", heap.unfinished[0].id)
        case "as-planned":
            return button(turn.plain("home-bulk"), "bulk", *place)
        case "list":
            return button(turn.plain("home-list"), "list", *place)


def attach_rows(turn: Turn, heap: Heap) -> list[list[Button]]:
    """📎 the way to the first of those that wait for a file; nothing where none does."""
    if not heap.held:
        return []
    return [[button(turn.plain("submit-attach", count=len(heap.held)), "paper", heap.held[0].id)]]


@tap("heap", style="primary")
async def open_heap(turn: Turn) -> None:
    turn.show(HeapCard(plan=turn.number(), period=turn.word(1)))


@view(HeapCard, on_walk=True)
async def show_heap(turn: Turn, args: HeapCard) -> Screen:
    """One heap of several."""
    worklist = await worklist_of(turn)
    heap = worklist.heap(args.plan, args.period)
    return Screen(_one(turn, worklist, heap), [*heap_rows(turn, heap), [button(turn.plain("back"), "home")]])
