"""Who is reminded of what today: pure functions of facts and `now` (domain, §7).

One reminder a person a day, over all plans and posts, in working hours of a working day, to who owes something. An
obligation asks for it on its step days; a step that was missed (the machine was off, the person snoozed) is said
once, the next time that the person can be spoken to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from typing import ClassVar, Literal

from core.model.obligations import Due, Obligation
from core.model.people import Person
from core.owed.calendar import add_working_days, moved, working_days_between
from core.owed.status import is_outstanding, is_overdue, is_recorded
from core.ports.unit_of_work import WorkingDays
from reminders.kinds import Reminder, may_be_told

Step = Literal[
    "opens", "before_7", "before_3", "before_1", "on_day", "after_1", "after_3", "after_5", "weekly"
]
"""The days on which an obligation asks to be spoken of, before and after its report is due."""

_AROUND: tuple[tuple[Step, int], ...] = (
    ("before_7", -7),
    ("before_3", -3),
    ("before_1", -1),
    ("on_day", 0),
    ("after_1", 1),
    ("after_3", 3),
    ("after_5", 5),
)
MANAGER_TOLD_AFTER = 3
"""The working day late on which the manager is told."""


@dataclass(frozen=True, slots=True)
class StepDay:
    """A step and the working day that it falls on."""

    step: Step
    day: date


class Digest(Reminder, kind="digest"):
    """What an officer is told today. Ids are in order of due day; `late` and `recorded` are among `owed`.

    The headline (`step`, `report_due`, `period`, `plan_id`) is that of the obligations due first which asked.
    `recorded` have something recorded that is not submitted. `total` counts what is owed together with what was already
    submitted for the same plans and due days ("6 of 17"). `working_days_left` counts to `report_due`, 0 on the
    day, negative after it. `manager_told_on` is set while something is late and the manager does not know yet.
    """

    sent_again: ClassVar[bool] = False  # better missed than doubled: it comes again tomorrow

    step: Step
    plan_id: int
    period: str
    report_due: date
    working_days_left: int
    owed: tuple[int, ...]
    late: tuple[int, ...] = ()
    recorded: tuple[int, ...] = ()
    total: int
    manager_told_on: date | None = None

    @property
    def key(self) -> str:
        return f"digest:{self.person_id}:{self.day}"

    @property
    def count(self) -> int:
        return len(self.owed)


class LateDigest(Reminder, kind="late"):
    """What a manager is told today: reports late by three working days or more, the oldest first."""

    sent_again: ClassVar[bool] = False

    late: tuple[int, ...]
    posts: tuple[int, ...]
    report_due: date

    @property
    def key(self) -> str:
        return late_key(self.person_id, self.day)

    @property
    def count(self) -> int:
        return len(self.late)


def late_key(person_id: int, day: date) -> str:
    """A manager hears of what is late once a day."""
    return f"late:{person_id}:{day}"


def digest(
    person: Person,
    obligations: Sequence[Obligation],
    last_reminded: date | None,
    now: datetime,
    zone: tzinfo,
    days: WorkingDays,
) -> Digest | None:
    """The person's reminder of today, or None. `obligations` are those of the posts that they hold.

    `last_reminded` is the day of the last reminder; whoever joined was shown everything on that day, so it counts as
    one. A snooze that ran out asks once by itself.
    """
    today = now.astimezone(zone).date()
    said = _last_told(person, last_reminded, today, zone)
    if said == today or not may_be_told(person, now, zone, days):
        return None
    owed = sorted(
        (o for o in obligations if is_owed(o, today)), key=lambda o: (o.due_now.report_due, o.plan_id, o.id)
    )
    asking = [(o, step) for o in owed if (step := _asks(o, person, said, today, days))]
    if not asking:
        return None
    headline, step = _headline(asking)
    return _digest(person, today, headline, step, owed, obligations, said, days)


def is_owed(obligation: Obligation, today: date) -> bool:
    """Open and not submitted: what is recorded only, or was returned, is still owed; what is not required is not."""
    return is_outstanding(obligation) and not obligation.withdrawn and obligation.due.opens <= today


def late_digest(
    manager: Person,
    obligations: Sequence[Obligation],
    warned: Mapping[int, date | None],
    now: datetime,
    zone: tzinfo,
    days: WorkingDays,
) -> LateDigest | None:
    """What the manager is told today of late reports, or None.

    `warned` maps each post that somebody can be reminded for to the last day before today on which somebody was
    (None: never). The officer is told first: what nobody was reminded of since it was due waits one day for that.
    """
    if not may_be_told(manager, now, zone, days):
        return None
    today = now.astimezone(zone).date()
    told_on = cache(lambda due: manager_day(due, days))
    late = sorted(
        (o for o in obligations if _is_for_manager(o, warned, today, told_on)),
        key=lambda o: (o.due_now.report_due, o.plan_id, o.id),
    )
    if not late:
        return None
    return LateDigest(
        person_id=manager.id,
        day=today,
        late=tuple(o.id for o in late),
        posts=tuple(dict.fromkeys(o.post_id for o in late)),
        report_due=late[0].due_now.report_due,
    )


def late_for_managers(
    managers: Sequence[Person],
    obligations: Sequence[Obligation],
    warned: Mapping[int, date | None],
    now: datetime,
    zone: tzinfo,
    days: WorkingDays,
) -> list[LateDigest]:
    """`late_digest` for each manager who has one today."""
    found = (late_digest(m, obligations, warned, now, zone, days) for m in managers)
    return [late for late in found if late]


def _last_told(person: Person, last_reminded: date | None, today: date, zone: tzinfo) -> date | None:
    joined = person.joined_at.astimezone(zone).date()
    told = [day for day in (last_reminded, joined) if day and day <= today]
    return max(told, default=None)


def _asks(
    obligation: Obligation, person: Person, said: date | None, today: date, days: WorkingDays
) -> StepDay | None:
    """The obligation's step, if it has not been said yet or the person asked to hear of it again."""
    step = last_step(obligation.due_now, days, today)
    woken = person.snoozed_until is not None and (said is None or said < person.snoozed_until)
    return step if step and (woken or said is None or said < step.day) else None


