"""How the cells of each style look: the shape of their numbers, bold, crossed out, paint, a font of symbols."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from documents.grids.symbols import is_symbol_font
from documents.grids.xlsx_colours import palette_of, rgb_of
from documents.grids.xlsx_formats import BUILT_IN, Shape, shape_of

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_HATCHED = "808080"  # lines of a pattern that names no colour
_GENERAL = shape_of("General")


@dataclass(frozen=True, slots=True)
class Look:
    """How cells of one style look; `paint` is six hexadecimal digits, `symbols` the name of a font of symbols.
    `plain` says that numbers and words stand as they are."""

    shape: Shape = _GENERAL
    bold: bool = False
    struck: bool = False
    paint: str | None = None
    symbols: str | None = None
    plain: bool = True


@dataclass(frozen=True, slots=True)
class _Font:
    bold: bool = False
    struck: bool = False
    symbols: str | None = None


@dataclass(slots=True)
class Styles:
    """The looks of a book, by style: each is made when a cell has it, for books have tens of thousands that none has."""

    styles: Sequence[ET.Element] = ()
    codes: Mapping[int, str] = field(default_factory=dict)
    fonts: Sequence[_Font] = ()
    paints: Sequence[str | None] = ()
    _known: dict[str, Look] = field(default_factory=dict)

    def look(self, style: str) -> Look:
        """The look of a style's number as cells print it ("" and unknown ones: the usual look). Raises ValueError."""
        known = self._known.get(style)
        if known is None:
            at = int(style or 0)
            known = self._known[style] = self._look(self.styles[at]) if at < len(self.styles) else Look()
        return known

    def painted(self) -> frozenset[bytes]:
        """The styles, as cells print them, whose blank cells show a colour."""
        return frozenset(str(at).encode() for at, style in enumerate(self.styles) if self._paint(style))

    def _look(self, style: ET.Element) -> Look:
        shape = shape_of(self.codes.get(int(style.get("numFmtId", "0")), "General"))
        at = int(style.get("fontId", "0"))
        font = self.fonts[at] if at < len(self.fonts) else _Font()
        plain = shape.is_plain and shape.around is None and not font.struck and font.symbols is None
        return Look(shape, font.bold, font.struck, self._paint(style), font.symbols, plain)

    def _paint(self, style: ET.Element) -> str | None:
        at = int(style.get("fillId", "0"))
        return self.paints[at] if at < len(self.paints) else None


def read_styles(root: ET.Element, theme: Sequence[str]) -> Styles:
    """The looks that a book's styles give. Raises ValueError."""
    codes = dict(BUILT_IN)
    codes.update({int(f.get("numFmtId", "0")): f.get("formatCode", "") for f in root.iter(f"{M}numFmt")})
    fonts = [_font(font) for font in _children(root, "fonts")]
    palette = palette_of(root)
    paints = [_paint(fill, theme, palette) for fill in _children(root, "fills")]
    return Styles(_children(root, "cellXfs"), codes, fonts, paints)


def _children(root: ET.Element, name: str) -> Sequence[ET.Element]:
    found = root.find(f"{M}{name}")
    return list(found) if found is not None else ()


def _font(font: ET.Element) -> _Font:
    name = font.find(f"{M}name")
    printed = name.get("val", "") if name is not None else ""
    symbols = printed if is_symbol_font(printed) else None
    return _Font(is_on(font.find(f"{M}b")), is_on(font.find(f"{M}strike")), symbols)


def is_on(mark: ET.Element | None) -> bool:
    """Whether a mark of a font is set: it may be there to say that it is not."""
    return mark is not None and mark.get("val", "1") not in {"0", "false"}


def _paint(fill: ET.Element, theme: Sequence[str], palette: Sequence[str]) -> str | None:
    """The colour of a fill. Programs' own default pattern, of a dot in eight, is none; a hatched cell is painted."""
    pattern = fill.find(f"{M}patternFill")
    kind = pattern.get("patternType", "none") if pattern is not None else "none"
    if pattern is None or kind in {"none", "gray125"}:
        return None
    colour = pattern.find(f"{M}fgColor")
    if kind == "solid":
        return rgb_of(colour, theme, palette)
    return rgb_of(colour, theme, palette) or _HATCHED
