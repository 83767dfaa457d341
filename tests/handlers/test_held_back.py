"""No report that lacks a demanded file is ever submitted, and the card of handing in says what handing in does."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.kernel.errors import NotAllowed
from core.model.editions import NewPlan, PlanStatus
from core.model.obligations import DerivedObligation, Due, Obligation, ObligationKind, ReportingRule
from core.model.people import Person
from core.plan.model import Activity, PlanInfo, ReadPlan, Unit
from core.plan.reports import Draft, Evidence, Outcome
from core.ports.repositories import Submission
from core.ports.unit_of_work import Work
from core.report import record
from handlers.frame.deps import Deps
from tests.handlers.summary_world import LATE, NOW, OFFICER, Chat, seed, world

ROWS = (
    Activity(id="one", title="Издать приказ", completion_form="Приказ", unit=Unit.PRESENCE, targets={"2024-Q1": "+"}),
    Activity(
        id="two",
        title="Закупить компьютеры",
        completion_form="Договор, накладная",
        unit=Unit.COUNT,
        targets={"2024-Q1": "5"},
    ),
    Activity(id="formless", title="Провести обучение", targets={"2024-Q1": "+"}),
    Activity(
        id="zero", title="Жалобы", completion_form="Журнал", unit=Unit.COUNT, targets={"2024-Q1": "0"}
    ),
    Activity(
        id="indicator", title="Охват", indicator="i1", unit=Unit.PERCENT, targets={"2024-Q1": "80"}
    ),
)  # fmt: skip
FORMS: tuple[tuple[str | None, ...], ...] = (("Приказ",), ("Договор", "накладная"), (None,), (), ())
"""What each row has to show, by its own words."""

FIGURES: tuple[dict[str, Decimal], ...] = (
    {"main": Decimal(1)}, {"main": Decimal(5)}, {}, {"main": Decimal(0)}, {"main": Decimal(80)},
)  # fmt: skip

rows = st.integers(0, len(ROWS) - 1)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), rows, st.sampled_from([Outcome.DONE, Outcome.DONE, Outcome.NOT_DONE])),
        st.tuples(st.just("file"), rows, st.integers(0, 1)),
        st.tuples(st.just("paper"), rows, st.integers(0, 1)),
        st.tuples(st.just("take off"), rows, st.just(0)),
        st.tuples(st.just("rule"), st.booleans(), st.booleans()),
        st.tuples(st.sampled_from(["hand in", "submit"]), st.just(0), st.just(0)),
    ),
    min_size=6,
    max_size=20,
)


async def plan_of_rows(work: Work) -> None:
    """A live plan of every kind of row, all owed by the officer."""
    new = NewPlan(
        title="План",
        organisation="Больница",
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        read=ReadPlan(plan=PlanInfo(title="План"), activities=ROWS),
        source_name="план.docx",
        source_sha256="0" * 64,
        imported_by=OFFICER,
        imported_at=LATE,
    )
    plan = await work.plans.get(await work.plans.propose(new))
    assert plan is not None
    plan = plan.model_copy(
        update={
            "status": PlanStatus.LIVE,
            "accepted_at": LATE,
            "rule": ReportingRule(file_demanded=True),
        }
    )
    await work.plans.save(plan)
    post = (await work.people.add_posts([("Инженер", False)]))["Инженер"]
    await work.people.hold(OFFICER, post, LATE)
    due = Due(
        deadline=date(2024, 3, 31),
        opens=date(2024, 3, 21),
        report_due=date(2024, 4, 5),
        closes=date(2024, 4, 19),
    )
    await work.obligations.add(
        plan.id,
        [
            DerivedObligation(
                activity_id=a.id,
                post_id=post,
                kind=ObligationKind.TARGET,
                period="2024-Q1",
                target=a.row.targets["2024-Q1"],
                due=due,
            )
            for a in await work.plans.add_activities(plan)
        ],
    )


class Worklist:
    """The officer, what they do, and what may be submitted by the plan's words."""

    def __init__(self, deps: Deps) -> None:
        self.deps = deps
        self.chat = Chat(deps, OFFICER)
        self.rule = ReportingRule(file_demanded=True)
        self.pieces: dict[int, list[tuple[str | None, bool]]] = {at: [] for at in range(len(ROWS))}
        self.submitted = 0

    async def act(self, what: str, one: Any, other: Any) -> None:
        match what:
            case "answer":
                await self.answer(one, other)
            case "file" | "paper":
                await self.attach(one, other, is_file=what == "file")
            case "take off":
                await self.take_off(one)
            case "rule":
                await self.set_rule(one, other)
            case "hand in":
                await self.hand_in()
            case "submit":
                await self.submit()

    def waits(self, at: int, content: Draft) -> bool:
        """Whether a row's report lacks its file: said anew, not by the code that is tested."""
        if not (self.rule.file_demanded and self.rule.files_allowed) or content.outcome is not Outcome.DONE:
            return False
        there = [form for form, is_file in self.pieces[at] if is_file]
        return any(not there if form is None else form not in there for form in FORMS[at])

    async def of(self, work: Work, at: int) -> Obligation:
        return (await work.obligations.of_plan(1))[at]

    async def who(self, work: Work) -> Person:
        found = await work.people.get(OFFICER)
        assert found is not None
        return found

    async def answer(self, at: int, outcome: Outcome) -> None:
        parts: dict[str, Any] = {"outcome": outcome, "figures": FIGURES[at], "reason": None, "forecast": None}
        if outcome is Outcome.NOT_DONE:
            parts |= {"figures": {}, "reason": "нет", "forecast": date(2024, 6, 30)}
        async with self.deps.storage.begin() as work:
            o = await self.of(work, at)
            await record.record(work, await self.who(work), o, o.draft.changed(**parts), NOW)

    async def attach(self, at: int, which: int, *, is_file: bool) -> None:
        named = FORMS[at] or (None,)
        form = named[which % len(named)]
        async with self.deps.storage.begin() as work:
            o = await self.of(work, at)
            common: dict[str, Any] = {"id": 0, "obligation_id": o.id, "added_by": OFFICER, "added_at": NOW}
            how: dict[str, Any] = (
                {"kind": "photo", "file_id": "f"} if is_file else {"kind": "paper", "number": "1"}
            )
            await record.attach(work, await self.who(work), o, Evidence(form=form, **how, **common))
        self.pieces[at].append((form, is_file))

    async def take_off(self, at: int) -> None:
        async with self.deps.storage.begin() as work:
            o = await self.of(work, at)
            gone = await work.evidence.of_obligations([o.id])
            if gone:
                await record.detach(work, await self.who(work), o, gone[:1], NOW)
                self.pieces[at].pop(0)

    async def set_rule(self, demanded: bool, allowed: bool) -> None:
        self.rule = ReportingRule(file_demanded=demanded, files_allowed=allowed)
        async with self.deps.storage.begin() as work:
            await work.plans.set_rule(1, self.rule)
        self.deps.library.forget()

    async def submit(self) -> None:
        """Everything at once, as any path but the card could try."""
        async with self.deps.storage.begin() as work:
            owed = await work.obligations.of_plan(1)
            try:
                done = await record.submit(work, await self.who(work), owed, NOW, NOW.date())
            except NotAllowed:
                return
        await self.check(owed, done)

    async def hand_in(self) -> None:
        """By the card: what it says is what is submitted."""
        await self.chat.send("/tasks")
        ready = self.count(r"не сдано: (\d+)")
        waiting = self.count(r"ждёт файла, которого требует план: (\d+)")
        offered = any(label.startswith("📨 Сдать (") for label in self.chat.labels)
        assert offered == (ready > 0), self.chat.text
        if not offered:
            return
        await self.chat.press("📨 Сдать (")
        async with self.deps.storage.read() as work:
            owed = await work.obligations.of_plan(1)
            before = {o.id: o.version for o in owed}
        assert self.count(r"готово (\d+) из") == ready
        assert self.count(r"не сдаются: (\d+)") == waiting
        said = re.search(r"✅ (\d+)\s+🟡 (\d+)\s+❌ (\d+)", self.chat.text)
        assert said is not None, self.chat.text
        await self.chat.press("📨 Сдать (")
        if "Почему позже срока?" in self.chat.text:
            await self.chat.press("Перенесено")
        async with self.deps.storage.read() as work:
            now = await work.obligations.of_plan(1)
            done = [(await work.obligations.submissions(o.id))[-1] for o in now if o.version > before[o.id]]
        assert len(done) == ready
        told = Counter(s.content.outcome for s in done)
        assert [int(n) for n in said.groups()] == [
            told[Outcome.DONE],
            told[Outcome.PARTIAL],
            told[Outcome.NOT_DONE],
        ]
        await self.check(owed, done)

    def count(self, pattern: str) -> int:
        found = re.search(pattern, self.chat.text)
        return int(found[1]) if found else 0

    async def check(self, owed: list[Obligation], done: list[Submission]) -> None:
        at = {o.id: place for place, o in enumerate(owed)}
        for s in done:
            assert not self.waits(at[s.obligation_id], s.content), s
        self.submitted += len(done)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("held") / "seed.db"
    asyncio.run(seed(path, plan=False))
    return path


