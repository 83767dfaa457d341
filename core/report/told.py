"""What a report says, said once: every place that shows a report shows these things, each in its own form.

A field of `Draft` that is part of the answer has its line in `FIELDS`; from there it is on the card, in the report that
its manager reads, in a part of a consolidated one, in the versions, and in the workbook. What is of no part of the
answer stands in `NOT_TOLD`, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from core.plan.reports import Draft, Evidence, Measure


class Kind(Enum):
    """What kind of value is told; it decides the form that places give it."""

    OUTCOME = "outcome"
    FIGURES = "figures"
    """A mapping of measures' ids to values; the measures say what each is."""
    WORDS = "words"
    """A few words, after their label."""
    DAY = "day"
    ACCOUNT = "account"
    """A text of any length, quoted."""
    BODIES = "bodies"
    """What a consolidated report was made of."""
    SAID = "said"
    """What co-executors told the owner of the row."""
    PIECES = "pieces"
    """Papers, files, links and places."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `Draft`, named as there; its texts end in the same name (`report-reason`, `sheet-reason`).

    `brief`: it is told in the one line of a version too.
    """

    name: str
    kind: Kind
    brief: bool = False

    @property
    def is_column(self) -> bool:
        """Whether the workbook has it in a column of its own making; figures and papers have theirs."""
        return self.kind in (Kind.WORDS, Kind.DAY, Kind.ACCOUNT)


FIELDS = (
    Field("outcome", Kind.OUTCOME, brief=True),
    Field("figures", Kind.FIGURES, brief=True),
    Field("reason", Kind.WORDS),
    Field("forecast", Kind.DAY),
    Field("account", Kind.ACCOUNT),
    Field("gathered", Kind.BODIES),
    Field("said", Kind.SAID),
    Field("evidence", Kind.PIECES),
)
"""What is told of a report, in the order in which it is."""

COLUMNS = tuple(
    sorted((field for field in FIELDS if field.is_column), key=lambda f: f.kind is not Kind.ACCOUNT)
)
"""The columns that a report's words and days take in the workbook: there the account goes first."""

NOT_TOLD: Mapping[str, str] = {
    "short": "the figures beside their plans show it",
    "odd": "a figure that waits to be confirmed is not part of the answer",
    "proposal": "what was understood counts once it is confirmed",
    "before": "the draft one step ago, for undo",
}
"""Fields of `Draft` that are told nowhere, and why."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a report says: the field, and its value as `Draft` has it.

    Of papers the pieces themselves. `measures` are what the report answered, for the figures.
    """

    field: Field
    value: Any
    measures: tuple[Measure, ...] = ()

    @property
    def name(self) -> str:
        return self.field.name


def told(content: Draft, measures: Sequence[Measure] = (), evidence: Sequence[Evidence] = ()) -> list[Told]:
    """What a report says, in order; nothing of what it leaves open."""
    found: list[Told] = []
    for field in FIELDS:
        value = tuple(evidence) if field.kind is Kind.PIECES else getattr(content, field.name)
        if value:
            found.append(Told(field, value, tuple(measures) if field.kind is Kind.FIGURES else ()))
    return found


def brief(said: Sequence[Told]) -> list[Told]:
    """What the one line of a version says of it."""
    return [one for one in said if one.field.brief]
