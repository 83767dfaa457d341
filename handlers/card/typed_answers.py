"""What is typed on a card without any button: a figure, several, a stage, a short answer, a reason, a day."""

from __future__ import annotations

from decimal import Decimal

from core.evidence.named_papers import papers_beside
from core.figures.answer_parser import is_story, read_answers
from core.figures.number_words import in_digits
from core.figures.outcomes import Said, short_answer
from core.figures.required import is_ticked, measure_by_id
from core.kernel.errors import NotAllowed, Outdated, UnreadableInput
from core.model.obligations import Obligation
from core.owed.measures import is_planned_zero
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report import draft_steps
from core.report.draft_steps import Ask, asks
from core.report.reasons import is_told, mended_figures, mended_outcome, says_a_unit
from core.report.record import record
from core.report.shared_row import with_others
from core.report.worklist import Worklist
from handlers.card.filling import added, fill, keep_papers, understood_in
from handlers.card.walk import (
    LONGEST_ACCOUNT,
    OFFICERS,
    answer,
    as_shown,
    asked_measure,
    current,
    fitting,
    measure_asked,
    mine,
    open_on,
    slipped,
)
from handlers.card.why import forecast_typed, reason_typed
from handlers.frame.registry import tap, typed
from handlers.frame.turn import TOLD, Turn
from handlers.frame.views import Walk
from handlers.frame.worklist import worklist_of

_NO_NUMBER = frozenset({"figure-not-read", "presence-not-read", "tick-not-read", "stage-not-read"})


@typed("walk", "figure", "past", roles=OFFICERS)
async def take_text(turn: Turn) -> None:
    """A text typed on a card answers what the card asks: a reason, a day, or else a figure."""
    worklist, o = await current(turn)
    if o.excused:
        raise NotAllowed("excused-no-report")
    worklist = await with_others(turn.work, worklist, o)
    wanted = asks(o.draft) if turn.card.view.asks is None else Ask.OUTCOME
    mended = _mended(turn, worklist, o, wanted, turn.typed) if wanted in (Ask.REASON, Ask.FORECAST) else None
    if mended is not None:
        await answer(turn, worklist, o, mended)
    elif wanted is Ask.REASON:
        await _take_reason(turn, worklist, o)
    elif wanted is Ask.FORECAST:
        await answer(turn, worklist, o, forecast_typed(turn, o.draft, turn.typed))
    elif o.draft.waits and short_answer(turn.typed) is Said.NO:
        await slipped(turn, o)
    else:
        await _take_answer(turn, worklist, o)


async def _take_reason(turn: Turn, worklist: Worklist, o: Obligation) -> None:
    """The reason; a paper told by number and date is a paper of the card, and what is told beside it the reason.

    Where nothing is, or a single word (for the account), the card goes on asking why. Raises UnreadableInput.
    """
    papers, rest = papers_beside(turn.typed, turn.deps.today())
    if not papers:
        await answer(turn, worklist, o, reason_typed(turn, o.draft, turn.typed))
        return
    o = await keep_papers(turn, worklist, o, papers)
    worklist = await worklist_of(turn)
    mended = _mended(turn, worklist, o, Ask.REASON, rest) if rest else None
    if mended is None and is_told(rest):
        mended = reason_typed(turn, o.draft, rest)
    if mended is not None:
        await answer(turn, worklist, o, mended)
        return
    if rest:
        draft = draft_steps.with_account(o.draft, fitting(draft_steps.added_account(o.draft, rest)))
        o = await record(turn.work, turn.me, o, draft, turn.now)
        turn.worklist = worklist.with_changed(o)
    open_on(turn, o)


async def _take_answer(turn: Turn, worklist: Worklist, o: Obligation) -> None:
    """A figure, an outcome in a word, or a paper by number and date with all that is told beside it.

    Raises UnreadableInput, of the figure.
    """
    said = understood_in(turn, worklist, o)
    if said.papers or said.links:
        after = await keep_papers(turn, worklist, o, said.papers, said.links)
        account = fitting(draft_steps.added_account(o.draft, said.account)) if said.account else None
        await fill(turn, worklist, after, said, added(o, after) if said.papers else [], account)
        open_on(turn, o)
        return
    try:
        draft = figure_typed(turn, worklist, o, turn.typed)
    except UnreadableInput as refusal:
        if said.outcome is None:
            _offer_account(turn, o, refusal)
            raise
        if said.account:  # "Закупили аппарат. Исполнено": shown back, as from a caption
            open_on(
                turn,
                await fill(
                    turn, worklist, o, said, [], fitting(draft_steps.added_account(o.draft, said.account))
                ),
            )
            return
        draft = _answered(turn, worklist, o, said.outcome)
    await answer(turn, worklist, o, draft)


def _offer_account(turn: Turn, o: Obligation, refusal: UnreadableInput) -> None:
    """A story that is no figure waits on the card with the refusal, so that one tap keeps it as the account."""
    whole = draft_steps.added_account(o.draft, turn.typed)
    if turn.card.view.name == "walk" and refusal.message_id in _NO_NUMBER and is_told(turn.typed):
        refusal.for_card = {TOLD: turn.typed} if len(whole) <= LONGEST_ACCOUNT else {}


