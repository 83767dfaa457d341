"""python-telegram-bot itself as the client, over the transport that the bot uses."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from httpx_aiohttp import AiohttpTransport
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    Update,
)
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Markup
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes
from telegram.request import HTTPXRequest

from sandbox import Running
from sandbox.client.client import Phone, Sandbox


def picture(width: int = 1600, height: int = 900) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def request() -> HTTPXRequest:
    return HTTPXRequest(httpx_kwargs={"transport": AiohttpTransport()})


@pytest.fixture
async def ptb(running: Running) -> AsyncIterator[Bot]:
    async with Bot(
        running.token,
        base_url=f"{running.base_url}/bot",
        base_file_url=f"{running.base_url}/file/bot",
        request=request(),
        get_updates_request=request(),
    ) as bot:
        yield bot


async def test_a_message_and_its_edit_and_deletion(ptb: Bot, phone: Phone) -> None:
    keyboard = Markup(
        [
            [Button("✅ Исполнено: 6 000,0", callback_data="ok:1", style="success")],
            [Button("☰", callback_data="l")],
        ]
    )
    sent = await ptb.send_message(
        phone.id, "<b>План</b> &amp; факт 😀 <i>ы</i>", "HTML", reply_markup=keyboard
    )
    assert sent.parse_entities() == {sent.entities[0]: "План", sent.entities[1]: "ы"}
    card = await phone.expect("План & факт")
    assert card.buttons == [["✅ Исполнено: 6 000,0"], ["☰"]]
    assert (card.style("Исполнено"), card.style("☰")) == ("success", None)
    edited = await ptb.edit_message_text("Готово", phone.id, sent.message_id)
    assert isinstance(edited, type(sent))
    assert (await phone.expect("Готово")).buttons == []
    with pytest.raises(BadRequest, match="(?i)message is not modified"):
        await ptb.edit_message_text("Готово", phone.id, sent.message_id)
    assert await ptb.delete_message(phone.id, sent.message_id)
    await phone.expect_gone(sent.message_id)


async def test_updates_carry_what_people_do(ptb: Bot, phone: Phone) -> None:
    await phone.send("5,8 млн")
    updates = await ptb.get_updates(timeout=1)
    assert [u.message.text for u in updates if u.message] == ["/start", "5,8 млн"]
    user = updates[0].effective_user
    assert user is not None
    assert (user.id, user.language_code, user.full_name) == (phone.id, "ru", "Айгуль Сейткали")
    assert updates[0].message is not None
    assert [e.type for e in updates[0].message.entities] == ["bot_command"]
    assert await ptb.get_updates(offset=updates[-1].update_id + 1, timeout=0) == ()


async def test_cyrillic_file_names_survive(ptb: Bot, phone: Phone) -> None:
    names = ["Сводка I квартал.xlsx", "Есеп «әіңғүұқөһ».docx"]
    for name in names:
        await ptb.send_document(phone.id, InputFile(b"data", filename=name), caption="файл")
        shown = await phone.last()
        assert shown.raw["document"]["file_name"] == name
        assert await phone.download(shown) == b"data"


async def test_files_of_people_are_fetched(ptb: Bot, phone: Phone) -> None:
    await phone.photo(picture(), caption="Акт")
    await phone.document(b"%PDF-1.4", "Приказ № 12.pdf")
    _, photo, document = [u.message for u in await ptb.get_updates(timeout=1)]
    assert photo is not None
    assert document is not None
    assert photo.caption == "Акт"
    assert [max(p.width, p.height) for p in photo.photo] == [90, 320, 800, 1280, 1600]
    whole = await (await photo.photo[-1].get_file()).download_as_bytearray()
    assert bytes(whole) == picture()
    small = await (await photo.photo[1].get_file()).download_as_bytearray()
    assert Image.open(BytesIO(small)).size == (320, 180)
    assert document.document is not None
    assert document.document.file_name == "Приказ № 12.pdf"
    assert document.document.mime_type == "application/octet-stream"
    assert bytes(await (await document.document.get_file()).download_as_bytearray()) == b"%PDF-1.4"


async def test_sounds_films_and_places_of_people(ptb: Bot, phone: Phone) -> None:
    await phone.voice(b"OggS word", caption="Сделано")
    await phone.video(b"film", name="кабинет.mp4")
    await phone.video_note(b"round film")
    await phone.place(51.128207, 71.43042)
    found = [u.message for u in (await ptb.get_updates(timeout=1))[1:]]
    voice, film, note, place = found
    assert voice is not None
    assert film is not None
    assert note is not None
    assert place is not None
    assert voice.voice is not None
    assert (voice.caption, voice.voice.mime_type, voice.voice.file_size) == ("Сделано", "audio/ogg", 9)
    assert bytes(await (await voice.voice.get_file()).download_as_bytearray()) == b"OggS word"
    assert film.video is not None
    assert film.video.file_name == "кабинет.mp4"
    assert bytes(await (await film.video.get_file()).download_as_bytearray()) == b"film"
    assert note.video_note is not None
    assert bytes(await (await note.video_note.get_file()).download_as_bytearray()) == b"round film"
    assert place.location is not None
    assert (place.location.latitude, place.location.longitude) == (51.128207, 71.43042)


async def test_the_same_file_is_known_again(ptb: Bot, phone: Phone) -> None:
    for content in (b"%PDF one", b"%PDF one", b"%PDF two"):
        await phone.document(content, "акт.pdf")
    await phone.voice(b"%PDF one")
    files = [u.message.effective_attachment for u in (await ptb.get_updates(timeout=1))[1:] if u.message]
    unique = [f.file_unique_id for f in files]  # type: ignore[union-attr]
    assert unique[0] == unique[1]
    assert len(set(unique)) == 3
    assert len({f.file_id for f in files}) == 4  # type: ignore[union-attr]


async def test_albums_both_ways(ptb: Bot, phone: Phone) -> None:
    await phone.album([picture(10, 10), picture(20, 20)], caption="Два листа")
    first, second = [u.message for u in (await ptb.get_updates(timeout=1))[1:]]
    assert first is not None
    assert second is not None
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.caption) == ("Два листа", None)
    sent = await ptb.send_media_group(
        phone.id,
        [InputMediaPhoto(picture(), caption="<b>x</b>", parse_mode="HTML"), InputMediaPhoto(second.photo[0])],
    )
    assert len({m.media_group_id for m in sent}) == 1
    assert sent[0].caption_entities[0].type == "bold"
    assert sent[1].photo[0].file_unique_id == second.photo[0].file_unique_id
    mixed: list[InputMediaPhoto | InputMediaDocument] = [
        InputMediaPhoto(picture()),
        InputMediaDocument(b"x", filename="x.txt"),
    ]
    with pytest.raises(BadRequest, match="(?i)document can't be mixed with other media types"):
        await ptb.send_media_group(phone.id, mixed)


@pytest.mark.filterwarnings("ignore:.*retry_after")  # it will be a timedelta one day
async def test_refusals_become_the_librarys_errors(ptb: Bot, phone: Phone, sandbox: Sandbox) -> None:
    with pytest.raises(BadRequest, match="(?i)chat not found"):
        await ptb.send_message(1, "x")
    await sandbox.fault("flood", "sendMessage", times=1, retry_after=7)
    with pytest.raises(RetryAfter) as flood:
        await ptb.send_message(phone.id, "x")
    assert int(str(flood.value.retry_after).split(":")[-1]) == 7
    await sandbox.fault("error", "sendMessage", times=1, status=502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await ptb.send_message(phone.id, "x")
    await phone.change(blocked=True)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(phone.id, "x")
    await phone.change(blocked=False, deactivated=True)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await ptb.send_message(phone.id, "x")


async def test_a_wrong_token_is_refused(running: Running) -> None:
    bot = Bot("7000000001:another-token", base_url=f"{running.base_url}/bot", request=request())
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_a_dropped_connection_is_a_network_error(ptb: Bot, phone: Phone, sandbox: Sandbox) -> None:
    await sandbox.fault("drop", "sendMessage", times=1)
    with pytest.raises(NetworkError):
        await ptb.send_message(phone.id, "never")
    await sandbox.fault("drop", "sendMessage", times=1, after=True)
    with pytest.raises(NetworkError):
        await ptb.send_message(phone.id, "once")
    assert [m.text for m in await phone.messages() if m.from_bot] == ["once"]
    await sandbox.fault("delay", "sendMessage", times=1, seconds=0.5)
    with pytest.raises(TimedOut):
        await ptb.send_message(phone.id, "late", read_timeout=0.1)


async def test_two_polls_at_once_conflict(running: Running, ptb: Bot, phone: Phone) -> None:
    updates = await ptb.get_updates(timeout=1)
    after = updates[-1].update_id + 1
    old = asyncio.create_task(ptb.get_updates(offset=after, timeout=20))
    await asyncio.sleep(0.2)
    new = asyncio.create_task(ptb.get_updates(offset=after, timeout=20))
    with pytest.raises(Conflict, match="(?i)terminated by other getUpdates request"):
        await old
    await phone.send("привет")
    assert [u.message.text for u in await new if u.message] == ["привет"]


async def test_commands_by_scope_and_language(ptb: Bot, phone: Phone) -> None:
    await ptb.set_my_commands([BotCommand("help", "Help")])
    await ptb.set_my_commands([BotCommand("help", "Помощь")], language_code="ru")
    await ptb.set_my_commands([BotCommand("report", "Отчёт")], scope=BotCommandScopeChat(phone.id))
    assert [c["description"] for c in await phone.menu()] == ["Отчёт"]
    assert (await ptb.get_my_commands(language_code="ru"))[0].description == "Помощь"
    await ptb.delete_my_commands(scope=BotCommandScopeChat(phone.id))
    assert [c["description"] for c in await phone.menu()] == ["Помощь"]
    await phone.change(language="kk")
    assert [c["description"] for c in await phone.menu()] == ["Help"]


async def test_a_whole_application_polls_and_answers(running: Running, sandbox: Sandbox) -> None:
    async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        assert context.args is not None
        await update.message.reply_html(
            f"Вас приглашают: <b>{context.args[0]}</b>",
            reply_markup=Markup(
                [[Button("Да, это я", callback_data="yes"), Button("Нет", callback_data="no")]]
            ),
            do_quote=True,
        )

    async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer(f"Записано: {query.data}")
        await query.edit_message_text("Добро пожаловать")

    app = (
        ApplicationBuilder()
        .token(running.token)
        .base_url(f"{running.base_url}/bot")
        .request(request())
        .get_updates_request(request())
        .build()
    )
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(tapped))
    assert app.updater is not None
    async with app:
        await app.start()
        await app.updater.start_polling()
        phone = await sandbox.person("Метролог")
        await phone.start("abc_123")
        invitation = await phone.expect("приглашают: abc_123")
        assert invitation.raw["reply_to_message"]["text"] == "/start abc_123"
        answer = await phone.press("Да")
        assert (answer.answered, answer.toast) == (True, "Записано: yes")
        assert (await phone.expect("Добро пожаловать")).id == invitation.id
        await app.updater.stop()
        await app.stop()
