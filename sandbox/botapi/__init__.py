"""Telegram's door: the methods of the Bot API, by topic. Importing this registers them."""

from sandbox.botapi import account, callbacks, deletes, edits, files, media, messages, updates
from sandbox.botapi.methods import METHODS, call

__all__ = [
    "METHODS",
    "account",
    "call",
    "callbacks",
    "deletes",
    "edits",
    "files",
    "media",
    "messages",
    "updates",
]
