"""The lead of a shared row: one tap for what the others' reports come to, and those reports in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.evidence.papers import pages_of
from core.kernel.errors import Missing, Outdated
from core.model.obligations import Obligation
from core.plan.reports import Draft, Evidence, Measure, Outcome
from core.ports.repositories import Submission
from core.report import consolidation
from core.report.record import submitted_evidence
from core.report.rescale import measures_when
from core.report.shared_row import SharedRow, shared_row_of
from core.report.told import told
from core.report.worklist import Worklist
from core.summary.formatting import format_day
from handlers.card.shared_row_words import names_of, part_line
from handlers.card.walk import OFFICERS, answer, mine, open_on
from handlers.frame.messages import EvidenceFile
from handlers.frame.paging import page_buttons
from handlers.frame.registry import tap, view
from handlers.frame.screens import (
    LONGEST_NAME,
    Button,
    Html,
    Screen,
    bold,
    button,
    html,
    in_rows,
    lines,
    pages,
    shortened,
)
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import PartReport, Parts, Without
from handlers.words.evidence_words import file_name, pieces
from handlers.words.recorded_words import outcome_mark, outcome_word
from handlers.words.told_words import PART, figures_listed, told_lines

PAGE = 8
FILES_PAGE = 8
LONGEST_VALUE = 36
"""Characters of the figures on a button."""


@tap("gather", roles=OFFICERS, step=True, style="success")
async def gather(turn: Turn) -> None:
    """✅ the parts as they add up, in one tap; who is missing is asked about first.

    Where they come to something else by now than the button says, the card shows that, and asks again.
    """
    worklist, o, found = await _leading(turn)
    draft = found.consolidated
    if found.proposal is None or draft is None:
        raise Outdated("card-outdated")
    if turn.word(1) != consolidation.fingerprint(found.proposal.figures, found.proposal.outcome):
        _say_changed(turn, value_of(turn, found, found.proposal.figures, found.proposal.outcome))
        open_on(turn, o)
        return
    await answer(turn, worklist, o, draft, summed=True)


@view(Without)
async def show_missing(turn: Turn, args: Without) -> Screen:
    """Asked once: whether to consolidate without those who have not reported, as things are when it is shown."""
    worklist = await worklist_of(turn)
    o = worklist.obligation(args.o)
    found = _led(await shared_row_of(turn.work, worklist, o))
    draft = found.step_waiting(args.draft, summed=args.summed)
    asked = turn.say("svod-ask-without", names=names_of(found, found.missing))
    if not found.missing:  # the last of them reported while the question was open
        asked = turn.say("svod-ask-whole", total=len(found.parts))
    if draft is None:
        asked = turn.say("svod-title", there=0, total=len(found.parts))
    text = lines(bold(shortened(worklist.row(o).title, 400)), "", asked)
    wait = [button(turn.plain("svod-wait"), "card", o.id)]
    return Screen(text, [wait] if draft is None else [[_go(turn, found, draft)], wait])


def _go(turn: Turn, found: SharedRow, draft: Draft) -> Button:
    value = value_of(turn, found, draft.figures, draft.outcome)
    label = turn.plain("svod-go-without" if found.missing else "svod-figures", value=value)
    return button(label, "gsure", found.mine.id, found.fingerprint_of(draft))


def value_of(turn: Turn, found: SharedRow, figures: Mapping[str, Decimal], outcome: Outcome | None) -> str:
    """The figures in words, short enough for a button; the outcome where a tick says it all."""
    value = figures_listed(turn, found.measures, figures)
    value = value or outcome_word(turn, outcome)
    return value if len(value) <= LONGEST_VALUE else shortened(value, LONGEST_VALUE)


def _say_changed(turn: Turn, value: str) -> None:
    turn.toast = turn.plain("svod-changed-meanwhile", value=value)


@tap("gsure", roles=OFFICERS, step=True, style="success")
async def go_without(turn: Turn) -> None:
    """Yes, without them: the answer that waited is recorded, with who was missing.

    Where the sum, or who is missing, changed since the question was shown, it is shown anew and asked again.
    """
    worklist, o, found = await _leading(turn)
    asked = turn.on(Without)
    if asked.o != o.id or asked.revision != o.revision:
        raise Outdated("draft-changed-elsewhere")
    draft = found.step_waiting(asked.draft, summed=asked.summed)
    if draft is None:
        raise Outdated("card-outdated")
    if turn.word(1) != found.fingerprint_of(draft):
        _say_changed(turn, value_of(turn, found, draft.figures, draft.outcome))
        turn.show(asked)
        return
    await answer(turn, worklist, o, draft, knowing=True)


@tap("gparts", roles=OFFICERS)
async def open_parts(turn: Turn) -> None:
    _, o, _ = await _leading(turn)
    turn.show(Parts(o=o.id, page=turn.number(1)))


@view(Parts)
async def show_parts(turn: Turn, args: Parts) -> Screen:
    """Each post of the row: what it reported, shortened, or that it has not; what is there opens in full."""
    worklist = await worklist_of(turn)
    found = _led(await shared_row_of(turn.work, worklist, worklist.obligation(args.o)))
    page, first, count = pages(len(found.parts), args.page, PAGE)
    shown = found.parts[first : first + PAGE]
    there = len(found.parts) - len(found.missing)
    text = lines(
        bold(shortened(worklist.row(found.mine).title, 300)),
        turn.say("svod-title", there=there, total=len(found.parts)),
        "",
        *(part_line(turn, found, o, 160, worklist.today) for o in shown),
    )
    rows = [
        [
            button(
                f"{outcome_mark(content.outcome)} {shortened(found.post(o), LONGEST_NAME - 2)}",
                "gpart",
                found.mine.id,
                o.id,
                0,
            )
        ]
        for o in shown
        if (content := consolidation.content_of(o)) is not None
    ]
    rows.append(page_buttons(turn, page, count, "gparts", found.mine.id))
    return Screen(text, [*rows, [button(turn.plain("walk-back"), "card", found.mine.id)]])


@tap("gpart", roles=OFFICERS)
async def open_part(turn: Turn) -> None:
    _, o, found = await _leading(turn)
    turn.show(PartReport(o=o.id, part=found.part(turn.number(1)).id, page=turn.number(2)))


@view(PartReport)
async def show_part(turn: Turn, args: PartReport) -> Screen:
    """One post's report in full, its papers, and a button for each file."""
    worklist = await worklist_of(turn)
    found = _led(await shared_row_of(turn.work, worklist, worklist.obligation(args.o)))
    part = found.part(args.part)
    evidence = await submitted_evidence(turn.work, part)
    last = (await turn.work.obligations.submissions(part.id))[-1]
    files = [e for e in pieces(evidence) if e.is_file]
    page, first, count = pages(len(files), args.page, FILES_PAGE)
    buttons = [
        button(f"📎 {shortened(_file(turn, e), 28)}", "gfile", found.mine.id, part.id, e.id)
        for e in files[first : first + FILES_PAGE]
    ]
    rows = in_rows(buttons, 2)
    rows.append(page_buttons(turn, page, count, "gpart", found.mine.id, part.id))
    at = list(found.parts).index(part) // PAGE
    rows.append([button(turn.plain("back"), "gparts", found.mine.id, at)])
    asked = await measures_when(turn.work, worklist.plans[part.plan_id], part, last.submitted_at)
    return Screen(_part_text(turn, worklist, found, part, last, evidence, asked), rows)


