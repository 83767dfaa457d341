"""Any table gets in: from a file of which nothing was understood to a plan that is accepted."""

from __future__ import annotations

from core.model.editions import PlanStatus
from sandbox.client.client import Phone
from tests.talk.worlds import World

FILE = """Альфа;Бета;Гамма;Дельта
10;Алматы синий;5,5;ку
20;Астана красный;6,5;ка
30;Шымкент зелёный;7,5;ко
"""


async def sent(world: World) -> Phone:
    phone = await world.coordinator()
    await phone.document(FILE.encode(), "таблица.csv", mime="text/csv")
    return phone


async def test_a_table_of_which_nothing_was_understood_becomes_a_plan(empty: World) -> None:
    phone = await sent(empty)
    card = await phone.expect("план не найден, но есть таблица: 3 строки, 4 графы", timeout=30)
    assert "2 Бета — название ❓ · «Алматы синий»" in card.text
    for column, role in ((1, "номер"), (2, "название"), (3, "примечание"), (4, "исполнитель")):
        await phone.expect(f"Что в графе {column} ")
        await phone.press(role)
    await phone.press("Прочитать так")
    card = await phone.expect("3 мероприятия", timeout=30)
    assert "3 должности" in card.text
    await phone.press("Принять")
    for asked, part in (("Как называется план?", "Цвета"), ("организация?", "Больница"), ("год", "2024")):
        await phone.expect(asked)
        await phone.send(part)
    await phone.expect("Кто отчитывается")
    async with empty.app.storage.read() as work:
        (live,) = await work.plans.with_status(PlanStatus.LIVE)
        rows = await work.plans.activities(live.id)
    assert [(a.row.title, a.row.note) for a in rows] == [
        ("Алматы синий", "5,5"),
        ("Астана красный", "6,5"),
        ("Шымкент зелёный", "7,5"),
    ]


async def test_the_header_is_moved_on_a_real_file(empty: World) -> None:
    phone = await sent(empty)
    await phone.expect("строка заголовков 1", timeout=30)
    await phone.press("⬇️ Заголовки")
    card = await phone.expect("строка заголовков 2", timeout=30)
    assert "2 Алматы синий — " in card.text
