"""The walk: taps and typed answers on the card of one obligation, and where the walk goes next."""

from __future__ import annotations

from core.figures.required import main_measure, measure_by_id, plan_mark
from core.kernel.errors import ChangedElsewhere, NotAllowed, Outdated, PlanChanged, UnreadableInput
from core.model.obligations import Obligation, ReportState
from core.model.people import Role
from core.plan.reports import Draft, Measure
from core.report import draft_steps
from core.report.consolidation import answers_anew, fingerprint
from core.report.demands import demands_file, held_back
from core.report.draft_steps import Ask, asks
from core.report.likely_typos import mended, take_mended
from core.report.record import record
from handlers.card.shared_row import gathered, with_others
from handlers.frame.registry import command, tap, typed
from handlers.frame.turn import Turn
from handlers.frame.worklist import Desk, desk_of
from handlers.words.walk_words import figure_words, recorded_words

OFFICERS = frozenset({Role.OFFICER})
LONGEST_ACCOUNT = 1500


@command("report", roles=OFFICERS)
async def report(turn: Turn) -> None:
    """/report: straight to the first card that needs an answer."""
    desk = await desk_of(turn)
    heap = next((h for h in desk.heaps if h.open), None)
    if heap is None:
        turn.show("home")
        return
    open_on(turn, heap.open[0])


@tap("go", roles=OFFICERS)
async def go(turn: Turn) -> None:
    """On with a heap: the first card that needs an answer, or handing in where none does."""
    desk = await desk_of(turn)
    heap = desk.heap(turn.number(), turn.word(1))
    if heap.open:
        open_on(turn, heap.open[0])
    else:
        turn.show("submit", plan=heap.plan_id, period=heap.period)


@tap("card", roles=OFFICERS)
async def open_card(turn: Turn) -> None:
    desk = await desk_of(turn)
    open_on(turn, desk.obligation(turn.number()))


@tap("plan", roles=OFFICERS)
async def as_planned(turn: Turn) -> None:
    """✅ one tap: recorded as planned, and on to the next card."""
    desk, o = await mine(turn)
    as_shown(desk, o, turn.word(1))
    await answer(turn, desk, o, draft_steps.as_planned(o.draft, desk.measures(o)))


def as_shown(desk: Desk, o: Obligation, mark: str) -> None:
    """Raises PlanChanged where the plan is not the one of that mark, which the button or the card showed."""
    now = plan_mark(desk.measures(o))
    if mark != now:
        raise PlanChanged(now)


@tap("none", roles=OFFICERS)
async def not_done(turn: Turn) -> None:
    desk, o = await mine(turn)
    await answer(turn, desk, o, draft_steps.not_done(o.draft, desk.measures(o)))


@tap("part", roles=OFFICERS)
async def partly(turn: Turn) -> None:
    """🟡 done in part, where no figure says how much."""
    desk, o = await mine(turn)
    await answer(turn, desk, o, draft_steps.partly(o.draft, desk.measures(o)))


@tap("asplan", roles=OFFICERS)
async def same_as_planned(turn: Turn) -> None:
    """✅ the plan value for the one figure that was asked for."""
    desk, o = await mine(turn)
    as_shown(desk, o, turn.word(2))
    measures = desk.measures(o)
    measure = measure_by_id(measures, turn.word(1))
    if measure is None or measure.plan is None:
        raise Outdated("card-outdated")
    await answer(turn, desk, o, draft_steps.taking(o.draft, measures, {measure.id: measure.plan}))


@tap("sure", roles=OFFICERS)
async def confirm(turn: Turn) -> None:
    desk, o = await mine(turn)
    if not o.draft.waits:
        raise Outdated("card-outdated")
    await answer(turn, desk, o, draft_steps.confirmed(o.draft, desk.measures(o)))


