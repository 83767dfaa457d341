"""What a reminder lists as owed: what is late, what is due today, and what is due on each later day, apart (domain, §7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from core.model.obligations import Obligation
from core.report.agenda import report_was_due
from core.report.worklist import Worklist
from core.summary.formatting import format_period
from handlers.frame.paging import first_of
from handlers.frame.screens import Html, beside, bold, html, shortened
from handlers.frame.voice import Voice
from handlers.words.day_words import day_said

TITLE = 90


def owed_rows(
    voice: Voice, worklist: Worklist, owed: Sequence[Obligation], period: str, most: int
) -> list[Html]:
    """The first `most` by title, each with its period where that is not the `period` that the reminder is about."""
    return first_of(voice, [_row(voice, worklist, o, period) for o in owed], most)


def owed_by_day(voice: Voice, worklist: Worklist, owed: Sequence[Obligation], most: int) -> list[Html]:
    """Each day with how many are due on it, and under it their rows, of which `most` are shown over all days."""
    found: list[Html] = []
    left = most
    for due, rows in _days(owed, worklist.today):
        found += [html(""), bold(_day(voice, due, rows, worklist.today))]
        found += [_row(voice, worklist, o, None) for o in rows[:left]]
        left -= min(left, len(rows))
    more = len(owed) - most
    return [*found, voice.say("list-more", count=more)] if more > 0 else found


def _days(owed: Sequence[Obligation], today: date) -> Iterator[tuple[date, list[Obligation]]]:
    """What is late under its earliest day, the rest under its own."""
    in_order = sorted(owed, key=_due)
    for _, same in groupby(in_order, key=lambda o: _due(o) if _due(o) >= today else None):
        rows = list(same)
        yield _due(rows[0]), rows


def _due(o: Obligation) -> date:
    return o.due_now.report_due


def _day(voice: Voice, due: date, rows: Sequence[Obligation], today: date) -> Html:
    if due == today:
        return voice.say("digest-group-today", count=len(rows))
    if due < today:
        return voice.say("digest-group-late", count=len(rows), day=day_said(voice, due, today, "day"))
    return voice.say("digest-group-left", count=len(rows), day=day_said(voice, due, today, "by"))


def _row(voice: Voice, worklist: Worklist, o: Obligation, period: str | None) -> Html:
    """The row's title, before it its period and after it the day that it was moved from."""
    named = format_period(o.period, voice.texts, voice.language, "short") if o.period != period else None
    was = report_was_due(o)
    moved = voice.say("deadlines-was", day=day_said(voice, was, worklist.today, "day")) if was else None
    return Html("· " + beside(named, shortened(worklist.row(o).title, TITLE), moved))
