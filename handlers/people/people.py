"""People and posts: who holds what, and undoing a joining."""

from __future__ import annotations

from core.kernel.errors import Missing
from core.model.editions import PlanStatus
from core.model.people import Person, Post, Role
from core.people import joining
from handlers.frame.menu import queue_menu
from handlers.frame.paging import page_buttons
from handlers.frame.registry import COORDINATORS, command, tap, view
from handlers.frame.screens import LONGEST_NAME, Screen, bold, button, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import People
from handlers.notices.delegation_notices import tell_gone

PAGE = 8


@command("people", roles=COORDINATORS)
@tap("people", roles=COORDINATORS)
async def open_people(turn: Turn) -> None:
    page = turn.number() if turn.tap and turn.tap.args else 0
    turn.show(People(page=page))


@view(People)
async def show_people(turn: Turn, args: People) -> Screen:
    """Posts that report, those that nobody holds first; managers and coordinators above them."""
    everyone = {p.id: p for p in await turn.work.people.everyone() if p.left_at is None}
    holders = await turn.work.people.holders()
    posts = sorted(await reporting_posts(turn), key=lambda p: (bool(holders.get(p.id)), p.name))
    page, first, count = pages(len(posts), args.page, PAGE)
    shown = posts[first : first + PAGE]
    free = sum(1 for p in posts if not holders.get(p.id))
    text = lines(
        bold(turn.say("people-title")),
        *(_of_role(turn, everyone, role) for role in (Role.COORDINATOR, Role.MANAGER)),
        turn.say("people-posts", total=len(posts), free=free) if posts else turn.say("people-no-posts"),
        *(turn.say("people-unreached", name=p.name) for p in everyone.values() if p.unreached_since),
    )
    rows = [[button(_label(turn, p, everyone, holders), "post", p.id)] for p in shown]
    rows.append(page_buttons(turn, page, count, "people"))
    rows.append([button(turn.plain("invite-manager"), "invite", "manager")])
    rows.append([button(turn.plain("invite-coordinator"), "invite", "coordinator")])
    rows.append([button(turn.plain("home-button"), "home")])
    return Screen(text, rows)


async def reporting_posts(turn: Turn) -> list[Post]:
    """The posts that report in live plans; every single post where no plan is live yet."""
    posts = {p.id: p for p in await turn.work.people.posts()}
    owing: set[int] = set()
    for plan in await turn.work.plans.with_status(PlanStatus.LIVE):
        for o in await turn.work.obligations.of_plan(plan.id):
            if not o.withdrawn:
                owing.add(o.post_id)
    return [p for p in posts.values() if p.id in owing or (not owing and not p.is_group)]


def _of_role(turn: Turn, everyone: dict[int, Person], role: Role) -> str | None:
    names = [p.name for p in everyone.values() if role in p.roles]
    return turn.say(f"people-{role.value}s", names=", ".join(names)) if names else None


def _label(turn: Turn, post: Post, everyone: dict[int, Person], holders: dict[int, list[int]]) -> str:
    names = [everyone[i].name for i in holders.get(post.id, []) if i in everyone]
    if not names:
        return f"▫️ {shortened(post.name, LONGEST_NAME - 2)}"
    held_by = shortened(", ".join(names), LONGEST_NAME // 2 - 3)
    return f"👤 {shortened(post.name, LONGEST_NAME - 5 - len(held_by))} — {held_by}"


@tap("unjoin", roles=COORDINATORS, of_message=True)
async def unjoin(turn: Turn) -> None:
    """The coordinator undoes a joining: what that invitation gave, and nothing that another gave."""
    person, ended = await joining.undo_join(
        turn.work, turn.number(), by=turn.person_id, today=turn.deps.today(), now=turn.now
    )
    await tell_gone(turn, person.id, ended)
    if person.left_at is None:
        await queue_menu(turn, person)
        turn.tell("notice-join-undone", name=person.name)
    else:
        turn.tell("notice-removed", name=person.name)


async def post_of(turn: Turn, post_id: int) -> Post:
    """The post. Raises Missing."""
    found = next((p for p in await turn.work.people.posts() if p.id == post_id), None)
    if found is None:
        raise Missing("unknown")
    return found
