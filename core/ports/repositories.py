"""The stores of plans, people and reports, as small protocols; they are reached through `core.ports.unit_of_work.Work`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from core.evidence.paper_checks import Use
from core.model.cards import Card
from core.model.delegation import Acting, Substitution
from core.model.editions import (
    Amendment,
    FormerRow,
    LiveActivity,
    NewPlan,
    Ownership,
    PlanEdition,
    PlanHead,
    PlanStatus,
)
from core.model.obligations import (
    DerivedObligation,
    Extension,
    NotYetOpen,
    Obligation,
    ReportingRule,
    ReportState,
    RequestKind,
)
from core.model.people import Invitation, Person, Post, Role
from core.model.requests import Request
from core.plan.columns import TableSaid
from core.plan.model import Activity
from core.plan.reports import Draft, Evidence, Remark


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)


class JournalLine(_Row):
    """Who did what to which thing, when, and how it was before and after."""

    at: datetime
    person_id: int | None
    action: str
    subject: str
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


SEALED_AT_ONCE = 500
"""Lines: whoever seals more does so in as many transactions, and others write between them."""


class Chained(_Row):
    """How far the journal's chain was followed: up to a seal and its hash (none yet: its beginning).

    `broken` is the id of the sealed line behind it that is not what it was; `is_end`: nothing is left to follow.
    """

    seq: int = 0
    hash: str | None = None
    broken: int | None = None
    is_end: bool = False


class Unsealed(_Row):
    """Up to which line the journal was looked through, and how many of the lines looked at are not sealed."""

    last: int
    lines: int
    is_end: bool = False


class Submission(_Row):
    """One immutable version of a report. `acting` says in whose stead it was submitted, if not in one's own."""

    obligation_id: int
    version: int
    content: Draft
    submitted_by: int
    submitted_at: datetime
    why_corrected: str | None = None
    acting: Acting | None = None


class PeopleStore(Protocol):
    async def get(self, person_id: int) -> Person | None: ...
    async def session(self, person_id: int) -> tuple[Person | None, Card]:
        """The person and their card in one round trip; a card that was never shown is a fresh one."""
        ...

    async def save(self, person: Person) -> None:
        """Adds or replaces."""
        ...

    async def everyone(self) -> list[Person]: ...
    async def with_role(self, role: Role) -> list[Person]: ...
    async def posts(self) -> list[Post]: ...
    async def posts_named(self, post_ids: Collection[int]) -> list[Post]:
        """Those of these ids."""
        ...

    async def groups(self) -> dict[int, int]:
        """Group → the post that reports for it, of the groups that have one."""
        ...

    async def add_posts(self, names: Sequence[tuple[str, bool]]) -> dict[str, int]:
        """Adds the posts (name, is a group) that are not there yet; → the id of each name given.

        Names are compared folded, and a post is also known by its aliases.
        """
        ...

    async def add_alias(self, post_id: int, name: str) -> None:
        """Makes a spelling mean that post from now on."""
        ...

    async def save_post(self, post: Post) -> None: ...
    async def hold(self, person_id: int, post_id: int, since: datetime) -> None: ...
    async def leave(self, person_id: int, post_id: int | None, until: datetime) -> None:
        """Ends a holding (all of the person's where `post_id` is None)."""
        ...

    async def holders(self) -> dict[int, list[int]]:
        """Post id → ids of those who hold it now."""
        ...

    async def posts_of(self, person_id: int) -> list[int]: ...
    async def former_posts(self, person_id: int) -> list[int]:
        """The posts that the person held once and holds no more, the one left last first."""
        ...


class SubstitutionStore(Protocol):
    async def add(self, substitution: Substitution) -> int:
        """Keeps a new one (its `id` is ignored); → its id."""
        ...

    async def get(self, substitution_id: int) -> Substitution | None: ...
    async def standing(self, on: date) -> list[Substitution]:
        """Those not over by that day, running or to come, whose absent person holds the post; in order of first day."""
        ...

    async def ran_out(self, since: date, before: date) -> list[Substitution]:
        """Those whose last day is one of `since` to `before` (not included), which nobody ended earlier and whose absent
        person holds the post still; in order of last day."""
        ...

    async def end(self, substitution_id: int, at: datetime) -> bool:
        """Ends it before its time; False where it was ended already."""
        ...

    async def posts_stood_in(self, person_id: int) -> list[int]:
        """The posts that the person was ever named a substitute for."""
        ...


