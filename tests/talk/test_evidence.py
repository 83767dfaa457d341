"""Evidence sent to a card: papers, photos, files, albums, and one message that fills the card."""

from __future__ import annotations

import hashlib
import struct
import zlib
from decimal import Decimal
from pathlib import Path

import pytest

from bot.sending.refusals import Refused
from core.evidence.quota import Quota
from sandbox.client.client import Phone
from tests.talk.worlds import ECONOMY, METROLOGIST, World, at_row


def picture(shade: int) -> bytes:
    """A real PNG of one colour."""
    row = b"\0" + bytes([shade]) * 64
    head = struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(row * 64)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def on_disk(world: World, content: bytes) -> bool:
    """Whether these bytes are kept under their SHA-256."""
    name = hashlib.sha256(content).hexdigest()
    return any(
        path.read_bytes() == content for path in Path(world.folder / "files").glob(f"{name[:2]}/{name[2:]}")
    )


@pytest.mark.parametrize("typed", ["12-ө от 05.03.2024", "№ 12-ө от 5 марта 2024 г.", "12-ө 05.03.24"])
async def test_a_paper_in_one_message(world: World, officer: Phone, typed: str) -> None:
    await officer.send("/report")
    await officer.press("Документ")
    await officer.expect("Акт ввода в эксплуатацию: пришлите № и дату")
    await officer.send(typed)
    card = await officer.expect("📄 Акт ввода в эксплуатацию № 12-ө от 05.03.2024")
    assert "1 из 5" in card.text
    [kept] = await world.evidence(await world.report(METROLOGIST, 5))
    assert (kept.kind, kept.form, kept.number) == ("paper", "Акт ввода в эксплуатацию", "12-ө")
    assert str(kept.dated) == "2024-03-05"


async def test_a_paper_that_cannot_be_read_is_asked_for_again(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Документ")
    await officer.send("приказ есть")
    card = await officer.expect("Не понял «приказ есть»")
    assert "пришлите № и дату" in card.text
    assert await world.evidence(await world.report(METROLOGIST, 5)) == []


async def test_two_forms_ask_twice(world: World) -> None:
    phone = await world.join("Ерлан", ECONOMY)
    await at_row(phone, "Закуп персональных компьютеров")
    await phone.press("Документ")
    await phone.expect("Договор: пришлите № и дату")
    await phone.send("45 от 01.02.2024")
    card = await phone.expect("Накладная: пришлите № и дату")
    assert "📄 Договор № 45 от 01.02.2024" in card.text
    await phone.send("7 от 03.02.2024")
    card = await phone.expect("📄 Накладная № 7 от 03.02.2024")
    assert "пришлите" not in card.text


async def test_a_file_for_the_first_form_asks_for_the_second(world: World) -> None:
    phone = await world.join("Ерлан", ECONOMY)
    await at_row(phone, "Закуп персональных компьютеров")
    await phone.press("Документ")
    await phone.expect("Договор: пришлите")
    await phone.document(b"%PDF-1.4 contract\n%%EOF", "договор.pdf")
    card = await phone.expect("Накладная: пришлите № и дату")
    assert "📎 договор.pdf" in card.text


async def test_a_photo_is_kept_on_disk_under_its_sha256(world: World, officer: Phone) -> None:
    await officer.send("/report")
    sent = picture(40)
    [photo] = await officer.photo(sent)
    card = await officer.expect("📎 фото")
    assert card.id > photo.id
    assert "1 из 5" in card.text
    [kept] = await world.kept_files(await world.report(METROLOGIST, 5))
    fetched = await officer.download(photo)
    assert kept.sha256 == hashlib.sha256(fetched).hexdigest()
    assert on_disk(world, fetched)


async def test_a_document_keeps_its_cyrillic_name(world: World, officer: Phone) -> None:
    await officer.send("/report")
    content = "Акт ввода".encode()
    await officer.document(content, "Акт ввода № 3 — Холтер.docx")
    await officer.expect("📎 Акт ввода № 3 — Холтер.docx")
    [kept] = await world.kept_files(await world.report(METROLOGIST, 5))
    assert kept.file_name == "Акт ввода № 3 — Холтер.docx"
    assert on_disk(world, content)


async def test_an_album_is_one_evidence_of_many_pages_and_one_card(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    sent = await officer.album([picture(n) for n in (1, 2, 3)])
    card = await officer.expect("Альбом: 3 файла")
    await officer.settled()
    below = [m for m in await officer.messages() if m.from_bot and m.id > sent[-1].id]
    assert [m.id for m in below] == [card.id]  # the card did not jump with each page
    kept = await world.kept_files(await world.report(METROLOGIST, 5), 3)
    assert len({e.album for e in kept}) == 1


async def test_an_album_answers_one_form(world: World) -> None:
    phone = await world.join("Ерлан", ECONOMY)
    await at_row(phone, "Закуп персональных компьютеров")
    await phone.press("Документ")
    await phone.expect("Договор: пришлите № и дату")
    await phone.album([picture(1), picture(2)])
    await phone.expect("Альбом: 2 файла")
    kept = await world.evidence(await world.report(ECONOMY, 8))
    assert [e.form for e in kept] == ["Договор", "Договор"]


async def test_one_message_fills_the_card(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "Закупили аппарат на 6,2 млн")
    card = await officer.expect("Верно?")
    assert "📎 фото" in card.text
    assert "6,2 млн тг" in card.text.replace("\u00a0", " ")
    assert "Закупили аппарат на 6,2 млн" in card.text
    await officer.press("Да, 6")
    await officer.expect("2 из 5")
    kept = await world.report(METROLOGIST, 5)
    assert kept.draft.figures == {"main": Decimal(6200)}
    assert kept.draft.account == "Закупили аппарат на 6,2 млн"
    assert len(await world.evidence(kept)) == 1


async def test_a_caption_without_a_figure_is_the_account(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "Аппарат в кабинете функциональной диагностики")
    card = await officer.expect("Аппарат в кабинете функциональной диагностики")
    assert "Верно?" not in card.text
    assert card.buttons[0][0].startswith("✅ Исполнено")


@pytest.mark.parametrize(
    "caption", ["акт № 12 или № 14 от 5 марта", "акт не то № 12, не то № 14", "акт № 12 немесе № 14"]
)
async def test_a_caption_that_leaves_open_which_paper_it_is_says_so(
    world: World, officer: Phone, caption: str
) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), caption)
    await officer.expect("какой документ верный")
    [kept] = await world.evidence(await world.report(METROLOGIST, 5))
    assert kept.number is None
    await officer.send("акт № 14 от 05.03.2024")
    card = await officer.expect("№ 14 от 05.03.2024")
    assert "какой документ верный" not in card.text