def _headline(asking: Sequence[tuple[Obligation, StepDay]]) -> tuple[Obligation, StepDay]:
    """Of those due first, one of the period that most are of: a quarter rather than its single monthly row."""
    first = asking[0][0]
    due = [
        a
        for a in asking
        if (a[0].due_now.report_due, a[0].plan_id) == (first.due_now.report_due, first.plan_id)
    ]
    periods = Counter(o.period for o, _ in due)
    return max(due, key=lambda a: periods[a[0].period])


def _digest(
    person: Person,
    today: date,
    headline: Obligation,
    step: StepDay,
    owed: Sequence[Obligation],
    everything: Sequence[Obligation],
    said: date | None,
    days: WorkingDays,
) -> Digest:
    due_days = {(o.plan_id, o.due_now.report_due) for o in owed}
    submitted = (o for o in everything if o.is_submitted and not o.withdrawn)
    late = [o for o in owed if is_overdue(o, today)]
    return Digest(
        person_id=person.id,
        day=today,
        step=step.step,
        plan_id=headline.plan_id,
        period=headline.period,
        report_due=headline.due_now.report_due,
        working_days_left=working_days_between(days, today, headline.due_now.report_due),
        owed=tuple(o.id for o in owed),
        late=tuple(o.id for o in late),
        recorded=tuple(o.id for o in owed if is_recorded(o)),
        total=len(owed) + sum((o.plan_id, o.due_now.report_due) in due_days for o in submitted),
        manager_told_on=min((d for o in late if (d := _told_on(o, said, today, days))), default=None),
    )


def _told_on(obligation: Obligation, said: date | None, today: date, days: WorkingDays) -> date | None:
    """When the manager will be told; None where they were. Who hears of it late gets a working day's notice."""
    day = manager_day(obligation.due_now, days)
    if day > today:
        return day
    warned = said is not None and said > obligation.due_now.report_due
    return None if warned else add_working_days(days, today, 1)


def _is_for_manager(
    obligation: Obligation, warned: Mapping[int, date | None], today: date, told_on: Callable[[Due], date]
) -> bool:
    if not is_owed(obligation, today) or told_on(obligation.due_now) > today:
        return False
    if obligation.post_id not in warned:
        return True
    told = warned[obligation.post_id]
    return told is not None and obligation.due_now.report_due < told < today


def manager_day(due: Due, days: WorkingDays) -> date:
    """The day on which the manager is told of a report that is still owed."""
    return add_working_days(days, due.report_due, MANAGER_TOLD_AFTER)


def last_step(due: Due, days: WorkingDays, today: date) -> StepDay | None:
    """The latest step that has come by today; None before the period opens."""
    latest = None
    for step in _steps(due, days):
        if step.day > today:
            break
        latest = step
    return latest


def _steps(due: Due, days: WorkingDays) -> Iterator[StepDay]:
    """In order of time, without end. Of two on one day the nearer to the due day comes last.

    A due day that is kept on a day off is not spoken of on that day: the working day before it was.
    """
    opens = moved(days, due.opens, "after")
    yield StepDay("opens", opens)
    around = ((step, add_working_days(days, due.report_due, n)) for step, n in _AROUND)
    last = opens
    for step, day in around:
        if day >= opens and days.is_working_day(day):
            yield StepDay(step, day)
            last = day
    while True:
        last += timedelta(days=7)
        # A week on a day off is spoken of on the next working day; the week itself keeps its weekday.
        yield StepDay("weekly", moved(days, last, "after"))
