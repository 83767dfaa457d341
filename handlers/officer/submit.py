"""Handing in: what is ready, the receipt, and the reason of a correction or of what comes late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.kernel.errors import Outdated
from core.model.people import Role
from core.ports.repositories import Submission
from core.report import handing_in
from core.report.handing_in import HandedIn, NeedsReason, OtherCount, Papers, Reweighed
from core.report.heaps import Heap
from core.report.record import is_late_unsaid
from core.report.worklist import Worklist
from core.summary.formatting import format_day, format_period
from handlers.card.follow_ups import reason_rows, usual_reasons
from handlers.card.walk import OFFICERS, open_on
from handlers.frame.paging import names_of_first
from handlers.frame.registry import tap, typed, view
from handlers.frame.screens import Button, Html, Screen, bold, button, lines, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Receipt, Submit
from handlers.notices.delegation_notices import tell_handed_in
from handlers.officer.home import attach_rows, ready_line
from handlers.words.recorded_words import last_line, undo_row_label
from handlers.words.request_words import closed_line


@tap("submit", roles=OFFICERS, style="primary")
async def open_submit(turn: Turn) -> None:
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.number(), turn.word(1))
    turn.show(Submit(plan=heap.plan_id, period=heap.period))


@view(Submit, on_walk=True)
async def show_submit(turn: Turn, args: Submit) -> Screen:
    """What is ready, with its papers counted; what was recorded last can still be undone."""
    worklist = await worklist_of(turn)
    heap = worklist.heap(args.plan, args.period)
    place: tuple[int, str] = (heap.plan_id, heap.period)
    back = [button(turn.plain("back"), "submit", *place)]
    if turn.card.view.asks == "correction":
        return Screen(_why(turn, worklist, heap), [back])
    if turn.card.view.asks == "late":
        rule = worklist.plans[heap.plan_id].plan.rule
        return Screen(_why_late(turn, heap, args), [*reason_rows(turn, rule, "lwhy", *place), back])
    last = args.last
    recorded = worklist.just_recorded(last) if last else None
    said = last_line(turn, recorded) if recorded else None
    rows = []
    if heap.ready:
        rows.append([hand_in_button(turn, heap)])
    rows.extend(attach_rows(turn, heap))
    if heap.open:
        rows.append([button(turn.plain("home-go-on", count=len(heap.open)), "go", *place)])
    if recorded and any(o.id == last and o.draft.before for o in heap.obligations):
        rows.append([button(undo_row_label(turn, recorded), "undo", recorded.obligation.id)])
    looks = [button(turn.plain("submit-look"), "look", *place)] if heap.ready or heap.held else []
    rows.append([*looks, button(turn.plain("home-list"), "list", *place)])
    rows.append([button(turn.plain("home-button"), "home")])
    text = _text(turn, worklist, heap, await handing_in.papers_of(turn.work, heap))
    return Screen(lines(said, "", text) if said else text, rows)


def hand_in_button(turn: Turn, heap: Heap) -> Button:
    """📨 with how many it would submit, and a mark of what others recorded of them."""
    count, mark = len(heap.ready), handing_in.others_mark(heap, turn.person_id)
    return button(turn.plain("submit-now", count=count), "handin", heap.plan_id, heap.period, count, mark)


def _why(turn: Turn, worklist: Worklist, heap: Heap) -> Html:
    """Why a reason is asked for: the period is closed, or the report was accepted."""
    closed = closed_line(turn, handing_in.closed_among(heap, worklist.today), worklist.today)
    if closed is not None:
        return lines(closed, turn.say("submit-why"))
    return turn.say("submit-why-accepted")


def _why_late(turn: Turn, heap: Heap, args: Submit) -> Html:
    """How many come after their day, since when; one answer is for all of them."""
    asked = {number for number, _ in args.seen}
    late = [o for o in heap.obligations if o.id in asked and is_late_unsaid(o, turn.deps.today())]
    since = min((o.due_now.report_due for o in late), default=heap.due)
    day = format_day(since, turn.deps.texts, turn.language, "on")
    return lines(turn.say("submit-late", count=len(late), day=day), bold(turn.say("submit-late-why")))


def _text(turn: Turn, worklist: Worklist, heap: Heap, papers: Papers) -> Html:
    """What handing in would submit, and no more: counted, by outcome, with its papers."""
    period = format_period(heap.period, turn.deps.texts, turn.language, "bare")
    return lines(
        bold(turn.say("submit-title", period=period, ready=len(heap.ready), total=len(heap.counted))),
        shortened(worklist.plans[heap.plan_id].title, 120),
        ready_line(turn, heap),
        turn.say("submit-papers", papers=papers.pieces, bare=papers.bare),
        turn.say("submit-held", count=len(heap.held)) if heap.held else None,
        turn.say("submit-part", count=len(heap.open)) if heap.open and heap.ready else None,
    )


@tap("handin", roles=OFFICERS, step=True, style="primary")
async def hand_in(turn: Turn) -> None:
    """Submits what is ready; a correction after closing is asked for its reason first.

    Where a colleague on the post made it more or less than the card says, the card is shown anew instead.
    """
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.number(), turn.word(1))
    mark = turn.word(3) if turn.tap and len(turn.tap.args) > 3 else None
    done = await handing_in.hand_in(
        turn.work, turn.me, worklist, heap, count=turn.number(2), mark=mark, now=turn.now
    )
    match done:
        case OtherCount(count):
            turn.toast = turn.plain("submit-changed", count=count)
            turn.show(Submit(plan=heap.plan_id, period=heap.period))
        case Reweighed(obligation):
            turn.toast = turn.plain("card-plan-changed")
            open_on(turn, obligation)
            turn.read_anew()
        case NeedsReason(seen, late):
            asks = "late" if late else "correction"
            turn.show(Submit(plan=heap.plan_id, period=heap.period, seen=seen), asks=asks)
        case HandedIn(submissions):
            await _handed_in(turn, heap, submissions)


@typed("correction", "late", roles=OFFICERS)
async def take_why(turn: Turn) -> None:
    """The reason of a correction, or of what comes late, whole."""
    await _hand_in_because(turn, turn.typed)


@tap("lwhy", roles=OFFICERS, step=True)
async def usual_why(turn: Turn) -> None:
    """One of the usual reasons, for what comes late."""
    worklist, shown = await worklist_of(turn), turn.on(Submit)
    reason = usual_reasons(turn, worklist.plans[shown.plan].plan.rule).get(turn.word(2))
    if reason is None or turn.card.view.asks != "late":
        raise Outdated("card-outdated")
    await _hand_in_because(turn, reason)


async def _hand_in_because(turn: Turn, why: str) -> None:
    worklist, shown = await worklist_of(turn), turn.on(Submit)
    heap = worklist.heap(shown.plan, shown.period)
    done = await handing_in.hand_in_corrected(turn.work, turn.me, worklist, heap, shown.seen, why, turn.now)
    await _handed_in(turn, heap, done.submissions)


async def _handed_in(turn: Turn, heap: Heap, done: Sequence[Submission]) -> None:
    """Tells whom it concerns, and shows the receipt."""
    turn.read_anew()
    await tell_handed_in(turn, heap, done)
    if turn.tap is not None:
        turn.toast = turn.plain("submitted-toast", count=len(done))
    for_others = Counter(s.acting.post_id for s in done if s.acting and s.acting.is_substitute)
    stood_in = tuple(sorted(for_others.items()))
    turn.show(Receipt(plan=heap.plan_id, period=heap.period, count=len(done), at=turn.now, stood_in=stood_in))


@view(Receipt, on_walk=True)
async def show_receipt(turn: Turn, args: Receipt) -> Screen:
    """What was handed in, when, and who will look at it."""
    worklist = await worklist_of(turn)
    left = handing_in.left_of(worklist, args.plan, args.period)
    text = lines(
        bold(turn.say("receipt-title", count=args.count)),
        *await _receipt_lines(turn, args),
        turn.say("receipt-left", count=len(left.owed)) if left else None,
    )
    rows = []
    if left and left.open:
        rows.append([button(turn.plain("home-go-on", count=len(left.open)), "go", args.plan, args.period)])
    if left:
        rows.extend(attach_rows(turn, left))
    rows.append([button(turn.plain("home-button"), "home")])
    return Screen(text, rows)


async def _receipt_lines(turn: Turn, args: Receipt) -> list[Html]:
    """Of which plan and period, when, in whose stead, and to whom."""
    plan = await turn.deps.library.plan(turn.work, args.plan)
    at = args.at.astimezone(turn.deps.zone)
    texts, language = turn.deps.texts, turn.language
    period = format_period(args.period, texts, language, "full")
    found = [
        turn.say("receipt-what", period=period, plan=shortened(plan.title, 120)),
        turn.say("receipt-when", day=format_day(at.date(), texts, language, "long"), time=f"{at:%H:%M}"),
    ]
    for post_id, count in args.stood_in:
        found.append(turn.say("receipt-stood-in", post=plan.post(post_id), count=count))
    managers = [p.name for p in await turn.work.people.with_role(Role.MANAGER)]
    who = names_of_first(turn, managers, 4)
    return found + ([turn.say("receipt-who", names=who)] if managers else [])