@tap("told", roles=OFFICERS)
async def keep_told(turn: Turn) -> None:
    """💬 what was typed and is no figure, kept as the account: the very text. The card goes on asking."""
    worklist, o = await mine(turn)
    shown = turn.on(Walk)
    if shown.told is None or shown.o != o.id:
        raise Outdated("card-outdated")
    draft = draft_steps.with_account(o.draft, fitting(draft_steps.added_account(o.draft, shown.told)))
    turn.worklist = worklist.with_changed(await record(turn.work, turn.me, o, draft, turn.now))
    turn.toast = turn.plain("walk-told-kept")
    open_on(turn, o, last=shown.last)


def _answered(turn: Turn, worklist: Worklist, o: Obligation, outcome: Outcome) -> Draft:
    """The outcome that was said in a word; "done" records what the card showed as planned. Raises PlanChanged."""
    if outcome is Outcome.DONE:
        _refuse_other_plan(turn, worklist, o)
    return draft_steps.answered(o.draft, worklist.measures(o), outcome)


def _refuse_other_plan(turn: Turn, worklist: Worklist, o: Obligation) -> None:
    """Raises PlanChanged where the plan was amended since the card that is answered showed it."""
    shown = turn.shows(Walk)
    if shown is not None and shown.mark is not None:
        as_shown(worklist, o, shown.mark)


def _mended(turn: Turn, worklist: Worklist, o: Obligation, wanted: Ask, text: str) -> Draft | None:
    """What was recorded, mended while the card asks why or by when: by a figure, or by an outcome that contradicts it."""
    measures = worklist.measures(o)
    figures = mended_figures(text, measures, turn.language, turn.deps.today())
    if figures is not None and (wanted is Ask.REASON or says_a_unit(text)):
        return draft_steps.with_figures(o.draft, measures, figures)
    outcome = mended_outcome(text, o.draft, is_ticked(measures))
    return _answered(turn, worklist, o, outcome) if outcome is not None else None


def figure_typed(turn: Turn, worklist: Worklist, o: Obligation, text: str) -> Draft:
    """What a typed figure or short answer makes of the draft; a figure inside a sentence is shown back before it counts.

    Raises UnreadableInput.
    """
    measures, asked = worklist.measures(o), asked_measure(turn, worklist, o)
    said = None if _is_share(text, asked) else short_answer(text)
    if said is Said.YES and not o.draft.waits:
        _refuse_other_plan(turn, worklist, o)
    if said is not None and (draft := _short(turn, o.draft, measures, asked, said)) is not None:
        return draft
    try:
        given = read_answers(text, measures, asked, turn.language)
    except UnreadableInput as refusal:
        spelled = _spelled(turn, measures, asked, text)
        if spelled is None:
            raise _explained(refusal, asked, measures) from refusal
        return draft_steps.shown_back(o.draft, spelled)
    main = measures[0]
    if main.unit is Unit.PRESENCE and main.id in given:
        return (
            draft_steps.as_planned(o.draft, measures)
            if given[main.id] > 0
            else draft_steps.not_done(o.draft, measures)
        )
    if is_story(text, given, measures, turn.language):
        return draft_steps.shown_back(o.draft, given, account=fitting(text))
    return draft_steps.with_figures(o.draft, measures, given)


def _spelled(
    turn: Turn, measures: tuple[Measure, ...], asked: Measure, text: str
) -> dict[str, Decimal] | None:
    """The figures of an answer that is a number in words ("шесть школ"); None for any other answer."""
    digits = in_digits(text, turn.language) if asked.unit not in (Unit.PRESENCE, Unit.STAGE) else None
    try:
        return read_answers(digits, measures, asked, turn.language) if digits is not None else None
    except UnreadableInput:
        return None  # "шесть процентов" where money is asked for: refused as it was typed


def _is_share(text: str, asked: Measure) -> bool:
    """Whether a text can be the very percentage that is asked for: "100 %" is no "as planned" where 80 % are planned."""
    return asked.unit is Unit.PERCENT and any(c.isdigit() for c in text)


def _short(
    turn: Turn, draft: Draft, measures: tuple[Measure, ...], asked: Measure, said: Said
) -> Draft | None:
    """What the button would do that says the same; None where there is none, so that the text is read as a figure."""
    one = asks(draft, measures) is Ask.FIGURE or measure_by_id(measures, measure_asked(turn)) is not None
    if said is Said.YES and draft.waits:
        return draft_steps.confirmed(draft, measures)
    if said is Said.YES and one:
        return (
            draft_steps.with_figure(draft, measures, asked.plan, measure=asked)
            if asked.plan is not None
            else None
        )
    if said is Said.YES:
        return draft_steps.as_planned(draft, measures)
    if said is Said.NOT_DONE and is_planned_zero(asked):  # "не было" where none were planned: as planned
        return draft_steps.with_figure(draft, measures, Decimal(0), measure=asked)
    if said is Said.NOT_DONE:
        return draft_steps.not_done(draft, measures)
    if said is Said.PARTLY:
        return draft_steps.partly(draft, measures) if is_ticked(measures) and not one else None
    if asked.role == "threshold" or (is_ticked(measures) and not one):
        return draft_steps.not_done(draft, measures)
    return None


def _explained(refusal: UnreadableInput, asked: Measure, measures: tuple[Measure, ...]) -> UnreadableInput:
    """The refusal with an example of this card: a tick takes no figure."""
    ticked = asked.unit is Unit.PRESENCE or (is_ticked(measures) and asked.unit is Unit.TEXT)
    if refusal.message_id != "figure-not-read" or not ticked:
        return refusal
    kind = "presence-not-read" if asked.unit is Unit.PRESENCE else "tick-not-read"
    return UnreadableInput(kind, **refusal.args_for_text)
