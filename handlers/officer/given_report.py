"""One report that a person submitted for a post that is theirs no more: whole, with its files (domain, §6)."""

from __future__ import annotations

from core.report.past_reports import GivenReport, given_by
from core.report.told import told
from handlers.frame.messages import EvidenceFile
from handlers.frame.registry import tap, view
from handlers.frame.screens import Button, Screen, button, in_rows, lines, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Gave
from handlers.words.evidence_words import file_name, pieces
from handlers.words.joint_words import said_lines
from handlers.words.request_words import about, subject_of
from handlers.words.told_words import GIVEN, brief_words, told_lines, version_line

MOST_FILES = 10
LONGEST_REASON = 400
LONGEST_SAID = 500


@tap("gave")
async def open_report(turn: Turn) -> None:
    given = await given_by(turn.work, turn.deps.library, turn.person_id, turn.number())
    turn.show(Gave(o=given.o.id, page=turn.number(1)))


@view(Gave)
async def show_report(turn: Turn, args: Gave) -> Screen:
    """As it was submitted: outcome, figures, reason, account, papers and files. Nothing of it can be changed."""
    given = await given_by(turn.work, turn.deps.library, turn.person_id, args.o)
    said = told(given.s.content, given.measures, given.evidence)
    own = {
        **dict.fromkeys(("outcome", "figures", "gathered"), ()),
        "said": said_lines(turn, given.plan, given.s.content.said, given.evidence, LONGEST_SAID),
    }
    text = lines(
        about(turn, await subject_of(turn, given.o)),
        "",
        version_line(
            turn,
            given.s,
            shortened(turn.me.name, 60),
            brief_words(turn, [one for one in said if one.name in own]),
            LONGEST_REASON,
        ),
        *told_lines(turn, said, GIVEN, own),
        "",
        turn.say("given-only-read"),
    )
    place = (given.o.plan_id, given.period, given.o.post_id)
    back = button(turn.plain("back"), "given", *place, args.page)
    return Screen(text, [*_files(turn, given), [back]])


def _files(turn: Turn, given: GivenReport) -> list[list[Button]]:
    kept = [e for e in pieces(given.evidence) if e.is_file and e.sha256 is not None]
    named = [
        button(f"📎 {shortened(file_name(turn, e), 28)}", "gavefile", given.o.id, e.id)
        for e in kept[:MOST_FILES]
    ]
    return in_rows(named, 1)


@tap("gavefile")
async def send_file(turn: Turn) -> None:
    """Has a file of one's own report sent as a message of its own; of an album, all its pages."""
    given = await given_by(turn.work, turn.deps.library, turn.person_id, turn.number())
    for e in given.pages(turn.number(1)):
        await turn.queue(f"file:{e.id}:{turn.update_id}", EvidenceFile(evidence=e.id), to=turn.person_id)
    turn.toast = turn.plain("report-file-toast")
