"""A file that is a new edition of a live plan: whether it is, what it changes, which uncertain rows are which."""

from __future__ import annotations

from core.lifecycle import acceptance, edition_apply
from core.lifecycle.edition_changes import Change, changes_of
from core.lifecycle.edition_diff import Comparison, FieldChange, Row
from core.model.editions import PlanEdition, PlanHead, PlanStatus
from core.plan.model import Unit
from core.plan.values import as_decimal
from core.summary.formatting import format_number, format_period
from handlers.frame.paging import page_buttons
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import Button, Html, Screen, bold, button, html, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import EditionCard, EditionPick, PairCard, PlanCard

PAGE = 3
MOST_CHANGES = 5
"""Fields of one row that are shown; a row with more was written anew. A page stays within one message."""


async def question(turn: Turn, plan: PlanEdition) -> Screen | None:
    """Asks whether the file is a new edition of a plan that it is like; None where there is nothing to ask."""
    found = await edition_apply.candidates(turn.work, plan)
    if not found:
        return None
    only = len(found) == 1
    text = lines(
        turn.say("plan-read", title=plan.title or plan.source_name),
        "",
        turn.say("edition-ask", title=_title(found[0])) if only else turn.say("edition-ask-which"),
    )
    rows = [
        [button(turn.plain("edition-yes") if only else shortened(_title(p), 50), "edof", plan.id, p.id)]
        for p in found[:5]
    ]
    return Screen(text, [*rows, [button(turn.plain("edition-no"), "edno", plan.id)]])


def _title(plan: PlanHead) -> str:
    return plan.title or plan.source_name


async def edition_rows(turn: Turn, plan: PlanEdition) -> list[list[Button]]:
    """The buttons of a waiting plan that have to do with editions."""
    if plan.amends is not None:
        found = await edition_apply.compared(turn.work, plan)
        rows = [[button(turn.plain("edition-changes"), "edrows", plan.id, 0)]]
        if found.unsure:
            rows.insert(0, [button(turn.plain("edition-pairs", count=len(found.unsure)), "pair", plan.id)])
        return [*rows, [button(turn.plain("edition-not"), "edno", plan.id)]]
    if await turn.work.plans.with_status(PlanStatus.LIVE):
        return [[button(turn.plain("edition-pick"), "edpick", plan.id, 0)]]
    return []


async def what_changes(turn: Turn, plan: PlanEdition) -> Html | None:
    """How much a new edition adds, changes and drops; None for a plan of its own."""
    if plan.amends is None:
        return None
    found = await edition_apply.compared(turn.work, plan)
    live = await turn.work.plans.get(plan.amends)
    return lines(
        "",
        turn.say("edition-of", title=_title(live)) if live else None,
        turn.say("edition-same") if found.is_empty else _counts(turn, found),
        turn.say("edition-unsure", count=len(found.unsure)) if found.unsure else None,
    )


def _counts(turn: Turn, found: Comparison) -> Html:
    counts = turn.say(
        "edition-counts",
        added=len(found.added),
        changed=len(found.changed),
        dropped=len(found.dropped),
        same=len(found.pairs) - len(found.changed),
    )
    returned = turn.say("edition-returned-count", count=len(found.returned)) if found.returned else None
    return lines(counts, returned)


@tap("edof", roles=COORDINATORS)
async def say_edition(turn: Turn) -> None:
    plan = await acceptance.proposed(turn.work, turn.number())
    await edition_apply.amends(turn.work, plan, turn.number(1), turn.person_id, turn.now)
    turn.show(PlanCard(plan=plan.id))


@tap("edno", roles=COORDINATORS)
async def say_another_plan(turn: Turn) -> None:
    plan = await acceptance.proposed(turn.work, turn.number())
    await edition_apply.amends(turn.work, plan, None, turn.person_id, turn.now)
    turn.show(PlanCard(plan=plan.id))


@tap("edpick", roles=COORDINATORS)
async def pick(turn: Turn) -> None:
    turn.show(EditionPick(plan=turn.number(), page=turn.number(1)))


@view(EditionPick, roles=COORDINATORS)
async def show_pick(turn: Turn, args: EditionPick) -> Screen:
    """The live plans, for a file that says too little of itself."""
    plan = await acceptance.proposed(turn.work, args.plan)
    live = await turn.work.plans.with_status(PlanStatus.LIVE)
    page, first, count = pages(len(live), args.page, PAGE)
    rows = [[button(shortened(_title(p), 50), "edof", plan.id, p.id)] for p in live[first : first + PAGE]]
    rows.append(page_buttons(turn, page, count, "edpick", plan.id))
    return Screen(turn.say("edition-ask-which"), [*rows, [button(turn.plain("plan-back"), "pl", plan.id)]])


@tap("edrows", roles=COORDINATORS)
async def open_changes(turn: Turn) -> None:
    turn.show(EditionCard(plan=turn.number(), page=turn.number(1)))


