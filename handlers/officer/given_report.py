"""One report that a person submitted for a post that is theirs no more: whole, with its files (domain, §6)."""

from __future__ import annotations

from datetime import datetime

from core.evidence.papers import pages_of
from core.kernel.errors import Missing
from core.report.heaps import period_of
from core.summary.formatting import format_day
from handlers.frame.messages import EvidenceFile
from handlers.frame.registry import tap, view
from handlers.frame.screens import Button, Html, Screen, button, in_rows, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Gave
from handlers.officer.former_posts import Told, told_by
from handlers.words.evidence_words import evidence_lines, file_name, pieces
from handlers.words.joint_words import said_lines
from handlers.words.request_words import about, subject_of, words_of
from handlers.words.walk_words import MARKS

MOST_FILES = 10
LONGEST_REASON = 400
LONGEST_SAID = 500


@tap("gave")
async def open_report(turn: Turn) -> None:
    told = await told_by(turn, turn.number())
    turn.show(Gave(o=told.o.id, page=turn.number(1)))


@view(Gave)
async def show_report(turn: Turn, args: Gave) -> Screen:
    """As it was submitted: outcome, figures, reason, account, papers and files. Nothing of it can be changed."""
    told = await told_by(turn, args.o)
    plan = await turn.deps.library.plan(turn.work, told.o.plan_id, activity_id=told.o.activity_id)
    content = told.s.content
    text = lines(
        about(turn, await subject_of(turn, told.o)),
        "",
        _version(turn, told, told.s.submitted_at),
        turn.say("report-corrected", why=shortened(told.s.why_corrected, LONGEST_REASON))
        if told.s.why_corrected
        else None,
        turn.say("report-reason", reason=shortened(content.reason, LONGEST_REASON))
        if content.reason
        else None,
        turn.say("report-forecast", day=format_day(content.forecast, turn.deps.texts, turn.language, "full"))
        if content.forecast
        else None,
        quoted(content.account) if content.account else None,
        *said_lines(turn, plan, content, told.evidence, LONGEST_SAID),
        *evidence_lines(turn, told.evidence)[:MOST_FILES],
        "",
        turn.say("given-only-read"),
    )
    place = (told.o.plan_id, period_of(told.o, plan.plan.rule.cycle), told.o.post_id)
    back = button(turn.plain("back"), "given", *place, args.page)
    return Screen(text, [*_files(turn, told), [back]])


def _version(turn: Turn, told: Told, at: datetime) -> Html:
    outcome = told.s.content.outcome
    return turn.say(
        "report-version",
        number=str(told.s.version),
        moment=words_of(turn).moment(at, turn.deps.zone),
        who=shortened(turn.me.name, 60),
        what=" ".join([MARKS[outcome] if outcome else "", told.figures]).strip(),
    )


def _files(turn: Turn, told: Told) -> list[list[Button]]:
    kept = [e for e in pieces(told.evidence) if e.is_file and e.sha256 is not None]
    named = [
        button(f"📎 {shortened(file_name(turn, e), 28)}", "gavefile", told.o.id, e.id)
        for e in kept[:MOST_FILES]
    ]
    return in_rows(named, 1)


@tap("gavefile")
async def send_file(turn: Turn) -> None:
    """Has a file of one's own report sent as a message of its own; of an album, all its pages."""
    told = await told_by(turn, turn.number())
    found = next((e for e in told.evidence if e.id == turn.number(1) and e.is_file), None)
    if found is None:
        raise Missing("unknown")
    for e in pages_of(found, told.evidence):
        await turn.queue(f"file:{e.id}:{turn.update_id}", EvidenceFile(evidence=e.id), to=turn.person_id)
    turn.toast = turn.plain("report-file-toast")
