"""The empty template: chosen by how the plan goes, filled in, sent back."""

from __future__ import annotations

import io

import openpyxl
import pytest

from core.plan.rhythms import Rhythm
from sandbox.client.client import Phone
from tests.talk.worlds import World

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BUTTONS = {
    "По кварталам": "1 квартал",
    "По месяцам": "Январь",
    "По годам": "2024 год",
    "Этапами": "1 квартал",
    "По неделям": "Ожидаемый результат",
}


async def taken(phone: Phone, choice: str) -> bytes:
    """The template's bytes, after the two taps that it takes."""
    await phone.send("/plans")
    await phone.press("Пустой шаблон")
    told = await phone.press(choice)
    assert told.toast == "Шаблон сейчас придёт"
    message = await phone.expect_file("шаблон плана.xlsx", timeout=30)
    assert "объяснено на втором листе" in message.text
    return await phone.download(message)


@pytest.mark.parametrize("choice", BUTTONS)
async def test_the_template_comes_with_the_columns_that_were_chosen(empty: World, choice: str) -> None:
    assert len(BUTTONS) == len(Rhythm)
    sheet = openpyxl.load_workbook(io.BytesIO(await taken(await empty.coordinator(), choice))).worksheets[0]
    assert str(sheet["A1"].value).startswith("План мероприятий на 2024")
    header = next(row for row in sheet.iter_rows(values_only=True) if row[1])
    assert BUTTONS[choice] in header
    assert ("Местный бюджет, тыс. тенге" in header) is (choice != "По неделям")


async def test_the_choice_leads_back_to_the_plans(empty: World) -> None:
    phone = await empty.coordinator()
    await phone.send("/plans")
    await phone.press("Пустой шаблон")
    card = await phone.expect("Как распланирована работа?")
    assert sum("📗" in label for row in card.buttons for label in row) == len(Rhythm)
    await phone.press("Назад")
    await phone.expect("Пришлите")


async def test_an_empty_template_sent_back_is_said_to_have_no_rows(empty: World) -> None:
    phone = await empty.coordinator()
    content = await taken(phone, "По кварталам")
    await phone.document(content, "шаблон плана.xlsx", mime=XLSX)
    await phone.expect("под ними нет ни одной строки", timeout=30)


async def test_a_filled_in_template_is_read_without_doubts(empty: World) -> None:
    phone = await empty.coordinator()
    book = openpyxl.load_workbook(io.BytesIO(await taken(phone, "По месяцам")))
    sheet = book.worksheets[0]
    typed: list[str | int] = ["1", "Обучить медсестёр", "Приказ", "ежемесячно", "Юрист", "человек", *[5] * 12]
    for at, text in enumerate(typed, 1):
        sheet.cell(4, at, text)
    filled = io.BytesIO()
    book.save(filled)
    await phone.document(filled.getvalue(), "план.xlsx", mime=XLSX)
    card = await phone.expect("Прочитан", timeout=30)
    assert "План мероприятий на 2024 год" in card.text
    assert "❗" not in card.text
