"""What is typed on a card without any button: which of its questions a text answers, and what that makes of the report.

Domain, §4. Which reading applies is a pure function of the text, the draft and what the card showed (`read_typed`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from core.evidence.named_papers import NamedPaper, papers_beside, refuse_lacking_day
from core.evidence.papers import forms_of
from core.figures.answer_parser import is_understood, read_answers
from core.figures.number_words import in_digits
from core.figures.outcomes import Said, is_acknowledgement, is_hundred_percent, short_answer
from core.figures.plan_beside import without_plan
from core.figures.required import is_ticked, measure_by_id
from core.figures.row_outcomes import outcome_of_row
from core.figures.stages import is_stage
from core.figures.typed_figures import refused
from core.kernel.errors import NotAllowed, UnreadableInput
from core.model.obligations import Obligation
from core.model.people import Person
from core.owed.measures import is_planned_zero
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome
from core.ports.unit_of_work import Work
from core.report import draft_steps
from core.report.captions import Understood, names_evidence, understand
from core.report.draft_steps import FOLLOWING, Ask, asks, still_asks
from core.report.filling import keep_papers, take_message
from core.report.reasons import is_told, mended_figures, mended_outcome, says_a_unit
from core.report.record import record
from core.report.shared_row import with_others
from core.report.take_step import Asks, Confirm, Recorded, refuse_other_plan, take_step
from core.report.worklist import Worklist, with_pieces

_NO_NUMBER = frozenset(
    {
        "figure-not-read",
        "figure-under-way",
        "figure-not-fact",
        "presence-not-read",
        "tick-not-read",
        "stage-not-read",
    }
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class CardShown:
    """What the card showed when a text was typed on it, and who reads.

    `opened`: a button asked for something there; `named` is the measure of its figure, `mark` that of what the card
    showed as planned (`core.figures.required.plan_mark`; None where it showed no plan); `row` what the row prints, `forms`
    the papers that it asks for.
    """

    language: str | None
    today: date
    opened: bool = False
    named: str | None = None
    mark: str | None = None
    row: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An answer: the draft that it makes."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class NotSo:
    """ "No" to what waited to be confirmed."""


@dataclass(frozen=True, slots=True)
class Tells:
    """Papers, pages, an outcome in a story: kept, and shown back before it counts."""

    said: Understood


@dataclass(frozen=True, slots=True)
class Explains:
    """Papers told while the card asks why, and what is told beside them ("" where nothing is)."""

    papers: Sequence[NamedPaper]
    rest: str


Reading = Step | NotSo | Tells | Explains


def read_typed(text: str, o: Obligation, measures: tuple[Measure, ...], shown: CardShown) -> Reading:
    """What a text answers: what the card asks, or what mends the answer before. Raises UnreadableInput, PlanChanged."""
    wanted = Ask.OUTCOME if shown.opened else still_asks(o)
    if wanted in FOLLOWING:
        return _follow_up(text, o, measures, shown, wanted)
    if o.draft.waits and short_answer(text) is Said.NO:
        return NotSo()
    return _answer(text, o, measures, shown)


def _follow_up(
    text: str, o: Obligation, measures: tuple[Measure, ...], shown: CardShown, wanted: Ask
) -> Reading:
    """What follows the outcome; a figure or an outcome that contradicts what was recorded mends that instead."""
    mended = _mended(text, o, measures, shown, wanted)
    if mended is not None:
        return Step(mended)
    if FOLLOWING[wanted].in_words:
        papers, rest = _papers_of_report(text, o, measures, shown, wanted)
        if papers:
            return Explains(papers, rest)
    return Step(FOLLOWING[wanted].read(o.draft, text, shown.today, shown.language, shown.row))


def _papers_of_report(
    text: str, o: Obligation, measures: tuple[Measure, ...], shown: CardShown, wanted: Ask
) -> tuple[list[NamedPaper], str]:
    """The papers of a reason that prove something of the report, and what is told beside them.

    Beside words that explain a paper is the reason's, and stays in it, unless the row asks for one of its name: "бюджет
    уточнён (решение № 214 от 01.03.2024)".
    """
    papers, rest = papers_beside(text, shown.today, shown.language)
    if not is_told(rest) or _mended(rest, o, measures, shown, wanted) is not None:
        return papers, rest
    return papers_beside(text, shown.today, shown.language, shown.forms)


def beside_papers(
    rest: str, o: Obligation, measures: tuple[Measure, ...], shown: CardShown
) -> Reading | None:
    """What is told beside papers while the card asks for words: the answer, or a word for the account; None for nothing."""
    wanted = still_asks(o)
    mended = _mended(rest, o, measures, shown, wanted) if rest else None
    if mended is None and is_told(rest):
        mended = FOLLOWING[wanted].read(o.draft, rest, shown.today, shown.language, shown.row)
    if mended is not None:
        return Step(mended)
    return Tells(Understood(account=rest)) if rest else None


def _mended(
    text: str, o: Obligation, measures: tuple[Measure, ...], shown: CardShown, wanted: Ask
) -> Draft | None:
    figures = mended_figures(text, measures, shown.language, shown.today)
    if figures is not None and _is_what_lacks(figures, o.draft, measures):
        figures = None
    if figures is not None and (FOLLOWING[wanted].in_words or says_a_unit(text)):
        return draft_steps.with_figures(o.draft, measures, figures)
    if _names_figure(text, measures[0]) or _is_share_of(
        text, measures[0], measures
    ):  # of the plan, or the share
        return None
    outcome = mended_outcome(text, o.draft, is_ticked(measures))
    return _said(o.draft, measures, shown, outcome) if outcome is not None else None


def _is_what_lacks(figures: Mapping[str, Decimal], draft: Draft, measures: tuple[Measure, ...]) -> bool:
    """ "5 человек" where 35 of 40 were recorded and it is asked why: those that lack, no other fact."""
    for measure in measures:
        fact, told = draft.figures.get(measure.id), figures.get(measure.id)
        if fact is not None and told and told != fact and measure.plan == fact + told:
            return True
    return False


def _said(draft: Draft, measures: tuple[Measure, ...], shown: CardShown, outcome: Outcome) -> Draft:
    """The outcome that was said in a word; "done" records what the card showed as planned. Raises PlanChanged."""
    if outcome is Outcome.DONE:
        refuse_other_plan(measures, shown.mark)
    return draft_steps.answered(draft, measures, outcome)


def _answer(text: str, o: Obligation, measures: tuple[Measure, ...], shown: CardShown) -> Reading:
    """A figure, an outcome in a word, or a paper by number and date with all that is told beside it."""
    asked = measure_by_id(measures, shown.named) or draft_steps.answered_measure(measures, o.draft)
    refuse_lacking_day(text)
    if names_evidence(text, shown.today, shown.language):
        return Tells(understand(text, measures, asked, shown.language, shown.today))
    if (outcome := _outcome_of_row(text, measures, shown)) is not None:
        return Step(_said(o.draft, measures, shown, outcome))
    try:
        return Step(_figure(text, o.draft, measures, asked, shown))
    except UnreadableInput:
        said = understand(text, measures, asked, shown.language, shown.today)
        if (
            said.outcome is None or said.figures
        ):  # "нет, исполнено": a figure that was refused, and another answer
            raise
    if said.account:  # "Закупили аппарат. Исполнено": shown back, as from a caption
        return Tells(said)
    return Step(_said(o.draft, measures, shown, said.outcome))


def _outcome_of_row(text: str, measures: tuple[Measure, ...], shown: CardShown) -> Outcome | None:
    """The outcome that a text says in the row's own words: "утверждён", "поверка не проведена"."""
    main = measures[0]
    if shown.named is not None or is_planned_zero(main) or short_answer(text) is not None:
        return None
    return outcome_of_row(text, shown.row, ticked=main.unit is Unit.PRESENCE or is_ticked(measures))


