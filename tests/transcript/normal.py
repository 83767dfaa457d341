"""What of a message is random or of the moment, and is written down as one word instead; all of it is here.

- An invitation's token, in links and texts to copy: it is drawn anew each time. Its QR code, a picture, likewise.
- Minutes of a time of day, from 20 to 59: the virtual clock flows on with real time while a story is played. Each
  story begins at twenty past an hour and jumps to twenty past, so that neither the hour nor a reminder's "9:00" is touched.
- Codes of unexpected errors (six hexadecimal digits): they are drawn anew. That there was an error stays.
- File ids, sizes and dates of messages are left out; of a file, its name, type and a digest of what is in it are kept.
- Inside office files: the entries that say when the file was made (docProps).
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import Any

TOKEN = re.compile(r"(\?start=|/start )[A-Za-z0-9_-]{8,}")
MINUTES = re.compile(r"\b(\d{1,2}):[2-5]\d\b")
ERROR_CODE = re.compile(
    r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{6}\b|(?<=код )[0-9a-f]{6}|(?<=code )[0-9a-f]{6}|[0-9a-f]{6}(?= кодын)"
)

Json = dict[str, Any]


def words(text: str) -> str:
    """A text as it is compared."""
    text = TOKEN.sub(r"\1TOKEN", text)
    text = MINUTES.sub(r"\1:MM", text)
    return ERROR_CODE.sub("CODE", text)


def message(raw: Json, read: Any) -> Json:
    """A message as it is compared; `read(file_id)` gives a file's bytes."""
    told: Json = {"id": raw["message_id"], "from": "bot" if raw["from"]["is_bot"] else "person"}
    for name in ("text", "caption"):
        if name in raw:
            told[name] = words(raw[name])
    for name in ("entities", "caption_entities"):
        if name in raw:
            told[name] = [_entity(e) for e in raw[name]]
    for name in ("document", "photo", "voice", "video", "audio", "video_note"):
        if name in raw:
            told[name] = _file(raw, name, read)
    if "media_group_id" in raw:
        told["album"] = True
    if "reply_to_message" in raw:
        told["reply_to"] = raw["reply_to_message"]["message_id"]
    if "location" in raw:
        told["location"] = raw["location"]
    if "reply_markup" in raw:
        told["markup"] = _markup(raw["reply_markup"])
    return told


def _entity(raw: Json) -> Json:
    return {k: words(v) if isinstance(v, str) else v for k, v in raw.items()}


def _markup(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {k: _markup(v) for k, v in raw.items()}
    if isinstance(raw, list):
        return [_markup(v) for v in raw]
    return words(raw) if isinstance(raw, str) else raw


def _file(raw: Json, kind: str, read: Any) -> Json:
    found = raw[kind][-1] if kind == "photo" else raw[kind]
    told = {name: found[name] for name in ("file_name", "mime_type") if name in found}
    if kind == "photo" and TOKEN.search(raw.get("caption", "")):
        return {**told, "digest": "QR"}
    return {**told, "digest": digest(read(found["file_id"]))}


def digest(content: bytes) -> str:
    """A file's content in a few letters; of an office file, that of its parts."""
    if content[:2] != b"PK":
        return hashlib.sha256(content).hexdigest()[:16]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {n: packed.read(n) for n in sorted(packed.namelist()) if not n.startswith("docProps/")}
    whole = hashlib.sha256()
    for name, part in parts.items():
        whole.update(f"{name} {len(part)} ".encode() + part)
    return whole.hexdigest()[:16]
