"""The manager decides on requests: one tap consents, two refuse; a second manager is told who was faster."""

from __future__ import annotations

from collections.abc import Sequence

from core.kernel.errors import Missing
from core.model.obligations import Obligation
from core.model.people import Role
from core.model.requests import Request
from core.people.holders import told_of_decisions
from core.report.request_service import ended_by, grant, refuse, require_again
from handlers.frame.messages import RequestAsked, RequestDecided
from handlers.frame.registry import message, tap, typed, view
from handlers.frame.screens import Button, Html, Screen, bold, button, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import RequestDecide
from handlers.manager.summary_back import open_report
from handlers.words.request_words import (
    about,
    decided,
    moved_lines,
    subject_of,
    wanted,
)

MANAGERS = frozenset({Role.MANAGER})


@message(RequestAsked, roles=MANAGERS)
async def show_asked(turn: Turn, args: RequestAsked) -> Screen | None:
    """To each manager, at once. Nothing where it was decided or taken back meanwhile."""
    request = await turn.work.requests.get(args.request)
    if request is None or not request.waits or turn.person is None or not turn.person.may(Role.MANAGER):
        return None
    o = await turn.work.obligations.get(request.obligation_id)
    if o is None or o.withdrawn:
        return None
    return Screen(await _text(turn, request, o), _decisions(turn, request))


async def _text(turn: Turn, request: Request, o: Obligation) -> Html:
    who = await turn.work.people.get(request.asked_by)
    name = shortened(who.name, 60) if who else str(request.asked_by)
    return lines(
        turn.say("request-from", who=name),
        about(turn, await subject_of(turn, o)),
        *(moved_lines(turn, o) if request.waits else ()),
        "",
        bold(wanted(turn, request)),
        quoted(request.reason),
    )


def _decisions(turn: Turn, request: Request) -> list[list[Button]]:
    return [
        [
            button(turn.plain("request-grant"), "rqyes", request.id),
            button(turn.plain("request-refuse"), "rqno", request.id),
        ],
        [button(turn.plain("request-see-report"), "srep", request.obligation_id, 0)],
    ]


def request_rows(turn: Turn, requests: Sequence[Request]) -> list[list[Button]]:
    """Under a report, for managers: the way to the request that waits."""
    if not turn.me.may(Role.MANAGER):
        return []
    return [[button(turn.plain("request-see"), "rqsee", r.id)] for r in requests if r.waits]


async def _found(turn: Turn) -> tuple[Request, Obligation]:
    """The request that the tap names, with what it is about. Raises Missing."""
    return await _request(turn, turn.number())


async def _request(turn: Turn, request_id: int) -> tuple[Request, Obligation]:
    request = await turn.work.requests.get(request_id)
    o = await turn.work.obligations.get(request.obligation_id) if request else None
    if request is None or o is None:
        raise Missing("unknown")
    return request, o


@tap("rqsee", roles=MANAGERS)
async def see(turn: Turn) -> None:
    request, _ = await _found(turn)
    turn.show(RequestDecide(r=request.id))


@tap("rqyes", roles=MANAGERS, of_message=True, style="success")
async def consent(turn: Turn) -> None:
    request, o = await _found(turn)
    plan = await turn.deps.library.plan(turn.work, o.plan_id)
    now = await grant(turn.work, turn.me, request, o, plan.plan.rule, turn.deps.days, turn.now)
    await _tell_decision(turn, request, now, o)


@tap("rqno", roles=MANAGERS, step=True, of_message=True, style="danger")
async def deny(turn: Turn) -> None:
    """Asks why first; a second tap leaves it without a word. One that was decided already says by whom."""
    request, o = await _found(turn)
    if turn.tap is not None and len(turn.tap.args) > 1:
        await _tell_decision(turn, request, await refuse(turn.work, turn.me, request, o, None, turn.now), o)
        return
    turn.take_over()
    turn.show(RequestDecide(r=request.id), asks="refusal" if request.waits else None)
    if not request.waits:
        turn.tell("request-decided-already")


@typed("refusal", roles=MANAGERS)
async def deny_with_words(turn: Turn) -> None:
    """Why it is refused."""
    request, o = await _request(turn, turn.on(RequestDecide).r)
    await _tell_decision(turn, request, await refuse(turn.work, turn.me, request, o, turn.typed, turn.now), o)


async def _tell_decision(turn: Turn, asked: Request, now: Request, o: Obligation) -> None:
    """Tells the officers, where this turn decided it, and shows how it stands."""
    turn.take_over()
    turn.read_anew()
    turn.show(RequestDecide(r=now.id))
    if not ended_by(turn.me, turn.now, asked, now):
        turn.tell("request-decided-already")
        return
    for person in await told_of_decisions(turn.work, o, turn.deps.today(), asked.asked_by):
        await turn.queue(f"decided:{now.id}:{person}", RequestDecided(request=now.id), to=person)


@view(RequestDecide, roles=MANAGERS)
async def show_decision(turn: Turn, args: RequestDecide) -> Screen:
    """A request with its two buttons, or with the decision that stands."""
    request, o = await _request(turn, args.r)
    text = await _text(turn, request, o)
    back = [button(turn.plain("review-button"), "rv"), button(turn.plain("home-button"), "home")]
    if turn.card.view.asks == "refusal" and request.waits:
        silent = button(turn.plain("request-refuse-silently"), "rqno", request.id, "x")
        said = lines(text, "", bold(turn.say("request-refuse-why")))
        return Screen(said, [[silent], [button(turn.plain("back"), "rqsee", request.id)]])
    if request.waits:
        return Screen(text, [*_decisions(turn, request), back])
    return Screen(lines(text, "", await decided(turn, request)), [back])


@tap("require", roles=MANAGERS)
async def require(turn: Turn) -> None:
    """Takes back the consent that a report is not required."""
    o = await turn.work.obligations.get(turn.number())
    if o is None:
        raise Missing("unknown")
    await require_again(turn.work, turn.me, o, turn.now)
    turn.read_anew()
    open_report(turn, o.id)
