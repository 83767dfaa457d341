"""The walk: taps and typed answers on the card of one obligation, and where the walk goes next."""

from __future__ import annotations

from core.figures.required import main_measure, measure_by_id, plan_mark
from core.kernel.errors import NotAllowed, Outdated
from core.model.obligations import Obligation
from core.model.people import Role
from core.plan.reports import Draft
from core.report import draft_steps
from core.report.consolidation import fingerprint
from core.report.heaps import Heap
from core.report.likely_typos import mended, take_mended
from core.report.record import record
from core.report.shared_row import with_others
from core.report.take_step import (
    Asks,
    Confirm,
    LastSeen,
    Recorded,
    goes_on_to,
    refuse_other_plan,
    refuse_unseen,
    take_step,
)
from core.report.typed_text import Stays, drop_slip
from core.report.worklist import Worklist
from handlers.frame.registry import command, tap, typed
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Home, Submit, Walk, Without
from handlers.words.recorded_words import figure_words, recorded_words

OFFICERS = frozenset({Role.OFFICER})


@command("report", roles=OFFICERS)
async def report(turn: Turn) -> None:
    """/report: straight to the first card that needs an answer."""
    worklist = await worklist_of(turn)
    heap = next((h for h in worklist.heaps if h.open), None)
    if heap is None:
        turn.show(Home())
        return
    open_on(turn, heap.open[0])


@tap("go", roles=OFFICERS, style="primary")
async def go(turn: Turn) -> None:
    """On with a heap: the first card that needs an answer, or handing in where none does."""
    worklist = await worklist_of(turn)
    go_on(turn, worklist.heap(turn.number(), turn.word(1)))


def go_on(turn: Turn, heap: Heap) -> None:
    """To the first card of a heap that needs an answer; to handing in where none does."""
    if heap.open:
        open_on(turn, heap.open[0])
    else:
        turn.show(Submit(plan=heap.plan_id, period=heap.period))


@tap("card", roles=OFFICERS)
async def open_card(turn: Turn) -> None:
    worklist = await worklist_of(turn)
    open_on(turn, worklist.obligation(turn.number()))


@tap("plan", roles=OFFICERS, step=True, style="success")
async def as_planned(turn: Turn) -> None:
    """✅ one tap: recorded as planned, and on to the next card."""
    worklist, o = await mine(turn)
    measures = worklist.measures(o)
    refuse_other_plan(measures, turn.word(1))
    await answer(turn, worklist, o, draft_steps.as_planned(o.draft, measures))


@tap("none", roles=OFFICERS, step=True, style="danger")
async def not_done(turn: Turn) -> None:
    worklist, o = await mine(turn)
    await answer(turn, worklist, o, draft_steps.not_done(o.draft, worklist.measures(o)))


@tap("part", roles=OFFICERS, step=True)
async def partly(turn: Turn) -> None:
    """🟡 done in part, where no figure says how much."""
    worklist, o = await mine(turn)
    await answer(turn, worklist, o, draft_steps.partly(o.draft, worklist.measures(o)))


@tap("asplan", roles=OFFICERS, step=True, style="success")
async def same_as_planned(turn: Turn) -> None:
    """✅ the plan value for the one figure that was asked for."""
    worklist, o = await mine(turn)
    measures = worklist.measures(o)
    refuse_other_plan(measures, turn.word(2))
    measure = measure_by_id(measures, turn.word(1))
    if measure is None or measure.plan is None:
        raise Outdated("card-outdated")
    await answer(turn, worklist, o, draft_steps.taking(o.draft, measures, {measure.id: measure.plan}))


@tap("sure", roles=OFFICERS, step=True)
async def confirm(turn: Turn) -> None:
    worklist, o = await mine(turn)
    if not o.draft.waits:
        raise Outdated("card-outdated")
    await answer(turn, worklist, o, draft_steps.confirmed(o.draft, worklist.measures(o)))


@tap("meant", roles=OFFICERS)
async def take_meant(turn: Turn) -> None:
    """What the figure that waits was likely meant to be (`core.report.likely_typos`).

    Where that is something else by now than the button says, the card shows it, and asks again.
    """
    worklist, o = await mine(turn)
    measures = (await with_others(turn.work, worklist, o)).measures(o)
    figures = mended(o.draft.odd, measures)
    if figures is None:
        raise Outdated("card-outdated")
    if turn.word(1) != fingerprint(figures, None):
        turn.toast = turn.plain("walk-meant-changed", value=figure_words(turn, measures, figures))
        open_on(turn, o)
        return
    await answer(turn, worklist, o, take_mended(o.draft, measures, figures))


@tap("slip", roles=OFFICERS)
async def mend(turn: Turn) -> None:
    """What was understood was a slip: forgotten; a figure is asked for again."""
    worklist, o = await mine(turn)
    show_taken(turn, o, await drop_slip(turn.work, turn.me, worklist, o, turn.now))


@tap("stage", roles=OFFICERS)
async def reached_stage(turn: Turn) -> None:
    """The stage that was reached, whether planned or not; the button names its place among the row's stages."""
    worklist, o = await mine(turn)
    measures = worklist.measures(o)
    refuse_other_plan(measures, turn.word(2))
    main = main_measure(measures)
    if not 0 <= turn.number(1) < len(main.stages):
        raise Outdated("card-outdated")
    place = main.stages[turn.number(1)].place
    await answer(turn, worklist, o, draft_steps.with_figure(o.draft, measures, place, measure=main))


@tap("undo", roles=OFFICERS, step=True)
async def undo(turn: Turn) -> None:
    """Takes back the last thing recorded, on this card or on the one before, and opens that card."""
    worklist, o = await mine(turn)
    if not draft_steps.can_undo(o.draft):
        raise NotAllowed("nothing-to-undo")
    turn.toast = turn.plain("undone")
    await note(turn, worklist, o, draft_steps.undone(o.draft))


