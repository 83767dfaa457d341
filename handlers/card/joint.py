"""🤝 Rows that a person takes part in while another post reports on them: an account or a file for its owner."""

from __future__ import annotations

from core.figures.outcomes import is_bare
from core.kernel.errors import NotAllowed, UnreadableInput
from core.model.delegation import Acting
from core.owed.visible_reports import posts_acted_for
from core.plan.reports import Evidence
from core.report import contributing
from core.report.contributing import TakesPart
from core.report.worklist import Worklist
from core.summary.formatting import format_period
from handlers.card.walk import OFFICERS, mine, note
from handlers.frame.paging import page_buttons
from handlers.frame.registry import command, sent_file, sent_place, tap, typed, view
from handlers.frame.screens import LONGEST_TITLE, Screen, bold, button, html, lines, pages, shortened
from handlers.frame.sent_files import evidence_in, place_in
from handlers.frame.turn import Turn
from handlers.frame.views import JointList, JointRow
from handlers.words.joint_words import said_lines
from handlers.words.recorded_words import outcome_word
from handlers.words.row_labels import officers_mark, stood_in_mark
from handlers.words.told_words import figures_listed

PAGE = 8


@command("joint", roles=OFFICERS)
@tap("joint", roles=OFFICERS)
async def open_list(turn: Turn) -> None:
    turn.show(JointList(page=turn.number() if turn.tap and turn.tap.args else 0))


@view(JointList, on_walk=True)
async def show_list(turn: Turn, args: JointList) -> Screen:
    """Whose report it is, how it stands; a tap opens the row."""
    found = await _joint(turn)
    page, first, count = pages(len(found), args.page, PAGE)
    shown = found[first : first + PAGE]
    rows = [
        [button(f"{officers_mark(j.o)} {shortened(_title(j), LONGEST_TITLE)}", "jrow", j.o.id)] for j in shown
    ]
    rows.append(page_buttons(turn, page, count, "joint"))
    rows.append([button(turn.plain("home-button"), "home")])
    text = lines(
        bold(turn.say("joint-title")),
        turn.say("joint-what") if found else turn.say("joint-none"),
        "",
        *(
            html(f"{officers_mark(j.o)} {shortened(_title(j), 110)} — {shortened(_owner(j), 60)}")
            for j in shown
        ),
    )
    return Screen(text, rows)


def _title(j: TakesPart) -> str:
    return stood_in_mark(j.o) + _row(j)


def _row(j: TakesPart) -> str:
    return j.plan.activities[j.o.activity_id].row.title


def _owner(j: TakesPart) -> str:
    return j.plan.post(j.o.post_id)


@tap("jrow", roles=OFFICERS)
async def open_row(turn: Turn) -> None:
    _open(turn, await _one(turn, turn.number()))


def _open(turn: Turn, j: TakesPart, notice: str | None = None) -> None:
    turn.show(JointRow(o=j.o.id, post=j.post_id), asks="joint", notice=notice)


@view(JointRow, on_walk=True)
async def show_row(turn: Turn, args: JointRow) -> Screen:
    """The row, who reports on it, what was said so far, and what came of it once it is handed in."""
    j = await _one(turn, args.o)
    content = j.o.submitted if j.o.is_submitted else None
    evidence = await turn.work.evidence.of_obligations([j.o.id])
    period = format_period(j.o.period, turn.deps.texts, turn.language, "full")
    measures = j.plan.measures(j.o.activity_id, j.o.period)
    outcome = outcome_word(turn, content.outcome) if content else ""
    figures = figures_listed(turn, measures, content.figures) if content else ""
    text = lines(
        turn.say("substitute-card", post=j.plan.post(j.post_id)) if j.o.stood_in else None,
        html(f"{period} · {shortened(j.plan.title, 80)}"),
        bold(shortened(_row(j), 500)),
        turn.say("joint-owner", name=shortened(_owner(j), 100)),
        turn.say("joint-result", what=", ".join(x for x in (outcome, figures) if x)) if content else None,
        *said_lines(turn, j.plan, j.o.draft.said, evidence, 700),
        "",
        turn.say("joint-handed-in") if content else turn.say("joint-ask"),
    )
    rows = []
    if content is None and any(s.person_id == turn.person_id for s in j.o.draft.said):
        rows.append([button(turn.plain("joint-take-back"), "jback", j.o.id)])
    rows.append([button(turn.plain("back"), "joint", 0), button(turn.plain("home-button"), "home")])
    return Screen(text, rows)


@typed("joint", roles=OFFICERS)
async def take_text(turn: Turn) -> None:
    """What was done by the co-executor, in their own words."""
    j = await _one(turn, turn.on(JointRow).o)
    if is_bare(turn.typed):
        raise UnreadableInput("joint-not-said", typed=turn.typed)
    await contributing.contribute(turn.work, turn.me, j.o, j.post_id, turn.now, text=turn.typed)
    _open(turn, j, turn.say("joint-told"))


@sent_file("joint", roles=OFFICERS)
async def take_file(turn: Turn) -> None:
    """A photo, document, sound or film for the owner's report; its caption is the account."""
    j = await _one(turn, turn.on(JointRow).o)
    if not j.plan.plan.rule.files_allowed:
        if not turn.typed or is_bare(turn.typed):
            raise NotAllowed("joint-no-files")
        await contributing.contribute(turn.work, turn.me, j.o, j.post_id, turn.now, text=turn.typed)
        _open(turn, j, turn.say("joint-told-words"))
        return
    await _attach(turn, j, await evidence_in(turn, j.o.id))
    turn.wakes = True


@sent_place("joint", roles=OFFICERS)
async def take_place(turn: Turn) -> None:
    """Where it was done."""
    j = await _one(turn, turn.on(JointRow).o)
    await _attach(turn, j, place_in(turn, j.o.id))


async def _attach(turn: Turn, j: TakesPart, evidence: Evidence) -> None:
    await contributing.contribute(
        turn.work, turn.me, j.o, j.post_id, turn.now, text=turn.typed, evidence=evidence
    )
    _open(turn, j, turn.say("joint-told"))


@tap("jback", roles=OFFICERS)
async def take_back(turn: Turn) -> None:
    j = await _one(turn, turn.number())
    await contributing.take_back(turn.work, turn.me, j.o, turn.now)
    turn.toast = turn.plain("undone")
    _open(turn, j)


@tap("jtake", roles=OFFICERS)
async def take_into_account(turn: Turn) -> None:
    """The owner takes what others said into the report's own account, each with who said it."""
    worklist, o = await mine(turn)
    names = {post_id: post.name for post_id, post in worklist.plans[o.plan_id].posts.items()}
    taken = contributing.taken_in(o.draft, names)
    turn.toast = turn.plain("joint-taken")
    await note(turn, worklist, o, taken)


async def _joint(turn: Turn) -> list[TakesPart]:
    return await contributing.taken_part_in(
        turn.work, turn.deps.library, await _acting(turn), turn.deps.today()
    )


async def _acting(turn: Turn) -> dict[int, Acting | None]:
    return await posts_acted_for(turn.work, turn.person_id, turn.me.reports_for, turn.deps.today())


async def _one(turn: Turn, obligation_id: int) -> TakesPart:
    """One of them. Raises NotAllowed."""
    found = next((j for j in await _joint(turn) if j.o.id == obligation_id), None)
    if found is None:
        raise NotAllowed("not-yours")
    return found


async def takes_part(turn: Turn, worklist: Worklist) -> bool:
    """Whether the home card offers the list."""
    return await contributing.takes_part(
        turn.work, turn.deps.library, await _acting(turn), worklist.plans.values()
    )
