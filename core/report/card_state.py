"""What the card of one report shows and asks, as the rules have it: its text and its buttons are drawn from this alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from core.figures.required import main_measure, measure_by_id
from core.model.obligations import Obligation, ReportingRule
from core.owed.plan_cache import OpenPlan
from core.owed.status import is_closed
from core.plan.model import Activity
from core.plan.reports import Contribution, Draft, Evidence, Measure
from core.report.demands import asked_next, lacking
from core.report.draft_steps import Ask, answered_measure, as_planned, can_undo, is_sent, still_asks
from core.report.heaps import Heap
from core.report.running_totals import fact_before, total_before, year_so_far
from core.report.shared_row import SharedRow, knowing_others
from core.report.worklist import JustRecorded, Worklist

Opened = Literal["paper", "account", "figure"]
"""What a button of the card asks for, besides the walk's own questions."""


@dataclass(frozen=True, slots=True)
class CardState:
    """One card. `at` is its place in the heap, from 1; `measures` are the row's as this report answers them, `planned` as
    they are planned for all who share it. `before` is the period and figure that an indicator or a running total goes on
    from, `year` what the year came to so far and what is planned of it. `contributors` are the posts that take part and
    report nothing, `untaken` what they said without what the account has taken in. `last` is what was recorded on
    another card just before, `text_refused` that a text which is no figure waits to be kept.
    """

    o: Obligation
    row: Activity
    plan: OpenPlan
    heap: Heap
    at: int
    measures: tuple[Measure, ...]
    planned: tuple[Measure, ...]
    main: Measure
    evidence: tuple[Evidence, ...]
    shared: SharedRow | None
    ask: Ask
    opened: Opened | None
    named: Measure | None
    """The measure whose figure a button asked for."""
    figure_owed: bool
    """Whether "as planned" would leave a shared row without the figure that is added up."""
    is_sent: bool
    """Whether what is recorded is what the manager has."""
    before: tuple[str, Decimal] | None
    year: tuple[Decimal, Decimal] | None
    contributors: tuple[str, ...]
    untaken: tuple[Contribution, ...]
    lacking: tuple[str, ...]
    """The forms that lack the file which the plan demands; "" stands for any paper."""
    last: JustRecorded | None
    text_refused: bool
    today: date

    @property
    def draft(self) -> Draft:
        return self.o.draft

    @property
    def rule(self) -> ReportingRule:
        return self.plan.plan.rule

    @property
    def is_indicator(self) -> bool:
        return self.row.indicator is not None

    @property
    def leads(self) -> bool:
        """Whether it is the consolidated report of a row that several posts owe."""
        return self.shared is not None and self.shared.is_lead

    @property
    def asked(self) -> Measure:
        """The measure that a typed figure answers: the one that a button named, else as the walk goes."""
        return self.named or self.next_measure

    @property
    def next_measure(self) -> Measure:
        """The measure whose figure the walk asks for."""
        return answered_measure(self.measures, self.draft)

    @property
    def threshold(self) -> Measure | None:
        """The planned share under a tick."""
        found = next((m for m in self.measures if m.role == "threshold"), None)
        return found if found is not None and found.plan is not None else None

    @property
    def form(self) -> str | None:
        """The form of completion that is asked for next."""
        return asked_next(self.row.completion_form, self.evidence, self.rule)

    @property
    def question(self) -> str | None:
        """The name of what is asked in words above the buttons; None where the answers speak for themselves.

        What a button opened, else the walk's question, where "indicator" and "figure" stand for a first answer that no
        tick can give.
        """
        if self.o.excused:
            return None
        if self.opened is not None:
            return self.opened
        if self.ask is Ask.OUTCOME and self.is_indicator and self.main.plan is None:
            return "indicator"
        if self.ask is Ask.OUTCOME and self.figure_owed:
            return "figure"
        if self.ask in (Ask.OUTCOME, Ask.COMPLETE):
            return None
        return "next" if self.ask is Ask.FIGURE else self.ask.value

    @property
    def tells_of_days(self) -> bool:
        """Whether a day was moved, something about the days is asked, or the period has closed."""
        o = self.o
        return bool(o.extension or o.excused or o.asking) or is_closed(o, self.today)

    @property
    def undoes(self) -> int | None:
        """The report whose last step can be taken back from here: this one, or the one recorded just before."""
        if can_undo(self.draft) and not self.is_sent:
            return self.o.id
        return self.last.obligation.id if self.last is not None else None

    @property
    def hands_in(self) -> int:
        """How many would be submitted straight from here: a correction of what was submitted waits for no other row."""
        if not self.o.version or self.ask is not Ask.COMPLETE:
            return 0
        ready = self.heap.ready
        return len(ready) if any(o.id == self.o.id for o in ready) else 0