async def test_the_caption_of_an_album_counts_once(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.album([picture(1), picture(2)], "6,1 млн")
    await officer.expect("Альбом: 2 файла")
    await officer.press("Да, 6")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6100)}


async def test_the_paper_asked_for_may_come_as_a_photo_with_its_number(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Документ")
    await officer.expect("пришлите № и дату")
    await officer.photo(picture(3), "12-ө от 05.03.2024")
    card = await officer.expect("📎 фото")
    assert "Верно?" not in card.text  # the number of a paper is no figure
    kept = await world.evidence(await world.report(METROLOGIST, 5))
    assert {e.number for e in kept} == {"12-ө"}


async def test_a_paper_that_was_typed_and_then_sent_as_a_photo_is_one_paper(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("Акт №12 от 05.03.2024")
    await officer.expect("№ 12 от 05.03.2024")
    await officer.photo(picture(3), "Акт № 12 от 5 марта 2024 г.")
    card = await officer.expect("📎 фото")
    assert card.text.count("№ 12 от 05.03.2024") == 1
    assert "⚠️" not in card.text
    [kept] = await world.kept_files(await world.report(METROLOGIST, 5))
    assert (kept.kind, kept.number, kept.form) == ("photo", "12", "Акт ввода в эксплуатацию")
    assert on_disk(world, picture(3))
    await officer.send("Акт №12 от 05.03.2024")  # told once more: it is there
    card = await officer.expect("📎 фото")
    assert card.text.count("№ 12 от 05.03.2024") == 1
    assert [e.id for e in await world.evidence(await world.report(METROLOGIST, 5))] == [kept.id]


async def test_an_unnamed_photo_of_a_typed_paper_answers_the_form_that_the_paper_did(world: World) -> None:
    phone = await world.join("Ерлан", ECONOMY)
    await at_row(phone, "Закуп персональных компьютеров")
    await phone.press("Документ")
    await phone.send("7 от 05.03.2024")
    await phone.expect("Договор № 7 от 05.03.2024")
    await phone.photo(picture(4), "№ 7 от 05.03.2024")
    card = await phone.expect("📎 фото")
    assert card.text.count("№ 7 от 05.03.2024") == 1
    [kept] = await world.evidence(await world.report(ECONOMY, 8))
    assert (kept.kind, kept.form) == ("photo", "Договор")


async def test_two_papers_of_one_number_and_day_stay_two(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("Акт №12 от 05.03.2024")
    await officer.expect("№ 12 от 05.03.2024")
    await officer.photo(picture(3), "Договор № 12 от 05.03.2024")
    await officer.expect("📎 фото")
    kept = await world.evidence(await world.report(METROLOGIST, 5))
    assert [(e.kind, e.form) for e in kept] == [("paper", "Акт ввода в эксплуатацию"), ("photo", "Договор")]


async def test_a_wrong_attachment_can_be_taken_off_again(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.document(b"%PDF-1.4 wrong\n%%EOF", "не то.pdf")
    await officer.expect("📎 не то.pdf")
    await officer.album([picture(1), picture(2), picture(3)])
    await officer.expect("Альбом: 3")
    await officer.press("Документ")
    await officer.press("Убрать: не то.pdf")
    card = await officer.expect("Альбом: 3")
    assert "не то.pdf" not in card.text
    await officer.press("Убрать: альбом")
    card = await officer.expect("пришлите № и дату")
    assert "Альбом" not in card.text
    assert await world.evidence(await world.report(METROLOGIST, 5)) == []
    assert [len(line.before["evidence"]) for line in await world.journal("detached") if line.before] == [
        3,
        1,
    ]  # newest first


async def test_who_sent_a_file_that_telegram_does_not_hand_out_is_told(
    world: World, officer: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> bytes:
        raise Refused("wrong file_id or the file is temporarily unavailable")

    monkeypatch.setattr("bot.intake.fetching.download", refuse)
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.photo(picture(40))
    told = await officer.expect("Пришлите его ещё раз")
    assert "холтер" in told.text.casefold()


async def test_one_person_cannot_fill_the_disk(world: World, officer: Phone) -> None:
    """What is refused says what to do; the same file again takes no more room, and what was typed is kept as ever."""
    first, second = picture(10), picture(20)
    world.app.deps.quota = Quota(a_day=len(first) + len(second) // 2)
    await officer.send("/report")
    await officer.photo(first)
    await officer.expect("📎")
    await officer.photo(second)
    card = await officer.expect("Файл не принят: за день один человек может прислать")
    assert "сфотографируйте документ" in card.text
    assert len(await world.evidence(await world.report(METROLOGIST, 5))) == 1
    await officer.press("Документ")
    await officer.send("12-ө от 05.03.2024")
    await officer.expect("№ 12-ө от 05.03.2024")
    assert not on_disk(world, second)
