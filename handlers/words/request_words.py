"""Requests and what came of them, in words: on the officer's card, in the manager's report, in notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.model.obligations import Obligation, ReportState
from core.model.requests import Request
from core.owed.status import is_closed
from core.report.request_service import LONGEST_REASON
from handlers.frame.screens import Html, bold, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.voice import Voice
from handlers.words.summary_words import words_of


@dataclass(frozen=True, slots=True)
class Subject:
    """What a request or a decision is about."""

    title: str
    post: str
    period: str


async def subject_of(turn: Turn, o: Obligation) -> Subject:
    """The row, its post and period, in words. Raises Missing."""
    plan = await turn.deps.library.plan(turn.work, o.plan_id, about=(o,))
    row = plan.activities[o.activity_id].row
    post = plan.post(o.post_id)
    return Subject(row.title, post, words_of(turn).period(o.period))


def day(voice: Voice, value: date | None) -> str:
    return words_of(voice).day(value) if value else voice.plain("share-none")


def wanted(voice: Voice, request: Request) -> Html:
    """What is asked, with both days."""
    if request.kind == "not_required":
        return voice.say("request-wants-not-required")
    key = "request-wants-report" if request.moves == "report" else "request-wants-work"
    return voice.say(key, was=day(voice, request.before), day=day(voice, request.day))


def about(voice: Voice, subject: Subject) -> Html:
    """The row's title, and whose report it is."""
    return lines(
        bold(shortened(subject.title, 300)),
        voice.say("request-about", period=subject.period, post=shortened(subject.post, 120)),
    )


async def decided(turn: Turn, request: Request) -> Html | None:
    """Who decided and how; None while it waits."""
    if request.waits:
        return None
    who = await turn.work.people.get(request.decided_by) if request.decided_by else None
    name = shortened(who.name, 60) if who else str(request.decided_by)
    at = request.decided_at or request.asked_at
    key = f"request-{request.state.value.replace('_', '-')}"
    said = turn.say(key, who=name, moment=words_of(turn).moment(at, turn.deps.zone))
    if not request.comment:
        return said
    return lines(said, quoted(shortened(request.comment, LONGEST_REASON)))


def moved_lines(voice: Voice, o: Obligation) -> list[Html]:
    """Both days of each that was moved, and whether the report is required at all."""
    found = []
    moved = o.extension
    if moved is not None and moved.report_due is not None:
        found.append(
            voice.say(
                "request-moved-report", day=day(voice, moved.report_due), was=day(voice, o.due.report_due)
            )
        )
    if moved is not None and moved.deadline is not None:
        found.append(
            voice.say("request-moved-work", day=day(voice, moved.deadline), was=day(voice, o.due.deadline))
        )
    if o.excused:
        found.append(voice.say("request-excused"))
    return found


def card_lines(voice: Voice, o: Obligation, today: date) -> Html | None:
    """What an officer's card says of days that were moved, of what waits, and of a closed period."""
    found = moved_lines(voice, o)
    if o.asking is not None and not o.is_submitted:
        found.append(voice.say(f"request-asking-{o.asking.replace('_', '-')}"))
    closed = closed_line(voice, [o], today)
    return lines(*found, closed) if found or closed else None


def closed_line(voice: Voice, obligations: Sequence[Obligation], today: date) -> Html | None:
    """In one sentence: the period is closed, since when, and what a correction or a late report asks for."""
    counted = [o for o in obligations if not o.excused]
    if not counted or not all(is_closed(o, today) for o in counted):
        return None
    until = day(voice, max(o.due_now.closes for o in counted))
    key = "period-closed-late" if any(_may_still_come(o) for o in counted) else "period-closed"
    return voice.say(key, day=until)


def _may_still_come(o: Obligation) -> bool:
    return o.version == 0 or o.state is ReportState.RETURNED
