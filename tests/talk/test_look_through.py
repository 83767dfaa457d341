"""👁 before handing in: each row is read with its figures, reason, day and papers, and can be handed in from there."""

from __future__ import annotations

from decimal import Decimal

from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, QUALITY, World, home


async def test_each_row_is_read_whole_before_it_is_handed_in(
    world: World, officer: Phone, calm: list[object]
) -> None:
    await officer.send("/report")
    await officer.send("5,8 млн")
    await officer.expect("Почему?")
    await officer.send("поставщик задержал до 30 июня")
    await officer.expect("2 из 5")
    await officer.press("⬅️")
    await officer.expect("исполнено частично")
    await officer.send("Акт № 12-ө от 05.03.2024")
    await officer.expect("№ 12-ө")
    await home(officer)
    await officer.press("Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("Проверить")
    look = await officer.expect("Проверьте перед сдачей")
    text = look.text.replace("\u00a0", " ")
    assert "1. 🟡 Закуп аппарата Холтер" in text
    assert "исполнено частично, 5,8 млн тг" in text
    assert "Причина: поставщик задержал" in text
    assert "30 июня" in text
    assert "№ 12-ө от 05.03.2024" in text
    assert look.style("Сдать (1)") == "primary"
    await officer.press("1. Закуп")
    await officer.expect("1 из 5")
    await home(officer)
    await officer.press("Сдать (1)")
    await officer.press("Проверить")
    await officer.expect("Проверьте перед сдачей")
    await officer.press("Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    kept = await world.report(METROLOGIST, 5)
    assert kept.submitted is not None
    assert kept.submitted.figures == {"main": Decimal(5800)}


async def test_many_rows_have_pages_and_back_leads_to_handing_in(world: World) -> None:
    officer = await world.join("Алия", QUALITY)
    await home(officer)
    await officer.press("Всё по плану")
    await officer.press("Записать отмеченные")
    await home(officer)
    await officer.press("📨 Сдать")
    await officer.expect("К сдаче готово")
    await officer.press("Проверить")
    look = await officer.expect("Проверьте перед сдачей")
    assert [f"\n{at}. ✅ " in look.text for at in (1, 5, 6)] == [True, True, False]
    await officer.press("▶️")
    await officer.expect("\n6. ✅ ")
    await officer.press("Назад")
    await officer.expect("К сдаче готово")
