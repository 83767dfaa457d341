"""What is recorded about an obligation: figures, outcome, account, reason, forecast, evidence (domain, §4)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from core.plan.model import Unit


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Outcome(StrEnum):
    DONE = "done"
    PARTIAL = "partial"
    NOT_DONE = "not_done"


MeasureRole = Literal["main", "threshold", "goal", "spent", "by_source"]


class Stage(_Model):
    """A stage of the work: what the plan prints for it ("F", or words), and what its legend says that means.

    `place` is the figure that stands for it: 1, 2, 3 … for the stages that the row itself prints, which a new edition
    of other rows does not move; those that only the plan's other rows have lie between ("1.1"), nought is not begun.
    """

    code: str
    place: Decimal
    words: str = ""


class Measure(_Model):
    """One figure that a report answers: its unit, its scale in words, and what is planned for the period.

    `plan` is None where no figure is planned (blank, "-" or a presence row's "+"). For a threshold, `plan` is the
    least value that counts. `scale` is the power of ten that a bare number is in: 3 for thousand tenge. A figure of
    a prose goal has the goal's own `words` ("Открытие 8 кабинетов") and the `noun` that it counts, as printed.

    A stage is a figure too: its place among the `stages`; zero is not begun. Money may be told by source as
    well: a measure of the role "by_source" has the source as its `noun`, and is a part of `part_of`.

    `already` is what a figure told now takes in, where that is known: of a running total the one that was submitted
    last in the year, of a consolidated report the sum of the others' reports. Less than it is asked about.
    """

    id: str
    unit: Unit
    role: MeasureRole = "main"
    scale: int = 0
    plan: Decimal | None = None
    better: Literal["up", "down"] = "up"
    cumulative: bool = False
    noun: str = ""
    words: str = ""
    stages: tuple[Stage, ...] = ()
    part_of: str | None = None
    already: Decimal | None = None


EvidenceKind = Literal["photo", "document", "paper", "link", "voice", "video", "location"]

FILE_KINDS: frozenset[EvidenceKind] = frozenset(("photo", "document", "voice", "video"))
"""Those whose bytes are fetched and kept on disk."""

RemarkCode = Literal[
    "empty", "unreadable", "paper-used", "file-used", "date-later", "date-early", "date-after"
]


class Remark(_Model):
    """Something about a piece of evidence that the officer is shown, and may take off or keep (`kept`).

    Of what was used already it says where: the row `activity_id` and the `period` of that report.
    """

    code: RemarkCode
    activity_id: int | None = None
    period: str | None = None
    kept: bool = False


class Evidence(_Model):
    """A paper (number and date), a file kept on disk under its SHA-256, a link, or a place.

    The files of one album share `album` and count as one evidence of many pages. `form` is the form of
    completion that it answers, where the row names several. A file can carry the number and date of the paper that
    it shows. A place is kept in `link` as "geo:43.238949,76.889709" (RFC 5870). `unique_id` is Telegram's name of
    the same file wherever it is sent.
    """

    id: int
    obligation_id: int
    kind: EvidenceKind
    form: str | None = None
    sha256: str | None = None
    size: int | None = None
    file_name: str | None = None
    mime_type: str | None = None
    file_id: str | None = None
    album: str | None = None
    number: str | None = None
    dated: date | None = None
    link: str | None = None
    unique_id: str | None = None
    remarks: tuple[Remark, ...] = ()
    added_by: int
    added_at: datetime
    removed_at: datetime | None = None

    @property
    def is_file(self) -> bool:
        return self.kind in FILE_KINDS

    @property
    def pointed_out(self) -> tuple[Remark, ...]:
        """What nobody has confirmed yet."""
        return tuple(r for r in self.remarks if not r.kept)


class Proposal(_Model):
    """What a message was understood to say besides its figure: shown back, and counted once it is confirmed.

    `papers` are the ids of the evidence whose number and date were read from it.
    """

    outcome: Outcome | None = None
    papers: tuple[int, ...] = ()


class Contribution(_Model):
    """What a co-executor said for the owner's report: a text, a piece of evidence, or both; `name` as it was then."""

    post_id: int
    person_id: int
    name: str
    text: str | None = None
    evidence: int | None = None
    at: datetime


class Draft(_Model):
    """The answer so far. `figures` maps a measure's id to its value in the measure's own scale.

    While a figure that the row asks for is missing there is no outcome. `short` says that it is done although a
    figure stays behind its plan (money not spent): that is explained too. `odd` is a figure that was asked about
    once and waits to be confirmed, and `proposal` what was understood beside it; `before` is the draft one step ago,
    for undo. `evidence` holds the ids of what is attached, so that a report with another paper is another version.
    `gathered` is what a consolidated report was made of: another post's obligation → the version that was taken in,
    0 where that post had not reported. `said` is what co-executors told the owner of the row; it is part of no answer
    and stays through undo.
    """

    outcome: Outcome | None = None
    figures: dict[str, Decimal] = {}
    short: bool = False
    account: str | None = None
    reason: str | None = None
    forecast: date | None = None
    odd: dict[str, Decimal] = {}
    proposal: Proposal | None = None
    evidence: tuple[int, ...] = ()
    gathered: dict[int, int] = {}
    said: tuple[Contribution, ...] = ()
    before: Draft | None = None

    def changed(self, **changes: object) -> Self:
        """The draft after a step that can be undone: `before` holds this one, without its own past.

        A step settles what was proposed before it.
        """
        return self.model_copy(
            update={"proposal": None, **changes, "before": self.model_copy(update={"before": None})}
        )

    @property
    def waits(self) -> bool:
        """Whether something was understood that nobody has confirmed yet."""
        return bool(self.odd) or self.proposal is not None

    @property
    def is_empty(self) -> bool:
        return self.outcome is None and not self.figures and not self.account

    def without_past(self) -> Self:
        """The draft alone, with no step to take back."""
        return self.model_copy(update={"before": None})

    def as_submitted(self) -> Self:
        """What a submission keeps: the answer without its past and its open questions."""
        return self.model_copy(update={"before": None, "odd": {}, "proposal": None})
