"""Every refusal that Telegram is known for, with its code and words."""

import json
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox import Running
from sandbox.client.client import Phone, Sandbox
from sandbox.world.clock import monotonic
from tests.sandbox.botclient import BotClient


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def tap(data: Any, text: Any = "x") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


TEXTS: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": "   \n"}, "text must be non-empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "ы" * 4097}, "message is too long"),
    ({"text": "😀" * 4097}, "message is too long"),
    ({"text": "a" * 32769}, "text is too long"),
    ({"text": "<b>" + "ы" * 16384 + "</b>", "parse_mode": "HTML"}, "text is too long"),
    (
        {"text": "<foo>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "foo" at byte offset 0',
    ),
    ({"text": "\\_", "parse_mode": "x"}, "unsupported parse_mode"),
    (
        {"text": "*x*", "parse_mode": "MarkdownV2"},
        "can't parse entities: the sandbox reads HTML only, not MarkdownV2",
    ),
    ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "x", "reply_to_message_id": 999}, "message to be replied not found"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ({"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
    ({"text": "x", "reply_markup": {"nothing": 1}}, "can't parse reply keyboard markup JSON object"),
]
BUTTONS: list[tuple[dict[str, Any], str]] = [
    (tap("a" * 65), "BUTTON_DATA_INVALID"),
    (tap("ы" * 33), "BUTTON_DATA_INVALID"),
    (tap(1), "BUTTON_DATA_INVALID"),
    (tap(""), "can't parse InlineKeyboardButton: Text buttons are not allowed in the inline keyboard"),
    ({"text": "x"}, "can't parse InlineKeyboardButton: Text buttons are not allowed in the inline keyboard"),
    (tap("a", " "), "can't parse InlineKeyboardButton: button text must be non-empty"),
    (tap("a", None), 'can\'t parse InlineKeyboardButton: Field "text" must be of type String'),
    (
        {"text": "x", "url": "no address"},
        "inline keyboard button URL 'no address' is invalid: Wrong HTTP URL",
    ),
    ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    (tap("a") | {"style": "link"}, "invalid button style specified"),
    (tap("a") | {"style": "Primary"}, "invalid button style specified"),
]


@pytest.mark.parametrize(("values", "words"), TEXTS)
async def test_texts(bot: BotClient, phone: Phone, values: dict[str, Any], words: str) -> None:
    assert await bot.refused("sendMessage", chat_id=phone.id, **values) == (400, f"Bad Request: {words}")
    assert [m for m in await phone.messages() if m.from_bot] == []


@pytest.mark.parametrize(("button", "words"), BUTTONS)
async def test_buttons(bot: BotClient, phone: Phone, button: dict[str, Any], words: str) -> None:
    values = {"chat_id": phone.id, "text": "x", "reply_markup": keyboard(button)}
    assert await bot.refused("sendMessage", **values) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    "values",
    [
        {"text": "ы" * 4096},
        {"text": "😀" * 4096},
        {"text": "<b>" + "a" * 4096 + "</b>" + " " * 20_000, "parse_mode": "HTML"},
        {"text": "x", "reply_markup": keyboard(tap("ы" * 32), tap("a"))},
        {"text": "x", "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
        {"text": "x", "reply_markup": {"inline_keyboard": []}},
    ],
)
async def test_what_just_fits_is_taken(bot: BotClient, phone: Phone, values: dict[str, Any]) -> None:
    sent = await bot.ok("sendMessage", chat_id=phone.id, **values)
    assert sent["text"].strip() == sent["text"] != ""


async def test_no_more_than_a_hundred_buttons(bot: BotClient, phone: Phone) -> None:
    hundred = [[tap(str(i))] for i in range(100)]
    await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup={"inline_keyboard": hundred})
    more = {"inline_keyboard": [*hundred, [tap("y")]]}
    refused = await bot.refused("sendMessage", chat_id=phone.id, text="x", reply_markup=more)
    assert refused == (400, "Bad Request: reply markup is too long")


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("sendPoll", {}),
        ("sendmessages", {}),
        ("forwardMessage", {"chat_id": 1}),
        ("", {}),
    ],
)
async def test_a_method_that_is_not_there(bot: BotClient, method: str, values: dict[str, Any]) -> None:
    assert await bot.refused(method, **values) == (404, "Not Found: method not found")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"message_thread_id": 1}, "sendMessage with message_thread_id"),
        (
            {"reply_markup": keyboard({"text": "x", "web_app": {"url": "https://a.kz"}})},
            "a button with web_app",
        ),
        ({"reply_parameters": {"message_id": 1, "quote": "x"}}, "reply_parameters with quote"),
        (
            {"entities": [{"type": "custom_emoji", "offset": 0, "length": 1}]},
            "an entity of type custom_emoji",
        ),
    ],
)
async def test_what_the_sandbox_lacks(
    bot: BotClient, phone: Phone, values: dict[str, Any], words: str
) -> None:
    refused = await bot.refused("sendMessage", chat_id=phone.id, text="x", **values)
    assert refused == (404, f"Not Found: {words} is not supported by the sandbox")


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("7000000001:another", "Unauthorized"),
        ("7000000002:sandbox-token", "Unauthorized"),
        ("nonsense", "Unauthorized: invalid token specified"),
        ("x:sandbox-token", "Unauthorized: invalid token specified"),
    ],
)
async def test_tokens(bot: BotClient, token: str, words: str) -> None:
    stranger = BotClient(bot.base_url, token, bot.session)
    assert await stranger.refused("getMe") == (401, words)
    assert (await stranger.download("documents/file_1.txt"))[0] == 401


