"""The card of one report: what is to be done, what is planned, what is recorded, what is asked, drawn from its state."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from core.evidence.named_papers import numbers_left_open
from core.figures.required import main_measure
from core.model.obligations import ReportState
from core.plan.model import Unit
from core.plan.reports import Measure
from core.report.card_state import CardState, Opened, card_state
from core.report.draft_steps import Ask
from core.report.shared_row import shared_row_of
from core.report.told import told
from core.summary.formatting import format_figure, format_number, format_period, format_sum
from handlers.card.card_rows import card_rows, kind_of
from handlers.card.follow_ups import ASKING
from handlers.card.shared_row_words import together_lines
from handlers.frame.registry import view
from handlers.frame.screens import Html, Screen, bold, lines, quoted, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Walk
from handlers.frame.voice import Voice
from handlers.words.deadline_words import deadline_words
from handlers.words.evidence_words import remark_lines
from handlers.words.joint_words import said_lines
from handlers.words.proposal_words import proposal_question
from handlers.words.recorded_words import (
    MARKS,
    after,
    figure_words,
    last_line,
    outcome_word,
    planned_words,
    standing_line,
)
from handlers.words.request_words import card_lines
from handlers.words.row_labels import card_line
from handlers.words.told_words import CARD, told_lines

OPENED = frozenset(("paper", "account", "figure"))


@view(Walk, on_walk=True)
async def show_card(turn: Turn, args: Walk) -> Screen:
    """The card of the obligation `o`; `last` names what was recorded just before, so that it can be undone here."""
    worklist = await worklist_of(turn)
    o = worklist.obligation(args.o)
    evidence = await turn.work.evidence.of_obligations([o.id]) if o.draft.evidence else []
    shared = await shared_row_of(turn.work, worklist, o) if worklist.lead_post(o) is not None else None
    asks = turn.card.view.asks
    opened = cast(Opened, asks) if asks in OPENED else None
    state = card_state(
        worklist,
        o,
        evidence,
        shared,
        opened=opened,
        measure=args.m,
        last=args.last,
        text_refused=bool(args.refused_text),
    )
    voice = turn.voice
    text = card_text(voice, state) if args.above is None else short_text(voice, state)
    return Screen(text, card_rows(voice, state))


def short_text(voice: Voice, state: CardState) -> Html:
    """What the card is about and what it asks, below what was not understood: the whole card stands above."""
    line = card_line(voice, state.at, len(state.heap.obligations), state.row.title)
    return lines(line, _question(voice, state))


def card_text(voice: Voice, state: CardState) -> Html:
    """The card's text."""
    return lines(
        Html(f"{last_line(voice, state.last)}\n") if state.last else None,
        _where(voice, state),
        voice.say("walk-indicator") if state.is_indicator else None,
        _before(voice, state) if state.is_indicator else None,
        bold(shortened(state.row.title, 600)),
        *_terms(voice, state),
        *_plan(voice, state),
        _others(voice, state),
        card_lines(voice, state.o, state.today) if state.tells_of_days else None,
        _stands(voice, state),
        *_recorded(voice, state),
        *_pointed_out(voice, state),
        _question(voice, state),
    )


def _where(voice: Voice, state: CardState) -> Html:
    headings = state.plan.headings(state.o.activity_id)
    path = " › ".join(shortened(h.title, 48) for h in headings[:1] + headings[-1:][: len(headings) - 1])
    return voice.say("walk-where", at=state.at, total=len(state.heap.obligations), path=after(" · ", path))


def _before(voice: Voice, state: CardState) -> Html | None:
    """The figure that an indicator or a running total goes on from, where one was given."""
    if state.before is None:
        return None
    period, figure = state.before
    return voice.say(
        "walk-indicator-before",
        value=format_figure(figure, state.main, voice.texts, voice.language),
        period=format_period(period, voice.texts, voice.language, "short"),
    )


def _terms(voice: Voice, state: CardState) -> list[Html]:
    form, due = state.row.completion_form, deadline_words(voice, state.plan, state.row)
    found = [voice.say("walk-form", form=shortened(form, 120))] if form else []
    return [*found, voice.say("walk-deadline", deadline=shortened(due, 80))] if due else found


