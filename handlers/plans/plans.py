"""Plans in the chat: sending a file, what was read of it, the parts it lacks, accepting it."""

from __future__ import annotations

from core.kernel.errors import Missing
from core.lifecycle import acceptance, beginning, doubts_alike, edition_apply
from core.lifecycle.layouts import is_read_by_layout
from core.lifecycle.row_owners import add_post
from core.model.editions import PlanEdition, PlanHead, PlanStatus
from core.owed.plan_cache import OpenPlan, with_all_posts
from core.plan.model import Activity
from handlers.frame.messages import ReadPlan
from handlers.frame.paging import page_buttons
from handlers.frame.registry import COORDINATORS, command, sent_file, tap, typed, view
from handlers.frame.screens import (
    LONGEST_NAME,
    Button,
    Html,
    Screen,
    bold,
    button,
    html,
    lines,
    pages,
    quoted,
    shortened,
)
from handlers.frame.sent_files import sent_in
from handlers.frame.turn import Turn
from handlers.frame.views import Home, OwnersCard, PlanBegins, PlanCard, Plans, Reading, Rows
from handlers.plans.columns import card_of, columns_button
from handlers.plans.doubts import doubt_line, kind_buttons, row_cells
from handlers.plans.editions import edition_rows, question, what_changes
from handlers.plans.goals import ROWS_PAGE, goal_buttons, unsure_button
from handlers.words.goal_phrases import goal_lines

PLANS_PAGE = 8
PLAN_PARTS = ("title", "organisation", "year")
LONGEST_POST = 200


@sent_file("plan-file", roles=COORDINATORS)
async def take_plan(turn: Turn) -> None:
    """A file from the coordinator: read outside this process, then shown with its doubts."""
    file = sent_in(turn)
    name = file.name or "plan"
    key = f"plan:{turn.update_id}:{file.file_id}"
    await turn.queue(key, ReadPlan(file_id=file.file_id, name=name), to=turn.person_id)
    turn.show(Reading(name=name))


@view(Reading, roles=COORDINATORS)
async def show_reading(turn: Turn, args: Reading) -> Screen:
    return Screen(turn.say("plan-reading", name=args.name))


@command("plans", roles=COORDINATORS)
@tap("plans", roles=COORDINATORS)
async def open_plans(turn: Turn) -> None:
    turn.show(Plans(page=turn.number() if turn.tap and turn.tap.args else 0))


@view(Plans, roles=COORDINATORS)
async def show_plans(turn: Turn, args: Plans) -> Screen:
    """Plans that are live, then those that wait for acceptance, the newest first."""
    plans = await turn.work.plans.with_status(PlanStatus.PROPOSED, PlanStatus.LIVE)
    ways_on = [
        [button(turn.plain("plans-template"), "template")],
        [button(turn.plain("plans-samples"), "samples")] if turn.deps.samples else [],
        [button(turn.plain("home-button"), "home")],
    ]
    if not plans:
        return Screen(turn.say("plans-none"), ways_on)
    plans.sort(key=lambda p: (p.status is not PlanStatus.LIVE, -p.id))
    page, first, count = pages(len(plans), args.page, PLANS_PAGE)
    rows = [[button(_plan_label(turn, p), "pl", p.id)] for p in plans[first : first + PLANS_PAGE]]
    rows.append(page_buttons(turn, page, count, "plans"))
    return Screen(turn.say("plans-title"), [*rows, *ways_on])


def _plan_label(turn: Turn, plan: PlanHead) -> str:
    mark = "🟢" if plan.status is PlanStatus.LIVE else "🕓"
    return f"{mark} {shortened(plan.title or plan.source_name, LONGEST_NAME - 2)}"


@tap("pl", roles=COORDINATORS)
async def open_plan(turn: Turn) -> None:
    plan = await acceptance.shown_plan(turn.work, turn.number())
    proposed = plan.status is PlanStatus.PROPOSED
    turn.show(card_of(plan) if proposed else OwnersCard(plan=plan.id))


@view(PlanCard, roles=COORDINATORS)
async def show_plan(turn: Turn, args: PlanCard) -> Screen:
    """What was read of a file: how much of what, and the first doubt as an example."""
    plan = await acceptance.proposed(turn.work, args.plan)
    if turn.card.view.asks:
        part = turn.card.view.asks.removeprefix("plan-")
        text = lines(turn.say("plan-lacks"), bold(turn.say(f"plan-ask-{part}")))
        return Screen(text, [[button(turn.plain("back"), "pl", plan.id)]])
    asked = await question(turn, plan)
    if asked is not None:
        return asked
    left = doubts_alike.open_worst_first(plan)
    looks = [button(turn.plain("plan-rows"), "rows", plan.id, 0), *columns_button(turn, plan)]
    rows = [*_doubt_buttons(turn, plan, left), looks]
    rows.append(unsure_button(turn, plan))
    rows += await edition_rows(turn, plan)
    rows.append(
        [
            button(turn.plain("plan-accept"), "accept", plan.id),
            button(turn.plain("plan-cancel"), "drop", plan.id),
        ]
    )
    return Screen(lines(_what_was_read(turn, plan, left), await what_changes(turn, plan)), rows)


