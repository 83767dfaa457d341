"""The bot's HTTP: Cyrillic file names, big files, many calls at once, lost connections, an orderly end."""

import asyncio
import time

import httpx
import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.sending.sender import was_never_sent
from bot.sending.transport import build_bot, seconds_of
from bot.settings import Settings, SettingsError
from sandbox.client.client import Phone, Sandbox


@pytest.mark.parametrize(
    "name",
    ["План мероприятий 2024 (1).xlsx", "Есеп «І тоқсан».docx", "План «Здоровье» — 2024.pdf", "report.pdf"],
)
async def test_a_file_keeps_its_name_and_bytes(bot: Bot, phone: Phone, name: str) -> None:
    content = bytes(range(256)) * 40
    sent = await bot.send_document(phone.id, InputFile(content, filename=name), caption="Отчёт")
    assert sent.document is not None
    assert sent.document.file_name == name
    received = await phone.expect_file(name)
    assert await phone.download(received) == content


async def test_a_file_that_a_person_sent_is_fetched_whole(bot: Bot, phone: Phone) -> None:
    content = bytes(range(256)) * 8192  # 2 MiB, more than one chunk
    message = (await phone.document(content, "Акт ввода.pdf"))[0]
    file = await bot.get_file(message.raw["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == content


async def test_many_calls_at_once(bot: Bot, phone: Phone, sandbox: Sandbox) -> None:
    await sandbox.limits(False)
    await asyncio.gather(*(bot.send_message(phone.id, str(n)) for n in range(150)))
    shown = [m.text for m in await phone.messages() if m.from_bot]
    assert sorted(shown, key=int) == [str(n) for n in range(150)]


async def test_a_call_on_a_lost_connection_may_have_been_done(
    bot: Bot, phone: Phone, sandbox: Sandbox
) -> None:
    await sandbox.fault("drop", "sendMessage", times=1, after=True)
    with pytest.raises(TimedOut) as lost:
        await bot.send_message(phone.id, "there all the same")
    assert not was_never_sent(lost.value)
    await phone.expect("there all the same", ever=True)


async def test_a_call_without_a_connection_was_surely_not_done() -> None:
    settings = Settings(_env_file=None, token="7:x", api_url="http://127.0.0.1:1")
    bot = build_bot(settings)
    with pytest.raises(TimedOut) as refused:
        await bot.send_message(1, "nobody listens")
    assert was_never_sent(refused.value)
    await bot.request.shutdown()


async def test_shutting_down_closes_the_connections(settings: Settings) -> None:
    bot = build_bot(settings)
    await bot.initialize()
    await bot.shutdown()
    with pytest.raises(NetworkError, match="not initialized"):
        await bot.get_me()


async def test_a_proxy_of_the_environment_is_used_but_not_on_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "localhost")
    bot = build_bot(Settings(_env_file=None, token="7:x", api_url="http://api.example"))
    began = time.monotonic()
    with pytest.raises(TimedOut) as refused:
        await bot.get_me()
    assert "127.0.0.1:1" in str(refused.value.__cause__)
    assert time.monotonic() - began < 5
    await bot.request.shutdown()


def test_no_bot_without_a_token() -> None:
    with pytest.raises(SettingsError, match="ORYNDA_TOKEN"):
        build_bot(Settings(_env_file=None))


def test_seconds_to_wait() -> None:
    assert seconds_of(RetryAfter(3)) == 3.0


def test_httpx_keeps_the_transport_it_is_given() -> None:
    """Were this to change, all calls would fall back to the slow transport without a word."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    assert httpx.AsyncClient(transport=transport)._transport is transport