def _plan(voice: Voice, state: CardState) -> list[Html]:
    """What is planned for the period, by its figures; what is better; where the year stands."""
    main = main_measure(state.planned)
    value = planned_words(voice, main) if main.plan is not None and not main.words else None
    period = format_period(state.o.period, voice.texts, voice.language, "plan")
    said = shortened(value if value is not None else _printed(voice, state.o.target), 300)
    found = [voice.say("walk-plan", period=period, value=said), *_several(voice, state.planned)]
    threshold = state.threshold
    if threshold is not None:
        key = "walk-threshold-least" if threshold.better == "up" else "walk-threshold-most"
        found.append(voice.say(key, value=planned_words(voice, threshold)))
    if state.year is not None:
        year = voice.say("walk-year", **_year(voice, main, *state.year))
        found[-1] = Html(f"{found[-1]}   {year}")
    return [*found, *_direction(voice, state)]


def _year(voice: Voice, main: Measure, fact: Decimal, plan: Decimal) -> dict[str, str]:
    """Fact and plan of the year so far: bare numbers, money in one scale with its unit behind the plan."""
    if main.unit is not Unit.MONEY:
        return {"fact": format_number(fact, voice.language), "plan": format_number(plan, voice.language)}
    said, (bare,) = format_sum(plan, [fact], main, voice.texts, voice.language)
    return {"fact": bare, "plan": said}


def _printed(voice: Voice, target: str | None) -> str:
    if target == "+":
        return voice.plain("walk-plan-present")
    return target if target else voice.plain("walk-plan-none")


def _several(voice: Voice, measures: Sequence[Measure]) -> list[Html]:
    """🎯 6 школ · 3 150 мест and 💰 500 млн тг, where the row has more than one figure."""
    if len(measures) == 1:
        return []
    goals = [planned_words(voice, m) for m in measures if m.role in ("main", "goal") and m.plan is not None]
    spent = next((m for m in measures if m.role == "spent" and m.plan is not None), None)
    found = [voice.say("walk-goals", values=" · ".join(goals))] if len(goals) > 1 else []
    return [*found, voice.say("walk-spent", value=planned_words(voice, spent))] if spent else found


def _direction(voice: Voice, state: CardState) -> list[Html]:
    """⬇️ less is better, Σ since the year began (an indicator's level is not): what a figure alone would not tell."""
    main = state.main
    found = [voice.say("walk-less-is-better")] if main.better == "down" and main.plan is not None else []
    if not main.cumulative or state.is_indicator:
        return found
    if not main.words:
        found.append(voice.say("walk-cumulative"))
    before = _before(voice, state)
    return [*found, before] if before is not None else found


def _others(voice: Voice, state: CardState) -> Html | None:
    """Who else has to do with the row, and what they said."""
    if state.shared is not None:
        return together_lines(voice, state.shared, state.today)
    if not state.contributors and not state.untaken:
        return None
    names = shortened(", ".join(state.contributors), 120)
    others = voice.say("walk-others", names=names) if state.contributors else None
    said = said_lines(voice, state.plan, state.untaken, state.evidence, 700)
    return lines(others, *said) if others is not None or said else None


def _stands(voice: Voice, state: CardState) -> Html | None:
    """Returned with a comment, submitted, accepted."""
    o = state.o
    if o.state is ReportState.RETURNED:
        return lines("", voice.say("walk-returned"), quoted(shortened(o.comment or "—", 1000)))
    if not state.is_sent:
        return None
    accepted = voice.say("review-accepted") if o.state is ReportState.ACCEPTED else None
    return lines(voice.say("walk-submitted", version=o.version), accepted)


def _recorded(voice: Voice, state: CardState) -> list[str | None]:
    """What the report says so far, with what is attached; what others said stands with the others of the row."""
    draft = state.draft
    figures = figure_words(voice, state.measures, draft.figures)
    own: dict[str, Sequence[str | None]] = {"gathered": [], "said": [], "figures": []}
    if draft.outcome is None:
        own["figures"] = [voice.say("walk-begun", figure=figures)]
    else:
        key = "walk-recorded-plain" if state.is_sent or state.o.excused else "walk-recorded"
        outcome = outcome_word(voice, draft.outcome)
        said = voice.say(key, mark=MARKS[draft.outcome], outcome=outcome, figure=after(", ", figures))
        own["outcome"] = [said, *standing_line(voice, state.main, draft)]
    return told_lines(voice, told(draft, state.measures, state.evidence), CARD, own)