@tap("meant", roles=OFFICERS)
async def take_meant(turn: Turn) -> None:
    """What the figure that waits was likely meant to be (`core.report.likely_typos`).

    Where that is something else by now than the button says, the card shows it, and asks again.
    """
    desk, o = await mine(turn)
    measures = (await with_others(turn, desk, o)).measures(o)
    figures = mended(o.draft.odd, measures)
    if figures is None:
        raise Outdated("card-outdated")
    if turn.word(1) != fingerprint(figures, None):
        turn.toast = turn.plain("walk-meant-changed", value=figure_words(turn, measures, figures))
        open_on(turn, o)
        return
    await answer(turn, desk, o, take_mended(o.draft, measures, figures))


@tap("slip", roles=OFFICERS)
async def mend(turn: Turn) -> None:
    """What was understood was a slip: forgotten; a figure is asked for again."""
    _, o = await mine(turn)
    await slipped(turn, o)


async def slipped(turn: Turn, o: Obligation) -> None:
    """Forgets the figure that waited to be confirmed, and asks for it again."""
    wrong = next(iter(o.draft.odd), None)
    await record(turn.work, turn.me, o, draft_steps.dropped(o.draft), turn.now)
    open_on(turn, o, asks="figure" if wrong else None, measure=wrong)
    turn.memo = None


@tap("stage", roles=OFFICERS)
async def reached_stage(turn: Turn) -> None:
    """The stage that was reached, whether planned or not; the button names its place among the row's stages."""
    desk, o = await mine(turn)
    as_shown(desk, o, turn.word(2))
    measures = desk.measures(o)
    main = main_measure(measures)
    if not 0 <= turn.number(1) < len(main.stages):
        raise Outdated("card-outdated")
    place = main.stages[turn.number(1)].place
    await answer(turn, desk, o, draft_steps.with_figure(o.draft, measures, place, measure=main))


@tap("undo", roles=OFFICERS)
async def undo(turn: Turn) -> None:
    """Takes back the last thing recorded, on this card or on the one before, and opens that card."""
    desk, o = await mine(turn)
    if not draft_steps.can_undo(o.draft):
        raise NotAllowed("nothing-to-undo")
    await record(turn.work, turn.me, o, draft_steps.undone(o.draft), turn.now)
    turn.toast = turn.plain("undone")
    open_on(turn, o)
    turn.memo = None


@tap("next", roles=OFFICERS)
async def later(turn: Turn) -> None:
    """⏭ the next card that needs an answer; handing in where this was the last."""
    desk, o = await named(turn)
    _move_on(turn, desk, o, last=None)


@tap("prev", roles=OFFICERS)
async def previous(turn: Turn) -> None:
    """⬅️ the card before this one in the plan's order; home from the first."""
    desk, o = await named(turn)
    order = desk.heap_of(o).obligations
    at = [x.id for x in order].index(o.id)
    if at == 0:
        turn.show("home")
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
    desk, o = await current(turn)
    await record(turn.work, turn.me, o, draft_steps.with_account(o.draft, fitting(turn.typed)), turn.now)
    open_on(turn, o)
    turn.memo = None


def fitting(account: str) -> str:
    """The account, if it fits into the card. Raises UnreadableInput: nothing is cut in silence."""
    if len(account) > LONGEST_ACCOUNT:
        raise UnreadableInput("account-too-long", most=LONGEST_ACCOUNT)
    return account


def asked_measure(turn: Turn, desk: Desk, o: Obligation) -> Measure:
    """The measure that a typed figure answers: the one that a button named, else as the walk goes."""
    measures = desk.measures(o)
    named = measure_by_id(measures, turn.args.get("m"))
    return named or draft_steps.answered_measure(measures, o.draft)


async def named(turn: Turn) -> tuple[Desk, Obligation]:
    """The obligation that the tap names, if it is the person's own."""
    desk = await desk_of(turn)
    return desk, desk.obligation(turn.number())


