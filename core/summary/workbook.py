"""What the summary's workbook shows, as plain data: it can be sent to a worker process, and every word is in it already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.figures.stages import stages_in_order
from core.figures.typed_figures import scale_of
from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import Obligation, ReportState
from core.model.plan_tree import PlanTree
from core.owed.measures import Terms, achievement, measures_of
from core.owed.status import is_late, is_on_time, is_overdue, is_recorded, main_fact, sent_figure
from core.plan.model import Unit
from core.plan.reports import Draft, Evidence, Measure
from core.plan.values import as_decimal
from core.ports.unit_of_work import Texts, Work
from core.report.told import COLUMNS
from core.summary.book import Book
from core.summary.formatting import format_day, format_figure, format_period
from core.summary.money import purse_of
from core.summary.summary import Line, Summary
from core.summary.tallies import Tally, Thresholds

Cell = str | int | Decimal | date | None

LABELS = (
    "outcome-done outcome-partial outcome-not-done "
    "summary-owed summary-submitted summary-completeness summary-on-time summary-timeliness summary-late "
    "summary-overdue summary-recorded summary-returned summary-to-review summary-accepted summary-done "
    "summary-partial summary-not-done summary-execution summary-money summary-total summary-by-section "
    "summary-by-post sheet-summary sheet-rows sheet-number sheet-title sheet-post sheet-section sheet-activity "
    "sheet-form sheet-period sheet-deadline sheet-owner sheet-unit sheet-plan sheet-fact sheet-achievement "
    "sheet-outcome sheet-submitted-on sheet-standing sheet-evidence "
    "standing-on-time standing-late standing-overdue standing-recorded standing-returned standing-not-submitted"
).split() + [f"sheet-{field.name}" for field in COLUMNS]
"""Ids of the words that the workbook needs as they are."""


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One line of the first sheet. Shares are fractions, money is in the table's scale."""

    number: str
    title: str
    counts: tuple[int, ...]
    completeness: Decimal | None
    execution: Decimal | None
    money_plan: Decimal | None
    money_fact: Decimal | None
    money_share: Decimal | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One obligation on the second sheet. Plan and fact are numbers where they are, else words as printed.

    `told` has what the report says in words and days, by field (`core.report.told.COLUMNS`).
    `money_plan` and `money_spent` are of any row that carries money, a goal with its funding too, in the table's scale.
    """

    number: str
    section: str
    activity: str
    form: str
    period: str
    deadline: date
    owner: str
    unit: str
    plan: Cell
    fact: Cell
    achievement: Decimal | None
    outcome: str
    submitted_on: date | None
    standing: str
    told: Mapping[str, Cell]
    evidence: int
    money_plan: Decimal | None = None
    money_spent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """The whole workbook: words by their ids, totals, lines by section and by post, and every report."""

    labels: Mapping[str, str]
    title: str
    subtitle: str
    total: TallyRow
    extras: tuple[tuple[str, int | Decimal | None], ...]
    sections: tuple[TallyRow, ...]
    posts: tuple[TallyRow, ...]
    rows: tuple[ReportRow, ...]
    green: float = 1.0
    amber: float = 0.7


def summary_table(
    plan: PlanEdition,
    summary: Summary,
    activities: Sequence[LiveActivity],
    obligations: Iterable[Obligation],
    texts: Texts,
    language: str,
    *,
    posts: Mapping[int, str] | None = None,
    evidence: Mapping[int, int] | None = None,
    thresholds: Thresholds | None = None,
) -> SummaryTable:
    """The workbook's data for a summary. `posts` are names by id, `evidence` counts pieces by obligation.

    The second sheet has the obligations that the summary counted, in the order of the plan.
    """
    shades = thresholds or Thresholds()
    return SummaryTable(
        labels=_labels(summary, texts, language),
        title=plan.title or texts(language, "summary-unnamed-plan"),
        subtitle=_subtitle(summary, texts, language),
        total=_tally_row("", texts(language, "summary-total"), summary.total),
        extras=_extras(summary.total, texts, language),
        sections=tuple(_line(line) for line in summary.by_section),
        posts=tuple(_line(line) for line in summary.by_post),
        rows=_Rows(plan, summary, activities, texts, language, posts or {}, evidence or {}).of(obligations),
        green=float(shades.green),
        amber=float(shades.amber),
    )


async def read_table(work: Work, book: Book, period: str | None, texts: Texts, language: str) -> SummaryTable:
    """The workbook's data for a plan and period, with what was handed in."""
    handed_in = {i for o in book.obligations if o.submitted for i in o.submitted.evidence}
    return summary_table(
        book.plan.plan,
        book.summary(period),
        list(book.plan.activities.values()),
        book.obligations,
        texts,
        language,
        posts={i: p.name for i, p in book.plan.posts.items()},
        evidence=_pieces(e for e in await work.evidence.of_plan(book.id) if e.id in handed_in),
    )


