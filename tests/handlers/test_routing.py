"""What is for the bot: what a person says in a private chat, and nothing that Telegram tells of the chat itself."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from handlers.entry.routing import is_for_us

FILE = {"file_id": "f", "file_unique_id": "u"}
PINNED = {"message_id": 4, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "карточка"}


@pytest.mark.parametrize(
    ("content", "answered"),
    [
        ({"text": "6,2 млн"}, True),
        ({"photo": [{**FILE, "width": 1, "height": 1}]}, True),
        ({"document": FILE}, True),
        ({"voice": {**FILE, "duration": 1}}, True),
        ({"video": {**FILE, "duration": 1, "width": 1, "height": 1}}, True),
        ({"location": {"latitude": 43.2, "longitude": 76.9}}, True),
        ({"contact": {"phone_number": "7", "first_name": "А"}}, True),
        ({"pinned_message": PINNED}, False),
        ({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}}, False),
        ({"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🎄"}}}, False),
        ({"write_access_allowed": {}}, False),
    ],
)
def test_only_what_a_person_says_is_answered(content: dict[str, Any], answered: bool) -> None:
    assert is_for_us(_update("private", content)) is answered


@pytest.mark.parametrize(
    ("content", "answered"),
    [
        ({"text": "6,2 млн"}, True),
        ({"photo": [{**FILE, "width": 1, "height": 1}], "caption": "6,2 млн"}, True),
        ({"location": {"latitude": 43.2, "longitude": 76.9, "live_period": 900}}, False),
    ],
)
def test_an_edit_is_answered_where_it_says_something(content: dict[str, Any], answered: bool) -> None:
    assert is_for_us(_update("private", content, "edited_message")) is answered


def test_nothing_is_answered_in_a_group() -> None:
    assert not is_for_us(_update("supergroup", {"text": "6,2 млн"}))


def _update(chat: str, content: dict[str, Any], kind: str = "message") -> Update:
    said = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": chat}, **content}
    message = {**said, "from": {"id": 7, "is_bot": False, "first_name": "Айгүл"}}
    found = Update.de_json({"update_id": 1, kind: message}, None)
    assert found is not None
    return found