async def live(seeded: Path, acts: list[tuple[str, Any, Any]]) -> Worklist:
    with tempfile.TemporaryDirectory() as folder:
        async with world(seeded, Path(folder)) as deps:
            async with deps.storage.begin() as work:
                await plan_of_rows(work)
            worklist = Worklist(deps)
            for act in acts:
                await worklist.act(*act)
            return worklist


@settings(
    max_examples=40,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=ACTS)
def test_nothing_that_lacks_its_file_is_submitted_and_the_card_says_what_is(
    seeded: Path, acts: list[tuple[str, Any, Any]]
) -> None:
    asyncio.run(live(seeded, acts))


@pytest.mark.parametrize("by", ["hand in", "submit"])
async def test_each_kind_of_row_by_the_card_and_by_any_other_way(seeded: Path, by: str) -> None:
    done: list[tuple[str, Any, Any]] = [("answer", at, Outcome.DONE) for at in range(len(ROWS))]
    worklist = await live(seeded, [*done, (by, 0, 0)])
    assert worklist.submitted == 2, "the planned zero and the indicator"
    files: list[tuple[str, Any, Any]] = [("paper", 2, 0), ("file", 0, 0), ("file", 1, 1)]
    worklist = await live(seeded, [*done, *files, (by, 0, 0)])
    assert worklist.submitted == 3, (
        "the order too; of two forms one is missing, a number alone proves nothing"
    )
    worklist = await live(seeded, [*done, *files, ("file", 1, 0), ("file", 2, 0), (by, 0, 0)])
    assert worklist.submitted == 5