def _pieces(evidence: Iterable[Evidence]) -> dict[int, int]:
    """How many pieces of evidence each obligation has; an album is one."""
    found: dict[int, set[str]] = {}
    for e in evidence:
        found.setdefault(e.obligation_id, set()).add(e.album or f"#{e.id}")
    return {obligation: len(pieces) for obligation, pieces in found.items()}


def _labels(summary: Summary, texts: Texts, language: str) -> dict[str, str]:
    words = {id: texts(language, id) for id in LABELS}
    unit = texts(language, f"money-unit-{summary.total.money.scale if summary.total.money else 0}")
    for id in ("summary-money-plan", "summary-money-fact", "sheet-money-plan", "sheet-money-spent"):
        words[id] = texts(language, id, unit=unit)
    return words


def _subtitle(summary: Summary, texts: Texts, language: str) -> str:
    whole = texts(language, "summary-whole-plan")
    period = format_period(summary.period, texts, language) if summary.period else whole
    day = format_day(summary.as_of, texts, language, "full-at")
    return texts(language, "summary-as-of", period=period, day=day)


def _extras(total: Tally, texts: Texts, language: str) -> tuple[tuple[str, int | Decimal | None], ...]:
    """What the totals have beyond the columns: a share is a Decimal, a count an int."""
    named: dict[str, int | Decimal | None] = {
        "summary-timeliness": total.timeliness,
        "summary-late": total.late,
        "summary-recorded": total.recorded,
        "summary-returned": total.returned,
        "summary-to-review": total.to_review,
        "summary-accepted": total.accepted,
        "summary-extended": total.extended,
        "summary-excused": total.excused,
    }
    return tuple((texts(language, id), value) for id, value in named.items())


def _line(line: Line) -> TallyRow:
    return _tally_row(line.number or "", line.title, line.tally)


def _tally_row(number: str, title: str, tally: Tally) -> TallyRow:
    money = tally.money
    return TallyRow(
        number=number,
        title=title,
        counts=(
            tally.owed,
            tally.submitted,
            tally.on_time,
            tally.overdue,
            tally.done,
            tally.partial,
            tally.not_done,
        ),
        completeness=tally.completeness,
        execution=tally.execution,
        money_plan=money.plan if money else None,
        money_fact=money.fact if money else None,
        money_share=money.share if money else None,
    )


