"""The doubts of a reading, one by one: what is printed, what it can mean, an answer by a button or in words."""

from __future__ import annotations

from core.kernel.errors import Missing
from core.lifecycle import acceptance, doubts_alike
from core.model.editions import PlanEdition
from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Doubt
from core.plan.values import as_decimal
from core.resolution.doubt_choices import Answer, Typed
from core.resolution.doubt_kinds import No, kind_of, no_of
from core.resolution.row_doubts import row_of
from core.resolution.settling import answers, moot, read_deadline, typed_answer
from core.resolution.shown_doubt import (
    cells_of,
    days_as_read,
    only_a_file_helps,
    place_of,
    rows_around,
)
from core.summary.formatting import format_day, format_number, format_period
from handlers.frame.paging import names_of_first
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import (
    HALF_A_ROW,
    Button,
    Html,
    Screen,
    bold,
    button,
    html,
    in_rows,
    lines,
    on_button,
    quoted,
    shortened,
)
from handlers.frame.turn import Turn
from handlers.frame.views import DoubtCard, PlanCard
from handlers.plans.columns import columns_card

EXAMPLES = 4
"""Cells of a column that are shown."""

_YES = (
    D.DEADLINE_YEAR_ASSUMED,
    D.DEADLINE_PARTLY_READ,
    D.DEADLINE_BACKWARDS,
    D.DEADLINE_OUTSIDE_PLAN,
    D.RESPONSIBLE_SPLIT,
    D.ROW_UNSURE,
    D.COLUMN_GUESSED,
)
_NOTED = (D.TABLE_UNRULED, D.PAGE_UNREAD, D.LETTERS_UNREAD, D.YEAR_MISSING)
LABELS: dict[tuple[str, str], str] = {
    **{(code, Answer.KEPT): "answer-yes" for code in _YES},
    **{(code, Answer.KEPT): "answer-noted" for code in _NOTED},
    (D.DEADLINE_BEFORE_PERIOD, Answer.KEPT): "answer-until-end",
    (D.DEADLINE_MISSING, Answer.KEPT): "answer-no-report",
    (D.DEADLINE_END_MISSING, Answer.KEPT): "answer-no-report",
    (D.TARGETS_MISSING_TURNS, Answer.KEPT): "answer-these-only",
    (D.TARGETS_BLANK, Answer.KEPT): "answer-by-deadline",
    (D.TARGETS_BLANK, Answer.NOTHING): "answer-no-report",
    (D.VALUE_UNREAD, Answer.NOTHING): "answer-no-value",
    (D.RESPONSIBLE_MISSING, Answer.KEPT): "answer-owner-later",
    (D.INDICATOR_JOINED, Answer.KEPT): "answer-same-indicator",
    (D.INDICATOR_JOINED, Answer.TWO): "answer-two-indicators",
    (D.MONEY_IN_WORDS, Answer.KEPT): "answer-no-sum",
    (D.TOTAL_DIFFERS, Answer.KEPT): "answer-total-printed",
    (D.ROW_CONTINUED, Answer.KEPT): "answer-above",
    (D.ROW_PARTED, Answer.KEPT): "answer-several-works",
    (D.ROW_REPEATED, Answer.KEPT): "answer-both-tables",
    (D.ROW_UNPLACED, Answer.KEPT): "answer-row-out",
    (D.ROW_NOT_IN_FORCE, Answer.KEPT): "answer-not-in-force",
    (D.ROW_NOT_IN_FORCE, Answer.OWN): "answer-in-force",
    (D.CARRIED_DOWN, Answer.KEPT): "answer-same-above",
    (D.COLUMN_UNKNOWN, Answer.KEPT): "answer-out",
    (D.COLUMN_OF_FACTS, Answer.KEPT): "answer-facts-out",
    (D.COLUMN_OF_FACTS, Answer.OUT): "answer-facts-out",
    (D.HEADER_MISSING, Answer.KEPT): "answer-rows-right",
    (D.VALUE_NOT_COMPUTED, Answer.KEPT): "answer-no-value",
}
"""The words of an answer where they differ by the doubt; otherwise `answer-<answer>`."""


def label_id(code: str, answer: str) -> str:
    """The text of an answer's button."""
    return LABELS.get((code, answer)) or f"answer-{answer.replace(':', '-')}"


