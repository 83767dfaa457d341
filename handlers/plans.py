"""Plans in the chat: sending a file, what was read of it, doubts one by one, the parts it lacks, accepting it."""

from __future__ import annotations

from typing import Any

from core import importing
from core.editions import PlanEdition, PlanStatus
from core.errors import Missing
from core.library import OpenPlan
from core.numbers import format_number, format_period
from core.people import Role
from core.plan import Activity, Doubt
from core.plan_values import as_decimal
from handlers.evidence import sent_in
from handlers.listing import page_buttons
from handlers.registry import command, sent_file, tap, typed, view
from handlers.screens import Html, Screen, bold, button, html, lines, pages, quoted, shortened
from handlers.turn import Turn

COORDINATORS = frozenset({Role.COORDINATOR})
ROWS_PAGE = 5
PARTS = ("title", "organisation", "year")


@sent_file("plan-file", roles=COORDINATORS)
async def take_plan(turn: Turn) -> None:
    """A file from the coordinator: read outside this process, then shown with its doubts."""
    file = sent_in(turn)
    name = file.name or "plan"
    await turn.queue(
        f"plan:{turn.update_id}:{file.file_id}", "read-plan", turn.person_id, file_id=file.file_id, name=name
    )
    turn.show("reading", name=name)


@view("reading")
async def show_reading(turn: Turn, args: dict[str, Any]) -> Screen:
    return Screen(turn.say("plan-reading", name=args["name"]))


@command("plans", roles=COORDINATORS)
@tap("plans", roles=COORDINATORS)
async def open_plans(turn: Turn) -> None:
    turn.show("plans")


@view("plans")
async def show_plans(turn: Turn, args: dict[str, Any]) -> Screen:
    """Plans that are live or wait for acceptance."""
    plans = await turn.work.plans.with_status(PlanStatus.PROPOSED, PlanStatus.LIVE)
    if not plans:
        return Screen(turn.say("plans-none"), [[button(turn.plain("home-button"), "home")]])
    rows = [[button(_plan_label(turn, p), "pl", p.id)] for p in plans[-10:]]
    return Screen(turn.say("plans-title"), [*rows, [button(turn.plain("home-button"), "home")]])


def _plan_label(turn: Turn, plan: PlanEdition) -> str:
    mark = "🟢" if plan.status is PlanStatus.LIVE else "🕓"
    return f"{mark} {shortened(plan.title or plan.source_name, 50)}"


@tap("pl", roles=COORDINATORS)
async def open_plan(turn: Turn) -> None:
    plan = await turn.work.plans.get(turn.number())
    if plan is None or plan.status in (PlanStatus.CANCELLED, PlanStatus.SUPERSEDED):
        raise Missing("plan-missing")
    turn.show("plan" if plan.status is PlanStatus.PROPOSED else "owners", plan=plan.id)


@view("plan")
async def show_plan(turn: Turn, args: dict[str, Any]) -> Screen:
    """What was read of a file: how much of what, and the first doubt as an example."""
    plan = await importing.proposed(turn.work, args["plan"])
    if turn.card.view.asks:
        part = turn.card.view.asks.removeprefix("plan-")
        text = lines(turn.say("plan-lacks"), bold(turn.say(f"plan-ask-{part}")))
        return Screen(text, [[button(turn.plain("back"), "pl", plan.id)]])
    left = importing.open_doubts(plan)
    rows = []
    if left:
        rows.append([button(turn.plain("plan-doubts", count=len(left)), "doubt", plan.id, left[0])])
    rows.append([button(turn.plain("plan-rows"), "rows", plan.id, 0)])
    rows.append(
        [
            button(turn.plain("plan-accept"), "accept", plan.id),
            button(turn.plain("plan-cancel"), "drop", plan.id),
        ]
    )
    return Screen(_what_was_read(turn, plan, left), rows)


def _what_was_read(turn: Turn, plan: PlanEdition, left: list[int]) -> Html:
    read = plan.read
    example = _doubt_line(turn, plan, left[0]) if left else None
    return lines(
        turn.say("plan-read", title=plan.title or plan.source_name),
        turn.say(
            "plan-counts",
            sections=sum(1 for s in read.sections if s.kind == "direction") or len(read.sections),
            indicators=len(read.indicators),
            activities=len(read.activities),
            posts=len(read.posts()),
        ),
        turn.say("plan-doubt-count", count=len(left)) if left else turn.say("plan-no-doubts"),
        quoted(example) if example else None,
    )


def _doubt_line(turn: Turn, plan: PlanEdition, at: int) -> Html:
    doubt = plan.read.doubts[at]
    row = _row_of(plan, doubt)
    text = doubt_words(turn, doubt)
    if row is None:
        return text
    return turn.say("plan-doubt-row", number=_place(plan, row), text=text)


def doubt_words(turn: Turn, doubt: Doubt) -> Html:
    """The words of a doubt in the person's language; periods and numbers as people write them."""
    args: dict[str, object] = dict(doubt.args)
    for name in ("period", "periods"):
        if name in doubt.args:
            args[name] = ", ".join(_period(turn, code) for code in doubt.args[name].split(", "))
    return turn.say(f"doubt-{doubt.code}", **args)


def _period(turn: Turn, code: str) -> str:
    return format_period(code, turn.deps.texts, turn.language, "short")


def _value(turn: Turn, printed: str) -> str:
    number = as_decimal(printed)
    return format_number(number, turn.language) if number is not None else printed


def _row_of(plan: PlanEdition, doubt: Doubt) -> Activity | None:
    return next((a for a in plan.read.activities if a.id == doubt.activity), None)


