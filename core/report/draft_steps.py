"""The walk: what one obligation's card asks next, and what each answer makes of the draft.

Everything here is a pure function of the draft, so that a conversation is the same after a restart, on another
phone, or tomorrow. A question that follows the outcome is a line of `FOLLOW_UPS`; how it is asked and answered stands
in one place too, in `handlers.card.follow_ups`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.figures.required import asked_for, is_ticked, main_measure, missing
from core.figures.typed_figures import oddities
from core.kernel.errors import UnreadableInput
from core.model.obligations import Obligation, ReportState
from core.owed.measures import falls_short, outcome_of
from core.plan.reports import Draft, Measure, Outcome, Proposal
from core.report.reasons import explained, forecast_told

LONGEST_ACCOUNT = 1500
"""Characters of an account, with all that was added to it: more does not fit into a card."""


class Ask(StrEnum):
    """What a card is waiting for. COMPLETE: nothing more has to be said."""

    OUTCOME = "outcome"
    FIGURE = "figure"
    CONFIRM = "confirm"
    REASON = "reason"
    FORECAST = "forecast"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that follows the outcome: its answer is kept in `field` of the draft, and forgotten with the outcome."""

    ask: Ask
    field: str
    of: Callable[[Draft], bool]
    """Whether a report with such an outcome is asked it."""
    read: Callable[[Draft, str, date, str | None, str], Draft]
    """What an answer typed in a language on a row of that title makes of the draft, today. Raises UnreadableInput."""
    in_words: bool = True
    """Whether any words answer it: then a paper or a bare figure that is typed instead is known as such first."""

    def is_open(self, draft: Draft) -> bool:
        return self.of(draft) and not getattr(draft, self.field)


def is_behind(draft: Draft) -> bool:
    """Whether it has to be explained: not done, done in part, or done while a figure falls short of its plan."""
    return draft.outcome not in (None, Outcome.DONE) or draft.short


def reason_typed(draft: Draft, text: str, today: date, language: str | None = None, row: str = "") -> Draft:
    """The reason in one's own words, with the forecast where the message names one."""
    reason, day = explained(text, today, language, row)
    if day is None:
        return with_reason(draft, fitting(reason))
    return with_reason_and_forecast(draft, fitting(reason), day)


def forecast_typed(draft: Draft, text: str, today: date, language: str | None = None, row: str = "") -> Draft:
    """The day that was typed; what is said besides goes to the account."""
    day, tells_more = forecast_told(text, today, language, row)
    changed = with_forecast(draft, day)
    if not tells_more:
        return changed
    return changed.model_copy(update={"account": fitting(added_account(draft, text))})


FOLLOW_UPS = (
    FollowUp(Ask.REASON, "reason", is_behind, reason_typed),
    FollowUp(Ask.FORECAST, "forecast", is_behind, forecast_typed, in_words=False),
)
"""In the order in which they are asked (domain, §4): why, by when."""

FOLLOWING = {question.ask: question for question in FOLLOW_UPS}
_UNANSWERED: dict[str, object] = {q.field: None for q in FOLLOW_UPS}


def asks(draft: Draft, measures: Sequence[Measure] = ()) -> Ask:
    """The question that the draft leaves open. The order: figures, why, by when (domain, §4).

    With the row's measures it also tells the next figure (`FIGURE`) from the first answer (`OUTCOME`); whether
    something is open at all does not depend on them.
    """
    if draft.waits:
        return Ask.CONFIRM
    if draft.outcome is None:
        return Ask.FIGURE if draft.figures and missing(draft.figures, measures) else Ask.OUTCOME
    for question in FOLLOW_UPS:
        if question.is_open(draft):
            return question.ask
    return Ask.COMPLETE


