"""Letters that symbol fonts draw as marks: "ü" of Wingdings is a tick.

In the columns of a plan a tick, a cross and a filled box all say that something is planned there ("+"); an empty box is one
("☐"). Other pictures are shown as "•": the letter that is stored under them means nothing.
"""

from __future__ import annotations

_PRIVATE = 0xF000  # where programs put the letters of symbol fonts
_OTHER, _BOX = "•", "☐"
# Each font's ticks, crosses, filled boxes and discs; then its empty boxes and circles.
_MARKS = {
    "wingdings": ("\u00fc\u00fb\u00fd\u00fenlx", "\u00a8oqrm\u00a1"),
    "wingdings 2": ("PRSTOQUV\u00a2\u0098\u0097", "\u00a3\u0099"),
    "webdings": ("argn", "c"),
    "marlett": ("abrhgn", ""),
}
_BLANK = " \n\t\u00a0"


def is_symbol_font(name: str) -> bool:
    """Whether a font draws pictures for letters."""
    return name.strip().lower() in {*_MARKS, "wingdings 3"}


def as_drawn(text: str, font: str) -> str:
    """Text of a symbol font as what it shows."""
    full, empty = _MARKS.get(font.strip().lower(), ("", ""))
    return "".join(
        _drawn(chr(ord(c) - _PRIVATE) if _PRIVATE <= ord(c) < _PRIVATE + 256 else c, full, empty)
        for c in text
    )


def _drawn(letter: str, full: str, empty: str) -> str:
    if letter in _BLANK:
        return letter
    return "+" if letter in full else _BOX if letter in empty else _OTHER
