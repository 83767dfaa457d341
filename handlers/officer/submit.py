"""Handing in: what is ready, the receipt, and the reason of a correction after the period has closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from zlib import crc32

from core.kernel.errors import Outdated, UnreadableInput
from core.model.obligations import Obligation
from core.model.people import Role
from core.owed.status import is_closed
from core.plan.reports import Evidence
from core.report import draft_steps
from core.report.heaps import Heap
from core.report.reasons import is_reason
from core.report.record import needs_why, record, submit
from core.report.worklist import Worklist
from core.summary.formatting import format_day, format_period
from handlers.card.walk import OFFICERS, open_on
from handlers.frame.messages import DigestAnswered
from handlers.frame.registry import tap, typed, view
from handlers.frame.screens import Html, Screen, bold, button, lines, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Receipt, Submit
from handlers.frame.worklist import worklist_of
from handlers.notices.delegation_notices import tell_others_on_post
from handlers.officer.home import attach_rows, ready_line
from handlers.words.request_words import closed_line
from handlers.words.walk_words import last_line

LONGEST_REASON = 1000


@tap("submit", roles=OFFICERS)
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
    if turn.card.view.asks == "correction":
        return Screen(_why(turn, worklist, heap), [[button(turn.plain("back"), "submit", *place)]])
    last = args.last
    said = last_line(turn, worklist, last) if last else None
    evidence = await turn.work.evidence.of_obligations([o.id for o in heap.ready])
    rows = []
    if heap.ready:
        count = len(heap.ready)
        seen = by_others(turn, heap)
        rows.append([button(turn.plain("submit-now", count=count), "handin", *place, count, seen)])
    rows.extend(attach_rows(turn, heap))
    if heap.open:
        rows.append([button(turn.plain("home-go-on", count=len(heap.open)), "go", *place)])
    if last and any(o.id == last and o.draft.before for o in heap.obligations):
        rows.append([button(turn.plain("walk-undo-last"), "undo", last)])
    rows.append(
        [button(turn.plain("submit-look"), "list", *place), button(turn.plain("home-button"), "home")]
    )
    text = _text(turn, worklist, heap, evidence)
    return Screen(lines(said, "", text) if said else text, rows)


def _why(turn: Turn, worklist: Worklist, heap: Heap) -> Html:
    """Why a reason is asked for: the period is closed, or the report was accepted."""
    asking = [o for o in heap.ready if needs_why(o, worklist.today)]
    closed = closed_line(turn, [o for o in asking if is_closed(o, worklist.today)])
    if closed is not None:
        return lines(closed, turn.say("submit-why"))
    return turn.say("submit-why-accepted")


def _text(turn: Turn, worklist: Worklist, heap: Heap, evidence: Sequence[Evidence]) -> Html:
    """What handing in would submit, and no more: counted, by outcome, with its papers."""
    papers = len({e.album or e.id for e in evidence})
    bare = len({o.id for o in heap.ready} - {e.obligation_id for e in evidence})
    period = format_period(heap.period, turn.deps.texts, turn.language, "bare")
    return lines(
        bold(turn.say("submit-title", period=period, ready=len(heap.ready), total=len(heap.counted))),
        shortened(worklist.plans[heap.plan_id].title, 120),
        ready_line(turn, heap),
        turn.say("submit-papers", papers=papers, bare=bare),
        turn.say("submit-held", count=len(heap.held)) if heap.held else None,
        turn.say("submit-part", count=len(heap.open)) if heap.open and heap.ready else None,
    )


@tap("handin", roles=OFFICERS, step=True)
async def hand_in(turn: Turn) -> None:
    """Submits what is ready; a correction after closing is asked for its reason first.

    Where a colleague on the post made it more or less than the card says, the card is shown anew instead.
    """
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.number(), turn.word(1))
    if heap.ready and turn.number(2) != len(heap.ready):
        turn.toast = turn.plain("submit-changed", count=len(heap.ready))
        turn.show(Submit(plan=heap.plan_id, period=heap.period))
        return
    await _refuse_unseen(turn, heap)
    if await _weighed_anew(turn, worklist, heap):
        return
    if any(needs_why(o, worklist.today) for o in heap.ready):
        seen = tuple((o.id, o.revision) for o in heap.ready)
        turn.show(Submit(plan=heap.plan_id, period=heap.period, seen=seen), asks="correction")
        return
    await _hand_in(turn, heap, heap.obligations, None)


async def _weighed_anew(turn: Turn, worklist: Worklist, heap: Heap) -> bool:
    """Whether the plan was amended under something recorded: then it is weighed anew and its card is shown first."""
    fallen = [o for o in heap.ready if not draft_steps.stands(o.draft, worklist.measures(o))]
    changed = [
        await record(turn.work, turn.me, o, draft_steps.weighed_anew(o.draft, worklist.measures(o)), turn.now)
        for o in fallen
    ]
    if changed:
        turn.toast = turn.plain("card-plan-changed")
        open_on(turn, changed[0])
        turn.read_anew()
    return bool(changed)


def by_others(turn: Turn, heap: Heap) -> str:
    """A mark of what others recorded of what is ready, as the card shows it; "0" where all is one's own."""
    theirs = [(o.id, o.revision) for o in _of_others(turn, heap)]
    return f"{crc32(repr(theirs).encode()):x}" if theirs else "0"


