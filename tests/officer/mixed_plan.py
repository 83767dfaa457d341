"""A plan of three posts: rows of their own and rows that they share, and an indicator; in force by either rule."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from bot.workdays import KazakhstanDays
from core.lifecycle import acceptance, indicators, reporting_rules, row_owners
from core.model.obligations import RuleChange
from core.plan.model import Indicator
from core.ports.unit_of_work import Storage
from documents.reading import read_plan
from storage import open_storage
from tests.officer.engineering_plan import POST
from tests.talk.test_editions import file_of

METROLOGIST, ECONOMIST = "Метролог", "Экономист"
SHARED_BY_ALL = f"{POST}, {METROLOGIST}, {ECONOMIST}"
INDICATOR = "Доля исправного оборудования"

ROWS = (
    f"1;Закуп аппарата Холтер;Акт ввода;в течение года;{POST};тыс. тг;6 000;2 000;;",
    f"2;Открытие кабинетов;Приказ;в течение года;{SHARED_BY_ALL};единиц;12;12;;",
    f"3;Охват скринингом;Информация;ежеквартально;{METROLOGIST}, {POST};%;80;80;80;80",
    f"4;Утверждение графика поверки;Приказ, протокол;март 2024 года;{POST}, {ECONOMIST};;+;;;",
    f"5;Снижение доли простоев до уровня не более 2 %;Информация;ежеквартально;{POST};%;2;2;2;2",
    f"6;Жалобы на отопление;Журнал;ежеквартально;{ECONOMIST}, {METROLOGIST};единиц;0;0;0;0",
    f"7;Оцифровано паспортов (нарастающим итогом);Отчёт;ежеквартально;{SHARED_BY_ALL};единиц;10;20;30;40",
)

Rule = Literal["one", "each"]
BEGAN = datetime(2024, 1, 10, 4, 0, tzinfo=UTC)


def live_by(path: Path, rule: Rule, *, file_demanded: bool = False) -> Path:
    """A database in which the plan is in force by that rule, its owners confirmed and its indicator's named; → its path."""

    async def make() -> None:
        storage = await open_storage(f"sqlite+aiosqlite:///{path}")
        await _enter(storage, rule, file_demanded)
        await storage.close()

    asyncio.run(make())
    return path


async def _enter(storage: Storage, rule: Rule, file_demanded: bool) -> None:
    days = KazakhstanDays()
    share = Indicator(code="1", title=INDICATOR, unit="%", values={"2024-Q1": "90", "2024-Q2": "95"})
    read = read_plan(file_of(*ROWS), "план.csv").model_copy(update={"indicators": (share,)})
    async with storage.begin() as work:
        number = await acceptance.put_forward(
            work, read, source_name="план.csv", source_sha256="0", by=None, now=BEGAN
        )
        plan = acceptance.with_part(await acceptance.proposed(work, number), "organisation", "Больница № 1")
        plan = acceptance.with_part(plan, "year", "2024")
        plan = await acceptance.accept(work, plan, None, BEGAN)
        changes = RuleChange(responsibility=rule, file_demanded=file_demanded)
        await reporting_rules.change(work, plan, changes, 1, BEGAN, days)
        await row_owners.confirm_owners(work, number, None, BEGAN, days)
    async with storage.begin() as work:
        found = await work.plans.get(number)
        posts = {p.name: p.id for p in await work.people.posts()}
        assert found is not None
        await indicators.name_owner(work, found, "1", posts[METROLOGIST], 1, BEGAN, days)
