"""What a person is shown: text, buttons under it, and the rules of what Telegram lets through."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape
from typing import Literal

LONGEST_TEXT = 4096
LONGEST_DATA = 64
LONGEST_LABEL = 41
"""Characters of a button's label that a phone 360 px wide shows whole; HALF_A_ROW of two that share a row."""
HALF_A_ROW = 17
LONGEST_TITLE = 33
"""Of a row's title on a button, behind a mark and a number such as "✅ 12."; LONGEST_NAME stands behind at most a mark."""
LONGEST_NAME = 38

Style = Literal["primary", "success", "danger"]
"""How a button is coloured (Bot API 9.4): what is next, a ✅, a ❌ or what cannot be taken back. Older apps ignore it."""

_WIDE = frozenset(map(chr, (0x434, 0x436, 0x43C, 0x444, 0x448, 0x449, 0x44B, 0x44E, 0x6D, 0x77)))
"""Small letters that are wider than the others, Cyrillic and Latin."""
_PICTURES = 0x2190
"""Signs and pictures begin here."""
_TAG = re.compile(r"<[^>]*>")


class Html(str):
    """Text that is safe as Telegram's HTML: what people typed is escaped already."""

    __slots__ = ()


def html(value: object) -> Html:
    """The value as HTML; what is not HTML yet is escaped."""
    return value if isinstance(value, Html) else Html(escape(str(value), quote=False))


def lines(*parts: str | None) -> Html:
    """The parts that are there, each on a line of its own ("" is an empty line)."""
    return Html("\n".join(html(part) for part in parts if part is not None))


def beside(*parts: str | None) -> Html:
    """The parts that are there on one line, a dot between them."""
    return Html(" · ".join(html(part) for part in parts if part))


def fitted(text: Html, most: int = LONGEST_TEXT) -> Html:
    """The text within what Telegram takes in one message: closing lines give way, and … says so.

    Each line of ours opens and closes its own tags. Counted as Telegram counts: after the markup is taken out.
    """
    kept = text.split("\n")
    while len(kept) > 1 and _length("\n".join(kept)) > most - 2:
        kept.pop()
    fits = "\n".join(kept)
    return text if len(fits) == len(text) else Html(f"{fits}\n…")


def _length(text: str) -> int:
    return len(unescape(_TAG.sub("", text)))


def bold(value: object) -> Html:
    return Html(f"<b>{html(value)}</b>")


def quoted(value: object) -> Html:
    return Html(f"<blockquote>{html(value)}</blockquote>")


def begun(text: str) -> str:
    """The text as a sentence or a button's label begins: with a capital."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """The text within `most` characters, cut at a word and marked with … where it is longer."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip(" ,.;:·") + "…"


def on_button(title: str, tail: str = "", most: int = LONGEST_LABEL) -> str:
    """A button's label: the title gives way, never the count behind it.

    By its width on a phone: `most` are small letters, of which a capital or an ш takes more.
    """
    room = most - _width(tail)
    cut = shortened(title, max(int(room), 1))
    while _width(cut) > room and len(cut) > 1:
        cut = shortened(cut.rstrip("…"), len(cut) - 1 - cut.endswith("…"))
    return cut + tail


def _width(text: str) -> float:
    return sum(1.3 if c.isupper() or c in _WIDE else 2.0 if ord(c) > _PICTURES else 1.0 for c in text)


@dataclass(frozen=True, slots=True)
class Button:
    """A button that names its action and the things it acts on; they are looked up again when it is pressed."""

    label: str
    action: str
    args: tuple[str | int, ...] = ()
    url: str | None = None
    style: Style | None = None
    """Its own colour, where that of its action (`registry.Entry.style`) does not say it."""

    def coloured(self, style: Style) -> Button:
        """The same in that colour."""
        return replace(self, style=style)

    def data(self, version: int) -> str:
        """What Telegram sends back: the card's version, the action, its arguments."""
        data = ".".join([f"{version:x}", self.action, *(str(a) for a in self.args)])
        if len(data.encode()) > LONGEST_DATA:
            raise ValueError(f"button data too long: {data}")
        return data

    def as_json(self, version: int) -> dict[str, str]:
        """An InlineKeyboardButton of the Bot API."""
        shown: dict[str, str] = {"text": self.label}
        if self.style is not None:
            shown["style"] = self.style
        if self.url:
            return {**shown, "url": self.url}
        return {**shown, "callback_data": self.data(version)}


def button(label: str, action: str, *args: str | int) -> Button:
    return Button(label, action, args)


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: its text in HTML and the rows of buttons under it."""

    text: Html
    rows: Sequence[Sequence[Button]] = field(default_factory=tuple)

    def keyboard(self, version: int) -> str | None:
        """The buttons as the Bot API takes them: the JSON of an InlineKeyboardMarkup, None where there are none.

        Not the library's objects: it would make each of them, turn it into a dict and that into this text.
        """
        rows = [[b.as_json(version) for b in row] for row in self.rows if row]
        return json.dumps({"inline_keyboard": rows}, ensure_ascii=False) if rows else None


def in_rows(buttons: Sequence[Button], columns: int = 2) -> list[list[Button]]:
    """The buttons in rows of so many."""
    return [list(buttons[at : at + columns]) for at in range(0, len(buttons), columns)]


def pages(total: int, page: int, size: int) -> tuple[int, int, int]:
    """(page kept within bounds, first index, number of pages) of a list shown `size` at a time."""
    count = max(1, -(-total // size))
    page = min(max(page, 0), count - 1)
    return page, page * size, count
