"""The buttons of the card of one report, drawn from its state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.figures.required import asked_for, is_ticked, main_measure, plan_mark
from core.model.requests import is_open
from core.owed.measures import is_planned_zero
from core.plan.model import Unit
from core.plan.reports import Measure, Stage
from core.report.card_state import CardState
from core.report.draft_steps import Ask
from core.summary.formatting import format_figure
from handlers.card.follow_ups import ASKING
from handlers.card.shared_row_words import with_lead_rows
from handlers.frame.screens import HALF_A_ROW, LONGEST_LABEL, Button, button, in_rows, shortened
from handlers.frame.voice import Voice
from handlers.words.evidence_words import remark_rows, removing_rows
from handlers.words.proposal_words import proposal_rows
from handlers.words.recorded_words import planned_words, undo_label, undo_row_label

Rows = list[list[Button]]

ANSWERED = frozenset({Ask.OUTCOME, Ask.FIGURE, Ask.COMPLETE})
"""While the card asks one of these, the lead of a shared row sees what the others come to."""


def card_rows(voice: Voice, state: CardState) -> Rows:
    """The card's buttons; below the answers, where a story was refused as a figure, the one that keeps it."""
    rows = [row for row in _rows(voice, state) if row]
    if state.text_refused:
        papers = (at for at, row in enumerate(rows) if row[0].action == "paper")
        rows.insert(next(papers, len(rows) - 1), [_button(voice, "walk-keep-told", "told", state.o.id)])
    return rows


def _rows(voice: Voice, state: CardState) -> Rows:
    if state.o.excused:
        return [_moves(voice, state)]
    if state.opened is not None:
        return _opened(voice, state)
    rows = ROWS[state.ask](voice, state) if state.ask in ROWS else ASKING[state.ask].rows(voice, state)
    if state.shared is not None and state.leads and state.ask in ANSWERED:
        rows = with_lead_rows(voice, state.shared, rows)
    if state.ask in (Ask.OUTCOME, Ask.COMPLETE):
        rows = [*rows, *_besides(voice, state)]
    elif state.ask is Ask.FORECAST:
        rows = [*rows, _request(voice, state)]
    pointed_out = remark_rows(voice, state.o.id, state.evidence) if state.evidence else []
    return [*rows, *pointed_out, _undo(voice, state), _hand_in(voice, state), _moves(voice, state)]


def _opened(voice: Voice, state: CardState) -> Rows:
    """Back from what a button opened; each paper to take off, where a paper is asked for."""
    moves = [_button(voice, "walk-back", "card", state.o.id)]
    if state.opened != "paper":
        return [moves]
    if state.ask is Ask.COMPLETE and state.lacking:
        moves.append(_button(voice, "walk-later", "next", state.o.id))
    return [*removing_rows(voice, state.o.id, state.evidence), moves]


def _besides(voice: Voice, state: CardState) -> Rows:
    """What can be told beside the answer; another day, while it is still owed; what was submitted before."""
    o = state.o
    papers = [_button(voice, "walk-paper", "paper", o.id), _button(voice, "walk-account", "note", o.id)]
    past = [button(voice.plain("past-open", count=o.version), "past", o.id)] if o.version else []
    takes = any(s.text for s in state.untaken) and not state.is_sent
    taken = [_button(voice, "joint-take", "jtake", o.id)] if takes else []
    return [papers, _request(voice, state), past, taken]


def _request(voice: Voice, state: CardState) -> list[Button]:
    """The way to a request, or to the one that waits; nothing where there is nothing to ask for."""
    if not is_open(state.o):
        return []
    key = "request-open" if state.o.asking is None else "request-open-waiting"
    return [_button(voice, key, "rq", state.o.id)]


def _undo(voice: Voice, state: CardState) -> list[Button]:
    undone = state.undoes
    if undone is None:
        return []
    if state.last is not None and undone != state.o.id:
        return [button(undo_row_label(voice, state.last), "undo", undone)]
    return [button(undo_label(voice, state.measures, state.draft), "undo", undone)]


def _hand_in(voice: Voice, state: CardState) -> list[Button]:
    count = state.hands_in
    if not count:
        return []
    return [button(voice.plain("home-submit", count=count), "submit", state.o.plan_id, state.heap.period)]


def _moves(voice: Voice, state: CardState) -> list[Button]:
    o = state.o
    if state.ask is Ask.COMPLETE:
        onward = _button(voice, "walk-next", "next", o.id).coloured("primary")
    else:
        onward = _button(voice, "walk-later", "next", o.id)
    return [
        button("⬅️", "prev", o.id),
        onward,
        button("☰", "list", o.plan_id, state.heap.period, o.id),
    ]


def _button(voice: Voice, text_id: str, action: str, *args: int | str) -> Button:
    return button(voice.plain(text_id), action, *args)


def _answers(voice: Voice, state: CardState) -> Rows:
    """As planned, another figure, in part, not done: what the row can be answered by."""
    if state.is_indicator:
        return _level(voice, state)
    if state.main.unit is Unit.PRESENCE:
        return _presence(voice, state)
    rows = _stages(voice, state) if state.main.unit is Unit.STAGE else _figures(voice, state)
    if not state.figure_owed:
        return rows
    # Of what adds up with the others' a tick is no answer: the card asks for the figure, and one needs no button.
    needless = {"plan", "figure"} if len(asked_for(state.measures)) == 1 else {"plan"}
    return [[b for b in row if b.action not in needless] for row in rows]


