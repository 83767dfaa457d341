"""What became of one report: each version, when it was given, why it was corrected, and what the manager said."""

from __future__ import annotations

from collections.abc import Mapping

from core.model.obligations import Obligation, ReportState
from core.people.names import names_of_people
from core.report.report_events import Decision, Event, Requested, Version, events_of
from core.report.told import told
from core.report.worklist import Worklist
from handlers.card.walk import OFFICERS, mine
from handlers.frame.registry import tap, view
from handlers.frame.screens import Button, Html, Screen, button, html, lines, quoted, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Past
from handlers.words.request_words import about, card_lines, decided, subject_of, wanted
from handlers.words.summary_words import words_of
from handlers.words.told_words import brief_words, version_line

MOST = 12


@tap("past", roles=OFFICERS)
async def open_past(turn: Turn) -> None:
    """`h` behind the number: opened from the history, which is where back leads."""
    _, o = await mine(turn)
    came = "history" if turn.tap and len(turn.tap.args) > 1 else "card"
    turn.show(Past(o=o.id, came=came))


@view(Past, on_walk=True)
async def show_past(turn: Turn, args: Past) -> Screen:
    """Oldest first, the last dozen; one tap begins a correction."""
    worklist = await worklist_of(turn)
    o = worklist.obligation(args.o)
    events = await events_of(turn.work, worklist.plans[o.plan_id], o)
    more = len(events) - MOST
    names = await names_of_people(turn.work)
    text = lines(
        about(turn, await subject_of(turn, o)),
        turn.say("walk-submitted", version=o.version) if o.version else None,
        card_lines(turn, o, turn.deps.today()),
        "",
        turn.say("report-more", count=str(more)) if more > 0 else None,
        *[await _event(turn, e, names) for e in events[-MOST:]],
    )
    return Screen(text, _rows(turn, worklist, o, args))


def _rows(turn: Turn, worklist: Worklist, o: Obligation, args: Past) -> list[list[Button]]:
    mend = "review-mend" if o.state is ReportState.RETURNED else "past-correct"
    back = button(turn.plain("walk-back"), "card", o.id)
    if args.came == "history":
        back = button(turn.plain("back"), "hlist", o.plan_id, worklist.period_of(o))
    return [[button(turn.plain(mend), "card", o.id)], [back]]


async def _event(turn: Turn, event: Event, names: Mapping[int, str]) -> Html:
    match event:
        case Version(submission, measures):
            what = brief_words(turn, told(submission.content, measures), apart=True)
            return version_line(turn, submission, _name(names, submission.submitted_by), what)
        case Decision():
            return _decision(turn, event, _name(names, event.by))
        case Requested(request):
            reason = html(shortened(request.reason, 150))
            return lines(wanted(turn, request), reason, await decided(turn, request))


def _name(names: Mapping[int, str], person_id: int | None) -> str:
    return "—" if person_id is None else shortened(names.get(person_id, str(person_id)), 60)


def _decision(turn: Turn, decision: Decision, who: str) -> Html:
    moment = words_of(turn).moment(decision.at, turn.deps.zone)
    said = turn.say(f"past-{decision.action}", who=who, moment=moment)
    return lines(said, quoted(shortened(decision.comment, 300))) if decision.comment else said
