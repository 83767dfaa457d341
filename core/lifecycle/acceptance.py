"""A plan on its way in: proposed, its missing parts asked, its doubts settled, accepted; then its owners confirmed.

Nothing is live before it is accepted, and nothing is owed before the coordinator confirmed who reports (domain, §3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from core.kernel.errors import Missing, NotAllowed, UnreadableInput
from core.kernel.text import fold
from core.lifecycle import goal_answers, layouts
from core.lifecycle.post_matching import known_names, known_variants, names_of, near_posts
from core.model.editions import NewPlan, Ownership, PlanEdition, PlanStatus
from core.model.people import Post
from core.plan.columns import ReadingMap
from core.plan.model import Activity, ReadPlan
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work
from core.printed.ownership import is_group, propose
from core.resolution import settling
from core.resolution.doubt_choices import Answer, Typed

KEPT = "kept"
"""How a doubt was settled: what is printed stands."""

NOTHING_SAID = ReadingMap()

LONGEST_ANSWER = 300
"""Characters of an answer in words."""


async def put_forward(
    work: Work,
    read: ReadPlan,
    *,
    source_name: str,
    source_sha256: str,
    by: int | None,
    now: datetime,
    said: ReadingMap = NOTHING_SAID,
) -> int:
    """Keeps a reading for the coordinator to look at; → the plan's id. Nothing is live yet.

    `said` is what the file was read with (`core.plan.columns`). Posts that are known by another name go under their own,
    names nearly known become doubts, and doubts that were settled in an earlier reading are settled the same way.
    """
    read, recalled = await known_answers(work, read)
    settled = {str(at): answer for at, answer in recalled.items()}
    plan_id = await work.plans.propose(
        NewPlan(
            title=read.plan.title,
            organisation=read.plan.organisation,
            period_start=read.plan.period_start,
            period_end=read.plan.period_end,
            read=read,
            source_name=source_name,
            source_sha256=source_sha256,
            imported_by=by,
            imported_at=now,
            settled=settled,
            recalled=tuple(recalled),
            goals=await goal_answers.recalled(work, settling.settled(read, settled)),
            said=said,
        )
    )
    told = said.model_dump(mode="json", exclude_defaults=True)
    columns = {"columns": told} if told else {}
    await _journal(work, by, now, "plan-read", plan_id, file=source_name, sha256=source_sha256, **columns)
    return plan_id


async def known_answers(work: Work, read: ReadPlan) -> tuple[ReadPlan, dict[int, str]]:
    """A new reading held against the register of posts; → it, and the answers known already, by the doubts' places."""
    posts = await work.people.posts()
    read = known_names(read, posts)
    read = read.model_copy(update={"doubts": (*read.doubts, *near_posts(read, posts))})
    return read, await _recalled(work, read, posts)


async def _recalled(work: Work, read: ReadPlan, posts: Sequence[Post]) -> dict[int, str]:
    """The answers that are known already, by the doubts' places; one that no longer fits is asked anew."""
    keys = [settling.key_of(read, doubt) for doubt in read.doubts]
    kept = await work.plans.recall(keys)
    known = {at: kept[key] for at, key in enumerate(keys) if key in kept} | dict(known_variants(read, posts))
    found: dict[int, str] = {}
    for at, answer in sorted(known.items()):
        try:
            settling.settle(read, at, answer)
        except UnreadableInput:
            continue
        found[at] = answer
    return found


async def proposed(work: Work, plan_id: int) -> PlanEdition:
    """A plan that waits for acceptance. Raises Missing, or NotAllowed where that is over."""
    plan = await work.plans.get(plan_id)
    if plan is None:
        raise Missing("plan-missing")
    if plan.status is not PlanStatus.PROPOSED:
        raise NotAllowed("plan-not-waiting")
    return plan


async def shown_plan(work: Work, plan_id: int) -> PlanEdition:
    """A plan that waits for acceptance or is live. Raises Missing where it was cancelled, or another edition came."""
    plan = await work.plans.get(plan_id)
    if plan is None or plan.status in (PlanStatus.CANCELLED, PlanStatus.SUPERSEDED):
        raise Missing("plan-missing")
    return plan


async def set_part(work: Work, plan: PlanEdition, part: str, text: str) -> PlanEdition:
    """Keeps a part that the plan's file lacks, as `with_part` has it. Raises UnreadableInput."""
    plan = with_part(plan, part, text)
    await work.plans.save(plan)
    return plan


def with_part(plan: PlanEdition, part: str, text: str) -> PlanEdition:
    """The plan with a part that its file lacks: title, organisation or year. Raises UnreadableInput."""
    text = " ".join(text.split())
    if part == "year":
        if not (text.isdigit() and 2000 <= int(text) <= 2100):
            raise UnreadableInput("plan-year-not-read", typed=text[:20])
        return plan.model_copy(
            update={"period_start": date(int(text), 1, 1), "period_end": date(int(text), 12, 31)}
        )
    if not 2 <= len(text) <= 300:
        raise UnreadableInput("plan-part-length", most=300)
    return plan.model_copy(update={part: text})


def open_doubts(plan: PlanEdition) -> list[int]:
    """Which doubts of the reading nobody has settled and no other answer has done away with, by their place in it."""
    done = settling.moot(plan.read, plan.settled)
    settled = {int(at) for at in plan.settled} - settling.unfit(plan.read, plan.settled)
    return [at for at in range(len(plan.read.doubts)) if at not in settled and at not in done]