class InvitationStore(Protocol):
    async def add(self, invitation: Invitation) -> int:
        """Keeps a new invitation (its `id` is ignored); → its id."""
        ...

    async def get(self, invitation_id: int) -> Invitation | None: ...
    async def by_hash(self, token_hash: str) -> Invitation | None: ...
    async def used_by(self, person_id: int) -> list[Invitation]:
        """Those that the person joined by, undone ones (withdrawn after use) too, in order of use."""
        ...

    async def use(self, invitation_id: int, person_id: int, at: datetime) -> bool:
        """Marks it used; False where somebody was faster or it was withdrawn."""
        ...

    async def open(self) -> list[Invitation]: ...
    async def withdraw(self, invitation_id: int, at: datetime) -> None: ...
    async def undo(self, invitation_id: int, at: datetime) -> bool:
        """Withdraws a used one; False where it is withdrawn already or was never used."""
        ...


class PlanStore(Protocol):
    async def propose(self, plan: NewPlan) -> int: ...
    async def get(self, plan_id: int) -> PlanEdition | None: ...
    async def rule_of(self, plan_id: int) -> ReportingRule | None:
        """The plan's reporting rule alone, without its reading."""
        ...

    async def with_status(self, *statuses: PlanStatus) -> list[PlanHead]:
        """Oldest first, without what was read of them."""
        ...

    async def naming(self, post_ids: Collection[int]) -> list[int]:
        """The live plans that name one of the posts beside the owner of a row that is confirmed, in order."""
        ...

    async def rows(self, activity_ids: Collection[int]) -> list[LiveActivity]:
        """Those of these ids, whichever plans they are of."""
        ...

    async def save(self, plan: PlanEdition) -> None:
        """Replaces title, organisation, period, status, rule, what was said and acceptance; the reading stays."""
        ...

    async def add_activities(self, plan: PlanEdition) -> list[LiveActivity]:
        """Gives each activity of the reading, with the coordinator's answers, its permanent id."""
        ...

    async def add_row(self, plan_id: int, row: Activity) -> LiveActivity:
        """Adds a row behind all others of a live plan: an indicator that somebody reports on."""
        ...

    async def activities(self, plan_id: int) -> list[LiveActivity]: ...
    async def titles(self, plan_id: int) -> list[str]:
        """The titles of its rows, and nothing else of them."""
        ...

    async def set_owner(self, activity_id: int, ownership: Ownership) -> None: ...
    async def set_rule(self, plan_id: int, rule: ReportingRule) -> None: ...
    async def set_amendment(self, plan_id: int, amendment: Amendment) -> None: ...
    async def replace(self, plan: PlanEdition) -> None:
        """Writes everything of a plan anew, its reading too: for an edition that takes another's number."""
        ...

    async def set_rows(self, plan_id: int, rows: Sequence[tuple[int | None, Activity]]) -> list[LiveActivity]:
        """Puts the rows in their places, each with the activity that it is, None for a new one; → them all.

        Activities of the plan that are not named must have been dropped before.
        """
        ...

    async def drop_rows(self, activity_ids: Sequence[int], edition_id: int) -> None:
        """Leaves the activities and all that was owed for them to the superseded edition; nothing is deleted."""
        ...

    async def restore_rows(self, activity_ids: Sequence[int], plan_id: int) -> None:
        """Takes activities of superseded editions back into the plan, with all that was owed for them.

        They are out of the way of other rows until `set_rows` puts them in their places.
        """
        ...

    async def editions_of(self, plan_id: int) -> list[PlanEdition]:
        """The superseded editions of a plan, the last one first."""
        ...

    async def keep_former(self, rows: Sequence[FormerRow]) -> None: ...
    async def former_rows(self, activity_id: int) -> list[FormerRow]:
        """How superseded editions printed an activity, oldest first."""
        ...

    async def remember(self, key: str, code: str, answer: str, by: int | None, at: datetime) -> None:
        """Keeps how a doubt was answered, for the next reading that asks the same."""
        ...

    async def recall(self, keys: Sequence[str]) -> dict[str, str]:
        """Key → answer, of those that are remembered."""
        ...

    async def forget(self, keys: Sequence[str]) -> None:
        """Remembers these answers no more."""
        ...

    async def remember_layout(
        self, layout: str, said: TableSaid | None, by: int | None, at: datetime
    ) -> None:
        """Keeps what was said of the tables of a layout (`core.plan.columns.TableSeen`); None forgets it."""
        ...

    async def layouts(self) -> dict[str, TableSaid]:
        """What is remembered, by layout."""
        ...


