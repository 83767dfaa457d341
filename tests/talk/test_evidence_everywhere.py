"""Wherever a photo is taken, a sound, a film, a place and an album are taken too; elsewhere one sentence says what to do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.plan.reports import Outcome
from handlers.frame.registry import LATE_PAGE, PLAN_FILE, registry
from sandbox.client.client import Phone
from tests.talk.test_editions import accept, send
from tests.talk.test_evidence import picture
from tests.talk.test_joint import ALONE, OTHER, OWNER, ROOF, at_joint
from tests.talk.test_joint import hospital as hospital  # the same plan
from tests.talk.test_shared_rows import CITY, MINISTRY, REGION, hand_in, of, report
from tests.talk.test_shared_rows import shared as shared  # the same rows
from tests.talk.worlds import METROLOGIST, World, card_of, eventually, living


def test_what_takes_a_file_takes_a_place() -> None:
    assert set(registry.files) - {PLAN_FILE, LATE_PAGE} == set(registry.places)


async def test_a_co_executor_sends_a_voice_message_and_a_place(hospital: World, calm: list[object]) -> None:
    other = await hospital.join("Айша", OTHER)
    await at_joint(other)
    await other.voice(b"OggS told", "Кровлю сдали")
    await other.expect("Айша (Экономист): Кровлю сдали 📎 голосовое сообщение")
    await other.place(51.128207, 71.43042)
    await other.expect("📍 51.128207, 71.430420")
    await other.video(b"a film", name="кровля.mp4")
    await other.expect("📎 кровля.mp4")
    kept = await hospital.kept_files(await hospital.report(OWNER, 1), 2)
    assert [e.kind for e in kept] == ["voice", "location", "video"]
    owner = await hospital.join("Данияр", OWNER)
    await owner.send("/report")
    card = await owner.expect("Айша (Экономист): 📍 51.128207, 71.430420")
    assert "Кровлю сдали" in card.text
    await other.press("Убрать последнее дополнение")
    await other.settled()
    assert [e.kind for e in await hospital.evidence(await hospital.report(OWNER, 1))] == ["voice", "location"]


@pytest.mark.parametrize(
    ("typed", "kept"), [("ок", False), ("нет", False), ("иә", False), ("Ок.", False), ("орындалды", True)]
)
async def test_a_co_executor_who_says_little_is_asked_for_more(
    hospital: World, typed: str, kept: bool
) -> None:
    other = await hospital.join("Айша", OTHER)
    await at_joint(other)
    await other.send(typed)
    await other.expect("Передано ответственному" if kept else "мало что говорит")
    assert len((await hospital.report(OWNER, 1)).draft.said) == kept


@pytest.fixture
async def wordy(tmp_path: Path) -> AsyncIterator[World]:
    """The plan of `hospital`, where no files may be sent."""
    async with living(tmp_path, None) as world:
        chief = await world.coordinator()
        await send(chief, ROOF, ALONE)
        await accept(chief)
        await chief.send("/rules")
        await chief.expect("⚙️ Правила")
        await chief.press("🗂 Файлы")
        await chief.expect("📎 Файлы: присылать нельзя")
        yield world


@pytest.fixture
async def lead(shared: World) -> Phone:
    """The lead, asked whether to do without the region."""
    city = await shared.join("Айша", CITY)
    await shared.join("Болат", REGION)
    await report(city, "Открыть кабинеты", "5")
    phone = await shared.join("Сара", MINISTRY)
    await phone.settled()
    await phone.press("Список")
    await phone.expect("не начато")
    await phone.press("Открыть кабинеты")
    await phone.expect("План на")
    await phone.send("12")
    await phone.expect("без них")
    return phone


@pytest.mark.parametrize("kind", ["photo", "album", "voice", "place"])
async def test_what_is_sent_while_without_whom_is_asked_is_kept(
    shared: World, lead: Phone, kind: str, calm: list[Any]
) -> None:
    if kind == "photo":
        await lead.photo(picture(1))
    elif kind == "album":
        await lead.album([picture(1), picture(2)])
    elif kind == "voice":
        await lead.voice(b"OggS told")
    else:
        await lead.place(51.1, 71.4)
    pages = 2 if kind == "album" else 1

    async def all_kept() -> bool:
        return len(await shared.evidence(await of(shared, MINISTRY))) == pages

    await eventually(all_kept, "every page is kept")
    await lead.settled()
    assert "без них" in (await card_of(lead)).text
    await lead.press("12")
    await lead.settled()
    kept = (await of(shared, MINISTRY)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(12)})
    assert len(kept.evidence) == pages


async def test_a_caption_there_is_kept_and_the_question_stays(shared: World, lead: Phone) -> None:
    await lead.photo(picture(1), "Приказ № 5 от 05.03.2024, кабинеты открыты в марте")
    await lead.expect("без них")
    await lead.press("12")
    await lead.settled()
    report = await of(shared, MINISTRY)
    assert (report.draft.account, report.draft.figures) == ("кабинеты открыты в марте", {"main": Decimal(12)})
    assert [e.number for e in await shared.evidence(report)] == ["5"]


async def test_a_figure_in_a_caption_there_takes_the_place_of_the_answer(shared: World, lead: Phone) -> None:
    await lead.photo(picture(1), "10")
    await lead.expect("Верно?")
    await lead.press("✅ Да, 10")
    await lead.expect("без них")
    await lead.press("10")
    await lead.expect("Почему?")
    kept = (await of(shared, MINISTRY)).draft
    assert (kept.figures, len(kept.evidence)) == ({"main": Decimal(10)}, 1)


@pytest.mark.parametrize(
    ("language", "answer"), [("ru", "откройте карточку"), ("kk", "карточкасын ашып"), ("en", "open the card")]
)
@pytest.mark.parametrize("kind", ["photo", "document", "voice", "place"])
async def test_elsewhere_one_sentence_says_what_to_do(
    world: World, language: str, answer: str, kind: str, calm: list[Any]
) -> None:
    phone = await world.join("Данияр", METROLOGIST, language=language)
    await phone.send("/tasks")
    await phone.settled()
    if kind == "photo":
        await phone.photo(picture(1), "Акт № 12")
    elif kind == "document":
        await phone.document(b"%PDF-1.4\n%%EOF", "акт.pdf")
    elif kind == "voice":
        await phone.voice(b"OggS told")
    else:
        await phone.place(51.1, 71.4)
    assert (await phone.expect(answer)).buttons


async def test_where_no_files_are_taken_a_co_executors_words_are_kept(wordy: World) -> None:
    other = await wordy.join("Айша", OTHER)
    await at_joint(other)
    await other.photo(picture(1))
    await other.expect("файлы присылать нельзя")
    await other.photo(picture(1), "Смета утверждена 12 марта")
    card = await other.expect("Смета утверждена 12 марта")
    assert "Файл не сохранён" in card.text
    kept = await wordy.report(OWNER, 1)
    assert (len(kept.draft.said), kept.draft.evidence) == (1, ())


async def test_the_lead_opens_a_voice_message_of_another_body(shared: World, calm: list[Any]) -> None:
    city = await shared.join("Айша", CITY)
    await city.settled()
    await city.press("Список")
    await city.expect("не начато")
    await city.press("Открыть кабинеты")
    await city.expect("План на")
    await city.voice(b"OggS told")
    await city.expect("📎 голосовое сообщение")
    await shared.kept_files(await of(shared, CITY))
    await city.send("5")
    await hand_in(city)
    lead = await shared.join("Сара", MINISTRY)
    await lead.settled()
    await lead.press("Список")
    await lead.expect("не начато")
    await lead.press("Открыть кабинеты")
    await lead.press("👥 Отчёты соисполнителей")
    await lead.press("Акимат города")
    await lead.press("голосовое сообщение")
    assert await lead.download(await lead.expect_file()) == b"OggS told"