async def test_method_names_are_read_without_case_and_by_get(bot: BotClient, running: Running) -> None:
    me = await bot.ok("GETME")
    assert (me["id"], me["is_bot"], me["username"]) == (7000000001, True, "orynda_sandbox_bot")
    async with bot.session.get(f"{running.base_url}/bot{running.token}/getme?x=") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("chat_id", [1, -100, "@somebody", "abc", 10**30])
async def test_chats_that_are_not_there(bot: BotClient, chat_id: Any) -> None:
    for method, values in [
        ("sendMessage", {"text": "x"}),
        ("getChat", {}),
        ("sendChatAction", {"action": "typing"}),
    ]:
        assert await bot.refused(method, chat_id=chat_id, **values) == (400, "Bad Request: chat not found")


async def test_a_bot_cannot_write_first(bot: BotClient, sandbox: Sandbox) -> None:
    silent = await sandbox.person("Молчун")
    assert await bot.refused("sendMessage", chat_id=silent.id, text="x") == (
        400,
        "Bad Request: chat not found",
    )
    assert await bot.refused("sendMessage", text="x") == (400, "Bad Request: chat_id is empty")
    await silent.start()
    await bot.ok("sendMessage", chat_id=silent.id, text="x")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"blocked": True}, "Forbidden: bot was blocked by the user"),
        ({"deactivated": True}, "Forbidden: user is deactivated"),
    ],
)
async def test_people_who_cannot_be_reached(
    bot: BotClient, phone: Phone, change: dict[str, bool], words: str
) -> None:
    sent = await bot.ok("sendMessage", chat_id=phone.id, text="x")
    await phone.change(**change)
    where = {"chat_id": phone.id, "message_id": sent["message_id"]}
    assert await bot.refused("sendMessage", chat_id=phone.id, text="x") == (403, words)
    assert await bot.refused("editMessageText", **where, text="y") == (403, words)
    assert await bot.refused("sendChatAction", chat_id=phone.id, action="typing") == (403, words)
    assert await bot.ok("deleteMessage", **where) is True


async def test_edits(bot: BotClient, phone: Phone) -> None:
    mine = (await phone.send("моё"))[0].id
    card = {"chat_id": phone.id, "text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": keyboard(tap("a"))}
    sent = await bot.ok("sendMessage", **card)
    same = (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message",
    )
    assert await bot.refused("editMessageText", message_id=sent["message_id"], **card) == same
    where = {"chat_id": phone.id, "message_id": sent["message_id"]}
    assert await bot.refused("editMessageReplyMarkup", **where, reply_markup=card["reply_markup"]) == same
    await bot.ok("editMessageText", **where, text="x", reply_markup=card["reply_markup"])  # no longer bold
    edited = await bot.ok("editMessageText", **where, text="x")
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    gone = {"chat_id": phone.id, "message_id": 999, "text": "x"}
    assert await bot.refused("editMessageText", **gone) == (400, "Bad Request: message to edit not found")
    not_own = {"chat_id": phone.id, "message_id": mine, "text": "x"}
    assert await bot.refused("editMessageText", **not_own) == (400, "Bad Request: message can't be edited")
    caption = await bot.refused("editMessageCaption", **where, caption="x")
    assert caption == (400, "Bad Request: there is no caption in the message to edit")