class ObligationStore(Protocol):
    async def add(self, plan_id: int, derived: Iterable[DerivedObligation]) -> None: ...
    async def get(self, obligation_id: int) -> Obligation | None: ...
    async def of_plan(self, plan_id: int) -> list[Obligation]:
        """Everything of a plan, withdrawn ones too, in order of activity position and due day."""
        ...

    async def posts_of_plan(self, plan_id: int) -> list[int]:
        """The posts that owe something on a plan, or did."""
        ...

    async def owing_posts(self) -> set[int]:
        """The posts that owe something on any live plan, what was withdrawn left out."""
        ...

    async def count_overdue(self, today: date) -> int:
        """How many reports of live plans are overdue (`core.owed.status.is_overdue`)."""
        ...

    async def overdue(self, today: date, first: int, most: int) -> list[Obligation]:
        """So many of them from that place on: by post, whose oldest is oldest first, then by due day; the newest plan
        before others, and then in the order of the plan."""
        ...

    async def overdue_after(self, today: date, after: int, most: int) -> list[Obligation]:
        """So many of them behind that id, in order of ids: to go through them all in pieces."""
        ...

    async def count_to_review(self) -> int:
        """How many reports of live plans wait for a manager (`core.owed.status.awaits_review`)."""
        ...

    async def to_review(self, first: int, most: int) -> list[Obligation]:
        """So many of them from that place on, the newest plan first, in the order of the plan."""
        ...

    async def outstanding(self, obligation_ids: Collection[int]) -> list[int]:
        """The post of each of these that is still to be submitted, once for each."""
        ...

    async def of_person(self, person_id: int, opened_by: date) -> list[Obligation]:
        """What the posts that the person holds, or stands in for that day, owe in live plans.

        Opened by that day and not withdrawn; in order of due day, plan, activity position; those accepted or closed
        long ago included. What they see as a substitute says so in `acting`.
        """
        ...

    async def of_row(self, activity_id: int, period: str) -> list[Obligation]:
        """What every post owes for one row and period, withdrawn ones too, in the order of adding."""
        ...

    async def of_post(self, post_id: int, opened_by: date) -> list[Obligation]:
        """What one post owes, in the same order as `of_person`, whoever holds it."""
        ...

    async def ahead_of_person(self, person_id: int, today: date) -> list[NotYetOpen]:
        """What opens later, of those posts that the person holds or stands in for today: live plans, not withdrawn.

        One a plan, period and opening day, one's own apart from what is another's; in order of opening day.
        """
        ...

    async def ahead_of_post(self, post_id: int, today: date) -> list[NotYetOpen]:
        """What one post will owe, in the same order, whoever holds it."""
        ...

    async def save_draft(
        self,
        obligation_id: int,
        revision: int,
        draft: Draft,
        state: ReportState,
        by: int | None = None,
        at: datetime | None = None,
    ) -> bool:
        """Writes the draft as revision + 1; False where the stored revision is another (somebody was faster).

        `by` and `at` are who recorded it and when; without them it stays with whom it was.
        """
        ...

    async def submit(self, submission: Submission, on: date, revision: int | None = None) -> bool:
        """Adds an immutable version and sets state, `submitted`, `version` and, the first time, the day.

        With `revision`, that of the draft that is handed in: False, and nothing is written, where the draft or the
        version is another by now.
        """
        ...

    async def restate(
        self,
        obligation_id: int,
        revision: int,
        version: int,
        draft: Draft,
        submitted: Draft | None,
        state: ReportState,
    ) -> bool:
        """Writes as revision + 1 what an edition makes of the draft, and what the last version comes to by it.

        The versions themselves stay, and so does who recorded last. False where revision or version is another.
        """
        ...

    async def reassign(self, obligation_id: int, post_id: int) -> None: ...
    async def set_withdrawn(self, obligation_ids: Sequence[int], withdrawn: bool) -> None: ...
    async def reschedule(self, obligation_id: int, derived: DerivedObligation) -> None:
        """Writes the target and the four days anew after a change of rule."""
        ...

    async def submissions(self, obligation_id: int) -> list[Submission]: ...
    async def last_submissions(self, obligation_ids: Sequence[int]) -> list[Submission]:
        """The newest version of each, of those that have one."""
        ...

    async def submitted_by(self, person_id: int) -> list[tuple[Submission, Obligation]]:
        """The newest version that the person submitted of each obligation, whoever owes it now; the newest first."""
        ...

    async def review(
        self, obligation_id: int, revision: int, state: ReportState, draft: Draft, comment: str | None
    ) -> bool:
        """Writes a manager's decision as revision + 1; False where the stored revision is another."""
        ...

    async def set_asking(self, obligation_id: int, kind: RequestKind | None) -> None: ...
    async def set_extension(self, obligation_id: int, extension: Extension) -> None: ...
    async def set_excused(self, obligation_id: int, excused: bool) -> None: ...


