"""The people's door: what a phone can do, what the page is told, and the client's waiting."""

import ast
import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from sandbox import Running
from sandbox.client.client import Answer, Phone, Sandbox, SandboxError
from tests.sandbox.botclient import BotClient

ROOMS = {"bot", "core", "documents", "handlers", "locales", "reminders", "storage", "bench", "tests"}


def buttons(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": f"do:{label}"}] for label in labels]}


def test_the_sandbox_stands_alone() -> None:
    folder = Path(__file__).parents[2] / "sandbox"
    modules = sorted(folder.rglob("*.py"))
    assert len(modules) > 20
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            strange = [n for n in names if n.split(".")[0] in ROOMS | {"telegram"}]
            assert strange == [], f"{module.name} imports {strange}"


async def test_people_and_their_chats(sandbox: Sandbox, running: Running) -> None:
    one = await sandbox.person("Айгуль", last_name="С", username="aigul", language="kk")
    two = await sandbox.person("Ерлан")
    assert one.id != two.id > 10**9
    state = await sandbox.state()
    assert state["people"][0] == {
        "id": one.id,
        "first_name": "Айгуль",
        "last_name": "С",
        "username": "aigul",
        "language": "kk",
        "blocked": False,
        "deactivated": False,
        "note": None,
    }
    sent = await one.send("/start@orynda_sandbox_bot раз")
    assert sent[0].raw["from"] | {"id": 0} == {
        "id": 0, "is_bot": False, "first_name": "Айгуль", "last_name": "С", "username": "aigul", "language_code": "kk",
    }  # fmt: skip
    assert sent[0].raw["chat"]["type"] == "private"
    assert [m.id for m in await one.send("я" * 5000)] == [2, 3]
    assert [m.id for m in await two.send("свои номера")] == [1]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("people", {}, 400),
        ("people", {"first_name": 1}, 400),
        ("people", {"first_name": "x", "strange": "y"}, 400),
        ("people/1/messages", {"text": "x"}, 404),
        ("people/{id}/messages", {"text": "  "}, 400),
        ("people/{id}/messages", {"text": "x", "reply_to_message_id": 99}, 409),
        ("people/{id}/start", {"payload": "не то"}, 400),
        ("people/{id}/start", {"payload": "x" * 65}, 400),
        ("people/{id}/press", {"message_id": 99, "data": "x"}, 409),
        ("people/{id}/press", {"message_id": 1, "text": "x"}, 409),
        ("people/{id}/press", {"message_id": 1, "row": 0, "column": 0}, 409),
        ("clock/subscribers", {"url": "file:///x"}, 400),
    ],
)
async def test_what_a_phone_cannot_do(
    sandbox: Sandbox, phone: Phone, path: str, body: dict[str, Any], status: int
) -> None:
    with pytest.raises(SandboxError, match=f"→ {status} "):
        await sandbox.request("POST", f"/sandbox/{path.format(id=phone.id)}", json=body)


async def test_who_has_blocked_the_bot_writes_nothing_until_start(phone: Phone) -> None:
    await phone.change(blocked=True)
    with pytest.raises(SandboxError, match="409"):
        await phone.send("x")
    await phone.start("снова".encode().hex())
    await phone.change(deactivated=True)
    with pytest.raises(SandboxError, match="409"):
        await phone.start()