async def settle(
    work: Work, plan: PlanEdition, at: int, by: int, now: datetime, answer: str = KEPT
) -> PlanEdition:
    """Answers a doubt, and remembers the answer for the next file that asks the same. Raises UnreadableInput."""
    settling.settle(plan.read, at, answer)
    doubt, before = plan.read.doubts[at], plan.settled.get(str(at))
    settled = plan.model_copy(
        update={
            "settled": {**plan.settled, str(at): answer},
            "recalled": tuple(x for x in plan.recalled if x != at),
        }
    )
    await work.plans.save(settled)
    await work.plans.remember(settling.key_of(plan.read, doubt), doubt.code, answer, by, now)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="doubt-settled",
            subject=f"plan:{plan.id}",
            before={"how": before} if before else None,
            after={"doubt": doubt.code, "row": doubt.activity, "printed": doubt.as_printed, "how": answer},
        )
    )
    return settled


async def settle_by_button(
    work: Work, plan: PlanEdition, at: int, place: int, by: int, now: datetime
) -> PlanEdition:
    """Answers a doubt with the button at that place. Raises Missing where there is no such doubt or button."""
    if not 0 <= at < len(plan.read.doubts):
        raise Missing("unknown")
    offered = settling.answers(plan.read, plan.read.doubts[at])
    if not 0 <= place < len(offered):
        raise Missing("unknown")
    return await settle(work, plan, at, by, now, offered[place])


async def settle_in_words(
    work: Work, plan: PlanEdition, at: int, words: str, by: int, now: datetime
) -> tuple[PlanEdition, Typed]:
    """Answers a doubt with what was typed; → the plan, and what the words were read as. Raises UnreadableInput."""
    asked = settling.typed_answer(plan.read.doubts[at])
    if asked is None:
        raise UnreadableInput("not-understood")
    if len(words) > LONGEST_ANSWER:
        raise UnreadableInput("text-too-long", most=LONGEST_ANSWER)
    return await settle(work, plan, at, by, now, f"{Answer.TYPE}:{words}"), asked


async def cancel(work: Work, plan: PlanEdition, by: int, now: datetime) -> None:
    await work.plans.save(plan.model_copy(update={"status": PlanStatus.CANCELLED}))
    await _journal(work, by, now, "plan-cancelled", plan.id)


async def accept(work: Work, plan: PlanEdition, by: int | None, now: datetime) -> PlanEdition:
    """Makes the plan live, its posts known, and proposes who reports on each row.

    Raises NotAllowed while parts lack (plan-lacks-parts) and where nothing was found in the file (plan-no-rows).
    """
    refuse_empty(plan)
    if plan.lacks:
        raise NotAllowed("plan-lacks-parts")
    live = plan.model_copy(update={"status": PlanStatus.LIVE, "accepted_at": now})
    await work.plans.save(live)
    posts = await known_posts(work, plan)
    for activity in await work.plans.add_activities(live):
        ownership = proposed_ownership(activity.row, posts)
        await work.plans.set_owner(activity.id, ownership)
    await layouts.remember(work, plan, by, now)
    await _journal(
        work, by, now, "plan-accepted", plan.id, title=plan.title, rows=len(plan.settled_reading.activities)
    )
    return live


def refuse_empty(plan: PlanEdition) -> None:
    """Raises NotAllowed (plan-no-rows) where nothing of a plan was found in the file: its columns are to be said first."""
    if plan.read.tables and not (plan.read.activities or plan.read.indicators):
        raise NotAllowed("plan-no-rows")


async def known_posts(work: Work, plan: PlanEdition) -> dict[str, int]:
    """Puts the plan's posts in the register, and the spellings that were confirmed as theirs; → the id of each name."""
    read = plan.settled_reading
    posts = await work.people.add_posts([(name, is_group(name)) for name in read.posts()])
    known = names_of(await work.people.posts())
    # A confirmed spelling, and what the document's own list of abbreviations spells out, are other names of the post.
    confirmed = settling.aliases(plan.read, plan.settled)
    spelt_out = {long: short for short, long in read.abbreviations.items()}
    for printed, name in {**spelt_out, **confirmed}.items():
        post = known.get(fold(name))
        if post is not None and fold(printed) not in known:
            await work.people.add_alias(post.id, printed)
    return posts


def proposed_ownership(row: Activity, posts: Mapping[str, int]) -> Ownership:
    """Who should report, by the rule `one`; a row that names only groups is the first group's until it is resolved."""
    proposal = propose(row.responsibles)
    groups = [name for name in row.responsibles if is_group(name)]
    owner = proposal.owner or (groups[0] if groups else None)
    supervisor = proposal.supervisor if proposal.owner else None
    return Ownership(
        owner=posts.get(owner) if owner else None,
        supervisor=posts.get(supervisor) if supervisor else None,
        contributors=tuple(posts[name] for name in proposal.contributors if name in posts and name != owner),
    )


async def _journal(
    work: Work, by: int | None, now: datetime, action: str, plan_id: int, **after: object
) -> None:
    await work.journal.add(
        JournalLine(at=now, person_id=by, action=action, subject=f"plan:{plan_id}", after=after or None)
    )
