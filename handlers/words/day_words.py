"""A day as a list of days says it."""

from __future__ import annotations

from datetime import date

from core.summary.formatting import DayStyle, format_day
from handlers.frame.voice import Voice


def day_said(voice: Voice, day: date, today: date, style: DayStyle) -> str:
    """The day in that style; with its year where that is another than this one."""
    return format_day(day, voice.texts, voice.language, style if day.year == today.year else "full")
