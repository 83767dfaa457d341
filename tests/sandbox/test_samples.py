"""Files that lie ready on every phone, and that the page's own files are never stale."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import Running, create_app, serve
from sandbox.client.client import Phone, Sandbox, SandboxError
from tests.sandbox.botclient import BotClient

PLAN = "Құжат № 1.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PLAN).write_bytes(b"a plan")
    (tmp_path / "b.csv").write_bytes(b"1;2")
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "deep.csv").write_bytes(b"x")
    return tmp_path


@pytest.fixture
async def running(folder: Path) -> AsyncIterator[Running]:
    async with serve(create_app(samples=folder)) as sandbox:
        yield sandbox


async def send(phone: Phone, **body: Any) -> Any:
    return await phone.sandbox.request("POST", f"/sandbox/people/{phone.id}/messages", json=body)


async def test_the_files_of_the_folder_are_offered(sandbox: Sandbox) -> None:
    listed = await sandbox.request("GET", "/sandbox/samples")
    assert sorted(listed, key=lambda s: s["size"]) == [
        {"name": "b.csv", "size": 3},
        {"name": PLAN, "size": 6},
    ]


async def test_a_sample_reaches_the_bot_as_a_document(phone: Phone, bot: BotClient) -> None:
    (sent,) = await send(phone, sample=PLAN, caption="Вот план")
    assert sent["document"]["file_name"] == PLAN
    assert sent["caption"] == "Вот план"
    updates = await bot.ok("getUpdates")
    document = updates[-1]["message"]["document"]
    assert document["mime_type"].endswith("wordprocessingml.document")
    path = (await bot.ok("getFile", file_id=document["file_id"]))["file_path"]
    assert await bot.download(path) == (200, b"a plan")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"sample": "missing.docx"}, 404),
        ({"sample": ".hidden"}, 404),
        ({"sample": "inner/deep.csv"}, 404),
        ({"sample": "../" + PLAN}, 404),
        ({"sample": 1}, 400),
        ({"sample": PLAN, "text": "x"}, 400),
        ({"sample": PLAN, "caption": "x" * 1025}, 400),
    ],
)
async def test_nothing_else_can_be_sent_so(phone: Phone, body: dict[str, Any], status: int) -> None:
    with pytest.raises(SandboxError, match=f"→ {status}"):
        await send(phone, **body)


async def test_without_a_folder_there_are_none() -> None:
    async with serve(create_app()) as bare, Sandbox(bare.base_url) as people:
        assert await people.request("GET", "/sandbox/samples") == []


@pytest.mark.parametrize(
    ("path", "kept"),
    [("/", "no-store"), ("/page/js/main.js", "no-cache"), ("/page/css/base.css", "no-cache")],
)
async def test_no_browser_keeps_an_old_page(running: Running, path: str, kept: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(running.base_url + path) as answer:
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == kept