def _figure(
    text: str, draft: Draft, measures: tuple[Measure, ...], asked: Measure, shown: CardShown
) -> Draft:
    """What a figure or a short answer makes of the draft; what is not understood whole is shown back first."""
    said = None if _names_figure(text, asked) else short_answer(text)
    if _is_share_of(text, asked, measures):
        refuse_other_plan(measures, shown.mark)
        return draft_steps.shown_back(draft, {asked.id: asked.plan or Decimal(0)})
    if said is Said.YES and not draft.waits:
        if is_acknowledgement(text):
            raise _explained(refused("figure-not-read", text), text, asked, measures)
        refuse_other_plan(measures, shown.mark)
    if said is not None and (short := _short(draft, measures, asked, said, shown)) is not None:
        return short
    if (spelled := _spelled(text, draft, measures, asked, shown)) is not None:
        return spelled
    try:
        given = read_answers(text, measures, asked, shown.language, shown.row)
    except UnreadableInput as refusal:
        raise _explained(refusal, text, asked, measures) from refusal
    main = measures[0]
    if main.unit is Unit.PRESENCE and main.id in given:
        step = draft_steps.as_planned if given[main.id] > 0 else draft_steps.not_done
        return step(draft, measures)
    for_a_tick = asked.unit is Unit.TEXT and is_ticked(measures) and asked.id in given
    if for_a_tick or not is_understood(text, given, measures, shown.language, shown.row):
        told = any(c.isalpha() for c in text)
        return draft_steps.shown_back(draft, given, account=draft_steps.fitting(text) if told else None)
    return draft_steps.with_figures(draft, measures, given)


def _spelled(
    text: str, draft: Draft, measures: tuple[Measure, ...], asked: Measure, shown: CardShown
) -> Draft | None:
    """A number in words, shown back ("шесть школ"); None for an answer in digits. Raises UnreadableInput."""
    digits = in_digits(text, shown.language) if asked.unit not in (Unit.PRESENCE, Unit.STAGE) else None
    if digits is None or not _is_told_by(digits, text, asked, shown.language):
        return None
    try:
        given = read_answers(digits, measures, asked, shown.language, shown.row)
    except UnreadableInput as refusal:
        raise refused(refusal.message_id, text, **_readings(refusal)) from refusal
    plain = is_understood(digits, given, measures, shown.language, shown.row)
    return draft_steps.shown_back(draft, given, account=None if plain else draft_steps.fitting(text))


