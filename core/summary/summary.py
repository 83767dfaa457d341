"""The manager's summary: what is owed, sent, late, done, and spent; in total, by section and by post (domain, §5).

Everything is derived from obligations at the moment of asking; nothing here is stored. Each line carries the
obligations behind it, so that every figure shown can be opened down to its reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import Obligation
from core.model.plan_tree import PlanTree
from core.owed.status import in_period
from core.plan.model import Section
from core.summary.tallies import Counter, Tally


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


LineKind = Literal["section", "activity", "post"]


class Line(_Model):
    """One line of a summary. `kind` and `id` name what opens under it: a section's id in the plan, or the permanent id of
    an activity or a post.

    `obligations` are those behind its figures, in the order they were given.
    """

    kind: LineKind
    id: str
    number: str | None = None
    title: str = ""
    tally: Tally
    obligations: tuple[int, ...] = ()


class Summary(_Model):
    """A plan's summary for one period (None: all of it) within one section (None: the whole plan)."""

    plan_id: int
    as_of: date
    period: str | None = None
    section: str | None = None
    total: Tally
    by_section: tuple[Line, ...] = ()
    by_post: tuple[Line, ...] = ()


def summarise(
    plan: PlanEdition,
    activities: Sequence[LiveActivity],
    obligations: Iterable[Obligation],
    as_of: date,
    period: str | None = None,
    *,
    section: str | None = None,
    posts: Mapping[int, str] | None = None,
    answering: Mapping[int, int] | None = None,
) -> Summary:
    """The summary of what was owed, as it stands on that day of the plan's zone.

    `by_section` has the sections right under `section`, then the activities that hang on it directly. `posts` gives
    the names of posts; a post that is not in it has an empty title. `answering` is group → the post that reports for it.
    """
    tree = PlanTree(plan.read.sections, activities)
    counted = [o for o in obligations if not o.withdrawn and in_period(o, period) and tree.holds(o, section)]
    counts = Counter(tree, counted, as_of, plan.rule, answering)
    return Summary(
        plan_id=plan.id,
        as_of=as_of,
        period=period,
        section=section,
        total=counts.count(counted),
        by_section=_by_section(tree, section, counted, counts),
        by_post=_by_post(counted, posts or {}, counts),
    )


def _by_section(
    tree: PlanTree, section: str | None, counted: Sequence[Obligation], counts: Counter
) -> tuple[Line, ...]:
    inside: dict[str, list[Obligation]] = {s.id: [] for s in tree.children(section)}
    direct: dict[int, list[Obligation]] = {}
    for obligation in counted:
        child = tree.under(obligation.activity_id, section)
        if child is None:
            direct.setdefault(obligation.activity_id, []).append(obligation)
        else:
            inside.setdefault(child, []).append(obligation)
    sections = (_section_line(tree.sections[id], found, counts) for id, found in inside.items() if found)
    ordered = sorted(direct, key=lambda id: (tree.activities[id].position, id))
    return (*sections, *(_activity_line(tree.activities[id], direct[id], counts) for id in ordered))


def _section_line(section: Section, found: Sequence[Obligation], counts: Counter) -> Line:
    return Line(
        kind="section",
        id=section.id,
        number=section.number,
        title=section.title,
        tally=counts.count(found),
        obligations=tuple(o.id for o in found),
    )


def _activity_line(activity: LiveActivity, found: Sequence[Obligation], counts: Counter) -> Line:
    return Line(
        kind="activity",
        id=str(activity.id),
        number=activity.row.number,
        title=activity.row.title,
        tally=counts.count(found),
        obligations=tuple(o.id for o in found),
    )


def _by_post(counted: Sequence[Obligation], posts: Mapping[int, str], counts: Counter) -> tuple[Line, ...]:
    """Who owes most that is not sent stands first; then by the order of the plan."""
    owing: dict[int, list[Obligation]] = {}
    for obligation in counted:
        owing.setdefault(obligation.post_id, []).append(obligation)
    lines = [
        Line(
            kind="post",
            id=str(post_id),
            title=posts.get(post_id, ""),
            tally=counts.count(found),
            obligations=tuple(o.id for o in found),
        )
        for post_id, found in owing.items()
    ]
    return tuple(sorted(lines, key=lambda line: line.tally.submitted - line.tally.owed))
