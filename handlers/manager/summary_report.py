"""One report as the manager reads it, and the files behind it."""

from __future__ import annotations

from core.evidence.papers import pages_of
from core.kernel.errors import Missing
from core.report.record import submitted_evidence
from core.summary.whole_report import Report, read_report
from handlers.frame.messages import EvidenceFile
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import Button, Screen, bold, button, in_rows, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import SummaryReport
from handlers.manager.books import READERS, book_of, report_of
from handlers.manager.deciding import request_rows
from handlers.manager.review import review_rows
from handlers.manager.summary_back import back_buttons, open_report
from handlers.manager.summary_lines import place_of
from handlers.manager.summary_report_text import file_name, report_text

FILES_PAGE = 8


@tap("srep", roles=READERS, of_message=True)
async def show(turn: Turn) -> None:
    """Opens a report, or another page of its files."""
    _, o = await report_of(turn, turn.number())
    turn.take_over()
    open_report(turn, o.id, turn.number(1))


@view(SummaryReport, roles=READERS)
async def show_report(turn: Turn, args: SummaryReport) -> Screen:
    """Everything about one report, and a button for each file."""
    o = await turn.work.obligations.get(args.o)
    if o is None:
        raise Missing("unknown")
    report = await read_report(turn.work, await book_of(turn, o.plan_id), o)
    text = report_text(turn, report)
    if turn.card.view.asks == "returning":
        text = lines(text, "", bold(turn.say("review-comment")))
    return Screen(text, _rows(turn, report, args.page))


def _rows(turn: Turn, report: Report, at: int) -> list[list[Button]]:
    """The files, then what can be done."""
    page, first, count = pages(len(report.files), at, FILES_PAGE)
    files = [
        button(f"📎 {shortened(file_name(turn, e, n), 28)}", "sfile", report.o.id, e.id)
        for e, n in report.files[first : first + FILES_PAGE]
    ]
    return [
        *in_rows(files, 2),
        page_buttons(turn, page, count, "srep", report.o.id),
        *review_rows(turn, report.book, report.o),
        *request_rows(turn, report.requests),
        back_buttons(turn, place_of(report.book, None)),
    ]


@tap("sfile", roles=READERS)
async def send_file(turn: Turn) -> None:
    """Has a file sent as a message of its own; of an album, all its pages."""
    _, o = await report_of(turn, turn.number())
    wanted = turn.number(1)
    evidence = await submitted_evidence(turn.work, o)
    found = next((e for e in evidence if e.id == wanted and e.is_file), None)
    if found is None:
        raise Missing("unknown")
    for e in pages_of(found, evidence):
        await turn.queue(f"file:{e.id}:{turn.update_id}", EvidenceFile(evidence=e.id), to=turn.person_id)
    turn.toast = turn.plain("report-file-toast")
