"""A report in words: what was owed, how it stands, what was submitted, its evidence, its versions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.model.obligations import ReportState
from core.model.requests import Request
from core.owed.calendar import working_days_between
from core.owed.measures import achievement
from core.owed.status import is_late, is_on_time, is_overdue, is_recorded
from core.plan.model import Unit
from core.plan.reports import Draft, Evidence, Measure
from core.ports.repositories import Submission
from core.report.told import told
from core.summary.formatting import format_figure
from core.summary.whole_report import Report
from handlers.card.shared_row_words import made_of
from handlers.frame.paging import first_of
from handlers.frame.screens import Html, bold, html, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.manager.books import holder_words
from handlers.words.deadline_words import deadline_words
from handlers.words.evidence_words import file_name as evidence_name
from handlers.words.evidence_words import paper_line, pieces_remarked, place_line, remark_line
from handlers.words.joint_words import said_lines
from handlers.words.recorded_words import MARKS, outcome_word, standing_line
from handlers.words.request_words import moved_lines, wanted
from handlers.words.summary_words import label_of, numbered_title, words_of
from handlers.words.told_words import MANAGER, brief_words, told_lines, version_line, why_line

MOST_EVIDENCE = 12
MOST_REMARKS = 4
MOST_VERSIONS = 6
ROOM = 3700
"""Characters of a message that the report fills; the rest is for a notice above it."""
LEAST_ACCOUNT = 400


def report_text(turn: Turn, report: Report) -> Html:
    """Everything that fits: first the row and what was submitted, then evidence and history, the account in what is left."""
    account = report.content.account if report.content else None
    above = lines(*_owed_lines(turn, report), *_standing_lines(turn, report), *_content_lines(turn, report))
    below = [
        *_request_lines(turn, report),
        *_evidence_lines(turn, report),
        *_version_lines(turn, report),
    ]
    kept = _fitting(below, ROOM - len(above) - (LEAST_ACCOUNT if account else 0))
    if not account:
        return lines(above, *kept)
    room = ROOM - len(above) - len(lines(*kept))
    return lines(above, quoted(_account(account, max(room, LEAST_ACCOUNT))), *kept)


def _fitting(said: list[str | None], room: int) -> list[str | None]:
    """As many lines as there is room for."""
    kept: list[str | None] = []
    for line in said:
        room -= len(line) + 1 if line is not None else 0
        if room < 0:
            return [*kept, "…"]
        kept.append(line)
    return kept


def _account(text: str, room: int) -> str:
    """The text, cut where it takes more room than there is once it is escaped."""
    most = room
    while len(html(shortened(text, most))) > room:
        most = most * 3 // 4
    return shortened(text, most)


def _owed_lines(turn: Turn, report: Report) -> list[str | None]:
    """The row: where it stands, what it is, who owes it, for when, against what plan."""
    book, o = report.book, report.o
    activity, words = report.activity, words_of(turn)
    row = activity.row
    headings = book.plan.headings(activity.id)
    ends = headings[:1] + headings[1:][-1:]
    path = " › ".join(label_of(s, 60) for s in ends)
    holders = [holder_words(turn, holder) for holder in report.holders]
    who = shortened(", ".join(holders), 80) if holders else turn.plain("sum-nobody")
    due = deadline_words(turn, book.plan, row)
    return [
        turn.say("report-where", period=words.period(o.period), path=path) if path else None,
        bold(numbered_title(activity, 500)),
        turn.say("report-post", post=shortened(book.plan.post(o.post_id), 120), who=who),
        turn.say("report-form", form=shortened(row.completion_form, 120)) if row.completion_form else None,
        turn.say("report-deadline", deadline=shortened(due, 80)) if due else None,
        turn.say("report-due", day=words.day(o.due.report_due)),
        *moved_lines(turn, o),
        turn.say("report-expected", text=shortened(row.expected_result, 250))
        if row.expected_result
        else None,
        turn.say("report-plan", value=_planned(turn, report)),
        turn.say("report-as-was") if report.amended else None,
    ]


def _planned(turn: Turn, report: Report) -> str:
    """The plan value in words where it is a figure, else as printed."""
    main, o = report.measures[0], report.o
    target = report.activity.row.targets.get(o.period) if report.amended and o.target else o.target
    if main.plan is not None and main.unit is not Unit.TEXT and not main.words:
        return _figure(turn, main.plan, main)
    if target == "+":
        return turn.plain("unit-present")
    return shortened(target, 200) if target else turn.plain("share-none")


def _standing_lines(turn: Turn, report: Report) -> list[str | None]:
    """Whether it is submitted, when and by whom, and how late."""
    o, book = report.o, report.book
    days = turn.deps.days
    if o.state is ReportState.RETURNED:
        return ["", turn.say("report-returned"), quoted(shortened(o.comment or "—", 300))]
    if o.is_submitted and report.versions:
        last = report.versions[-1]
        moment = words_of(turn).moment(last.submitted_at, turn.deps.zone)
        said = turn.say("report-submitted", moment=moment, who=_who(turn, report, last))
        accepted = _accepted_line(turn, report)
        if is_late(o) and o.first_submitted_on is not None:
            late = working_days_between(days, o.due_now.report_due, o.first_submitted_on)
            return ["", said, turn.say("report-late", count=late), accepted]
        key = "report-on-time" if is_on_time(o) else "report-in-extension"
        return ["", said, turn.say(key, count=len(report.versions)), accepted]
    if o.excused:
        return []
    found: list[str | None] = [""]
    if is_overdue(o, book.today):
        found.append(
            turn.say("report-overdue", count=working_days_between(days, o.due_now.report_due, book.today))
        )
    found.append(turn.say("report-recorded") if is_recorded(o) else turn.say("report-nothing"))
    return found


def _accepted_line(turn: Turn, report: Report) -> Html | None:
    """Who accepted it, and when."""
    line = report.decision
    if report.o.state is not ReportState.ACCEPTED or line is None or line.person_id is None:
        return None
    moment = words_of(turn).moment(line.at, turn.deps.zone)
    return turn.say("past-accepted", who=_name(report, line.person_id), moment=moment)


def _request_lines(turn: Turn, report: Report) -> list[str | None]:
    """What the officer asked, with both days, and what came of it."""
    if not report.requests:
        return []
    return [
        "",
        bold(turn.say("request-list")),
        *(_request_line(turn, report, r) for r in report.requests[-3:]),
    ]


def _request_line(turn: Turn, report: Report, r: Request) -> Html:
    said = lines(wanted(turn, r), html(shortened(r.reason, 150)))
    if r.decided_by is None or r.decided_at is None:
        return lines(said, turn.say("request-waiting"))
    moment = words_of(turn).moment(r.decided_at, turn.deps.zone)
    how = f"request-{r.state.value.replace('_', '-')}"
    return lines(said, turn.say(how, who=_name(report, r.decided_by), moment=moment))


def _content_lines(turn: Turn, report: Report) -> list[str | None]:
    """What was submitted; its account, papers and files come below."""
    content = report.content
    if content is None:
        return []
    plan = report.book.plan
    posts = {i: p.name for i, p in plan.posts.items()}
    own: dict[str, Sequence[str | None]] = {
        "outcome": [_outcome_line(turn, content)],
        "figures": _figure_lines(turn, report.measures, content),
        "gathered": [made_of(turn, posts, report.book.obligations, content)],
        "said": said_lines(turn, plan, content.said, report.evidence, 600),
        "account": [],
        "evidence": [],
    }
    return told_lines(turn, told(content, report.measures, report.evidence), MANAGER, own)


def _outcome_line(turn: Turn, content: Draft) -> Html | None:
    if content.outcome is None:
        return None
    word = outcome_word(turn, content.outcome)
    return bold(turn.say("report-outcome", mark=MARKS[content.outcome], outcome=word))


def _figure_lines(turn: Turn, measures: tuple[Measure, ...], content: Draft) -> list[Html]:
    """Each figure beside its plan, money by source, how the main one stands to its plan."""
    main = measures[0]
    whole = [m for m in measures if m.id in content.figures and m.role != "by_source"]
    return [
        *(_figure_line(turn, m, content.figures[m.id]) for m in whole),
        *_parts_line(turn, measures, content),
        *standing_line(turn, main, content),
        *_achievement_line(turn, main, content),
    ]


def _achievement_line(turn: Turn, main: Measure, content: Draft) -> list[Html]:
    if main.id not in content.figures or main.unit in (Unit.PRESENCE, Unit.STAGE):
        return []
    share = achievement(content.figures[main.id], main.plan, main.better)
    return [] if share is None else [turn.say("report-achievement", share=words_of(turn).share(share))]


def _parts_line(turn: Turn, measures: tuple[Measure, ...], content: Draft) -> list[Html]:
    """По источникам: МБ 300 млн тг · РБ 150 млн тг"""
    parts = [
        f"{m.noun} {_figure(turn, content.figures[m.id], m)}"
        for m in measures
        if m.role == "by_source" and m.id in content.figures
    ]
    return [turn.say("report-by-source", parts=" · ".join(parts))] if parts else []


def _figure_line(turn: Turn, measure: Measure, value: Decimal) -> Html:
    fact = _figure(turn, value, measure)
    if measure.role == "main" or measure.plan is None:
        return turn.say("report-fact", value=fact)
    plan = _figure(turn, measure.plan, measure)
    if measure.role == "spent":
        return turn.say("report-spent", value=fact, plan=plan)
    return turn.say("report-least" if measure.better == "up" else "report-most", value=fact, plan=plan)


def _figure(turn: Turn, value: Decimal, measure: Measure) -> str:
    return format_figure(value, measure, turn.deps.texts, turn.language)


def _evidence_lines(turn: Turn, report: Report) -> list[str | None]:
    """Papers, links, files and albums, one a line."""
    said = [line for e in report.evidence if (line := _paper_or_place(turn, e)) is not None]
    said.extend(html(f"📎 {file_name(turn, e, n)}") for e, n in report.files)
    if not said:
        return ["", turn.say("report-no-evidence")] if report.o.version else []
    more = len(said) - MOST_EVIDENCE
    found: list[str | None] = ["", bold(turn.say("report-evidence")), *said[:MOST_EVIDENCE]]
    found.append(turn.say("report-more", count=str(more)) if more > 0 else None)
    return [*found, *_remark_lines(turn, report)]


def _paper_or_place(turn: Turn, e: Evidence) -> Html | None:
    """What a piece says beside its file: number and date, a link, a place."""
    if e.number or e.dated or e.kind == "paper":
        return paper_line(turn, e)
    if e.kind == "location":
        return place_line(turn, e)
    return _link_line(e) if e.kind == "link" else None


def _remark_lines(turn: Turn, report: Report) -> list[str | None]:
    """What was pointed out about what was handed in, and what of it the officer confirmed."""
    said = [
        turn.say("report-remark-kept", remark=line) if r.kept else line
        for e in pieces_remarked(report.evidence)
        for r in e.remarks
        for line in [remark_line(turn, report.book.plan, e, r)]
    ]
    return [bold(turn.say("report-remarks")), *first_of(turn, said, MOST_REMARKS)] if said else []


def _link_line(e: Evidence) -> Html:
    return lines(f"🔗 {shortened(e.link or '', 120)}")


def file_name(turn: Turn, e: Evidence, pages_of: int) -> str:
    """A file's own name; a photo's or an album's in words."""
    if pages_of > 1:
        return turn.plain("report-album", count=pages_of)
    return evidence_name(turn, e)


