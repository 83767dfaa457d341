"""However much is typed, a report's card stands in the chat once; what was not understood is said in a line below it."""

from __future__ import annotations

from sandbox.client.client import Message, Phone
from tests.talk.worlds import World, card_of, eventually

FIRST = "Закуп аппарата Холтер"
LINE = f"1 из 5 · {FIRST}"


async def whole(officer: Phone) -> list[Message]:
    """The messages that show the first row's card with its plan."""
    return [m for m in await officer.messages() if m.from_bot and "1 из 5" in m.text and "План на" in m.text]


async def test_a_typed_answer_leaves_a_line_of_the_card_that_it_answered(
    world: World, officer: Phone, calm: list[object]
) -> None:
    await officer.send("/report")
    first = await officer.expect("1 из 5")
    await officer.send("5,8 млн")
    asked = await officer.expect("Почему?")

    async def is_a_line() -> bool:
        return next(m for m in await officer.messages() if m.id == first.id).text == LINE

    await eventually(is_a_line, "the former card is a line")
    assert [m.id for m in await whole(officer)] == [asked.id]
    assert next(m for m in await officer.messages() if m.id == first.id).buttons == []


async def test_what_was_not_understood_is_said_in_short_and_the_card_stays(officer: Phone) -> None:
    await officer.send("/report")
    first = await officer.expect("1 из 5")
    for typed in ("12 34 56", "40 и 50"):
        await officer.send(typed)
        said = await officer.expect(typed)
        assert "План на" not in said.text
        assert LINE in said.text
        assert said.buttons[0] == first.buttons[0]
        assert [m.id for m in await whole(officer)] == [first.id]

    await officer.send("5,8 млн")
    asked = await officer.expect("Почему?")

    async def stands_once() -> bool:
        return [m.id for m in await whole(officer)] == [asked.id]

    await eventually(stands_once, "the card stands there once")


async def test_a_tap_below_what_was_not_understood_goes_on_with_one_card(officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.send("40 и 50")
    said = await officer.expect("40 и 50")
    await officer.press("Исполнено", message=said)
    on = await officer.expect("2 из 5")
    assert on.id == said.id

    async def none_is_left() -> bool:
        return await whole(officer) == []

    await eventually(none_is_left, "of the first card a line is left")
    assert (await card_of(officer)).id == on.id
