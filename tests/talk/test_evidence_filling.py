"""One message fills the card: figure, outcome, paper and account by one tap; albums, sounds and places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.test_evidence import on_disk, picture
from tests.talk.worlds import ECONOMY, METROLOGIST, World, at_row

ACT = "Акт ввода в эксплуатацию"


@pytest.mark.parametrize("way", ["photo", "document", "album", "typed", "typed for a paper"])
async def test_figure_paper_and_account_by_one_tap(world: World, officer: Phone, way: str) -> None:
    caption = "Акт №12 от 05.03.2024, закупили на 6,2 млн"
    await officer.send("/report")
    if way == "photo":
        await officer.photo(picture(9), caption)
    elif way == "document":
        await officer.document(b"%PDF-1.4\n%%EOF", "акт.pdf", caption)
    elif way == "album":
        await officer.album([picture(9), picture(10), picture(11)], caption)
        await officer.expect("Альбом: 3 файла")
    elif way == "typed":
        await officer.send(caption)
    else:
        await officer.press("Документ")
        await officer.send(caption)
    card = await officer.expect("Верно?")
    question = card.text.replace("\u00a0", " ").splitlines()[-1]
    assert question == f"Понял так: 6,2 млн тг · {ACT} № 12 от 05.03.2024. Верно?"
    assert "закупили на 6,2 млн" in card.text
    assert "⚠️" not in card.text
    await officer.press("✅ Да, 6")
    await officer.expect("2 из 5")
    kept = await world.report(METROLOGIST, 5)
    assert kept.draft.figures == {"main": Decimal(6200)}
    assert kept.draft.account == "закупили на 6,2 млн"
    named = [e for e in await world.evidence(kept) if e.number]
    assert [(e.form, e.number, str(e.dated)) for e in named] == [(ACT, "12", "2024-03-05")]


DONE = [
    ("ru", "исполнено", "✅ Да, исполнено"),
    ("kk", "орындалды", "✅ Иә, орындалды"),
    ("en", "done", "✅ Yes, done"),
]


@pytest.mark.parametrize(("language", "caption", "yes"), DONE)
async def test_a_word_alone_proposes_the_outcome(world: World, language: str, caption: str, yes: str) -> None:
    phone = await world.join("Данияр", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.photo(picture(9), caption)
    await phone.press(yes)
    await phone.settled()
    kept = await world.report(METROLOGIST, 5)
    assert (kept.draft.outcome, kept.draft.figures) == (Outcome.DONE, {"main": Decimal(6000)})
    assert kept.draft.account is None
    assert len(await world.evidence(kept)) == 1


@pytest.mark.parametrize("typed", ["исполнено", "как в плане"])
async def test_an_outcome_typed_alone_is_the_tap_of_its_button(
    world: World, officer: Phone, typed: str
) -> None:
    await officer.send("/report")
    await officer.send(typed)
    await officer.expect("2 из 5")
    report = await world.report(METROLOGIST, 5)
    assert (report.draft.outcome, report.draft.figures) == (Outcome.DONE, {"main": Decimal(6000)})


@pytest.mark.parametrize("typed", ["100 %", "100%", "на 100 %"])
async def test_a_share_of_all_typed_on_money_is_shown_back_and_not_recorded(
    world: World, officer: Phone, typed: str
) -> None:
    """All of the plan is meant, as far as the bot can tell: what that is in money is asked first."""
    await officer.send("/report")
    await officer.send(typed)
    await officer.settled()
    card = await officer.last()
    assert "1 из 5" in card.text
    assert "Понял так: 6 млн тг. Верно?" in card.text.replace("\u00a0", " ")
    report = await world.report(METROLOGIST, 5)
    assert (report.draft.outcome, report.draft.figures) == (None, {})


async def test_not_done_typed_alone_asks_why(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("не исполнено")
    await officer.expect("Почему?")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.NOT_DONE


async def test_a_paper_is_read_without_a_button(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("12-ө от 05.03.2024")
    card = await officer.expect(f"📄 {ACT} № 12-ө от 05.03.2024")
    assert "Верно?" not in card.text
    assert card.buttons[0][0].startswith("✅ Исполнено")


async def test_hundred_percent_of_a_row_of_money_is_done(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "100 %")
    await officer.press("Да, исполнено")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.DONE


async def test_what_was_understood_amiss_is_corrected(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "Акт №12 от 05.03.2024, закупили на 6,2 млн")
    await officer.press("Не тот документ")
    card = await officer.expect("пришлите № и дату")
    assert f"{ACT} № 12 от 05.03.2024" in card.text, "what was typed is in the account now"
    report = await world.report(METROLOGIST, 5)
    assert [e.number for e in await world.evidence(report)] == [None]
    assert report.draft.account == f"закупили на 6,2 млн\n{ACT} № 12 от 05.03.2024"
    await officer.press("К карточке")
    await officer.expect("Понял так: 6")
    await officer.press("Нет, исправить")
    await officer.expect("Напишите сумму")
    await officer.send("6,1 млн")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6100)}


async def test_an_outcome_that_was_not_meant_is_dropped(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "исполнено")
    await officer.press("Нет, исправить")
    card = await officer.expect("1 из 5")
    assert card.buttons[0][0].startswith("✅ Исполнено")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is None


async def test_a_confirmed_proposal_is_undone_in_one_step(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "Закупили аппарат на 6,2 млн, исполнено")
    await officer.press("✅ Да, 6")
    await officer.expect("2 из 5")
    await officer.press("Отменить:")
    await officer.expect("Верно?")
    report = await world.report(METROLOGIST, 5)
    assert (report.draft.outcome, report.draft.figures) == (None, {})
    assert report.draft.waits


async def test_two_papers_in_one_caption_answer_two_forms(world: World) -> None:
    phone = await world.join("Ерлан", ECONOMY)
    await at_row(phone, "Закуп персональных компьютеров")
    await phone.photo(picture(3), "Накладная №7 от 03.02.2024, шарт №45 от 01.02.2024")
    card = await phone.expect("📄 Договор № 45")
    assert "📄 Накладная № 7 от 03.02.2024" in card.text
    kept = await world.evidence(await world.report(ECONOMY, 8))
    assert [(e.kind, e.form, e.number) for e in kept] == [
        ("photo", "Накладная", "7"),
        ("paper", "Договор", "45"),
    ]


async def test_a_page_that_comes_late_joins_its_album(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    first, second = await officer.album([picture(1), picture(2)])
    await officer.expect("Альбом: 2 файла")
    await officer.press("✅ Исполнено")
    await officer.expect("2 из 5")
    [late] = await officer.late_page(first.raw["media_group_id"], picture(3))
    card = await officer.expect("Ещё один файл альбома добавлен")
    assert "2 из 5" in card.text
    kept = await world.evidence(await world.report(METROLOGIST, 5))
    assert len(kept) == 3
    assert {(e.album, e.form) for e in kept} == {(first.raw["media_group_id"], ACT)}
    assert late.id > second.id


async def test_a_page_that_comes_on_another_card_altogether_finds_its_row(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    first, _ = await officer.album([picture(1), picture(2)])
    await officer.expect("Альбом: 2 файла")
    await officer.send("/tasks")
    await officer.expect("Сдать")
    await officer.late_page(first.raw["media_group_id"], picture(3))
    await officer.expect("Ещё один файл альбома добавлен")
    assert len(await world.evidence(await world.report(METROLOGIST, 5))) == 3


async def test_a_voice_message_a_film_and_a_place_are_evidence(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.voice(b"OggS told")
    await officer.expect("📎 голосовое сообщение")
    await officer.video(b"a film", name="кабинет.mp4")
    await officer.expect("📎 кабинет.mp4")
    await officer.video_note(b"a round film")
    await officer.expect("📎 видео")
    await officer.place(51.128207, 71.43042)
    card = await officer.expect("📍 51.128207, 71.430420")
    [link] = [e["url"] for e in card.raw["entities"] if e["type"] == "text_link"]
    assert link == "https://www.openstreetmap.org/?mlat=51.128207&mlon=71.430420"
    report = await world.report(METROLOGIST, 5)
    kept = await world.kept_files(report, 3)
    assert [e.kind for e in kept] == ["voice", "video", "video", "location"]
    assert kept[-1].link == "geo:51.128207,71.430420"
    assert all(on_disk(world, content) for content in (b"OggS told", b"a film", b"a round film"))
    await officer.press("Документ")
    await officer.press("Убрать: место")
    card = await officer.expect("📎 видео")
    assert "📍" not in card.text


async def test_a_voice_message_carries_a_caption_too(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.voice(b"OggS told", "6,2 млн")
    await officer.press("✅ Да, 6")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6200)}


async def test_a_place_where_nothing_asks_for_one_is_refused_in_words(world: World, officer: Phone) -> None:
    await officer.send("/tasks")
    await officer.expect("Сдать")
    await officer.place(51.1, 71.4)
    await officer.expect("Здесь вложения не принимаются")


async def test_a_link_is_evidence_and_no_figure(world: World, officer: Phone) -> None:
    link = "https://goszakup.gov.kz/ru/announce/index/12345"
    await officer.send("/report")
    await officer.send(link)
    card = await officer.expect(f"🔗 {link}")
    assert card.buttons[0][0].startswith("✅ Исполнено")
    await officer.press("Документ")
    await officer.press("Убрать: goszakup.gov.kz")
    await officer.expect("пришлите № и дату")
    assert await world.evidence(await world.report(METROLOGIST, 5)) == []


@pytest.mark.parametrize("way", ["typed", "photo", "typed for a paper"])
async def test_a_link_beside_a_figure_and_an_account(world: World, officer: Phone, way: str) -> None:
    text = "Закупили на 6,2 млн: https://goszakup.gov.kz/12345."
    await officer.send("/report")
    if way == "photo":
        await officer.photo(picture(9), text)
    else:
        if way == "typed for a paper":
            await officer.press("Документ")
        await officer.send(text)
    await officer.expect("Верно?")
    await officer.press("✅ Да, 6")
    await officer.expect("2 из 5")
    kept = await world.report(METROLOGIST, 5)
    assert (kept.draft.figures, kept.draft.account) == ({"main": Decimal(6200)}, "Закупили на 6,2 млн")
    links = [e.link for e in await world.evidence(kept) if e.kind == "link"]
    assert links == ["https://goszakup.gov.kz/12345"]


async def test_a_photo_that_belongs_to_no_row_says_where_to_send_it(world: World, officer: Phone) -> None:
    await officer.send("/tasks")
    await officer.expect("Сдать")
    await officer.photo(picture(1), "Акт № 5")
    card = await officer.expect("Здесь вложения не принимаются")
    assert card.place("Отчитаться") is not None
    await officer.voice(b"OggS told")
    await officer.expect("Здесь вложения не принимаются")


async def test_a_paper_beyond_the_forms_of_the_row_is_just_a_paper(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("📎 Документ")
    await officer.expect("Акт ввода в эксплуатацию: пришлите")
    await officer.send("№ 12 от 22.03.2024")
    await officer.expect("Акт ввода в эксплуатацию № 12 от 22.03.2024")
    await officer.press("📎 Документ")
    await officer.expect("Документ: пришлите")
    await officer.send("№ 13 от 22.03.2024")
    await officer.expect("📄 Документ № 13 от 22.03.2024")