def _doubt_buttons(turn: Turn, plan: PlanEdition, left: list[int]) -> list[list[Button]]:
    if left:
        first = button(turn.plain("plan-doubts", count=len(left)), "doubt", plan.id, left[0])
        return [[first.coloured("primary")], *kind_buttons(turn, plan)]
    if plan.settled:
        return [[button(turn.plain("plan-doubts-settled", count=len(plan.settled)), "doubt", plan.id, 0)]]
    return []


def _what_was_read(turn: Turn, plan: PlanEdition, left: list[int]) -> Html:
    read = plan.read
    example = doubt_line(turn, plan, left[0]) if left else None
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
        turn.say("columns-by-layout") if is_read_by_layout(plan) else None,
        turn.say("plan-recalled", count=len(plan.recalled)) if plan.recalled else None,
    )


@tap("rows", roles=COORDINATORS)
async def open_rows(turn: Turn) -> None:
    turn.show(Rows(plan=turn.number(), page=turn.number(1)))


@view(Rows, roles=COORDINATORS)
async def show_rows(turn: Turn, args: Rows) -> Screen:
    """The rows as they were read, a few a page."""
    plan = await turn.work.plans.get(args.plan)
    if plan is None:
        raise Missing("plan-missing")
    rows = plan.settled_reading.activities
    page, first, count = pages(len(rows), args.page, ROWS_PAGE)
    doubtful = {plan.read.doubts[at].activity for at in acceptance.open_doubts(plan)}
    shown = [
        lines(
            bold(f"{at}. {'❗ ' if a.id in doubtful else ''}{shortened(a.title, 160)}"),
            _row_cells(turn, a),
            "",
        )
        for at, a in enumerate(rows[first : first + ROWS_PAGE], first + 1)
    ]
    waits = plan.status is PlanStatus.PROPOSED
    on_page = list(enumerate(rows))[first : first + ROWS_PAGE]
    buttons = [
        goal_buttons(turn, plan, on_page) if waits else [],
        page_buttons(turn, page, count, "rows", plan.id),
        [_back_from_rows(turn, plan)],
    ]
    return Screen(lines(*shown), buttons)


def _back_from_rows(turn: Turn, plan: PlanEdition) -> Button:
    """To the plan's card; from a former edition to the list of them."""
    if plan.status is PlanStatus.SUPERSEDED and plan.amends:
        return button(turn.plain("back"), "eds", plan.amends, 0)
    return button(turn.plain("back"), "pl", plan.id)


def _row_cells(turn: Turn, row: Activity) -> Html:
    form = turn.say("walk-form", form=shortened(row.completion_form, 100)) if row.completion_form else None
    return lines(form, row_cells(turn, row), *goal_lines(turn, row), row.unit_text and html(row.unit_text))


@tap("accept", roles=COORDINATORS, style="success")
async def accept(turn: Turn) -> None:
    """Makes the plan live, or a new edition the live one, and goes on to its owners; asks for what the file lacks."""
    await _accept_or_ask(turn, await acceptance.proposed(turn.work, turn.number()))


async def _accept_or_ask(turn: Turn, plan: PlanEdition) -> None:
    today = turn.deps.today()
    live = await edition_apply.put_live(turn.work, plan, turn.person_id, turn.now, turn.deps.days, today)
    if live is None:
        turn.show(PlanCard(plan=plan.id), asks=f"plan-{plan.lacks[0]}")
        return
    turn.change_plans()
    turn.toast = turn.plain("plan-accepted-toast" if plan.amends is None else "edition-accepted-toast")
    if plan.amends is None and await _has_past(turn, live):
        turn.show(PlanBegins(plan=live.id, accepting=True), asks="plan-begins")
    else:
        turn.show(OwnersCard(plan=live.id))


async def _has_past(turn: Turn, live: PlanEdition) -> bool:
    """Begins the plan by default; → whether anything of it is past, so that the coordinator is asked from when it counts."""
    _, found = await beginning.begin(
        turn.work, live, turn.person_id, turn.now, turn.deps.days, turn.deps.today()
    )
    return beginning.has_past(found)


@typed(*(f"plan-{part}" for part in PLAN_PARTS), roles=COORDINATORS)
async def take_part(turn: Turn) -> None:
    """A part that the file lacks: title, organisation, year."""
    plan = await acceptance.proposed(turn.work, turn.on(PlanCard).plan)
    part = (turn.card.view.asks or "").removeprefix("plan-")
    await _accept_or_ask(turn, await acceptance.set_part(turn.work, plan, part, turn.typed))


@tap("drop", roles=COORDINATORS, style="danger")
async def drop(turn: Turn) -> None:
    """Cancels the import; the reading stays in the journal, nothing else."""
    plan = await acceptance.proposed(turn.work, turn.number())
    await acceptance.cancel(turn.work, plan, turn.person_id, turn.now)
    turn.toast = turn.plain("plan-cancelled-toast")
    turn.show(Home())


async def open_plan_of(turn: Turn, plan_id: int) -> OpenPlan:
    """A live plan with its rows, and every post of the register, of which the coordinator chooses."""
    return await with_all_posts(turn.work, await turn.deps.library.plan(turn.work, plan_id))


async def typed_post(turn: Turn) -> int:
    """The post that was typed, put in the register where it is new; → its id."""
    return await add_post(turn.work, shortened(turn.typed, LONGEST_POST))