async def mine(turn: Turn) -> tuple[Desk, Obligation]:
    """The same, to be changed. Raises ChangedElsewhere where somebody else changed it since the card showed it."""
    desk, o = await named(turn)
    await refuse_unseen(turn, o)
    return desk, o


async def current(turn: Turn) -> tuple[Desk, Obligation]:
    """The obligation whose card is shown, to be changed, likewise."""
    desk = await desk_of(turn)
    o = desk.obligation(turn.args["o"])
    await refuse_unseen(turn, o)
    return desk, o


async def refuse_unseen(turn: Turn, o: Obligation) -> None:
    """Of two people on one post neither overwrites what the other recorded between two taps (§6).

    Raises ChangedElsewhere. What the person recorded last themselves they have seen.
    """
    if o.recorded_by in (None, turn.person_id):
        return
    args = turn.card.view.args
    if args.get("o") == o.id:
        unseen = "seen" in args and o.revision > args["seen"]
    else:
        unseen = args.get("last") == o.id
    if unseen:
        person = await turn.work.people.get(o.recorded_by)
        raise ChangedElsewhere(person.name if person else str(o.recorded_by), o.id, o.revision)


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
    turn.show("walk", asks=asks, o=o.id, last=last, seen=o.revision, **named, **mark_shown(turn, o))


def mark_shown(turn: Turn, o: Obligation) -> dict[str, str]:
    """The mark of the plan that a card of the report shows, for its view: a typed "yes" is an answer to that plan."""
    desk = turn.memo
    known = isinstance(desk, Desk) and o.plan_id in desk.plans
    return {"mark": plan_mark(desk.measures(o))} if isinstance(desk, Desk) and known else {}


async def answer(
    turn: Turn, desk: Desk, o: Obligation, draft: Draft, *, knowing: bool = False, summed: bool = False
) -> None:
    """Records a step; stays while the card asks more, else goes on and says what was recorded.

    `knowing`: the lead of a shared row was told who has not reported yet, and goes on without them. `summed`: the step
    is what the others' reports come to. On a shared row that adds up a tick alone is no answer: its figure is asked.
    """
    if answers_anew(o.draft, draft) and (untold := desk.untold(o, draft)) is not None:
        open_on(turn, o, asks="figure", measure=untold.id)
        return
    step = await gathered(turn, desk, o, draft, knowing=knowing, summed=summed)
    if step is None:
        return
    draft = step
    changed = await record(turn.work, turn.me, o, draft, turn.now)
    desk = desk.with_changed(changed)
    turn.memo = desk
    if asks(draft) is not Ask.COMPLETE:
        open_on(turn, o)
        return
    if turn.tap is not None:
        turn.toast = turn.plain("recorded-toast", figure=recorded_words(turn, desk, changed))
    if await lacks_file(turn, desk, changed):
        open_on(turn, changed, asks="paper")
        return
    _move_on(turn, desk, changed, last=o.id)


async def lacks_file(turn: Turn, desk: Desk, o: Obligation) -> bool:
    """Whether a report that says "done" still lacks a file that its plan demands: then the card asks for it."""
    rule = desk.plans[o.plan_id].plan.rule
    if not demands_file(rule):
        return False
    evidence = await turn.work.evidence.of_obligations([o.id])
    return held_back(o, desk.row(o), evidence, rule)


def _move_on(turn: Turn, desk: Desk, o: Obligation, last: int | None) -> None:
    """The next card; a correction of what was submitted is handed in before rows that were not begun."""
    heap = desk.heap_of(o)
    following = draft_steps.next_after(heap.obligations, o.id)
    is_correction = last is not None and o.version > 0 and bool(heap.ready)
    if following is not None and not (is_correction and following.state is not ReportState.RETURNED):
        open_on(turn, following, last=last)
    elif heap.ready or heap.held:
        turn.show("submit", plan=heap.plan_id, period=heap.period, last=last)
    else:
        turn.show("home")
