"""One report as the manager reads it, and the files behind it."""

from __future__ import annotations

from core.evidence.papers import pages_of
from core.kernel.errors import Missing
from core.model.obligations import Obligation
from core.owed.measures import measures_of
from core.people.names import names_of_people
from core.report.consolidation import lead_of, shares_of
from core.report.record import submitted_evidence
from core.report.rescale import measures_when, row_when
from core.report.review import last_decision
from handlers.frame.messages import EvidenceFile
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import Screen, bold, button, in_rows, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import SummaryReport
from handlers.manager.books import READERS, book_of, holders_of
from handlers.manager.deciding import request_rows
from handlers.manager.review import review_rows
from handlers.manager.summary import place_of
from handlers.manager.summary_back import back_buttons, open_report
from handlers.manager.summary_report_text import Report, file_name, report_text

FILES_PAGE = 8


@tap("srep", roles=READERS, of_message=True)
async def show(turn: Turn) -> None:
    """Opens a report, or another page of its files."""
    o = await _owed(turn, turn.number())
    turn.take_over()
    open_report(turn, o.id, turn.number(1))


async def _owed(turn: Turn, obligation_id: int) -> Obligation:
    """An obligation of a live plan. Raises Missing."""
    o = await turn.work.obligations.get(obligation_id)
    if o is None or o.withdrawn:
        raise Missing("unknown")
    await book_of(turn, o.plan_id)
    return o


@view(SummaryReport)
async def show_report(turn: Turn, args: SummaryReport) -> Screen:
    """Everything about one report, and a button for each file."""
    report = await _read(turn, args.o)
    files = report.files
    page, first, count = pages(len(files), args.page, FILES_PAGE)
    shown = files[first : first + FILES_PAGE]
    buttons = [
        button(f"📎 {shortened(file_name(turn, e, n), 28)}", "sfile", report.o.id, e.id) for e, n in shown
    ]
    rows = in_rows(buttons, 2)
    rows.append(page_buttons(turn, page, count, "srep", report.o.id))
    rows.extend(review_rows(turn, report.book, report.o))
    rows.extend(request_rows(turn, report.requests))
    rows.append(back_buttons(turn, place_of(report.book, None)))
    text = report_text(turn, report)
    if turn.card.view.asks == "returning":
        text = lines(text, "", bold(turn.say("review-comment")))
    return Screen(text, rows)


async def _read(turn: Turn, obligation_id: int) -> Report:
    o = await turn.work.obligations.get(obligation_id)
    if o is None:
        raise Missing("unknown")
    book = await book_of(turn, o.plan_id)
    activity = book.activity(o.activity_id)
    versions = await turn.work.obligations.submissions(o.id) if o.version else []
    reported = versions[-1].submitted_at if versions and o.is_submitted else None
    row = await row_when(turn.work, activity, reported)
    measures = measures_of(row, o.period, book.plan.terms(o.activity_id))
    lead = lead_of(activity, book.plan.posts, book.plan.plan.rule)
    names = await names_of_people(turn.work)
    return Report(
        book=book,
        o=o,
        activity=activity.model_copy(update={"row": row}),
        amended=row is not activity.row,
        measures=shares_of(measures) if lead not in (None, o.post_id) else measures,
        asked_then=[await measures_when(turn.work, book.plan, o, v.submitted_at) for v in versions],
        evidence=await submitted_evidence(turn.work, o),
        versions=versions,
        names=names,
        holders=(await holders_of(turn)).get(o.post_id, []),
        requests=await turn.work.requests.of_obligation(o.id),
        decision=await last_decision(turn.work, o.id) if o.version else None,
    )


@tap("sfile", roles=READERS)
async def send_file(turn: Turn) -> None:
    """Has a file sent as a message of its own; of an album, all its pages."""
    o = await _owed(turn, turn.number())
    wanted = turn.number(1)
    evidence = await submitted_evidence(turn.work, o)
    found = next((e for e in evidence if e.id == wanted and e.is_file), None)
    if found is None:
        raise Missing("unknown")
    for e in pages_of(found, evidence):
        await turn.queue(f"file:{e.id}:{turn.update_id}", EvidenceFile(evidence=e.id), to=turn.person_id)
    turn.toast = turn.plain("report-file-toast")
