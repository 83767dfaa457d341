"""A row as lists name it: its mark, its title."""

from __future__ import annotations

from core.model.obligations import Obligation, ReportState
from core.report.draft_steps import Ask, asks, is_sent
from core.report.heaps import Heap
from core.report.worklist import Worklist
from core.summary.formatting import PeriodStyle, format_period
from handlers.frame.screens import Html, shortened
from handlers.frame.voice import Voice
from handlers.words.recorded_words import MARKS, after


def mark_in(heap: Heap, o: Obligation) -> str:
    """📎 waits for a file that the plan demands, else what it is at."""
    return "📎" if o in heap.held else officers_mark(o)


def officers_mark(o: Obligation) -> str:
    """☑️ accepted, 📨 submitted, ↩️ returned, ➖ not required, ✅ 🟡 ❌ recorded, ✏️ begun, ▫️ nothing yet."""
    if o.excused:
        return "➖"
    if o.state is ReportState.RETURNED:
        return "↩️"
    if o.is_submitted and is_sent(o):
        return "☑️" if o.state is ReportState.ACCEPTED else "📨"
    if asks(o.draft) is Ask.COMPLETE and o.draft.outcome:
        return MARKS[o.draft.outcome]
    return "▫️" if o.draft.is_empty and not o.draft.waits else "✏️"


def row_label(voice: Voice, worklist: Worklist, heap: Heap, o: Obligation, most: int) -> str:
    """The row's title, after its month where it is one of several within the heap's period; 🔁 as a substitute.

    A year that the heap says already is left out: a title behind "2024 жылғы I тоқсан" would be cut away.
    """
    title = stood_in_mark(o) + worklist.row(o).title
    if o.period != heap.period:
        style: PeriodStyle = "bare" if o.period[:4] == heap.period[:4] else "short"
        title = f"{format_period(o.period, voice.texts, voice.language, style)} · {title}"
    return shortened(title, most)


def card_line(voice: Voice, at: int, total: int, title: str) -> Html:
    """The card of a report in one line: "3 из 17 · Закуп аппарата Холтер"."""
    return voice.say("walk-where", at=at, total=total, path=after(" · ", shortened(title, 90)))


def stood_in_mark(o: Obligation) -> str:
    """🔁 where the person reports on it as a substitute."""
    return "🔁 " if o.stood_in else ""
