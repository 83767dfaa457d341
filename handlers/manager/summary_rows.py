"""Under a line of the summary: a section's headings or rows, a row's reports, a post's reports."""

from __future__ import annotations

from collections.abc import Sequence

from core.kernel.errors import Missing
from core.model.obligations import Obligation
from core.report.consolidation import lead_of
from core.summary.book import Book, Row
from core.summary.summary import Line, Summary
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import LONGEST_TITLE, Button, Screen, bold, button, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import SummaryPost, SummaryRow, SummarySection
from handlers.manager.books import READERS, book_of, holders_of, period_word
from handlers.manager.summary import (
    PAGE,
    head_line,
    home_button,
    line_button,
    owed_title,
    place_of,
    row_button,
    row_line,
    to_summary,
    words_of,
)
from handlers.manager.summary_back import back_buttons, here, open_report
from handlers.words.summary_words import Words, label_of, mark_of, row_label

FLAT = 20
"""A heading with up to so many rows under it opens to them at once, else to the headings under it."""


@tap("ssec", roles=READERS)
async def open_section(turn: Turn) -> None:
    book = await book_of(turn, turn.number())
    at = turn.number(2)
    book.section(at)
    turn.show(SummarySection(plan=book.id, period=period_word(turn, 1), section=at, page=turn.number(3)))


@view(SummarySection, is_list=True)
async def show_section(turn: Turn, args: SummarySection) -> Screen:
    """A heading's figures, then its rows, or the headings under it where the rows are many."""
    book = await book_of(turn, args.plan)
    period, section = args.period, book.section(args.section)
    summary = book.summary(period, section.id)
    found = _opened(book, summary)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found[first : first + PAGE], first + 1))
    words = words_of(turn)
    text = lines(
        head_line(turn, book, period),
        bold(label_of(section, 200)),
        *words.head(summary.total),
        *_listed(words, book, shown, section.id),
        words.legend(summary.total, False) if any(isinstance(x, Line) for _, x in shown) else None,
        turn.say("sum-marks") if any(isinstance(x, Row) for _, x in shown) else None,
    )
    place = place_of(book, period)
    rows = [[_opener(words, book, period, at, x)] for at, x in shown]
    rows.append(page_buttons(turn, page, count, "ssec", *place, args.section))
    up = section.parent if section.parent in book.tree.sections else None
    back = (
        button(turn.plain("back"), "ssec", *place, book.place(up), 0)
        if up and len(book.rows(period, up)) > FLAT
        else to_summary(turn, place)
    )
    return Screen(text, [*rows, [back, home_button(turn)]])


def _opened(book: Book, summary: Summary) -> list[Line | Row]:
    """What is listed under a heading: every row below it, or the next headings where those are too many."""
    rows = book.rows(summary.period, summary.section)
    found = summary.by_section
    if len(rows) <= FLAT or not any(line.kind == "section" for line in found):
        return list(rows)
    return [book.row_of(line) if line.kind == "activity" else line for line in found]


def _opener(words: Words, book: Book, period: str | None, at: int, x: Line | Row) -> Button:
    if isinstance(x, Row):
        return row_button(book, period, at, x)
    return line_button(words, book, period, at, x)


def _listed(words: Words, book: Book, shown: Sequence[tuple[int, Line | Row]], section: str) -> list[str]:
    """The lines; rows stand under their innermost heading, where that is not the one that was opened."""
    found: list[str] = [""]
    above: str | None = section
    for at, x in shown:
        if isinstance(x, Line):
            found.append(words.section_line(x))
            continue
        heading = x.activity.row.section
        if heading is not None and heading != above and heading in book.tree.sections:
            found.append(bold(label_of(book.tree.sections[heading], 90)))
            above = heading
        found.append(row_line(book, at, x, 120))
    return [*found, ""]


