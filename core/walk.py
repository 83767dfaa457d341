"""The walk: what one obligation's card asks next, and what each answer makes of the draft.

Everything here is a pure function of the draft, so that a conversation is the same after a restart, on another
phone, or tomorrow. A new question is a new case of `asks` and a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.figures import find_figure, oddities
from core.measures import outcome_of
from core.obligations import Obligation
from core.reports import Draft, Measure, Outcome


class Ask(StrEnum):
    """What a card is waiting for. COMPLETE: nothing more has to be said."""

    OUTCOME = "outcome"
    CONFIRM = "confirm"
    REASON = "reason"
    FORECAST = "forecast"
    COMPLETE = "complete"


def asks(draft: Draft) -> Ask:
    """The question that the draft leaves open. The order is the domain's: figure, why, by when (§4)."""
    if draft.odd:
        return Ask.CONFIRM
    if draft.outcome is None:
        return Ask.OUTCOME
    if draft.outcome is not Outcome.DONE:
        if not draft.reason:
            return Ask.REASON
        if draft.forecast is None:
            return Ask.FORECAST
    return Ask.COMPLETE


def as_planned(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """One tap: every measure that has a plan value gets it, the outcome is done."""
    figures = {m.id: m.plan for m in measures if m.plan is not None}
    return draft.changed(outcome=Outcome.DONE, figures=figures, odd={}, reason=None, forecast=None)


def not_done(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """Nothing of it was done: figures with a plan are zero, and the reason is asked next."""
    figures = {m.id: Decimal(0) for m in measures if m.plan is not None and m.role == "main"}
    return draft.changed(outcome=Outcome.NOT_DONE, figures=figures, odd={}, reason=None, forecast=None)


def partly(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """Done in part where no figure says how much."""
    figures = {m.id: draft.figures[m.id] for m in measures if m.id in draft.figures}
    return draft.changed(outcome=Outcome.PARTIAL, figures=figures, odd={}, reason=None, forecast=None)


def answered_measure(measures: Sequence[Measure]) -> Measure:
    """The measure that a typed figure answers: the threshold where the row has one under a tick, else the main one."""
    threshold = next((m for m in measures if m.role == "threshold"), None)
    return threshold or main_measure(measures)


def with_figure(
    draft: Draft, measures: Sequence[Measure], value: Decimal, *, account: str | None = None
) -> Draft:
    """A typed figure. One that is odd (`core.figures.oddities`) waits for a confirmation first."""
    measure = answered_measure(measures)
    if oddities(value, measure):
        return understood(draft, measures, value, account=account)
    return _recorded(draft, measures, {measure.id: value}, account)


def understood(
    draft: Draft, measures: Sequence[Measure], value: Decimal, *, account: str | None = None
) -> Draft:
    """A figure that was found in a sentence or looks odd: shown back, recorded when it is confirmed."""
    measure = answered_measure(measures)
    return draft.changed(odd={measure.id: value}, account=account or draft.account)


def confirmed(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """The figure that waited is right as it stands."""
    return _recorded(draft, measures, draft.odd, None)


def dropped(draft: Draft) -> Draft:
    """The figure that waited was a slip."""
    return draft.changed(odd={})


def with_reason(draft: Draft, reason: str) -> Draft:
    return draft.changed(reason=reason)


def with_forecast(draft: Draft, day: date) -> Draft:
    return draft.changed(forecast=day)


def with_account(draft: Draft, account: str) -> Draft:
    return draft.changed(account=account)


def can_undo(draft: Draft) -> bool:
    """Whether there is a step to take back: the last one, or an answer that still lacks its reason or its day."""
    return draft.before is not None or asks(draft) in (Ask.REASON, Ask.FORECAST)


def undone(draft: Draft) -> Draft:
    """The draft one step ago, before the answer where that step was undone already; as it is where nothing is left."""
    if draft.before is not None:
        return draft.before
    if not can_undo(draft):
        return draft
    return draft.model_copy(update={"outcome": None, "figures": {}, "reason": None, "forecast": None})


def says_more(text: str, measure: Measure, language: str | None) -> bool:
    """Whether a text tells a story around its figure: "Закупили в феврале на 5,8 млн", but not "5,8 млн тенге".

    A word belongs to the figure where the figure is read otherwise, or not at all, without it.
    """
    figure = find_figure(text, measure, language)
    words = text.split()
    beside = 0
    for at, word in enumerate(words):
        without = " ".join(words[:at] + words[at + 1 :])
        beside += any(c.isalpha() for c in word) and find_figure(without, measure, language) == figure
    return figure is not None and beside > 1


def needs_answer(obligation: Obligation) -> bool:
    """Whether a walk still stops here: not submitted (or returned), and something is open."""
    return not obligation.is_submitted and asks(obligation.draft) is not Ask.COMPLETE


def is_sent(obligation: Obligation) -> bool:
    """Whether what is recorded is what the manager has; a correction in the making is not."""
    sent = obligation.submitted
    return sent is not None and not obligation.draft.odd and obligation.draft.as_submitted() == sent


def is_ready(obligation: Obligation) -> bool:
    """Recorded in full and not submitted in this form yet."""
    return asks(obligation.draft) is Ask.COMPLETE and not (obligation.is_submitted and is_sent(obligation))


def next_after(walk: Sequence[Obligation], current: int | None) -> Obligation | None:
    """The next card that needs an answer after the current one, from the top again at the end; None at the end."""
    ids = [o.id for o in walk]
    at = ids.index(current) + 1 if current in ids else 0
    around = [*walk[at:], *walk[:at]]
    return next((o for o in around if o.id != current and needs_answer(o)), None)


def main_measure(measures: Sequence[Measure]) -> Measure:
    """The measure that the plan value of the period belongs to; every row has one."""
    return next(m for m in measures if m.role == "main")


def _recorded(
    draft: Draft, measures: Sequence[Measure], given: dict[str, Decimal], account: str | None
) -> Draft:
    main = main_measure(measures)
    figures = {**draft.figures, **given}
    if main.id not in figures and any(m.role == "threshold" for m in measures):
        figures[main.id] = Decimal(1)  # a share under a tick: the thing itself is there
    outcome = outcome_of(figures, measures) or Outcome.DONE
    kept = {} if outcome is Outcome.DONE else {"reason": draft.reason, "forecast": draft.forecast}
    return draft.changed(
        figures=figures,
        outcome=outcome,
        odd={},
        account=account or draft.account,
        **({"reason": None, "forecast": None} | kept),
    )
