"""What the pages of a summary have in common: the plan and period at the top, lines and buttons of rows, the way out."""

from __future__ import annotations

from core.model.obligations import Obligation
from core.summary.book import Book, OwedRow
from core.summary.summary import Line
from handlers.frame.screens import LONGEST_TITLE, Button, Html, bold, button, shortened
from handlers.frame.turn import Turn
from handlers.manager.books import WHOLE
from handlers.words.summary_words import Words, label_of, managers_mark, words_of

PAGE = 8


def head_line(turn: Turn, book: Book, period: str | None) -> Html:
    """I квартал 2024 · План мероприятий"""
    title = shortened(book.plan.title, 120)
    return bold(turn.say("sum-title", period=words_of(turn).period(period), plan=title))


def place_of(book: Book, period: str | None) -> tuple[int, str]:
    """How buttons name a plan and a period."""
    return book.id, period or WHOLE


def row_line(book: Book, at: int, row: OwedRow, most: int) -> str:
    """A row's mark, or how many of its reports are submitted; its place in the list, and its title."""
    counts = f"{row.submitted}/{len(row.obligations)} ·"
    mark = managers_mark(row.obligations[0], book.today) if len(row.obligations) == 1 else counts
    return f"{mark} {at}. {shortened(row.activity.row.title, most)}"


def row_button(book: Book, period: str | None, at: int, row: OwedRow) -> Button:
    return button(row_line(book, at, row, LONGEST_TITLE), "sact", *place_of(book, period), row.activity.id)


def section_button(words: Words, book: Book, period: str | None, line: Line) -> Button:
    label = f"{label_of(line, LONGEST_TITLE)} · {words.share(line.tally.execution)}"
    return button(label, "ssec", *place_of(book, period), book.place(line.id), 0)


def owed_title(words: Words, book: Book, o: Obligation, most: int, period: str | None) -> str:
    """The row that a report is on; with the report's own period where that is not the one shown."""
    return title_with_period(words, book.activity(o.activity_id).row.title, o, most, period)


def title_with_period(words: Words, title: str, o: Obligation, most: int, period: str | None) -> str:
    """The same of a title that is known."""
    title = shortened(title, most)
    return title if o.period == period else f"{title} · {words.period(o.period, 'short')}"


def home_button(turn: Turn) -> Button:
    return button(turn.plain("home-button"), "home")


def to_summary(turn: Turn, place: tuple[int, str]) -> Button:
    return button(turn.plain("back"), "sum", *place)
