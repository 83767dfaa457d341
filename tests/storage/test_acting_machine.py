"""Answers, submissions, leaves, posts that change hands and reports on behalf, in any order, on a real database.

After each step: one obligation a key, versions that follow each other, each as the draft was when it was handed in,
who sees what follows the day, and the journal says who did what in whose stead.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.kernel.errors import NotAllowed, Outdated
from core.model.delegation import Acting, Substitution
from core.model.obligations import Obligation
from core.model.people import Person, Role
from core.owed.visible_reports import owed_by
from core.people.handover import begin_behalf, end_behalf, hand_over, take_off
from core.people.substituting import end_substitution, name_substitute
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from core.ports.unit_of_work import Work
from core.report.draft_steps import is_ready
from core.report.record import own, record, submit
from storage import open_storage
from tests.storage.samples import NOW, TODAY, derived, live_plan, person

HOST, ANNA, BEK, CARL = 1, 2, 3, 4
PEOPLE = (HOST, ANNA, BEK, CARL)
ALMATY = ZoneInfo("Asia/Almaty")
T = TypeVar("T")

people = st.sampled_from(PEOPLE)
posts = st.integers(0, 1)
rows = st.integers(0, 2)


@dataclass
class Known:
    """What the machine knows of one obligation."""

    id: int
    post: int
    draft: Draft = Draft()
    versions: list[tuple[int, Draft, Acting | None]] = field(default_factory=list)
    steps: list[tuple[int, Acting | None]] = field(default_factory=list)


class ActingMachine(RuleBasedStateMachine):
    """Two posts: the first owes two reports, the second one."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.storage = self.run(open_storage(f"sqlite+aiosqlite:///{self.folder.name}/x.db"))
        self.today = TODAY
        self.accounts = itertools.count(1)
        self.reports_for: int | None = None
        self.leaves: list[Substitution] = []
        self.run(self._begin())

    def run(self, what: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(what)

    async def _begin(self) -> None:
        async with self.storage.begin() as work:
            for one in PEOPLE:
                roles = frozenset({Role.COORDINATOR if one == HOST else Role.OFFICER})
                await work.people.save(person(one, name=str(one), roles=roles))
            ids = await work.people.add_posts([("Метролог", False), ("Экономист", False)])
            self.posts = list(ids.values())
            self.holders = {self.posts[0]: [ANNA], self.posts[1]: [BEK]}
            for post, held in self.holders.items():
                await work.people.hold(held[0], post, NOW)
            plan = await live_plan(work, activities=3)
            activities = await work.plans.add_activities(plan)
            owners = [self.posts[0], self.posts[0], self.posts[1]]
            await work.obligations.add(
                plan.id, [derived(a.id, p) for a, p in zip(activities, owners, strict=True)]
            )
            self.plan = plan.id
            self.owed = [Known(o.id, o.post_id) for o in await work.obligations.of_plan(plan.id)]
            self.keys = {o.key for o in await work.obligations.of_plan(plan.id)}

    def teardown(self) -> None:
        self.run(self.storage.close())
        self.runner.close()
        self.folder.cleanup()

    @property
    def now(self) -> datetime:
        return datetime.combine(self.today, time(10), ALMATY)

    # What the machine expects

    def standing(self) -> list[Substitution]:
        """Leaves that are neither ended nor over, of who holds the post still."""
        return [
            s
            for s in self.leaves
            if s.ended_at is None and s.ends >= self.today and s.absent_id in self.holders[s.post_id]
        ]

    def may(self, who: int, post: int) -> bool:
        if who == HOST and self.reports_for is not None:
            return post == self.reports_for
        return who in self.holders[post] or bool(self.away(who, post))

    def away(self, who: int, post: int) -> list[int]:
        """Those in whose stead somebody acts on a post today."""
        return [s.absent_id for s in self.in_force(post) if s.substitute_id == who]

    def in_force(self, post: int) -> list[Substitution]:
        """Of each absent person of a post the substitution that was named last for today."""
        today = [s for s in self.standing() if s.post_id == post and s.is_running(self.today)]
        return [s for s in today if s.id == max(t.id for t in today if t.absent_id == s.absent_id)]

    def stead(self, who: int, post: int) -> tuple[str, tuple[int, ...]] | None:
        if who in self.holders[post]:
            return None
        if who == HOST and self.reports_for == post:
            return "behalf", tuple(self.holders[post])
        return "substitute", (min(self.away(who, post)),)

    # What can happen

    async def _person(self, work: Work, who: int) -> Person:
        found = await work.people.get(who)
        assert found is not None
        return found

    async def _desk(self, work: Work, who: int) -> list[Obligation]:
        found = await self._person(work, who)
        return await owed_by(work, who, found.reports_for, self.today)

    @rule(who=people, row=rows, outcome=st.sampled_from([Outcome.DONE, None]))
    def answer(self, who: int, row: int, outcome: Outcome | None) -> None:
        self.run(self._answer(who, self.owed[row], outcome))

    async def _answer(self, who: int, known: Known, outcome: Outcome | None) -> None:
        draft = Draft(outcome=outcome, account=f"{next(self.accounts)}")
        async with self.storage.begin() as work:
            worklist = await self._desk(work, who)
            try:
                o = own(worklist, known.id)
            except NotAllowed:
                assert not self.may(who, known.post)
                return
            assert self.may(who, known.post)
            await record(work, await self._person(work, who), o, draft, self.now)
        known.draft = draft
        known.steps.append((who, o.acting))

    @rule(at=st.integers(0, 3), row=rows)
    def answer_and_submit(self, at: int, row: int) -> None:
        """By one of those who may: what others do as well is mostly refused."""
        able = [who for who in PEOPLE if self.may(who, self.owed[row].post)]
        if able:
            who = able[at % len(able)]
            self.run(self._answer(who, self.owed[row], Outcome.DONE))
            self.run(self._submit(who))

    @rule(post=posts, at=st.integers(0, 3), other=people, days=st.integers(0, 4))
    def name_now(self, post: int, at: int, other: int, days: int) -> None:
        """A leave that begins today, of somebody who holds the post."""
        held = self.holders[self.posts[post]]
        if held:
            absent = held[at % len(held)]
            self._name(absent, absent, other, post, 0, days)

    @rule(one=people, other=people, row=rows)
    def answer_at_once(self, one: int, other: int, row: int) -> None:
        """Both have the same draft before them: the second is refused, and nothing is overwritten."""
        known = self.owed[row]
        if one != other and self.may(one, known.post) and self.may(other, known.post):
            self.run(self._answer_at_once(one, other, known))

    async def _answer_at_once(self, one: int, other: int, known: Known) -> None:
        async with self.storage.read() as work:
            seen = own(await self._desk(work, other), known.id)
        await self._answer(one, known, Outcome.DONE)
        with pytest.raises(Outdated, match="draft-changed-elsewhere"):
            async with self.storage.begin() as work:
                await record(work, await self._person(work, other), seen, Draft(account="lost"), self.now)

    @rule(who=people)
    def submit(self, who: int) -> None:
        self.run(self._submit(who))

    async def _submit(self, who: int) -> None:
        async with self.storage.read() as work:
            seen = await self._desk(work, who)
        ready = [o for o in seen if is_ready(o)]
        try:
            done = await self._hand_in(who, seen)
        except NotAllowed:
            assert ready == []
            return
        assert [s.obligation_id for s in done] == [o.id for o in ready]
        for s in done:
            known = next(k for k in self.owed if k.id == s.obligation_id)
            assert s.content == known.draft
            assert (s.acting and (s.acting.how, s.acting.holders)) == self.stead(who, known.post)
            known.versions.append((who, known.draft, s.acting))
        await self._again(who, seen)

    async def _hand_in(self, who: int, seen: list[Obligation]) -> list[Submission]:
        async with self.storage.begin() as work:
            return await submit(work, await self._person(work, who), seen, self.now, self.today, "исправлено")

    async def _again(self, who: int, seen: list[Obligation]) -> None:
        """Somebody who saw the same as ready hands it in a moment later: no second version."""
        with pytest.raises(Outdated):
            await self._hand_in(who, seen)

    @rule(by=people, absent=people, other=people, post=posts, first=st.integers(0, 3), days=st.integers(0, 4))
    def name(self, by: int, absent: int, other: int, post: int, first: int, days: int) -> None:
        self._name(by, absent, other, post, first, days)

    def _name(self, by: int, absent: int, other: int, post: int, first: int, days: int) -> None:
        post_id, starts = self.posts[post], self.today + timedelta(days=first)
        ends = starts + timedelta(days=days)
        allowed = by in (absent, HOST) and absent != other and absent in self.holders[post_id]

        async def act() -> tuple[list[Substitution], list[Substitution]]:
            async with self.storage.begin() as work:
                return await name_substitute(
                    work,
                    await self._person(work, by),
                    post_ids=[post_id],
                    absent_id=absent,
                    substitute_id=other,
                    starts=starts,
                    ends=ends,
                    today=self.today,
                    now=self.now,
                )

        try:
            named, replaced = self.run(act())
        except (NotAllowed, Outdated):
            assert not allowed
            return
        assert allowed
        expected = [
            s
            for s in self.standing()
            if (s.post_id, s.absent_id) == (post_id, absent) and s.overlaps(starts, ends)
            if not self._is_around(s, starts, ends)
        ]
        assert sorted(s.id for s in replaced) == sorted(s.id for s in expected)
        self._ended([s.id for s in replaced])
        self.leaves += named

    def _is_around(self, s: Substitution, starts: date, ends: date) -> bool:
        """Whether the days to come of that time are some of the days to come of the substitution, and not all."""

        def to_come(first: date, last: date) -> set[date]:
            first = max(first, self.today)
            return {first + timedelta(days=n) for n in range((last - first).days + 1)}

        return to_come(starts, ends) < to_come(s.starts, s.ends)

    def _ended(self, ids: list[int]) -> None:
        self.leaves = [s.model_copy(update={"ended_at": self.now}) if s.id in ids else s for s in self.leaves]

    @precondition(lambda self: self.leaves)
    @rule(by=people, at=st.integers(0, 50))
    def end(self, by: int, at: int) -> None:
        s = self.leaves[at % len(self.leaves)]

        async def act() -> None:
            async with self.storage.begin() as work:
                who = await self._person(work, by)
                await end_substitution(work, who, s.id, today=self.today, now=self.now)

        try:
            self.run(act())
        except NotAllowed:
            assert by not in (s.absent_id, HOST)
        except Outdated:
            assert s.ended_at is not None or s.ends < self.today
        else:
            self._ended([s.id])

    @rule(post=posts, new=people)
    def give_and_take_back(self, post: int, new: int) -> None:
        """What ended when the post was given up does not begin again."""
        held = self.holders[self.posts[post]]
        if held and new not in held:
            old = held[0]
            self._give(post, old, new)
            self._give(post, new, old)

    @rule(post=posts, old=people, new=people)
    def give(self, post: int, old: int, new: int) -> None:
        self._give(post, old, new)

    def _give(self, post: int, old: int, new: int) -> None:
        post_id = self.posts[post]
        held = self.holders[post_id]

        async def act() -> None:
            async with self.storage.begin() as work:
                await hand_over(
                    work, post_id, taken_from=old, to=new, by=HOST, today=self.today, now=self.now
                )

        try:
            self.run(act())
        except Outdated:
            assert old == new or old not in held
            return
        self._ended([s.id for s in self.standing() if (s.post_id, s.absent_id) == (post_id, old)])
        held.remove(old)
        self._gone(old)
        if new not in held:
            held.append(new)

    def _gone(self, who: int) -> None:
        """An officer whose last post was taken from them stands in for nobody any more; a coordinator may."""
        if who != HOST and not any(who in held for held in self.holders.values()):
            self._ended([s.id for s in self.standing() if s.substitute_id == who])

    @rule(post=posts, old=people)
    def take_off(self, post: int, old: int) -> None:
        post_id = self.posts[post]
        if old not in self.holders[post_id]:
            return

        async def act() -> list[Substitution]:
            async with self.storage.begin() as work:
                return await take_off(work, post_id, old, by=HOST, today=self.today, now=self.now)

        before = {s.id for s in self.standing()}
        ended = {s.id for s in self.run(act())}
        self._ended([s.id for s in self.standing() if (s.post_id, s.absent_id) == (post_id, old)])
        self.holders[post_id].remove(old)
        self._gone(old)
        assert ended == before - {s.id for s in self.standing()}

    @rule(post=posts, who=people)
    def let_in(self, post: int, who: int) -> None:
        """A second person on a post."""

        async def act() -> None:
            async with self.storage.begin() as work:
                await work.people.hold(who, self.posts[post], self.now)

        self.run(act())
        if who not in self.holders[self.posts[post]]:
            self.holders[self.posts[post]].append(who)

    @rule(post=st.one_of(st.none(), posts))
    def on_behalf(self, post: int | None) -> None:
        wanted = None if post is None else self.posts[post]
        if wanted is None and self.reports_for is None:
            return

        async def act() -> None:
            async with self.storage.begin() as work:
                host = await self._person(work, HOST)
                if wanted is None:
                    await end_behalf(work, host, self.now)
                else:
                    await begin_behalf(work, host, wanted, self.now)

        self.run(act())
        self.reports_for = wanted

    @rule()
    def next_day(self) -> None:
        self.today += timedelta(days=1)

    # What always holds

    @invariant()
    def one_obligation_a_key_and_its_versions_follow_each_other(self) -> None:
        async def look() -> None:
            async with self.storage.read() as work:
                found = await work.obligations.of_plan(self.plan)
                assert len(found) == len(self.owed)
                assert {o.key for o in found} == self.keys
                for o in found:
                    known = next(k for k in self.owed if k.id == o.id)
                    versions = await work.obligations.submissions(o.id)
                    assert [v.version for v in versions] == list(range(1, o.version + 1))
                    assert [(v.submitted_by, v.content, v.acting) for v in versions] == known.versions
                    assert (o.draft, o.post_id) == (known.draft, known.post)
                    assert o.submitted == (versions[-1].content if versions else None)

        self.run(look())

    @invariant()
    def who_sees_what_follows_the_day(self) -> None:
        async def look() -> None:
            async with self.storage.read() as work:
                for who in PEOPLE:
                    worklist = await self._desk(work, who)
                    wanted = [k.id for k in self.owed if self.may(who, k.post)]
                    assert sorted(o.id for o in worklist) == wanted
                    for o in worklist:
                        assert (o.acting and (o.acting.how, o.acting.holders)) == self.stead(who, o.post_id)

        self.run(look())

    @invariant()
    def the_journal_says_who_did_what_for_whom(self) -> None:
        async def look() -> None:
            async with self.storage.read() as work:
                for known in self.owed:
                    lines = list(reversed(await work.journal.lines(f"obligation:{known.id}", limit=500)))
                    told: dict[str, list[tuple[int | None, object]]] = {"recorded": [], "submitted": []}
                    for line in lines:
                        told[line.action].append((line.person_id, (line.after or {}).get("for")))
                    submitted = [(who, acting) for who, _, acting in known.versions]
                    for action, steps in (("recorded", known.steps), ("submitted", submitted)):
                        said = [(who, acting.for_journal() if acting else None) for who, acting in steps]
                        assert told[action] == said

        self.run(look())


ActingMachine.TestCase.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestActing = ActingMachine.TestCase