@tap("next", roles=OFFICERS, step=True)
async def later(turn: Turn) -> None:
    """⏭ the next card that needs an answer; handing in where this was the last."""
    worklist, o = await named(turn)
    _move_on(turn, worklist, o, last=None)


@tap("prev", roles=OFFICERS, step=True)
async def previous(turn: Turn) -> None:
    """⬅️ the card before this one in the plan's order; home from the first."""
    worklist, o = await named(turn)
    order = worklist.heap_of(o).obligations
    at = [x.id for x in order].index(o.id)
    if at == 0:
        turn.show(Home())
    else:
        open_on(turn, order[at - 1])


@tap("figure", roles=OFFICERS)
async def ask_figure(turn: Turn) -> None:
    """✏️ another figure than planned; the button names which."""
    _, o = await mine(turn)
    named = turn.word(1) if turn.tap and len(turn.tap.args) > 1 else None
    open_on(turn, o, asks="figure", measure=named)


@tap("note", roles=OFFICERS)
async def ask_account(turn: Turn) -> None:
    _, o = await mine(turn)
    open_on(turn, o, asks="account")


@typed("account", roles=OFFICERS)
async def take_account(turn: Turn) -> None:
    """The account, in the officer's own words; the card stays."""
    worklist, o = await current(turn)
    await note(turn, worklist, o, draft_steps.with_account(o.draft, draft_steps.fitting(turn.typed)))


async def named(turn: Turn) -> tuple[Worklist, Obligation]:
    """The obligation that the tap names, if it is the person's own."""
    worklist = await worklist_of(turn)
    return worklist, worklist.obligation(turn.number())


async def mine(turn: Turn) -> tuple[Worklist, Obligation]:
    """The same, to be changed. Raises ChangedElsewhere where somebody else changed it since the card showed it."""
    worklist, o = await named(turn)
    await refuse_unseen(turn.work, turn.person_id, o, _seen(turn))
    return worklist, o


async def current(turn: Turn) -> tuple[Worklist, Obligation]:
    """The obligation whose card is shown, to be changed, likewise."""
    worklist = await worklist_of(turn)
    o = worklist.obligation(turn.the_report())
    await refuse_unseen(turn.work, turn.person_id, o, _seen(turn))
    return worklist, o


def _seen(turn: Turn) -> LastSeen:
    """What the person's card shows of a draft."""
    shown = turn.shows(Walk)
    if shown is None:
        return LastSeen(turn.report_shown)
    return LastSeen(shown.o, shown.seen, shown.last)


def open_on(
    turn: Turn,
    o: Obligation,
    *,
    asks: str | None = None,
    last: int | None = None,
    measure: str | None = None,
) -> None:
    """Shows the card; `measure` is the one that a figure is asked for, where a button named it."""
    named = {"m": measure} if measure else {}
    turn.show(Walk(o=o.id, last=last, seen=o.revision, **named, **mark_shown(turn, o)), asks=asks)


def mark_shown(turn: Turn, o: Obligation) -> dict[str, str]:
    """The mark of the plan that a card of the report shows, for its view: a typed "yes" is an answer to that plan."""
    worklist = turn.worklist
    if worklist is None or o.plan_id not in worklist.plans:
        return {}
    return {"mark": plan_mark(worklist.measures(o))}


async def note(
    turn: Turn, worklist: Worklist, o: Obligation, draft: Draft, *, last: int | None = None
) -> None:
    """Records what is no answer by itself (an account, a step back); the card goes on asking."""
    changed = await record(turn.work, turn.me, o, draft, turn.now)
    turn.worklist = worklist.with_changed(changed)
    open_on(turn, changed, last=last)


async def answer(
    turn: Turn,
    worklist: Worklist,
    o: Obligation,
    draft: Draft,
    *,
    knowing: bool = False,
    summed: bool = False,
) -> None:
    """Takes a step (`core.report.take_step`) and shows what came of it."""
    taken = await take_step(turn.work, turn.me, worklist, o, draft, turn.now, knowing=knowing, summed=summed)
    show_taken(turn, o, taken)


def show_taken(turn: Turn, o: Obligation, taken: Recorded | Asks | Confirm | Stays) -> None:
    """Stays while the card asks more, else goes on and says what was recorded."""
    match taken:
        case Asks(measure):
            open_on(turn, o, asks="figure", measure=measure.id)
        case Confirm(step, of_others):
            kept = Draft.model_validate(step.model_dump(exclude={"before"}))
            turn.show(Without(o=o.id, revision=o.revision, draft=kept, summed=of_others))
        case Stays(worklist, changed, measure):
            turn.worklist = worklist
            open_on(turn, changed, asks="figure" if measure else None, measure=measure)
        case Recorded():
            turn.worklist = taken.worklist
            _show_recorded(turn, taken)


def _show_recorded(turn: Turn, taken: Recorded) -> None:
    o = taken.obligation
    if not taken.is_complete:
        open_on(turn, o)
        return
    if turn.tap is not None:
        figure = recorded_words(turn, taken.worklist.measures(o), o.draft)
        turn.toast = turn.plain("recorded-toast", figure=figure)
    if taken.lacks_file:
        open_on(turn, o, asks="paper")
        return
    _move_on(turn, taken.worklist, o, last=o.id)


def _move_on(turn: Turn, worklist: Worklist, o: Obligation, last: int | None) -> None:
    match goes_on_to(worklist, o, recorded=last is not None):
        case Obligation() as following:
            open_on(turn, following, last=last)
        case Heap(plan_id, period):
            turn.show(Submit(plan=plan_id, period=period, last=last))
        case None:
            turn.show(Home())