async def test_taps_and_their_answers(bot: BotClient, phone: Phone) -> None:
    await bot.ok("sendMessage", chat_id=phone.id, text="old", reply_markup=buttons("Да", "Нет"))
    new = await bot.ok("sendMessage", chat_id=phone.id, text="new", reply_markup=buttons("Да, это я", "Да"))
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1

    async def answer(text: str, alert: bool) -> dict[str, Any]:
        update: dict[str, Any] = (await bot.ok("getUpdates", offset=after, timeout=5))[-1]
        query = update["callback_query"]
        await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert)
        return query  # type: ignore[no-any-return]

    answering = asyncio.create_task(answer("Записано", True))
    assert await phone.press("Да") == Answer(True, "Записано", True)
    query = await answering
    assert (query["data"], query["message"]["message_id"]) == ("do:Да", new["message_id"])
    assert query["from"]["id"] == phone.id
    assert await phone.press("Нет", wait=0.05) == Answer(answered=False)
    with pytest.raises(SandboxError, match=r"there is no button 'Может' in 0.05 s\n[\s\S]*\[Да, это я\]"):
        await phone.press("Может", wait=0.05)
    await phone.press_data(new["message_id"], "forged", forge=True, wait=0)
    assert (await bot.ok("getUpdates", offset=-1))[0]["callback_query"]["data"] == "forged"
    with pytest.raises(SandboxError, match="409"):
        await phone.press_data(new["message_id"], "not there")


async def test_links_and_texts_to_copy_are_not_told_to_the_bot(bot: BotClient, phone: Phone) -> None:
    link = {"text": "Открыть", "url": "https://a.kz/"}
    await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup={"inline_keyboard": [[link]]})
    assert await phone.press("Открыть") == Answer(answered=False, url="https://a.kz/")
    assert len(await bot.ok("getUpdates")) == 1


async def test_reply_keyboards(bot: BotClient, phone: Phone) -> None:
    keyboard = {"keyboard": [[{"text": "Отчёт"}]], "resize_keyboard": True}
    sent = await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup=keyboard)
    assert "reply_markup" not in sent
    await phone.press("Отчёт")
    assert phone.keyboard == keyboard
    assert (await bot.ok("getUpdates", offset=-1))[0]["message"]["text"] == "Отчёт"
    await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup={"remove_keyboard": True})
    await phone.messages()
    assert phone.keyboard is None


async def test_files_keep_their_names_and_bytes(bot: BotClient, phone: Phone) -> None:
    name = "Приказ «О плане» № 12-ө.pdf"
    sent = await phone.document(b"%PDF", name, caption="12-ө от 05.03.2024", mime="application/pdf")
    document = (await bot.ok("getUpdates", offset=-1))[0]["message"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        name,
        "application/pdf",
        4,
    )
    assert await phone.download(sent[0]) == b"%PDF"
    album = await phone.album([(b"1", "1.txt"), (b"2", "2.txt")], caption="два", kind="document")
    assert [m.text for m in album] == ["два", ""]
    assert album[0].raw["media_group_id"] == album[1].raw["media_group_id"]
    with pytest.raises(SandboxError, match="IMAGE_PROCESS_FAILED"):
        await phone.photo(b"no picture")


async def test_a_page_of_an_album_may_come_late(phone: Phone) -> None:
    first, _ = await phone.album([b"one", b"two"], kind="document")
    album = first.raw["media_group_id"]
    await phone.send("дальше")
    [late] = await phone.late_page(album, b"three", kind="document")
    assert late.raw["media_group_id"] == album
    with pytest.raises(SandboxError, match="no such album"):
        await phone.late_page("1", b"three", kind="document")


async def test_what_a_phone_cannot_send(phone: Phone) -> None:
    with pytest.raises(SandboxError, match="one at a time"):
        await phone.album([b"a", b"b"], kind="voice")
    with pytest.raises(SandboxError, match="no caption"):
        await phone.album([b"a"], caption="нет", kind="video_note")
    with pytest.raises(SandboxError, match="kind must be photo, document, voice"):
        await phone.album([b"a"], kind="sticker")
    with pytest.raises(SandboxError, match="no such place"):
        await phone.place(91, 0)
    [place] = await phone.place(43, 76.9)
    [voice] = await phone.voice(b"OggS")
    assert place.raw["location"] == {"latitude": 43.0, "longitude": 76.9}
    assert await phone.download(voice) == b"OggS"
    shown = await phone.transcript()
    assert "<place 43.0, 76.9>" in shown
    assert "<voice>" in shown


