"""What the columns of a plan's file were taken for, in the chat: shown, said otherwise, and the file read again by it."""

from __future__ import annotations

from core.kernel.errors import Outdated, UnreadableInput
from core.lifecycle import acceptance, reading_again
from core.lifecycle.columns_card import ColumnsState, Opened, doubtful_columns, has_rows
from core.lifecycle.said_columns import lacks_period, offered
from core.model.cards import View
from core.model.editions import PlanEdition
from core.plan.columns import ColumnRole
from core.resolution.table_doubts import period_named
from handlers.frame.messages import ReadAgain
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import Button, Screen, button
from handlers.frame.turn import Turn
from handlers.frame.views import ColumnsCard, PlanCard, Reading, ViewArgs
from handlers.plans.columns_words import columns_buttons, columns_text


def card_of(plan: PlanEdition) -> ViewArgs:
    """The card that a waiting plan opens with: its columns where no plan was found in its file."""
    lacks = not has_rows(plan) and offered(plan.read.tables)
    return columns_card(plan.id, None) if lacks else PlanCard(plan=plan.id)


def columns_card(plan_id: int, table: int | None) -> ColumnsCard:
    return ColumnsCard(plan=plan_id, table=table)


def columns_button(turn: Turn, plan: PlanEdition) -> list[Button]:
    """From the plan's card to its columns; how many of them are doubtful."""
    if not offered(plan.read.tables):
        return []
    doubtful = doubtful_columns(plan)
    label = turn.plain("columns-open-doubtful", count=doubtful) if doubtful else turn.plain("columns-open")
    return [button(label, "map", plan.id)]


def card_read_again(turn: Turn, plan: PlanEdition, table: int | None) -> View:
    """The card after a file was read again: of the table whose header was moved, or what came of it all."""
    if table is not None:
        return columns_card(plan.id, table).shown()
    if not has_rows(plan):
        return columns_card(plan.id, None).shown(notice=turn.say("columns-still-none"))
    return PlanCard(plan=plan.id).shown(notice=turn.say("columns-read-again"))


async def _opened(turn: Turn) -> tuple[PlanEdition, ColumnsState]:
    """The plan whose columns the card shows, and what it shows of them."""
    shown = turn.on(ColumnsCard)
    plan = await acceptance.proposed(turn.work, shown.plan)
    return plan, _state(plan, shown)


def _state(plan: PlanEdition, shown: ColumnsCard) -> ColumnsState:
    opened = {name: getattr(shown, name) for name in Opened.__dataclass_fields__}
    return reading_again.the_card(plan, Opened(**opened))


@tap("map", roles=COORDINATORS)
async def open_columns(turn: Turn) -> None:
    plan = await acceptance.proposed(turn.work, turn.number())
    turn.show(columns_card(plan.id, None))


@view(ColumnsCard, roles=COORDINATORS)
async def show_columns(turn: Turn, args: ColumnsCard) -> Screen:
    """The columns of one table, and the first doubtful one asked about."""
    plan = await acceptance.proposed(turn.work, args.plan)
    state = _state(plan, args)
    return Screen(columns_text(turn, state), columns_buttons(turn, state))


@tap("mapcol", roles=COORDINATORS)
async def open_column(turn: Turn) -> None:
    """One column, to say what it is."""
    _, state = await _opened(turn)
    turn.show(_unasked(turn).but(table=state.table.place, column=turn.number()))


def _unasked(turn: Turn) -> ColumnsCard:
    """The card without what is opened of a column."""
    return turn.on(ColumnsCard).without("column", "role", "more")


@tap("mapmore", roles=COORDINATORS)
async def open_more(turn: Turn) -> None:
    """Every role that a column can have."""
    turn.show(turn.on(ColumnsCard).but(column=turn.number(), more=True))


@tap("mapapart", roles=COORDINATORS)
async def take_apart(turn: Turn) -> None:
    """Runs of columns one by one."""
    _, state = await _opened(turn)
    turn.show(_unasked(turn).but(table=state.table.place, apart=True, every=True, page=0))


