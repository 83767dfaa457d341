"""The manager's summary: one plan, one period; its sections, its posts or what else `summaries` has, each line a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.editions import PlanStatus
from core.model.people import Role
from core.summary.book import Book
from core.summary.summary import Line, Summary
from handlers.frame.messages import Export
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import (
    LONGEST_NAME,
    Button,
    Html,
    Screen,
    bold,
    button,
    in_rows,
    lines,
    pages,
    shortened,
)
from handlers.frame.turn import Turn
from handlers.frame.views import SummaryCard, SummaryPlans
from handlers.manager.books import READERS, book_of, period_word
from handlers.manager.summaries import SUMMARIES, Kind, kind_coded, kind_named, line_button, line_words
from handlers.manager.summary_lines import PAGE, head_line, home_button, place_of
from handlers.words.summary_words import Words, words_of

_NARROW = 18
"""Two buttons of labels up to so many characters stand side by side on a phone."""


@command("summary", roles=READERS)
@tap("sum", roles=READERS, of_message=True)
async def open_summary(turn: Turn) -> None:
    """The plan and period that the button names; without them the live plan and the period collected now."""
    turn.take_over()
    if turn.tap is not None and turn.tap.args:
        book = await book_of(turn, turn.number())
        period = period_word(turn, 1) if len(turn.tap.args) > 1 else book.period_now()
        turn.show(SummaryCard(plan=book.id, period=period))
        return
    plans = await turn.work.plans.with_status(PlanStatus.LIVE)
    if len(plans) == 1:
        book = await book_of(turn, plans[0].id)
        turn.show(SummaryCard(plan=book.id, period=book.period_now()))
    else:
        turn.show(SummaryPlans())


@view(SummaryPlans, roles=READERS)
async def show_plans(turn: Turn, args: SummaryPlans) -> Screen:
    """A choice of live plans, the newest first."""
    plans = list(reversed(await turn.work.plans.with_status(PlanStatus.LIVE)))
    rows = [[button(shortened(p.title or p.source_name, LONGEST_NAME), "sum", p.id)] for p in plans[:20]]
    text = bold(turn.say("sum-choose")) if plans else turn.say("sum-no-plans")
    return Screen(text, [*rows, [home_button(turn)]])


@tap("sumby", roles=READERS)
async def turn_over(turn: Turn) -> None:
    """Another summary of the same plan and period, or another page of it."""
    book = await book_of(turn, turn.number())
    by = kind_coded(turn.word(2)).name
    turn.show(SummaryCard(plan=book.id, period=period_word(turn, 1), by=by, page=turn.number(3)))


@dataclass(frozen=True)
class _Page:
    """One page of a summary: its lines with their places in the whole."""

    book: Book
    summary: Summary
    kind: Kind
    shown: Sequence[tuple[int, Line]]
    page: int
    count: int

    @property
    def place(self) -> tuple[int, str]:
        return place_of(self.book, self.summary.period)


@view(SummaryCard, is_list=True, roles=READERS)
async def show_summary(turn: Turn, args: SummaryCard) -> Screen:
    """Totals, then a line and a button for each section, for each post, or for what else the plan is parted by."""
    book = await book_of(turn, args.plan)
    summary, kind = book.summary(args.period), kind_named(args.by)
    found = kind.lines_in(words_of(turn), book, summary)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found[first : first + PAGE], first + 1))
    card = _Page(book, summary, kind, shown, page, count)
    return Screen(_text(turn, card), _rows(turn, card))


def _text(turn: Turn, card: _Page) -> Html:
    words, total = words_of(turn), card.summary.total
    return lines(
        head_line(turn, card.book, card.summary.period),
        words.as_of(turn.now, turn.deps.zone),
        *words.head(total),
        "" if card.shown else None,
        *(line_words(words, card.book, card.kind, at, line) for at, line in card.shown),
        card.kind.legend(words, total) if card.shown else None,
    )


def _rows(turn: Turn, card: _Page) -> list[list[Button]]:
    """The lines, other pages; other summaries, what is overdue, the workbook, other periods, home."""
    words, period = words_of(turn), card.summary.period
    shown = [line_button(words, card.book, period, card.kind, at, line) for at, line in card.shown]
    return [
        *_in_columns(shown),
        page_buttons(turn, card.page, card.count, "sumby", *card.place, card.kind.code),
        *_kinds(turn, card),
        _work(turn, card),
        _periods(turn, card.book, period),
        [home_button(turn)],
    ]


def _in_columns(buttons: list[Button]) -> list[list[Button]]:
    """Two in a row where all labels are short."""
    return in_rows(buttons, 2 if all(len(b.label) <= _NARROW for b in buttons) else 1)


def _kinds(turn: Turn, card: _Page) -> list[list[Button]]:
    """Every summary, the one that is shown marked."""
    marks = {kind.code: "● " if kind is card.kind else "" for kind in SUMMARIES}
    return in_rows(
        [
            button(turn.plain(kind.button, on=marks[kind.code]), "sumby", *card.place, kind.code, 0)
            for kind in SUMMARIES
        ],
        2,
    )


def _work(turn: Turn, card: _Page) -> list[Button]:
    """What there is to do about it."""
    total = card.summary.total
    work = [button(turn.plain("sum-excel"), "xlsx", *card.place)]
    if total.overdue:
        late = turn.plain("sum-overdue", count=str(total.overdue))
        work.insert(0, button(late, "over", *card.place, 0))
    if total.to_review and turn.me.may(Role.MANAGER):
        work.insert(-1, button(turn.plain("sum-review", count=str(total.to_review)), "rv"))
    return work


def _periods(turn: Turn, book: Book, period: str | None) -> list[Button]:
    words = words_of(turn)
    now = book.period_now()
    if period is None:
        return [button(words.period(now), "sum", *place_of(book, now))] if now else []
    before, after = book.around(period)
    found = [button(words.say("sum-whole"), "sum", *place_of(book, None))] if before or after else []
    if before:
        found.insert(0, button(f"◀️ {_neighbour(words, before, period)}", "sum", *place_of(book, before)))
    if after:
        found.append(button(f"{_neighbour(words, after, period)} ▶️", "sum", *place_of(book, after)))
    return found


def _neighbour(words: Words, other: str, period: str) -> str:
    """The period beside the one that is shown: three stand in a row, where a year that the title says has no room."""
    return words.period(other, "bare" if other[:4] == period[:4] else "short")


@tap("xlsx", roles=READERS)
async def make_workbook(turn: Turn) -> None:
    """Has the workbook made outside this process; it comes as a message of its own."""
    book = await book_of(turn, turn.number())
    period = period_word(turn, 1)
    key = f"export:{turn.update_id}:{turn.person_id}"
    await turn.queue(key, Export(plan=book.id, period=period), to=turn.person_id)
    turn.toast = turn.plain("sum-excel-toast")
