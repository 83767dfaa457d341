"""Every summary that a manager is offered: a new one is a function in `core.summary` that parts what is owed, and an entry here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.kernel.errors import Outdated
from core.summary.book import Book
from core.summary.summary import Line, Summary
from core.summary.tallies import Tally
from handlers.frame.screens import Button, button, on_button
from handlers.manager.summary_lines import place_of, row_button, row_line, section_button
from handlers.words.summary_words import Words


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to part what is owed on a plan in a period. It is offered on the card of the summary, and printed by
    `python -m bot summary`.

    `code` names it in buttons (short, for good), `name` on the card that is kept (for good). `button` and `heading` are
    ids of texts: of its button, which takes a mark `on`, and of its caption in plain text. `lines` are its data, of
    which `said` makes words, and `legend` tells what the bars of the lines show. `titled` names a line whose data is no
    words yet: a day, a period.
    """

    code: str
    name: str
    button: str
    heading: str
    lines: Callable[[Book, Summary], Sequence[Line]]
    said: Callable[[Words, Line], str] = Words.post_line
    legend: Callable[[Words, Tally], str] = Words.legend_of_submitted
    titled: Callable[[Words, Line], str] | None = None

    def lines_in(self, words: Words, book: Book, summary: Summary) -> list[Line]:
        """Its lines, named in one language."""
        found = self.lines(book, summary)
        if self.titled is None:
            return list(found)
        return [line.model_copy(update={"title": self.titled(words, line)}) for line in found]


SECTIONS = Kind(
    code="s",
    name="sections",
    button="sum-by-sections",
    heading="summary-by-section",
    lines=lambda _, summary: summary.by_section,
    said=Words.section_line,
    legend=Words.legend_of_done,
)
POSTS = Kind(
    code="p",
    name="posts",
    button="sum-by-posts",
    heading="summary-by-post",
    lines=lambda _, summary: summary.by_post,
)

SUMMARIES = [SECTIONS, POSTS]
"""In the order in which they are offered; the first is the one that a summary opens with."""


def kind_named(name: str | None) -> Kind:
    """The summary that a card shows; the first where it names none, or one that is there no more."""
    return next((kind for kind in SUMMARIES if kind.name == name), SUMMARIES[0])


def kind_coded(code: str) -> Kind:
    """The summary that a button names, likewise."""
    return next((kind for kind in SUMMARIES if kind.code == code), SUMMARIES[0])


def line_words(words: Words, book: Book, kind: Kind, at: int, line: Line) -> str:
    """A line in the chat: a row of the plan by its mark, anything else as its summary says it."""
    if line.kind == "activity":
        return row_line(book, at, book.row_of(line), 90)
    return kind.said(words, line)


def line_button(words: Words, book: Book, period: str | None, kind: Kind, at: int, line: Line) -> Button:
    """Opens a section, the row at that place in the list, or the reports behind any other line."""
    if line.kind == "activity":
        return row_button(book, period, at, book.row_of(line))
    if line.kind == "section":
        return section_button(words, book, period, line)
    label = on_button(line.title, f" · {line.tally.submitted}/{line.tally.owed}")
    return button(label, "spost", *place_of(book, period), named(kind, line), 0)


def named(kind: Kind, line: Line) -> str:
    """How a button names a line with reports behind it: a post by its number, any other by its summary and id."""
    return line.id if line.kind == "post" else f"{kind.code}-{line.id}"


def kind_behind(word: str) -> tuple[Kind, str]:
    """The summary and the id of a line that a button names so. Raises Outdated where there is no such summary."""
    code, dash, id = word.partition("-")
    if not dash:
        return POSTS, word
    found = next((kind for kind in SUMMARIES if kind.code == code), None)
    if found is None:
        raise Outdated("card-outdated")
    return found, id


def line_of(words: Words, book: Book, period: str | None, kind: Kind, id: str) -> Line | None:
    """The line of that id; None where nothing is behind it in the period."""
    found = kind.lines_in(words, book, book.summary(period))
    return next((line for line in found if line.id == id), None)