async def test_captions(bot: BotClient, phone: Phone) -> None:
    where = {"chat_id": str(phone.id)}
    files = {"document": (b"data", "Есеп.txt")}
    status, body = await bot.upload("sendDocument", files, **where, caption="ы" * 1025)
    assert (status, body["description"]) == (400, "Bad Request: message caption is too long")
    status, body = await bot.upload(
        "sendDocument", files, **where, caption=" <i>" + "ы" * 1024 + "</i>", parse_mode="html"
    )
    assert status == 200
    assert body["result"]["caption_entities"] == [{"offset": 0, "length": 1024, "type": "italic"}]
    assert body["result"]["document"]["file_name"] == "Есеп.txt"
    shown = {"chat_id": phone.id, "message_id": body["result"]["message_id"]}
    text = await bot.refused("editMessageText", **shown, text="x")
    assert text == (400, "Bad Request: there is no text in the message to edit")
    edited = await bot.ok("editMessageCaption", **shown, caption="новая")
    assert edited["caption"] == "новая"
    assert "caption_entities" not in edited
    assert "caption" not in await bot.ok("editMessageCaption", **shown)


async def test_deletions(bot: BotClient, phone: Phone, sandbox: Sandbox) -> None:
    theirs = (await phone.send("удалите"))[0].id
    old = (await bot.ok("sendMessage", chat_id=phone.id, text="old"))["message_id"]
    assert await bot.ok("deleteMessage", chat_id=phone.id, message_id=theirs) is True
    gone = await bot.refused("deleteMessage", chat_id=phone.id, message_id=theirs)
    assert gone == (400, "Bad Request: message to delete not found")
    await sandbox.request("POST", "/sandbox/clock", json={"by": 48 * 3600})
    late = await bot.refused("deleteMessage", chat_id=phone.id, message_id=old)
    assert late == (400, "Bad Request: message can't be deleted")
    new = (await bot.ok("sendMessage", chat_id=phone.id, text="new"))["message_id"]
    assert await bot.ok("deleteMessages", chat_id=phone.id, message_ids=[old, new, theirs]) is True
    left = [m.id for m in await phone.messages()]
    assert old in left
    assert new not in left
    await bot.ok("editMessageText", chat_id=phone.id, message_id=old, text="edited at any age")
    ids = list(range(1, 102))
    assert (await bot.refused("deleteMessages", chat_id=phone.id, message_ids=ids))[0] == 400


async def test_answers_to_taps(bot: BotClient, phone: Phone) -> None:
    await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup=keyboard(tap("a")))
    await phone.press("x", wait=0.1)
    query = (await bot.ok("getUpdates", offset=-1))[0]["callback_query"]
    assert query["message"]["text"] == "x"
    too_old = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    long = await bot.refused("answerCallbackQuery", callback_query_id=query["id"], text="ы" * 201)
    assert long == (400, "Bad Request: MESSAGE_TOO_LONG")
    assert await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="Записано") is True
    assert await bot.refused("answerCallbackQuery", callback_query_id=query["id"]) == too_old
    assert await bot.refused("answerCallbackQuery", callback_query_id="1") == too_old


async def test_a_tap_is_too_old_after_fifteen_seconds(
    bot: BotClient, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup=keyboard(tap("a")))
    for seconds, status in [(14.0, 200), (15.5, 400)]:
        await phone.press("x", wait=0.0)
        query = (await bot.ok("getUpdates", offset=-1))[0]["callback_query"]
        with monkeypatch.context() as later:
            later.setattr("sandbox.world.callbacks.monotonic", lambda ahead=seconds: monotonic() + ahead)
            assert (await bot.call("answerCallbackQuery", callback_query_id=query["id"]))[0] == status


