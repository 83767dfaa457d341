"""Obligations with their drafts, and the immutable versions that were submitted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    Integer,
    Row,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    update,
)

from core.model.delegation import Acting
from core.model.editions import PlanStatus
from core.model.obligations import (
    DerivedObligation,
    Due,
    Extension,
    NotYetOpen,
    Obligation,
    ReportState,
    RequestKind,
)
from core.plan.reports import Draft
from core.ports.repositories import Submission
from storage.columns import UtcTime
from storage.stores.store import Store, adding, in_parts
from storage.stores.substitutions import REPORTED
from storage.tables import activity, obligation, plan, submission

_draft = lru_cache(maxsize=1024)(Draft.model_validate_json)
_EMPTY = Draft().model_dump_json()

_ADD = adding(obligation, "activity_id", "post_id", "kind", "period")
_GET = select(obligation).where(obligation.c.id == bindparam("id"))
_WITH_PLACE = select(obligation).join(activity, activity.c.id == obligation.c.activity_id)
_OF_PLAN = _WITH_PLACE.where(obligation.c.plan_id == bindparam("plan_id")).order_by(
    activity.c.position, obligation.c.report_due, obligation.c.id
)
_OPENED = (
    plan.c.status == PlanStatus.LIVE.value,
    obligation.c.opens <= bindparam("opened_by"),
    obligation.c.withdrawn.is_(False),
)
_DUE_NOW = case(
    (obligation.c.extended_due > obligation.c.report_due, obligation.c.extended_due),
    else_=obligation.c.report_due,
)
"""`Obligation.due_now.report_due`."""
_IN_LIVE = (
    plan.c.status == PlanStatus.LIVE.value,
    obligation.c.withdrawn.is_(False),
    obligation.c.excused.is_(False),
)
_OVERDUE = (
    *_IN_LIVE,
    or_(obligation.c.version == 0, obligation.c.state == ReportState.RETURNED.value),
    bindparam("today", type_=Date) > _DUE_NOW,
)
_TO_REVIEW = (*_IN_LIVE, obligation.c.state == ReportState.SUBMITTED.value)
_COUNT = select(func.count()).select_from(obligation).join(plan, plan.c.id == obligation.c.plan_id)
_COUNT_OVERDUE, _COUNT_TO_REVIEW = _COUNT.where(*_OVERDUE), _COUNT.where(*_TO_REVIEW)
_MOST, _FIRST = bindparam("most", type_=Integer), bindparam("first", type_=Integer)
_LATE = (
    select(
        obligation.c.id,
        _DUE_NOW.label("due"),
        func.min(_DUE_NOW).over(partition_by=obligation.c.post_id).label("oldest"),
    )
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(*_OVERDUE)
    .subquery("late")
)
_IN_PLAN = (obligation.c.plan_id.desc(), activity.c.position, obligation.c.report_due, obligation.c.id)
_OVERDUE_PAGE = (
    _WITH_PLACE.join(_LATE, _LATE.c.id == obligation.c.id)
    .order_by(_LATE.c.oldest, obligation.c.post_id, _LATE.c.due, *_IN_PLAN)
    .limit(_MOST)
    .offset(_FIRST)
)
_OVERDUE_AFTER = (
    select(obligation)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(*_OVERDUE, obligation.c.id > bindparam("after"))
    .order_by(obligation.c.id)
    .limit(_MOST)
)
_TO_REVIEW_PAGE = (
    _WITH_PLACE.join(plan, plan.c.id == obligation.c.plan_id)
    .where(*_TO_REVIEW)
    .order_by(*_IN_PLAN)
    .limit(_MOST)
    .offset(_FIRST)
)
_POSTS_OF_PLAN = select(obligation.c.post_id).distinct().where(obligation.c.plan_id == bindparam("plan_id"))
_OWING_POSTS = (
    select(obligation.c.post_id)
    .distinct()
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(plan.c.status == PlanStatus.LIVE.value, obligation.c.withdrawn.is_(False))
)
_OUTSTANDING = select(obligation.c.post_id).where(
    obligation.c.id.in_(bindparam("ids", expanding=True)),
    obligation.c.excused.is_(False),
    or_(obligation.c.version == 0, obligation.c.state == ReportState.RETURNED.value),
)
_ORDER = (obligation.c.report_due, obligation.c.plan_id, activity.c.position, obligation.c.id)
_OF_PERSON = (
    select(obligation, REPORTED.c.absent, REPORTED.c.until)
    .select_from(REPORTED)
    .join(obligation, obligation.c.post_id == REPORTED.c.post_id)
    .join(activity, activity.c.id == obligation.c.activity_id)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(*_OPENED)
    .order_by(*_ORDER)
)
_OF_POST = (
    _WITH_PLACE.join(plan, plan.c.id == obligation.c.plan_id)
    .where(obligation.c.post_id == bindparam("post_id"), *_OPENED)
    .order_by(*_ORDER)
)
_STILL_CLOSED = (
    plan.c.status == PlanStatus.LIVE.value,
    obligation.c.opens > bindparam("opened_by"),
    obligation.c.withdrawn.is_(False),
    obligation.c.excused.is_(False),
)
_PLACE = (obligation.c.plan_id, obligation.c.period, obligation.c.opens)
_COUNTED = (*_PLACE, func.min(obligation.c.report_due).label("report_due"), func.count().label("count"))
_OPENING = (obligation.c.opens, obligation.c.plan_id, obligation.c.period)
_AHEAD_OF_PERSON = (
    select(*_COUNTED, REPORTED.c.absent, REPORTED.c.until)
    .select_from(REPORTED)
    .join(obligation, obligation.c.post_id == REPORTED.c.post_id)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(*_STILL_CLOSED)
    .group_by(*_PLACE, REPORTED.c.absent, REPORTED.c.until)
    .order_by(*_OPENING, REPORTED.c.absent, REPORTED.c.until)
)
_AHEAD_OF_POST = (
    select(*_COUNTED)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(obligation.c.post_id == bindparam("post_id"), *_STILL_CLOSED)
    .group_by(*_PLACE)
    .order_by(*_OPENING)
)
_OF_ROW = (
    select(obligation)
    .where(obligation.c.activity_id == bindparam("activity_id"), obligation.c.period == bindparam("period"))
    .order_by(obligation.c.id)
)
_ONE = update(obligation).where(obligation.c.id == bindparam("which"))
_SAVE_DRAFT = _ONE.where(obligation.c.revision == bindparam("expected")).values(
    draft=bindparam("new_draft"),
    state=bindparam("new_state"),
    revision=bindparam("expected") + 1,
    recorded_by=func.coalesce(bindparam("by", type_=BigInteger), obligation.c.recorded_by),
    recorded_at=func.coalesce(bindparam("moment", type_=UtcTime), obligation.c.recorded_at),
)
_ADD_SUBMISSION = insert(submission)
_SUBMITTED = _ONE.values(
    state=ReportState.SUBMITTED.value,
    submitted=bindparam("content"),
    version=bindparam("new_version"),
    first_submitted_on=func.coalesce(obligation.c.first_submitted_on, bindparam("on_day")),
)
_REVIEW = _ONE.where(obligation.c.revision == bindparam("expected")).values(
    draft=bindparam("new_draft"),
    state=bindparam("new_state"),
    comment=bindparam("new_comment"),
    revision=bindparam("expected") + 1,
)
_ASKING = _ONE.values(asking=bindparam("new_asking"))
_EXTENSION = _ONE.values(
    extended_deadline=bindparam("new_deadline"),
    extended_due=bindparam("new_report_due"),
    extended_closes=bindparam("new_closes"),
)
_EXCUSED = _ONE.values(excused=bindparam("new_excused"))
_SUBMITTED_AS_SEEN = _SUBMITTED.where(
    obligation.c.revision == bindparam("expected"), obligation.c.version == bindparam("new_version") - 1
)
_RESTATE = _ONE.where(
    obligation.c.revision == bindparam("expected"), obligation.c.version == bindparam("expected_version")
).values(
    draft=bindparam("new_draft"),
    submitted=bindparam("new_submitted"),
    state=bindparam("new_state"),
    revision=bindparam("expected") + 1,
)
_REASSIGN = _ONE.values(post_id=bindparam("new_post"))
_WITHDRAW = _ONE.values(withdrawn=bindparam("new_withdrawn"))
_RESCHEDULE = _ONE.values(
    target=bindparam("new_target"),
    deadline=bindparam("new_deadline"),
    opens=bindparam("new_opens"),
    report_due=bindparam("new_report_due"),
    closes=bindparam("new_closes"),
)
_SUBMISSIONS = (
    select(submission)
    .where(submission.c.obligation_id == bindparam("obligation_id"))
    .order_by(submission.c.version)
)
_NEWER = submission.alias("newer")
_LAST_SUBMISSIONS = (
    select(submission)
    .join(
        obligation,
        and_(obligation.c.id == submission.c.obligation_id, obligation.c.version == submission.c.version),
    )
    .where(submission.c.obligation_id.in_(bindparam("ids", expanding=True)))
    .order_by(submission.c.submitted_at.desc(), submission.c.obligation_id)
)
_SUBMITTED_BY = (
    select(submission, *(c.label(f"o_{c.name}") for c in obligation.c))
    .join(obligation, obligation.c.id == submission.c.obligation_id)
    .where(
        submission.c.submitted_by == bindparam("who"),
        ~select(_NEWER.c.version)
        .where(
            _NEWER.c.obligation_id == submission.c.obligation_id,
            _NEWER.c.submitted_by == submission.c.submitted_by,
            _NEWER.c.version > submission.c.version,
        )
        .exists(),
    )
    .order_by(submission.c.submitted_at.desc(), submission.c.obligation_id)
)


class Obligations(Store):
    """core.ports.unit_of_work.ObligationStore."""

    async def add(self, plan_id: int, derived: Iterable[DerivedObligation]) -> None:
        """Adds those whose key is not there yet."""
        await self._run_many(self._upsert(_ADD), [_new(plan_id, one) for one in derived])

    async def get(self, obligation_id: int) -> Obligation | None:
        row = await self._first(_GET, {"id": obligation_id})
        return None if row is None else _obligation(row)

    async def of_plan(self, plan_id: int) -> list[Obligation]:
        return [_obligation(row) for row in await self._all(_OF_PLAN, {"plan_id": plan_id})]

    async def posts_of_plan(self, plan_id: int) -> list[int]:
        return [row.post_id for row in await self._all(_POSTS_OF_PLAN, {"plan_id": plan_id})]

    async def owing_posts(self) -> set[int]:
        return {row.post_id for row in await self._all(_OWING_POSTS, large=True)}

    async def count_overdue(self, today: date) -> int:
        return int((await self._all(_COUNT_OVERDUE, {"today": today}, large=True))[0][0])

    async def overdue(self, today: date, first: int, most: int) -> list[Obligation]:
        page = {"today": today, "first": first, "most": most}
        return [_obligation(row) for row in await self._all(_OVERDUE_PAGE, page, large=True)]

    async def overdue_after(self, today: date, after: int, most: int) -> list[Obligation]:
        piece = {"today": today, "after": after, "most": most}
        return [_obligation(row) for row in await self._all(_OVERDUE_AFTER, piece, large=True)]

    async def count_to_review(self) -> int:
        return int((await self._all(_COUNT_TO_REVIEW, large=True))[0][0])

    async def to_review(self, first: int, most: int) -> list[Obligation]:
        page = {"first": first, "most": most}
        return [_obligation(row) for row in await self._all(_TO_REVIEW_PAGE, page, large=True)]

    async def outstanding(self, obligation_ids: Collection[int]) -> list[int]:
        return [
            row.post_id
            for ids in in_parts(obligation_ids)
            for row in await self._all(_OUTSTANDING, {"ids": ids})
        ]

    async def of_person(self, person_id: int, opened_by: date) -> list[Obligation]:
        rows = await self._all(_OF_PERSON, {"person_id": person_id, "opened_by": opened_by})
        return [_obligation(row[:-2], _substitute(row)) for row in rows]

    async def of_post(self, post_id: int, opened_by: date) -> list[Obligation]:
        rows = await self._all(_OF_POST, {"post_id": post_id, "opened_by": opened_by})
        return [_obligation(row) for row in rows]

    async def ahead_of_person(self, person_id: int, today: date) -> list[NotYetOpen]:
        rows = await self._all(_AHEAD_OF_PERSON, {"person_id": person_id, "opened_by": today})
        return [_not_yet_open(row, row.until if row.absent else None) for row in rows]

    async def ahead_of_post(self, post_id: int, today: date) -> list[NotYetOpen]:
        rows = await self._all(_AHEAD_OF_POST, {"post_id": post_id, "opened_by": today})
        return [_not_yet_open(row) for row in rows]

    async def of_row(self, activity_id: int, period: str) -> list[Obligation]:
        rows = await self._all(_OF_ROW, {"activity_id": activity_id, "period": period})
        return [_obligation(row) for row in rows]

    async def save_draft(
        self,
        obligation_id: int,
        revision: int,
        draft: Draft,
        state: ReportState,
        by: int | None = None,
        at: datetime | None = None,
    ) -> bool:
        new = {"new_draft": draft.model_dump_json(), "new_state": state.value, "by": by, "moment": at}
        return bool(await self._run(_SAVE_DRAFT, {"which": obligation_id, "expected": revision, **new}))

    async def submit(self, submission: Submission, on: date, revision: int | None = None) -> bool:
        content = submission.content.model_dump_json()
        changed = {"content": content, "new_version": submission.version, "on_day": on}
        changed["which"] = submission.obligation_id
        if revision is None:
            await self._run(_SUBMITTED, changed)
        elif not await self._run(_SUBMITTED_AS_SEEN, {**changed, "expected": revision}):
            return False
        kept = submission.model_dump(exclude={"content", "acting"})
        acting = submission.acting.model_dump_json() if submission.acting else None
        await self._run(_ADD_SUBMISSION, {**kept, "content": content, "acting": acting})
        return True

    async def restate(
        self,
        obligation_id: int,
        revision: int,
        version: int,
        draft: Draft,
        submitted: Draft | None,
        state: ReportState,
    ) -> bool:
        told = None if submitted is None else submitted.model_dump_json()
        new = {"new_draft": draft.model_dump_json(), "new_submitted": told, "new_state": state.value}
        seen = {"which": obligation_id, "expected": revision, "expected_version": version}
        return bool(await self._run(_RESTATE, {**seen, **new}))

    async def reassign(self, obligation_id: int, post_id: int) -> None:
        await self._run(_REASSIGN, {"which": obligation_id, "new_post": post_id})

    async def set_withdrawn(self, obligation_ids: Sequence[int], withdrawn: bool) -> None:
        await self._run_many(
            _WITHDRAW, [{"which": one, "new_withdrawn": withdrawn} for one in obligation_ids]
        )

    async def reschedule(self, obligation_id: int, derived: DerivedObligation) -> None:
        new = {"target": derived.target, **derived.due.model_dump()}
        await self._run(_RESCHEDULE, {"which": obligation_id, **{f"new_{k}": v for k, v in new.items()}})

    async def submissions(self, obligation_id: int) -> list[Submission]:
        """Oldest first."""
        return [_submission(row) for row in await self._all(_SUBMISSIONS, {"obligation_id": obligation_id})]

    async def last_submissions(self, obligation_ids: Sequence[int]) -> list[Submission]:
        return [_submission(row) for row in await self._all(_LAST_SUBMISSIONS, {"ids": list(obligation_ids)})]

    async def submitted_by(self, person_id: int) -> list[tuple[Submission, Obligation]]:
        rows = await self._all(_SUBMITTED_BY, {"who": person_id})
        return [(_submission(row), _obligation(row[len(submission.c) :])) for row in rows]

    async def review(
        self, obligation_id: int, revision: int, state: ReportState, draft: Draft, comment: str | None
    ) -> bool:
        new = {"new_draft": draft.model_dump_json(), "new_state": state.value, "new_comment": comment}
        return bool(await self._run(_REVIEW, {"which": obligation_id, "expected": revision, **new}))

    async def set_asking(self, obligation_id: int, kind: RequestKind | None) -> None:
        await self._run(_ASKING, {"which": obligation_id, "new_asking": kind})

    async def set_extension(self, obligation_id: int, extension: Extension) -> None:
        new = {f"new_{name}": day for name, day in extension.model_dump().items()}
        await self._run(_EXTENSION, {"which": obligation_id, **new})

    async def set_excused(self, obligation_id: int, excused: bool) -> None:
        await self._run(_EXCUSED, {"which": obligation_id, "new_excused": excused})


def _new(plan_id: int, derived: DerivedObligation) -> dict[str, Any]:
    return {
        "plan_id": plan_id,
        "activity_id": derived.activity_id,
        "post_id": derived.post_id,
        "kind": derived.kind.value,
        "period": derived.period,
        "target": derived.target,
        **derived.due.model_dump(),
        "state": ReportState.NONE.value,
        "draft": _EMPTY,
        "submitted": None,
        "revision": 0,
        "version": 0,
        "first_submitted_on": None,
        "withdrawn": False,
        "comment": None,
        "excused": False,
        "recorded_by": None,
        "recorded_at": None,
    }


def _substitute(row: Row[Any]) -> Acting | None:
    if not row.absent:
        return None
    return Acting(how="substitute", post_id=row.post_id, holders=(row.absent,), until=row.until)


def _not_yet_open(row: Row[Any], until: date | None = None) -> NotYetOpen:
    plan_id, period, opens, report_due, count, *_ = tuple(row)
    return NotYetOpen(
        plan_id=plan_id, period=period, opens=opens, report_due=report_due, count=count, until=until
    )


def _obligation(row: Sequence[Any], acting: Acting | None = None) -> Obligation:
    # A row is taken apart at once: an officer's dozens are read with each answer, and names cost twice the time.
    (
        number,
        plan_id,
        activity_id,
        post_id,
        kind,
        period,
        target,
        deadline,
        opens,
        report_due,
        closes,
        state,
        draft,
        submitted,
        revision,
        version,
        first_submitted_on,
        withdrawn,
        comment,
        extended_deadline,
        extended_due,
        extended_closes,
        excused,
        asking,
        recorded_by,
        recorded_at,
    ) = tuple(row)
    return Obligation(
        id=number,
        plan_id=plan_id,
        activity_id=activity_id,
        post_id=post_id,
        kind=kind,
        period=period,
        target=target,
        due=_due(deadline, opens, report_due, closes),
        state=state,
        draft=_draft(draft),
        submitted=None if submitted is None else _draft(submitted),
        revision=revision,
        version=version,
        first_submitted_on=first_submitted_on,
        withdrawn=withdrawn,
        comment=comment,
        extension=_extension(extended_deadline, extended_due, extended_closes),
        excused=excused,
        asking=asking,
        recorded_by=recorded_by,
        recorded_at=recorded_at,
        acting=acting,
    )


@lru_cache(maxsize=256)
def _due(deadline: date, opens: date, report_due: date, closes: date) -> Due:
    return Due(deadline=deadline, opens=opens, report_due=report_due, closes=closes)


def _extension(deadline: date | None, report_due: date | None, closes: date | None) -> Extension | None:
    if deadline is None and report_due is None:
        return None
    return Extension(deadline=deadline, report_due=report_due, closes=closes)


def _submission(row: Row[Any]) -> Submission:
    return Submission(
        obligation_id=row.obligation_id,
        version=row.version,
        content=_draft(row.content),
        submitted_by=row.submitted_by,
        submitted_at=row.submitted_at,
        why_corrected=row.why_corrected,
        acting=None if row.acting is None else Acting.model_validate_json(row.acting),
    )