def _pointed_out(voice: Voice, state: CardState) -> list[Html]:
    """Which demanded file still lacks, and what is to be said about the papers that are there."""
    remarks = remark_lines(voice, state.plan, state.evidence) if state.evidence else []
    if _leaves_paper_open(state, voice.language):
        remarks = [voice.say("paper-left-open"), *remarks]
    if not state.lacking:
        return remarks
    forms = ", ".join(form or voice.plain("paper-any") for form in state.lacking)
    return [voice.say("demand-lacking", forms=shortened(forms, 200)), *remarks]


def _leaves_paper_open(state: CardState, language: str) -> bool:
    """Whether the account names a paper, not which of two it is, and neither of them is attached."""
    if not state.draft.account or state.is_sent:
        return False
    numbers = numbers_left_open(state.draft.account, state.today, language)
    return bool(numbers) and all(e.number not in numbers for e in state.evidence)


def _question(voice: Voice, state: CardState) -> Html | None:
    """What is asked, below an empty line."""
    question = state.question
    if question is None:
        return None
    if question == "confirm":
        return proposal_question(voice, state.draft, state.measures, state.evidence)
    if question in ASKED:
        return lines("", bold(ASKED[question](voice, state)))
    if question in ASKING:
        return lines("", bold(voice.say(ASKING[Ask(question)].text_id)))
    return lines("", bold(voice.say(f"ask-{question}")))


def _ask_paper(voice: Voice, state: CardState) -> Html:
    """A file is demanded, welcome, or not taken at all."""
    form, key = state.form or voice.plain("paper-any"), "ask-paper"
    if not state.rule.files_allowed:
        key = "ask-paper-only"
    elif state.rule.demands_file:
        key = "ask-paper-file"
    return voice.say(key, form=form[:1].upper() + form[1:])


def _ask_figure(voice: Voice, state: CardState) -> Html:
    """Another figure than planned, of the measure that a button named."""
    asked = state.asked
    if asked.unit is Unit.STAGE:
        return voice.say("ask-figure-stage", stages=", ".join(s.code for s in asked.stages))
    return voice.say(f"ask-figure-{kind_of(asked)}")


def _ask_next(voice: Voice, state: CardState) -> Html:
    """ "Сколько денег освоено? План: 1 200 млн тг"; how to tell it by source, where there are several."""
    measure = state.next_measure
    value = planned_words(voice, measure)
    parts = [m.noun for m in state.measures if m.part_of == measure.id]
    if measure.role == "spent" and parts:
        shares = [
            format_figure(share, measure, voice.texts, voice.language)
            for share in _shared_out(measure, len(parts))
        ]
        example = ", ".join(f"{name} {share}" for name, share in zip(parts, shares, strict=True))
        return voice.say("ask-next-sources", value=value, example=example)
    if measure.role == "spent":
        return voice.say("ask-next-spent", value=value)
    if measure.words:
        return voice.say("ask-next-goal", goal=shortened(measure.words, 200), value=value)
    return voice.say("ask-next-figure", value=value)


def _shared_out(measure: Measure, count: int) -> list[Decimal]:
    """An example of a plan value told in parts that come to it, each less than the one before: 120 as 80 and 40."""
    whole = Decimal(100) if measure.plan is None else measure.plan
    step = max(whole // sum(range(1, count + 1)), Decimal(1))
    step -= step % Decimal(10) ** max(step.adjusted() - 1, 0)  # a round figure: two digits of it
    rest = [step * at for at in range(count - 1, 0, -1)]
    return [max(whole - sum(rest), Decimal(1)).quantize(Decimal(1)), *rest]


ASKED = {"paper": _ask_paper, "figure": _ask_figure, "next": _ask_next}
"""The questions whose wording hangs on the row; the others have a text of their own, `ask-…`."""
