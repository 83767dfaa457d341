"""What became of one report: each version, when it was given, why it was corrected, and what the manager said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.obligations import Obligation, ReportState
from core.plan.reports import Measure
from core.ports.repositories import JournalLine, Submission
from core.report import review
from core.report.rescale import measures_when
from core.report.told import told
from core.report.worklist import Worklist
from handlers.card.walk import OFFICERS, mine
from handlers.frame.registry import tap, view
from handlers.frame.screens import Html, Screen, button, html, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Past
from handlers.frame.worklist import worklist_of
from handlers.words.request_words import about, card_lines, decided, subject_of, wanted, words_of
from handlers.words.told_words import brief_words

MOST = 12
DECISIONS = frozenset({review.ACCEPTED, review.RETURNED})


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    said: Html


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
    events = sorted(await _events(turn, worklist, o), key=lambda e: e.at)
    more = len(events) - MOST
    text = lines(
        about(turn, await subject_of(turn, o)),
        turn.say("walk-submitted", version=o.version) if o.version else None,
        card_lines(turn, o),
        "",
        turn.say("report-more", count=str(more)) if more > 0 else None,
        *(e.said for e in events[-MOST:]),
    )
    mend = "review-mend" if o.state is ReportState.RETURNED else "past-correct"
    place: tuple[int, str] = (o.plan_id, worklist.period_of(o))
    back = (
        button(turn.plain("back"), "hlist", *place)
        if args.came == "history"
        else button(turn.plain("walk-back"), "card", o.id)
    )
    return Screen(text, [[button(turn.plain(mend), "card", o.id)], [back]])


async def _events(turn: Turn, worklist: Worklist, o: Obligation) -> list[_Event]:
    names: dict[int, str] = {}

    async def name(person_id: int | None) -> str:
        if person_id is not None and person_id not in names:
            person = await turn.work.people.get(person_id)
            names[person_id] = shortened(person.name, 60) if person else str(person_id)
        return names.get(person_id or 0, "—")

    found = [
        _Event(
            v.submitted_at,
            _version(
                turn,
                await measures_when(turn.work, worklist.plans[o.plan_id], o, v.submitted_at),
                v,
                await name(v.submitted_by),
            ),
        )
        for v in await turn.work.obligations.submissions(o.id)
    ]
    journal = await turn.work.journal.lines(f"obligation:{o.id}", limit=200)
    decisions = [line for line in journal if line.action in DECISIONS]
    found += [_Event(d.at, _decision(turn, d, await name(d.person_id))) for d in decisions]
    for request in await turn.work.requests.of_obligation(o.id):
        said = [wanted(turn, request), html(shortened(request.reason, 150)), await decided(turn, request)]
        found.append(_Event(request.asked_at, lines(*said)))
    return found


def _version(turn: Turn, measures: Sequence[Measure], v: Submission, who: str) -> Html:
    said = turn.say(
        "report-version",
        number=str(v.version),
        moment=words_of(turn).moment(v.submitted_at, turn.deps.zone),
        who=who,
        what=brief_words(turn, told(v.content, measures), apart=True),
    )
    if not v.why_corrected:
        return said
    return lines(said, turn.say("report-corrected", why=shortened(v.why_corrected, 150)))


def _decision(turn: Turn, line: JournalLine, who: str) -> Html:
    moment = words_of(turn).moment(line.at, turn.deps.zone)
    said = turn.say(f"past-{line.action}", who=who, moment=moment)
    comment = (line.after or {}).get("comment")
    return lines(said, quoted(shortened(str(comment), 300))) if comment else said
