"""What waits for a manager: submitted reports to accept or return, and requests to decide."""

from __future__ import annotations

from core.kernel.errors import Missing, NotAllowed
from core.model.obligations import Obligation, ReportState
from core.model.people import Role
from core.model.requests import Request
from core.owed.status import awaits_review
from core.people.holders import told_of_review
from core.report import review
from core.report.heaps import period_of
from core.summary.book import Book
from core.summary.live_reports import Listed, listed
from handlers.frame.messages import Accepted, Returned
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, message, tap, typed, view
from handlers.frame.screens import (
    LONGEST_TITLE,
    Button,
    Html,
    Screen,
    bold,
    button,
    html,
    lines,
    pages,
    quoted,
    shortened,
)
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Back, Review, SummaryReport
from handlers.manager.books import book_of, report_of
from handlers.manager.deciding import MANAGERS
from handlers.manager.summary_back import came_from, open_report
from handlers.manager.summary_lines import PAGE, home_button, title_with_period
from handlers.officer.notice_card import way_to_card
from handlers.words.request_words import about, subject_of
from handlers.words.summary_words import managers_mark, words_of


@command("review", roles=MANAGERS)
@tap("rv", roles=MANAGERS)
async def open_review(turn: Turn) -> None:
    turn.show(Review(page=turn.number() if turn.tap and turn.tap.args else 0))


@view(Review, is_list=True, roles=MANAGERS)
async def show_review(turn: Turn, args: Review) -> Screen:
    """Requests first, the longest waiting on top; then reports in the order of the plan."""
    requests = await turn.work.requests.waiting()
    reports = await turn.work.obligations.count_to_review()
    if not requests and not reports:
        return Screen(turn.say("review-none"), [[home_button(turn)]])
    page, first, count = pages(len(requests) + reports, args.page, PAGE)
    asked = requests[first : first + PAGE]
    skipped = max(0, first - len(requests))
    found = await listed(turn.work, await turn.work.obligations.to_review(skipped, PAGE - len(asked)))
    shown = [
        *[await _request_line(turn, at, one) for at, one in enumerate(asked, first + 1)],
        *(_report_line(turn, at, one) for at, one in enumerate(found, first + len(asked) + 1)),
    ]
    title = turn.say("review-title", reports=str(reports), requests=str(len(requests)))
    text = lines(bold(title), "", *(line for line, _ in shown))
    return Screen(
        text, [*([way] for _, way in shown), page_buttons(turn, page, count, "rv"), [home_button(turn)]]
    )


async def _request_line(turn: Turn, at: int, request: Request) -> tuple[Html, Button]:
    o = await turn.work.obligations.get(request.obligation_id)
    if o is None:
        raise Missing("unknown")
    subject = await subject_of(turn, o)
    mark = "⏳" if request.kind == "extension" else "➖"
    line = html(f"{mark} {at}. {shortened(subject.title, 90)} — {shortened(subject.post, 60)}")
    return line, button(f"{mark} {at}. {shortened(subject.title, LONGEST_TITLE)}", "rqsee", request.id)


def _report_line(turn: Turn, at: int, one: Listed) -> tuple[Html, Button]:
    mark = managers_mark(one.o, turn.deps.today())
    words = words_of(turn)
    line = html(
        f"{mark} {at}. {title_with_period(words, one.title, one.o, 90, None)} — {shortened(one.post, 60)}"
    )
    label = title_with_period(words, one.title, one.o, LONGEST_TITLE, one.o.period)
    return line, button(f"{mark} {at}. {label}", "srep", one.o.id, 0)


def review_rows(turn: Turn, book: Book, o: Obligation) -> list[list[Button]]:
    """Under a report, for managers: accept, return, the next one; what a request asks."""
    if not turn.me.may(Role.MANAGER):
        return []
    if turn.card.view.asks == "returning":
        return [[button(turn.plain("review-keep"), "srep", o.id, 0)]]
    row = []
    if awaits_review(o):
        row.append(button(turn.plain("review-accept"), "rvok", o.id, o.version))
    if review.can_be_returned(o):
        row.append(button(turn.plain("review-return"), "rvback", o.id, o.version))
    if o.excused:
        row.append(button(turn.plain("request-require-again"), "require", o.id))
    rest = [x for x in book.to_review() if x.id != o.id]
    ahead = [button(turn.plain("review-next", count=str(len(rest))), "rvnext", o.id)] if rest else []
    return [row, ahead]


@tap("rvok", roles=MANAGERS, step=True, style="success")
async def accept(turn: Turn) -> None:
    _, o = await report_of(turn, turn.number())
    if not await review.accept(turn.work, turn.me, o, turn.number(1), turn.now):
        await _already(turn, o)
        return
    await _tell_accepted(turn, o)
    await _go_on(turn, o, "review-accepted-toast")


