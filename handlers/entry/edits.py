"""What an edited message says, compared with what was kept of it: Telegram sends edits in which nothing changed."""

from __future__ import annotations

import json
from typing import Any

from core.ports.queues import InboxStore

_FILES = ("document", "voice", "video", "video_note", "audio", "animation", "sticker")


async def says_something_else(inbox: InboxStore, person_id: int, update_id: int | None) -> bool:
    """Whether an edit changed what is read of a message: its text, caption or file. True where nobody knows."""
    edit: dict[str, Any] | None = None
    for update in map(json.loads, await inbox.recent(person_id)):
        message = update.get("edited_message") or update.get("message")
        if not isinstance(message, dict):
            continue
        if edit is None:
            edit = message if update.get("update_id") == update_id else None
        elif message.get("message_id") == edit.get("message_id"):
            return _content(message) != _content(edit)
    return True


def _content(message: dict[str, Any]) -> tuple[Any, ...]:
    photo = message.get("photo") or [{}]
    files = (message.get(kind) or {} for kind in _FILES)
    return (
        message.get("text"),
        message.get("caption"),
        photo[-1].get("file_unique_id"),
        *(file.get("file_unique_id") for file in files),
    )
