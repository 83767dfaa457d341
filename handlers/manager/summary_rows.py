"""Under a line of the summary: a section's headings or rows, a row's reports, the reports of a post or another group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.kernel.errors import Missing
from core.model.obligations import Obligation
from core.owed.derive import lead_of
from core.plan.model import Section
from core.summary.book import Book, OwedRow
from core.summary.summary import Line, Summary
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import LONGEST_TITLE, Button, Html, Screen, bold, button, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import SummaryPost, SummaryRow, SummarySection
from handlers.manager.books import READERS, book_of, holder_names, period_word
from handlers.manager.summaries import POSTS, Kind, kind_behind, line_of
from handlers.manager.summary_back import back_buttons, here, open_report
from handlers.manager.summary_lines import (
    PAGE,
    head_line,
    home_button,
    owed_title,
    place_of,
    row_button,
    row_line,
    section_button,
    to_summary,
)
from handlers.words.summary_words import label_of, managers_mark, numbered_title, words_of


@tap("ssec", roles=READERS)
async def open_section(turn: Turn) -> None:
    book = await book_of(turn, turn.number())
    at = turn.number(2)
    book.section(at)
    turn.show(SummarySection(plan=book.id, period=period_word(turn, 1), section=at, page=turn.number(3)))


@dataclass(frozen=True)
class _Section:
    """A page of what is listed under a heading, with its places in the whole."""

    book: Book
    section: Section
    summary: Summary
    shown: Sequence[tuple[int, Line | OwedRow]]
    page: int
    count: int


@view(SummarySection, is_list=True, roles=READERS)
async def show_section(turn: Turn, args: SummarySection) -> Screen:
    """A heading's figures, then its rows, or the headings under it where the rows are many."""
    book = await book_of(turn, args.plan)
    section = book.section(args.section)
    summary = book.summary(args.period, section.id)
    found = book.opened(summary)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found[first : first + PAGE], first + 1))
    card = _Section(book, section, summary, shown, page, count)
    return Screen(_section_text(turn, card), _section_rows(turn, card, args.section))


def _section_text(turn: Turn, card: _Section) -> Html:
    words, total = words_of(turn), card.summary.total
    return lines(
        head_line(turn, card.book, card.summary.period),
        bold(label_of(card.section, 200)),
        *words.head(total),
        *_listed(turn, card),
        words.legend_of_done(total) if any(isinstance(x, Line) for _, x in card.shown) else None,
        turn.say("sum-marks") if any(isinstance(x, OwedRow) for _, x in card.shown) else None,
    )


def _section_rows(turn: Turn, card: _Section, at: int) -> list[list[Button]]:
    book, period = card.book, card.summary.period
    place = place_of(book, period)
    up = book.above(card.section, period)
    back = button(turn.plain("back"), "ssec", *place, book.place(up), 0) if up else to_summary(turn, place)
    return [
        *([_opener(turn, card, n, x)] for n, x in card.shown),
        page_buttons(turn, card.page, card.count, "ssec", *place, at),
        [back, home_button(turn)],
    ]


def _opener(turn: Turn, card: _Section, at: int, x: Line | OwedRow) -> Button:
    if isinstance(x, OwedRow):
        return row_button(card.book, card.summary.period, at, x)
    return section_button(words_of(turn), card.book, card.summary.period, x)


def _listed(turn: Turn, card: _Section) -> list[str]:
    """The lines; rows stand under their innermost heading, where that is not the one that was opened."""
    sections = card.book.tree.sections
    found: list[str] = [""]
    above: str | None = card.section.id
    for at, x in card.shown:
        if isinstance(x, Line):
            found.append(words_of(turn).section_line(x))
            continue
        heading = x.activity.row.section
        if heading is not None and heading != above and heading in sections:
            found.append(bold(label_of(sections[heading], 90)))
            above = heading
        found.append(row_line(card.book, at, x, 120))
    return [*found, ""]


@tap("sact", roles=READERS)
async def open_activity(turn: Turn) -> None:
    """A row: its one report, or the list of them."""
    book = await book_of(turn, turn.number())
    activity = book.activity(turn.number(2))
    period = period_word(turn, 1)
    behind = book.of_row(activity.id, period)
    if len(behind) == 1:
        open_report(turn, behind[0].id)
    else:
        turn.show(SummaryRow(plan=book.id, period=period, row=activity.id, page=0, back=here(turn)))


