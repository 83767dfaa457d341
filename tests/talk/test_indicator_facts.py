"""Indicators: the coordinator names who gives the fact, who then reports it as any row; a new edition keeps it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from decimal import Decimal

import docx

from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, PLAN, World

NEAR_YEARS_END = datetime(2024, 12, 25, 4, 0, tzinfo=UTC)
INDICATOR = "Объем инвестиций в основной капитал"


async def named_for(world: World, coordinator: Phone, post: str) -> None:
    """Names a post for the plan's second indicator, in millions of tenge."""
    await coordinator.send("/plans")
    await coordinator.press("🟢")
    await coordinator.press("📈 Показатели (20)")
    listed = await coordinator.expect("Показатели: 20 · назначено: 0")
    assert f"{INDICATOR} за счет" in listed.text
    await coordinator.press(f"📈 1.2 {INDICATOR[:20]}")
    await coordinator.expect("Плановые значения не указаны")
    await coordinator.press("млн тг")
    await coordinator.expect("Кто даёт факт?")
    for _ in range(10):
        card = await coordinator.last()
        if card.place(post) is not None:
            break
        await coordinator.press("▶️")
        await coordinator.settled(0.1)
    await coordinator.press(post)
    await coordinator.expect("назначено: 1")


async def test_an_indicators_fact_is_given_by_whom_the_coordinator_named(world: World) -> None:
    coordinator = await world.coordinator()
    officer = await world.join("Данияр", METROLOGIST)
    await named_for(world, coordinator, METROLOGIST)
    await world.sandbox.move_clock(NEAR_YEARS_END)
    await officer.send("/tasks")
    await officer.expect("Сдать до")
    await officer.settled(0.1)
    await officer.press("IV кв. 2024")
    await officer.expect("0 из 6")
    await officer.press("Список")
    await officer.expect("не начато")
    await officer.press(f"2024 год · {INDICATOR[:12]}")
    shown = await officer.expect(INDICATOR)
    assert "📈 Показатель" in shown.text
    assert shown.place("Исполнено") is None
    await officer.send("1 250,5")
    await officer.expect("✅ Записано: Объем инвестиций")
    async with world.app.storage.read() as work:
        rows = {a.id: a for a in await work.plans.activities(1)}
        told = [o for o in await work.obligations.of_plan(1) if rows[o.activity_id].row.indicator]
    assert [o.period for o in told] == ["2024"]
    assert told[0].draft.outcome is Outcome.DONE
    assert told[0].draft.figures == {"main": Decimal("1250.5")}


def amended() -> bytes:
    """The plan with another form of completion in one row."""
    document = docx.Document(str(PLAN))
    cells = (
        c
        for t in document.tables
        for row in t.rows
        for c in row.cells
        if "Акт ввода в эксплуатацию" in c.text
    )
    next(cells).paragraphs[0].add_run(" оборудования")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


async def test_a_new_edition_keeps_who_gives_the_fact(world: World) -> None:
    coordinator = await world.coordinator()
    await named_for(world, coordinator, METROLOGIST)
    await coordinator.send("/tasks")
    await coordinator.document(amended(), "hospital-2024.docx")
    await coordinator.expect("Это новая редакция плана", timeout=30)
    async with world.app.storage.read() as work:
        before = [a for a in await work.plans.activities(1) if a.row.indicator]
    await coordinator.press("Да, новая редакция")
    await coordinator.expect("изменено 1 · убрано 0")
    await coordinator.press("✅ Принять")
    await coordinator.expect("Кто отчитывается")
    async with world.app.storage.read() as work:
        assert len(await work.plans.editions_of(1)) == 1
        after = [a for a in await work.plans.activities(1) if a.row.indicator]
    assert [(a.id, a.ownership) for a in after] == [(a.id, a.ownership) for a in before]
    assert len(after) == 1
