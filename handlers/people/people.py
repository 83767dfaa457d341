"""People and posts: who holds what, and undoing a joining."""

from __future__ import annotations

from core.model.people import Post, Role
from core.people import joining
from core.people.roster import Roster, roster
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


@view(People, roles=COORDINATORS)
async def show_people(turn: Turn, args: People) -> Screen:
    """Posts that report, those that nobody holds first; managers and coordinators above them."""
    found = await roster(turn.work)
    page, first, count = pages(len(found.posts), args.page, PAGE)
    total = len(found.posts)
    text = lines(
        bold(turn.say("people-title")),
        *(_of_role(turn, found, role) for role in (Role.COORDINATOR, Role.MANAGER)),
        turn.say("people-posts", total=total, free=found.free) if total else turn.say("people-no-posts"),
        *(turn.say("people-unreached", name=p.name) for p in found.unreached),
    )
    rows = [[button(_label(found, p), "post", p.id)] for p in found.posts[first : first + PAGE]]
    rows.append(page_buttons(turn, page, count, "people"))
    rows.append([button(turn.plain("invite-manager"), "invite", "manager")])
    rows.append([button(turn.plain("invite-coordinator"), "invite", "coordinator")])
    rows.append([button(turn.plain("home-button"), "home")])
    return Screen(text, rows)


def _of_role(turn: Turn, found: Roster, role: Role) -> str | None:
    names = [p.name for p in found.with_role(role)]
    return turn.say(f"people-{role.value}s", names=", ".join(names)) if names else None


def _label(found: Roster, post: Post) -> str:
    names = [p.name for p in found.held_by(post.id)]
    if not names:
        return f"▫️ {shortened(post.name, LONGEST_NAME - 2)}"
    held_by = shortened(", ".join(names), LONGEST_NAME // 2 - 3)
    return f"👤 {shortened(post.name, LONGEST_NAME - 5 - len(held_by))} — {held_by}"


@tap("unjoin", roles=COORDINATORS, of_message=True, style="danger")
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