@tap("mapevery", roles=COORDINATORS)
async def open_every(turn: Turn) -> None:
    """A button for each column."""
    _, state = await _opened(turn)
    turn.show(_unasked(turn).but(table=state.table.place, every=True, page=turn.number()))


@tap("maprole", roles=COORDINATORS)
async def choose_role(turn: Turn) -> None:
    """What a column is; which period it is of where its header does not say, else the next doubtful one follows."""
    at, role = turn.number(), _role_of(turn.word(1))
    shown = turn.on(ColumnsCard).but(column=at)
    plan = await acceptance.proposed(turn.work, shown.plan)
    state = _state(plan, shown.without("role"))
    asked = state.asked
    if asked is not None and lacks_period(asked.line.first, role):
        turn.show(shown.but(role=role), asks="column-period")
        return
    await reading_again.say_role(turn.work, plan, state, role)
    _go_on(turn)


def _role_of(word: str) -> ColumnRole:
    try:
        return ColumnRole(word)
    except ValueError:
        raise Outdated("card-outdated") from None


def _go_on(turn: Turn) -> None:
    turn.toast = turn.plain("doubt-noted-toast")
    turn.show(_unasked(turn))


@tap("mapper", roles=COORDINATORS)
async def choose_period(turn: Turn) -> None:
    """Which period a column is of."""
    plan, state = await _opened(turn)
    role = turn.on(ColumnsCard).role
    if role is None or state.asked is None or turn.word(1) not in state.asked.periods:
        raise Outdated("card-outdated")
    await reading_again.say_role(turn.work, plan, state, role, turn.word(1))
    _go_on(turn)


@typed("column-period", roles=COORDINATORS)
async def type_period(turn: Turn) -> None:
    """The same in words: «март 2025»."""
    plan, state = await _opened(turn)
    role = turn.on(ColumnsCard).role
    if role is None:
        raise UnreadableInput("not-understood")
    await reading_again.say_role(turn.work, plan, state, role, period_named(plan.read, turn.typed))
    _go_on(turn)


@tap("maphead", roles=COORDINATORS)
async def move_header(turn: Turn) -> None:
    """The header a row up or down; the file is read again at once, for its columns are others then."""
    plan, state = await _opened(turn)
    await reading_again.move_header(turn.work, plan, state.table, 1 if turn.number() else -1)
    await _read_again(turn, plan, state.table.place)


@tap("maptable", roles=COORDINATORS)
async def open_table(turn: Turn) -> None:
    """Another table of the file."""
    turn.show(columns_card(turn.on(ColumnsCard).plan, turn.number()))


@tap("mapout", roles=COORDINATORS)
async def leave_out(turn: Turn) -> None:
    """A table that is none of the plan's, or is after all."""
    plan, state = await _opened(turn)
    await reading_again.leave_out(turn.work, plan, state.table, bool(turn.number()))
    turn.show(columns_card(plan.id, state.table.place))


@tap("mapread", roles=COORDINATORS)
async def read_so(turn: Turn) -> None:
    """Reads the file again by all that was said."""
    plan, state = await _opened(turn)
    reading_again.refuse_unsaid(state)
    await _read_again(turn, plan, None)


@tap("mapreset", roles=COORDINATORS)
async def take_back(turn: Turn) -> None:
    """Takes back all that was said, and reads the file as if it never was."""
    plan, state = await _opened(turn)
    await reading_again.say_nothing(turn.work, plan)
    await _read_again(turn, plan, state.table.place)


async def _read_again(turn: Turn, plan: PlanEdition, table: int | None) -> None:
    key = f"again:{plan.id}:{turn.update_id}"
    await turn.queue(key, ReadAgain(plan=plan.id, table=table), to=turn.person_id)
    turn.show(Reading(name=plan.source_name))