def doubt_words(turn: Turn, doubt: Doubt) -> Html:
    """The words of a doubt in the person's language; periods and numbers as people write them."""
    args: dict[str, object] = dict(doubt.args)
    for name in ("period", "periods"):
        if name in doubt.args:
            args[name] = ", ".join(_period(turn, code) for code in doubt.args[name].split(", "))
    if doubt.code == D.TOTAL_DIFFERS:
        args |= {name: _value(turn, doubt.args[name]) for name in ("printed", "sum")}
    return turn.say(f"doubt-{doubt.code}", **args)


def doubt_line(turn: Turn, plan: PlanEdition, at: int) -> Html:
    """A doubt in one line, with the place of its row."""
    doubt = plan.read.doubts[at]
    row = row_of(plan.read, doubt)
    text = doubt_words(turn, doubt)
    if row is None:
        return text
    return turn.say("plan-doubt-row", number=place_of(plan.read, row), text=text)


def row_cells(turn: Turn, row: Activity) -> Html:
    """What of a row its doubts are about: deadline, plan values, who is responsible, as printed."""
    values = " · ".join(
        f"{_period(turn, code)}: {_value(turn, value)}" for code, value in row.targets.items()
    )
    return lines(
        turn.say("walk-deadline", deadline=shortened(row.deadline_text, 300)) if row.deadline_text else None,
        turn.say("row-targets", values=values) if values else None,
        turn.say("row-responsible", names=shortened(row.responsible_text, 600))
        if row.responsible_text
        else None,
    )


def _period(turn: Turn, code: str) -> str:
    return format_period(code, turn.deps.texts, turn.language, "short")


def _value(turn: Turn, printed: str) -> str:
    number = as_decimal(printed)
    return format_number(number, turn.language) if number is not None else printed


def _within(plan: PlanEdition, at: int) -> int:
    """The place of a doubt, the nearest where a forged button names none. Raises Missing where nothing is doubtful."""
    if not plan.read.doubts:
        raise Missing("unknown")
    return min(max(at, 0), len(plan.read.doubts) - 1)


@tap("doubt", roles=COORDINATORS, step=True)
async def open_doubt(turn: Turn) -> None:
    turn.show(DoubtCard(plan=turn.number(), at=turn.number(1)))


@view(DoubtCard, roles=COORDINATORS)
async def show_doubt(turn: Turn, args: DoubtCard) -> Screen:
    """One doubt: the row as printed, what is doubtful about it, and what it can mean."""
    plan = await acceptance.proposed(turn.work, args.plan)
    at = _within(plan, args.at)
    rows = [*_answer_rows(turn, plan, at), *_of_last(turn, plan, args.just), *_ways_on(turn, plan, at)]
    return Screen(_text(turn, plan, at), rows)


def _text(turn: Turn, plan: PlanEdition, at: int) -> Html:
    doubt = plan.read.doubts[at]
    asked = typed_answer(doubt)
    kind = kind_of(doubt)
    left = len(doubts_alike.open_by_kind(plan).get(kind, []))
    return lines(
        turn.say("doubt-where", left=len(acceptance.open_doubts(plan)), total=len(plan.read.doubts)),
        turn.say("doubt-of-kind", kind=turn.plain(f"doubt-kind-{kind.value}"), left=left),
        *_row_lines(turn, plan, doubt),
        *_around(plan, doubt),
        "",
        doubt_words(turn, doubt),
        _deadline_as_read(turn, plan, doubt),
        _examples(turn, doubt),
        turn.say(f"doubt-type-{asked.value}") if asked else None,
        turn.say("doubt-send-anew") if only_a_file_helps(plan.read, doubt) else None,
        _answered(turn, plan, at),
    )


def _row_lines(turn: Turn, plan: PlanEdition, doubt: Doubt) -> list[Html]:
    """The row that a doubt is about, as printed."""
    row = row_of(plan.read, doubt)
    if row is None:
        return []
    title = bold(f"{place_of(plan.read, row)}. {shortened(row.title, 300)}")
    money = [_money(turn, row)] if doubt.code == D.TOTAL_DIFFERS else []
    return [title, row_cells(turn, row), *money]


def _money(turn: Turn, row: Activity) -> Html:
    """The parts that a row's sum is held against."""
    parts = {_period(turn, code): value for code, value in row.funding.items()} | row.funding_sources
    values = " · ".join(f"{name}: {_value(turn, value)}" for name, value in parts.items())
    total = _value(turn, row.funding_total) if row.funding_total else "—"
    return turn.say("row-money", values=values or "—", total=total)


