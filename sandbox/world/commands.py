"""The command menu: lists by scope and language, and which of them a person sees."""

import re
from typing import Any

from sandbox.errors import bad_request

Commands = list[dict[str, str]]
_NAME = re.compile(r"^[a-z0-9_]{1,32}$")
_LANGUAGE = re.compile(r"^(?:[a-z]{2})?$")
_KINDS = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat")


def read_commands(raw: Any) -> Commands:
    """Checks a list of commands; raises Telegram's errors."""
    if not isinstance(raw, list):
        raise bad_request("can't parse commands JSON object: expected an Array of BotCommand")
    if len(raw) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = []
    for item in raw:
        if not isinstance(item, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        name, description = str(item.get("command", "")).removeprefix("/"), str(item.get("description", ""))
        if not _NAME.match(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description.strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": name, "description": description})
    return commands


class CommandBook:
    """Lists keyed by (scope, language); a scope is its type, or `chat:<id>`."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, str], Commands] = {}

    def key(self, scope: Any, language: str) -> tuple[str, str]:
        """The key of a scope object and a language code; raises Telegram's errors."""
        if not _LANGUAGE.match(language):
            raise bad_request("invalid language code specified")
        if scope is None:
            return "default", language
        kind = scope.get("type") if isinstance(scope, dict) else None
        if kind not in _KINDS:
            raise bad_request("can't parse BotCommandScope: unsupported type specified")
        return (f"chat:{scope.get('chat_id')}" if kind == "chat" else str(kind)), language

    def put(self, key: tuple[str, str], commands: Commands) -> None:
        """Sets a list; an empty one removes it."""
        if commands:
            self._lists[key] = commands
        else:
            self._lists.pop(key, None)

    def get(self, key: tuple[str, str]) -> Commands:
        """Exactly this scope's and language's list."""
        return self._lists.get(key, [])

    def seen_by(self, person_id: int, language: str | None) -> Commands:
        """What a person's phone shows: the narrowest scope first, in it the person's language first."""
        for scope in (f"chat:{person_id}", "all_private_chats", "default"):
            for code in ((language or "")[:2], ""):
                if commands := self._lists.get((scope, code)):
                    return commands
        return []
