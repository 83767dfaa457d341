"""Lists of what a person submitted for posts that are theirs no more, and of what others handed in for theirs (domain, §6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.people.names import names_of_people
from core.report.past_reports import (
    GivenHeap,
    GivenReport,
    given_heap,
    given_report,
    given_up,
    handed_in_by_others,
)
from core.report.told import brief, told
from core.report.worklist import Worklist
from core.summary.formatting import format_period
from handlers.frame.paging import first_of, page_turns
from handlers.frame.registry import tap, view
from handlers.frame.screens import (
    LONGEST_LABEL,
    LONGEST_NAME,
    Button,
    Html,
    Screen,
    bold,
    button,
    html,
    lines,
    shortened,
)
from handlers.frame.screens import pages as paged
from handlers.frame.turn import Turn
from handlers.frame.views import GivenList
from handlers.words.evidence_words import paper_words, piece_name, pieces
from handlers.words.told_words import GIVEN, brief_word, told_lines

PAGE = 8
SHOWN_AT_MOST = 10
SHORT = 120
"""Characters of an account, or of the names of papers and files, in the list."""


@dataclass(frozen=True)
class GivenPart:
    """What /history says of posts that were given up."""

    lines: list[Html]
    rows: list[list[Button]]


async def others_lines(turn: Turn, worklist: Worklist) -> list[Html]:
    """Who else handed in for these posts, and how many reports stand as they handed them in."""
    counted = await handed_in_by_others(turn.work, worklist, turn.person_id)
    names = await names_of_people(turn.work) if counted else {}
    said = [
        turn.say("history-by-other", name=names.get(who, str(who)), count=count) for who, count in counted
    ]
    return first_of(turn, said, SHOWN_AT_MOST)


async def given_part(turn: Turn, worklist: Worklist) -> GivenPart:
    """What the person submitted of what is not on their worklist any more."""
    heaps = await given_up(turn.work, turn.deps.library, turn.person_id, worklist)
    title: list[Html] = [html(""), bold(turn.say("given-title"))] if heaps else []
    shown = heaps[:SHOWN_AT_MOST]
    said = first_of(turn, [_line(turn, h) for h in heaps], SHOWN_AT_MOST)
    return GivenPart([*title, *said], [[_opener(turn, h)] for h in shown])


def _line(turn: Turn, heap: GivenHeap) -> Html:
    return turn.say(
        "given-line",
        period=format_period(heap.period, turn.deps.texts, turn.language, "full"),
        plan=shortened(heap.plan.title, 60),
        post=shortened(heap.plan.post(heap.post_id), 60),
        count=len(heap.given),
    )


def _opener(turn: Turn, heap: GivenHeap) -> Button:
    short = format_period(heap.period, turn.deps.texts, turn.language, "short")
    label = shortened(f"{short} · {heap.plan.post(heap.post_id)}", LONGEST_NAME)
    return button(label, "given", *heap.place, 0)


@tap("given")
async def open_given(turn: Turn) -> None:
    turn.show(GivenList(plan=turn.number(), period=turn.word(1), post=turn.number(2), page=turn.number(3)))


@view(GivenList)
async def show_given(turn: Turn, args: GivenList) -> Screen:
    """What the person themselves submitted for a post in a period, as they submitted it; nothing can be changed."""
    place = (args.plan, args.period, args.post)
    heap = await given_heap(turn.work, turn.deps.library, turn.person_id, place)
    page, first, count = paged(len(heap.given), args.page, PAGE)
    period = format_period(args.period, turn.deps.texts, turn.language, "full")
    shown = [
        await given_report(turn.work, turn.deps.library, s, o) for s, o in heap.given[first : first + PAGE]
    ]
    text = lines(
        bold(turn.say("given-heading", period=period, post=heap.plan.post(args.post))),
        shortened(heap.plan.title, 120),
        "",
        *(line for at, one in enumerate(shown, first + 1) for line in _report_lines(turn, one, at)),
        "",
        turn.say("given-only-read"),
    )
    rows = [
        [button(f"🔎 {at}. {shortened(one.title, LONGEST_LABEL - 6)}", "gave", one.o.id, page)]
        for at, one in enumerate(shown, first + 1)
        if one.has_more
    ]
    rows.append(page_turns(turn, page, count, "given", *place))
    return Screen(text, [*rows, [button(turn.plain("back"), "history")]])


def _report_lines(turn: Turn, one: GivenReport, at: int) -> list[str | None]:
    """What was reported; its account and evidence in a line each, which are whole in the report itself."""
    said = told(one.s.content, one.measures, one.evidence)
    words = {x.name: brief_word(turn, x) for x in brief(said)}
    figures = ["—", words["figures"]] if words.get("figures") else []
    own: dict[str, Sequence[str | None]] = {
        **dict.fromkeys(("outcome", "figures", "reason", "forecast", "gathered", "said"), ()),
        "account": [turn.say("given-account", account=shortened(one.s.content.account or "", SHORT))],
        "evidence": [turn.say("given-evidence", names=shortened(_named(turn, one), SHORT))],
    }
    title = shortened(one.title, 90)
    return [
        html(" ".join([f"{at}. {words.get('outcome', '')}", title, *figures])),
        *told_lines(turn, said, GIVEN, own),
    ]


def _named(turn: Turn, one: GivenReport) -> str:
    """The papers and files by name, one after the other."""
    return ", ".join(
        paper_words(turn, e) if e.number or e.dated else piece_name(turn, e) for e in pieces(one.evidence)
    )