async def _tell_accepted(turn: Turn, o: Obligation) -> None:
    """Seventeen reports accepted one after another are one message, not seventeen: it waits for the rest."""
    plan = await turn.deps.library.plan(turn.work, o.plan_id)
    period = period_of(o, plan.plan.rule.cycle)
    until = review.told_at(turn.now)
    for person in await told_of_review(turn.work, o, turn.deps.today()):
        key = f"accepted:{person}:{o.plan_id}:{period}:{until:%Y%m%dT%H%M}"
        await turn.queue(key, Accepted(plan=o.plan_id, period=period), to=person, at=until)


@message(Accepted)
async def show_accepted(turn: Turn, args: Accepted) -> Screen | None:
    """To the officer: how much of the period is accepted by now."""
    if not turn.is_member:
        return None
    worklist = await worklist_of(turn, own=True)
    try:
        heap = worklist.heap(args.plan, args.period)
    except NotAllowed:
        return None  # the post was handed over meanwhile
    accepted = sum(o.state is ReportState.ACCEPTED for o in heap.counted)
    if not accepted:
        return None
    period = words_of(turn).period(heap.period)
    plan = shortened(worklist.plans[heap.plan_id].title, 120)
    counts = {"accepted": str(accepted), "total": str(len(heap.counted))}
    return Screen(turn.say("review-accepted-notice", period=period, plan=plan, **counts))


@tap("rvback", roles=MANAGERS)
async def ask_comment(turn: Turn) -> None:
    """What is to be bettered is asked first: a return without a word helps nobody."""
    _, o = await report_of(turn, turn.number())
    if review.is_returned(o):
        await _already(turn, o)
        return
    turn.show(SummaryReport(o=o.id, page=0, back=came_from(turn), v=turn.number(1)), asks="returning")


@typed("returning", roles=MANAGERS)
async def take_comment(turn: Turn) -> None:
    """Returns the report with the comment, and tells the officers."""
    asked = turn.on(SummaryReport)
    _, o = await report_of(turn, asked.o)
    if not await review.give_back(turn.work, turn.me, o, asked.v or 0, turn.typed, turn.now):
        await _already(turn, o)
        return
    for person in await told_of_review(turn.work, o, turn.deps.today()):
        key = f"returned:{o.id}:{o.version}:{o.revision}:{person}"
        returned = Returned(obligation=o.id, version=o.version, by=turn.person_id)
        await turn.queue(key, returned, to=person)
    await _go_on(turn, o, "review-returned-toast")


async def _already(turn: Turn, o: Obligation) -> None:
    """Somebody else was faster: who, and the report as it stands."""
    decision = await review.last_decision(turn.work, o.id)
    who = await turn.work.people.get(decision.person_id) if decision and decision.person_id else None
    open_report(turn, o.id)
    key = "review-accepted-already" if o.state is ReportState.ACCEPTED else "review-returned-already"
    turn.tell(key, who=who.name if who else "—")


async def _go_on(turn: Turn, o: Obligation, said: str) -> None:
    """The next report where this one was opened from /review, else the same one as it stands now."""
    back = came_from(turn)
    turn.read_anew()
    if back is None or back.name != "review":
        turn.show(SummaryReport(o=o.id, page=0, back=back))
    else:
        _open_next(turn, await book_of(turn, o.plan_id), o.id, back)
    turn.tell(said)


@tap("rvnext", roles=MANAGERS, step=True, style="primary")
async def open_next(turn: Turn) -> None:
    book, o = await report_of(turn, turn.number())
    _open_next(turn, book, o.id, came_from(turn))


def _open_next(turn: Turn, book: Book, current: int, back: Back | None) -> None:
    following = book.next_to_review(current)
    if following is None:
        turn.show(Review(page=0))
    else:
        turn.show(SummaryReport(o=following.id, page=0, back=back))


@message(Returned)
async def show_returned(turn: Turn, args: Returned) -> Screen | None:
    """To the officer, at once: what came back and why. Nothing where it was handed in again meanwhile."""
    o = await turn.work.obligations.get(args.obligation)
    if not turn.is_member or o is None or o.state is not ReportState.RETURNED or o.version != args.version:
        return None
    who = await turn.work.people.get(args.by)
    now_with, rows = await way_to_card(turn, o, "review-mend")
    text = lines(
        bold(turn.say("review-returned-notice")),
        about(turn, await subject_of(turn, o)),
        quoted(o.comment or ""),
        turn.say("review-by", who=shortened(who.name, 60)) if who else None,
        now_with,
    )
    return Screen(text, rows)