@tap("srowp", roles=READERS)
async def turn_row_page(turn: Turn) -> None:
    turn.show(turn.on(SummaryRow).but(page=turn.number()))


@view(SummaryRow, is_list=True, roles=READERS)
async def show_activity(turn: Turn, args: SummaryRow) -> Screen:
    """The reports on one row within the period: one a turn, or one a post."""
    book = await book_of(turn, args.plan)
    activity = book.activity(args.row)
    found = book.of_row(activity.id, args.period)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = found[first : first + PAGE]
    text = lines(
        head_line(turn, book, args.period),
        bold(numbered_title(activity, 600)),
        "",
        *(_report_label(turn, book, o, 90) for o in shown),
        "" if shown else turn.say("sum-nothing-owed"),
        turn.say("sum-marks"),
    )
    rows = [[button(_report_label(turn, book, o, LONGEST_TITLE), "srep", o.id, 0)] for o in shown]
    rows.append(page_buttons(turn, page, count, "srowp"))
    return Screen(text, [*rows, [*back_buttons(turn, place_of(book, args.period))]])


def _report_label(turn: Turn, book: Book, o: Obligation, most: int) -> str:
    """A report on a row: its mark, its period and its post, the lead's marked."""
    name = shortened(book.plan.post(o.post_id), most)
    if o.post_id == lead_of(book.activity(o.activity_id), book.plan.posts, book.plan.plan.rule):
        name = turn.plain("svod-lead", name=name)
    return f"{managers_mark(o, book.today)} {words_of(turn).period(o.period, 'short')} · {name}"


@tap("spost", roles=READERS)
async def open_reports(turn: Turn) -> None:
    """The reports behind a line: of a post, which its number names, or of a line of another summary."""
    book = await book_of(turn, turn.number())
    kind, _ = kind_behind(turn.word(2))
    post = turn.number(2) if kind is POSTS else turn.word(2)
    if kind is POSTS and post not in book.plan.posts:
        raise Missing("unknown")
    turn.show(SummaryPost(plan=book.id, period=period_word(turn, 1), post=post, page=turn.number(3)))


@dataclass(frozen=True)
class _Reports:
    """A page of the reports behind a line, with their places in the whole; no line where nothing is behind it."""

    book: Book
    period: str | None
    line: Line | None
    shown: Sequence[tuple[int, Obligation]]
    page: int
    count: int


@view(SummaryPost, is_list=True, roles=READERS)
async def show_reports(turn: Turn, args: SummaryPost) -> Screen:
    """A post and who holds it, or a line of another summary; and each report that is behind it in the period."""
    book = await book_of(turn, args.plan)
    kind, id = kind_behind(str(args.post))
    line = line_of(words_of(turn), book, args.period, kind, id)
    found = book.of(line) if line else []
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found[first : first + PAGE], first + 1))
    card = _Reports(book, args.period, line, shown, page, count)
    about = await _about_post(turn, book, int(id)) if kind is POSTS else [bold(line.title)] if line else []
    return Screen(_reports_text(turn, card, about), _reports_rows(turn, card, args.post, kind))


def _reports_text(turn: Turn, card: _Reports, about: Sequence[str]) -> Html:
    return lines(
        head_line(turn, card.book, card.period),
        *about,
        *(words_of(turn).head(card.line.tally) if card.line else [turn.say("sum-nothing-owed")]),
        "",
        *(_owed_line(turn, card, at, o, 120) for at, o in card.shown),
        "",
        turn.say("sum-marks"),
    )


def _reports_rows(turn: Turn, card: _Reports, named: int | str, kind: Kind) -> list[list[Button]]:
    place = place_of(card.book, card.period)
    return [
        *([button(_owed_line(turn, card, at, o, LONGEST_TITLE), "srep", o.id, 0)] for at, o in card.shown),
        page_buttons(turn, card.page, card.count, "spost", *place, named),
        [button(turn.plain("back"), "sumby", *place, kind.code, 0), home_button(turn)],
    ]


def _owed_line(turn: Turn, card: _Reports, at: int, o: Obligation, most: int) -> str:
    """A report's mark, its place in the list, and its row."""
    title = owed_title(words_of(turn), card.book, o, most, card.period)
    return f"{managers_mark(o, card.book.today)} {at}. {title}"


async def _about_post(turn: Turn, book: Book, post: int) -> list[str]:
    names = await holder_names(turn, post)
    who = ", ".join(names) or turn.plain("sum-nobody")
    return [bold(book.plan.post(post)), turn.say("sum-holders", names=who)]
