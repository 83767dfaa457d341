"""Draws the card of one obligation: what is to be done, what is planned, what is recorded, what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures.required import main_measure, measure_by_id
from core.model.obligations import ReportState
from core.plan.model import Unit
from core.plan.reports import Measure
from core.plan.values import as_decimal
from core.report.demands import asked_next, demands_file
from core.report.draft_steps import Ask, answered_measure
from core.report.shared_row import knowing_others, shared_row_of
from core.report.told import told
from core.summary.formatting import format_number, format_period
from handlers.card.card_buttons import CardButtons
from handlers.card.indicator_lines import indicator_lines, running_lines
from handlers.card.measure_lines import direction_lines, kind_of, next_question, planned_lines
from handlers.card.shared_row_words import together_lines
from handlers.frame.registry import view
from handlers.frame.screens import Html, Screen, bold, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Walk
from handlers.frame.worklist import worklist_of
from handlers.words.evidence_words import remark_lines
from handlers.words.joint_words import said_lines
from handlers.words.proposal_words import proposal_question
from handlers.words.request_words import card_lines
from handlers.words.summary_words import MARKS
from handlers.words.told_words import CARD, told_lines
from handlers.words.walk_words import after, figures_of, standing_line

ADDS_UP = frozenset({Unit.COUNT, Unit.MONEY})
QUESTIONS = {
    Ask.CONFIRM: "ask-confirm",
    Ask.FIGURE: "ask-next",
    Ask.REASON: "ask-reason",
    Ask.FORECAST: "ask-forecast",
}


@view(Walk, on_walk=True)
async def show_card(turn: Turn, args: Walk) -> Screen:
    """The card of the obligation `o`; `last` names what was recorded just before, so that it can be undone here."""
    worklist = await worklist_of(turn)
    obligation = worklist.obligation(args.o)
    evidence = await turn.work.evidence.of_obligations([obligation.id])
    together = await shared_row_of(turn.work, worklist, obligation)
    card = _Card(turn, knowing_others(worklist, together), obligation, evidence, args)
    card.together = together
    return Screen(card.text(), card.rows())


class _Card(CardButtons):
    """One drawing of one card."""

    def text(self) -> Html:
        last = self.args.last
        return lines(
            self._last(last) if last else None,
            self._where(),
            *indicator_lines(self.turn, self.worklist, self.o, self.main),
            bold(shortened(self.row.title, 600)),
            self._terms(),
            self._plan(),
            self._others(),
            card_lines(self.turn, self.o),
            self._state(),
            *self._recorded(),
            self._lacking(),
            *remark_lines(self.turn, self.worklist.plans[self.o.plan_id], self.evidence),
            self._question(),
        )

    def _where(self) -> Html:
        headings = self.worklist.plans[self.o.plan_id].headings(self.o.activity_id)
        path = " › ".join(shortened(h.title, 48) for h in headings[:1] + headings[-1:][: len(headings) - 1])
        at = [o.id for o in self.heap.obligations].index(self.o.id) + 1
        return self.turn.say("walk-where", at=at, total=len(self.heap.obligations), path=after(" · ", path))

    def _terms(self) -> Html | None:
        form = self.row.completion_form
        due = self.row.deadline_text
        found = [
            self.turn.say("walk-form", form=shortened(form, 120)) if form else None,
            self.turn.say("walk-deadline", deadline=shortened(due, 80)) if due else None,
        ]
        return lines(*found) if any(found) else None

    def _plan(self) -> Html:
        turn = self.turn
        period = format_period(self.o.period, turn.deps.texts, turn.language, "short")
        main = main_measure(self.planned)
        value = (
            self._figure(main.plan, main)
            if main.plan is not None and not main.words
            else self._printed(self.o.target)
        )
        text = turn.say("walk-plan", period=period, value=shortened(value, 300))
        if (several := planned_lines(turn, self.planned)) is not None:
            text = lines(text, several)
        threshold = next((m for m in self.measures if m.role == "threshold"), None)
        if threshold is not None and threshold.plan is not None:
            key = "walk-threshold-least" if threshold.better == "up" else "walk-threshold-most"
            text = lines(text, turn.say(key, value=self._figure(threshold.plan, threshold)))
        year = self._year_so_far()
        return lines(
            Html(f"{text}   {year}") if year else text,
            direction_lines(turn, self.main, is_level=self._is_indicator),
            *running_lines(turn, self.worklist, self.o, self.main),
        )

    def _printed(self, target: str | None) -> str:
        if target == "+":
            return self.turn.plain("walk-plan-present")
        return shortened(target, 300) if target else self.turn.plain("walk-plan-none")

    def _year_so_far(self) -> Html | None:
        """Counts and money add up over the year; levels do not (domain, §5)."""
        year = self.o.period[:4]
        planned = [as_decimal(v) for code, v in self.row.targets.items() if code[:4] == year]
        numbers = [v for v in planned if v is not None]
        if self.main.unit not in ADDS_UP or self.main.cumulative or len(numbers) < 2 or not any(numbers):
            return None
        same = [
            o
            for o in self.worklist.obligations
            if o.activity_id == self.o.activity_id and o.id != self.o.id and o.period[:4] == year
        ]
        fact = sum(
            (o.draft.figures.get(self.main.id, Decimal(0)) for o in same if o.period < self.o.period),
            Decimal(0),
        )
        return self.turn.say(
            "walk-year",
            fact=format_number(fact, self.turn.language),
            plan=format_number(sum(numbers, Decimal(0)), self.turn.language),
        )

    def _others(self) -> Html | None:
        if self.together is not None:
            return together_lines(self.turn, self.together)
        plan = self.worklist.plans[self.o.plan_id]
        ownership = plan.activities[self.o.activity_id].ownership
        names = [plan.post(i) for i in ownership.contributors if i in plan.posts and i != self.o.post_id]
        untaken = self.draft.model_copy(update={"said": self._untaken()})
        said = said_lines(self.turn, plan, untaken, self.evidence, 700)
        if not names and not said:
            return None
        others = self.turn.say("walk-others", names=shortened(", ".join(names), 120)) if names else None
        return lines(others, *said)

    def _state(self) -> Html | None:
        turn = self.turn
        if self.o.state is ReportState.RETURNED:
            return lines("", turn.say("walk-returned"), quoted(shortened(self.o.comment or "—", 1000)))
        if not self._sent:
            return None
        accepted = turn.say("review-accepted") if self.o.state is ReportState.ACCEPTED else None
        return lines(turn.say("walk-submitted", version=self.o.version), accepted)

    def _recorded(self) -> list[str | None]:
        """What the report says so far, with what is attached."""
        draft, turn = self.draft, self.turn
        figures = figures_of(turn, self.worklist, self.o)
        own: dict[str, Sequence[str | None]] = {
            "gathered": [],
            "said": [],
        }  # both stand with the others of the row
        if draft.outcome is None:
            own["figures"] = [turn.say("walk-begun", figure=figures)]
        else:
            key = "walk-recorded-plain" if self._sent or self.o.excused else "walk-recorded"
            outcome = turn.plain(f"outcome-{draft.outcome.value.replace('_', '-')}")
            said = turn.say(key, mark=MARKS[draft.outcome], outcome=outcome, figure=after(", ", figures))
            own["outcome"] = [said, *standing_line(turn, self.main, draft)]
            own["figures"] = []
        return told_lines(turn, told(draft, self.measures, self.evidence), CARD, own)

    def _how_to_prove(self) -> str:
        """What the question for a paper asks for: a file is demanded, welcome, or not taken at all."""
        if not self.rule.files_allowed:
            return "ask-paper-only"
        return "ask-paper-file" if demands_file(self.rule) else "ask-paper"

    def _question(self) -> Html | None:
        key = self._question_key()
        if key is None:
            return None
        turn = self.turn
        if key == "ask-confirm":
            return proposal_question(turn, self.draft, self.measures, self.evidence)
        if key == "ask-paper":
            form = asked_next(self.row.completion_form, self.evidence, self.rule)
            key = self._how_to_prove()
            form = form or turn.plain("paper-any")
            return lines("", bold(turn.say(key, form=form[:1].upper() + form[1:])))
        if key == "ask-figure":
            return lines("", bold(self._figure_question()))
        if key == "ask-next":
            return lines(
                "", bold(next_question(turn, answered_measure(self.measures, self.draft), self.measures))
            )
        return lines("", bold(turn.say(key)))

    def _figure_question(self) -> Html:
        """Which wording asks for the figure that a button named."""
        asked = self._asked()
        if asked.unit is Unit.STAGE:
            return self.turn.say("ask-figure-stage", stages=", ".join(s.code for s in asked.stages))
        return self.turn.say(f"ask-figure-{kind_of(asked)}")

    def _question_key(self) -> str | None:
        if self.o.excused:
            return None
        mode = self.turn.card.view.asks
        if mode in ("paper", "account", "figure"):
            return f"ask-{mode}"
        if self.ask is Ask.OUTCOME and self._is_indicator and self.main.plan is None:
            return "ask-indicator"
        if self.ask is Ask.OUTCOME and self._figure_owed:
            return "ask-figure"
        return QUESTIONS.get(self.ask)

    def _asked(self) -> Measure:
        """The measure that a typed figure answers: the one that a button named, else as the walk goes."""
        named = measure_by_id(self.measures, self.args.m)
        return named or answered_measure(self.measures, self.draft)
