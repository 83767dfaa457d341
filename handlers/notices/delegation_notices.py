"""Word to those whom acting for others concerns: whose post it is, who stands in, who got a post or gave it up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from core.model.delegation import Substitution
from core.model.people import Invitation, Role
from core.people.names import names_of_people, names_of_posts
from core.ports.repositories import Submission
from core.report.handing_in import who_hears
from core.report.heaps import Heap
from core.summary.formatting import DayStyle, format_day, format_period
from handlers.frame.messages import ActingNotice, DigestAnswered, SubstituteBegins
from handlers.frame.registry import message
from handlers.frame.screens import Screen, button, lines
from handlers.frame.turn import Turn
from reminders.leaves import LeaveOver

WORK_BEGINS = 9
"""The hour at which somebody is told that they stand in from today."""

NOTICES = frozenset(
    "notice-behalf notice-substitute notice-substitution notice-absent notice-substitution-ended "
    "notice-substitute-gone notice-substitute-gone-host notice-handed-from notice-handed-to".split()
)
WITH_HOME = frozenset({"notice-substitute", "notice-handed-to"})
"""Those that bring work to who reads them."""


async def tell(turn: Turn, person_id: int, about: str, notice: ActingNotice) -> None:
    """Queues one of NOTICES, once for what it is about."""
    await turn.queue(f"{notice.what}:{about}:{person_id}", notice, to=person_id)


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
    """That it ran out, to who was away and to who stood in; nothing where the post was handed over meanwhile."""
    wanted = {i: await turn.work.substitutions.get(i) for i in said.substitutions}
    held = await turn.work.people.holders()
    found = [s for s in wanted.values() if s is not None and s.absent_id in held.get(s.post_id, [])]
    if not found or not turn.is_member:
        return None
    names = await names_of_people(turn.work)
    return Screen(
        turn.say(
            f"notice-leave-over-{said.told}",
            post=await _posts(turn, found),
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
    """Everybody whom a substitution concerns: who stands in, who is away if others named it, the coordinators."""
    first = named[0]
    names = await names_of_people(turn.work)
    posts = await names_of_posts(turn.work)
    about = ",".join(str(s.id) for s in named)
    notice = ActingNotice(
        what="notice-substitute",
        name=names.get(first.absent_id, ""),
        other=names.get(first.substitute_id, ""),
        post=", ".join(posts.get(s.post_id, "") for s in named),
        starts=first.starts,
        ends=first.ends,
    )
    await tell_ended(turn, replaced)
    await tell(turn, first.substitute_id, about, notice)
    if turn.person_id != first.absent_id:
        await tell(turn, first.absent_id, about, notice.but(what="notice-absent"))
    for host in await turn.work.people.with_role(Role.COORDINATOR):
        if host.id not in (turn.person_id, first.substitute_id):
            await tell(turn, host.id, about, notice.but(what="notice-substitution", undo=first.id))
    if first.starts > turn.deps.today():
        for s in named:
            await _on_the_day(turn, s, posts.get(s.post_id, ""))


async def _on_the_day(turn: Turn, s: Substitution, post: str) -> None:
    begins = datetime.combine(s.starts, time(WORK_BEGINS), turn.deps.zone)
    said = SubstituteBegins(substitution=s.id, post=post)
    await turn.queue(f"begins:{s.id}", said, to=s.substitute_id, at=begins)


async def tell_ended(turn: Turn, ended: Sequence[Substitution]) -> None:
    """Who stood in, and who was away, that it ended before its time, in one line for all posts; nobody of what they did
    themselves."""
    names = await names_of_people(turn.work)
    for (absent_id, substitute_id), together in _by_people(ended).items():
        post, absent = await _posts(turn, together), names.get(absent_id, "")
        for person_id in {substitute_id, absent_id} - {turn.person_id}:
            about = str(together[0].id)
            ended_for = ActingNotice(what="notice-substitution-ended", post=post, name=absent)
            await tell(turn, person_id, about, ended_for)


def _by_people(substitutions: Iterable[Substitution]) -> dict[tuple[int, int], list[Substitution]]:
    """(who was away, who stood in) → theirs, in order."""
    found: dict[tuple[int, int], list[Substitution]] = {}
    for s in substitutions:
        found.setdefault((s.absent_id, s.substitute_id), []).append(s)
    return found


async def _posts(turn: Turn, substitutions: Sequence[Substitution]) -> str:
    names = await names_of_posts(turn.work)
    return ", ".join(names.get(s.post_id, "") for s in substitutions)


async def tell_gone(turn: Turn, person_id: int, ended: Sequence[Substitution]) -> None:
    """What ended because somebody gave a post up, or is gone: whom they would have stood in for and the coordinators
    hear who is needed now, those who stood in for them that it is over."""
    gone = [s for s in ended if s.substitute_id == person_id]
    names = await names_of_people(turn.work)
    hosts = [p.id for p in await turn.work.people.with_role(Role.COORDINATOR)]
    for (absent_id, _), together in _by_people(gone).items():
        notice = ActingNotice(
            what="notice-substitute-gone",
            post=await _posts(turn, together),
            name=names.get(absent_id, ""),
            other=names.get(person_id, ""),
        )
        about = str(together[0].id)
        await tell(turn, absent_id, about, notice)
        for host in hosts:
            if host not in (absent_id, person_id):
                await tell(turn, host, about, notice.but(what="notice-substitute-gone-host"))
    for (absent_id, substitute_id), together in _by_people(ended).items():
        post, name = await _posts(turn, together), names.get(absent_id, "")
        notice = ActingNotice(what="notice-substitution-ended", post=post, name=name)
        await tell(turn, substitute_id, str(together[0].id), notice)


async def tell_taken_over(turn: Turn, invitation: Invitation, ended: Sequence[Substitution]) -> None:
    """Who gave a post up by an invitation that somebody has just used, and whom it concerns besides."""
    if invitation.takes_from is None or turn.person is None:
        return
    await tell_gone(turn, invitation.takes_from, ended)
    posts = await names_of_posts(turn.work)
    post = ", ".join(posts[i] for i in invitation.post_ids if i in posts)
    about = f"i{invitation.id}"
    notice = ActingNotice(what="notice-handed-from", post=post, name=turn.person.name)
    await tell(turn, invitation.takes_from, about, notice)


async def tell_handed_in(turn: Turn, heap: Heap, done: Sequence[Submission]) -> None:
    """Whose post it is, or who stands in, hears once who reported for them; who has nothing left to hand in is not
    reminded of it."""
    told = await who_hears(turn.work, turn.me, heap, done, turn.deps.today())
    if told.post_id is not None:
        plan = await turn.deps.library.plan(turn.work, heap.plan_id)
        post = plan.post(told.post_id)
        notice = ActingNotice(
            what="notice-behalf", name=turn.me.name, post=post, period=heap.period, count=len(done)
        )
        for person_id in told.represented:
            await tell(turn, person_id, str(turn.update_id), notice)
    for person_id in told.answered:
        await turn.queue(f"answered:{person_id}:{turn.update_id}", DigestAnswered(), to=person_id)
