"""A new edition accepted: whatever is changed, added or dropped, no report is lost and nobody reports twice."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.lifecycle import acceptance, edition_apply, renewal, row_owners
from core.lifecycle.edition_changes import changes_of
from core.model.editions import LiveActivity, PlanEdition, PlanStatus
from core.model.obligations import Obligation
from core.plan.model import Activity, Deadline, DeadlineKind, PlanInfo, ReadPlan
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from core.ports.unit_of_work import Work
from core.report.rescale import row_when
from storage import open_storage

NOW = datetime(2024, 1, 9, 4, 0, tzinfo=UTC)
REPORTED = NOW + timedelta(days=90)
AMENDED = NOW + timedelta(days=100)
YEAR = Deadline(kind=DeadlineKind.YEAR, start=date(2024, 1, 1), end=date(2024, 12, 31))
TITLES = (
    "Закуп аппарата Холтер",
    "Закуп аппарата УЗИ для отделения",
    "Провести обучение среднего персонала",
    "Провести обучение врачей и персонала",
    "Капитальный ремонт кровли здания",
    "Разработать алгоритм приёма",
)
TARGETS: tuple[dict[str, str], ...] = (
    {"2024-Q1": "5"},
    {"2024-Q1": "6", "2024-Q2": "7"},
    {"2024-Q2": "+", "2024-Q4": "+"},
    {},
)
NAMES = (("Метролог",), ("Экономист",), ("Метролог", "Экономист"), ("Главная медсестра", "Метролог"))


class Weekdays:
    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


a_row = st.builds(
    lambda title, targets, names: Activity(
        id="a", title=title, targets=targets, responsibles=names, deadline=YEAR
    ),
    st.sampled_from(TITLES),
    st.sampled_from(TARGETS),
    st.sampled_from(NAMES),
)
some_rows = st.lists(a_row, min_size=1, max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_rows, some_rows, st.lists(st.booleans(), min_size=8, max_size=8))
def test_no_report_is_ever_lost(old: list[Activity], new: list[Activity], yes: list[bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_amend(Path(folder), old, new, yes))


async def _amend(folder: Path, old: list[Activity], new: list[Activity], yes: list[bool]) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{folder / 'x.db'}")
    try:
        async with storage.begin() as work:
            live = await _proposed(work, old, NOW)
            await acceptance.accept(work, live, 1, NOW)
            await row_owners.confirm_owners(work, live.id, 1, NOW, Weekdays())
            reported = await _report(work, live.id)
            rows = {a.id: a for a in await work.plans.activities(live.id)}
            waiting = await _told(work, live, await _proposed(work, new, AMENDED), yes)
            await edition_apply.accept(work, waiting, 1, AMENDED, Weekdays())
            await _check(work, live.id, waiting.id, reported, rows, len(new))
            await row_owners.confirm_owners(work, live.id, 1, AMENDED, Weekdays())
            await _check(work, live.id, waiting.id, reported, rows, len(new), moved=True)
            before = await work.obligations.of_plan(live.id)
            await renewal.bring_up_to_date(work, live.id, Weekdays(), 1, AMENDED)
            assert await work.obligations.of_plan(live.id) == before
    finally:
        await storage.close()


async def _proposed(work: Work, rows: Sequence[Activity], now: datetime) -> PlanEdition:
    placed = tuple(r.model_copy(update={"id": f"a{at}"}) for at, r in enumerate(rows, 1))
    info = PlanInfo(
        title="План", organisation="О", period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)
    )
    number = await acceptance.put_forward(
        work, ReadPlan(plan=info, activities=placed), source_name="x", source_sha256="x", by=1, now=now
    )
    return await acceptance.proposed(work, number)


async def _report(work: Work, plan_id: int) -> list[Obligation]:
    """Hands in every report of the first quarter."""
    for o in await work.obligations.of_plan(plan_id):
        if o.period == "2024-Q1":
            done = Draft(outcome=Outcome.DONE, account=f"о строке {o.activity_id}")
            handed = Submission(
                obligation_id=o.id, version=1, content=done, submitted_by=1, submitted_at=REPORTED
            )
            await work.obligations.submit(handed, REPORTED.date())
    return [o for o in await work.obligations.of_plan(plan_id) if o.version]


async def _told(work: Work, live: PlanEdition, waiting: PlanEdition, yes: list[bool]) -> PlanEdition:
    """The edition with every uncertain pair told, by turns yes and no."""
    waiting = await edition_apply.amends(work, waiting, live.id, 1, AMENDED)
    for answer in yes:
        unsure = (await edition_apply.compared(work, waiting)).unsure
        if not unsure:
            break
        pair = unsure[0]
        waiting = await edition_apply.tell_pair(
            work, waiting, pair.new.key, pair.old.key if answer else None, 1, AMENDED
        )
    return waiting


async def _check(
    work: Work,
    live: int,
    former: int,
    reported: list[Obligation],
    rows: dict[int, LiveActivity],
    count: int,
    *,
    moved: bool = False,
) -> None:
    now = {a.id: a for plan in (live, former) for a in await work.plans.activities(plan)}
    assert len(await work.plans.activities(live)) == count
    assert set(rows) <= set(now)
    for was in reported:
        found = await work.obligations.get(was.id)
        assert found is not None
        assert (found.submitted, found.version, found.target, found.due) == (
            was.submitted,
            was.version,
            was.target,
            was.due,
        )
        assert [s.content for s in await work.obligations.submissions(was.id)] == [was.submitted]
        assert found.activity_id == was.activity_id
        assert moved or found.post_id == was.post_id
        row = await row_when(work, now[was.activity_id], REPORTED)
        assert _said(row) == _said(rows[was.activity_id].row)
    owed = [o for o in await work.obligations.of_plan(live) if not o.withdrawn]
    assert [key for key, n in Counter((o.activity_id, o.kind, o.period) for o in owed).items() if n > 1] == []
    kept = await work.plans.get(former)
    assert kept is not None
    assert kept.status is PlanStatus.SUPERSEDED


def _said(row: Activity) -> dict[str, object]:
    return row.model_dump(exclude={"id", "parent", "section"})


def _row(title: str, names: tuple[str, ...] = ("Метролог",), **more: object) -> Activity:
    kept = {"id": "a", "title": title, "targets": {"2024-Q1": "5"}, "responsibles": names, "deadline": YEAR}
    return Activity.model_validate({**kept, **more})


async def _accepted(work: Work, live: PlanEdition, rows: Sequence[Activity], now: datetime) -> PlanEdition:
    """A new edition with every uncertain pair told to be one row."""
    waiting = await edition_apply.amends(work, await _proposed(work, rows, now), live.id, 1, now)
    while unsure := (await edition_apply.compared(work, waiting)).unsure:
        waiting = await edition_apply.tell_pair(work, waiting, unsure[0].new.key, unsure[0].old.key, 1, now)
    await edition_apply.accept(work, waiting, 1, now, Weekdays())
    await row_owners.confirm_owners(work, live.id, 1, now, Weekdays())
    return waiting


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(TITLES), min_size=1, max_size=5, unique=True),
    st.integers(0, 31),
    st.sampled_from(NAMES),
)
def test_a_row_that_comes_back_is_the_row_that_it_was(
    titles: list[str], kept: int, names: tuple[str, ...]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_dropped_and_back(Path(folder), titles, kept, names))


async def _dropped_and_back(folder: Path, titles: list[str], kept: int, names: tuple[str, ...]) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{folder / 'x.db'}")
    try:
        async with storage.begin() as work:
            live = await _proposed(work, [_row(t) for t in titles], NOW)
            await acceptance.accept(work, live, 1, NOW)
            await row_owners.confirm_owners(work, live.id, 1, NOW, Weekdays())
            reported = await _report(work, live.id)
            first = {a.row.title: a.id for a in await work.plans.activities(live.id)}
            stay = [t for at, t in enumerate(titles) if kept >> at & 1]
            added = "Издать методическое пособие"
            await _accepted(work, live, [_row(t) for t in (*stay, added)], AMENDED)
            back = [_row(t, names, number="9") for t in (added, *reversed(titles))]
            await _accepted(work, live, back, AMENDED + timedelta(days=5))
            rows = await work.plans.activities(live.id)
            assert {a.row.title: a.id for a in rows if a.row.title != added} == first
            assert [a.position for a in rows] == list(range(len(back)))
            owed = [
                o
                for o in await work.obligations.of_plan(live.id)
                if o.period == "2024-Q1" and not o.withdrawn
            ]
            counted = {o.id: o.submitted for o in owed if o.version}
            assert counted == {o.id: o.submitted for o in reported}
            # The row that an edition brought owes nothing for the quarter that was over by then.
            assert len(owed) == len(titles)
            for a in rows:
                if a.row.title != added:
                    assert (await row_when(work, a, REPORTED)).number is None
            assert len(await work.plans.editions_of(live.id)) == 2
    finally:
        await storage.close()


async def test_what_an_edition_does_to_each_row_is_told_before_it_is_accepted(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    async with storage.begin() as work:
        live = await _proposed(work, [_row(TITLES[0]), _row(TITLES[2]), _row(TITLES[4])], NOW)
        await acceptance.accept(work, live, 1, NOW)
        await row_owners.confirm_owners(work, live.id, 1, NOW, Weekdays())
        await _report(work, live.id)
        amended = [_row(TITLES[0], targets={"2024-Q1": "9"}), _row(TITLES[2]), _row(TITLES[5])]
        waiting = await edition_apply.amends(
            work, await _proposed(work, amended, AMENDED), live.id, 1, AMENDED
        )
        found = await changes_of(work, waiting, await edition_apply.compared(work, waiting))
    await storage.close()
    assert [(change.how, change.row.row.title, change.reports) for change in found] == [
        ("dropped", TITLES[4], 1),
        ("added", TITLES[5], 0),
        ("changed", TITLES[0], 1),
    ]
    assert [(field.before, field.after) for field in found[-1].fields] == [("5", "9")]


async def test_a_row_that_an_edition_brings_owes_nothing_for_what_was_over(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    try:
        async with storage.begin() as work:
            every_quarter = {f"2024-Q{q}": "5" for q in (1, 2, 3, 4)}
            old = Activity(
                id="a1", title=TITLES[0], targets=every_quarter, responsibles=("Метролог",), deadline=YEAR
            )
            brought = old.model_copy(update={"title": "Совсем другая строка о ремонте кровли", "id": "a2"})
            live = await _proposed(work, [old], NOW)
            await acceptance.accept(work, live, 1, NOW)
            await row_owners.confirm_owners(work, live.id, 1, NOW, Weekdays())
            waiting = await edition_apply.amends(
                work, await _proposed(work, [old, brought], AMENDED), live.id, 1, NOW
            )
            await edition_apply.accept(work, waiting, 1, AMENDED, Weekdays(), date(2024, 7, 2))
            await row_owners.confirm_owners(work, live.id, 1, AMENDED, Weekdays())
            rows = {a.id: a.row.title for a in await work.plans.activities(live.id)}
            owed: dict[str, list[str]] = {title: [] for title in rows.values()}
            for o in await work.obligations.of_plan(live.id):
                owed[rows[o.activity_id]].append(o.period)
        assert owed == {old.title: list(every_quarter), brought.title: ["2024-Q3", "2024-Q4"]}
    finally:
        await storage.close()