def _file(turn: Turn, e: Evidence) -> str:
    return turn.plain("evidence-pages") if e.album else file_name(turn, e)


def _part_text(
    turn: Turn,
    worklist: Worklist,
    found: SharedRow,
    part: Obligation,
    last: Submission,
    evidence: list[Evidence],
    asked: Sequence[Measure],
) -> Html:
    content = last.content
    at = last.submitted_at.astimezone(turn.deps.zone)
    day = format_day(at.date(), turn.deps.texts, turn.language, "full")
    outcome = outcome_word(turn, content.outcome)
    figures = figures_listed(turn, asked, content.figures)
    said = ", ".join(x for x in (outcome, figures) if x)
    elsewhere = dict.fromkeys(("outcome", "figures", "gathered", "said"), ())
    return lines(
        bold(found.post(part)),
        html(shortened(worklist.row(part).title, 300)),
        turn.say("svod-handed-in", day=day, version=last.version),
        "",
        bold(f"{outcome_mark(content.outcome)} {said}"),
        *told_lines(turn, told(content, asked, evidence), PART, elsewhere),
    )


@tap("gfile", roles=OFFICERS)
async def send_file(turn: Turn) -> None:
    """Has a co-executor's file sent to the lead as a message of its own; of an album, all its pages."""
    _, _, found = await _leading(turn)
    evidence = await submitted_evidence(turn.work, found.part(turn.number(1)))
    wanted = turn.number(2)
    named = next((e for e in evidence if e.id == wanted and e.is_file), None)
    if named is None:
        raise Missing("unknown")
    for e in pages_of(named, evidence):
        await turn.queue(f"file:{e.id}:{turn.update_id}", EvidenceFile(evidence=e.id), to=turn.person_id)
    turn.toast = turn.plain("report-file-toast")


async def _leading(turn: Turn) -> tuple[Worklist, Obligation, SharedRow]:
    """The consolidated report that the tap names, if the person owes it. Raises NotAllowed, Outdated."""
    worklist, o = await mine(turn)
    return worklist, o, _led(await shared_row_of(turn.work, worklist, o))


def _led(found: SharedRow | None) -> SharedRow:
    if found is None or not found.is_lead:
        raise Outdated("card-outdated")
    return found
