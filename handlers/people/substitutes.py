"""A substitute for a leave: for which posts, who, from when to when; from the settings or the post's card (domain, §6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.kernel.errors import NotAllowed, Outdated
from core.people.leave_dates import read_leave, usual_leaves
from core.people.names import named_posts, names_of_people
from core.people.roster import NamedSubstitution, colleagues, standing_substitutions
from core.people.substituting import end_named_at_once, end_substitution, name_substitute
from core.summary.formatting import format_day
from handlers.frame.paging import page_turns
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import LONGEST_NAME, Button, Html, Screen, bold, button, in_rows, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import PostCard, SettingsCard, SubPost, SubWhen, SubWho
from handlers.notices.delegation_notices import leave_words, tell_ended, tell_named

PAGE = 8


@tap("sub")
async def begin(turn: Turn) -> None:
    """From the settings: for one's own posts; of several, which is asked first."""
    posts = await turn.work.people.posts_of(turn.person_id)
    if not posts:
        raise NotAllowed("substitute-no-post")
    if len(posts) == 1:
        turn.show(SubWho(absent=turn.person_id, posts=tuple(posts), page=0))
    else:
        turn.show(SubPost())


@tap("subfor", roles=COORDINATORS)
async def begin_for(turn: Turn) -> None:
    """From a post's card: for one of who holds it."""
    turn.show(SubWho(absent=turn.number(1), posts=(turn.number(),), page=0))


@view(SubPost)
async def show_posts(turn: Turn, args: SubPost) -> Screen:
    posts = await turn.work.people.posts_of(turn.person_id)
    names = await named_posts(turn.work, posts)
    rows = [[button(turn.plain("substitute-all-posts"), "subpost", 0)]]
    rows.extend([button(shortened(n, LONGEST_NAME), "subpost", i)] for i, n in zip(posts, names, strict=True))
    return Screen(bold(turn.say("substitute-which")), [*rows, [button(turn.plain("back"), "set")]])


@tap("subpost")
async def choose_post(turn: Turn) -> None:
    posts = await turn.work.people.posts_of(turn.person_id)
    chosen = posts if turn.number() == 0 else [i for i in posts if i == turn.number()]
    if not chosen:
        raise Outdated("post-not-held")
    turn.show(SubWho(absent=turn.person_id, posts=tuple(chosen), page=0))


@view(SubWho)
async def show_colleagues(turn: Turn, args: SubWho) -> Screen:
    """Everybody who has joined, but the absent person."""
    people = await colleagues(turn.work, {args.absent})
    page, first, count = pages(len(people), args.page, PAGE)
    rows = [[button(shortened(p.name, LONGEST_NAME), "subwho", p.id)] for p in people[first : first + PAGE]]
    rows.append(page_turns(turn, page, count, "subpage"))
    posts = ", ".join(await named_posts(turn.work, args.posts))
    key = "substitute-who" if people else "substitute-nobody"
    return Screen(turn.say(key, posts=posts), [*rows, [_back(turn, args)]])


@tap("subpage")
async def turn_page(turn: Turn) -> None:
    turn.show(turn.on(SubWho).but(page=turn.number()))


@tap("subwho")
async def choose_colleague(turn: Turn) -> None:
    chosen = turn.on(SubWho)
    turn.show(SubWhen(absent=chosen.absent, posts=chosen.posts, who=turn.number()), asks="leave")


@view(SubWhen)
async def show_times(turn: Turn, args: SubWhen) -> Screen:
    """Four usual times as buttons; any other is typed."""
    name = (await names_of_people(turn.work)).get(args.who, "")
    posts = ", ".join(await named_posts(turn.work, args.posts))
    buttons = [
        button(leave_words(turn, first, last), "subset", first.isoformat(), last.isoformat())
        for first, last in usual_leaves(turn.deps.today(), _first_day(args))
    ]
    text = turn.say("substitute-when", name=name, posts=posts)
    if (starts := _first_day(args)) is not None:
        day = format_day(starts, turn.deps.texts, turn.language, "full")
        text = turn.say("substitute-until", name=name, posts=posts, day=day)
    return Screen(text, [*in_rows(buttons, 1), [_back(turn, args)]])


