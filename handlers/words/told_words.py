"""What a report says (`core.report.told`) in words: whole, each thing in a line, or briefly, in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.plan.model import Unit
from core.plan.reports import Measure
from core.ports.repositories import Submission
from core.report.told import Kind, Told, brief
from core.summary.formatting import format_day, format_figure
from handlers.frame.paging import first_of
from handlers.frame.screens import Html, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.voice import Voice
from handlers.words.evidence_words import evidence_lines
from handlers.words.recorded_words import MARKS, figure_words
from handlers.words.summary_words import words_of

LONGEST_WHY = 150
"""Characters of why a version was corrected, where it is one of several."""

Own = Mapping[str, Sequence[str | None]]
"""By field: the lines with which a place shows it in its own way; none where it shows it elsewhere, or not at all."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a place tells a report: what the ids of its texts begin with, and how much of a field it has room for.

    `most` is in characters, of papers and files in lines; what is not named is told whole.
    """

    texts: str
    most: Mapping[str, int] = field(default_factory=dict)


CARD = Form("walk", {"account": 700})
"""On the card of who reports."""
PART = Form("walk", {"evidence": 20})
"""A co-executor's report, as the lead of a consolidated one reads it."""
LOOK = Form("walk", {"reason": 120, "account": 120, "evidence": 4})
"""A row among those that are looked through before they are handed in."""
GIVEN = Form("report", {"reason": 400, "evidence": 10})
"""A report that a person submitted for a post that they gave up."""
MANAGER = Form("report", {"reason": 400})
"""A report as its manager reads it."""


def told_lines(voice: Voice, said: Sequence[Told], form: Form, own: Own) -> list[str | None]:
    """What a report says, one thing after the other: in the place's `own` lines where it has them, else by its kind."""
    found: list[str | None] = []
    for one in said:
        found.extend(own[one.name] if one.name in own else _lines(voice, one, form))
    return found


def _lines(voice: Voice, one: Told, form: Form) -> list[Html]:
    most = form.most.get(one.name)
    text_id = f"{form.texts}-{one.name}"
    match one.field.kind:
        case Kind.WORDS:
            return [voice.say(text_id, **{one.name: _within(one.value, most)})]
        case Kind.DAY:
            return [voice.say(text_id, day=format_day(one.value, voice.texts, voice.language, "full"))]
        case Kind.ACCOUNT:
            return [quoted(_within(one.value, most))]
        case Kind.PIECES:
            return first_of(voice, found := evidence_lines(voice, one.value), most or len(found))
    return []


def _within(text: str, most: int | None) -> str:
    return shortened(text, most) if most is not None else text


def brief_words(voice: Voice, said: Sequence[Told], *, apart: bool = False) -> str:
    """What a version says, in one line: "✅ 12 поликлиник, 450 млн тг (МБ 300, РБ 150)"; words behind their label.

    `apart`: each figure stands by itself, the parts of the money as well.
    """
    words = [brief_word(voice, one, apart=apart) for one in brief(said)]
    return " ".join(word for word in words if word)


def brief_word(voice: Voice, one: Told, *, apart: bool = False) -> str:
    """One thing of it, in a few words; `apart` as in `brief_words`."""
    match one.field.kind:
        case Kind.OUTCOME:
            return MARKS[one.value]
        case Kind.FIGURES if apart:
            return " ".join(figures_apart(voice, one.measures, one.value))
        case Kind.FIGURES:
            return figure_words(voice, one.measures, one.value)
        case Kind.WORDS:
            return f"· {voice.plain(f'report-{one.name}', **{one.name: shortened(one.value, 60)})}"
        case Kind.DAY:
            return format_day(one.value, voice.texts, voice.language, "short")
    return shortened(str(one.value), 60)


def figures_apart(voice: Voice, measures: Sequence[Measure], figures: Mapping[str, Decimal]) -> list[str]:
    """Each figure with its unit, without ticks."""
    return [
        format_figure(figures[m.id], m, voice.texts, voice.language)
        for m in measures
        if m.id in figures and m.unit is not Unit.PRESENCE
    ]


def figures_listed(voice: Voice, measures: Sequence[Measure], figures: Mapping[str, Decimal]) -> str:
    """Each figure with its unit, in a row; empty where a tick says it all."""
    return ", ".join(figures_apart(voice, measures, figures))


def version_line(turn: Turn, version: Submission, who: str, what: str, most: int = LONGEST_WHY) -> Html:
    """ "Версия 2 · 5 апреля 2024 г., 18:00 · Айша · ✅ 12", and below it why it was corrected, within `most` characters."""
    moment = words_of(turn).moment(version.submitted_at, turn.deps.zone)
    said = turn.say("report-version", number=str(version.version), moment=moment, who=who, what=what)
    return lines(said, why_line(turn, version, most))


def why_line(voice: Voice, version: Submission, most: int = LONGEST_WHY) -> Html | None:
    """Why a version was given: a later one corrects, a first one came late."""
    if not version.why_corrected:
        return None
    key = "report-corrected" if version.version > 1 else "report-late-why"
    return voice.say(key, why=shortened(version.why_corrected, most))