def _is_told_by(digits: str, text: str, asked: Measure, language: str | None) -> bool:
    """Whether the words are the number: all of it, a part of one in digits ("5 миллионов двести тысяч"), or the fact
    beside its plan ("12 дананың жетеуі")."""
    fewer = len(_NUMBER.findall(digits)) <= len(_NUMBER.findall(text))
    return fewer or not any(c.isdigit() for c in text) or without_plan(digits, asked, language) != digits


def _readings(refusal: UnreadableInput) -> dict[str, str]:
    return {name: str(value) for name, value in refusal.args_for_text.items() if name != "typed"}


def _names_figure(text: str, asked: Measure) -> bool:
    """Whether a text can be the very percentage that is asked for: "100 %" is no "as planned" where 80 % are planned.

    Nor is a stage that is named by a word of its legend.
    """
    if asked.unit is Unit.STAGE:
        return is_stage(text, asked)
    return asked.unit is Unit.PERCENT and any(c.isdigit() for c in text)


def _is_share_of(text: str, asked: Measure, measures: tuple[Measure, ...]) -> bool:
    """ "100 %" on a row that is counted in heads or money: all that is planned, or another unit."""
    counted = asked.unit not in (Unit.PRESENCE, Unit.STAGE, Unit.PERCENT) and not is_ticked(measures)
    return counted and asked.plan is not None and is_hundred_percent(text)


def _short(
    draft: Draft, measures: tuple[Measure, ...], asked: Measure, said: Said, shown: CardShown
) -> Draft | None:
    """What the button would do that says the same; None where there is none, so that the text is read as a figure."""
    one = asks(draft, measures) is Ask.FIGURE or measure_by_id(measures, shown.named) is not None
    if said is Said.YES and draft.waits:
        return draft_steps.confirmed(draft, measures)
    if said is Said.YES and one:
        if asked.plan is None:
            return None
        return draft_steps.with_figure(draft, measures, asked.plan, measure=asked)
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


def _explained(
    refusal: UnreadableInput, text: str, asked: Measure, measures: tuple[Measure, ...]
) -> UnreadableInput:
    """The refusal as this card says it: a tick takes no figure; of work that goes on it is asked how much is done."""
    ticked = asked.unit is Unit.PRESENCE or (is_ticked(measures) and asked.unit is Unit.TEXT)
    if refusal.message_id != "figure-not-read":
        return refusal
    if not ticked:
        goes_on = short_answer(text) is Said.PARTLY
        return UnreadableInput("figure-under-way", **refusal.args_for_text) if goes_on else refusal
    kind = "presence-not-read" if asked.unit is Unit.PRESENCE else "tick-not-read"
    return UnreadableInput(kind, **refusal.args_for_text)


def is_story_refused(refusal: UnreadableInput, text: str) -> bool:
    """Whether a text was refused as a figure and may well be the account: one tap should keep it."""
    return refusal.message_id in _NO_NUMBER and is_told(text)


@dataclass(frozen=True, slots=True)
class Stays:
    """What was told was recorded; the card goes on asking. `measure` is the one whose figure was wrong and is asked anew."""

    worklist: Worklist
    obligation: Obligation
    measure: str | None = None


async def take_text(
    work: Work, who: Person, worklist: Worklist, o: Obligation, text: str, shown: CardShown, now: datetime
) -> Recorded | Asks | Confirm | Stays:
    """Takes a text that was typed on the card of a report. Raises UnreadableInput, PlanChanged, NotAllowed, Outdated."""
    if o.excused:
        raise NotAllowed("excused-no-report")
    worklist = await with_others(work, worklist, o)
    row = worklist.row(o)
    shown = replace(shown, row=f"{row.title} {row.unit_text or ''}", forms=forms_of(row.completion_form))
    reading: Reading | None = read_typed(text, o, worklist.measures(o), shown)
    if isinstance(reading, Explains):
        o = await keep_papers(work, who, worklist, o, reading.papers, (), now)
        worklist = await with_pieces(work, worklist.with_changed(o))
        reading = beside_papers(reading.rest, o, worklist.measures(o), shown)
    match reading:
        case Step(draft):
            return await take_step(work, who, worklist, o, draft, now)
        case NotSo():
            return await drop_slip(work, who, worklist, o, now)
        case Tells(said):
            filled = await take_message(work, who, worklist, o, said, now)
            return Stays(filled.worklist, filled.obligation)
        case _:
            return Stays(worklist, o)


async def drop_slip(work: Work, who: Person, worklist: Worklist, o: Obligation, now: datetime) -> Stays:
    """Forgets the figure that waited to be confirmed; it is asked for again."""
    wrong = next(iter(o.draft.odd), None)
    changed = await record(work, who, o, draft_steps.dropped(o.draft), now)
    return Stays(worklist.with_changed(changed), changed, wrong)