@view(EditionCard, roles=COORDINATORS)
async def show_changes(turn: Turn, args: EditionCard) -> Screen:
    """What is dropped, added and changed, a few rows a page."""
    plan = await acceptance.proposed(turn.work, args.plan)
    found = await edition_apply.compared(turn.work, plan)
    changes = await changes_of(turn.work, plan, found)
    page, first, count = pages(len(changes), args.page, PAGE)
    text = lines(
        bold(turn.say("edition-title", title=shortened(_title(plan), 160))),
        turn.say("edition-same") if found.is_empty else _counts(turn, found),
        *(lines("", _entry(turn, change)) for change in changes[first : first + PAGE]),
    )
    rows = [page_buttons(turn, page, count, "edrows", plan.id)]
    return Screen(text, [*rows, [button(turn.plain("plan-back"), "pl", plan.id)]])


def _entry(turn: Turn, change: Change) -> Html:
    """A row that the edition touches, in lines."""
    label = turn.say(f"edition-{change.how}", row=_label(change.row))
    if change.how == "dropped":
        kept = turn.say("edition-reports-kept", count=change.reports) if change.reports else None
        return lines(label, kept)
    if change.how == "added":
        return lines(label, _printed_deadline(turn, change.row), _printed_responsible(turn, change.row))
    fields = [_change(turn, c) for c in change.fields[:MOST_CHANGES]]
    return lines(label, *fields, *(_effects(turn, change) if change.how == "changed" else ()))


def _effects(turn: Turn, change: Change) -> list[Html]:
    """What else is changed, and what that does to the reports."""
    counts = {
        "edition-more-fields": max(0, len(change.fields) - MOST_CHANGES),
        "edition-reports-stay": change.reports,
        "edition-rescaled": change.rescaled,
        "edition-asked-anew": change.asked_anew,
    }
    return [turn.say(text_id, count=count) for text_id, count in counts.items() if count]


def _label(row: Row) -> str:
    return f"{row.place + 1}. {shortened(row.row.title, 160)}"


def _change(turn: Turn, change: FieldChange) -> Html:
    name, _, key = change.field.partition(":")
    period = _period(turn, key) if key else ""
    return turn.say(
        "edition-field",
        field=turn.plain(f"field-{name.replace('_', '-')}", key=period),
        before=_shown(turn, name, change.before),
        after=_shown(turn, name, change.after),
    )


def _period(turn: Turn, key: str) -> str:
    try:
        return format_period(key, turn.deps.texts, turn.language, "short")
    except ValueError:
        return key


def _shown(turn: Turn, name: str, printed: str | None) -> str:
    if printed is None:
        return turn.plain("edition-blank")
    if name == "unit" and printed in set(Unit):
        return turn.plain(f"answer-unit-{printed}")
    number = as_decimal(printed) if name not in ("number", "title", "goals") else None
    return (
        format_number(number, turn.language)
        if number is not None
        else turn.plain("quote", text=shortened(printed, 70))
    )


@tap("pair", roles=COORDINATORS)
async def open_pair(turn: Turn) -> None:
    turn.show(PairCard(plan=turn.number()))


@view(PairCard, roles=COORDINATORS)
async def show_pair(turn: Turn, args: PairCard) -> Screen:
    """The first uncertain pair: the row as it was, the row as it is, and whether they are one."""
    plan = await acceptance.proposed(turn.work, args.plan)
    found = await edition_apply.compared(turn.work, plan)
    back = [button(turn.plain("plan-back"), "pl", plan.id)]
    if not found.unsure:
        return Screen(turn.say("edition-pairs-told"), [back])
    pair = found.unsure[0]
    text = lines(
        turn.say("pair-left", count=len(found.unsure)),
        "",
        turn.say("pair-was-dropped" if found.is_returned(pair) else "pair-was"),
        *_whole(turn, pair.old),
        "",
        turn.say("pair-now"),
        *_whole(turn, pair.new),
        "",
        turn.say("pair-ask"),
    )
    rows = [
        [button(turn.plain("pair-same"), "same", plan.id, pair.new.key, pair.old.key)],
        [button(turn.plain("pair-new"), "same", plan.id, pair.new.key, 0)],
    ]
    return Screen(text, [*rows, back])


def _whole(turn: Turn, row: Row) -> list[Html]:
    heading = html(shortened(row.path[-1], 120)) if row.path else None
    parts = (bold(_label(row)), heading, _printed_deadline(turn, row), _printed_responsible(turn, row))
    return [part for part in parts if part is not None]


def _printed_deadline(turn: Turn, row: Row) -> Html | None:
    printed = row.row.deadline_text
    return turn.say("walk-deadline", deadline=shortened(printed, 120)) if printed else None


def _printed_responsible(turn: Turn, row: Row) -> Html | None:
    printed = row.row.responsible_text
    return turn.say("row-responsible", names=shortened(printed, 200)) if printed else None


@tap("same", roles=COORDINATORS, step=True)
async def tell_pair(turn: Turn) -> None:
    plan = await acceptance.proposed(turn.work, turn.number())
    place, activity = turn.number(1), turn.number(2)
    more = await edition_apply.tell_unsure(turn.work, plan, place, activity, turn.person_id, turn.now)
    turn.show(PairCard(plan=plan.id) if more else PlanCard(plan=plan.id))
