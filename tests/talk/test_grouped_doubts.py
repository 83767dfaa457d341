"""The coordinator settles doubts by kind: one answer for all that are alike, taken back, and a "no" to each question."""

from __future__ import annotations

from core.model.editions import PlanEdition
from core.plan.doubts import DoubtCode
from sandbox.client.client import Phone
from tests.talk.worlds import World

HEAD = (
    "План закупок на 2024 год;;;;\n№;Мероприятие;Форма завершения;Срок исполнения;Ответственный исполнитель\n"
)
ROWS = [
    "1;Провести закуп мебели;Акт;;Юрист",
    "2;Провести закуп бумаги;Акт;;Экономист",
    "3;Провести закуп воды;Акт;;Метролог",
    "4;Провести закуп ламп;Акт;2 квартал 2024 года;",
    "5;Провести закуп шин;Акт;3 квартал 2024 года;Метролог",
]


async def sent(world: World) -> Phone:
    phone = await world.coordinator()
    await phone.document((HEAD + "\n".join(ROWS)).encode(), "закупки.csv", mime="text/csv")
    await phone.expect("5 мероприятий", timeout=30)
    return phone


async def plan(world: World) -> PlanEdition:
    async with world.app.storage.read() as work:
        found = await work.plans.get(1)
    assert found is not None
    return found


async def of_code(world: World, code: DoubtCode) -> list[str | None]:
    """The answers to the doubts of a code."""
    found = await plan(world)
    return [found.settled.get(str(at)) for at, d in enumerate(found.read.doubts) if d.code == code]


async def test_kinds_are_listed_with_their_counts_and_open_their_doubts(empty: World) -> None:
    phone = await sent(empty)
    card = await phone.last()
    assert ["Сроки · 3", "Исполнители · 1"] in card.buttons
    await phone.press("Исполнители · 1")
    card = await phone.expect("Не указан ответственный")
    assert "4. Провести закуп ламп" in card.text
    assert "Исполнители: осталось 1" in card.text


async def test_one_answer_is_given_to_all_that_are_alike_and_taken_back(empty: World) -> None:
    phone = await sent(empty)
    await phone.press("Разобрать сомнения (4)")
    await phone.expect("Сроки: осталось 3")
    await phone.press("Отчёта нет")
    await phone.expect("Сроки: осталось 2")
    told = await phone.press("Остальные 2 так же: Отчёта нет")
    assert told.toast == "Записано: 2"
    card = await phone.expect("Исполнители: осталось 1")
    assert await of_code(empty, DoubtCode.DEADLINE_MISSING) == ["kept"] * 3
    assert len(await empty.journal("doubt-settled")) == 3
    assert card.place("Вернуть все (3)") is not None
    await phone.press("Вернуть все (3)")
    await phone.expect("Сроки: осталось 3")
    assert await of_code(empty, DoubtCode.DEADLINE_MISSING) == [None] * 3
    assert len(await empty.journal("doubt-opened")) == 3


async def test_what_was_typed_serves_all_that_are_alike(empty: World) -> None:
    phone = await sent(empty)
    await phone.press("Разобрать сомнения (4)")
    await phone.expect("Сроки: осталось 3")
    await phone.send("май 2024")
    await phone.expect("Сроки: осталось 2")
    await phone.press("Остальные 2 так же: «май 2024»")
    await phone.expect("Исполнители: осталось 1")
    ends = [a.deadline.end for a in (await plan(empty)).settled_reading.activities[:3]]
    assert [end and end.month for end in ends] == [5, 5, 5]


async def test_one_answer_is_taken_back_and_the_next_file_asks_again(empty: World) -> None:
    phone = await sent(empty)
    await phone.press("Разобрать сомнения (4)")
    await phone.expect("1. Провести закуп мебели")
    await phone.press("Отчёта нет")
    await phone.expect("2. Провести закуп бумаги")
    await phone.press("Вернуть: Отчёта нет")
    await phone.expect("1. Провести закуп мебели")
    await phone.press("Отчёта нет")
    await phone.expect("2. Провести закуп бумаги")
    await phone.press("◀️")
    await phone.expect("1. Провести закуп мебели")
    told = await phone.press("Снять ответ")
    assert told.toast == "Ответ снят"
    await phone.document((HEAD + "\n".join(ROWS)).encode(), "закупки-2.csv", mime="text/csv")
    await phone.expect("❗ 4 сомнения", timeout=30)


async def test_an_answer_that_nobody_gave_is_not_taken_back(empty: World) -> None:
    phone = await sent(empty)
    await phone.press("Разобрать сомнения (4)")
    card = await phone.expect("1. Провести закуп мебели")
    version = card.data("К плану").partition(".")[0]
    for forged in ("unanswer.1", "unanswer.1.2", "alike.1.0"):
        await phone.press_data(card, f"{version}.{forged}", forge=True)
    assert (await plan(empty)).settled == {}
