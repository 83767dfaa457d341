"""Word to those whom acting for others concerns: whose post it is, who stands in, who got a post or gave it up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from core.model.delegation import Substitution
from core.people import notices
from core.people.names import names_of_people
from core.people.notices import ActingNotice, Notice
from core.ports.repositories import Submission
from core.report.handing_in import who_hears
from core.report.heaps import Heap
from core.summary.formatting import DayStyle, format_day, format_period
from handlers.frame.messages import DigestAnswered, SubstituteBegins
from handlers.frame.registry import message
from handlers.frame.screens import Screen, button, lines
from handlers.frame.turn import Turn
from reminders.leaves import LeaveOver

WORK_BEGINS = 9
"""The hour at which somebody is told that they stand in from today."""

NOTICES = frozenset(
    "notice-behalf notice-substitute notice-substitution notice-absent notice-substitution-ended "
    "notice-substitute-meanwhile notice-substitute-gone notice-substitute-gone-host notice-handed-from notice-handed-to".split()
)
WITH_HOME = frozenset({"notice-substitute", "notice-handed-to"})
"""Those that bring work to who reads them."""


async def tell(turn: Turn, told: Iterable[Notice]) -> None:
    """Queues each of these, of NOTICES, once for what it is about."""
    for n in told:
        await turn.queue(f"{n.said.what}:{n.about}:{n.to}", n.said, to=n.to)


@message(ActingNotice)
async def show_notice(turn: Turn, args: ActingNotice) -> Screen | None:
    """The notice in its reader's language; a coordinator can undo a substitution from it."""
    if args.what not in NOTICES or not turn.is_member:
        return None
    said: dict[str, object] = args.model_dump(include={"name", "post", "other", "count"}, exclude_unset=True)
    if args.starts is not None and args.ends is not None:
        said["when"] = leave_words(turn, args.starts, args.ends)
    if args.period is not None:
        said["period"] = format_period(args.period, turn.deps.texts, turn.language, "full")
    rows = [[button(turn.plain("home-button"), "home")]] if args.what in WITH_HOME else []
    if args.undo is not None:
        one = args.undo if isinstance(args.undo, int) else args.undo[0]
        rows = [[button(turn.plain("notice-substitution-undo"), "unsub", one)]]
    return Screen(turn.say(args.what, **said), rows)


@message(SubstituteBegins)
async def show_begins(turn: Turn, args: SubstituteBegins) -> Screen | None:
    """To who stands in, on the first day; nothing where it was ended before, or the day is over."""
    found = await turn.work.substitutions.get(args.substitution)
    if found is None or not found.is_running(turn.deps.today()):
        return None
    ends = format_day(found.ends, turn.deps.texts, turn.language, "day")
    return Screen(lines(turn.say("notice-substitution-begins", post=args.post, day=ends)), [])


@message(LeaveOver)
async def show_over(turn: Turn, said: LeaveOver) -> Screen | None:
    """That it ran out, to who was away and to who stood in; nothing where the post was handed over meanwhile.

    Where somebody else goes on standing in, only who stood in hears it.
    """
    back, goes_on = await notices.of_ran_out(turn.work, said.substitutions)
    found = back or (goes_on if said.told == "substitute" else [])
    if not found or not turn.is_member:
        return None
    names = await names_of_people(turn.work)
    return Screen(
        turn.say(
            f"notice-leave-over-{said.told}" if back else "notice-leave-over-goes-on",
            post=await notices.posts_named(turn.work, found),
            name=names.get(found[0].absent_id, ""),
            other=names.get(found[0].substitute_id, ""),
        )
    )


def leave_words(turn: Turn, starts: date, ends: date) -> str:
    """«1 апреля – 14 апреля», with the year where it is not this year: "1-14 February" may mean the next one."""
    style: DayStyle = "day" if starts.year == ends.year == turn.deps.today().year else "full"
    first, last = (format_day(day, turn.deps.texts, turn.language, style) for day in (starts, ends))
    return first if starts == ends else turn.plain("leave-when", first=first, last=last)


async def tell_named(turn: Turn, named: Sequence[Substitution], replaced: Sequence[Substitution]) -> None:
    """Everybody whom a new substitution concerns; who stands in hears again on the first day, where that is to come."""
    await tell(turn, await notices.of_named(turn.work, turn.person_id, named, replaced))
    to_come = [s for s in named if s.starts > turn.deps.today()]
    for s in to_come:
        said = SubstituteBegins(substitution=s.id, post=await notices.posts_named(turn.work, [s]))
        begins = datetime.combine(s.starts, time(WORK_BEGINS), turn.deps.zone)
        await turn.queue(f"begins:{s.id}", said, to=s.substitute_id, at=begins)


async def tell_ended(turn: Turn, ended: Sequence[Substitution]) -> None:
    await tell(turn, await notices.of_ended(turn.work, turn.person_id, ended))


async def tell_gone(turn: Turn, person_id: int, ended: Sequence[Substitution]) -> None:
    """What ended because somebody gave a post up, or is gone."""
    await tell(turn, await notices.of_gone(turn.work, person_id, ended))


async def tell_handed_in(turn: Turn, heap: Heap, done: Sequence[Submission]) -> None:
    """Whose post it is, or who stands in, hears once who reported for them; who has nothing left to hand in is not
    reminded of it."""
    told = await who_hears(turn.work, turn.me, heap, done, turn.deps.today())
    if told.post_id is not None:
        plan = await turn.deps.library.plan(turn.work, heap.plan_id)
        said = ActingNotice(
            what="notice-behalf",
            name=turn.me.name,
            post=plan.post(told.post_id),
            period=heap.period,
            count=len(done),
        )
        await tell(turn, [Notice(person_id, str(turn.update_id), said) for person_id in told.represented])
    for person_id in told.answered:
        await turn.queue(f"answered:{person_id}:{turn.update_id}", DigestAnswered(), to=person_id)