def _around(plan: PlanEdition, doubt: Doubt) -> list[Html]:
    """The rows above and below a loose one."""
    marks = {"above": "⬆️", "below": "⬇️"}
    return [
        html(f"{marks[where]} {at}. {shortened(row.title, 160)}")
        for where, at, row in rows_around(plan.read, doubt)
    ]


def _deadline_as_read(turn: Turn, plan: PlanEdition, doubt: Doubt) -> Html | None:
    days = [
        format_day(day, turn.deps.texts, turn.language, "full")
        for day in days_as_read(plan.settled_reading, doubt)
    ]
    return turn.say("doubt-deadline-as-read", days=", ".join(days)) if days else None


def _examples(turn: Turn, doubt: Doubt) -> Html | None:
    """What a doubtful column prints, a few cells of it."""
    cells = cells_of(doubt)
    shown = names_of_first(turn, [shortened(cell, 60) for cell in cells], EXAMPLES, " · ")
    return quoted(shown) if cells else None


def _answered(turn: Turn, plan: PlanEdition, at: int) -> Html | None:
    if str(at) not in plan.settled:
        return turn.say("doubt-moot") if at in moot(plan.read, plan.settled) else None
    said = _said(turn, plan, at)
    return turn.say("doubt-settled-before" if at in plan.recalled else "doubt-settled", answer=said)


def _answer_rows(turn: Turn, plan: PlanEdition, at: int) -> list[list[Button]]:
    doubt, chosen = plan.read.doubts[at], plan.settled.get(str(at))
    buttons = [
        button(
            ("● " if answer == chosen else "") + turn.plain(label_id(doubt.code, answer)),
            "answer",
            plan.id,
            at,
            place,
        )
        for place, answer in enumerate(answers(plan.read, doubt))
    ]
    no = no_of(plan.read, doubt)
    if no is not None:
        buttons.append(button(turn.plain(f"answer-no-{no.value}"), "doubtno", plan.id, at))
    columns = 2 if len(buttons) > 3 else 1
    return in_rows(buttons, columns)


def _of_last(turn: Turn, plan: PlanEdition, just: tuple[int, ...]) -> list[list[Button]]:
    """What was answered just before: the same for all that are alike, or taken back."""
    given = [at for at in just if str(at) in plan.settled and at < len(plan.read.doubts)]
    if not given:
        return []
    answer = _said(turn, plan, given[0])
    others = doubts_alike.alike(plan, given[0])
    same = turn.plain("doubt-alike", count=len(others), answer=answer)
    one = len(given) == 1
    back = (
        turn.plain("doubt-take-back", answer=answer)
        if one
        else turn.plain("doubt-take-back-all", count=len(given))
    )
    return [
        [button(on_button(same), "alike", plan.id, given[0])] if others else [],
        [button(on_button(back), "unanswer", plan.id)],
    ]


def _said(turn: Turn, plan: PlanEdition, at: int) -> str:
    """The answer that was given, in words."""
    answer = plan.settled[str(at)]
    word, _, more = answer.partition(":")
    if word == Answer.TYPE:
        return turn.plain("quote", text=more)
    return turn.plain(label_id(plan.read.doubts[at].code, answer))


def _ways_on(turn: Turn, plan: PlanEdition, at: int) -> list[list[Button]]:
    before, behind = doubts_alike.neighbours(plan, at)
    steps = [
        button(turn.plain(label), "doubt", plan.id, to)
        for label, to in (("page-previous", before), ("page-next", behind))
        if to is not None
    ]
    rows = [button(turn.plain("plan-rows"), "rows", plan.id, 0)]
    looks = rows if plan.read.doubts[at].code == D.HEADER_MISSING else []
    opened = (
        [button(turn.plain("doubt-open-again"), "unanswer", plan.id, at)] if str(at) in plan.settled else []
    )
    return [opened, steps, looks, [button(turn.plain("plan-back"), "pl", plan.id)]]