def _first_day(args: SubWhen) -> date | None:
    """The first day that was said before the last one."""
    return date.fromisoformat(args.starts) if args.starts else None


@tap("subset")
async def choose_time(turn: Turn) -> None:
    try:
        starts, ends = date.fromisoformat(turn.word()), date.fromisoformat(turn.word(1))
    except ValueError as error:
        raise Outdated("card-outdated") from error
    await _name(turn, starts, ends)


@typed("leave")
async def take_time(turn: Turn) -> None:
    """ "с 1 по 14 апреля", "1 сәуірден бастап екі апта"; a first day alone stays on the card, which asks for the last.

    Raises UnreadableInput.
    """
    starts = _first_day(turn.on(SubWhen))
    await _name(turn, *read_leave(turn.typed, turn.deps.today(), starts, turn.language))


async def _name(turn: Turn, starts: date, ends: date) -> None:
    args = turn.on(SubWhen)
    named, replaced = await name_substitute(
        turn.work,
        turn.me,
        post_ids=args.posts,
        absent_id=args.absent,
        substitute_id=args.who,
        starts=starts,
        ends=ends,
        today=turn.deps.today(),
        now=turn.now,
    )
    await tell_named(turn, named, replaced)
    notice = turn.say("substitute-named", when=leave_words(turn, starts, ends))
    if args.absent == turn.person_id:
        turn.show(SettingsCard(), notice=notice)
    else:
        turn.show(PostCard(post=args.posts[0]), notice=notice)


@tap("subend", style="danger")
async def end(turn: Turn) -> None:
    """Before its time, by who is back or by a coordinator; the card stays what it is."""
    ended = await end_substitution(turn.work, turn.me, turn.number(), today=turn.deps.today(), now=turn.now)
    await tell_ended(turn, [ended])
    turn.toast = turn.plain("substitution-ended-toast")
    turn.show_again()


@tap("unsub", roles=COORDINATORS, of_message=True, style="danger")
async def undo(turn: Turn) -> None:
    """From the notice to a coordinator: all that was named at once and is not over. Raises Outdated where all is.

    The button names one of them; those of older notices name up to eight, of which the first stands for all.
    """
    ended = await end_named_at_once(turn.work, turn.me, turn.number(), today=turn.deps.today(), now=turn.now)
    await tell_ended(turn, ended)
    turn.toast = turn.plain("substitution-ended-toast")


def _back(turn: Turn, args: SubWho | SubWhen) -> Button:
    if args.absent == turn.person_id:
        return button(turn.plain("back"), "set")
    return button(turn.plain("back"), "post", args.posts[0])


async def standing_lines(
    turn: Turn, *, absent: int | None = None, post: int | None = None
) -> tuple[list[Html], list[list[Button]]]:
    """What stands or is to come of somebody's leave, or on a post: a line each, and a button to end it."""
    found = await standing_substitutions(turn.work, turn.deps.today(), absent=absent, post=post)
    return [_line(turn, s) for s in found], [[_end_button(turn, s)] for s in found]


def _line(turn: Turn, s: NamedSubstitution) -> Html:
    when = leave_words(turn, s.substitution.starts, s.substitution.ends)
    return turn.say("substitution-line", name=s.absent, other=s.substitute, post=s.post, when=when)


def _end_button(turn: Turn, s: NamedSubstitution) -> Button:
    label = turn.plain("substitution-end", name=shortened(s.substitute, 24))
    return button(label, "subend", s.substitution.id)


async def settings_part(turn: Turn, posts: Sequence[int]) -> tuple[list[Html], list[list[Button]]]:
    """What the settings say of one's leave, and how to name a substitute; nothing for who holds no post."""
    if not posts:
        return [], []
    told, rows = await standing_lines(turn, absent=turn.person_id)
    return told, [*rows, [button(turn.plain("settings-substitute"), "sub")]]
