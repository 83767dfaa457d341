"""The manager's summary: what is owed, sent, late, done, and spent; in total, by section and by post (domain, §5).

Everything is derived from obligations at the moment of asking; nothing here is stored. Each line carries the
obligations behind it, so that every figure shown can be opened down to its reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.model.editions import PlanEdition
from core.model.obligations import Obligation
from core.model.plan_tree import PlanTree
from core.owed.status import in_period
from core.summary.tallies import Counter, Tally


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


LineKind = Literal["section", "activity", "post", "group"]


class Line(_Model):
    """One line of a summary. `kind` and `id` name what opens under it: a section's id in the plan, the permanent id of
    an activity or a post, or of a group of another summary the word that its buttons name it by (no dots in it).

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


@dataclass(frozen=True)
class Counted:
    """What a summary counts, and lines that part it: a line's figures are its share of the whole."""

    plan_id: int
    as_of: date
    period: str | None
    section: str | None
    tree: PlanTree
    obligations: Sequence[Obligation]
    counter: Counter

    def line(self, kind: LineKind, id: str, found: Sequence[Obligation], **named: str | None) -> Line:
        """The line of some of the obligations; `named` are its `number` and `title`."""
        behind = tuple(o.id for o in found)
        return Line.model_validate(
            {"kind": kind, "id": id, "tally": self.counter.count(found), "obligations": behind, **named}
        )

    def lines(self, kind: LineKind, of: Callable[[Obligation], str], titles: Mapping[str, str]) -> list[Line]:
        """A line for each group, in the order in which they are met: `of` says which an obligation is of, by its id."""
        groups: dict[str, list[Obligation]] = {}
        for obligation in self.obligations:
            groups.setdefault(of(obligation), []).append(obligation)
        return [self.line(kind, id, found, title=titles.get(id, "")) for id, found in groups.items()]


def counted(
    plan: PlanEdition,
    tree: PlanTree,
    obligations: Iterable[Obligation],
    as_of: date,
    period: str | None = None,
    section: str | None = None,
    answering: Mapping[int, int] | None = None,
) -> Counted:
    """What was owed in the period within the section; `answering` is group → the post that reports for it."""
    found = [o for o in obligations if not o.withdrawn and in_period(o, period) and tree.holds(o, section)]
    counter = Counter(tree, found, as_of, plan.rule, answering)
    return Counted(plan.id, as_of, period, section, tree, found, counter)


def summed_up(found: Counted, posts: Mapping[int, str]) -> Summary:
    """The summary of what was counted.

    `by_section` has the sections right under the counted one, then the activities that hang on it directly. `posts`
    gives the names of posts; a post that is not in it has an empty title.
    """
    return Summary(
        plan_id=found.plan_id,
        as_of=found.as_of,
        period=found.period,
        section=found.section,
        total=found.counter.count(found.obligations),
        by_section=_by_section(found),
        by_post=_by_post(found, posts),
    )


def _by_section(found: Counted) -> tuple[Line, ...]:
    tree, section = found.tree, found.section
    inside: dict[str, list[Obligation]] = {s.id: [] for s in tree.children(section)}
    direct: dict[int, list[Obligation]] = {}
    for obligation in found.obligations:
        child = tree.under(obligation.activity_id, section)
        if child is None:
            direct.setdefault(obligation.activity_id, []).append(obligation)
        else:
            inside.setdefault(child, []).append(obligation)
    sections = [(tree.sections[id], owed) for id, owed in inside.items() if owed]
    rows = [tree.activities[id] for id in sorted(direct, key=lambda id: (tree.activities[id].position, id))]
    return (
        *(found.line("section", s.id, owed, number=s.number, title=s.title) for s, owed in sections),
        *(
            found.line("activity", str(a.id), direct[a.id], number=a.row.number, title=a.row.title)
            for a in rows
        ),
    )


def _by_post(found: Counted, posts: Mapping[int, str]) -> tuple[Line, ...]:
    """Who owes most that is not sent stands first; then by the order of the plan."""
    names = {str(id): name for id, name in posts.items()}
    lines = found.lines("post", lambda o: str(o.post_id), names)
    return tuple(sorted(lines, key=lambda line: line.tally.submitted - line.tally.owed))