def card_state(
    worklist: Worklist,
    o: Obligation,
    evidence: Sequence[Evidence],
    shared: SharedRow | None,
    *,
    opened: Opened | None = None,
    measure: str | None = None,
    last: int | None = None,
    text_refused: bool = False,
) -> CardState:
    """The card of a report of the worklist. `shared` is its row where several owe it; `opened`, `measure` and
    `text_refused` are what the card was opened for, `last` the report that was recorded just before.
    """
    worklist = knowing_others(worklist, shared) if shared is not None else worklist
    plan, row, heap = worklist.plans[o.plan_id], worklist.row(o), worklist.heap_of(o)
    measures = worklist.measures(o)
    main, draft, rule = main_measure(measures), o.draft, plan.plan.rule
    return CardState(
        o=o,
        row=row,
        plan=plan,
        heap=heap,
        at=next(at for at, x in enumerate(heap.obligations, 1) if x.id == o.id),
        measures=measures,
        planned=worklist.planned(o),
        main=main,
        evidence=tuple(evidence),
        shared=shared,
        ask=still_asks(o, measures),
        opened=opened,
        named=measure_by_id(measures, measure) if measure else None,
        figure_owed=_owes_figure(worklist, o, measures),
        is_sent=o.is_submitted and is_sent(o),
        before=_before(worklist, o, row, main),
        year=year_so_far(worklist.obligations, o, main, plan.planned_in(o.activity_id, o.period[:4])),
        contributors=_contributors(plan, o) if shared is None else (),
        untaken=untaken(draft) if draft.said else (),
        lacking=lacking(row, evidence, rule) if rule.demands_file else (),
        last=worklist.just_recorded(last) if last and last != o.id else None,
        text_refused=text_refused,
        today=worklist.today,
    )


def _owes_figure(worklist: Worklist, o: Obligation, measures: Sequence[Measure]) -> bool:
    shared = worklist.lead_post(o) is not None
    return shared and worklist.untold(o, as_planned(o.draft, measures)) is not None


def _before(worklist: Worklist, o: Obligation, row: Activity, main: Measure) -> tuple[str, Decimal] | None:
    """Of an indicator its last fact; of a running total the one that the post last submitted in the year (domain, §5)."""
    if row.indicator is not None:
        return fact_before(worklist.obligations, o)
    return total_before(worklist.obligations, o) if main.cumulative else None


def _contributors(plan: OpenPlan, o: Obligation) -> tuple[str, ...]:
    """The posts that take part in a row that one post alone reports on."""
    ids = plan.activities[o.activity_id].ownership.contributors
    return tuple(plan.post(i) for i in ids if i in plan.posts and i != o.post_id)


def untaken(draft: Draft) -> tuple[Contribution, ...]:
    """What others said, without what the account has taken in: it would stand on the card twice."""
    account = draft.account or ""
    left = [s.model_copy(update={"text": None}) if s.text and s.text in account else s for s in draft.said]
    return tuple(s for s in left if s.text or s.evidence is not None)