async def test_expect_counts_what_came_since_the_last_action(bot: BotClient, phone: Phone) -> None:
    sent = await bot.ok("sendMessage", chat_id=phone.id, text="Карточка 1")
    await phone.expect("Карточка")
    await phone.send("дальше")
    with pytest.raises(SandboxError, match=r"no message with 'Карточка' came in 0.05 s[\s\S]*ever=True"):
        await phone.expect("Карточка", 0.05)
    assert (await phone.expect("Карточка", 0.05, ever=True)).id == sent["message_id"]
    waiting = asyncio.create_task(phone.expect("Карточка 2"))
    await asyncio.sleep(0.05)
    await bot.ok("editMessageText", chat_id=phone.id, message_id=sent["message_id"], text="Карточка 2")
    shown = await asyncio.wait_for(waiting, 1)
    assert (shown.id, shown.edited) == (sent["message_id"], True)
    assert [m.text for m in await phone.settled(0.05)] == ["/start", "Карточка 2", "дальше"]
    await bot.ok("deleteMessage", chat_id=phone.id, message_id=sent["message_id"])
    await phone.expect_gone(shown)
    with pytest.raises(SandboxError, match="the bot has said nothing"):
        await phone.last()


async def test_a_chat_can_be_followed_by_revisions(bot: BotClient, sandbox: Sandbox, phone: Phone) -> None:
    async def changes(after: int, wait: float = 0) -> dict[str, Any]:
        query = {"after": str(after), "wait": str(wait)}
        got: dict[str, Any] = await sandbox.request("GET", f"/sandbox/people/{phone.id}/chat", params=query)
        return got

    before = (await changes(0))["revision"]
    a, b = [(await bot.ok("sendMessage", chat_id=phone.id, text=t))["message_id"] for t in "ab"]
    await bot.ok("deleteMessage", chat_id=phone.id, message_id=a)
    got = await changes(before)
    assert ([m["message_id"] for m in got["messages"]], got["deleted"]) == ([b], [a])
    nothing = await changes(got["revision"], wait=0.05)
    assert (nothing["messages"], nothing["revision"]) == ([], got["revision"])


async def test_events_tell_what_happens(
    bot: BotClient, phone: Phone, sandbox: Sandbox, running: Running
) -> None:
    seen: list[dict[str, Any]] = []

    async def listen() -> None:
        async with bot.session.get(f"{running.base_url}/sandbox/events") as stream:
            assert stream.content_type == "text/event-stream"
            async for line in stream.content:
                kind, _, data = line.partition(b": ")
                seen.extend([json.loads(data)] if kind == b"data" else [])

    listening = asyncio.create_task(listen())
    await asyncio.sleep(0.1)
    sent = await bot.ok("sendMessage", chat_id=phone.id, text="x", reply_markup=buttons("Да"))
    await bot.ok("sendChatAction", chat_id=phone.id, action="typing")
    await bot.ok(
        "editMessageText",
        chat_id=phone.id,
        message_id=sent["message_id"],
        text="y",
        reply_markup=buttons("Да"),
    )
    await phone.press("Да", wait=0)
    query = (await bot.ok("getUpdates", offset=-1))[0]["callback_query"]
    await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="Записано")
    await bot.ok("deleteMessage", chat_id=phone.id, message_id=sent["message_id"])
    await bot.ok("setMyCommands", commands=[{"command": "help", "description": "x"}])
    await phone.change(first_name="Гуля")
    await sandbox.request("POST", "/sandbox/clock", json={"by": 60})
    await asyncio.sleep(0.1)
    kinds = [event["type"] for event in seen]
    assert kinds == ["message", "typing", "edited", "toast", "deleted", "commands", "person", "clock"]
    assert seen[0]["message"]["text"] == "x"
    assert seen[3] == {"type": "toast", "person_id": phone.id, "text": "Записано", "show_alert": False}
    assert seen[6]["person"]["first_name"] == "Гуля"
    listening.cancel()


async def test_the_page_is_served(bot: BotClient, running: Running) -> None:
    async with bot.session.get(f"{running.base_url}/") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
    async with bot.session.get(URL(f"{running.base_url}/page/%2e%2e/server.py", encoded=True)) as answer:
        assert answer.status == 404
