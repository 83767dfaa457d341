"""What one drawing of the card of an obligation knows, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures.required import asked_for, main_measure, plan_mark
from core.model.obligations import Obligation
from core.plan.model import Activity, Unit
from core.plan.reports import Contribution, Evidence, Measure
from core.report.demands import lacking
from core.report.draft_steps import Ask, answered_measure, as_planned, asks, can_undo, is_sent
from core.report.shared_row import SharedRow
from core.report.worklist import Worklist
from core.summary.formatting import format_figure
from handlers.card.indicator_lines import indicator_answers
from handlers.card.measure_lines import answer_rows, next_rows
from handlers.card.shared_row_words import with_lead_rows
from handlers.card.why import forecast_rows, reason_rows
from handlers.frame.screens import Button, Html, button, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Walk
from handlers.words.evidence_words import remark_rows, removing_rows
from handlers.words.proposal_words import proposal_rows
from handlers.words.request_words import ask_row
from handlers.words.walk_words import last_line

ANSWERED = frozenset({Ask.OUTCOME, Ask.FIGURE, Ask.COMPLETE})
"""While the card asks one of these, the lead of a shared row sees what the others come to."""


class CardButtons:
    """One drawing of one card: what it knows, and its buttons; `handlers.card.card_text` adds the text."""

    def __init__(
        self,
        turn: Turn,
        worklist: Worklist,
        obligation: Obligation,
        evidence: Sequence[Evidence],
        args: Walk,
    ) -> None:
        self.turn, self.worklist, self.o, self.evidence, self.args = (
            turn,
            worklist,
            obligation,
            evidence,
            args,
        )
        self.row: Activity = worklist.row(obligation)
        self.measures = worklist.measures(obligation)
        self.main = main_measure(self.measures)
        self.draft = obligation.draft
        self.rule = worklist.plans[obligation.plan_id].plan.rule
        self.ask = asks(self.draft, self.measures)
        self.heap = worklist.heap_of(obligation)
        self.planned = worklist.planned(obligation)
        self.together: SharedRow | None = None
        self._sent = obligation.is_submitted and is_sent(obligation)
        self._is_indicator = self.row.indicator is not None

    @property
    def _figure_owed(self) -> bool:
        """Whether "as planned" would leave a shared row without the figure that is added up."""
        return self.worklist.untold(self.o, as_planned(self.draft, self.measures)) is not None

    def rows(self) -> list[list[Button]]:
        """The card's buttons; below the answers, where a story was refused as a figure, the one that keeps it."""
        rows = [row for row in self._rows() if row]
        if self.args.told:
            papers = (at for at, row in enumerate(rows) if row[0].action == "paper")
            rows.insert(next(papers, len(rows) - 1), [self._button("walk-keep-told", "told", self.o.id)])
        return rows

    def _rows(self) -> list[list[Button]]:
        mode = self.turn.card.view.asks
        if self.o.excused:
            return [self._moves()]
        if mode in ("paper", "account", "figure"):
            attached = self.evidence if mode == "paper" else ()
            removing = removing_rows(self.turn, self.o.id, attached)
            moves = [self._button("walk-back", "card", self.o.id)]
            if mode == "paper" and self.ask is Ask.COMPLETE and self._lacking():
                moves.append(self._button("walk-later", "next", self.o.id))
            return [*removing, moves]
        rows = {
            Ask.OUTCOME: self._answers,
            Ask.FIGURE: self._next_figure,
            Ask.COMPLETE: self._answers,
            Ask.CONFIRM: self._confirmation,
            Ask.REASON: self._reasons,
            Ask.FORECAST: self._forecasts,
        }[self.ask]()
        if self.together is not None and self.together.is_lead and self.ask in ANSWERED:
            rows = with_lead_rows(self.turn, self.together, rows)
        if self.ask in (Ask.OUTCOME, Ask.COMPLETE):
            papers = [
                self._button("walk-paper", "paper", self.o.id),
                self._button("walk-account", "note", self.o.id),
            ]
            rows.extend([papers, *self._past_and_request()])
            if any(s.text for s in self._untaken()) and not self._sent:
                rows.append([self._button("joint-take", "jtake", self.o.id)])
        elif self.ask is Ask.FORECAST:
            rows.append(ask_row(self.turn, self.o))
        pointed_out = remark_rows(self.turn, self.o.id, self.evidence)
        return [*rows, *pointed_out, *self._undo(), self._hand_in(), self._moves()]

    def _hand_in(self) -> list[Button]:
        """Straight to handing in what was submitted before and is answered anew: a correction waits for no other row."""
        ready = self.heap.ready
        if not self.o.version or self.ask is not Ask.COMPLETE or self.o.id not in {o.id for o in ready}:
            return []
        place: tuple[int, str] = (self.o.plan_id, self.heap.period)
        return [button(self.turn.plain("home-submit", count=len(ready)), "submit", *place)]

    def _past_and_request(self) -> list[list[Button]]:
        """Another day, while it is still owed; what was submitted before."""
        past = [button(self.turn.plain("past-open", count=self.o.version), "past", self.o.id)]
        return [ask_row(self.turn, self.o), past if self.o.version else []]

    def _answers(self) -> list[list[Button]]:
        o = self.o.id
        if self._is_indicator:
            return indicator_answers(self.turn, o, self.measures)
        if self.main.unit is Unit.PRESENCE:
            return self._presence(o)
        rows = answer_rows(self.turn, o, self.measures)
        if not self._figure_owed:
            return rows
        # Of what adds up with the others' a tick is no answer: the card asks for the figure, and one needs no button.
        needless = {"plan", "figure"} if len(asked_for(self.measures)) == 1 else {"plan"}
        return [[b for b in row if b.action not in needless] for row in rows]

    def _next_figure(self) -> list[list[Button]]:
        return next_rows(self.turn, self.o.id, answered_measure(self.measures, self.draft), self.measures)

    def _presence(self, o: int) -> list[list[Button]]:
        threshold = next((m for m in self.measures if m.role == "threshold" and m.plan is not None), None)
        mark = plan_mark(self.measures)
        if threshold is None or threshold.plan is None:
            return [[self._button("walk-present", "plan", o, mark), self._button("walk-absent", "none", o)]]
        value = self._figure(threshold.plan, threshold)
        return [
            [button(self.turn.plain("walk-present-figure", value=value), "plan", o, mark)],
            [self._button("walk-other-percent", "figure", o), self._button("walk-absent", "none", o)],
        ]

    def _confirmation(self) -> list[list[Button]]:
        return proposal_rows(self.turn, self.o.id, self.draft, self.measures, self.evidence)

    def _reasons(self) -> list[list[Button]]:
        return reason_rows(self.turn, self.worklist.plans[self.o.plan_id].plan.rule, "why", self.o.id)

    def _forecasts(self) -> list[list[Button]]:
        return forecast_rows(self.turn, self.o.id)

    def _undo(self) -> list[list[Button]]:
        if can_undo(self.draft) and not self._sent:
            return [[self._button("walk-undo", "undo", self.o.id)]]
        last = self.args.last
        if last and last != self.o.id and self._last(last):
            return [[self._button("walk-undo-last", "undo", last)]]
        return []

    def _moves(self) -> list[Button]:
        buttons = [button("⬅️", "prev", self.o.id)]
        if self.ask is Ask.COMPLETE:
            buttons.append(self._button("walk-next", "next", self.o.id))
        else:
            buttons.append(self._button("walk-later", "next", self.o.id))
        buttons.append(button("☰", "list", self.o.plan_id, self.heap.period, self.o.id))
        return buttons

    def _button(self, text_id: str, action: str, *args: int | str) -> Button:
        return button(self.turn.plain(text_id), action, *args)

    def _untaken(self) -> tuple[Contribution, ...]:
        """What others said, without what the account has taken in: it would stand on the card twice."""
        account = self.draft.account or ""
        left = [
            s.model_copy(update={"text": None}) if s.text and s.text in account else s
            for s in self.draft.said
        ]
        return tuple(s for s in left if s.text or s.evidence is not None)

    def _last(self, last: int) -> Html | None:
        said = last_line(self.turn, self.worklist, last) if last != self.o.id else None
        return Html(f"{said}\n") if said else None

    def _figure(self, value: Decimal, measure: Measure) -> str:
        return format_figure(value, measure, self.turn.deps.texts, self.turn.language)

    def _lacking(self) -> Html | None:
        """Which forms still lack the file that the plan demands."""
        forms = lacking(self.row, self.evidence, self.rule)
        named = ", ".join(form or self.turn.plain("paper-any") for form in forms)
        return self.turn.say("demand-lacking", forms=shortened(named, 200)) if forms else None
