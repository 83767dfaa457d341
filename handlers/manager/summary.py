"""The manager's summary: one plan, one period; its sections or its posts, each line a button that opens it."""

from __future__ import annotations

from core.model.editions import PlanStatus
from core.model.obligations import Obligation
from core.model.people import Role
from core.summary.book import Book, Row
from core.summary.summary import Line, Summary
from handlers.frame.messages import Export
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import (
    LONGEST_NAME,
    LONGEST_TITLE,
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
from handlers.manager.books import READERS, WHOLE, book_of, period_word
from handlers.words.summary_words import Words, label_of, mark_of

PAGE = 8
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


@view(SummaryPlans)
async def show_plans(turn: Turn, args: SummaryPlans) -> Screen:
    """A choice of live plans, the newest first."""
    plans = list(reversed(await turn.work.plans.with_status(PlanStatus.LIVE)))
    rows = [[button(shortened(p.title or p.source_name, LONGEST_NAME), "sum", p.id)] for p in plans[:20]]
    text = bold(turn.say("sum-choose")) if plans else turn.say("sum-no-plans")
    return Screen(text, [*rows, [home_button(turn)]])


@tap("sumby", roles=READERS)
async def turn_over(turn: Turn) -> None:
    """The other side (sections or posts), or another page of it."""
    book = await book_of(turn, turn.number())
    by = "posts" if turn.word(2) == "p" else "sections"
    turn.show(SummaryCard(plan=book.id, period=period_word(turn, 1), by=by, page=turn.number(3)))


@view(SummaryCard, is_list=True)
async def show_summary(turn: Turn, args: SummaryCard) -> Screen:
    """Totals, then a line and a button for each section, or for each post."""
    book = await book_of(turn, args.plan)
    summary = book.summary(args.period)
    by_posts = args.by == "posts"
    found = summary.by_post if by_posts else summary.by_section
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found[first : first + PAGE], first + 1))
    words = words_of(turn)
    text = lines(
        head_line(turn, book, summary.period),
        words.as_of(turn.now, turn.deps.zone),
        *words.head(summary.total),
        *(["", *(_line(words, book, at, line) for at, line in shown)] if shown else []),
        words.legend(summary.total, by_posts) if shown else None,
    )
    place = place_of(book, summary.period)
    rows = in_columns([line_button(words, book, summary.period, at, line) for at, line in shown])
    rows.append(page_buttons(turn, page, count, "sumby", *place, "p" if by_posts else "s"))
    rows.extend(_ways(turn, book, summary, by_posts))
    return Screen(text, rows)


def in_columns(buttons: list[Button]) -> list[list[Button]]:
    """Two in a row where all labels are short."""
    return in_rows(buttons, 2 if all(len(b.label) <= _NARROW for b in buttons) else 1)


def _line(words: Words, book: Book, at: int, line: Line) -> str:
    if line.kind == "activity":
        return row_line(book, at, book.row_of(line), 90)
    return words.post_line(line) if line.kind == "post" else words.section_line(line)


def row_line(book: Book, at: int, row: Row, most: int) -> str:
    """A row's mark, or how many of its reports are submitted; its place in the list, and its title."""
    counts = f"{row.submitted}/{len(row.obligations)} ·"
    mark = mark_of(row.obligations[0], book.today) if len(row.obligations) == 1 else counts
    return f"{mark} {at}. {shortened(row.activity.row.title, most)}"


def owed_title(words: Words, book: Book, o: Obligation, most: int, period: str | None) -> str:
    """The row that a report is on; with the report's own period where that is not the one shown."""
    title = shortened(book.activity(o.activity_id).row.title, most)
    return title if o.period == period else f"{title} · {words.period(o.period, 'short')}"


def line_button(words: Words, book: Book, period: str | None, at: int, line: Line) -> Button:
    """Opens a section, a post, or the row at that place in the list."""
    place = place_of(book, period)
    if line.kind == "activity":
        return row_button(book, period, at, book.row_of(line))
    if line.kind == "post":
        counts = f"{line.tally.submitted}/{line.tally.owed}"
        return button(f"{shortened(line.title, LONGEST_TITLE)} · {counts}", "spost", *place, int(line.id), 0)
    label = f"{label_of(line, LONGEST_TITLE)} · {words.share(line.tally.execution)}"
    return button(label, "ssec", *place, book.place(line.id), 0)


def row_button(book: Book, period: str | None, at: int, row: Row) -> Button:
    return button(row_line(book, at, row, LONGEST_TITLE), "sact", *place_of(book, period), row.activity.id)


def _ways(turn: Turn, book: Book, summary: Summary, by_posts: bool) -> list[list[Button]]:
    """To the other side, to what is overdue, to the workbook, to other periods, home."""
    period = summary.period
    place = place_of(book, period)
    sides = [
        button(turn.plain("sum-by-sections", on="" if by_posts else "● "), "sumby", *place, "s", 0),
        button(turn.plain("sum-by-posts", on="● " if by_posts else ""), "sumby", *place, "p", 0),
    ]
    work = [button(turn.plain("sum-excel"), "xlsx", *place)]
    if summary.total.overdue:
        late = turn.plain("sum-overdue", count=str(summary.total.overdue))
        work.insert(0, button(late, "over", *place, 0))
    if summary.total.to_review and turn.me.may(Role.MANAGER):
        work.insert(-1, button(turn.plain("sum-review", count=str(summary.total.to_review)), "rv"))
    return [sides, work, _periods(turn, book, period), [home_button(turn)]]


def _periods(turn: Turn, book: Book, period: str | None) -> list[Button]:
    words = words_of(turn)
    now = book.period_now()
    if period is None:
        return [button(words.period(now), "sum", *place_of(book, now))] if now else []
    before, after = book.around(period)
    found = [button(words.say("sum-whole"), "sum", *place_of(book, None))] if before or after else []
    if before:
        found.insert(0, button(f"◀️ {words.period(before, 'short')}", "sum", *place_of(book, before)))
    if after:
        found.append(button(f"{words.period(after, 'short')} ▶️", "sum", *place_of(book, after)))
    return found


@tap("xlsx", roles=READERS)
async def make_workbook(turn: Turn) -> None:
    """Has the workbook made outside this process; it comes as a message of its own."""
    book = await book_of(turn, turn.number())
    period = period_word(turn, 1)
    key = f"export:{turn.update_id}:{turn.person_id}"
    await turn.queue(key, Export(plan=book.id, period=period), to=turn.person_id)
    turn.toast = turn.plain("sum-excel-toast")


def words_of(turn: Turn) -> Words:
    return Words(turn.deps.texts, turn.language)


def head_line(turn: Turn, book: Book, period: str | None) -> Html:
    """I квартал 2024 · План мероприятий"""
    title = shortened(book.plan.title, 120)
    return bold(turn.say("sum-title", period=words_of(turn).period(period), plan=title))


def place_of(book: Book, period: str | None) -> tuple[int, str]:
    """How buttons name a plan and a period."""
    return book.id, period or WHOLE


def home_button(turn: Turn) -> Button:
    return button(turn.plain("home-button"), "home")


def to_summary(turn: Turn, place: tuple[int, str]) -> Button:
    return button(turn.plain("back"), "sum", *place)
