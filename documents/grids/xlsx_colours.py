"""Colours of a book: by rgb, by the palette, by the theme with its tints (ECMA-376, part 1, 18.8.3, 18.8.19, 18.8.27)."""

from __future__ import annotations

import colorsys
import xml.etree.ElementTree as ET
from collections.abc import Sequence

# The first 64 colours of the palette; 64 is the system's ink, 65 its paper.
_PALETTE = tuple(
    """000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
    800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
    000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
    3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
    000000 FFFFFF""".split()
)
# As cells count them: paper before ink.
_THEME = "FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080".split()
_ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()
_WHITE = 250  # of 255: lighter than this is paper


def theme_of(root: ET.Element | None) -> Sequence[str]:
    """The colours of a theme, in the order that cells count them in; the usual ones where there is no theme."""
    found = dict(zip(_ORDER, _THEME, strict=True))
    for element in root.iter() if root is not None else ():
        name = _local(element)
        if name in found and len(element):
            inner = element[0]
            rgb = inner.get("lastClr") or inner.get("val") or ""
            if _is_rgb(rgb):
                found[name] = rgb.upper()
    return [found[name] for name in _ORDER]


def palette_of(root: ET.Element) -> Sequence[str]:
    """The palette of a book: its own where it has one."""
    own = [e.get("rgb", "")[-6:].upper() for e in root.iter() if _local(e) == "rgbColor"]
    return [*own, *_PALETTE[len(own) :]] if all(map(_is_rgb, own)) else _PALETTE


def rgb_of(colour: ET.Element | None, theme: Sequence[str], palette: Sequence[str]) -> str | None:
    """A colour as six hexadecimal digits; None for one that is not seen on paper."""
    if colour is None:
        return None
    rgb = _stored(colour, theme, palette)
    if rgb is None:
        return None
    rgb = _tinted(rgb, float(colour.get("tint", "0") or 0))
    return None if all(part >= _WHITE for part in bytes.fromhex(rgb)) else rgb


def _stored(colour: ET.Element, theme: Sequence[str], palette: Sequence[str]) -> str | None:
    rgb, of_theme, indexed = (
        colour.get("rgb", "")[-6:].upper(),
        colour.get("theme", ""),
        colour.get("indexed", ""),
    )
    if _is_rgb(rgb):
        return rgb
    for number, colours in ((of_theme, theme), (indexed, palette)):
        if number.isdecimal() and int(number) < len(colours):
            return colours[int(number)]
    return None


def _tinted(rgb: str, tint: float) -> str:
    """Darker for a tint below nothing, lighter above."""
    if not tint:
        return rgb
    tint = max(-1.0, min(1.0, tint))
    hue, light, strength = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(rgb)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return bytes(round(part * 255) for part in colorsys.hls_to_rgb(hue, light, strength)).hex().upper()


def _is_rgb(text: str) -> bool:
    return len(text) == 6 and all(c in "0123456789abcdefABCDEF" for c in text)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
