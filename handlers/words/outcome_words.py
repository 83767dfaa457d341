"""What came of a row, as a mark and in a word."""

from __future__ import annotations

from core.plan.reports import Outcome
from handlers.frame.voice import Voice

MARKS = {Outcome.DONE: "✅", Outcome.PARTIAL: "🟡", Outcome.NOT_DONE: "❌"}


def outcome_mark(outcome: Outcome | None) -> str:
    """✅ 🟡 ❌ of a report that was handed in; 📨 where it says no outcome."""
    return MARKS[outcome] if outcome else "📨"


def outcome_word(voice: Voice, outcome: Outcome | None) -> str:
    """ "исполнено"; empty where there is none."""
    return voice.plain(f"outcome-{outcome.value.replace('_', '-')}") if outcome else ""
