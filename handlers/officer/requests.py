"""The officer asks: another day, or that a report be left out. Three taps, or two and a message; taken back by one."""

from __future__ import annotations

from datetime import date

from core.dates.typed_days import read_day
from core.kernel.errors import NotAllowed, Outdated
from core.model.obligations import Obligation
from core.model.requests import Moves, day_moved, is_open, new_day
from core.report.request_service import ask_for, offered_days, take_back
from core.report.worklist import Worklist
from core.summary.formatting import format_day
from handlers.card.follow_ups import reason_rows, usual_reasons
from handlers.card.walk import OFFICERS, current, mine, open_on
from handlers.frame.messages import RequestAsked, RequestDecided
from handlers.frame.paging import names_of_first, page_buttons
from handlers.frame.registry import message, tap, typed, view
from handlers.frame.screens import (
    LONGEST_TITLE,
    Button,
    Html,
    Screen,
    bold,
    button,
    in_rows,
    lines,
    pages,
    quoted,
)
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Home, RequestCard, RequestPick
from handlers.officer.notice_card import way_to_card
from handlers.words.request_words import about, card_lines, decided, subject_of, wanted
from handlers.words.request_words import day as say_day
from handlers.words.row_labels import officers_mark, row_label

PAGE = 8


@tap("rq", roles=OFFICERS)
async def open_request(turn: Turn) -> None:
    _, o = await mine(turn)
    _show(turn, o)


def _show(turn: Turn, o: Obligation, moves: Moves = "report") -> None:
    asks = "request-day" if o.asking is None else None
    turn.show(RequestCard(o=o.id, kind="extension", moves=moves), asks=asks)


@tap("rqfor", roles=OFFICERS)
async def other_day(turn: Turn) -> None:
    """It is the work's day that is asked for, or the report's after all."""
    _, o = await mine(turn)
    _show(turn, o, _moves(turn.word(1)))


@tap("rqnot", roles=OFFICERS)
async def not_required(turn: Turn) -> None:
    _, o = await mine(turn)
    turn.show(RequestCard(o=o.id, kind="not_required", moves=None, day=None), asks="request-why")


@tap("rqset", roles=OFFICERS, step=True)
async def set_part(turn: Turn) -> None:
    """A day or a usual reason; one action, so that half of a double tap on a day gives no reason."""
    worklist, o = await mine(turn)
    part, value = turn.word(1), turn.word(2)
    if part == "why":
        reason = usual_reasons(turn, worklist.plans[o.plan_id].plan.rule).get(value)
        if reason is None:
            raise Outdated("card-outdated")
        await _send(turn, worklist, o, reason)
        return
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise Outdated("card-outdated") from error
    _ask_why(turn, o, _moves(part), day)


def _moves(word: str | None) -> Moves:
    if word == "report":
        return "report"
    if word == "work":
        return "work"
    raise Outdated("card-outdated")


def _day(wanted: RequestCard) -> date:
    """The day that was chosen. Raises Outdated where none was yet."""
    if wanted.day is None:
        raise Outdated("card-outdated")
    return wanted.day


def _ask_why(turn: Turn, o: Obligation, moves: Moves, day: date) -> None:
    day = new_day(o, moves, day, turn.deps.today())
    turn.show(RequestCard(o=o.id, kind="extension", moves=moves, day=day), asks="request-why")


@typed("request-day", roles=OFFICERS)
async def take_day(turn: Turn) -> None:
    _, o = await current(turn)
    _ask_why(
        turn, o, _moves(turn.on(RequestCard).moves), read_day(turn.typed, turn.deps.today(), turn.language)
    )


@typed("request-why", roles=OFFICERS)
async def take_reason(turn: Turn) -> None:
    """The reason, in the officer's words."""
    worklist, o = await current(turn)
    await _send(turn, worklist, o, turn.typed)


async def _send(turn: Turn, worklist: Worklist, o: Obligation, reason: str) -> None:
    """Keeps the request, tells every manager at once, and shows the card again."""
    wanted = turn.on(RequestCard)
    asked = await ask_for(
        turn.work,
        turn.me,
        o,
        kind=wanted.kind,
        moves=_moves(wanted.moves) if wanted.kind == "extension" else None,
        day=wanted.day,
        reason=reason,
        now=turn.now,
        today=turn.deps.today(),
    )
    for manager in asked.managers:
        key = f"request:{asked.request.id}:{manager.id}"
        await turn.queue(key, RequestAsked(request=asked.request.id), to=manager.id)
    turn.worklist = worklist.with_changed(asked.obligation)
    open_on(turn, o)
    names = names_of_first(turn, [p.name for p in asked.managers], 3)
    if names:
        turn.tell("request-sent", names=names)
    else:
        turn.tell("request-sent-nobody")