@tap("sact", roles=READERS)
async def open_activity(turn: Turn) -> None:
    """A row: its one report, or the list of them."""
    book = await book_of(turn, turn.number())
    activity = book.activity(turn.number(2))
    period = period_word(turn, 1)
    behind = _of_row(book, period, activity.id)
    if len(behind) == 1:
        open_report(turn, behind[0].id)
    else:
        turn.show(SummaryRow(plan=book.id, period=period, row=activity.id, page=0, back=here(turn)))


@tap("srowp", roles=READERS)
async def turn_row_page(turn: Turn) -> None:
    turn.show(turn.on(SummaryRow).but(page=turn.number()))


@view(SummaryRow, is_list=True)
async def show_activity(turn: Turn, args: SummaryRow) -> Screen:
    """The reports on one row within the period: one a turn, or one a post."""
    book = await book_of(turn, args.plan)
    period = args.period
    activity = book.activity(args.row)
    found = _of_row(book, period, activity.id)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = found[first : first + PAGE]
    lead = lead_of(activity, book.plan.posts, book.plan.plan.rule)

    def label(o: Obligation, most: int) -> str:
        name = shortened(book.plan.post(o.post_id), most)
        if o.post_id == lead:
            name = turn.plain("svod-lead", name=name)
        return f"{mark_of(o, book.today)} {words_of(turn).period(o.period, 'short')} · {name}"

    text = lines(
        head_line(turn, book, period),
        bold(row_label(activity, 600)),
        "",
        *(label(o, 90) for o in shown),
        "" if shown else turn.say("sum-nothing-owed"),
        turn.say("sum-marks"),
    )
    rows = [[button(label(o, LONGEST_TITLE), "srep", o.id, 0)] for o in shown]
    rows.append(page_buttons(turn, page, count, "srowp"))
    return Screen(text, [*rows, [*back_buttons(turn, place_of(book, period))]])


def _of_row(book: Book, period: str | None, activity_id: int) -> list[Obligation]:
    return next((r.obligations for r in book.rows(period) if r.activity.id == activity_id), [])


@tap("spost", roles=READERS)
async def open_post(turn: Turn) -> None:
    book = await book_of(turn, turn.number())
    post = turn.number(2)
    if post not in book.plan.posts:
        raise Missing("unknown")
    turn.show(SummaryPost(plan=book.id, period=period_word(turn, 1), post=post, page=turn.number(3)))


@view(SummaryPost, is_list=True)
async def show_post(turn: Turn, args: SummaryPost) -> Screen:
    """A post, who holds it, and each report that it owes in the period."""
    book = await book_of(turn, args.plan)
    period, post = args.period, args.post
    line = next((x for x in book.summary(period).by_post if x.id == str(post)), None)
    found = book.of(line) if line else []
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found[first : first + PAGE], first + 1))
    words = words_of(turn)
    text = lines(
        head_line(turn, book, period),
        bold(book.plan.post(post)),
        _holders(turn, (await holders_of(turn)).get(post, [])),
        *(words.head(line.tally) if line else [turn.say("sum-nothing-owed")]),
        "",
        *(_owed_line(turn, book, at, o, 120, period) for at, o in shown),
        "",
        turn.say("sum-marks"),
    )
    place = place_of(book, period)
    rows = [
        [button(_owed_line(turn, book, at, o, LONGEST_TITLE, period), "srep", o.id, 0)] for at, o in shown
    ]
    rows.append(page_buttons(turn, page, count, "spost", *place, post))
    back = button(turn.plain("back"), "sumby", *place, "p", 0)
    return Screen(text, [*rows, [back, home_button(turn)]])


def _owed_line(turn: Turn, book: Book, at: int, o: Obligation, most: int, period: str | None) -> str:
    """A report's mark, its place in the list, and its row."""
    return f"{mark_of(o, book.today)} {at}. {owed_title(words_of(turn), book, o, most, period)}"


def _holders(turn: Turn, names: Sequence[str]) -> str:
    if not names:
        return turn.say("sum-nobody")
    return turn.say("sum-holders", names=", ".join(names))