class _Rows:
    """Makes the second sheet's rows."""

    def __init__(
        self,
        plan: PlanEdition,
        summary: Summary,
        activities: Sequence[LiveActivity],
        texts: Texts,
        language: str,
        posts: Mapping[int, str],
        evidence: Mapping[int, int],
    ) -> None:
        self._tree = PlanTree(plan.read.sections, activities)
        self._counted = {id for line in summary.by_post for id in line.obligations}
        self._as_of = summary.as_of
        self._rule, self._legend = plan.rule, plan.read.abbreviations
        self._stages = stages_in_order(a.row for a in sorted(activities, key=lambda a: a.position))
        self._texts, self._language = texts, language
        self._posts, self._evidence = posts, evidence
        self._scale = summary.total.money.scale if summary.total.money else 0

    def of(self, obligations: Iterable[Obligation]) -> tuple[ReportRow, ...]:
        counted = [o for o in obligations if o.id in self._counted]
        position = {id: a.position for id, a in self._tree.activities.items()}
        ordered = sorted(counted, key=lambda o: (position[o.activity_id], o.due.report_due, o.id))
        return tuple(self._row(o) for o in ordered)

    def _row(self, obligation: Obligation) -> ReportRow:
        activity = self._tree.activities[obligation.activity_id]
        sent = (obligation.submitted if obligation.is_submitted else None) or Draft()
        plan, fact = self._figures(activity, obligation)
        money_plan, money_spent = self._money(activity, obligation)
        return ReportRow(
            number=activity.row.number or str(activity.position + 1),
            section=" › ".join(self._tree.sections[id].title for id in self._tree.paths[activity.id]),
            activity=activity.row.title,
            form=activity.row.completion_form or "",
            period=format_period(obligation.period, self._texts, self._language, "short"),
            deadline=obligation.due.deadline,
            owner=self._posts.get(obligation.post_id, ""),
            unit=self._unit(activity),
            plan=plan,
            fact=fact,
            achievement=self._achievement(activity, obligation),
            outcome=self._say("outcome", sent.outcome.value) if sent.outcome else "",
            submitted_on=obligation.first_submitted_on,
            standing=self._say("standing", self._standing(obligation)),
            told={field.name: getattr(sent, field.name) or "" for field in COLUMNS},
            evidence=self._evidence.get(obligation.id, 0),
            money_plan=money_plan,
            money_spent=money_spent,
        )

    def _money(self, activity: LiveActivity, obligation: Obligation) -> tuple[Decimal | None, Decimal | None]:
        """What is planned and what was spent, in the table's scale; None where the row carries no money."""
        purse = purse_of(activity.row, obligation)
        if purse is None:
            return None, None
        spent = sent_figure(obligation, purse.measure)
        by = purse.scale - self._scale
        return purse.plan.scaleb(by), None if spent is None else spent.scaleb(by)

    def _figures(self, activity: LiveActivity, obligation: Obligation) -> tuple[Cell, Cell]:
        target = obligation.target
        number = as_decimal(target) if target else None
        plan: Cell = number if number is not None else target
        fact: Cell = main_fact(obligation)
        if activity.row.unit is Unit.PRESENCE and fact is not None:
            fact = self._texts(self._language, "unit-present" if fact else "unit-absent")
        if activity.row.unit is Unit.STAGE:
            main = self._main(activity, obligation)
            words = [
                format_figure(figure, main, self._texts, self._language) if figure is not None else None
                for figure in (main.plan, main_fact(obligation))
            ]
            return words[0] or target, words[1]
        return plan, fact

    def _main(self, activity: LiveActivity, obligation: Obligation) -> Measure:
        terms = Terms.of(self._rule, activity.id, self._stages, self._legend)
        return measures_of(activity.row, obligation.period, terms)[0]

    def _achievement(self, activity: LiveActivity, obligation: Obligation) -> Decimal | None:
        fact = main_fact(obligation)
        measure = self._main(activity, obligation)
        if fact is None or measure.plan is None or measure.unit is Unit.STAGE:
            return None
        return achievement(fact, measure.plan, measure.better)

    def _unit(self, activity: LiveActivity) -> str:
        if activity.row.unit is Unit.MONEY:
            return self._texts(self._language, f"money-unit-{scale_of(activity.row.money_scale)}")
        return activity.row.unit_text or ""

    def _standing(self, obligation: Obligation) -> str:
        if obligation.excused:
            return "excused"
        if obligation.is_submitted:
            if is_late(obligation):
                return "late"
            return "on-time" if is_on_time(obligation) else "extended"
        if obligation.state is ReportState.RETURNED:
            return "returned"
        if is_overdue(obligation, self._as_of):
            return "overdue"
        return "recorded" if is_recorded(obligation) else "not-submitted"

    def _say(self, kind: str, code: str) -> str:
        return self._texts(self._language, f"{kind}-{code.replace('_', '-')}")