@tap("rqback", roles=OFFICERS)
async def take_request_back(turn: Turn) -> None:
    worklist, o = await mine(turn)
    turn.worklist = worklist.with_changed(await take_back(turn.work, turn.me, o, turn.now))
    turn.toast = turn.plain("request-taken-back-toast")
    open_on(turn, o)


@view(RequestCard, on_walk=True)
async def show_request(turn: Turn, args: RequestCard) -> Screen:
    """The day, then the reason; or the request that waits, to be taken back."""
    worklist = await worklist_of(turn)
    o = worklist.obligation(args.o)
    head = about(turn, await subject_of(turn, o))
    back = button(turn.plain("walk-back"), "card", o.id)
    waiting = await turn.work.requests.waiting_on(o.id) if o.asking is not None else None
    if waiting is not None:
        text = lines(head, "", wanted(turn, waiting), quoted(waiting.reason), turn.say("request-waiting"))
        return Screen(text, [[button(turn.plain("request-take-back"), "rqback", o.id)], [back]])
    if not is_open(o):
        raise NotAllowed("request-overtaken")
    if turn.card.view.asks == "request-why":
        reasons = reason_rows(turn, worklist.plans[o.plan_id].plan.rule, "rqset", o.id, "why")
        return _why(turn, o, head, args, [*reasons, [button(turn.plain("back"), "rq", o.id), back]])
    return _when(turn, o, head, _moves(args.moves), back)


def _when(turn: Turn, o: Obligation, head: Html, moves: Moves, back: Button) -> Screen:
    held = day_moved(o, moves)
    days = offered_days(moves, held, turn.deps.today(), turn.deps.days)
    offered = [
        button(format_day(d, turn.deps.texts, turn.language, "day"), "rqset", o.id, moves, d.isoformat())
        for d in days
    ]
    other: Moves = "work" if moves == "report" else "report"
    text = lines(
        head,
        card_lines(turn, o, turn.deps.today()),
        "",
        bold(turn.say(f"request-when-{moves}", day=say_day(turn, held))),
        turn.say("request-when-how"),
        turn.say("request-work-note", day=say_day(turn, o.due_now.report_due)) if moves == "work" else None,
    )
    rows = [
        *in_rows(offered, 2),
        [button(turn.plain(f"request-for-{other}"), "rqfor", o.id, other)],
        [button(turn.plain("request-not-required"), "rqnot", o.id)],
        [back],
    ]
    return Screen(text, rows)


def _why(turn: Turn, o: Obligation, head: Html, args: RequestCard, rows: list[list[Button]]) -> Screen:
    is_extension = args.kind == "extension"
    if is_extension:
        moves = _moves(args.moves)
        days = {
            "was": say_day(turn, day_moved(o, moves)),
            "day": say_day(turn, _day(args)),
        }
        what = turn.say(f"request-wants-{moves}", **days)
    else:
        what = turn.say("request-wants-not-required")
    return Screen(lines(head, "", what, bold(turn.say("request-why"))), rows)


@tap("rqpick", roles=OFFICERS, own_work=True)
async def pick(turn: Turn) -> None:
    """From a reminder: which of the reports it is about; straight to the day where there is one."""
    worklist = await worklist_of(turn)
    turn.take_over()
    owed = _owed(worklist)
    if not owed:
        turn.show(Home())
    elif len(owed) == 1:
        _show(turn, owed[0])
    else:
        turn.show(RequestPick(page=turn.number() if turn.tap and turn.tap.args else 0))


def _owed(worklist: Worklist) -> list[Obligation]:
    return [o for heap in worklist.heaps for o in heap.owed]


@view(RequestPick)
async def show_pick(turn: Turn, args: RequestPick) -> Screen:
    """What is not submitted; a tap asks for another day."""
    worklist = await worklist_of(turn)
    owed = _owed(worklist)
    page, first, count = pages(len(owed), args.page, PAGE)
    rows = [
        [
            button(
                f"{officers_mark(o)} {at}. {row_label(turn, worklist, worklist.heap_of(o), o, LONGEST_TITLE)}",
                "rq",
                o.id,
            )
        ]
        for at, o in enumerate(owed[first : first + PAGE], first + 1)
    ]
    rows.append(page_buttons(turn, page, count, "rqpick"))
    return Screen(bold(turn.say("request-pick")), [*rows, [button(turn.plain("home-button"), "home")]])


@message(RequestDecided)
async def show_decided(turn: Turn, args: RequestDecided) -> Screen | None:
    """To the officer, at once: granted or refused, by whom, and both days."""
    request = await turn.work.requests.get(args.request)
    o = await turn.work.obligations.get(request.obligation_id) if request else None
    if not turn.is_member or request is None or o is None:
        return None
    now_with, rows = await way_to_card(turn, o, "to-card")
    text = lines(
        about(turn, await subject_of(turn, o)),
        "",
        wanted(turn, request),
        await decided(turn, request),
        now_with,
    )
    return Screen(text, rows)
