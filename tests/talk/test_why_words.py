"""What is typed while a card asks why or by when: short words, a corrected figure, a changed mind. Nothing is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.test_evidence import picture
from tests.talk.worlds import METROLOGIST, World


@pytest.mark.parametrize(
    ("language", "typed", "answer"),
    [
        ("ru", "нет", "ещё не причина"),
        ("ru", "ок", "ещё не причина"),
        ("kk", "иә", "себеп болып саналмайды"),
        ("kk", "жоқ", "себеп болып саналмайды"),
        ("en", "no", "is not a reason yet"),
        ("en", "ok", "is not a reason yet"),
    ],
)
async def test_a_short_word_is_asked_again(world: World, language: str, typed: str, answer: str) -> None:
    phone = await world.join("Данияр", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.send("5800")
    await phone.send(typed)
    card = await phone.expect(answer)
    assert f"«{typed}»" in card.text or f"“{typed}”" in card.text
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.reason, kept.figures) == (Outcome.PARTIAL, None, {"main": Decimal(5800)})
    await phone.send("поставщик задержал")
    await phone.settled()
    assert (await world.report(METROLOGIST, 5)).draft.reason == "поставщик задержал"


async def test_a_figure_typed_as_the_reason_mends_the_figure(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("5 млн")
    await officer.expect("Почему?")
    await officer.send("5,8 млн")
    card = await officer.expect("5,8 млн")
    assert "Почему?" in card.text
    await officer.send("6 млн")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.reason, kept.figures) == (Outcome.DONE, None, {"main": Decimal(6000)})


async def test_a_figure_with_its_unit_mends_even_when_the_day_is_asked(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("5 млн")
    await officer.send("поставщик задержал")
    await officer.expect("Когда будет исполнено?")
    await officer.send("5.8 млн")
    await officer.expect("5,8 млн")
    await officer.send("к 15 мая")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.reason, kept.forecast) == ("поставщик задержал", date(2024, 5, 15))
    assert kept.figures == {"main": Decimal(5800)}


async def test_done_after_not_done_is_a_changed_mind(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Не исполнено")
    await officer.expect("Почему?")
    await officer.send("исполнено")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.DONE


async def test_a_day_beside_a_bare_no_is_kept_and_the_reason_asked_again(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("5 млн")
    await officer.send("нет, к 15 мая")
    card = await officer.expect("15 мая")
    assert "Почему?" in card.text
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.reason, kept.forecast) == (None, date(2024, 5, 15))


@pytest.mark.parametrize("no", ["нет", "неверно", "жоқ", "no"])
async def test_no_drops_what_was_understood(world: World, officer: Phone, no: str) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "исполнено")
    await officer.expect("Верно?")
    await officer.send(no)
    card = await officer.expect("1 из 5")
    assert card.buttons[0][0].startswith("✅ Исполнено")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.figures, kept.waits) == (None, {}, False)
    assert len(kept.evidence) == 1


async def test_yes_confirms_what_was_understood(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "не исполнено")
    await officer.expect("Верно?")
    await officer.send("да")
    await officer.expect("Почему?")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.NOT_DONE


async def test_a_story_with_its_outcome_is_shown_back(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("Закупили аппарат в феврале. Исполнено")
    card = await officer.expect("Верно?")
    assert "Закупили аппарат в феврале" in card.text
    await officer.press("✅ Да")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.account) == (Outcome.DONE, "Закупили аппарат в феврале. Исполнено")


async def test_a_paper_typed_as_the_reason_is_a_paper_and_why_is_asked_on(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("5800")
    await officer.expect("Почему?")
    await officer.send("Сертификат №8 от 05.03.2024")
    card = await officer.expect("Сертификат № 8 от 05.03.2024")
    assert "Почему?" in card.text
    report = await world.report(METROLOGIST, 5)
    assert (report.draft.reason, report.draft.figures) == (None, {"main": Decimal(5800)})
    assert [(e.kind, e.number) for e in await world.evidence(report)] == [("paper", "8")]
    await officer.send("поставщик задержал")
    await officer.expect("Когда будет исполнено?")
    assert (await world.report(METROLOGIST, 5)).draft.reason == "поставщик задержал"


async def test_what_is_told_beside_a_paper_is_the_reason(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("5800")
    await officer.expect("Почему?")
    await officer.send("Акт №3 от 01.03.2024, поставщик задержал до 15 мая")
    await officer.expect("2 из 5")
    report = await world.report(METROLOGIST, 5)
    told = (report.draft.reason, report.draft.forecast)
    assert told == ("поставщик задержал до 15 мая", date(2024, 5, 15))
    assert [e.number for e in await world.evidence(report)] == ["3"]


async def test_a_word_beside_a_paper_is_kept_and_is_no_reason(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("5800")
    await officer.expect("Почему?")
    await officer.send("Акт №3 от 01.03.2024, приложен")
    card = await officer.expect("№ 3 от 01.03.2024")
    assert "Почему?" in card.text
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.reason, kept.account) == (None, "приложен")


async def test_a_reason_that_speaks_of_a_paper_is_the_reason_whole(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("5800")
    await officer.expect("Почему?")
    await officer.send("Договор №5 от 01.02.2024 не исполнен поставщиком")
    await officer.expect("Когда будет исполнено?")
    report = await world.report(METROLOGIST, 5)
    assert report.draft.reason == "Договор №5 от 01.02.2024 не исполнен поставщиком"
    assert await world.evidence(report) == []