def kind_buttons(turn: Turn, plan: PlanEdition) -> list[list[Button]]:
    """A button for each kind of open doubts, the worst first, to the first of it; none where there is one kind."""
    kinds = doubts_alike.open_by_kind(plan)
    labels = {kind: turn.plain(f"doubt-kind-{kind.value}") for kind in kinds}
    buttons = [
        button(on_button(labels[kind], f" · {len(places)}", HALF_A_ROW), "doubt", plan.id, places[0])
        for kind, places in kinds.items()
    ]
    return in_rows(buttons) if len(buttons) > 1 else []


@tap("doubtno", roles=COORDINATORS)
async def say_no(turn: Turn) -> None:
    """What was asked is not right, and no button says what is: it is typed, said of the columns, or sent anew."""
    plan = await acceptance.proposed(turn.work, turn.number())
    at = _within(plan, turn.number(1))
    doubt = plan.read.doubts[at]
    no, asked = no_of(plan.read, doubt), typed_answer(doubt)
    if no is No.COLUMNS:
        turn.show(columns_card(plan.id, None))
    elif no is No.TYPE and asked is not None:
        turn.show(DoubtCard(plan=plan.id, at=at), notice=turn.say(f"doubt-type-{asked.value}"))
    else:
        turn.show(DoubtCard(plan=plan.id, at=at), notice=turn.say("doubt-send-anew"))


@tap("alike", roles=COORDINATORS, step=True)
async def answer_alike(turn: Turn) -> None:
    """The answer before, to all that are alike."""
    plan = await acceptance.proposed(turn.work, turn.number())
    at = _within(plan, turn.number(1))
    plan, places = await doubts_alike.settle_alike(turn.work, plan, at, turn.person_id, turn.now)
    turn.toast = turn.plain("doubts-noted-toast", count=len(places))
    _go_on(turn, plan, at, just=(at, *places))


@tap("unanswer", roles=COORDINATORS, step=True)
async def take_back(turn: Turn) -> None:
    """The doubt that is named is open again, else those that were settled just before."""
    plan = await acceptance.proposed(turn.work, turn.number())
    named = turn.tap is not None and len(turn.tap.args) > 1
    places = (turn.number(1),) if named else turn.on(DoubtCard).just
    plan = await doubts_alike.take_back(turn.work, plan, places, turn.person_id, turn.now)
    turn.toast = turn.plain("doubt-taken-back-toast")
    turn.show(DoubtCard(plan=plan.id, at=places[0]))


@tap("answer", roles=COORDINATORS, step=True)
async def choose_answer(turn: Turn) -> None:
    """An answer by a button; the next open doubt follows."""
    plan = await acceptance.proposed(turn.work, turn.number())
    at = turn.number(1)
    plan = await acceptance.settle_by_button(turn.work, plan, at, turn.number(2), turn.person_id, turn.now)
    turn.toast = turn.plain("doubt-noted-toast")
    _go_on(turn, plan, at)


@typed("doubt", roles=COORDINATORS)
async def type_answer(turn: Turn) -> None:
    """An answer in words: a deadline, a value, names."""
    plan = await acceptance.proposed(turn.work, turn.on(DoubtCard).plan)
    at = _within(plan, turn.on(DoubtCard).at)
    plan, asked = await acceptance.settle_in_words(turn.work, plan, at, turn.typed, turn.person_id, turn.now)
    _go_on(turn, plan, at, _understood(turn, plan, plan.read.doubts[at], asked))


def _understood(turn: Turn, plan: PlanEdition, doubt: Doubt, asked: Typed) -> Html:
    """What was made of the typed words, so that a wrong reading is seen at once."""
    row = row_of(plan.settled_reading, doubt)
    if asked is Typed.DEADLINE:
        end = read_deadline(plan.read, doubt, turn.typed).end
        day = format_day(end, turn.deps.texts, turn.language, "full") if end else shortened(turn.typed, 60)
        return turn.say("doubt-understood-deadline", day=day)
    if asked is Typed.NAMES and row is not None:
        return turn.say("doubt-understood", what="; ".join(row.responsibles))
    return turn.say("doubt-understood", what=_value(turn, shortened(turn.typed, 60)))


def _go_on(
    turn: Turn, plan: PlanEdition, at: int, notice: Html | None = None, just: tuple[int, ...] = ()
) -> None:
    following = doubts_alike.following(plan, at)
    if following is not None:
        turn.show(DoubtCard(plan=plan.id, at=following, just=just or (at,)), notice=notice)
    else:
        turn.show(PlanCard(plan=plan.id), notice=notice)
