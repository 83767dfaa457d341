"""What co-executors say for the report of a row's owner, by the rule `one` (domain, §3: "the others may contribute").

A contribution is no report: nothing is owed by it and nothing of it counts. It lies in the owner's draft with who
said it, and goes to the manager with the report; the owner decides what the report says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.kernel.errors import NotAllowed, Outdated, UnreadableInput
from core.model.delegation import Acting
from core.model.editions import LiveActivity
from core.model.obligations import Obligation, ReportingRule
from core.model.people import Person, Post
from core.owed.derive import answering
from core.owed.plan_cache import Library, OpenPlan
from core.plan.reports import Contribution, Draft, Evidence
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work
from core.report.draft_steps import fitting, with_account
from core.report.record import attach, detach, in_whose_stead

LONGEST_TEXT = 1000
MOST_CONTRIBUTIONS = 12
"""Of one row and period, by all together."""


def contributing_post(
    activity: LiveActivity, held: Collection[int], posts: Mapping[int, Post], rule: ReportingRule
) -> int | None:
    """The post by which a person takes part in a row that another post reports on; None where they do not."""
    if rule.responsibility != "one" or not activity.ownership.confirmed:
        return None
    owner = answering(activity.ownership.owner, posts)
    if owner is None or owner in held:
        return None
    others = (answering(post_id, posts) for post_id in activity.ownership.contributors)
    return next((post_id for post_id in others if post_id in held), None)


def is_shown(obligation: Obligation, today: date) -> bool:
    """Whether co-executors see it: it has opened, and it waits for its report or has not closed."""
    due = obligation.due_now
    return (
        not (obligation.withdrawn or obligation.excused)
        and due.opens <= today
        and (not obligation.is_submitted or due.closes >= today)
    )


async def contribute(
    work: Work,
    who: Person,
    obligation: Obligation,
    post_id: int,
    now: datetime,
    *,
    text: str | None = None,
    evidence: Evidence | None = None,
) -> Obligation:
    """Adds a text, a piece of evidence, or both to the owner's draft. Returns the obligation as it is then.

    Its `acting` says in whose stead it is said, where that is not the person's own post (domain, §6).
    Raises NotAllowed where the report is handed in or too much was said, UnreadableInput where the text is too long,
    Outdated where the draft was changed at the same moment.
    """
    if obligation.is_submitted:
        raise NotAllowed("joint-handed-in")
    if obligation.excused:
        raise NotAllowed("excused-no-report")
    another = evidence is not None and await _is_page(work, obligation, evidence)
    if len(obligation.draft.said) >= MOST_CONTRIBUTIONS and not another:
        raise NotAllowed("joint-many", most=MOST_CONTRIBUTIONS)
    if text and len(text) > LONGEST_TEXT:
        raise UnreadableInput("text-too-long", most=LONGEST_TEXT)
    attached: int | None = None
    if evidence is not None:
        obligation = await attach(work, who, obligation, evidence)
        attached = max(obligation.draft.evidence)
        if another:
            return obligation  # the album's first page, with its caption, stands for all
    said = Contribution(
        post_id=post_id, person_id=who.id, name=who.name, text=text or None, evidence=attached, at=now
    )
    return await _saved(work, who, obligation, (*obligation.draft.said, said), "contributed", said, now)


def taken_in(draft: Draft, posts: Mapping[int, str]) -> Draft:
    """What others said, taken into the report's own account, each with the name of its post.

    Raises NotAllowed where the account has it all, UnreadableInput where it no longer fits.
    """
    account = draft.account
    for s in draft.said:
        if s.text and s.text not in (account or ""):
            line = f"{posts[s.post_id]}: {s.text}"
            account = f"{account}\n{line}" if account else line
    if account is None or account == draft.account:
        raise NotAllowed("joint-nothing-new")
    return with_account(draft, fitting(account))


@dataclass(frozen=True, slots=True)
class TakesPart:
    """What another post owes, and the post by which a person takes part in it: `o.acting` says in whose stead."""

    plan: OpenPlan
    o: Obligation
    post_id: int


async def taken_part_in(
    work: Work, library: Library, acting: Mapping[int, Acting | None], today: date
) -> list[TakesPart]:
    """Everything that these posts take part in and that is open now; what waits first, in the order of due days."""
    found: list[TakesPart] = []
    for plan_id in await _plans_naming(work, acting):
        plan = await library.plan(work, plan_id)
        rows = posts_by_row(plan, acting)
        if rows:
            shown = [
                (o, post_id)
                for o in await work.obligations.of_plan(plan_id)
                if (post_id := rows.get(o.activity_id)) is not None and is_shown(o, today)
            ]
            plan = await library.plan(work, plan_id, about=[o for o, _ in shown])
            found += [
                TakesPart(plan, o.model_copy(update={"acting": acting[post_id]}), post_id)
                for o, post_id in shown
            ]
    return sorted(found, key=lambda j: (j.o.is_submitted, j.o.due.report_due, j.o.plan_id))


async def takes_part(
    work: Work, library: Library, acting: Mapping[int, Acting | None], plans: Collection[OpenPlan]
) -> bool:
    """Whether these posts take part in any row: of the plans that the person reports on, or, without any, of live ones."""
    if any(posts_by_row(plan, acting) for plan in plans):
        return bool(acting)
    if plans:
        return False
    for plan_id in await _plans_naming(work, acting):
        if posts_by_row(await library.plan(work, plan_id), acting):
            return True
    return False


async def _plans_naming(work: Work, posts: Collection[int]) -> list[int]:
    """The live plans of which a row names one of the posts, or a group that it reports for, beside its owner."""
    answers_for = await work.people.groups() if posts else {}
    named = set(posts)
    while more := {group for group, post in answers_for.items() if post in named} - named:
        named |= more
    return await work.plans.naming(named)


def posts_by_row(plan: OpenPlan, acting: Mapping[int, Acting | None]) -> dict[int, int]:
    """Activity → the post among those acted for that takes part in it; one's own before any that is stood in for."""
    own = {post_id for post_id, stead in acting.items() if stead is None}
    found: dict[int, int] = {}
    for a in plan.activities.values():
        post = contributing_post(a, set(acting), plan.posts, plan.plan.rule)
        if post is not None:
            found[a.id] = contributing_post(a, own, plan.posts, plan.plan.rule) or post
    return found


