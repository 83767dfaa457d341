"""Reminders and the word to managers, as messages; their one button turns the message into the living card."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from core.model.people import Role
from core.people import preferences
from core.people.names import names_of_posts
from core.people.preferences import next_working_day
from core.report.reminded import still_late, still_owed
from core.summary.formatting import format_day, format_period
from handlers.card.walk import open_on
from handlers.frame.paging import first_of
from handlers.frame.registry import message, tap
from handlers.frame.screens import Screen, begun, bold, button, lines
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Submit
from handlers.words.owed_words import owed_by_day, owed_rows
from reminders.kinds import is_timely
from reminders.rules import Digest, LateDigest

SHOWN = 5
"""Of what is owed, by title."""
LATE_SHOWN = 15


@message(Digest)
async def show_digest(turn: Turn, said: Digest) -> Screen | None:
    """What is owed, how long it will take, one button to start. Nothing where it was handed in meanwhile.

    One that could not be sent in time is not sent at night or on another day: the next push says what is so then.
    """
    if not _is_timely(turn, said.day):
        return None
    worklist = await worklist_of(turn, own=True)
    found = still_owed(worklist, said.owed)
    if found is None:
        return None
    several = {o.due_now.report_due for o in found.owed} != {said.report_due}
    text = lines(
        bold(turn.say("digest-several") if several else _headline(turn, said)),
        turn.say("digest-owed", count=len(found.owed), total=said.total, minutes=found.minutes),
        turn.say("digest-recorded", count=len(found.recorded)) if found.recorded else None,
        turn.say("home-held", count=len(found.held)) if found.held else None,
        _warning(turn, said),
        *(
            owed_by_day(turn, worklist, found.owed, SHOWN)
            if several
            else ["", *owed_rows(turn, worklist, found.owed, said.period, SHOWN)]
        ),
    )
    start = turn.plain("digest-start")
    if found.only_to_hand_in:
        start = turn.plain("home-submit", count=len(found.recorded))
    rows = [
        [button(start, "begin", *found.place)],
        [button(_snooze_label(turn), "snooze", said.day.isoformat())],
        [button(turn.plain("request-from-reminder"), "rqpick")],
    ]
    return Screen(text, rows)


def _is_timely(turn: Turn, day: date) -> bool:
    return is_timely(day, turn.person, turn.now, turn.deps.zone, turn.deps.days)


def _snooze_label(turn: Turn) -> str:
    """ "Завтра в 9:00", or the day where tomorrow is a day off."""
    hour, until = turn.me.reminder_hour, next_working_day(turn.deps.today(), turn.deps.days)
    if until == turn.deps.today() + timedelta(days=1):
        return turn.plain("digest-snooze", hour=hour)
    day = format_day(until, turn.deps.texts, turn.language, "on")
    return turn.plain("digest-snooze-on", day=begun(day), hour=hour)


def _headline(turn: Turn, said: Digest) -> str:
    texts, language = turn.deps.texts, turn.language
    period = format_period(said.period, texts, language, "for")
    if said.working_days_left > 0:
        day = format_day(said.report_due, texts, language, "by")
        return turn.say("digest-before", period=period, count=said.working_days_left, day=day)
    if said.working_days_left == 0:
        return turn.say("digest-today", period=period)
    return turn.say("digest-late", period=period, day=format_day(said.report_due, texts, language, "on"))


def _warning(turn: Turn, said: Digest) -> str | None:
    if said.manager_told_on is None:
        return None
    day = format_day(said.manager_told_on, turn.deps.texts, turn.language, "on")
    return turn.say("digest-manager", day=begun(day))


@tap("begin", roles=frozenset({Role.OFFICER}), own_work=True, style="primary")
async def begin(turn: Turn) -> None:
    """The reminder becomes the card: it is gone once it is answered, and the old card gives up its buttons.

    It is about one's own: whoever was reporting for somebody else's post is done with that.
    """
    worklist = await worklist_of(turn)
    heap = worklist.heap(turn.number(), turn.word(1))
    turn.take_over()
    if heap.open:
        open_on(turn, heap.open[0])
    else:
        turn.show(Submit(plan=heap.plan_id, period=heap.period))


@tap("snooze", roles=frozenset({Role.OFFICER}), of_message=True)
async def snooze(turn: Turn) -> None:
    until = await preferences.snooze(turn.work, turn.me, turn.word(), turn.deps.today(), turn.deps.days)
    turn.toast = turn.plain("digest-snoozed", day=format_day(until, turn.deps.texts, turn.language, "long"))


@message(LateDigest, roles=frozenset({Role.MANAGER, Role.COORDINATOR}))
async def show_late(turn: Turn, said: LateDigest) -> Screen | None:
    """To the manager: what is late by three working days or more, and with whom. Nothing where it is too late to say."""
    if not _is_timely(turn, said.day):
        return None
    late = await still_late(turn.work, said.late)
    posts = await names_of_posts(turn.work)
    by_name: Counter[str] = Counter()
    for post_id, count in late.items():
        by_name[posts.get(post_id, "—")] += count
    text = lines(
        bold(turn.say("late-title", count=late.total())),
        *first_of(turn, [f"· {name}: {count}" for name, count in by_name.most_common()], LATE_SHOWN),
    )
    return Screen(text, [[button(turn.plain("late-open"), "over").coloured("primary")]])
