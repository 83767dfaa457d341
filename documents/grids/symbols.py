"""Signs of symbol fonts, whose codes mean nothing without the font: a tick of Wingdings is a letter elsewhere.

The codes are those of the fonts themselves (Wingdings, Wingdings 2, Webdings, Symbol, Zapf Dingbats). What plans print
is here: ticks, boxes, bullets, arrows, signs of comparison. Any other sign stays as it is, so that a cell with
it is never taken for a blank one.
"""

from __future__ import annotations

import re

EMPTY_BOX, TICKED_BOX = "☐", "☑"

_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩"
_FULL_CIRCLED = "⓿❶❷❸❹❺❻❼❽❾❿"
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: EMPTY_BOX, 0x70: EMPTY_BOX, 0x71: EMPTY_BOX,
    0x72: EMPTY_BOX, 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪",
    0xA8: EMPTY_BOX, 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: TICKED_BOX,
    **{0x80 + at: sign for at, sign in enumerate(_CIRCLED)},
    **{0x8B + at: sign for at, sign in enumerate(_FULL_CIRCLED)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: TICKED_BOX, 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: EMPTY_BOX,
    **{0x69 + at: sign for at, sign in enumerate(_CIRCLED)},
    **{0x74 + at: sign for at, sign in enumerate(_FULL_CIRCLED)},
}  # fmt: skip
_WEBDINGS = {0x61: "✔", 0x63: EMPTY_BOX, 0x67: "■", 0x6E: "●", 0x72: "✗"}
_MARLETT = {0x61: "✓", 0x62: "✓", 0x67: "■", 0x68: "●", 0x6E: "●", 0x72: "✗"}
_DINGBATS = {
    0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6E: "■", 0x6F: EMPTY_BOX, 0x70: EMPTY_BOX,
    0x71: EMPTY_BOX, 0x72: EMPTY_BOX, 0xD5: "→",
}  # fmt: skip
_SYMBOL = {
    0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xD7: "·", 0xE5: "∑",
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "marlett": _MARLETT,
    "symbol": _SYMBOL,
    "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS,
    "itc zapf dingbats": _DINGBATS,
    "monotype sorts": _DINGBATS,
}
# Without its font a code is read by the font in which plans have it: bullets and comparisons are Symbol's.
_ANY = _WINGDINGS | {
    code: _SYMBOL[code] for code in (0x2D, 0xA3, 0xB0, 0xB1, 0xB3, 0xB4, 0xB7, 0xB9, 0xBB, 0xD6)
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_BOXES = f"{EMPTY_BOX}□▢◻🗆 \n"


def is_symbol_font(name: str | None) -> bool:
    """Whether a font's letters are signs."""
    return bool(name) and _name(name) in _FONTS


def _name(font: str | None) -> str:
    return (font or "").strip().casefold()


def sign(font: str | None, code: int) -> str:
    """The sign that a font has under a code (with or without the 0xF000 that Word adds); the code's own character
    where the font is none of signs. "" for no character at all."""
    table = _FONTS.get(_name(font))
    private = 0xF000 <= code <= 0xF0FF
    if table is None:
        table = _ANY if private else {}
    elif code < 0x100 or private:
        code = code & 0xFF
    found = table.get(code & 0xFF) if private or code < 0x100 else None
    if found:
        return found
    if _name(font) in _FONTS and code < 0x100:
        code += 0xF000
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def in_font(text: str, font: str | None) -> str:
    """Text set in a symbol font, as it shows; letters that the font lacks stay."""
    table = _FONTS.get(_name(font))
    if not table:
        return text
    return "".join(table.get(_code(letter)) or letter for letter in text)


def _code(letter: str) -> int:
    """The place of a letter in an 8-bit font; -1 for one that has none."""
    if "\uf000" <= letter <= "\uf0ff":
        return ord(letter) & 0xFF
    encoded = letter.encode("cp1252", "ignore")
    return encoded[0] if encoded else -1


def without_private(text: str) -> str:
    """Text with the signs that stand in the private use area as the signs that they most likely are."""
    return _PRIVATE.sub(lambda m: _ANY.get(ord(m[0]) & 0xFF) or m[0], text)


def is_unticked(text: str) -> bool:
    """Whether a cell holds boxes and no tick in any: nothing was chosen."""
    return bool(text) and not text.strip(_BOXES)