async def take_back(work: Work, who: Person, obligation: Obligation, now: datetime) -> Obligation:
    """Takes the person's last contribution out again, with its file. Raises NotAllowed where there is none."""
    mine = [s for s in obligation.draft.said if s.person_id == who.id]
    if obligation.is_submitted:
        raise NotAllowed("joint-handed-in")
    if not mine:
        raise NotAllowed("nothing-to-undo")
    last = mine[-1]
    if last.evidence in obligation.draft.evidence:
        attached = await work.evidence.of_obligations([obligation.id])
        named = next((e for e in attached if e.id == last.evidence), None)
        album = named.album if named else None
        gone = [e for e in attached if e == named or (album and e.album == album)]
        obligation = await detach(work, who, obligation, gone, now)
    left = tuple(s for s in obligation.draft.said if s != last)
    return await _saved(work, who, obligation, left, "contribution-taken-back", last, now)


async def _is_page(work: Work, obligation: Obligation, evidence: Evidence) -> bool:
    """Whether it is a further page of an album that was contributed to the obligation."""
    if evidence.album is None:
        return False
    there = await work.evidence.of_obligations([obligation.id])
    return any(e.album == evidence.album and e.added_by == evidence.added_by for e in there)


async def _saved(
    work: Work,
    who: Person,
    obligation: Obligation,
    said: tuple[Contribution, ...],
    action: str,
    what: Contribution,
    now: datetime,
) -> Obligation:
    """The owner's own steps stay as they are: what others said is no step that undo takes back."""
    draft = obligation.draft.model_copy(update={"said": said})
    if not await work.obligations.save_draft(obligation.id, obligation.revision, draft, obligation.state):
        raise Outdated("draft-changed-elsewhere")
    told = what.model_dump(mode="json", exclude={"at", "person_id"}, exclude_none=True)
    after: dict[str, object] = {**told, **in_whose_stead(obligation.acting)}
    subject = f"obligation:{obligation.id}"
    await work.journal.add(JournalLine(at=now, person_id=who.id, action=action, subject=subject, after=after))
    return obligation.model_copy(update={"draft": draft, "revision": obligation.revision + 1})