class RequestStore(Protocol):
    async def add(self, request: Request) -> int | None:
        """Keeps a new request (its `id` is ignored); → its id, None where one waits on that obligation already."""
        ...

    async def get(self, request_id: int) -> Request | None: ...
    async def waiting_on(self, obligation_id: int) -> Request | None: ...
    async def waiting(self) -> list[Request]:
        """All that wait, on live plans, in order of asking; what was withdrawn, excused or submitted is left out."""
        ...

    async def of_obligation(self, obligation_id: int) -> list[Request]:
        """Oldest first."""
        ...

    async def decide(self, request: Request) -> bool:
        """Writes how it ended; False where it does not wait any more."""
        ...


class EvidenceStore(Protocol):
    async def add(self, evidence: Evidence) -> int:
        """Keeps a new piece of evidence (its `id` is ignored); → its id."""
        ...

    async def get(self, evidence_id: int) -> Evidence | None: ...
    async def set_file(self, evidence_id: int, sha256: str, size: int) -> None: ...
    async def sent_by(self, person_id: int, since: datetime) -> tuple[int, int]:
        """Bytes of the files that the person sent since then, and ever; what was taken off counts, it stays on the disk."""
        ...

    async def unfetched(self) -> list[Evidence]:
        """Files that were sent and whose bytes are not on disk yet."""
        ...

    async def of_obligations(self, obligation_ids: Sequence[int]) -> list[Evidence]:
        """What is attached and not removed, in order of arrival."""
        ...

    async def of_plan(self, plan_id: int) -> list[Evidence]: ...
    async def of_album(self, album: str, added_by: int) -> list[Evidence]:
        """The pages of an album that the person sent, in order of arrival, removed ones too."""
        ...

    async def sharing(self, plan_id: int, piece: Evidence) -> list[Use]:
        """What other reports of the plan have attached with the same date, the same bytes or the same unique id."""
        ...

    async def set_paper(self, evidence_id: int, number: str | None, dated: date | None) -> None: ...
    async def set_remarks(self, evidence_id: int, remarks: Sequence[Remark]) -> None: ...
    async def remove(self, evidence_id: int, at: datetime) -> None: ...


class JournalStore(Protocol):
    async def add(self, *lines: JournalLine) -> None: ...
    async def lines(
        self, subject: str | None = None, limit: int = 100, actions: Collection[str] | None = None
    ) -> list[JournalLine]:
        """Newest first; those of one subject, or of these actions, alone."""
        ...

    async def seal(self, most: int = SEALED_AT_ONCE) -> int:
        """Chains the lines not sealed yet by SHA-256, in order, so many at most; → how many.

        Only what is newer than the last sealed line is looked at, however long the journal is.
        """
        ...

    async def unsealed(self, after: int) -> Unsealed:
        """Looks at some lines behind that id: how many are not chained yet, so that nothing would show a change."""
        ...

    async def verify(self, after: Chained) -> Chained:
        """Looks at the next seals of the chain, some at a time: as far as it held, and the line that is not what it was."""
        ...
