"""Telegram's door without any library in between."""

from typing import Any

import aiohttp

Json = dict[str, Any]


class BotClient:
    """Calls methods of one bot and shows the answers as they are."""

    def __init__(self, base_url: str, token: str, session: aiohttp.ClientSession) -> None:
        self.base_url = base_url
        self.token = token
        self.session = session

    async def call(self, name: str, **values: Any) -> tuple[int, Json]:
        """One call with a JSON body; → (HTTP status, body)."""
        async with self.session.post(f"{self.base_url}/bot{self.token}/{name}", json=values) as answer:
            return answer.status, await answer.json()

    async def upload(self, name: str, files: dict[str, tuple[bytes, str]], **values: str) -> tuple[int, Json]:
        """One multipart call; `files` by field: (bytes, file name)."""
        form = aiohttp.FormData(quote_fields=False)
        for field, value in values.items():
            form.add_field(field, value)
        for field, (data, file_name) in files.items():
            form.add_field(field, data, filename=file_name, content_type="application/octet-stream")
        async with self.session.post(f"{self.base_url}/bot{self.token}/{name}", data=form) as answer:
            return answer.status, await answer.json()

    async def ok(self, name: str, **values: Any) -> Any:
        """The result of a call that must be taken."""
        status, body = await self.call(name, **values)
        if status != 200 or body["ok"] is not True:
            raise AssertionError(f"{name} was refused: {body}")
        return body["result"]

    async def refused(self, name: str, **values: Any) -> tuple[int, str]:
        """Code and words of a call that must be refused."""
        status, body = await self.call(name, **values)
        if status == 200 or body["ok"] is not False or body["error_code"] != status:
            raise AssertionError(f"{name} was not refused as it should be: {status} {body}")
        return status, body["description"]

    async def download(self, path: str) -> tuple[int, bytes]:
        """The bytes behind a path of getFile."""
        async with self.session.get(f"{self.base_url}/file/bot{self.token}/{path}") as answer:
            return answer.status, await answer.read()
