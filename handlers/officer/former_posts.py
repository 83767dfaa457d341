"""Lists of what a person submitted for posts that are theirs no more, and of what others handed in for theirs (domain, §6)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from core.kernel.errors import NotAllowed
from core.kernel.periods import Period
from core.model.obligations import Obligation
from core.owed.plan_cache import OpenPlan
from core.people.names import names_of_people
from core.plan.reports import Evidence, Measure
from core.ports.repositories import Submission
from core.report.heaps import period_of
from core.report.record import evidence_of
from core.report.rescale import measures_when
from core.report.worklist import Worklist
from core.summary.formatting import format_period
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
from handlers.words.walk_words import MARKS, figure_words

PAGE = 8
SHOWN_AT_MOST = 10
SHORT = 120
"""Characters of an account, or of the names of papers and files, in the list."""

Given = tuple[Submission, Obligation]
Place = tuple[int, str, int]
"""Plan, period and post."""


@dataclass(frozen=True)
class Past:
    """What /history says of posts that were given up."""

    lines: list[Html]
    rows: list[list[Button]]


async def handed_in_by_others(turn: Turn, worklist: Worklist) -> list[Html]:
    """Who else handed in for these posts, and how many reports stand as they handed them in."""
    ids = [o.id for o in worklist.obligations if o.version]
    if not ids:
        return []
    counted = Counter(s.submitted_by for s in await turn.work.obligations.last_submissions(ids))
    counted.pop(turn.person_id, None)
    if not counted:
        return []
    names = await names_of_people(turn.work)
    return [
        turn.say("history-by-other", name=names.get(who, str(who)), count=count)
        for who, count in counted.most_common(SHOWN_AT_MOST)
    ]


async def given_up(turn: Turn, worklist: Worklist) -> Past:
    """What the person submitted of what is not on their worklist any more. Nothing while they report for a post."""
    if worklist.post_id is not None:
        return Past([], [])
    heaps = await _heaps(turn, {o.id for o in worklist.obligations})
    said: list[Html] = [html(""), bold(turn.say("given-title"))] if heaps else []
    rows = []
    for (plan_id, period, post_id), given in list(heaps.items())[:SHOWN_AT_MOST]:
        plan = await turn.deps.library.plan(turn.work, plan_id)
        said.append(
            turn.say(
                "given-line",
                period=format_period(period, turn.deps.texts, turn.language, "full"),
                plan=shortened(plan.title, 60),
                post=shortened(plan.post(post_id), 60),
                count=len(given),
            )
        )
        short = format_period(period, turn.deps.texts, turn.language, "short")
        label = shortened(f"{short} · {plan.post(post_id)}", LONGEST_NAME)
        rows.append([button(label, "given", plan_id, period, post_id, 0)])
    return Past(said, rows)


async def _heaps(turn: Turn, own: set[int]) -> dict[Place, list[Given]]:
    found: dict[Place, list[Given]] = {}
    for s, o in await turn.work.obligations.submitted_by(turn.person_id):
        if o.id in own:
            continue
        plan = await _plan(turn, o)
        found.setdefault((o.plan_id, period_of(o, plan.plan.rule.cycle), o.post_id), []).append((s, o))
    newest_first = sorted(found.items(), key=lambda item: Period.parse(item[0][1]).end, reverse=True)
    return dict(newest_first)


async def _plan(turn: Turn, o: Obligation) -> OpenPlan:
    return await turn.deps.library.plan(turn.work, o.plan_id, activity_id=o.activity_id)


@tap("given")
async def open_given(turn: Turn) -> None:
    turn.show(GivenList(plan=turn.number(), period=turn.word(1), post=turn.number(2), page=turn.number(3)))


@view(GivenList)
async def show_given(turn: Turn, args: GivenList) -> Screen:
    """What the person themselves submitted for a post in a period, as they submitted it; nothing can be changed."""
    place: Place = (args.plan, args.period, args.post)
    given = (await _heaps(turn, set())).get(place)
    if not given:
        raise NotAllowed("nothing-there")
    page, first, count = paged(len(given), args.page, PAGE)
    plan = await turn.deps.library.plan(turn.work, args.plan)
    period = format_period(args.period, turn.deps.texts, turn.language, "full")
    shown = [await _given(turn, s, o) for s, o in given[first : first + PAGE]]
    text = lines(
        bold(turn.say("given-heading", period=period, post=plan.post(args.post))),
        shortened(plan.title, 120),
        "",
        *(line for at, one in enumerate(shown, first + 1) for line in one.lines(turn, at)),
        "",
        turn.say("given-only-read"),
    )
    rows = [
        [button(f"🔎 {at}. {shortened(one.title, LONGEST_LABEL - 6)}", "gave", one.o.id, page)]
        for at, one in enumerate(shown, first + 1)
        if one.has_more
    ]
    if count > 1:
        turns = [(turn.plain("page-previous"), page - 1), (turn.plain("page-next"), page + 1)]
        rows.append([button(label, "given", *place, to) for label, to in turns if 0 <= to < count])
    return Screen(text, [*rows, [button(turn.plain("back"), "history")]])


@dataclass(frozen=True)
class GivenReport:
    """One report as it was submitted: its row, what it answered, and the evidence that went with it."""

    s: Submission
    o: Obligation
    title: str
    measures: tuple[Measure, ...]
    evidence: list[Evidence]

    @property
    def has_more(self) -> bool:
        """Whether there is more to it than a line tells."""
        return bool(self.s.content.account or self.s.content.reason or self.s.content.said or self.evidence)

    def lines(self, turn: Turn, at: int) -> list[Html]:
        """What was reported; its account and evidence in a line each, which are whole in the report itself."""
        mark = MARKS[self.s.content.outcome] if self.s.content.outcome else ""
        said = figure_words(turn, self.measures, self.s.content.figures)
        figures = ["—", said] if said else []
        found = [html(" ".join([f"{at}. {mark}", shortened(self.title, 90), *figures]))]
        if self.s.content.account:
            found.append(turn.say("given-account", account=shortened(self.s.content.account, SHORT)))
        if self.evidence:
            named = [
                paper_words(turn, e) if e.number or e.dated else piece_name(turn, e)
                for e in pieces(self.evidence)
            ]
            found.append(turn.say("given-evidence", names=shortened(", ".join(named), SHORT)))
        return found


async def _given(turn: Turn, s: Submission, o: Obligation) -> GivenReport:
    plan = await _plan(turn, o)
    return GivenReport(
        s,
        o,
        title=plan.activities[o.activity_id].row.title,
        measures=tuple(await measures_when(turn.work, plan, o, s.submitted_at)),
        evidence=await evidence_of(turn.work, o.id, s.content),
    )


async def given_by(turn: Turn, obligation_id: int) -> GivenReport:
    """What the person submitted themselves for one obligation. Raises NotAllowed where they never did."""
    own = await turn.work.obligations.submitted_by(turn.person_id)
    found = next(((s, o) for s, o in own if o.id == obligation_id), None)
    if found is None:
        raise NotAllowed("nothing-there")
    return await _given(turn, *found)
