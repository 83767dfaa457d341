"""A plan of work as it was read: sections, indicators, activities, and the doubts of the reading.

The shape is the one that a reading is exchanged in (`python -m bot plan check --json`); the words
are the field's own (domain, §1). Plan values stay as printed: "+", "-", "0.0" and blank are four
different things, and decimals are written with a point.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.plan.columns import TableSeen


class Unit(StrEnum):
    """What an activity is measured in."""

    PRESENCE = "presence"
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    STAGE = "stage"
    TEXT = "text"


class DeadlineKind(StrEnum):
    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    RANGE = "range"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    EVENT = "event"
    NONE = "none"


Every = Literal["week", "month", "quarter", "half_year", "year"]
SectionKind = Literal["direction", "goal", "indicator", "section", "block"]


class _Read(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Deadline(_Read):
    """When the work is to be done: `end` is the last day; `also` holds further dates of a row with several."""

    kind: DeadlineKind = DeadlineKind.NONE
    start: date | None = None
    end: date | None = None
    every: Every | None = None
    also: tuple[date, ...] = ()


class Section(_Read):
    """A heading; `title` comes without the words and numbers in front of it."""

    id: str
    parent: str | None = None
    kind: SectionKind = "section"
    number: str | None = None
    title: str


class Indicator(_Read):
    """A target indicator with its plan values by period."""

    code: str
    section: str | None = None
    number: str | None = None
    title: str
    unit: str | None = None
    better: Literal["up", "down"] | None = None
    values: dict[str, str] = Field(default_factory=dict)


class GoalSaid(_Read):
    """What the coordinator said of one figure in a goal's words (core.lifecycle.goal_answers); what is None stays as it was read.

    `text` is the cell as printed and `at` the goal's place in it; `words` are a goal in other words, read in its
    stead; `none`: there is no figure in it. Nothing said but this: it was read right.
    """

    text: str = ""
    at: int = 0
    words: str | None = None
    kind: Literal["level", "increment"] | None = None
    comparison: Literal["at_least", "at_most", "exactly"] | None = None
    due: date | None = None
    none: bool = False


class Activity(_Read):
    """One row of the plan: what is to be done, by whom, by when, and what proves it.

    `targets` and `funding` map a period ("2024-Q1", "2024", "2026-2030") to the value as printed.
    `parent` is another activity's id; `section` the innermost heading's. `funding_text` keeps words that stand
    in money cells ("total" for the total's), `kpi` goals to be reached by a year. `goals` is what the coordinator said
    of the figures in prose targets.
    """

    id: str
    number: str | None = None
    parent: str | None = None
    section: str | None = None
    title: str
    objective: str | None = None
    completion_form: str | None = None
    deadline_text: str | None = None
    deadline: Deadline = Deadline()
    unit_text: str | None = None
    unit: Unit | None = None
    money_scale: str | None = None
    responsible_text: str | None = None
    responsibles: tuple[str, ...] = ()
    targets: dict[str, str] = Field(default_factory=dict)
    funding: dict[str, str] = Field(default_factory=dict)
    funding_total: str | None = None
    funding_unit: str | None = None
    funding_source_text: str | None = None
    funding_sources: dict[str, str] = Field(default_factory=dict)
    funding_text: dict[str, str] = Field(default_factory=dict)
    kpi: dict[str, str] = Field(default_factory=dict)
    expected_result: str | None = None
    note: str | None = None
    goals: tuple[GoalSaid, ...] = ()
    indicator: str | None = None
    better: Literal["up", "down"] | None = None


class Total(_Read):
    """A printed total, kept apart from the rows: its words and its figures by period, with the grand one."""

    section: str | None = None
    title: str
    values: dict[str, str] = Field(default_factory=dict)
    total: str | None = None
    unit_text: str | None = None


class Kept(_Read):
    """What the file prints where a doubt is, so that it can be read otherwise without the file (core.printed.rereading).

    `cells` are those of a loose row by field ("title", "target:2024-Q1"), `joined` the ones that were put to the row
    above it; `above` is that row's id and `section` the heading that it stands under. `rows` is what a doubtful
    column prints in each row (by activity's id, or indicator's code), or which row each of a repeated table repeats;
    `period` is the one that a column's header names.
    """

    cells: dict[str, str] = Field(default_factory=dict)
    joined: tuple[str, ...] = ()
    above: str | None = None
    section: str | None = None
    rows: dict[str, str] = Field(default_factory=dict)
    period: str | None = None


class Doubt(_Read):
    """What the reading could not settle: kept as printed, settled by the coordinator.

    `code` names the kind of doubt (its words live in locales as `doubt-<code>`) and `args` are what
    those words need. `activity` is an activity's id; None where the doubt is about the whole plan. `kept` is None
    where nothing can be read otherwise.
    """

    code: str
    activity: str | None = None
    field: str | None = None
    as_printed: str | None = None
    args: dict[str, str] = Field(default_factory=dict)
    kept: Kept | None = None


class PlanInfo(_Read):
    """What the file says of itself; a part that it does not print is None and asked on acceptance."""

    code: str | None = None
    title: str | None = None
    organisation: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    source: str | None = None


class ReadPlan(_Read):
    """A whole plan as one reading of one file gave it."""

    plan: PlanInfo = PlanInfo()
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    activities: tuple[Activity, ...] = ()
    totals: tuple[Total, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    abbreviations: dict[str, str] = Field(default_factory=dict)
    """What the document's own list spells out: abbreviation → full name."""
    tables: tuple[TableSeen, ...] = ()
    """What each table's columns were taken for."""

    def section(self, id: str | None) -> Section | None:
        """The section of that id, if there is one."""
        return next((s for s in self.sections if s.id == id), None)

    def path(self, activity: Activity) -> tuple[Section, ...]:
        """The headings above an activity, outermost first."""
        by_id = {s.id: s for s in self.sections}
        found: list[Section] = []
        at = activity.section
        while at is not None and at in by_id and len(found) < len(by_id):
            found.append(by_id[at])
            at = by_id[at].parent
        return tuple(reversed(found))

    def posts(self) -> tuple[str, ...]:
        """Every responsible of the plan once, in order of first mention."""
        return tuple(dict.fromkeys(name for a in self.activities for name in a.responsibles))

    def as_json(self) -> dict[str, Any]:
        """The exchanged shape; each doubt also carries `why`, its code."""
        shape = self.model_dump(mode="json")
        for doubt in shape["doubts"]:
            doubt["why"] = doubt["code"]
            del doubt["kept"]
        for activity in shape["activities"]:
            del activity["goals"], activity["indicator"], activity["better"]
        return shape