def _level(voice: Voice, state: CardState) -> Rows:
    """Of an indicator, which is neither done nor not: ✅ as planned, ✏️ another; without a plan value it is typed."""
    main, o = state.main, state.o.id
    if main.plan is None:
        return []
    same = voice.plain("walk-same", value=planned_words(voice, main))
    return [[button(same, "plan", o, plan_mark(state.measures))], [_other(voice, o, main)]]


def _presence(voice: Voice, state: CardState) -> Rows:
    """It is there or not; a share under the tick is named with it."""
    o, mark, threshold = state.o.id, plan_mark(state.measures), state.threshold
    absent = _button(voice, "walk-absent", "none", o)
    if threshold is None:
        return [[_button(voice, "walk-present", "plan", o, mark), absent]]
    present = voice.plain("walk-present-figure", value=planned_words(voice, threshold))
    return [
        [button(present, "plan", o, mark)],
        [_button(voice, "walk-other-percent", "figure", o), absent],
    ]


def _figures(voice: Voice, state: CardState) -> Rows:
    """✅ as planned in one tap; ✏️ another figure; 🟡 and ❌ for a goal in words."""
    o, measures = state.o.id, state.measures
    ticked, asked = is_ticked(measures), asked_for(measures)
    others = [] if asked == [state.main] and ticked else _others(voice, o, asked)
    last = [_button(voice, "walk-partly", "part", o)] if ticked else []
    if not is_planned_zero(state.main):
        last.append(_button(voice, "walk-not-done", "none", o))
    planned = [_as_planned(voice, o, measures)]
    if len(others) == 1 and len(last) == 1:
        return [planned, [*others, *last]]
    return [planned, *([b] for b in others[:-2]), others[-2:], last]


def _as_planned(voice: Voice, o: int, measures: Sequence[Measure]) -> Button:
    mark, main = plan_mark(measures), main_measure(measures)
    if is_planned_zero(main):
        return button(voice.plain("walk-zero"), "plan", o, mark)
    planned = [planned_words(voice, m) for m in measures if m.plan is not None]
    value = ", ".join(planned)
    label = voice.plain("walk-done-figure", value=value) if value else voice.plain("walk-done")
    if len(planned) == 1 and main.unit is Unit.STAGE:
        label = shortened(label, LONGEST_LABEL)
    return button(label if len(label) <= LONGEST_LABEL else voice.plain("walk-done-all"), "plan", o, mark)


def _others(voice: Voice, o: int, asked: Sequence[Measure]) -> list[Button]:
    """A button for each figure that can differ; each names its figure where there are several."""
    goals = sum(m.role != "spent" for m in asked)
    return [
        button(_goal_label(voice, m), "figure", o, m.id)
        if goals > 1 and m.words and m.role != "spent"
        else _other(voice, o, m)
        for m in asked
    ]


def _goal_label(voice: Voice, measure: Measure) -> str:
    """ "150 мест" where the goal's words are "на 150 мест"; "Строительство 30 %", which a figure alone would not tell."""
    named = planned_words(voice, measure) if measure.noun and measure.plan is not None else measure.words
    return voice.plain("walk-other-goal", goal=shortened(named, LONGEST_LABEL - 3))


def _other(voice: Voice, o: int, measure: Measure) -> Button:
    return button(voice.plain(f"walk-other-{kind_of(measure)}"), "figure", o, measure.id)


def kind_of(measure: Measure) -> str:
    """Which wording asks for the figure."""
    return {Unit.MONEY: "money", Unit.PERCENT: "percent", Unit.COUNT: "count"}.get(measure.unit, "any")


def _stages(voice: Voice, state: CardState) -> Rows:
    """The planned stage first and marked, then the others in their order, then "not begun" and other figures."""
    o, main, measures = state.o.id, state.main, state.measures
    others = [
        button(_stage_label(voice, main, stage), "stage", o, at, plan_mark(measures))
        for at, stage in enumerate(main.stages)
        if stage.place != main.plan
    ]
    planned = [[_as_planned(voice, o, measures)]] if main.plan is not None else []
    money = [_other(voice, o, m) for m in asked_for(measures) if m is not main]
    rows = [[b] for b in others] if any(len(b.label) > HALF_A_ROW for b in others) else in_rows(others, 2)
    return [*planned, *rows, [*money, _button(voice, "walk-not-begun", "none", o)]]


def _stage_label(voice: Voice, main: Measure, stage: Stage) -> str:
    return shortened(format_figure(stage.place, main, voice.texts, voice.language), LONGEST_LABEL)


def _next_figure(voice: Voice, state: CardState) -> Rows:
    """The plan value of the figure that is asked for, as a button."""
    measure = state.next_measure
    if measure.plan is None:
        return []
    label = voice.plain("walk-same", value=planned_words(voice, measure))
    return [[button(label, "asplan", state.o.id, measure.id, plan_mark(state.measures))]]


def _confirmation(voice: Voice, state: CardState) -> Rows:
    return proposal_rows(voice, state.o.id, state.draft, state.measures, state.evidence)


ROWS: dict[Ask, Callable[[Voice, CardState], Rows]] = {
    Ask.OUTCOME: _answers,
    Ask.COMPLETE: _answers,
    Ask.FIGURE: _next_figure,
    Ask.CONFIRM: _confirmation,
}
"""The answers that a card offers while it asks what came of it; those to what follows are `ASKING`'s."""
