"""What was recorded of a row, in words: what came of it, as a mark and a word, figures, stages, the last thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.figures.stages import standing
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report.draft_steps import undoes
from core.report.worklist import JustRecorded
from core.summary.formatting import format_day, format_figure, format_sum
from handlers.frame.screens import Html, on_button, shortened
from handlers.frame.voice import Voice

MARKS = {Outcome.DONE: "✅", Outcome.PARTIAL: "🟡", Outcome.NOT_DONE: "❌"}


def outcome_mark(outcome: Outcome | None) -> str:
    """✅ 🟡 ❌ of a report that was handed in; 📨 where it says no outcome."""
    return MARKS[outcome] if outcome else "📨"


def outcome_word(voice: Voice, outcome: Outcome | None) -> str:
    """ "исполнено"; empty where there is none."""
    return voice.plain(f"outcome-{outcome.value.replace('_', '-')}") if outcome else ""


def figure_words(voice: Voice, measures: Sequence[Measure], figures: Mapping[str, Decimal]) -> str:
    """Figures in words, money with its parts: «12 поликлиник, 450 млн тг (МБ 300, РБ 150)»; no ticks."""
    shown = []
    for m in measures:
        if m.id not in figures or m.unit is Unit.PRESENCE or m.role == "by_source":
            continue
        parts = [part for part in measures if part.part_of == m.id and part.id in figures]
        figure, bare = format_sum(
            figures[m.id], [figures[part.id] for part in parts], m, voice.texts, voice.language
        )
        told = [f"{part.noun} {amount}" for part, amount in zip(parts, bare, strict=True)]
        shown.append(f"{figure} ({', '.join(told)})" if told else figure)
    return ", ".join(shown)


def waiting_words(voice: Voice, measures: Sequence[Measure], draft: Draft) -> str:
    """The figures that wait to be confirmed, in words."""
    return figure_words(voice, measures, draft.odd)


def standing_line(voice: Voice, main: Measure, draft: Draft) -> list[Html]:
    """🔻 Отстаёт · ✔️ По графику · 🔺 С опережением, where a stage was planned and one is recorded."""
    if main.unit is not Unit.STAGE or main.id not in draft.figures:
        return []
    found = standing(draft.figures[main.id], main)
    return [voice.say(f"stage-{found}", plan=planned_words(voice, main))] if found else []


def planned_words(voice: Voice, measure: Measure) -> str:
    """The plan value with its unit."""
    if measure.plan is None:
        return voice.plain("walk-plan-none")
    return format_figure(measure.plan, measure, voice.texts, voice.language)


def after(mark: str, words: str) -> str:
    """The words behind a mark of punctuation, nothing where there are none."""
    return f"{mark}{words}" if words else ""


def recorded_words(voice: Voice, measures: Sequence[Measure], draft: Draft) -> str:
    """ "5,8 млн тг", or the outcome where a tick says it all."""
    figures = figure_words(voice, measures, draft.figures)
    return figures or outcome_word(voice, draft.outcome)


def undo_label(voice: Voice, measures: Sequence[Measure], draft: Draft) -> str:
    """The button that takes back the last step, by what that told: "↩️ Отменить: 5,8 млн тг", "…: 30 июня"."""
    match undoes(draft):
        case "outcome" | "figures" if draft.outcome is Outcome.NOT_DONE:
            what = outcome_word(voice, draft.outcome)
        case "outcome" | "figures":
            what = recorded_words(voice, measures, draft)
        case "odd" | "proposal":
            what = waiting_words(voice, measures, draft)
        case "forecast" if draft.forecast is not None:
            what = format_day(draft.forecast, voice.texts, voice.language, "day")
        case "reason" if draft.reason is not None:
            what = draft.reason
        case "account" if draft.account is not None:
            what = draft.account
        case _:
            what = ""
    return _undoing(voice, what) if what else voice.plain("walk-undo")


def undo_row_label(voice: Voice, last: JustRecorded) -> str:
    """The same on another card, by the row: "↩️ Отменить: 1.2 Обучение медсестёр"."""
    return _undoing(voice, " ".join(part for part in (last.row.number, last.row.title) if part))


def _undoing(voice: Voice, what: str) -> str:
    return on_button(voice.plain("walk-undo-of", what=what))


def last_line(voice: Voice, last: JustRecorded) -> Html:
    """What was recorded just before, in a line, the forecast with its year: the card goes on, the day is seen all the same."""
    draft = last.obligation.draft
    figures = after(": ", figure_words(voice, last.measures, draft.figures))
    if draft.forecast is not None:
        day = format_day(draft.forecast, voice.texts, voice.language, "full")
        figures += after(" · ", voice.plain("walk-last-forecast", day=day))
    title = shortened(last.row.title, 60)
    return voice.say("walk-last", mark=MARKS[last.outcome], title=title, figure=figures)