def as_planned(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """One tap: every measure that has a plan value gets it, the outcome is done.

    Money that was told before the tick on a goal without a figure stays as it was told.
    """
    figures = {m.id: m.plan for m in measures if m.plan is not None} | _spent(draft, measures)
    short = falls_short(figures, measures)
    return draft.changed(outcome=Outcome.DONE, figures=figures, short=short, odd={}, **_UNANSWERED)


def not_done(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """Nothing of it was done: what should have come of it is zero, and the reason is asked next."""
    none = [m for m in measures if m.role in ("main", "goal") and m.plan is not None and m.better == "up"]
    figures = {m.id: Decimal(0) for m in none} | _spent(draft, measures)
    return draft.changed(outcome=Outcome.NOT_DONE, figures=figures, short=False, odd={}, **_UNANSWERED)


def partly(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """Done in part where no figure says how much."""
    figures = {m.id: draft.figures[m.id] for m in measures if m.id in draft.figures}
    return draft.changed(outcome=Outcome.PARTIAL, figures=figures, short=False, odd={}, **_UNANSWERED)


def answered(draft: Draft, measures: Sequence[Measure], outcome: Outcome) -> Draft:
    """The outcome that was said in a word, as its button would record it."""
    step = {Outcome.DONE: as_planned, Outcome.PARTIAL: partly, Outcome.NOT_DONE: not_done}[outcome]
    return step(draft, measures)


def answered_measure(measures: Sequence[Measure], draft: Draft | None = None) -> Measure:
    """The measure that a typed figure answers: the first one, or the next that is missing while the card asks for it.

    A figure that waits to be confirmed is answered by another for the same measure.
    """
    if draft is not None and draft.odd:
        return next((m for m in measures if m.id in draft.odd), main_measure(measures))
    if draft is not None and asks(draft, measures) is Ask.FIGURE:
        return missing(draft.figures, measures)[0]
    return asked_for(measures)[0]


def with_figure(
    draft: Draft,
    measures: Sequence[Measure],
    value: Decimal,
    *,
    measure: Measure | None = None,
    account: str | None = None,
) -> Draft:
    """A typed figure. One that is odd (`core.figures.typed_figures.oddities`) waits for a confirmation first."""
    measure = measure or answered_measure(measures, draft)
    return with_figures(draft, measures, {measure.id: value}, account=account)


def with_figures(
    draft: Draft, measures: Sequence[Measure], given: Mapping[str, Decimal], *, account: str | None = None
) -> Draft:
    """Typed figures; where one of them is odd, all wait for a confirmation."""
    if any(m.id in given and oddities(given[m.id], m) for m in measures):
        return shown_back(draft, given, account=account)
    return _recorded(draft, measures, given, account)


def shown_back(draft: Draft, given: Mapping[str, Decimal], *, account: str | None = None) -> Draft:
    """Figures that were found in a sentence or look odd: recorded when they are confirmed."""
    return draft.changed(odd=dict(given), account=account or draft.account)


def taking(draft: Draft, measures: Sequence[Measure], figures: Mapping[str, Decimal]) -> Draft:
    """Several figures at once, none of which is asked about again (they were shown before)."""
    return _recorded(draft, measures, dict(figures), None)


def proposed(
    draft: Draft,
    figures: Mapping[str, Decimal],
    *,
    outcome: Outcome | None = None,
    papers: Sequence[int] = (),
    account: str | None = None,
) -> Draft:
    """What one message was understood to say, a figure or an outcome at least: shown back, confirmed by one tap."""
    proposal = Proposal(outcome=outcome, papers=tuple(papers)) if outcome or papers else None
    return draft.changed(odd=dict(figures), proposal=proposal, account=account or draft.account)


def confirmed(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """What waited is right as it stands: the figure, and the outcome that was said beside it or alone.

    Where both were said the figure decides; the outcome then answers for what has no figure of its own.
    """
    outcome = draft.proposal.outcome if draft.proposal else None
    if outcome is None:
        return _recorded(draft, measures, draft.odd, None)
    said = answered(draft, measures, outcome)
    if not draft.odd:
        return said
    return _recorded(said, measures, draft.odd, None).model_copy(update={"before": said.before})


def without_papers(draft: Draft, account: str | None) -> Draft:
    """The proposal without the papers that were read amiss; what they said is in the account."""
    outcome = draft.proposal.outcome if draft.proposal else None
    proposal = Proposal(outcome=outcome) if outcome else None
    return draft.changed(proposal=proposal, account=account or draft.account)


def stands(draft: Draft, measures: Sequence[Measure]) -> bool:
    """Whether the recorded outcome is still what its figures say: an amended plan or rule may make "done" partial."""
    said = outcome_of(draft.figures, measures)
    if said is not None and said is not draft.outcome:
        return False
    if draft.outcome is Outcome.DONE and any(m.plan is not None for m in missing(draft.figures, measures)):
        return False  # an edition asks for another figure than the one that was told
    return draft.outcome is not Outcome.DONE or draft.short == falls_short(draft.figures, measures)


def weighed_anew(draft: Draft, measures: Sequence[Measure]) -> Draft:
    """The same figures against the plan as it is now, as a step that can be undone; what falls short is explained."""
    return _recorded(draft, measures, draft.figures, None)


def dropped(draft: Draft) -> Draft:
    """The figure that waited was a slip."""
    return draft.changed(odd={})


def with_reason(draft: Draft, reason: str) -> Draft:
    return draft.changed(reason=reason)


def with_forecast(draft: Draft, day: date) -> Draft:
    return draft.changed(forecast=day)


def with_reason_and_forecast(draft: Draft, reason: str, day: date) -> Draft:
    """Both in one step; an empty reason leaves the one that is there, so that a day alone is kept too."""
    return draft.changed(reason=reason or draft.reason, forecast=day)


def with_account(draft: Draft, account: str) -> Draft:
    return draft.changed(account=account, proposal=draft.proposal)


def added_account(draft: Draft, text: str) -> str:
    """The account with what was sent beside it: nothing that was written before is lost."""
    return f"{draft.account}\n{text}" if draft.account else text


def fitting(account: str) -> str:
    """The account, if it fits into the card. Raises UnreadableInput: nothing is cut in silence."""
    if len(account) > LONGEST_ACCOUNT:
        raise UnreadableInput("account-too-long", most=LONGEST_ACCOUNT)
    return account


def telling(draft: Draft, text: str) -> Draft:
    """The draft with that text added to its account. Raises UnreadableInput where it no longer fits."""
    return with_account(draft, fitting(added_account(draft, text)))


def with_evidence(draft: Draft, ids: Sequence[int], *, anew: bool = False) -> Draft:
    """The draft with what is attached to it now; taking back a step leaves it attached.

    `anew` where the draft was submitted: the step before that is not to be taken back in its stead.
    """
    before = None if anew else draft.before
    return draft.model_copy(update={"evidence": tuple(sorted(ids)), "before": before})


def can_undo(draft: Draft) -> bool:
    """Whether there is a step to take back: the last one, or an answer that still lacks something."""
    begun = draft.outcome is None and bool(draft.figures)
    return draft.before is not None or begun or asks(draft) in FOLLOWING


def undoes(draft: Draft) -> str | None:
    """The field of the draft that taking back the last step changes first; None where it changes none that is told.

    In the order of telling: an answer takes its reason along, a reason its day.
    """
    after = undone(draft)
    fields = ("outcome", "figures", "odd", "proposal", *(q.field for q in FOLLOW_UPS), "account")
    return next((name for name in fields if getattr(draft, name) != getattr(after, name)), None)


def undone(draft: Draft) -> Draft:
    """The draft one step ago, before the answer where that step was undone already; as it is where nothing is left."""
    if draft.before is not None:
        return draft.before.model_copy(update={"evidence": draft.evidence, "said": draft.said})
    if not can_undo(draft):
        return draft
    return draft.model_copy(update={"outcome": None, "figures": {}, "short": False, **_UNANSWERED})


def still_asks(obligation: Obligation, measures: Sequence[Measure] = ()) -> Ask:
    """What its card asks: nothing of what the manager has as it stands, whatever question came since it was given."""
    if obligation.is_submitted and is_sent(obligation):
        return Ask.COMPLETE
    return asks(obligation.draft, measures)


def needs_answer(obligation: Obligation) -> bool:
    """Whether a walk still stops here: not submitted and something open, or returned and nothing answered since."""
    if obligation.is_submitted or obligation.excused:
        return False
    return asks(obligation.draft) is not Ask.COMPLETE or is_unanswered(obligation)


def is_unanswered(obligation: Obligation) -> bool:
    """Whether it was returned and nothing was recorded since: a return leaves the draft without a step before it."""
    draft, sent = obligation.draft, obligation.submitted
    if (
        obligation.state is not ReportState.RETURNED
        or sent is None
        or draft.before is not None
        or draft.waits
    ):
        return False
    return _own_part(draft) == _own_part(sent)


def _own_part(draft: Draft) -> Draft:
    """The answer without what co-executors told beside it: theirs is no answer to a manager's comment."""
    told = {s.evidence for s in draft.said}
    own = tuple(i for i in draft.evidence if i not in told)
    return draft.as_submitted().model_copy(update={"said": (), "evidence": own})


def is_sent(obligation: Obligation) -> bool:
    """Whether what is recorded is what the manager has; a correction in the making is not."""
    sent = obligation.submitted
    return sent is not None and not obligation.draft.waits and obligation.draft.as_submitted() == sent


def is_ready(obligation: Obligation) -> bool:
    """Recorded in full and not submitted in this form yet; a returned one once it was answered, even by the same."""
    if obligation.excused or asks(obligation.draft) is not Ask.COMPLETE:
        return False
    return not (is_sent(obligation) if obligation.is_submitted else is_unanswered(obligation))


def next_after(walk: Sequence[Obligation], current: int | None) -> Obligation | None:
    """The next card that needs an answer after the current one, from the top again at the end; None at the end."""
    ids = [o.id for o in walk]
    at = ids.index(current) + 1 if current in ids else 0
    around = [*walk[at:], *walk[:at]]
    return next((o for o in around if o.id != current and needs_answer(o)), None)


def _spent(draft: Draft, measures: Sequence[Measure]) -> dict[str, Decimal]:
    """The money that was said of a goal in words before its tick."""
    return dict(draft.figures) if is_ticked(measures) and draft.outcome is None else {}


def _recorded(
    draft: Draft, measures: Sequence[Measure], given: Mapping[str, Decimal], account: str | None
) -> Draft:
    main = main_measure(measures)
    # A sum that is told anew takes the place of its parts.
    stale = {m.id for m in measures if m.part_of in given}
    figures = {**{id: value for id, value in draft.figures.items() if id not in stale}, **given}
    if main.id not in figures and any(m.role == "threshold" for m in measures):
        figures[main.id] = Decimal(1)  # a share under a tick: the thing itself is there
    outcome = _outcome(draft, figures, measures)
    short = outcome is Outcome.DONE and falls_short(figures, measures)
    after = draft.changed(
        figures=figures, outcome=outcome, short=short, odd={}, account=account or draft.account
    )
    needless = {q.field: None for q in FOLLOW_UPS if not q.of(after)}
    return after.model_copy(update=needless) if needless else after


def _outcome(draft: Draft, figures: Mapping[str, Decimal], measures: Sequence[Measure]) -> Outcome | None:
    """What the figures say once none is missing; what came to nothing is not asked about further."""
    outcome = outcome_of(figures, measures)
    if outcome is Outcome.NOT_DONE:
        return outcome
    if missing(figures, measures):
        return None
    if outcome is None and is_ticked(measures):
        return draft.outcome  # money says nothing of a goal in words: its tick does
    return outcome or Outcome.DONE
