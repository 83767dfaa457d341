"""The card of deadlines: what is owed and when, day by day over all plans, and what opens next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from core.kernel.periods import Period
from core.model.obligations import NotYetOpen, Obligation
from core.owed.calendar import working_days_between
from core.report.agenda import Agenda, DueDay, agenda_of, openings, report_was_due, work_due, work_was_due
from core.report.heaps import Heap
from core.report.worklist import Worklist
from core.summary.formatting import DayStyle, format_period
from handlers.card.walk import OFFICERS
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import Html, Screen, begun, bold, button, html, in_rows, lines, pages, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Deadlines
from handlers.words.day_words import day_said
from handlers.words.row_labels import mark_in, row_label

PAGE = 8
COLUMNS = 4
"""Of the keys of a page: the text has the titles, a key their mark and number, so that both are on one screen."""
OPENINGS = 3
"""How many are told on the last page; those before it tell the nearest one, to be read on one screen."""

_TITLE, _PLAN, _PLAN_AHEAD = 60, 40, 30


@command("deadlines", roles=OFFICERS)
@tap("due", roles=OFFICERS)
async def open_deadlines(turn: Turn) -> None:
    turn.show(Deadlines(page=0))


@tap("duepage", roles=OFFICERS)
async def turn_page(turn: Turn) -> None:
    turn.show(Deadlines(page=turn.number()))


@view(Deadlines, on_walk=True)
async def show_deadlines(turn: Turn, args: Deadlines) -> Screen:
    """What is to be submitted, soonest first; a tap on a row opens its card."""
    worklist = await worklist_of(turn)
    agenda = agenda_of(worklist)
    page, first, in_all = pages(len(agenda.owed), args.page, PAGE)
    days = agenda.days(first, PAGE)
    text = lines(
        *_head(turn, agenda),
        *_days(turn, agenda, days, first + 1),
        *await _openings(turn, worklist, OPENINGS if page == in_all - 1 else 1),
    )
    shown = [(heap, o) for day in days for heap in day.heaps for o in heap.obligations]
    keys = [button(f"{mark_in(heap, o)} {at}", "card", o.id) for at, (heap, o) in enumerate(shown, first + 1)]
    rows = in_rows(keys, COLUMNS)
    rows.append(page_buttons(turn, page, in_all, "duepage"))
    rows.append([button(turn.plain("back"), "home")])
    return Screen(text, rows)


def _head(turn: Turn, agenda: Agenda) -> Iterator[Html]:
    yield bold(turn.say("deadlines-title", count=len(agenda.owed)))
    if agenda.overdue:
        yield turn.say("deadlines-overdue", count=agenda.overdue)
    if not agenda.owed:
        yield turn.say("deadlines-nothing")


def _days(turn: Turn, agenda: Agenda, days: list[DueDay], first: int) -> Iterator[str]:
    at, several = count(first), agenda.has_several_places
    for due in days:
        yield ""
        yield _day_line(turn, due.day)
        for heap in due.heaps:
            if several:
                yield _place(turn, agenda.worklist, heap)
            for o in heap.obligations:
                yield html(f"{next(at)}. {row_label(turn, agenda.worklist, heap, o, _TITLE)}")
                yield from _notes(turn, o)


def _day_line(turn: Turn, day: date) -> Html:
    """The day the reports are due, and how many working days are left or gone."""
    today = turn.deps.today()
    said = begun(_day(turn, day, "long"))
    if day == today:
        return turn.say("deadlines-today", day=said)
    left = working_days_between(turn.deps.days, today, day)
    return turn.say("deadlines-gone" if day < today else "deadlines-left", day=said, count=abs(left))


def _place(turn: Turn, worklist: Worklist, heap: Heap) -> Html:
    period = format_period(heap.period, turn.deps.texts, turn.language, "short")
    title = shortened(worklist.plans[heap.plan_id].title, _PLAN)
    return turn.say("deadlines-place", period=period, plan=title)


def _notes(turn: Turn, o: Obligation) -> Iterator[Html]:
    """From which day it was moved, by when the work itself is due, and what was asked and waits."""
    if (was := report_was_due(o)) is not None:
        yield turn.say("deadlines-was", day=_day(turn, was, "day"))
    if (moved := work_was_due(o)) is not None:
        by, was_by = _day(turn, o.due_now.deadline, "day"), _day(turn, moved, "day")
        yield turn.say("deadlines-work-moved", day=by, was=was_by)
    elif (work := work_due(o)) is not None:
        yield turn.say("deadlines-work", day=_day(turn, work, "day"))
    if o.asking is not None:
        yield turn.say(f"request-asking-{o.asking.replace('_', '-')}")


async def _openings(turn: Turn, worklist: Worklist, most: int) -> list[str]:
    """What opens next; of several plans each by its title."""
    found = await openings(turn.work, worklist, turn.person_id, most)
    if not found.coming:
        return []
    told = [await _opening(turn, worklist, one, several=found.has_several_plans) for one in found.coming]
    return ["", bold(turn.say("deadlines-ahead-title")), *told]


async def _opening(turn: Turn, worklist: Worklist, one: NotYetOpen, *, several: bool) -> Html:
    this_year = Period.parse(one.period).end.year == worklist.today.year
    said = turn.say(
        "deadlines-ahead",
        opens=_day(turn, one.opens, "day"),
        period=format_period(one.period, turn.deps.texts, turn.language, "bare" if this_year else "full"),
        count=one.count,
        due=_day(turn, one.report_due, "day"),
    )
    if not several:
        return said
    plan = worklist.plans.get(one.plan_id) or await turn.deps.library.plan(turn.work, one.plan_id)
    return turn.say("deadlines-ahead-of", what=said, plan=shortened(plan.title, _PLAN_AHEAD))


def _day(turn: Turn, day: date, style: DayStyle) -> str:
    return day_said(turn, day, turn.deps.today(), style)