def _version_lines(turn: Turn, report: Report) -> list[str | None]:
    """Every version that was submitted, the newest first, where there is more than one; of one why it came late."""
    if len(report.versions) < 2:
        return [why_line(turn, v) for v in report.versions]
    newest = list(reversed(list(zip(report.versions, report.asked_then, strict=True))))
    more = len(newest) - MOST_VERSIONS
    said = [
        version_line(turn, v, _who(turn, report, v), brief_words(turn, told(v.content, asked)))
        for v, asked in newest[:MOST_VERSIONS]
    ]
    found: list[str | None] = ["", bold(turn.say("report-versions")), *said]
    return [*found, turn.say("report-more", count=str(more)) if more > 0 else None]


def _who(turn: Turn, report: Report, v: Submission) -> str:
    """Who submitted a version, and in whose stead where it was not their own."""
    name = _name(report, v.submitted_by)
    if v.acting is None:
        return name
    if not v.acting.holders:
        return turn.plain("report-behalf-vacant", name=name)
    held_by = ", ".join(_name(report, i) for i in v.acting.holders)
    return turn.plain(f"report-{v.acting.how}", name=name, holders=held_by)


def _name(report: Report, person_id: int) -> str:
    return shortened(report.names.get(person_id, str(person_id)), 60)
