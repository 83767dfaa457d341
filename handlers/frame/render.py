"""Draws the card of a turn from its view, and a message out of turn from its row.

Above the cards of the walk stands in whose stead one reports, and who else recorded or handed in (domain, §6).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.kernel.errors import DomainError, NotAllowed
from core.people.names import names_of_posts
from core.ports.queues import Outgoing
from core.report.record import ByOther, by_others
from core.report.worklist import Worklist
from core.summary.formatting import format_day
from handlers.frame.registry import ANYBODY, Drawn, registry
from handlers.frame.screens import Button, Html, Screen, button, html, lines
from handlers.frame.turn import Turn
from handlers.frame.views import HeapCard, Home, Stranger, ViewArgs, Walk


async def render(turn: Turn) -> Screen:
    """The card as it is now, from its view; a line above it where there is a notice."""
    view = turn.card.view
    drawn = registry.views.get(view.name) or registry.views[Home.view]
    if not turn.is_member and not drawn.public:
        drawn = registry.views[Stranger.view]
    notice = view.notice
    try:
        if not drawn.public and turn.is_member and not turn.may_see(drawn.roles):
            notice = None  # what stood above it was for the same eyes
            raise NotAllowed("not-allowed")
        screen = await drawn.render(turn, drawn.args.kept(view.args))
    except DomainError as error:
        # What the card showed is there no more: withdrawn, given to another post, settled elsewhere.
        notice = notice or turn.say(error.message_id, **error.args_for_text)
        instead: type[ViewArgs] = Home if turn.is_member else Stranger
        drawn = registry.views[instead.view]
        screen = await drawn.render(turn, instead())
    screen = await _under_heading(turn, drawn, screen)
    if notice:
        screen = Screen(Html(f"{notice}\n\n{screen.text}"), screen.rows)
    return _coloured(screen)


async def render_message(turn: Turn, row: Outgoing) -> Screen | None:
    """A message that nobody waits for, as things are at this moment; None where there is nothing left to say."""
    told = registry.messages[row.kind]
    if told.roles != ANYBODY and not turn.may_see(told.roles):
        return None
    screen = await told.render(turn, told.args.of(row))
    return _coloured(screen) if screen is not None else None


def _coloured(screen: Screen) -> Screen:
    """Each button in its own colour or its action's; what is next is one thing: of several the first."""
    rows: list[list[Button]] = []
    next_is_there = False
    for row in screen.rows:
        rows.append([])
        for one in row:
            entry = registry.taps.get(one.action)
            style = one.style or (entry.style if entry is not None else None)
            if style == "primary":
                style, next_is_there = None if next_is_there else style, True
            rows[-1].append(replace(one, style=style))
    return Screen(screen.text, rows)


async def _under_heading(turn: Turn, drawn: Drawn, screen: Screen) -> Screen:
    """The card with what has to be known of posts that are not one's own; as it is where all is."""
    if not drawn.on_walk or not turn.is_member:
        return screen
    post_id = turn.me.reports_for
    found = [turn.say("behalf-line", post=await _post_name(turn, post_id))] if post_id is not None else []
    worklist = turn.worklist
    if worklist is not None:
        found += await _of_walk(turn, worklist) if drawn.args is Walk else []
        found += _stood_in(turn, worklist) if drawn.args in (Home, HeapCard) else []
    if not found:
        return screen
    rows = list(screen.rows)
    if post_id is not None:
        rows.append([button(turn.plain("behalf-end"), "behalfend")])
    return Screen(lines(*found, "", screen.text), rows)


async def _post_name(turn: Turn, post_id: int) -> str:
    """The name of a post, from a plan that is open already where there is one."""
    if turn.worklist is not None:
        for plan in turn.worklist.plans.values():
            if post_id in plan.posts:
                return plan.post(post_id)
    return (await names_of_posts(turn.work)).get(post_id, str(post_id))


def _stood_in(turn: Turn, worklist: Worklist) -> list[Html]:
    """Each post that one stands in for, and until when."""
    until = {
        o.post_id: (worklist.plans[o.plan_id].post(o.post_id), o.acting.until)
        for o in worklist.obligations
        if o.acting is not None and o.acting.until is not None
    }
    return [
        turn.say("substitute-line", post=post, day=format_day(day, turn.deps.texts, turn.language, "day"))
        for post, day in until.values()
        if day is not None
    ]


async def _of_walk(turn: Turn, worklist: Worklist) -> list[Html]:
    shown = turn.report_shown
    o = next((o for o in worklist.obligations if o.id == shown), None)
    if o is None:
        return []
    found: list[Html] = []
    if o.stood_in:
        found.append(turn.say("substitute-card", post=worklist.plans[o.plan_id].post(o.post_id)))
    return found + [await _said(turn, one) for one in await by_others(turn.work, o, turn.person_id)]


async def _said(turn: Turn, one: ByOther) -> Html:
    person = await turn.work.people.get(one.person_id)
    name = person.name if person else str(one.person_id)
    return turn.say(f"{one.did}-by-other", name=name, time=_moment(turn, one.at))


def _moment(turn: Turn, at: datetime) -> str:
    """«10:42» of today, «26 марта, 10:42» of another day."""
    local = at.astimezone(turn.deps.zone)
    if local.date() == turn.deps.today():
        return f"{local:%H:%M}"
    day = format_day(local.date(), turn.deps.texts, turn.language, "day")
    return html(f"{day}, {local:%H:%M}")
