"""What is pointed out about evidence: shown with ⚠️, kept or taken off, told quietly when the person had gone on."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from core.model.people import Role
from sandbox.client.client import Phone
from tests.talk.test_evidence import picture
from tests.talk.worlds import METROLOGIST, World, home

HOLTER = "Закуп аппарата Холтер"


async def second_card(officer: Phone) -> None:
    await officer.press("✅ Исполнено")
    await officer.expect("2 из 5")


async def test_a_paper_used_for_another_row_is_pointed_out_once(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(1), "Акт №12 от 05.03.2024")
    card = await officer.expect("📄 Акт ввода в эксплуатацию № 12")
    assert "⚠️" not in card.text
    await second_card(officer)
    await officer.photo(picture(2), "Акт № 12 от 5 марта 2024")
    card = await officer.expect("⚠️")
    assert f"№ 12 от 05.03.2024: уже приложено к строке «{HOLTER}» (I кв. 2024)" in card.text
    said = await officer.press("✅ Оставить")
    assert said.toast == "Оставлено"
    await officer.settled()
    again = await officer.last()
    assert "⚠️" not in again.text
    assert "№ 12 от 05.03.2024" in again.text
    await officer.press("Ноль, как в плане")
    await officer.expect("3 из 5")
    await officer.press("⬅️")
    card = await officer.expect("2 из 5")
    assert "⚠️" not in card.text, "what was kept is not asked about again"
    [line] = await world.journal("kept")
    assert line.after is not None
    assert line.after["remarks"] == ["paper-used"]


async def test_a_paper_kept_in_spite_and_then_sent_as_a_photo_is_not_asked_about_again(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("Акт №12 от 05.03.2024")
    await officer.expect("№ 12 от 05.03.2024")
    await second_card(officer)
    await officer.send("Акт №12 от 05.03.2024")
    await officer.expect("⚠️")
    await officer.press("✅ Оставить")
    await officer.settled()
    await officer.photo(picture(2), "Акт №12 от 05.03.2024")
    card = await officer.expect("📎 фото")
    assert card.text.count("№ 12 от 05.03.2024") == 1
    assert "⚠️" not in card.text


async def test_the_same_file_is_pointed_out_at_once_and_taken_off(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.document(b"%PDF-1.4\n%%EOF", "акт.pdf")
    await officer.expect("📎 акт.pdf")
    await second_card(officer)
    await officer.document(b"%PDF-1.4\n%%EOF", "копия.pdf")
    card = await officer.expect("⚠️")
    assert f"копия.pdf: этот же файл уже приложен к строке «{HOLTER}»" in card.text
    await officer.press("Убрать")
    card = await officer.expect("2 из 5")
    assert "копия.pdf" not in card.text
    assert card.buttons[0][0].startswith("✅"), "the card asks on as it did"


DATES = [
    ("12 от 30.12.2023", "дата раньше отчётного периода"),
    ("12 от 27.03.2024", "дата ещё не наступила"),
]


@pytest.mark.parametrize(("paper", "said"), DATES)
async def test_a_date_outside_of_the_period_is_pointed_out(
    officer: Phone, world: World, paper: str, said: str
) -> None:
    await officer.send("/report")
    await officer.press("Документ")
    await officer.send(paper)
    card = await officer.expect("⚠️")
    assert said in card.text
    await officer.press("Оставить")
    await officer.settled()
    assert "⚠️" not in (await officer.last()).text


async def test_an_empty_file_is_known_at_once(officer: Phone, world: World) -> None:
    await officer.send("/report")
    await officer.document(b"", "акт.pdf")
    await officer.expect("акт.pdf: файл пустой")


async def test_a_damaged_picture_shows_on_the_card_that_is_still_open(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.document(picture(5)[:40], "скан.png")
    card = await officer.expect("⚠️ скан.png: файл не открывается")
    assert "1 из 5" in card.text
    assert card.place("Оставить") is not None
    assert card.place("Убрать") is not None
    chat = await officer.settled()
    assert not any("стоит проверить" in m.text for m in chat), "no notice where the card says it"
    assert [m.id for m in chat if "скан.png" in m.text] == [card.id], (
        "the card was edited, not sent once more"
    )


async def test_who_went_on_is_told_quietly_once(
    world: World, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_on = asyncio.Event()

    async def slowly(*given: Any) -> bytes:
        await gone_on.wait()
        return picture(5)[:40]

    monkeypatch.setattr("bot.intake.fetching.download", slowly)
    await officer.send("/report")
    await officer.album([picture(5), picture(6)], "исполнено")
    await officer.expect("Альбом: 2 файла")
    await officer.press("Да, исполнено")
    await officer.expect("2 из 5")
    gone_on.set()
    told = await officer.expect("стоит проверить")
    assert HOLTER in told.text
    assert "⚠️ альбом: файл не открывается" in told.text
    assert len([m for m in await officer.settled() if "стоит проверить" in m.text]) == 1
    await officer.press("К карточке", message=told)
    card = await officer.expect("1 из 5")
    await officer.press("Оставить", message=card)
    await officer.settled()
    report = await world.report(METROLOGIST, 5)
    assert all(r.kept for e in await world.evidence(report) for r in e.remarks)
    await officer.send("/tasks")
    assert (await officer.expect("Сдать")).text


async def test_the_manager_reads_what_was_kept_in_spite(world: World, officer: Phone) -> None:
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await officer.send("/report")
    await officer.photo(picture(1), "исполнено, акт №12 от 30.12.2023")
    await officer.expect("дата раньше отчётного периода")
    await officer.press("Оставить")
    await officer.press("Да, исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    report = await world.report(METROLOGIST, 5)
    card = await manager.last()
    await manager.press_data(card, f"0.srep.{report.id}.0", forge=True)
    shown = await manager.expect("Замечания к приложенному")
    assert "№ 12 от 30.12.2023: дата раньше отчётного периода — оставлено исполнителем" in shown.text
    assert "📄 Акт ввода в эксплуатацию № 12 от 30.12.2023" in shown.text
