"""Everything that is overdue, by post, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence

from core.owed.calendar import working_days_between
from core.summary.book import overdue_by_post
from core.summary.live_reports import Listed, listed, listed_of
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, tap, view
from handlers.frame.screens import LONGEST_TITLE, Html, Screen, bold, button, html, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Overdue
from handlers.manager.books import READERS, book_of, holders_of, period_word
from handlers.manager.summary_lines import (
    PAGE,
    head_line,
    home_button,
    place_of,
    title_with_period,
    to_summary,
)
from handlers.words.summary_words import words_of


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
    book = await book_of(turn, plan) if plan else None
    late = overdue_by_post([book], period) if book else []
    total = len(late) if book else await turn.work.obligations.count_overdue(turn.deps.today())
    page, first, count = pages(total, args.page, PAGE)
    if book:
        shown = listed_of(late[first : first + PAGE])
    else:
        shown = await listed(turn.work, await turn.work.obligations.overdue(turn.deps.today(), first, PAGE))
    back = to_summary(turn, place_of(book, period)) if book else button(turn.plain("home-summary"), "sum")
    ends = [back, home_button(turn)]
    if not total:
        return Screen(turn.say("overdue-none"), [ends])
    text = lines(
        head_line(turn, book, period) if book else None,
        bold(turn.say("overdue-title", count=str(total))),
        *_overdue_lines(turn, shown, first + 1, period, await holders_of(turn)),
    )
    rows = [
        [button(f"{at}. {shortened(one.title, LONGEST_TITLE)}", "srep", one.o.id, 0)]
        for at, one in enumerate(shown, first + 1)
    ]
    return Screen(text, [*rows, page_buttons(turn, page, count, "overp"), ends])


def _overdue_lines(
    turn: Turn, shown: Sequence[Listed], number: int, period: str | None, holders: dict[int, list[str]]
) -> list[Html]:
    found: list[Html] = []
    above: int | None = None
    for at, one in enumerate(shown, number):
        o = one.o
        if o.post_id != above:
            names = holders.get(o.post_id) or [turn.plain("sum-nobody")]
            who = shortened(", ".join(names), 60)
            found.append(Html(f"\n{bold(shortened(one.post, 90))} — {html(who)}"))
            above = o.post_id
        gone = working_days_between(turn.deps.days, o.due_now.report_due, turn.deps.today())
        late = turn.say(
            "overdue-line",
            title=title_with_period(words_of(turn), one.title, o, 110, period),
            day=words_of(turn).day(o.due_now.report_due),
            count=gone,
        )
        found.append(Html(f"{at}. {late}"))
    return found