def _place(plan: PlanEdition, row: Activity) -> int:
    return plan.read.activities.index(row) + 1


@tap("doubt", roles=COORDINATORS)
async def open_doubt(turn: Turn) -> None:
    turn.show("doubt", plan=turn.number(), at=turn.number(1))


@view("doubt")
async def show_doubt(turn: Turn, args: dict[str, Any]) -> Screen:
    """One doubt: the row as printed, and what is doubtful about it."""
    plan = await importing.proposed(turn.work, args["plan"])
    at = min(max(args["at"], 0), len(plan.read.doubts) - 1)
    doubt = plan.read.doubts[at]
    row = _row_of(plan, doubt)
    left = importing.open_doubts(plan)
    text = lines(
        turn.say("doubt-where", left=len(left), total=len(plan.read.doubts)),
        bold(f"{_place(plan, row)}. {shortened(row.title, 300)}") if row else None,
        _doubt_cells(turn, row) if row else None,
        "",
        doubt_words(turn, doubt),
        turn.say("doubt-settled") if at not in left else None,
    )
    after = [x for x in left if x > at] or [x for x in left if x != at]
    rows = []
    if at in left:
        rows.append([button(turn.plain("doubt-keep"), "keep", plan.id, at)])
    if after:
        rows.append([button(turn.plain("doubt-next"), "doubt", plan.id, after[0])])
    return Screen(text, [*rows, [button(turn.plain("plan-back"), "pl", plan.id)]])


def _doubt_cells(turn: Turn, row: Activity) -> Html:
    values = " · ".join(
        f"{_period(turn, code)}: {_value(turn, value)}" for code, value in row.targets.items()
    )
    return lines(
        turn.say("walk-deadline", deadline=row.deadline_text) if row.deadline_text else None,
        turn.say("row-targets", values=values) if values else None,
        turn.say("row-responsible", names=row.responsible_text) if row.responsible_text else None,
    )


@tap("keep", roles=COORDINATORS)
async def keep_as_printed(turn: Turn) -> None:
    plan = await importing.proposed(turn.work, turn.number())
    at = turn.number(1)
    if not 0 <= at < len(plan.read.doubts):
        raise Missing("plan-missing")
    plan = await importing.settle(turn.work, plan, at, turn.person_id, turn.now)
    left = importing.open_doubts(plan)
    if left:
        turn.show("doubt", plan=plan.id, at=next((x for x in left if x > at), left[0]))
    else:
        turn.show("plan", plan=plan.id)


@tap("rows", roles=COORDINATORS)
async def open_rows(turn: Turn) -> None:
    turn.show("rows", plan=turn.number(), page=turn.number(1))


@view("rows")
async def show_rows(turn: Turn, args: dict[str, Any]) -> Screen:
    """The rows as they were read, a few a page."""
    plan = await turn.work.plans.get(args["plan"])
    if plan is None:
        raise Missing("plan-missing")
    rows = plan.read.activities
    page, first, count = pages(len(rows), args["page"], ROWS_PAGE)
    doubtful = {d.activity for d in plan.read.doubts}
    shown = [
        lines(
            bold(f"{at}. {'❗ ' if a.id in doubtful else ''}{shortened(a.title, 160)}"),
            _row_cells(turn, a),
            "",
        )
        for at, a in enumerate(rows[first : first + ROWS_PAGE], first + 1)
    ]
    buttons = [page_buttons(turn, page, count, "rows", plan.id), [button(turn.plain("back"), "pl", plan.id)]]
    return Screen(lines(*shown), buttons)


def _row_cells(turn: Turn, row: Activity) -> Html:
    form = turn.say("walk-form", form=shortened(row.completion_form, 100)) if row.completion_form else None
    return lines(form, _doubt_cells(turn, row), row.unit_text and html(row.unit_text))


@tap("accept", roles=COORDINATORS)
async def accept(turn: Turn) -> None:
    """Asks for what the file lacks, then makes the plan live and goes on to its owners."""
    await _accept_or_ask(turn, await importing.proposed(turn.work, turn.number()))


async def _accept_or_ask(turn: Turn, plan: PlanEdition) -> None:
    if plan.lacks:
        turn.show("plan", asks=f"plan-{plan.lacks[0]}", plan=plan.id)
        return
    await importing.accept(turn.work, plan, turn.person_id, turn.now)
    turn.change_plans()
    turn.toast = turn.plain("plan-accepted-toast")
    turn.show("owners", plan=plan.id)


@typed(*(f"plan-{part}" for part in PARTS), roles=COORDINATORS)
async def take_part(turn: Turn) -> None:
    """A part that the file lacks: title, organisation, year."""
    plan = await importing.proposed(turn.work, turn.args["plan"])
    part = (turn.card.view.asks or "").removeprefix("plan-")
    plan = importing.with_part(plan, part, turn.typed)
    await turn.work.plans.save(plan)
    await _accept_or_ask(turn, plan)


@tap("drop", roles=COORDINATORS)
async def drop(turn: Turn) -> None:
    """Cancels the import; the reading stays in the journal, nothing else."""
    plan = await importing.proposed(turn.work, turn.number())
    await importing.cancel(turn.work, plan, turn.person_id, turn.now)
    turn.toast = turn.plain("plan-cancelled-toast")
    turn.show("home")


async def open_plan_of(turn: Turn, plan_id: int) -> OpenPlan:
    """A live plan with its rows and posts."""
    return await turn.deps.library.plan(turn.work, plan_id)