async def test_files_that_are_too_big_or_unknown(bot: BotClient, phone: Phone) -> None:
    await phone.document(b"x" * (20 << 20), "20.bin")
    await phone.document(b"x" * ((20 << 20) + 1), "20+.bin")
    fits, over = [u["message"]["document"] for u in (await bot.ok("getUpdates"))[1:]]
    path = (await bot.ok("getFile", file_id=fits["file_id"]))["file_path"]
    assert len((await bot.download(path))[1]) == 20 << 20
    assert await bot.refused("getFile", file_id=over["file_id"]) == (400, "Bad Request: file is too big")
    wrong = (400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    assert await bot.refused("getFile", file_id="AgACno") == wrong
    assert (await bot.download("documents/file_0.txt"))[0] == 404


@pytest.mark.parametrize("size", [(50 << 20) + 1, (51 << 20)])
async def test_uploads_over_fifty_megabytes(bot: BotClient, phone: Phone, size: int) -> None:
    status, body = await bot.upload(
        "sendDocument", {"document": (b"x" * size, "a.bin")}, chat_id=str(phone.id)
    )
    assert (status, body["description"]) == (413, "Request Entity Too Large")
    assert body["error_code"] == 413


def png(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (png(6000, 4001), "PHOTO_INVALID_DIMENSIONS"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (b"x" * ((10 << 20) + 1), "file is too big"),
    ],
)
async def test_pictures_that_are_none(bot: BotClient, phone: Phone, data: bytes, words: str) -> None:
    status, body = await bot.upload("sendPhoto", {"photo": (data, "p.png")}, chat_id=str(phone.id))
    assert (status, body["description"]) == (400, f"Bad Request: {words}")


async def test_files_by_id(bot: BotClient, phone: Phone) -> None:
    await phone.document(b"data", "a.txt")
    document = (await bot.ok("getUpdates", offset=-1))[0]["message"]["document"]
    again = await bot.ok("sendDocument", chat_id=phone.id, document=document["file_id"])
    assert again["document"] == document
    wrong_kind = await bot.refused("sendPhoto", chat_id=phone.id, photo=document["file_id"])
    assert wrong_kind == (400, "Bad Request: can't use file of type Document as Photo")
    unknown = await bot.refused("sendDocument", chat_id=phone.id, document="AgAC")
    assert unknown == (400, "Bad Request: wrong file identifier/HTTP URL specified")
    outside = await bot.refused("sendDocument", chat_id=phone.id, document="https://example.kz/a.pdf")
    assert outside == (400, "Bad Request: failed to get HTTP URL content")
    nothing = await bot.refused("sendDocument", chat_id=phone.id)
    assert nothing == (400, "Bad Request: there is no document in the request")


@pytest.mark.parametrize(
    ("media", "status"),
    [
        ([], 400),
        ([{"type": "document", "media": "attach://a"}], 400),
        ([{"type": "document", "media": "attach://a"}] * 11, 400),
        (
            [{"type": "document", "media": "attach://a"}, {"type": "document", "media": "attach://nothing"}],
            400,
        ),
        ([{"type": "video", "media": "attach://a"}] * 2, 404),
        ([{"type": "document", "media": "attach://a"}] * 2, 200),
    ],
)
async def test_albums(bot: BotClient, phone: Phone, media: list[dict[str, str]], status: int) -> None:
    values = {"chat_id": str(phone.id), "media": json.dumps(media)}
    got, body = await bot.upload("sendMediaGroup", {"a": (b"data", "a.txt")}, **values)
    assert got == status, body


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Help", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "помощь", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "h" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "help", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "help", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{i}", "description": "x"} for i in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_command_menus(bot: BotClient, commands: list[dict[str, str]], words: str) -> None:
    assert await bot.refused("setMyCommands", commands=commands) == (400, f"Bad Request: {words}")


async def test_bodies_of_every_kind(bot: BotClient, phone: Phone) -> None:
    url = f"{bot.base_url}/bot{bot.token}/sendMessage"
    values = {"chat_id": str(phone.id), "text": "Қазақша & <тест>"}
    multipart = aiohttp.FormData(values, default_to_multipart=True)
    for options in ({"data": values}, {"json": values}, {"params": values}, {"data": multipart}):
        async with bot.session.post(url, **options) as answer:
            assert (await answer.json())["result"]["text"] == values["text"]
    async with bot.session.post(url, data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
    surrogate = b'{"chat_id": %d, "text": "\\ud800"}' % phone.id
    async with bot.session.post(url, data=surrogate, headers={"Content-Type": "application/json"}) as answer:
        assert (await answer.json())["description"] == "Bad Request: strings must be encoded in UTF-8"
