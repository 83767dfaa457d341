"""Links: which addresses Telegram takes, and the entities it finds in plain text by itself."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.entities.entity_rules import units

_HOST = re.compile(r"^(?:[\w-]+\.)+[\w-]{2,}$|^localhost$|^(?:\d{1,3}\.){3}\d{1,3}$")
_USER_LINK = re.compile(r"^tg://user\?id=(\d+)$")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<url>(?:https?://|t\.me/|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}(?!\w))"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
_MAY_HOLD = re.compile(r"[/@#]|www\.")


def normal_url(address: str) -> str | None:
    """The address as Telegram keeps it (a scheme, a slash after the host), or None where it is no address."""
    address = address.strip()
    if not address or any(c.isspace() for c in address):
        return None
    if "://" not in address:
        address = "http://" + address
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() in ("tg", "ton"):
        return address
    if parts.scheme.lower() not in ("http", "https") or host is None or not _HOST.match(host):
        return None
    del port  # read for its check only
    return address if parts.path or parts.query else address + "/"


def text_link(address: str) -> tuple[str, dict[str, Any]] | None:
    """The entity of `<a href=…>`; None where the address is none, as then the text stays plain."""
    user = _USER_LINK.match(address)
    if user:
        return "text_mention", {"user": {"id": int(user.group(1)), "is_bot": False, "first_name": ""}}
    url = normal_url(address)
    return None if url is None else ("text_link", {"url": url})


def find_entities(text: str, taken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`taken` and what Telegram itself marks in the rest: commands, links, addresses, mentions, hashtags."""
    if not _MAY_HOLD.search(text):
        return taken
    found = []
    solid = [e for e in taken if e["type"] in ("code", "pre", "text_link", "text_mention")]
    for match in _FOUND.finditer(text):
        offset, length = units(text[: match.start()]), units(match.group())
        if not any(offset < e["offset"] + e["length"] and e["offset"] < offset + length for e in solid):
            found.append({"offset": offset, "length": length, "type": str(match.lastgroup)})
    return sorted([*taken, *found], key=lambda e: (e["offset"], -e["length"]))