async def test_a_row_that_prints_no_form_asks_for_any_file(seeded: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with world(seeded, Path(folder)) as deps:
            async with deps.storage.begin() as work:
                await plan_of_rows(work)
            chat = Chat(deps, OFFICER)
            await chat.send("/report")
            await chat.press("⏭")
            await chat.press("⏭")
            assert "📎 Нужен файл: Документ" in chat.text
            await chat.press("✅ Исполнено")
            assert "Документ: пришлите фото или файл" in chat.text


async def test_what_became_ready_since_the_card_was_shown_is_shown_first(seeded: Path) -> None:
    """Two people on a post: a colleague records one more between the card and the tap."""
    with tempfile.TemporaryDirectory() as folder:
        async with world(seeded, Path(folder)) as deps:
            async with deps.storage.begin() as work:
                await plan_of_rows(work)
            worklist = Worklist(deps)
            await worklist.answer(3, Outcome.DONE)
            await worklist.chat.send("/tasks")
            await worklist.chat.press("📨 Сдать (1)")
            await worklist.answer(4, Outcome.DONE)
            await worklist.chat.press("📨 Сдать (1)")
            assert worklist.chat.phone.toasts == [
                "Пока карточка была открыта, готовых отчётов стало 2. Проверьте и сдайте."
            ]
            assert "К сдаче готово 2 из 5" in worklist.chat.text
            await worklist.chat.press("📨 Сдать (2)")
            assert "Сдано отчётов: 2" in await worklist.chat.press("Перенесено")