def _of_others(turn: Turn, heap: Heap) -> list[Obligation]:
    return [o for o in heap.ready if o.recorded_by not in (None, turn.person_id)]


async def _refuse_unseen(turn: Turn, heap: Heap) -> None:
    """Of two people on one post neither hands in what the other recorded since the card was shown (domain, §6).

    Raises Outdated: the card is shown as it is now, and can be handed in then.
    """
    theirs = _of_others(turn, heap)
    if not theirs or turn.word(3) == by_others(turn, heap):
        return
    last = max(theirs, key=lambda o: o.recorded_at.timestamp() if o.recorded_at else 0.0)
    who = await turn.work.people.get(last.recorded_by or 0)
    raise Outdated("submit-changed-by", who=who.name if who else str(last.recorded_by))


@typed("correction", roles=OFFICERS)
async def take_why(turn: Turn) -> None:
    """The reason of a correction, whole. Raises UnreadableInput where it is none ("ок"), or too long to be kept."""
    if len(turn.typed) > LONGEST_REASON:
        raise UnreadableInput("text-too-long", most=LONGEST_REASON)
    if not is_reason(turn.typed):
        raise UnreadableInput("correction-not-said")
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.on(Submit).plan, turn.on(Submit).period)
    seen = set(turn.on(Submit).seen)
    await _hand_in(turn, heap, [o for o in heap.obligations if (o.id, o.revision) in seen], turn.typed)


async def _hand_in(turn: Turn, heap: Heap, chosen: Sequence[Obligation], why: str | None) -> None:
    """Submits what was shown; what a colleague recorded while the reason was being written waits (domain, §6)."""
    done = await submit(turn.work, turn.me, chosen, turn.now, turn.deps.today(), why)
    turn.read_anew()
    if turn.me.reports_for is None and not any(h.owed for h in (await worklist_of(turn)).heaps):
        await turn.queue(f"answered:{turn.person_id}:{turn.update_id}", DigestAnswered(), to=turn.person_id)
    await tell_others_on_post(turn, heap, done)
    if turn.tap is not None:
        turn.toast = turn.plain("submitted-toast", count=len(done))
    for_others = Counter(s.acting.post_id for s in done if s.acting and s.acting.how == "substitute")
    turn.show(
        Receipt(
            plan=heap.plan_id,
            period=heap.period,
            count=len(done),
            at=turn.now,
            stood_in=tuple(sorted(for_others.items())),
        )
    )


@view(Receipt, on_walk=True)
async def show_receipt(turn: Turn, args: Receipt) -> Screen:
    """What was handed in, when, and who will look at it."""
    worklist = await worklist_of(turn)
    plan = await turn.deps.library.plan(turn.work, args.plan)
    at = args.at.astimezone(turn.deps.zone)
    managers = [p.name for p in await turn.work.people.with_role(Role.MANAGER)]
    left = [h for h in worklist.heaps if h.plan_id == args.plan and h.period == args.period and h.owed]
    text = lines(
        bold(turn.say("receipt-title", count=args.count)),
        turn.say(
            "receipt-what",
            period=format_period(args.period, turn.deps.texts, turn.language, "full"),
            plan=shortened(plan.title, 120),
        ),
        turn.say(
            "receipt-when",
            day=format_day(at.date(), turn.deps.texts, turn.language, "long"),
            time=f"{at:%H:%M}",
        ),
        *(
            turn.say("receipt-stood-in", post=plan.post(post_id), count=count)
            for post_id, count in args.stood_in
        ),
        turn.say("receipt-who", names=", ".join(managers[:4])) if managers else None,
        turn.say("receipt-left", count=len(left[0].owed)) if left else None,
    )
    rows = []
    if left and left[0].open:
        rows.append([button(turn.plain("home-go-on", count=len(left[0].open)), "go", args.plan, args.period)])
    if left:
        rows.extend(attach_rows(turn, left[0]))
    rows.append([button(turn.plain("home-button"), "home")])
    return Screen(text, rows)
