"""Everything that is overdue, by post, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence

from core.model.obligations import Obligation
from core.owed.calendar import working_days_between
from core.summary.book import Book, overdue_by_post
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import LONGEST_TITLE, Html, Screen, bold, button, html, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Overdue
from handlers.manager.books import READERS, book_of, holders_of, live_books, period_word
from handlers.manager.summary_lines import PAGE, head_line, home_button, owed_title, place_of, to_summary
from handlers.words.summary_words import words_of

Owed = tuple[Book, Obligation]


@command("overdue", roles=READERS)
@tap("over", roles=READERS, of_message=True)
async def open_overdue(turn: Turn) -> None:
    """What is overdue: of the plan and period that the button names, else of every live plan."""
    turn.take_over()
    if turn.tap is not None and turn.tap.args:
        book = await book_of(turn, turn.number())
        turn.show(Overdue(plan=book.id, period=period_word(turn, 1), page=turn.number(2)))
    else:
        turn.show(Overdue(page=0))


@tap("overp", roles=READERS)
async def turn_overdue_page(turn: Turn) -> None:
    turn.show(turn.on(Overdue).but(page=turn.number()))


@view(Overdue, is_list=True, roles=READERS)
async def show_overdue(turn: Turn, args: Overdue) -> Screen:
    """Overdue reports by post, whose oldest is oldest first; a tap opens the report."""
    plan, period = args.plan, args.period
    books = [await book_of(turn, plan)] if plan else await live_books(turn)
    found = overdue_by_post(books, period)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = found[first : first + PAGE]
    back = to_summary(turn, place_of(books[0], period)) if plan else button(turn.plain("home-summary"), "sum")
    ends = [back, home_button(turn)]
    if not found:
        return Screen(turn.say("overdue-none"), [ends])
    text = lines(
        head_line(turn, books[0], period) if plan else None,
        bold(turn.say("overdue-title", count=str(len(found)))),
        *_overdue_lines(turn, shown, first + 1, period, await holders_of(turn)),
    )
    rows = [
        [button(f"{at}. {shortened(book.activity(o.activity_id).row.title, LONGEST_TITLE)}", "srep", o.id, 0)]
        for at, (book, o) in enumerate(shown, first + 1)
    ]
    return Screen(text, [*rows, page_buttons(turn, page, count, "overp"), ends])


def _overdue_lines(
    turn: Turn, shown: Sequence[Owed], number: int, period: str | None, holders: dict[int, list[str]]
) -> list[Html]:
    found: list[Html] = []
    above: int | None = None
    for at, (book, o) in enumerate(shown, number):
        if o.post_id != above:
            names = holders.get(o.post_id) or [turn.plain("sum-nobody")]
            who = shortened(", ".join(names), 60)
            found.append(Html(f"\n{bold(shortened(book.plan.post(o.post_id), 90))} — {html(who)}"))
            above = o.post_id
        gone = working_days_between(turn.deps.days, o.due_now.report_due, book.today)
        late = turn.say(
            "overdue-line",
            title=owed_title(words_of(turn), book, o, 110, period),
            day=words_of(turn).day(o.due_now.report_due),
            count=gone,
        )
        found.append(Html(f"{at}. {late}"))
    return found
