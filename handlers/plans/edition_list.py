"""The editions of a live plan: when, by whom, how much each changed; each opens to its rows."""

from __future__ import annotations

from core.lifecycle.edition_history import EditionRecord, editions
from core.people.names import names_of_people
from core.summary.formatting import format_day
from handlers.frame.paging import page_buttons
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import Html, Screen, bold, button, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Editions

PAGE = 6


@tap("eds", roles=COORDINATORS)
async def open_editions(turn: Turn) -> None:
    turn.show(Editions(plan=turn.number(), page=turn.number(1)))


@view(Editions, roles=COORDINATORS)
async def show_editions(turn: Turn, args: Editions) -> Screen:
    """Every edition, the one in force first."""
    found = await editions(turn.work, args.plan)
    names = await names_of_people(turn.work)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = found[first : first + PAGE]
    title = found[0].edition.title or found[0].edition.source_name
    text = lines(
        bold(turn.say("editions-title", title=shortened(title, 160))),
        *(
            lines("", _line(turn, record, names, in_force=record is found[0]), _counts(turn, record))
            for record in shown
        ),
    )
    rows = [
        [button(turn.plain("editions-rows", day=_day(turn, record)), "rows", record.edition.id, 0)]
        for record in shown
    ]
    rows.append(page_buttons(turn, page, count, "eds", args.plan))
    return Screen(text, [*rows, [button(turn.plain("back"), "pl", args.plan)]])


def _line(turn: Turn, record: EditionRecord, names: dict[int, str], *, in_force: bool) -> Html:
    return turn.say(
        "editions-in-force" if in_force else "editions-former",
        day=_day(turn, record),
        who=names.get(record.accepted_by or 0, turn.plain("editions-by-administrator")),
        file=shortened(record.edition.source_name, 60),
    )


def _counts(turn: Turn, record: EditionRecord) -> Html:
    if record.is_first:
        return turn.say("editions-first", count=len(record.edition.settled_reading.activities))
    return lines(
        turn.say("editions-counts", added=record.added, changed=record.changed, dropped=record.dropped),
        turn.say("edition-returned-count", count=record.returned) if record.returned else None,
    )


def _day(turn: Turn, record: EditionRecord) -> str:
    at = record.accepted_at or record.edition.imported_at
    return format_day(at.astimezone(turn.deps.zone).date(), turn.deps.texts, turn.language, "full")
