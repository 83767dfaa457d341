"""One call's parameters, however they came: query, form, multipart or JSON; values and uploaded files."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from sandbox.errors import bad_request, too_large

UPLOAD_LIMIT = 50 << 20  # bytes
FORM_OVERHEAD = 64 << 10


@dataclass
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    data: bytes


@dataclass
class Params:
    """Values by name (strings, or what JSON held) and files by field name."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A string; numbers and truth values of a JSON body are written as Telegram reads them."""
        value = self.values.get(name)
        if value is None:
            return default
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error
        return text

    def integer(self, name: str, default: int = 0, low: int = -(1 << 53), high: int = 1 << 53) -> int:
        """An integer held within bounds; what is none counts as the default, as Telegram does it."""
        try:
            value = int(self.text(name, str(default)).strip())
        except ValueError:
            value = default
        return max(low, min(high, value))

    def flag(self, name: str) -> bool:
        """True for `true`, `yes` and `1`."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        """The JSON value of a parameter, None where it is absent or empty."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error


async def read_params(request: Request) -> Params:
    """Reads a request; raises 413 for more than 50 MB and 400 for JSON that is none."""
    params = Params(dict(request.query_params))
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if int(request.headers.get("content-length") or 0) > UPLOAD_LIMIT + FORM_OVERHEAD:
        async for _ in request.stream():
            pass  # read to the end, so that the client is listening when the answer comes
        raise too_large()
    if kind == "multipart/form-data":
        await _read_multipart(request, params)
    elif kind == "application/json":
        params.values.update(_read_json(await request.body()))
    else:
        body = (await request.body()).decode("utf-8", "replace")
        params.values.update(parse_qsl(body, keep_blank_values=True))
    return params


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse request body as JSON object") from error
    if not isinstance(values, dict):
        raise bad_request("can't parse request body as JSON object")
    return values


async def _read_multipart(request: Request, params: Params) -> None:
    async with request.form(max_part_size=1 << 20) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                if len(data) > UPLOAD_LIMIT:
                    raise too_large()
                params.files[name] = Upload(value.filename or "", value.content_type or "", data)
            else:
                params.values[name] = value
